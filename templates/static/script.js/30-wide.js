// On wide screens the contents are always open, and the names stand under the takeaways instead of after the text.
(() => {
  const article = document.querySelector(".article");
  if (!article) return;
  const contents = article.querySelector(".contents details");
  const side = article.querySelector(".side");
  const about = article.querySelector(".about");

  const follow = (query, change) => {
    const media = matchMedia(query);
    media.addEventListener("change", () => change(media.matches));
    change(media.matches);
  };
  if (contents) {
    follow("(min-width: 75em)", (wide) => {
      contents.open = wide;
      contents.firstElementChild.tabIndex = wide ? -1 : 0;
    });
  }
  if (side) follow("(min-width: 58em)", (wide) => (wide ? side : article).append(about));
})();

// An article that was found as an item of the list of results: its title, and links to its passages.

const element = (name, className, ...children) => {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
};

const linkTo = (address, ...children) => {
  const link = element("a", "", ...children);
  link.href = address;
  return link;
};

const excerpt = (passage) => {
  const shown = passage.words.flatMap(({ word, found, gap }) => [gap ? " " : "", found ? element("mark", "", word) : word]);
  return [passage.cutBefore ? "… " : "", ...shown, passage.cutAfter ? " …" : ""];
};

// What a reader calls a passage by: ¶ and its number, or the word for a takeaway; a heading speaks for itself.
const label = (id, takeaway) => {
  if (id.startsWith("p")) return [element("span", "passage", `¶ ${id.slice(1)}`), " "];
  return id.startsWith("t") ? [element("span", "passage", takeaway), " "] : [];
};

const resultOf = (article, phrases, root, words, language) => {
  const address = root + article.raw_url.slice(1).replace(/\.html$/, "/index.html");
  const title = element("h2", "", linkTo(address, article.meta.title));
  const told = element("p", "meta");
  if (article.meta.date) {
    const day = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(new Date(article.meta.date));
    told.append(element("span", "", day));
  }
  if (article.meta.source) told.append(element("span", "", article.meta.source));
  const quotes = element("ul", "quotes", ...passages(article, phrases).map((passage) => {
    const target = `${address}?highlight=${encodeURIComponent(passage.found.join(" "))}#${passage.id}`;
    return element("li", "", linkTo(target, ...label(passage.id, words.takeaway), ...excerpt(passage)));
  }));
  title.lang = quotes.lang = article.meta.language ?? words.language;
  title.dir = quotes.dir = "auto";
  return element("li", "appearance", ...(told.childElementCount ? [told] : []), title, ...(quotes.childElementCount ? [quotes] : []));
};

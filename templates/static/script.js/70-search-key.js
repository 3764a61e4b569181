// The key / leads to the search page, and there into its field.
addEventListener("keydown", (event) => {
  const field = document.querySelector("form.search [name=q]");
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
  if (event.key !== "/" || !isPlain || event.target.isContentEditable || event.target.matches("input, textarea, select")) return;
  event.preventDefault();
  if (field) field.select();
  else location.assign(document.querySelector("link[rel=search]").href);
});

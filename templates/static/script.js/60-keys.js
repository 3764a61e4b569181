// Single keys: each acts on what says in aria-keyshortcuts that it answers to it; j and k go through a list of articles.
(() => {
  const dialog = document.querySelector(".keys");
  const button = document.querySelector(".keys-button");
  const uses = dialog.querySelector(".keys-on");
  uses.checked = remembered.get("keys") !== false;

  const typing = (target) => target.isContentEditable || target.matches("input:not([type=checkbox]), textarea, select");
  const step = (by) => {
    const titles = Array.from(document.querySelectorAll("main a.title"));
    const next = titles.indexOf(document.activeElement) + by;
    if (next >= 0) titles[next]?.focus();
  };
  const act = (key) => {
    const target = document.querySelector(`[aria-keyshortcuts="${CSS.escape(key)}"]`);
    if (target?.matches("input")) target.select();
    else if (target) target.click();
    else if (key === "j") step(1);
    else if (key === "k") step(-1);
    else return false;
    return true;
  };

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing || typing(event.target)) return;
    if (!uses.checked || dialog.open) return;
    if (event.key.length === 1 && act(event.key)) event.preventDefault();
  });
  uses.addEventListener("change", () => remembered.set("keys", uses.checked));
  button.addEventListener("click", () => dialog.showModal());
  dialog.querySelector(".close").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
})();

// Evidence mode, by its button or the key e: what supports no takeaway is dimmed.
(() => {
  "use strict";
  const button = document.querySelector(".evidence-mode");
  if (!button) return;
  const article = button.closest(".article");
  const status = button.parentElement.querySelector("[role=status]");
  button.hidden = false;

  const toggle = () => {
    const on = article.classList.toggle("evidence-only");
    button.setAttribute("aria-pressed", String(on));
    status.textContent = on ? status.dataset.on : status.dataset.off;
  };
  const typing = (target) => target.isContentEditable || target.matches("input, textarea, select");

  button.addEventListener("click", toggle);
  addEventListener("keydown", (event) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat;
    if (event.key === "e" && plain && !typing(event.target)) toggle();
  });
})();

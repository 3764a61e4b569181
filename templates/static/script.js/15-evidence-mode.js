// Evidence mode, by its button: what supports no takeaway is dimmed.
(() => {
  const button = document.querySelector(".evidence-mode");
  if (!button) return;
  const article = button.closest(".article");
  const status = button.parentElement.querySelector("[role=status]");

  button.addEventListener("click", () => {
    const on = article.classList.toggle("evidence-only");
    button.setAttribute("aria-pressed", String(on));
    status.textContent = on ? status.dataset.on : status.dataset.off;
  });
})();

// The button that goes from the system's colours to the others, to the same for ever, and back.
(() => {
  const root = document.documentElement;
  const button = document.querySelector(".scheme");
  const choices = ["system", ...(matchMedia("(prefers-color-scheme: dark)").matches ? ["light", "dark"] : ["dark", "light"])];
  const chosen = () => root.dataset.theme ?? "system";

  const tell = () => {
    const words = button.dataset[chosen()];
    button.setAttribute("aria-label", words);
    button.title = words;
  };
  button.addEventListener("click", () => {
    const next = choices[(choices.indexOf(chosen()) + 1) % choices.length];
    if (next === "system") delete root.dataset.theme;
    else root.dataset.theme = next;
    remembered.set("scheme", next);
    tell();
  });
  tell();
})();

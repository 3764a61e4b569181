// Before the first paint: the reader's choice of colours, and that scripts run.
(() => {
  "use strict";
  const root = document.documentElement;
  root.dataset.scripted = "";
  try {
    const choice = JSON.parse(localStorage.getItem("digest:scheme"));
    if (choice === "light" || choice === "dark") root.dataset.theme = choice;
  } catch {
    // A browser that keeps nothing follows the system.
  }
})();

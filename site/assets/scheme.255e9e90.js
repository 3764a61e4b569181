// Before the first paint: the reader's choice of colours, that scripts run, and the fonts that each page needs.
(() => {
  "use strict";
  const root = document.documentElement;
  root.dataset.scripted = "";
  // The style sheet would ask for them a way to the host and back later; from disk a browser refuses to.
  const fonts = location.protocol === "file:" ? "" : document.currentScript.dataset.fonts;
  fonts.split(" ").filter(Boolean).forEach((font) => {
    const link = document.createElement("link");
    Object.assign(link, { rel: "preload", as: "font", type: "font/woff2", crossOrigin: "", href: font });
    document.head.append(link);
  });
  try {
    const choice = JSON.parse(localStorage.getItem("digest:scheme"));
    if (choice === "light" || choice === "dark") root.dataset.theme = choice;
  } catch {
    // A browser that keeps nothing follows the system.
  }
})();

// Runs after script.js, which knows what the browser `remembered`.
// On the front page: which articles came since the reader's last visit. What was seen stays in the reader's browser.
(async () => {
  "use strict";
  const HALF_AN_HOUR = 30 * 60 * 1000;
  const section = document.querySelector(".since");
  if (!section || location.protocol === "file:") return;
  const manifest = new URL(section.dataset.latest, location.href);
  // What the browser has kept of it may be older than the page.
  const answer = await fetch(manifest, { cache: "no-cache" }).catch(() => null);
  if (!answer?.ok) return;
  const latest = await answer.json();
  const visit = remembered.get(`visit:${manifest.pathname}`);
  // Until the reader has been away for a while it is the same visit, and the list stays.
  const before = visit && (Date.now() - visit.at > HALF_AN_HOUR ? visit.seen : visit.before);
  remembered.set(`visit:${manifest.pathname}`, { at: Date.now(), before, seen: latest.map((article) => article.url) });
  if (!before) return;

  const fresh = latest.filter((article) => !before.includes(article.url));
  section.querySelector("ul").append(...fresh.map((article) => {
    const line = document.createElement("li");
    const link = document.createElement("a");
    link.href = new URL(`.${article.url}index.html`, manifest);
    link.lang = article.language;
    link.textContent = article.title;
    line.append(link);
    return line;
  }));
  section.querySelector(".note").hidden = fresh.length > 0;
  section.hidden = false;
})();

// Tell of a name where it is pointed at or focused: without a request, open while the pointer is in it, closed by Escape.
(() => {
  const names = document.querySelector(".names");
  const told = names?.querySelectorAll("a:is([data-at], [data-description])") ?? [];
  const previews = new Map(Array.from(told, (chip) => [chip.getAttribute("href"), chip]));
  if (previews.size === 0) return;
  const card = document.createElement("div");
  card.id = "preview";
  card.className = "preview-card";
  card.setAttribute("role", "tooltip");
  card.hidden = true;
  document.body.append(card);
  let shownFor = null;
  let waiting = 0;

  const paragraph = (className, text, attributes) => Object.assign(document.createElement("p"), { className, ...attributes, textContent: text });
  // The sentence is cut from the paragraph that it stands in: the page holds it once.
  const said = (chip) => {
    if (chip.dataset.description) return paragraph("", chip.dataset.description, { lang: chip.dataset.language, dir: "auto" });
    const [passage, start, end] = chip.dataset.at.split(" ");
    const text = document.getElementById(passage).lastElementChild.textContent.slice(start, end);
    return paragraph("", text, { lang: document.querySelector(".text").lang, dir: document.querySelector(".article").dir });
  };
  const tell = (chip) => [
    paragraph("kicker", chip.closest("ul").previousElementSibling.dataset.kind),
    paragraph("preview-name", chip.querySelector("bdi").textContent, { dir: "auto" }),
    said(chip),
    paragraph("meta", names.dataset.mentions.replace("{}", chip.lastElementChild.ariaLabel)),
  ];

  const hide = () => {
    clearTimeout(waiting);
    shownFor?.removeAttribute("aria-describedby");
    shownFor = null;
    card.hidden = true;
  };
  const place = (link) => {
    const line = link.getClientRects()[0];
    const room = document.documentElement.clientWidth - card.offsetWidth - 8;
    const start = getComputedStyle(link).direction === "rtl" ? line.right - card.offsetWidth : line.left;
    card.style.left = `${Math.max(8, Math.min(start, room)) + scrollX}px`;
    const below = line.bottom + card.offsetHeight < innerHeight || line.top < card.offsetHeight;
    card.style.top = `${(below ? line.bottom : line.top - card.offsetHeight) + scrollY}px`;
  };
  const show = (link) => {
    clearTimeout(waiting);
    if (shownFor === link) return;
    hide();
    card.replaceChildren(...tell(previews.get(link.getAttribute("href"))));
    card.hidden = false;
    place(link);
    link.setAttribute("aria-describedby", card.id);
    shownFor = link;
  };
  const soon = (act) => {
    clearTimeout(waiting);
    waiting = setTimeout(act, 250);
  };

  document.querySelectorAll('.text a[href^="../"]').forEach((link) => {
    if (!previews.has(link.getAttribute("href"))) return;
    link.addEventListener("pointerenter", (event) => {
      if (event.pointerType !== "touch") soon(() => show(link));
    });
    link.addEventListener("pointerleave", () => soon(hide));
    link.addEventListener("focus", () => {
      if (link.matches(":focus-visible")) show(link);
    });
    link.addEventListener("blur", () => soon(hide));
  });
  card.addEventListener("pointerenter", () => clearTimeout(waiting));
  card.addEventListener("pointerleave", () => soon(hide));
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && shownFor) {
      event.stopImmediatePropagation();
      hide();
    }
  }, true);
  addEventListener("resize", hide);
})();

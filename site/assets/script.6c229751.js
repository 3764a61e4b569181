// What the reader's own browser remembers; one that keeps nothing forgets, and all else works.
const remembered = {
  get(key) {
    try {
      return JSON.parse(localStorage.getItem(`digest:${key}`));
    } catch {
      return null;
    }
  },
  set(key, value) {
    try {
      localStorage.setItem(`digest:${key}`, JSON.stringify(value));
    } catch {
      // Full, or forbidden.
    }
  },
};
// Light the paragraphs of the takeaway that is pointed at, focused or chosen; a mark leads back to its takeaway.
(() => {
  "use strict";
  const takeaways = new Map(Array.from(document.querySelectorAll(".takeaway"), (one) => [one.id, one]));
  if (takeaways.size === 0) return;
  let chosen = "";

  const marks = (id) => document.querySelectorAll(`.mark[href="#${id}"]`);
  const light = (id) => {
    document.querySelectorAll(".lit").forEach((one) => one.classList.remove("lit"));
    if (!takeaways.has(id)) return;
    takeaways.get(id).classList.add("lit");
    marks(id).forEach((mark) => {
      mark.classList.add("lit");
      mark.closest(".block").classList.add("lit");
    });
  };
  const choose = (id) => {
    chosen = id;
    light(id);
  };

  takeaways.forEach((takeaway, id) => {
    takeaway.addEventListener("pointerenter", () => light(id));
    takeaway.addEventListener("pointerleave", () => light(chosen));
    takeaway.addEventListener("focusin", () => light(id));
    takeaway.addEventListener("focusout", () => light(chosen));
    takeaway.querySelectorAll(".evidence a").forEach((link) => link.addEventListener("click", () => choose(id)));
    marks(id).forEach((mark) => mark.addEventListener("click", (event) => {
      const details = takeaway.closest("details");
      details.open = true;
      choose(id);
      // Beside the text the takeaway is in view already: the reader's place in the text is kept.
      if (getComputedStyle(details.parentElement).position === "sticky") {
        event.preventDefault();
        takeaway.focus({ preventScroll: true });
        takeaway.scrollIntoView({ block: "nearest" });
      }
    }));
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") choose("");
  });
  const followed = () => choose(takeaways.has(location.hash.slice(1)) ? location.hash.slice(1) : chosen);
  addEventListener("hashchange", followed);
  followed();
})();
// Evidence mode, by its button: what supports no takeaway is dimmed.
(() => {
  "use strict";
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
// Mark the section being read in the contents.
(() => {
  "use strict";
  const links = new Map(Array.from(document.querySelectorAll(".contents a"), (link) => [link.hash.slice(1), link]));
  if (links.size === 0) return;
  const sections = Array.from(document.querySelectorAll(".section"));

  const mark = () => {
    const line = innerHeight / 3;
    const read = sections.findLast((section) => section.getBoundingClientRect().top <= line) ?? sections[0];
    links.forEach((link, id) => {
      if (id === read.id) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    });
  };
  const observer = new IntersectionObserver(mark, { rootMargin: "-33% 0px -66% 0px" });
  sections.forEach((section) => observer.observe(section));
  mark();
})();
// On wide screens the contents are always open, and the names stand under the takeaways instead of after the text.
(() => {
  "use strict";
  const article = document.querySelector(".article");
  if (!article) return;
  const contents = article.querySelector(".contents details");
  const side = article.querySelector(".side");
  const about = article.querySelector(".about");

  const follow = (query, change) => {
    const media = matchMedia(query);
    media.addEventListener("change", () => change(media.matches));
    change(media.matches);
  };
  if (contents) {
    follow("(min-width: 75em)", (wide) => {
      contents.open = wide;
      contents.firstElementChild.tabIndex = wide ? -1 : 0;
    });
  }
  if (side) follow("(min-width: 58em)", (wide) => (wide ? side : article).append(about));
})();
// Tell of a name where it is pointed at or focused: without a request, open while the pointer is in it, closed by Escape.
(() => {
  "use strict";
  const previews = new Map(Array.from(document.querySelectorAll("template.preview"), (one) => [one.dataset.of, one.content]));
  if (previews.size === 0) return;
  const card = document.createElement("div");
  card.id = "preview";
  card.className = "preview-card";
  card.setAttribute("role", "tooltip");
  card.hidden = true;
  document.body.append(card);
  let shownFor = null;
  let waiting = 0;

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
    card.replaceChildren(previews.get(link.getAttribute("href")).cloneNode(true));
    card.hidden = false;
    place(link);
    link.setAttribute("aria-describedby", card.id);
    shownFor = link;
  };
  const soon = (act) => {
    clearTimeout(waiting);
    waiting = setTimeout(act, 250);
  };

  document.querySelectorAll("a.name").forEach((link) => {
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
// The button that goes from the system's colours to light, to dark and back.
(() => {
  "use strict";
  const root = document.documentElement;
  const button = document.querySelector(".scheme");
  const choices = ["system", "light", "dark"];
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
// Single keys: each acts on what says in aria-keyshortcuts that it answers to it; j and k go through a list of articles.
(() => {
  "use strict";
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
// On the front page: which articles came since the reader's last visit. What was seen stays in the reader's browser.
(async () => {
  "use strict";
  const HALF_AN_HOUR = 30 * 60 * 1000;
  const section = document.querySelector(".since");
  if (!section || location.protocol === "file:") return;
  const manifest = new URL(section.dataset.latest, location.href);
  const answer = await fetch(manifest).catch(() => null);
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
// Mark the words that a search found in the paragraph to which it led.
(() => {
  "use strict";
  const asked = new URLSearchParams(location.search).get("highlight");
  const passage = asked && document.getElementById(location.hash.slice(1));
  if (!passage) return;
  const words = new Set(asked.toLowerCase().split(/\s+/));
  const texts = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT);
  const found = [];
  while (texts.nextNode()) {
    for (const word of texts.currentNode.data.matchAll(/[\p{L}\p{N}\p{M}]+(?:[^\s\p{L}\p{N}]+[\p{L}\p{N}\p{M}]+)*/gu)) {
      if (!words.has(word[0].toLowerCase())) continue;
      const range = document.createRange();
      range.setStart(texts.currentNode, word.index);
      range.setEnd(texts.currentNode, word.index + word[0].length);
      found.push(range);
    }
  }
  // From the end, since a mark cuts the text in which it is put.
  found.reverse().forEach((range) => range.surroundContents(document.createElement("mark")));
})();

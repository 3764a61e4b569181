"use strict";
(() => {
  const me = document.currentScript;
  const own = new URL(".", me.src);
  const root = new URL("..", me.src);
  const { page, revision } = me.dataset;
  let stream = null;

  /* What the preview adds to a page stands in shadow trees, so that the site's style and its own leave each other alone. */
  const shadowed = (host, ...content) => {
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = new URL("style.css", own).href;
    host.attachShadow({ mode: "open" }).append(style, ...content);
    return host;
  };

  const element = (name, className, ...content) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...content);
    return made;
  };

  const excerpt = (lines) => {
    const width = Math.max(...lines.map((line) => String(line.number).length));
    const shown = lines.map((line) => {
      const text = `${String(line.number).padStart(width)}  ${line.text}\n`;
      return line.faulty ? element("mark", "", text) : text;
    });
    return element("pre", "", ...shown);
  };

  const note = ({ place, message, hint, excerpt: lines }) => {
    const item = element("li", "");
    if (place) item.append(element("code", "place", place));
    item.append(element("p", "", hint ? `${message}; ${hint}` : message));
    if (lines.length) item.append(excerpt(lines));
    return item;
  };

  const tellNotes = ({ headline, notes }) => {
    document.querySelector("digest-preview")?.remove();
    if (!notes.length) return;
    const panel = element("details", "panel", element("summary", "", headline), element("ul", "", ...notes.map(note)));
    panel.open = true;
    panel.setAttribute("role", "status");
    document.body.append(shadowed(element("digest-preview", ""), panel));
  };

  const path = (link) => {
    const address = link.href.startsWith(root.href) && !link.hash ? link.pathname.slice(root.pathname.length) : null;
    return address === null ? null : address.replace(/(^|\/)$/, "$1index.html");
  };

  const tellMarks = ({ marks }) => {
    document.querySelectorAll("digest-mark").forEach((mark) => mark.remove());
    const marked = (place, text) => place.append(" ", shadowed(element("digest-mark", ""), element("span", "mark", text)));
    const title = document.querySelector("h1");
    if (title && marks[page]) marked(title, marks[page]);
    for (const link of document.querySelectorAll("main a[href]")) {
      const mark = marks[path(link)];
      if (mark) marked(link, mark);
    }
  };

  /* A style sheet is taken away when the one in its place is there, so that the page is never without. */
  const withoutHash = (address) => address.replace(/\.[0-9a-f]{8}(?=\.css$)/, "");
  const takeAway = (fresh) => {
    /* One that was to come in between may never have been loaded, so all before this one go. */
    for (const old of document.querySelectorAll("link[data-leaving]")) {
      const isBefore = old.compareDocumentPosition(fresh) & Node.DOCUMENT_POSITION_FOLLOWING;
      if (isBefore && withoutHash(old.href) === withoutHash(fresh.href)) old.remove();
    }
  };
  const restyle = ({ styles }) => {
    const fresh = new Map(styles.map((style) => new URL(style, root).href).map((address) => [withoutHash(address), address]));
    for (const old of document.querySelectorAll('link[rel="stylesheet"]:not([data-leaving])')) {
      const address = fresh.get(withoutHash(old.href));
      if (!address || address === old.href) continue;
      const link = old.cloneNode();
      link.href = address;
      old.dataset.leaving = "";
      for (const end of ["load", "error"]) link.addEventListener(end, () => takeAway(link));
      old.after(link);
    }
  };

  const listen = () => {
    const address = new URL("events", own);
    address.search = new URLSearchParams({ page, revision });
    stream = new EventSource(address);
    stream.addEventListener("message", ({ data }) => {
      const news = JSON.parse(data);
      if (news.reload) {
        stream.close();
        location.reload();
        return;
      }
      restyle(news);
      tellNotes(news);
      tellMarks(news);
    });
  };

  /* Browsers allow a host few connections: a page that nobody sees holds none, and looks for news when it is seen again. */
  const hear = () => {
    stream?.close();
    if (document.visibilityState === "visible") listen();
  };
  document.addEventListener("visibilitychange", hear);
  addEventListener("pagehide", () => stream?.close());
  addEventListener("pageshow", (event) => event.persisted && hear());
  hear();
})();

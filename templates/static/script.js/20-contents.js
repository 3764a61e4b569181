// Mark the section being read in the contents.
(() => {
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

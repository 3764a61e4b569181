// Light the paragraphs of the takeaway that is pointed at, focused or chosen; a mark leads back to its takeaway.
(() => {
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

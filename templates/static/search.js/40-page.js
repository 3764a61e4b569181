// The search page: asks as the reader types and chooses, keeps the question in the address, and answers by keyboard too.
(() => {
  const SHOWN = 4; // results at once; each costs a request
  const WAIT = 250; // milliseconds after the last letter
  const form = document.querySelector("form.search");
  const found = document.querySelector(".found");
  const further = document.querySelector(".further");
  const titles = document.querySelector(".titles");
  const status = form.querySelector("[role=status]");
  const clear = form.querySelector("[type=reset]");
  const fields = Array.from(form.elements).filter((field) => field.name);
  const language = document.documentElement.lang;
  const common = new Set(form.dataset.common.split(" "));
  const index = opened(new URL(form.dataset.index, location.href).href);
  let results = [];
  let asking = 0;
  let waiting = 0;
  let counting = false;

  if (location.protocol === "file:") {
    fields.forEach((field) => { field.disabled = true; });
    status.textContent = form.dataset.disk;
    return;
  }

  const asked = () => Object.fromEntries(fields.map((field) => [field.name, field.value.trim()]).filter(([, value]) => value));
  // What the index is asked: the lists of articles that have "the" or "of" are long, and tell nothing. WHO is not who.
  const meant = (words) => {
    const isName = (word) => word.length > 1 && word === word.toUpperCase() && words !== words.toUpperCase();
    const telling = words.split(/\s+/).filter((word) => isName(word) || !common.has(word.toLowerCase()));
    return telling.length === 0 || words.includes('"') ? words : telling.join(" ");
  };
  const toIndex = (question) => (question.q ? { ...question, q: meant(question.q) } : question);
  const counted = (count) => {
    const words = form.dataset[new Intl.PluralRules(language).select(count)];
    return words.replace("{}", new Intl.NumberFormat(language).format(count));
  };
  const showCounts = (counts) => form.querySelectorAll("option[data-count]").forEach((option) => {
    const count = counts.get(option.parentElement.name)?.get(option.value) ?? Number(option.dataset.count);
    option.textContent = `${option.dataset.name} (${new Intl.NumberFormat(language).format(count)})`;
    option.disabled = count === 0 && !option.selected;
  });
  const showMore = async () => {
    const mine = asking;
    const from = found.childElementCount;
    further.hidden = true;
    const articles = await Promise.all(results.slice(from, from + SHOWN).map((result) => result.data()));
    if (mine !== asking) return null;
    const root = new URL("../", location.href).href;
    const phrases = phrasesOf(form.elements.q.value);
    found.append(...articles.map((article) => resultOf(article, phrases, root, form.dataset, language)));
    further.hidden = found.childElementCount >= results.length;
    return found.children[from];
  };
  const fail = (fault) => {
    console.warn(fault);
    status.textContent = form.dataset.failed;
    titles.hidden = false;
  };
  const ask = async () => {
    const mine = ++asking;
    const question = asked();
    const isEmpty = Object.keys(question).length === 0;
    clear.hidden = isEmpty;
    titles.hidden = !isEmpty;
    found.replaceChildren();
    further.hidden = true;
    status.textContent = isEmpty ? "" : form.dataset.searching;
    if (isEmpty) {
      showCounts(new Map());
      return;
    }
    try {
      const answer = await index.search(toIndex(question), counting);
      if (mine !== asking) return;
      results = answer.results;
      showCounts(answer.counts);
      await showMore();
      if (mine === asking) status.textContent = results.length ? counted(results.length) : form.dataset.nothing;
    } catch (fault) {
      if (mine === asking) fail(fault);
    }
  };

  const address = () => {
    const question = new URLSearchParams(asked()).toString();
    return location.pathname + (question && `?${question}`);
  };
  const restore = () => {
    const question = new URLSearchParams(location.search);
    fields.forEach((field) => { field.value = question.get(field.name) ?? ""; });
    ask();
  };
  const askNow = () => {
    clearTimeout(waiting);
    if (address() !== location.pathname + location.search) history.pushState(null, "", address());
    ask();
  };
  const listNames = async () => {
    const all = await index.names();
    const type = form.elements.type.value;
    const names = Object.entries(all).filter(([own]) => !type || own === type).flatMap(([, own]) => Object.keys(own));
    form.querySelector("datalist").replaceChildren(...Array.from(new Set(names)).sort().map((name) => new Option(name, name)));
  };

  form.elements.q.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      history.replaceState(null, "", address());
      ask();
    }, WAIT);
  });
  form.addEventListener("change", (event) => {
    if (event.target === form.elements.type) form.elements.name.value = "";
    if (event.target !== form.elements.q) askNow();
  });
  form.elements.name?.addEventListener("focus", () => listNames().catch(console.warn));
  const startCounting = async () => {
    counting = true;
    const mine = asking;
    const { counts } = clear.hidden ? { counts: new Map() } : await index.search(toIndex(asked()), counting);
    if (mine === asking) showCounts(counts);
  };

  form.querySelector(".filters").addEventListener("focusin", () => startCounting().catch(console.warn), { once: true });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    askNow();
  });
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    fields.forEach((field) => { field.value = ""; });
    form.elements.q.focus();
    askNow();
  });
  further.addEventListener("click", () => showMore().then((first) => first?.querySelector("a").focus()).catch(fail));
  addEventListener("popstate", restore);
  addEventListener("keydown", (event) => {
    const links = Array.from(found.querySelectorAll("a"));
    const stops = [form.elements.q, ...links];
    const at = stops.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (at >= 0 && step && stops[at + step]) {
      event.preventDefault();
      stops[at + step].focus();
    } else if (at > 0 && event.key === "Escape") {
      form.elements.q.select();
    } else if (at === 0 && event.key === "Escape" && form.elements.q.value) {
      event.preventDefault();
      form.elements.q.value = "";
      askNow();
    }
  });

  restore();
  if (!matchMedia("(pointer: coarse)").matches) form.elements.q.focus({ preventScroll: true });
})();

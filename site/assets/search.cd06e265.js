// The index: what Pagefind finds for words, cut down to the articles that have the terms asked for.
"use strict";

const KINDS = ["tag", "source", "date"];

const once = (load) => {
  let loading;
  return () => (loading ??= load().catch((fault) => {
    loading = undefined;
    throw fault;
  }));
};

const opened = (folder) => {
  const read = (name) => once(async () => {
    const answer = await fetch(folder + name);
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    return answer.json();
  });
  const terms = read("terms.json");
  const names = read("names.json");
  const pagefind = once(async () => {
    const program = await import(`${folder}pagefind.js`);
    await program.options({ noWorker: true });
    return program;
  });
  const having = (among, term) => (Object.hasOwn(among, term) ? among[term] : []);

  // The positions of the articles that have what is asked for, for each kind of it.
  const wanted = async (asked) => {
    const sets = new Map();
    for (const kind of KINDS.filter((one) => asked[one])) sets.set(kind, new Set(having((await terms())[kind], asked[kind])));
    if (asked.type || asked.name) {
      const all = await names();
      const types = asked.type ? [asked.type] : Object.keys(all);
      const lists = types.flatMap((type) => {
        const own = Object.hasOwn(all, type) ? all[type] : {};
        return asked.name ? having(own, asked.name) : Object.values(own).flat();
      });
      sets.set("names", new Set(lists));
    }
    return sets;
  };

  // Counting asks for a file that plain words do not need.
  const search = async (asked, counting) => {
    const found = (await (await pagefind()).search(asked.q || null)).results;
    const sets = await wanted(asked);
    if (sets.size === 0 && !counting) return { results: found, counts: new Map() };
    const { articles, ...lists } = await terms();
    const positions = new Map(articles.map((id, position) => [id, position]));
    const position = (result) => positions.get(result.id);
    const among = (kind) => found.filter((one) => [...sets].every(([own, set]) => own === kind || set.has(position(one))));
    const results = among("");
    if (!asked.q) results.sort((one, other) => position(one) - position(other));
    const counts = new Map(KINDS.map((kind) => {
      const left = new Set(among(kind).map(position));
      return [kind, new Map(Object.entries(lists[kind]).map(([term, own]) => [term, own.filter((one) => left.has(one)).length]))];
    }));
    return { results, counts };
  };

  return { names, search };
};
// An article that was found to its passages: the paragraphs in which the words stand, cut to what is around them.

const PASSAGES = 3;
const LENGTH = 32; // words
const BEFORE = 6;

const passages = (article) => {
  const words = article.content.split(/\s+/);
  const anchors = article.anchors.toSorted((one, other) => one.location - other.location);
  const passage = new Map();
  article.weighted_locations.toSorted((one, other) => one.location - other.location).forEach((hit) => {
    const at = anchors.findLastIndex((anchor) => anchor.location <= hit.location);
    if (at < 0) return;
    const begins = anchors[at].location;
    const ends = anchors[at + 1]?.location ?? words.length;
    if (!passage.has(at)) passage.set(at, { id: anchors[at].id, begins, ends, hits: [] });
    passage.get(at).hits.push(hit);
  });
  const weight = (hits) => hits.reduce((sum, hit) => sum + hit.balanced_score, 0);
  const found = Array.from(passage.values());
  const best = found.toSorted((one, other) => weight(other.hits) - weight(one.hits)).slice(0, PASSAGES);
  return found.filter((one) => best.includes(one)).map(({ id, begins, ends, hits }) => {
    const from = hits.map((hit) => Math.max(begins, Math.min(hit.location - BEFORE, ends - LENGTH)));
    const inside = (start) => hits.filter((hit) => hit.location >= start && hit.location < start + LENGTH);
    const start = from.reduce((one, other) => (weight(inside(other)) > weight(inside(one)) ? other : one));
    const marked = new Set(hits.map((hit) => hit.location));
    const end = Math.min(start + LENGTH, ends);
    return {
      id,
      cutBefore: start > begins,
      cutAfter: end < ends,
      words: words.slice(start, end).map((word, at) => ({ word, found: marked.has(start + at) })),
      found: Array.from(new Set(Array.from(marked, (location) => words[location].replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "")))),
    };
  });
};
// An article that was found as an item of the list of results: its title, and links to its passages.

const element = (name, className, ...children) => {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
};

const linkTo = (address, ...children) => {
  const link = element("a", "", ...children);
  link.href = address;
  return link;
};

const excerpt = (passage) => {
  const shown = passage.words.flatMap(({ word, found }) => [found ? element("mark", "", word) : word, " "]).slice(0, -1);
  return [passage.cutBefore ? "… " : "", ...shown, passage.cutAfter ? " …" : ""];
};

// What a reader calls a passage by: ¶ and its number, or the word for a takeaway; a heading speaks for itself.
const label = (id, takeaway) => {
  if (id.startsWith("p")) return [element("span", "passage", `¶ ${id.slice(1)}`), " "];
  return id.startsWith("t") ? [element("span", "passage", takeaway), " "] : [];
};

const resultOf = (article, root, words, language) => {
  const address = root + article.raw_url.slice(1).replace(/\.html$/, "/index.html");
  const title = element("h2", "", linkTo(address, article.meta.title));
  const told = element("p", "meta");
  if (article.meta.date) {
    const day = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(new Date(article.meta.date));
    told.append(element("span", "", day));
  }
  if (article.meta.source) told.append(element("span", "", article.meta.source));
  const quotes = element("ul", "quotes", ...passages(article).map((passage) => {
    const target = `${address}?highlight=${encodeURIComponent(passage.found.join(" "))}#${passage.id}`;
    return element("li", "", linkTo(target, ...label(passage.id, words.takeaway), ...excerpt(passage)));
  }));
  title.lang = quotes.lang = article.meta.language ?? words.language;
  title.dir = quotes.dir = "auto";
  return element("li", "appearance", ...(told.childElementCount ? [told] : []), title, ...(quotes.childElementCount ? [quotes] : []));
};
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
    found.append(...articles.map((article) => resultOf(article, root, form.dataset, language)));
    further.hidden = found.childElementCount >= results.length;
    return found.children[from];
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
      if (mine !== asking) return;
      console.warn(fault);
      status.textContent = form.dataset.failed;
      titles.hidden = false;
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
  further.addEventListener("click", async () => (await showMore())?.querySelector("a").focus());
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

// The index: what Pagefind finds for words in its parts, cut down to the articles that have the terms asked for.
"use strict";

const KINDS = ["tag", "source", "date"];
const NO_WORD = "zzzz"; // nothing begins with a word and this
const SAID = /[\p{L}\p{N}]/u;
const SHORTEST = 3; // letters of what is taken for a longer word that nobody wrote

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
  const parts = read("parts.json");
  const pagefind = once(async () => {
    const [program, [first, ...others]] = await Promise.all([import(`${folder}pagefind.js`), parts()]);
    const joined = program.createInstance({ noWorker: true, basePath: `${folder}${first}/` });
    await joined.filters(); // fails where the first part does; the others would wait for it for ever
    await Promise.all(others.map((part) => joined.mergeIndex(`${folder}${part}/`)));
    return joined;
  });

  // For a word that it has not, nor one that begins with it, Pagefind takes the longest one that it begins with. In parts each
  // does so for itself, though another part has the word; so what is found for a longer word too is not found for this one.
  const having = async (index, word) => {
    const found = (await index.search(word)).results;
    const ids = new Set((await index.search(`"${word}"`)).results.map(({ id }) => id));
    const doubtful = found.filter(({ id }) => !ids.has(id));
    if (doubtful.length) {
      const longer = new Map((await index.search(word + NO_WORD)).results.map(({ id, words }) => [id, words.join()]));
      doubtful.filter(({ id, words }) => longer.get(id) !== words.join()).forEach(({ id }) => ids.add(id));
    }
    return ids;
  };
  const nearest = async (index, word) => {
    const letters = Array.from(word);
    for (let length = letters.length; length >= SHORTEST; length -= 1) {
      const begun = letters.slice(0, length).join("");
      const ids = await having(index, begun);
      if (ids.size) return { begun, ids };
    }
    return { begun: word, ids: await having(index, word) };
  };
  const find = async (words) => {
    const index = await pagefind();
    if (!words || words.includes('"') || (await parts()).length === 1) return (await index.search(words)).results;
    const taken = [];
    for (const word of words.split(/\s+/).filter((one) => SAID.test(one))) taken.push(await nearest(index, word));
    const { results } = await index.search(taken.map(({ begun }) => begun).join(" "));
    return results.filter(({ id }) => taken.every(({ ids }) => ids.has(id)));
  };

  const of = (among, term) => (Object.hasOwn(among, term) ? among[term] : []);

  // The positions of the articles that have what is asked for, for each kind of it.
  const wanted = async (asked) => {
    const sets = new Map();
    for (const kind of KINDS.filter((one) => asked[one])) sets.set(kind, new Set(of((await terms())[kind], asked[kind])));
    if (asked.type || asked.name) {
      const all = await names();
      const types = asked.type ? [asked.type] : Object.keys(all);
      const lists = types.flatMap((type) => {
        const own = Object.hasOwn(all, type) ? all[type] : {};
        return asked.name ? of(own, asked.name) : Object.values(own).flat();
      });
      sets.set("names", new Set(lists));
    }
    return sets;
  };

  // Counting asks for a file that plain words do not need.
  const search = async (asked, counting) => {
    const found = await find(asked.q || null);
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

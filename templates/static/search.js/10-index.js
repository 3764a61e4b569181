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
  const parts = read("parts.json");
  const pagefind = once(async () => {
    const [program, [first, ...others]] = await Promise.all([import(`${folder}pagefind.js`), parts()]);
    const joined = program.createInstance({ noWorker: true, basePath: `${folder}${first}/` });
    await joined.filters(); // fails where the first part does; the others would wait for it for ever
    await Promise.all(others.map((part) => joined.mergeIndex(`${folder}${part}/`)));
    return joined;
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

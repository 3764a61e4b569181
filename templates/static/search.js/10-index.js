// The index: what Pagefind finds for words in its parts, cut down to the articles that have the terms asked for.

const KINDS = ["tag", "source", "date"];
const NO_WORD = "ꙮꙮ"; // no word begins with another and this
const SAID = /[\p{L}\p{N}]/u;
const SHORTEST = 2; // letters of a word that is taken for a longer one which nobody wrote
// The index has letters without spaces between words (UNSPACED) as words, those of Thai, Lao, Burmese and Khmer as
// stand-ins, and letters that no accent makes as plain ones with one; digest/text/unspaced.py and unaccented.py have the same.
const [FIRST, END, TANGUT] = [0x0e00, 0x1800, 0x17000];
const SPACE = "\u2060"; // behind a word: a space stands there in the text too
const UNACCENTED = {
  ø: "ȍ", ł: "ḹ", đ: "ḓ", ð: "ḑ", ħ: "ḫ", ŧ: "ṱ", ı: "ȉ", ŋ: "ṋ", ə: "ȅ", ß: "ṩs", æ: "ȁe", œ: "ȏe", þ: "ṯh",
  Ø: "Ȍ", Ł: "Ḹ", Đ: "Ḓ", Ð: "Ḑ", Ħ: "Ḫ", Ŧ: "Ṱ", Ŋ: "Ṋ", Ə: "Ȅ", ẞ: "ṨS", Æ: "ȀE", Œ: "ȎE", Þ: "ṮH",
};
const ACCENTED = Object.fromEntries(Object.entries(UNACCENTED).map(([letter, plain]) => [plain, letter]));
const shifted = (letter, by) => String.fromCodePoint(letter.codePointAt() + by);
const apart = new RegExp(`[ǿǾǽǼǣǢ${Object.values(UNACCENTED).join("")}]`, "gu");
const asIndexed = (words) => words
  .replace(apart, (letter) => letter.normalize("NFD"))
  .replace(new RegExp(`[${Object.keys(UNACCENTED).join("")}]`, "gu"), (letter) => UNACCENTED[letter])
  .replace(new RegExp(UNSPACED, "gu"), (letter) => (letter.codePointAt() < END ? shifted(letter, TANGUT - FIRST) : letter));
const asWritten = (words) => words
  .replace(new RegExp(Object.keys(ACCENTED).join("|"), "gu"), (plain) => ACCENTED[plain])
  .replace(/[\u{17000}-\u{179ff}]/gu, (letter) => shifted(letter, FIRST - TANGUT));
const LETTER = `${UNSPACED}(?:(?!${UNSPACED})\\p{M})*`;
// A word of such letters is asked for as a phrase of them; a quotation mark alone makes none.
const asPhrases = (question) => {
  const words = question.normalize();
  const paired = words.split('"').length % 2 ? words : words.replace(/"(?=[^"]*$)/, " ");
  return asIndexed(paired.replace(new RegExp(`"[^"]*"|(?:${LETTER})+`, "gu"), (found) => {
    const letters = found.replace(new RegExp(LETTER, "gu"), " $& ");
    return found.startsWith('"') ? letters : ` "${letters}" `;
  }));
};

const once = (load) => {
  let loading;
  return () => (loading ??= load().catch((fault) => {
    loading = undefined;
    throw fault;
  }));
};

// Pagefind takes a piece of the index that does not come for one without words, and does not ask for it again. So what did not
// come from the folder of the index is noted here; a host may answer with a page instead.
const missing = new Set();
const noteMissing = (folder) => {
  const request = globalThis.fetch;
  globalThis.fetch = async (...asked) => {
    const { href } = new URL(asked[0], location.href);
    if (!href.startsWith(folder)) return request(...asked);
    const answer = await request(...asked).catch(() => null);
    if (answer?.ok && !answer.headers.get("content-type")?.startsWith("text/html")) return answer;
    missing.add(href);
    throw new Error(`${href}: ${answer?.status ?? "no answer"}`);
  };
};

const opened = (folder) => {
  noteMissing(folder);
  const read = (name) => once(async () => (await fetch(folder + name)).json());
  const terms = read("terms.json");
  const names = read("names.json");
  const parts = read("parts.json");
  const begin = (options) => once(async () => {
    const [program, [first, ...others]] = await Promise.all([import(`${folder}pagefind.js`), parts()]);
    const joined = program.createInstance({ noWorker: true, basePath: `${folder}${first}/`, ...options });
    await joined.filters(); // fails where the first part does; the others would wait for it for ever
    await Promise.all(others.map((part) => joined.mergeIndex(`${folder}${part}/`, options)));
    return joined;
  });
  let folded, exact;
  const restart = () => {
    missing.clear();
    folded = begin({});
    exact = begin({ exactDiacritics: true });
  };
  restart();

  const search = async (words, isExact = false) => {
    if (missing.size) restart();
    const { results } = await (await (isExact ? exact : folded)()).search(words);
    if (missing.size) throw new Error(`not loaded: ${[...missing].join(" ")}`);
    return results;
  };
  // Where a text has "cafe" and "café", Pagefind finds no phrase with either unless accents count. They always do in letters without
  // spaces between words: がん is not かん.
  const phrase = async (words) => {
    const results = await search(words, true);
    if (new RegExp(`^(?:[\\s"]|${LETTER})+$`, "u").test(asWritten(words))) return results;
    const ids = new Set(results.map(({ id }) => id));
    return [...results, ...(await search(words)).filter(({ id }) => !ids.has(id))];
  };

  // For a word that it has not, nor one that begins with it, Pagefind takes the longest one that it begins with. In parts each
  // does so for itself, though another part has the word; so that is told by what is found for a word that cannot be.
  const inPlaceOf = async (letters) => new Map((await search(letters.join("") + NO_WORD)).map(({ id, words }) => [id, words.join()]));
  const having = async (letters) => {
    const ids = new Set((await search(`"${letters.join("")}"`)).map(({ id }) => id));
    const others = (await search(letters.join(""))).filter(({ id }) => !ids.has(id));
    const shorter = others.length ? await inPlaceOf(letters.slice(0, -1)) : new Map();
    others.filter(({ id, words }) => shorter.get(id) !== words.join()).forEach(({ id }) => ids.add(id));
    return ids;
  };
  // What has the word, or one that begins with it; else what has the longest word that it begins with.
  const nearest = async (word) => {
    const letters = Array.from(word);
    const ids = await having(letters);
    const fewest = Math.min(SHORTEST, letters.filter((one) => SAID.test(one)).length);
    let longer = ids.size ? new Map() : await inPlaceOf(letters);
    for (let length = letters.length; ids.size === 0 && length >= fewest; length -= 1) {
      const shorter = await inPlaceOf(letters.slice(0, length - 1));
      longer.forEach((words, id) => shorter.get(id) !== words && ids.add(id));
      if (ids.size) return { words: letters.slice(0, length).join(""), ids };
      longer = shorter;
    }
    return { words: word, ids };
  };
  const find = async (given) => {
    const words = given && asPhrases(given);
    if (!words || (!words.includes('"') && (await parts()).length === 1)) return search(words);
    const pieces = words.match(/"[^"]*"|[^\s"]+/g) ?? [];
    if (pieces.length === 1 && pieces[0].startsWith('"')) return phrase(pieces[0]);
    const asked = [];
    for (const one of pieces.filter((piece) => SAID.test(piece))) {
      asked.push(one.startsWith('"') ? { words: one, ids: new Set((await phrase(one)).map(({ id }) => id)) } : await nearest(one));
    }
    const taken = asked.filter(({ words: one, ids }) => ids.size || one.startsWith('"')); // it passes over words that nobody has
    const found = await search(taken.map((one) => one.words).join(" ").replaceAll('"', " ")); // between two quotes all is one phrase
    return found.filter(({ id }) => taken.every(({ ids }) => ids.has(id)));
  };

  const listed = (among, term) => (Object.hasOwn(among, term) ? among[term] : []);

  // The positions of the articles that have what is asked for, for each kind of it.
  const wanted = async (asked) => {
    const sets = new Map();
    for (const kind of KINDS.filter((one) => asked[one])) sets.set(kind, new Set(listed((await terms())[kind], asked[kind])));
    if (asked.type || asked.name) {
      const all = await names();
      const types = asked.type ? [asked.type] : Object.keys(all);
      const lists = types.flatMap((type) => {
        const own = Object.hasOwn(all, type) ? all[type] : {};
        return asked.name ? listed(own, asked.name) : Object.values(own).flat();
      });
      sets.set("names", new Set(lists));
    }
    return sets;
  };

  // Counting asks for a file that plain words do not need.
  const answer = async (asked, counting) => {
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

  return { names, search: answer };
};

// An article that was found to its passages: the paragraphs in which the words stand, cut to what is around them.

const PASSAGES = 3;
const LENGTH = 32; // words
const BEFORE = 6;

// What a word of the index is by, for the index: no marks but those of kana, no capitals.
const plain = (word) => word.normalize("NFD").replace(/[^\p{L}\p{N}\u3099\u309a]/gu, "").toLowerCase();
const isAlone = (word) => new RegExp(UNSPACED, "u").test(asWritten(word));
const ends = (word) => new RegExp(`${UNSPACED}[^\\p{L}\\p{N}]*$`, "u").test(asWritten(word));
const begins = (word) => new RegExp(`^[^\\p{L}\\p{N}]*${UNSPACED}`, "u").test(asWritten(word));
// Not [\p{L}\p{N}\p{M}]$, by which Chromium 156 finds no letter of two surrogates at an end.
const goesOn = (word) => /(?:\p{L}|\p{N}|\p{M})$/u.test(word);
const isApart = (before, word) => before.endsWith(SPACE) || !(ends(before) || begins(word));

// The phrases of a question, each as the words of the index that it is made of; a text has it whole if it is one in the question.
const phrasesOf = (question) => (asPhrases(question).match(/"[^"]*"/g) ?? []).map((phrase) => {
  const whole = asWritten(phrase.replace(/[\s"]/g, ""));
  const isWhole = question.normalize().includes(whole) && /^[\p{L}\p{N}\p{M}]+$/u.test(whole);
  return { bare: phrase.split(/[\s"]+/).map(plain).filter(Boolean), isWhole };
});

// Where these phrases stand: Pagefind tells of each of their words wherever it stands, and of phrases across signs and spaces.
const withinPhrases = (words, phrases) => {
  const all = phrases.length ? words.map(plain) : [];
  const within = new Set();
  phrases.forEach(({ bare, isWhole }) => all.forEach((_, at) => {
    if (!bare.every((word, n) => all[at + n] === word)) return;
    if (isWhole && !words.slice(at, at + bare.length - 1).every(goesOn)) return;
    bare.forEach((_, n) => within.add(at + n));
  }));
  return within;
};

// Words of the index as they are written, `from` one to another: letters that stand by themselves there are put together again
// where all or none of them are `marked`; `gap` tells that a space stands before.
const written = (words, from, to, marked) => {
  const runs = [];
  for (let at = from; at < to; at += 1) {
    const [before, word, found] = [words[at - 1], asWritten(words[at]).replaceAll(SPACE, ""), marked.has(at)];
    const last = runs.at(-1);
    const gap = Boolean(last) && isApart(before, words[at]);
    const areAlone = last && isAlone(before) && isAlone(words[at]);
    if (areAlone && !gap && last.found === found && goesOn(last.word)) last.word += word;
    else runs.push({ word, found, gap });
  }
  return runs;
};

const passages = (article, phrases) => {
  const words = article.content.split(/\s+/);
  const anchors = article.anchors.toSorted((one, other) => one.location - other.location);
  const passage = new Map();
  const within = withinPhrases(words, phrases);
  const told = new Map(article.weighted_locations.map((hit) => [hit.location, hit]));
  const others = article.weighted_locations.filter(({ location }) => !within.has(location) && !isAlone(words[location]));
  // Of a phrase asked for alone Pagefind tells but the first place.
  const hits = others.concat(Array.from(within, (location) => told.get(location) ?? { location, balanced_score: 1 }));
  hits.toSorted((one, other) => one.location - other.location).forEach((hit) => {
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
    const bare = ({ word }) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu, "");
    return {
      id,
      cutBefore: start > begins,
      cutAfter: end < ends,
      words: written(words, start, end, marked),
      found: Array.from(new Set(written(words, begins, ends, marked).filter(({ found }) => found).map(bare))),
    };
  });
};

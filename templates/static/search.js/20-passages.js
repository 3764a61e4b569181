// An article that was found to its passages: the paragraphs in which the words stand, cut to what is around them.

const PASSAGES = 3;
const LENGTH = 32; // words
const BEFORE = 6;

// Letters that stand by themselves in the index, put together again where all or none of them were found.
const merged = (words) => words.reduce((runs, { word, found }) => {
  const before = runs.at(-1);
  const goesOn = before?.found === found && isUnspaced(before.word) && isUnspaced(word) && /[\p{L}\p{N}\p{M}]$/u.test(before.word);
  if (goesOn) before.word += word;
  else runs.push({ word, found });
  return runs;
}, []);

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
    const cut = (from, to) => merged(words.slice(from, to).map((word, at) => ({ word, found: marked.has(from + at) })));
    const bare = ({ word }) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu, "");
    return {
      id,
      cutBefore: start > begins,
      cutAfter: end < ends,
      words: cut(start, end),
      found: Array.from(new Set(cut(begins, ends).filter(({ found }) => found).map(bare))),
    };
  });
};

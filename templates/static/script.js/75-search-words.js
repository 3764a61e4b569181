// Mark the words that a search found in the paragraph to which it led.
(() => {
  const asked = new URLSearchParams(location.search).get("highlight");
  const passage = asked && document.getElementById(location.hash.slice(1));
  if (!passage) return;
  const words = new Set(asked.normalize().toLowerCase().split(/\s+/));
  // A word of a script without spaces stands amid others; search.js, which a project may have without this, has the same letters.
  const UNSPACED =
    "[\\u0e01-\\u0e3a\\u0e40-\\u0e4e\\u0e50-\\u0e59\\u0e81-\\u0edf\\u1000-\\u1049\\u1050-\\u109d\\u1780-\\u17d3\\u17d7\\u17dc\\u17dd\\u17e0-\\u17e9" +
    "\\u3005-\\u3007\\u3021-\\u3029\\u3031-\\u3035\\u3038-\\u303c\\u3041-\\u3096\\u309d-\\u309f\\u30a1-\\u30fa\\u30fc-\\u30ff\\u31f0-\\u31ff" +
    "\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\uff66-\\uff9f\\u{20000}-\\u{3ffff}]";
  const amid = Array.from(words).filter((word) => new RegExp(`^(?:${UNSPACED}\\p{M}*)+$`, "u").test(word)).sort((one, other) => other.length - one.length);
  const letters = `(?:(?!${UNSPACED})[\\p{L}\\p{N}\\p{M}])+`;
  // Some writers let a line end within one: a sign without width stands there, which the index has not.
  const broken = amid.map((word) => Array.from(word).join("\u200b*"));
  const pattern = new RegExp([...broken, `${letters}(?:[^\\s\\p{L}\\p{N}]+${letters})*`].join("|"), "giu");
  const texts = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT);
  const found = [];
  while (texts.nextNode()) {
    for (const word of texts.currentNode.data.matchAll(pattern)) {
      if (!words.has(word[0].replaceAll("\u200b", "").toLowerCase())) continue;
      const range = document.createRange();
      range.setStart(texts.currentNode, word.index);
      range.setEnd(texts.currentNode, word.index + word[0].length);
      found.push(range);
    }
  }
  // From the end, since a mark cuts the text in which it is put.
  found.reverse().forEach((range) => range.surroundContents(document.createElement("mark")));
})();

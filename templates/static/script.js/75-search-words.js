// Mark the words that a search found in the paragraph to which it led.
(() => {
  const asked = new URLSearchParams(location.search).get("highlight");
  const passage = asked && document.getElementById(location.hash.slice(1));
  if (!passage) return;
  const words = new Set(asked.normalize().toLowerCase().split(/\s+/));
  // A word of a script without spaces stands amid others.
  const amid = Array.from(words).filter((word) => new RegExp(`^(?:${UNSPACED}\\p{M}*)+$`, "u").test(word)).sort((one, other) => other.length - one.length);
  const letters = `(?:(?!${UNSPACED})[\\p{L}\\p{N}\\p{M}])+`;
  const pattern = new RegExp([...amid, `${letters}(?:[^\\s\\p{L}\\p{N}]+${letters})*`].join("|"), "giu");
  const texts = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT);
  const found = [];
  while (texts.nextNode()) {
    for (const word of texts.currentNode.data.matchAll(pattern)) {
      if (!words.has(word[0].toLowerCase())) continue;
      const range = document.createRange();
      range.setStart(texts.currentNode, word.index);
      range.setEnd(texts.currentNode, word.index + word[0].length);
      found.push(range);
    }
  }
  // From the end, since a mark cuts the text in which it is put.
  found.reverse().forEach((range) => range.surroundContents(document.createElement("mark")));
})();

// Mark the words that a search found in the paragraph to which it led.
(() => {
  const asked = new URLSearchParams(location.search).get("highlight");
  const passage = asked && document.getElementById(location.hash.slice(1));
  if (!passage) return;
  const words = new Set(asked.normalize().toLowerCase().split(/\s+/));
  const texts = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT);
  const found = [];
  while (texts.nextNode()) {
    for (const word of texts.currentNode.data.matchAll(/[\p{L}\p{N}\p{M}]+(?:[^\s\p{L}\p{N}]+[\p{L}\p{N}\p{M}]+)*/gu)) {
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

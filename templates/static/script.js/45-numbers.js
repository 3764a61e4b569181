// Say "paragraph" where ¶ is shown: not all that read aloud know the sign.
(() => {
  const words = document.querySelector(".text")?.dataset.paragraph;
  if (!words) return;
  document.querySelectorAll(".number").forEach((link) => {
    link.ariaLabel = words.replace("{}", link.textContent.split(" ").pop());
  });
})();

"use strict";
// What the reader's own browser remembers; one that keeps nothing forgets, and all else works.
const remembered = {
  get(key) {
    try {
      return JSON.parse(localStorage.getItem(`digest:${key}`));
    } catch {
      return null;
    }
  },
  set(key, value) {
    try {
      localStorage.setItem(`digest:${key}`, JSON.stringify(value));
    } catch {
      // Full, or forbidden.
    }
  },
};

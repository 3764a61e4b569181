"""The analysers: each finds one thing in an article, or in all of them."""

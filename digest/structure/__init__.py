"""Flat text to title, takeaways, sections and paragraphs."""

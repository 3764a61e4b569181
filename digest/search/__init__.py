"""The words of all articles to the index that the search page reads."""

"""The header of an article: found, read in the words of whichever generator, checked, and said in one form."""

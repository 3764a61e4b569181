"""The nouns: frozen values that know nothing of disk, clock or network."""

"""The commands of digest, one a file; `digest.cli` loads the one that is called."""

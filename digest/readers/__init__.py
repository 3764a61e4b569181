"""The readers: each turns one input format into an article."""

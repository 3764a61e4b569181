"""The page types: each turns a library into pages with their views."""

"""The importers: each turns one format of other programs into articles to keep."""

"""Articles to the feeds that readers of news take."""

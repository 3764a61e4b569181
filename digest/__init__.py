"""A folder of news articles to a briefing site that a reader can check."""

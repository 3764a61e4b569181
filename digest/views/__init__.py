"""What several pages show of articles, names and days."""

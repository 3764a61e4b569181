"""The templates, the static files and the words of a site."""

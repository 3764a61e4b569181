"""The preview: shows a site from memory to browsers on this machine, and tells them when a page has changed."""

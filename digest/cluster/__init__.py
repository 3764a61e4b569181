"""Builds whose articles and files are read and written by workers of a cluster, in a file system that all of them see."""

"""The engines: ways to run the steps of a build."""

"""What an editor asks of a project but its site: its articles and their problems, a new one, the settings."""

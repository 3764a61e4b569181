"""The checks: each remarks on one kind of thing that an editor should look at."""

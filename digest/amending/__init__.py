"""A build after an edit, from the plan of before and what is remembered."""

"""A school at its own desk: the month's report typed or sent as a file, checked, handed in; what came of it."""

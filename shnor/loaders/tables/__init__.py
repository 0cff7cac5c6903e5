"""A grid → the table in it: recognised by its header, without totals, blank rows and personal data."""

"""The rows of a table → records of a kind, checked column by column and against the register."""

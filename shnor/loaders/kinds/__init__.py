"""What only one kind needs after reading: its `finish(draft)`."""

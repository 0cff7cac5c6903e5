"""What Excel shows beside the values: one reader a format, all fill the same marks."""

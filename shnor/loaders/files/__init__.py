"""Bytes of people's files → raw grids, in a process of its own; and the user's workbook back with marks."""

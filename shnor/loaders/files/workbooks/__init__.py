"""Workbooks and tables of plain text → grids."""

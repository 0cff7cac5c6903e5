"""Documents and pages → grids of their tables."""

"""Rows of a view → figures with the name of their set, and back to the rows behind them."""

"""Somebody else's form, filled in by changing nothing but the cells that are asked for."""

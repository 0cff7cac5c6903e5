"""Bytes of people's files → grids → matches → batches and issues, each with its cell.

Imports nothing here: the reading process starts through this package and must start at once.
"""

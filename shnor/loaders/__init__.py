"""Bytes of people's files → grids → matches → batches and issues; and the writers of templates and marked copies.

Imports nothing here: the reading process starts through this package and must start at once.
"""

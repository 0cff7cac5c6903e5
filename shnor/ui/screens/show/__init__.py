"""Показ на семинаре: the shows that are kept, their slides as a list, what to know before, the files."""

"""Pieces any page may draw with: HTML, links, choices, the frame, a sheet with marked cells."""

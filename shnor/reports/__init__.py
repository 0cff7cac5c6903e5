"""Figures and texts → files people print or send. Knows no database and no screen."""

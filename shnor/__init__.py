"""Monitoring of schools with low educational results (ШНОР) by a municipal methodological centre."""

__version__ = "0.1.0"

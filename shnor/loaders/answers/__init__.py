"""Exports of forms, one row a respondent: counted while they are read, no row is kept."""

"""A show at a seminar: slides from figures, schools as letters, nothing a room could recognise a school by."""

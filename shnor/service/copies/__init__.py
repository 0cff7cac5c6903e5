"""Copies of a whole set: is one whole, what would its return lose, its return, one a day, one tried a month."""

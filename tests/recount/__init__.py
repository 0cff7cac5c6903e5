"""Figures of the first example counted once more from the cells of its files, without the program: openpyxl and csv
read them, these modules count by the rules people read, and what the pages show must agree."""

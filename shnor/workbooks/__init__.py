"""Files we hand out: empty templates, filled tables, the month's workbook of a school."""

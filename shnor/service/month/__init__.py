"""The month: which forms are due, what has come, the workbook of a school."""

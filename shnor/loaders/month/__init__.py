"""The month's workbook of a school comes back: which sheets, whose, what its rows say."""

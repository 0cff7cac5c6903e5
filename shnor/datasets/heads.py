"""Words of heads that mean one thing in the columns of every kind."""

COUNTS = ("число", "количество", "кол-во", "кол", "к-во", "численность")
"""«Кол-во учащихся» is «число учащихся»."""

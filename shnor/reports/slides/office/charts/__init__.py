"""Charts of Office from the points of a chart: what is drawn stands in the workbook inside, and nothing beside it."""

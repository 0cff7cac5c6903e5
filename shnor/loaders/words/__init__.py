"""One cell's text → a value: headers, numbers, days, deadlines, works, schools. Nothing is guessed."""

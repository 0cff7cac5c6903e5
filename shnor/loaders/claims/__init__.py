"""A finished paper → every figure it tells: numbers, percentages, years, orders, schools, numbered lists, each with its
sentence. Nothing is compared here and nothing is kept."""

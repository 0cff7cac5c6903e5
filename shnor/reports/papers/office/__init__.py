"""A paper as a document of Word: its package, its styles, its paragraphs, tables, pictures and comments."""

"""Styles of Word a paper is written in."""

NEEDED = {"title": "Название", "heading 1": "Заголовок 1", "heading 2": "Заголовок 2", "table grid": "Сетка таблицы"}
"""Names a file has them by → names Word shows people."""

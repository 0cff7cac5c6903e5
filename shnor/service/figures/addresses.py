"""How a choice of rows stands in an address, so that a figure leads to its rows from a page and from a paper."""

from datetime import date

from shnor.service.figures.rows import Where

PAGE = "source"
"""The page with the rows behind a figure."""
CHOSEN, EMPTY = "c.", "-"
"""«c.subject=математика», several values as «c.school_id=Ш05&c.school_id=Ш07», an empty cell as «c.stage=-»."""

Query = tuple[tuple[str, str], ...]


def query(metric: str, where: Where, part: str = "") -> Query:
    """Names and values of the address of the rows of a figure. part: another weight of the metric's rows."""
    chosen = ((CHOSEN + name, text(one)) for name, value in where.items()
              for one in (value if isinstance(value, tuple) else (value,)))
    return ("metric", metric), ("part", part), *chosen


def text(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else EMPTY if value in (None, "") else str(value)

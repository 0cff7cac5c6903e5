"""Thresholds and scales as people read them: each row with its days and its document, one's own beside the shipped."""

from collections.abc import Sequence

from shnor import wording
from shnor.metrics.norms import Norm
from shnor.service.figures.norms import OWN, PROGRAM, source
from shnor.ui.kit import html
from shnor.ui.kit.html import Markup

HEAD = ("Ступень или предмет", "Значение", "С какого дня", "Документ", "Чей порог")


def by_norm(rows: Sequence[Norm]) -> dict[str, list[Norm]]:
    """Norm → its rows: by detail, the oldest first, a shipped one before one's own."""
    found: dict[str, list[Norm]] = {}
    for row in rows:
        found.setdefault(row.norm, []).append(row)
    return {name: sorted(own, key=lambda row: (_place(own, row), row.valid_from, row.own))
            for name, own in found.items()}


def _place(rows: Sequence[Norm], row: Norm) -> int:
    """Details in the order they are first named."""
    return next(place for place, one in enumerate(rows) if one.detail == row.detail)


def table_html(rows: Sequence[Norm]) -> Markup:
    return html.table_html(HEAD, [[wording.capital(row.detail), f"{wording.number(row.value)}{wording.NBSP}{row.unit}",
                                   days(row), source(row), OWN if row.own else PROGRAM] for row in rows])


def days(row: Norm) -> str:
    """«с 01.01.2025», «01.01.2020–31.12.2022»."""
    if row.valid_to is None:
        return f"с {wording.day(row.valid_from)}"
    return wording.span(wording.day(row.valid_from), wording.day(row.valid_to))

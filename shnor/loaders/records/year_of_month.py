"""The year of a day written without one: «06.11» in a report of November 2026 is of 2026. Only a day of that very
month; one of another month, or where nobody tells the month, is asked."""

from datetime import date

from shnor.datasets import Column
from shnor.loaders.records.draft import Draft
from shnor.loaders.records.sheet_month import head_month
from shnor.loaders.words.years_missing import day_in

YEAR_ASKED = ("not-a-date", "not-a-period")


def settle_years(draft: Draft) -> None:
    """Fill the days the month of their row tells; there is nothing to ask of them."""
    for column in draft.body.kind.typed:
        if column.within and any(column.name in part.match.columns for part in draft.body.parts):
            _settle(draft, column)


def _settle(draft: Draft, column: Column) -> None:
    values, written, months = draft.column(column.name), draft.body.values(column.name), _months(draft, column)
    unread = [record for record, (value, row) in enumerate(zip(values, draft.origin, strict=True))
              if value is None and written[row] is not None]
    for record in unread:
        month = months[record]
        found = day_in(written[draft.origin[record]], month) if month else None
        if found:
            values[record] = f"{found:%Y-%m-%d}" if column.type == "period" else found
            draft.findings.withdraw(YEAR_ASKED, *draft.place(record, column.name))


def _months(draft: Draft, column: Column) -> list[date | None]:
    """The month each record is reported for."""
    if column.within != column.name:
        return draft.column(column.within)
    head = head_month(draft)
    return [date(head[2].year, head[2].number, 1) if head else None] * len(draft.origin)

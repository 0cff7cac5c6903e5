"""From which day results are known: the last day of the works where the file names it, else by the calendar of
procedures. The day a file was made or accepted is another thing."""

import re
from datetime import date

from shnor import periods
from shnor.datasets.procedures import last_day_of_works
from shnor.datasets.results import WRITTEN_ON
from shnor.loaders.records.above import lines
from shnor.loaders.records.draft import Draft
from shnor.loaders.words.works import last_day

_WRITTEN = re.compile(WRITTEN_ON, re.I)


def of_year_column(draft: Draft) -> None:
    """Before school years are settled: «17.04.2026» or «апрель 2026» in their column is the day of the work."""
    codes = draft.column("school_year") if "school_year" in draft.body.match.columns else []
    days = [periods.final_day(code) if code and len(code) > 4 and "/" not in code else None for code in codes]
    if any(days):
        draft.columns["known_on"] = [own or day for own, day in zip(draft.column("known_on"), days, strict=True)]


def settle(draft: Draft) -> None:
    """Once the key is whole. The label above stands for empty cells of the column, a sentence above for no label."""
    above = _above(draft)
    names = ("known_on", "procedure", "stage", "school_year", "term")
    draft.columns["known_on"] = [
        own or above or (last_day_of_works(work or "", stage or "", year, term or "") if year else None)
        for own, work, stage, year, term in zip(*map(draft.column, names), strict=True)]


def _above(draft: Draft) -> date | None:
    written = draft.body.match.head.get("known_on", (None, ""))[0]
    if written is not None:
        return written if isinstance(written, date) else last_day(str(written))
    said = {day for line in lines(draft) for found in [_WRITTEN.search(line)] if found
            if (day := last_day(found["after"]))}
    return said.pop() if len(said) == 1 else None

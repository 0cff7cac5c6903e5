"""Recommendations after reading: to whom by their words, the paper and its year from above, numbers by order."""

import re

from shnor.datasets import Spot
from shnor.datasets.places import IN_ORDER
from shnor.datasets.recommendations import ADDRESSEE_STEMS, SOURCES
from shnor.loaders.kinds.cited import cited_day
from shnor.loaders.kinds.derived import said_above, settle_list, settle_school, settle_year
from shnor.loaders.records.above import line_place
from shnor.loaders.records.draft import Draft

_SOURCE, _YEAR = re.compile(SOURCES, re.I), re.compile(r"(?<!\d)20\d\d(?!\d)")


def finish(draft: Draft) -> None:
    """A справка numbers its advice apart for everybody it advises; the title above says which paper it is."""
    settle_school(draft)
    if not draft.body.tells("source"):
        _source(draft)
    _year(draft)
    # «справка от 19.12.2025 № 41», «выезд 12.11.2026»: before its day nobody knew what it recommends
    draft.columns["given_on"] = [cited_day(source or "") for source in draft.column("source")]
    if "number" not in draft.body.match.columns:
        _numbers(draft)
    settle_list(draft, "addressee", "addressee_id", ADDRESSEE_STEMS)


def _source(draft: Draft) -> None:
    """The first line above the table that names a paper."""
    line = next((line for line in said_above(draft) if _SOURCE.search(line)), None)
    if line:
        draft.columns["source"] = [own or line for own in draft.column("source")]
        draft.spots["source"] = line_place(draft, lambda other: other == line)


def _year(draft: Draft) -> None:
    """Of the paper as its name tells it, else of the lines above."""
    if draft.body.tells("year"):
        return
    years = [_YEAR.findall(source or "") for source in draft.column("source")]
    draft.columns["year"] = [int(found[-1]) if len(set(found)) == 1 else None for found in years]
    if not all(draft.columns["year"]):
        settle_year(draft)


def _numbers(draft: Draft) -> None:
    """By order, from 1 for each addressee."""
    counts: dict[object, int] = {}
    for addressee in draft.column("addressee"):
        counts[addressee] = counts.get(addressee, 0) + 1
        draft.columns.setdefault("_numbers", []).append(str(counts[addressee]))
    draft.columns["number"] = draft.columns.pop("_numbers")
    draft.spots["number"] = (Spot(words=IN_ORDER),)

"""Columns входной, промежуточный, итоговый of a table of monitoring: which month of which school year each is of."""

import re
from collections.abc import Collection
from typing import NamedTuple

from shnor import periods
from shnor.datasets.indicator_values import STAGE_HEAD, STAGE_MONTHS
from shnor.loaders.words.headers import normalise
from shnor.loaders.words.months import MONTH
from shnor.loaders.words.values import period

_HEAD, _MONTH = re.compile(STAGE_HEAD), re.compile(MONTH)
FIRST = STAGE_MONTHS["входн"]


class Stage(NamedTuple):
    """month: of the point. when: the code of what stands beside its name, a month or a year; "" = nothing."""

    month: int
    when: str


def stage(part: str) -> Stage | None:
    """Of one part of a header; None where it names no point of monitoring."""
    found = _HEAD.fullmatch(normalise(part))
    if not found:
        return None
    month = STAGE_MONTHS[found["stage"]]
    if not found["when"] or _MONTH.fullmatch(found["when"]):
        return Stage(month, "")
    read = period(found["when"])
    return Stage(month, str(read.value)) if read.value and not read.code else None


def are_points(months: Collection[int]) -> bool:
    """«Итоговый» alone is a name like any other; beside «входной» they are points of monitoring."""
    return FIRST in months and len(set(months)) > 1


def month_code(month: int, when: str) -> str:
    """«2025-09» of «входной» in 2025/26; a month that is named stays. "" where no school year is told: in a calendar
    year September comes last, and which one is meant nobody has said."""
    if not when:
        return ""
    of = periods.parse(when)
    if of.kind == "month":
        return when
    if of.kind != "school_year":
        return ""
    return periods.month(of.start.year + (month < of.start.month), month).code

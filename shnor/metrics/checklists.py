"""Items of lists at schools: what is there, confirmed, sent back, of what nothing is known; and in what a list differs
from the one of the year before."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from narwhals import col, lit

from shnor.metrics.counting import flag, frame, trace
from shnor.metrics.passport import Marking, Metric, Rows
from shnor.metrics.tally import rows

NEEDS = {"checklists": ("school_id", "checklist", "year", "item", "state", "checked_on")}
THERE, CONFIRMED, RETURNED, ABSENT = "there", "confirmed", "returned", "absent"


def classify(checklists: Any, *, as_of: date) -> Rows:
    """Items with flags: is_item (every row), and one of its parts: is_there, is_confirmed, is_returned, is_absent,
    is_unmarked (no mark by the day). is_present: there or confirmed. A mark without a day counts."""
    told = 1 - flag(col("checked_on") > lit(as_of))
    items = frame(checklists).with_columns(
        is_item=flag(col("item") != ""), is_there=told * flag(col("state") == THERE),
        is_confirmed=told * flag(col("state") == CONFIRMED), is_returned=told * flag(col("state") == RETURNED),
        is_absent=told * flag(col("state") == ABSENT))
    items = items.with_columns(is_present=col("is_there") + col("is_confirmed"))
    return items.with_columns(
        is_unmarked=col("is_item") - col("is_present") - col("is_returned") - col("is_absent"))


@dataclass(frozen=True)
class Difference:
    """In what a list of a year differs from the one before. Items in the order of their lists."""

    checklist: str
    before: int
    after: int
    added: tuple[str, ...]
    dropped: tuple[str, ...]


def differences(lists: Mapping[str, tuple[Iterable[str], Iterable[str]]]) -> tuple[Difference, ...]:
    """Of lists that are there in both years and differ. lists: name → items of last year and of this year; the case of
    letters and spaces make no difference."""
    found = []
    for name, (old, new) in lists.items():
        was, now = _keyed(old), _keyed(new)
        added = tuple(text for key, text in now.items() if key not in was)
        dropped = tuple(text for key, text in was.items() if key not in now)
        if was and now and (added or dropped):
            found.append(Difference(name, len(was), len(now), added, dropped))
    return tuple(found)


def _keyed(items: Iterable[str]) -> dict[str, str]:
    return {" ".join(item.split()).casefold(): item for item in items}


MARKING = Marking("checklists", NEEDS, classify, trace, period="year", parts={
    "item": "Пунктов в контрольном листе", "present": "Есть", "confirmed": "Подтверждено",
    "there": "Есть, не подтверждено",
    "returned": "Возвращено", "absent": "Нет", "unmarked": "Нет сведений"})
_SOURCE = "контрольные листы документов и направлений"
_ALL = "все пункты контрольного листа у школ, у которых он есть; пункт без отметки участвует"
_BESIDE = {"is_confirmed": "из них подтверждено", "is_returned": "возвращено", "is_absent": "нет",
           "is_unmarked": "нет сведений"}


def _metric(id: str, title: str, formula: str, numerator: str, **said: Any) -> Metric:
    return Metric(id=id, title=title, unit="доля", formula=f"{formula} / {_ALL}; отметка действует со своего дня, без "
                  "дня — всегда", source=_SOURCE,
                  counted="один пункт одного контрольного листа у одной школы на один год",
                  marking=MARKING, minimum=10, numerator=numerator, denominator="is_item", made=(rows("state"),),
                  base=(rows("item"),), by=("checklist", "year"), **{"better": "больше", **said})


METRICS = (
    _metric("checklist_present", "Есть из контрольного листа",
            "пункты с отметкой «есть» или «подтверждено»", "is_present",
            more=_BESIDE),
    _metric("checklist_confirmed", "Подтверждено из контрольного листа",
            "пункты с отметкой «подтверждено»", "is_confirmed"),
    _metric("checklist_returned", "Возвращено на доработку", "пункты с отметкой «возвращено»", "is_returned",
            better="меньше"),
    _metric("checklist_unmarked", "Нет сведений о пункте", "пункты без отметки к дате", "is_unmarked",
            better="меньше"),
)

"""Recommendations and tasks: what came of them by the day, which went over into another year, how they are numbered.

A paper gives its recommendations on its day: they count from the day its name tells, where it tells none from the
first day of their year. What is taken off counts nowhere. A recommendation whose day has passed and that is not marked
as done is «срок прошёл: выполнение не подтверждено», also where somebody is at it: nothing is known of its end.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from narwhals import col, lit

from shnor.metrics.counting import flag, frame, trace
from shnor.metrics.passport import Marking, Metric, Rows
from shnor.metrics.tally import rows

NEEDS = {"recommendations": ("year", "addressee_id", "school_id", "due", "state", "done_on", "carried_from",
                             "given_on")}
STANDINGS = {"done": "выполнено", "going": "выполняется", "open": "открыто", "late": "срок прошёл"}
"""Part of a bar → its word, in the order of the bar; together they are every recommendation that is not taken off."""
LATE = "срок прошёл: выполнение не подтверждено"
_WHOLE = re.compile(r"(?P<before>(?:\d+\.)*)(?P<last>\d+)[.)]?")


def classify(recommendations: Any, *, as_of: date) -> Rows:
    """is_given: of a paper whose day has come, not taken off; is_dropped: taken off. Of the given one flag each:
    is_done (by the day; without a day as soon as it is given), is_late (its day has passed), is_going, is_open.
    is_carried: given, from an earlier year; is_kept: carried over and not done."""
    told = frame(recommendations)
    begun = flag(col("given_on") <= lit(as_of)) + flag(col("given_on").is_null() & (col("year") <= as_of.year))
    dropped = flag(col("state") == "dropped")
    told = told.with_columns(is_given=begun * (1 - dropped), is_dropped=begun * dropped)
    later = flag(col("done_on") > lit(as_of))
    told = told.with_columns(is_done=col("is_given") * flag(col("state") == "done") * (1 - later))
    left = col("is_given") * (1 - col("is_done"))
    told = told.with_columns(is_left=left, is_late=left * flag(col("due") < lit(as_of)))
    still = col("is_left") * (1 - col("is_late"))
    going = flag(col("state") == "going")
    told = told.with_columns(is_going=still * going, is_open=still * (1 - going),
                             is_carried=col("is_given") * flag(col("carried_from") < col("year")))
    return told.with_columns(is_kept=col("is_carried") * col("is_left"))


@dataclass(frozen=True)
class Numbering:
    """missing: numbers between the first and the last one that no recommendation has; doubled: that several have."""

    missing: tuple[str, ...] = ()
    doubled: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        return not self.missing and not self.doubled


def numbering(numbers: Sequence[str]) -> Numbering:
    """Of one list, as its paper prints them: «1», «3)», «2.4». A list begins with 1; «2.1, 2.3» is a list inside 2.
    What is no number is left out."""
    found = [(part["before"], int(part["last"])) for text in numbers if (part := _WHOLE.fullmatch(text.strip()))]
    missing = [f"{before}{number}" for before in dict.fromkeys(before for before, _ in found)
               for number in _gaps([last for own, last in found if own == before])]
    doubled = [f"{before}{last}" for (before, last), n in Counter(found).items() if n > 1]
    return Numbering(tuple(missing), tuple(doubled))


def _gaps(numbers: Sequence[int]) -> list[int]:
    return [number for number in range(1, max(numbers)) if number not in {*numbers}]


def numberings(lists: Mapping[str, Sequence[str]]) -> dict[str, Numbering]:
    """Addressee → numbers of the list of one paper. Where each list begins with 1, they are numbered apart; else one
    numbering goes through them all, and stands under ""."""
    if len(lists) > 1 and all(any(text.strip().rstrip(".)") == "1" for text in one) for one in lists.values()):
        return {name: numbering(one) for name, one in lists.items()}
    return {"": numbering([text for one in lists.values() for text in one])}


MARKING = Marking("recommendations", NEEDS, classify, trace, period="year",
                  parts={"late": LATE, "going": "выполняется", "open": "открыто", "dropped": "снято"})
_SOURCE = "справки, приказы, протоколы, листы выездов: реестр рекомендаций"
_ONE = "одна рекомендация или задача одного документа одному адресату"
_GIVEN = ("рекомендация считается со дня, названного в имени документа, а если день не назван — с начала своего года; "
          "снятые не считаются")
_LATE = "срок раньше даты, отметки о выполнении к этой дате нет; рекомендация без срока сюда не входит"


def _metric(id: str, title: str, formula: str, numerator: str, *seen: str, **said: Any) -> Metric:
    return Metric(id=id, title=title, formula=formula, numerator=numerator, made=(rows(*seen),), source=_SOURCE,
                  counted=_ONE, marking=MARKING, by=("year", "addressee_id"),
                  **{"unit": "рекомендация", "better": "меньше", **said})


METRICS = (
    _metric("recommendations_done", "Выполнено рекомендаций",
            f"рекомендации с отметкой «выполнена» и днём выполнения не позже даты (без дня — тоже) / все рекомендации; "
            f"{_GIVEN}", "is_done", "state", "done_on", unit="доля", better="больше", denominator="is_given",
            base=(rows("text"),), minimum=10, more={"is_late": LATE, "is_dropped": "снято"}),
    _metric("recommendations_late", "Срок рекомендации прошёл, выполнение не подтверждено",
            f"сколько рекомендаций: {_LATE}; {_GIVEN}", "is_late", "due", "state"),
    _metric("recommendations_carried", "Рекомендации, перешедшие из прежнего года",
            f"сколько рекомендаций, у которых год, из которого они перешли, раньше года документа; {_GIVEN}",
            "is_carried", "carried_from", better="", more={"is_kept": "ещё не выполнено"}),
)

"""A parallel beside its classes: «6 классы — 31» over 6А and 6Б. Figures take the parallel, so the two must agree."""

from collections import defaultdict

from shnor.datasets.results import MARKS
from shnor.loaders.records.draft import Draft
from shnor.loaders.types import KEEP, Choice

_OF_PARALLEL = ("procedure", "stage", "school_year", "term", "level", "school_id", "grade", "subject", "part")
_COUNTED = ("participants", *MARKS, "na")


def compare(draft: Draft) -> None:
    """One question a parallel, at the first of its numbers that is not the sum of its classes."""
    keys = zip(*map(draft.column, _OF_PARALLEL), strict=True)
    wholes: dict[tuple, int] = {}
    classes: dict[tuple, list[int]] = defaultdict(list)
    for record, (key, label) in enumerate(zip(keys, draft.column("class_label"), strict=True)):
        if label:
            classes[key].append(record)
        else:
            wholes[key] = record
    for key, own in classes.items():
        if key in wholes:
            _compare(draft, wholes[key], own)


def _compare(draft: Draft, whole: int, classes: list[int]) -> None:
    for name in _COUNTED:
        values = draft.column(name)
        parts = [values[record] for record in classes]
        if values[whole] is None or None in parts or sum(parts) == values[whole]:
            continue
        labels, grade = draft.column("class_label"), draft.column("grade")[whole]
        listed = " + ".join(f"{grade}{labels[record]} {values[record]}" for record in classes)
        draft.add("results-parallel", whole, name, values[whole], (Choice("Всё верно: классы здесь не все", KEEP),),
                  sum=sum(parts), listed=listed)
        return

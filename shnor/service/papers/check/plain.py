"""What came of a check as lines of text and as plain data, for the command line."""

from collections.abc import Iterator

from shnor import wording
from shnor.service.papers.check.found import ORDER, REASONS, Checked, Verdict

TITLES: dict[Verdict, str] = {"differs": "Расходится", "unchecked": "Сверить нельзя", "agrees": "Сходится"}


def lines(checked: Checked) -> Iterator[str]:
    """Part by part, what differs first; under each finding its sentence."""
    if checked.refused:
        yield f"{checked.name}: {checked.refused.message}"
        return
    yield f"{checked.name}, на {wording.day(checked.day)}"
    for verdict in ORDER:
        found = checked.of(verdict)
        yield f"{TITLES[verdict]}: {len(found)}"
        for one in found:
            told = f" ({one.told})" if one.told else ""
            yield f"  {one.said}{f' [{one.place}]' if one.place else ''}: {REASONS[one.reason]}{told}"
            if one.sentence not in ("", one.said):
                yield f"    {one.sentence}"
    if checked.cells:
        yield f"Чисел в таблицах, которые не сверены: {checked.cells}"


def as_plain(checked: Checked) -> dict[str, object]:
    return {"format": 1, "file": checked.name, "as_of": checked.day.isoformat(), "year": checked.year or None,
            "refused": checked.refused.message if checked.refused else None, "cells": checked.cells,
            "findings": [{"verdict": one.verdict, "code": one.reason, "text": one.said, "place": one.place,
                          "sentence": one.sentence, "message": one.told, "metric": one.metric or None}
                         for one in checked.findings]}


def exit_code(checked: Checked) -> int:
    """0 nothing differs, 1 something does, 2 not read."""
    return 2 if checked.refused else int(bool(checked.of("differs")))

"""What a list of courses needs after reading: school, time and state of every row; a list of people becomes numbers."""

import re
from collections.abc import Iterator, Sequence

from shnor import periods, wording
from shnor.datasets import Spot
from shnor.datasets.courses import DONE_TITLE, PLANNED_TITLE
from shnor.datasets.places import OWN, ROWS
from shnor.loaders.records.above import free_cell, line_place, lines
from shnor.loaders.records.draft import Draft, shown
from shnor.loaders.records.whole import settle_period, settle_school
from shnor.loaders.types import KEEP, Choice
from shnor.loaders.words.headers import normalise
from shnor.loaders.words.subjects import one_form

GROUP = ("school_id", "period", "state", "subject", "programme")
ONE_ROW_ONE_PERSON = "Одна строка — один человек"
_PLAN = re.compile(PLANNED_TITLE)
_DONE = re.compile(DONE_TITLE)


def finish(draft: Draft) -> None:
    """Rows become records with their whole key."""
    draft.columns["subject"] = [one_form(text) for text in draft.column("subject")]
    if draft.body.layout.form:  # the head of a form of ours has said whose report it is and of which month
        return
    settle_school(draft, needed=False)
    settle_period(draft)
    _state(draft)
    _future(draft)
    if "people" not in draft.body.match.columns:
        _count(draft)


def _state(draft: Draft) -> None:
    """A title that says «план» makes planned rows of those that do not say their state."""
    said = [normalise(text) for text in (*lines(draft), draft.body.sheet)]
    planned = any(_PLAN.search(text) for text in said) and not any(_DONE.search(text) for text in said)
    draft.columns["state"] = [state or ("planned" if planned else "done") for state in draft.column("state")]
    if planned:
        draft.spots["state"] = line_place(draft, lambda line: bool(_PLAN.search(normalise(line))))


def _future(draft: Draft) -> None:
    """Nobody has finished courses in a time that has not begun."""
    today, written = draft.known.today, draft.body.values("period")
    columns = (draft.column("period"), draft.column("state"))
    for record, (code, state) in enumerate(zip(*columns, strict=True)):
        if code and state == "done" and "period" in draft.body.match.columns and periods.first_day(code) > today:
            draft.add("future-course", record, "period", shown(written[draft.origin[record]]),
                      choices=(Choice("Оставить как есть", KEEP),), today=f"{today:%d.%m.%Y}")


def _count(draft: Draft) -> None:
    """Rows of people → one record a school, programme and period: certificates = rows, people = different names.

    Names were counted when the sheet was cleaned; here they are numbers that mean nothing outside this file. A person
    met before in the same school and year with another programme goes into `repeated`, so that people add up. In the
    mode «С ФИО» who finished is a record of its own instead, known by `person` and counted by it alone.
    """
    persons = _persons(draft)
    named = _named(draft, persons)
    groups: dict[tuple, list[int]] = {}
    for record, key in enumerate(zip(*_keys(draft), named, strict=True)):
        groups.setdefault(key, []).append(record)
    ordered = sorted(groups, key=lambda key: tuple(str(value or "") for value in key))
    made = {key: _numbers(draft, key, [persons[record] for record in groups[key]]) for key in ordered}
    if draft.body.persons:
        _tell(draft, made)
    _shorten(draft, groups, made)


def _persons(draft: Draft) -> list[int]:
    """Whom each record is about; without names only the user can say that a row is a person."""
    if found := draft.body.persons:
        spare = iter(range(-1, -len(draft.origin) - 1, -1))  # a row without a name is somebody else
        return [found[row] or next(spare) for row in draft.origin]
    sheet, cell = draft.body.sheet, free_cell(draft, 2)
    if draft.answers.get((sheet, cell)) in (KEEP, ONE_ROW_ONE_PERSON):
        return list(range(1, len(draft.origin) + 1))
    draft.findings.add("rows-or-people", sheet, cell, "", (Choice(ONE_ROW_ONE_PERSON, ONE_ROW_ONE_PERSON),))
    return [0] * len(draft.origin)


def _named(draft: Draft, persons: Sequence[int]) -> list[str]:
    """Who finished, where names may be kept; plans and those still learning stay numbers."""
    named = [draft.persons.put_aside(person) if state == "done" else ""
             for person, state in zip(persons, draft.column("state"), strict=True)]
    if any(named):
        draft.persons.sheets |= {part.grid.sheet for part in draft.body.parts}
    return named


def _keys(draft: Draft) -> Iterator[list]:
    """The columns of a group; the same programme of another length is another programme."""
    for name in GROUP:
        yield _programmes(draft) if name == "programme" else draft.column(name)


def _programmes(draft: Draft) -> list[str | None]:
    names, hours = draft.column("programme"), draft.column("hours")
    lengths: dict[str | None, set] = {}
    for name, length in zip(names, hours, strict=True):
        lengths.setdefault(name, set()).add(length)
    return [f"{name or 'Программа'} ({length}{wording.NBSP}ч)" if len(lengths[name]) > 1 and length else name
            for name, length in zip(names, hours, strict=True)]


def _numbers(draft: Draft, key: tuple, who: Sequence[int]) -> tuple[int | None, int, int]:
    """(different people, rows, people met before in the same school, year and state)."""
    if not any(who):
        return None, len(who), 0
    school, period, state, *_ = key
    year = periods.first_day(period).year if period else None
    different = dict.fromkeys(who)
    fresh = sum(draft.persons.first((school, year, state), person) for person in different)
    return len(different), len(who), len(different) - fresh


def _tell(draft: Draft, made: dict[tuple, tuple[int | None, int, int]]) -> None:
    """What is left of the list."""
    for code, counted in (("names-aside", [told for key, told in made.items() if key[-1]]),
                          ("names-not-kept", [told for key, told in made.items() if not key[-1]])):
        if counted:
            _tell_of(draft, code, counted)


def _tell_of(draft: Draft, code: str, counted: Sequence[tuple[int | None, int, int]]) -> None:
    rows, several = sum(rows for _, rows, _ in counted), any(again for *_, again in counted)
    people = sum((people or 0) - again for people, _, again in counted)
    twice = ("; некоторые завершили несколько программ, поэтому сумма людей по программам больше, а кто уже посчитан "
             "в другой строке, отмечен в столбце «Из них уже учтены»") if several else ""
    draft.findings.add(code, draft.body.sheet, "", "", people=wording.counted(people, "человек"),
                       certificates=wording.counted(rows, "удостоверение"), twice=twice)


def _shorten(draft: Draft, groups: dict, made: dict) -> None:
    """One record a group, standing in the cells of all its rows."""
    order = sorted(groups, key=lambda key: groups[key][0])
    first = [draft.origin[groups[key][0]] for key in order]
    draft.joined = {row: [draft.origin[record] for record in groups[key][1:]]
                    for row, key in zip(first, order, strict=True)}
    merged = {name: [_common(draft.column(name), groups[key]) for key in order]
              for name in ("provider", "hours", "by_deficit")}
    programmes = [key[GROUP.index("programme")] for key in order]
    draft.take([groups[key][0] for key in order])
    draft.columns |= merged | {
        "programme": programmes, "person": [key[-1] or None for key in order],
        "people": [None if key[-1] else made[key][0] for key in order],
        "certificates": [made[key][1] if key[2] == "done" else None for key in order],
        "repeated": [None if key[-1] else made[key][2] or None for key in order]}
    draft.spots |= dict.fromkeys(("people", "certificates", "repeated", "person"), (Spot(OWN, ROWS),))


def _common(values: list, records: Sequence[int]) -> object:
    """What all rows of a group say, or nothing."""
    found = {values[record] for record in records}
    return found.pop() if len(found) == 1 else None

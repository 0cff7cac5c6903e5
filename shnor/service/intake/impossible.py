"""Numbers that cannot be, beside what else is known: more people on courses than teach in the school, more answers or
pupils than there are. Asked once a school and drop; the files are taken all the same when the person says so."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, NamedTuple

from shnor import wording
from shnor.datasets import KINDS, Batch
from shnor.loaders.issues.catalogue import ISSUES
from shnor.loaders.issues.findings import placed
from shnor.loaders.types import KEEP, Answers, Checked, Choice, Issue
from shnor.metrics.courses import WHOLE
from shnor.service.intake.told_rows import plain
from shnor.store import View

TOPIC = "больше, чем может быть"
SHOWN = 5
_HINT = (" Кто завершил две программы, считается один раз, только если это отмечено в столбце "
         f"«{KINDS['courses']['repeated'].title}».")
UNSETTLED = ("rows-alike", "row-alike")
_ASKED = ("courses", "surveys", "results")
_OF_COURSE = ("school_id", "day", "state", "subject", "people", "repeated", "person")
Values = Mapping[str, Any]


@dataclass(frozen=True)
class _School:
    """staff, pupils: how many, by the newest list; 0 = not known. on: the day of the list of the staff, None for the
    register. subjects: teachers by subject."""

    name: str = ""
    staff: int = 0
    pupils: int = 0
    on: date | None = None
    subjects: Mapping[str, int] = field(default_factory=dict)


class _Line(NamedTuple):
    """A number that cannot be. place: of its file in the drop."""

    school: str
    place: int
    kind: str
    sheet: str
    cell: str
    text: str


def settle(view: View, checked: Sequence[Checked], answers: Sequence[Answers]) -> list[Checked]:
    """The same files with what there is to ask."""
    batches = [batch for one in checked for batch in one.batches]
    if not any(batch.kind in _ASKED for batch in batches):
        return list(checked)
    schools = _schools(view, batches)
    finished = _finished(view, [batch for batch in batches if batch.kind == "courses"])
    lines: dict[str, list[_Line]] = defaultdict(list)
    for place, one in enumerate(checked):
        for line in _lines(place, one, schools, finished):
            lines[line.school].append(line)
    asked: dict[int, list[Issue]] = defaultdict(list)
    for own in lines.values():
        first = own[0]
        if answers[first.place].get((first.sheet, topic_of(first.school))) != KEEP:
            asked[first.place].append(_asked(own, checked))
    return [_with(one, asked[place]) for place, one in enumerate(checked)]


def topic_of(school: str) -> str:
    """Under which the answer about a school is kept."""
    return f"{TOPIC}: {school}"


def _with(one: Checked, issues: Sequence[Issue]) -> Checked:
    alone = len(one.kept) == 1
    return replace(one, issues=(*one.issues, *(placed(issue, alone=alone) for issue in issues)))


def _schools(view: View, batches: Sequence[Batch]) -> dict[str, _School]:
    """Of the register and of the newest list of the staff of each school, files of the drop among them."""
    register = view.rows("schools").select("school_id", "name", "staff", "pupils").to_arrow_table().to_pylist()
    register += [row for batch in batches if batch.kind == "schools" for row in batch.table.to_pylist()]
    found = {row["school_id"]: _School(row["name"] or "", row["staff"] or 0, row["pupils"] or 0) for row in register}
    told = view.rows("staff").select("school_id", "on_date", "subject", "people").to_arrow_table().to_pylist()
    told += [row for batch in batches if batch.kind == "staff" for row in batch.table.to_pylist()]
    days: dict[str, dict[date, dict[str, int]]] = defaultdict(lambda: defaultdict(dict))
    for row in told:
        if row["school_id"] and row["on_date"]:
            days[row["school_id"]][row["on_date"]][row["subject"]] = row["people"] or 0
    for school, lists in days.items():
        newest = max(lists)
        subjects = {plain(subject): people for subject, people in lists[newest].items() if subject != WHOLE}
        staff = lists[newest].get(WHOLE) or sum(subjects.values())
        found[school] = replace(found.get(school, _School()), staff=staff, on=newest, subjects=subjects)
    return found


def _finished(view: View, batches: Sequence[Batch]) -> dict[tuple, Values]:
    """Rows of finished courses in force, by their key, of the years these files speak of."""
    days = [day for batch in batches for day in batch.table["day"].unique().to_pylist() if day]
    if not days:
        return {}
    key = KINDS["courses"].key
    first, last = date(min(days).year, 1, 1), date(max(days).year, 12, 31)
    rows = view.rows("courses", state="done", day__from=first, day__to=last)
    table = rows.select(*dict.fromkeys((*key, *_OF_COURSE))).to_arrow_table()
    return {tuple(row[name] for name in key): row for row in table.to_pylist()}


def _lines(place: int, one: Checked, schools: Mapping[str, _School], finished: dict[tuple, Values]) -> Iterator[_Line]:
    """What cannot be in one file of the drop."""
    for kind, keys in one.replaced.items():
        for row in keys.to_pylist() if kind == "courses" else ():
            finished.pop(tuple(row.values()), None)
    if any(issue.code in UNSETTLED for issue in one.issues):  # the rows may be counted already: that is asked first
        return
    for batch in one.batches:
        if batch.kind not in _ASKED:
            continue
        rows = batch.table.to_pylist()
        for school, cell, text in dict.fromkeys(_courses(rows, schools, finished) if batch.kind == "courses"
                                                else _counted(batch.kind, rows, schools)):
            yield _Line(school, place, batch.kind, batch.sheet, cell, text)


def _asked(lines: Sequence[_Line], checked: Sequence[Checked]) -> Issue:
    """One question a school; what stands in other files and sheets of the drop is named with them."""
    first = lines[0]
    more = f" и ещё {len(lines) - SHOWN}" if len(lines) > SHOWN else ""
    listed = "; ".join(f"{_where(line, first, checked)} — {line.text}" for line in lines[:SHOWN]) + more
    return ISSUES["more-than-there-are"].at(
        first.sheet, first.cell, "", (Choice("Оставить как есть", KEEP),), topic_of(first.school), listed=listed,
        hint=_HINT if any(line.kind == "courses" for line in lines) else "")


def _where(line: _Line, first: _Line, checked: Sequence[Checked]) -> str:
    file = f", файл «{checked[line.place].file}»" if line.place != first.place else ""
    sheet = f", лист «{line.sheet}»" if not file and line.sheet != first.sheet else ""
    return f"{line.cell}{sheet}{file}"


def _courses(rows: Sequence[Values], schools: Mapping[str, _School],
             finished: dict[tuple, Values]) -> Iterator[tuple[str, str, str]]:
    """Schools in which, with this file, more people have finished in a year than teach there; subjects with more people
    in one row than teachers."""
    new: dict[tuple[str, int], str] = {}
    for row in rows:
        key = tuple(row[name] for name in KINDS["courses"].key)
        if row["state"] != "done" or not row["day"] or not row["school_id"]:
            continue
        before = finished.get(key)
        finished[key] = row
        if before and before["people"] == row["people"] and before["repeated"] == row["repeated"]:
            continue
        new.setdefault((row["school_id"], row["day"].year), _cell(row))
        school = schools.get(row["school_id"], _School())
        of_subject = school.subjects.get(plain(row["subject"]), 0)
        if of_subject and (row["people"] or 0) > of_subject:
            yield school.name, _cell(row), (f"{school.name}, {row['subject']}: завершили {row['people']} чел., а "
                                            f"учителей по списку {of_subject}{_on(school)}")
    told = _people(finished.values(), new)
    for (code, year), cell in new.items():
        school, people = schools.get(code, _School()), told[code, year]
        if school.staff and people > school.staff:
            yield school.name, cell, (f"{school.name}: за {year} год завершили {people} чел., а "
                         f"{wording.noun(school.staff, 'педагог')} в школе {school.staff}{_on(school)}")


def _people(rows: Iterable[Values], wanted: Collection[tuple[str, int]]) -> dict[tuple[str, int], int]:
    """(school, year) → who finished: numbers without those counted in another row, and people known by a key once."""
    people: dict[tuple[str, int], int] = dict.fromkeys(wanted, 0)
    named: set[tuple] = set()
    for row in rows:
        place = row["school_id"], row["day"].year
        if place not in people or (place, row["person"]) in named:
            continue
        people[place] += 1 if row["person"] else (row["people"] or 0) - (row["repeated"] or 0)
        if row["person"]:
            named.add((place, row["person"]))
    return people


def _counted(kind: str, rows: Sequence[Values], schools: Mapping[str, _School]) -> Iterator[tuple[str, str, str]]:
    """Answers and works of more people than the school has."""
    for row in rows:
        school = schools.get(row["school_id"] or "")
        if school is None:
            continue
        if kind == "results":
            if row["level"] in (None, "school") and school.pupils and (row["participants"] or 0) > school.pupils:
                yield school.name, _cell(row), (f"{school.name}: писали {row['participants']} чел., а обучающихся в "
                                                f"школе {school.pupils}")
        elif row["audience"] == "teachers" and school.staff and (row["base"] or 0) > school.staff:
            yield school.name, _cell(row), (f"{school.name}: ответили {row['base']} чел., а педагогов "
                                            f"{school.staff}{_on(school)}")
        elif row["audience"] == "pupils" and school.pupils and (row["base"] or 0) > school.pupils:
            yield school.name, _cell(row), f"{school.name}: ответили {row['base']} чел., а обучающихся {school.pupils}"


def _cell(row: Values) -> str:
    return str(row["cell"] or "").partition(",")[0]


def _on(school: _School) -> str:
    return f" на {school.on:%d.%m.%Y}" if school.on else ""

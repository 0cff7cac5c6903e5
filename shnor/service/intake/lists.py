"""A pasted list becomes rows: of the register, or of who is on a list of schools from a day by a document.

Rows go the way of a file (`manual.rows`): they are checked, previewed, accepted and taken back like any other.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from shnor import wording
from shnor.datasets import KINDS
from shnor.datasets.statuses import ENTERING, LEAVING, ORDER_CITED, STAYING
from shnor.loaders.tables import school_lists
from shnor.loaders.tables.school_lists import Listed, Part, Reading
from shnor.loaders.types import School
from shnor.loaders.words.school_mentions import Mention
from shnor.loaders.words.schools import Found, find
from shnor.sentences.names import same
from shnor.service.centre.cases import proposed
from shnor.service.intake.known import schools
from shnor.store import View

SAID = "Как было написано"
"""The heading of a column no form knows: it stays on the kept sheet beside the row it became."""
_SAYS = tuple((name, re.compile(words, re.I)) for name, words in (
    ("leave", LEAVING), ("enter", ENTERING), ("stay", STAYING)))
_SENTENCE = re.compile(r"(?<=[.;])(?<!\b[А-Яа-яЁё]\.)(?<!\b(?:им|ст|ул|пр)\.)(?<!\b(?:пос|гор|пер|пгт|хут)\.)"
                       r"\s+(?=[А-ЯЁ][а-яё]+)")
_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_DOCUMENT = re.compile(f"({ORDER_CITED})", re.I)


def register_of(text: str, view: View) -> Reading:
    """Proposed rows of the register from pasted text; schools that are there keep their codes."""
    return school_lists.read(text.splitlines(), schools(view))


def register_of_grids(grids: Iterable, view: View) -> Reading:
    """The same from the sheets of a dropped file."""
    lines = [line for grid in grids if school_lists.is_list(grid) for line in school_lists.lines_of(grid)]
    return school_lists.read(lines, schools(view))


def with_lines(reading: Reading, texts: Iterable[str], view: View) -> Reading:
    """The same with lines that name no school to the program and one to the person."""
    return school_lists.with_lines(reading, texts, schools(view))


def register_rows(rows: Sequence[Listed]) -> list[dict[str, str]]:
    """Texts by column of the form «Школы муниципалитета», with the three cases where they differ from the name."""
    return [_register_row(row) for row in rows if row.take]


def _register_row(row: Listed) -> dict[str, str]:
    cases = proposed(row.name) or same(row.name)
    found = {"school_id": row.code, "number": str(row.number or ""), "name": row.name, "full_name": row.full_name,
             "pupils": "" if row.pupils is None else str(row.pupils), SAID: row.said}
    return found | {name: form for name, form in (("name_gen", cases.gen), ("name_dat", cases.dat),
                                                  ("name_ins", cases.ins)) if form != row.name}


@dataclass(frozen=True)
class Named:
    """A school as the pasted text names it. candidates: of the register, when it is not certain which one."""

    text: str
    candidates: tuple[School, ...] = ()


@dataclass(frozen=True)
class Interval:
    """What the base says of a school on the list. end None = until further notice."""

    school_id: str
    start: date
    end: date | None
    document: str


@dataclass(frozen=True)
class NewList:
    """Who enters, stays and leaves a list from a day by a document; nothing of it is stored. unknown: named schools
    that have to be settled first. aside: words of the text that name no school. later: schools whose entry begins
    after that day and is left alone."""

    status: str
    since: date
    document: str
    enters: tuple[School, ...] = ()
    stays: tuple[School, ...] = ()
    leaves: tuple[School, ...] = ()
    unknown: tuple[Named, ...] = ()
    aside: tuple[str, ...] = ()
    later: tuple[School, ...] = ()
    intervals: Mapping[str, Interval] = field(default_factory=dict)

    @property
    def changes(self) -> bool:
        return bool(self.enters or self.stays or self.leaves)


def compare(view: View, text: str, *, status: str, since: date, document: str,
            answers: Mapping[str, str] | None = None) -> NewList:
    """The pasted list against what is in force. answers: text of a doubtful school → its code, "" = leave it out.

    A text that says who is included and excluded speaks of those schools alone; a bare list is the whole list.
    """
    register = {school.school_id: school for school in schools(view)}
    parts, unknown, aside = _parts(text, tuple(register.values()), answers or {})
    intervals, later = _in_force(view, status, since)
    whole = set(parts["list"])
    if not any(parts[name] for name in ("enter", "leave")):
        whole |= parts["stay"]
        leaves = set(intervals) - whole if whole else set()
    else:
        leaves = parts["leave"] & set(intervals)
        whole |= parts["enter"] | parts["stay"]
    whole -= later

    def named(codes: set[str]) -> tuple[School, ...]:
        return tuple(sorted((register[code] for code in codes if code in register),
                            key=lambda school: wording.by_number(school.name)))

    return NewList(status, since, document, named(whole - set(intervals)), named(whole & set(intervals)),
                   named(leaves - whole), tuple(unknown), aside,
                   named(later & (parts["list"] | parts["enter"])), intervals)


def _parts(text: str, register: Sequence[School],
           answers: Mapping[str, str]) -> tuple[dict[str, set[str]], list[Named], tuple[str, ...]]:
    """Codes by what is said of them; what must be asked; what names no school. A line with «исключить» speaks of the
    lines under it too."""
    parts: dict[str, set[str]] = {"list": set(), "enter": set(), "leave": set(), "stay": set()}
    unknown: dict[str, Named] = {}
    pieces: list[Part] = []
    about = "list"
    for number, line in enumerate(sentences(text)):
        about = next((name for name, word in _SAYS if word.search(line)), about)
        for part, schools_of in pieces_of(line, number, register):
            pieces.append(part)
            for name, match in schools_of:
                code = match.school_id or answers.get(name, "")
                if code:
                    parts[about].add(code)
                elif name not in answers:
                    unknown[name] = Named(name, match.candidates)
    return parts, list(unknown.values()), Reading((), tuple(pieces)).other


def sentences(text: str) -> list[str]:
    """Lines and sentences; «с. Красное» and «им. Героя» end none."""
    return [sentence for line in text.split("\n") for sentence in _in_line(line)]


def _in_line(line: str) -> list[str]:
    """The number of an item belongs to its first sentence."""
    numbered = school_lists.BULLET.match(line)
    head = numbered[0] if numbered else ""
    first, *rest = _SENTENCE.split(line[len(head):])
    return [head + first, *rest]


def pieces_of(line: str, number: int, register: Sequence[School]) -> Iterator[tuple[Part, list[tuple[str, Found]]]]:
    """Every comma part of a line with the schools it names: read when the register knows them all, else asked."""
    before = False
    parts = school_lists.parts_of(line, number, register)
    for part, after in zip(parts, [*parts, None][1:], strict=True):
        matches = [(one.said, _which(one, after, register)) for one in part.mentions]
        if not matches and not before and (doubtful := _nameless(part.text, register)):
            matches = [(" ".join(part.text.split()), doubtful)]
        before = before or bool(matches)
        certain = all(match.kind == "exact" for _, match in matches)
        yield replace(part, state="aside" if not matches else "read" if certain else "asked"), matches


def _which(one: Mention, after: Part | None, register: Sequence[School]) -> Found:
    """The school that is meant. The village of two namesakes stands behind a comma now and then."""
    match = find(one.said, register)
    if match.kind == "exact" or after is None or after.mentions:
        return match
    nearer = find(f"{one.said} {after.text}", register)
    return nearer if nearer.kind == "exact" and nearer.school_id in {
        school.school_id for school in match.candidates} else match


def _nameless(text: str, register: Sequence[School]) -> Found | None:
    """«Октябрьская» alone comes near to a school; a bare number is a number of something."""
    if not re.search(r"[^\W\d]", text) or len(text) > school_lists.LONGEST:
        return None
    match = find(text, register)
    return match if match.kind == "question" else None


def _in_force(view: View, status: str, since: date) -> tuple[dict[str, Interval], set[str]]:
    """School → its interval that reaches the day or the day before it; and schools that enter after the day."""
    found: dict[str, Interval] = {}
    later: set[str] = set()
    rows = view.rows("statuses", status=status).select("school_id", "valid_from", "valid_to", "document").fetchall()
    for school, start, end, document in sorted(rows, key=lambda row: row[1]):
        if start > since:
            later.add(school)
        elif end is None or end >= since - timedelta(days=1):
            found[school] = Interval(school, start, end, document or "")
    return found, later - set(found)


def status_rows(new: NewList) -> list[dict[str, str]]:
    """Texts by column of the form «Перечни и статусы школ». Whoever was on the list keeps the interval, which ends the
    day before; whoever stays or enters gets one by the new document."""
    rows = []
    for school in (*new.stays, *new.leaves):
        interval = new.intervals[school.school_id]
        if interval.start < new.since and (interval.end is None or interval.end >= new.since):
            rows.append(_row(new.status, school, interval.start, new.since - timedelta(days=1), interval.document))
    rows += [_row(new.status, school, new.since, None, new.document) for school in (*new.stays, *new.enters)]
    return rows


def _row(status: str, school: School, start: date, end: date | None, document: str) -> dict[str, str]:
    return {"school_id": school.name, "status": KINDS["statuses"]["status"].choices[status],
            "valid_from": wording.day(start), "valid_to": wording.day(end) if end else "", "document": document}


def in_words(new: NewList) -> list[str]:
    """«С 01.01.2027 входят 2 школы: …» — one line for each of the three, empty ones left out."""
    title = KINDS["statuses"]["status"].choices[new.status]
    lines = []
    for some, one, few in ((new.enters, "Входит", "Входят"), (new.leaves, "Выходит", "Выходят"),
                           (new.stays, "Остаётся", "Остаются")):
        if some:
            verb, names = wording.agreed(len(some), one, few, one), ", ".join(school.name for school in some)
            lines.append(f"{verb} {wording.counted(len(some), 'школа')}: {names}.")
    return [f"Перечень «{title}» с {wording.day(new.since)}, {new.document or 'документ не указан'}.", *lines]


def document_of(text: str) -> str:
    """«приказ министерства от 20.11.2026 № 118», if the text names one."""
    found = _DOCUMENT.search(" ".join(text.split()))
    return found[1] if found else ""


def day_of(text: str) -> date | None:
    """«с 01.01.2027», «на 2027 год» → the day the list begins to hold, if the text says it."""
    if found := re.search(rf"\bс\s+{_DAY.pattern}", text):
        try:
            return date(int(found[3]), int(found[2]), int(found[1]))
        except ValueError:
            return None
    year = re.search(r"\bна\s+(20\d\d)\s+год", text)
    return date(int(year[1]), 1, 1) if year else None

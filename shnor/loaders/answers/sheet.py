"""An export of a form becomes two sheets: what was understood of the form, where questions are answered, and the table
of counts. No row of a respondent goes further than this."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from shnor import wording
from shnor.datasets import KINDS, Grid, Value, a1
from shnor.loaders.answers import export as answers
from shnor.loaders.answers.continued import apart
from shnor.loaders.answers.export import Export
from shnor.loaders.answers.head import COUNTED, Head, in_one_order, settle
from shnor.loaders.answers.options import FREE, ONE, SEVERAL
from shnor.loaders.answers.questions import NO_POSITIVE, Understood, listed_options, understand
from shnor.loaders.answers.scales import Rated, positive_of
from shnor.loaders.issues.findings import Findings
from shnor.loaders.records.registered import doubt_school
from shnor.loaders.tables import aside
from shnor.loaders.tables.personal import Cleaned
from shnor.loaders.types import Known
from shnor.loaders.words.headers import normalise, plain
from shnor.loaders.words.schools import find
from shnor.loaders.words.values import spellings

Row = tuple[Value, ...]
_KIND = KINDS["surveys"]
_COLUMNS = ("survey", "wave", "school_id", "audience", "question", "option", "answers", "base", "several", "positive",
            "known_on")
_QUESTIONS = ("Вопросы анкеты", "Как отвечали", "Какие ответы положительные", "Ответили")
_OF_ALL = "Один ответ на все такие вопросы"
_SCHOOLS = ("Как названа в ответах", "По списку школ", "Заполнили")
_UNSETTLED = "\x00"
_YES_NO = {True: "да", False: "нет"}


def counted(cleaned: Cleaned, known: Known, findings: Findings, stem: str) -> tuple[Cleaned, ...]:
    """Two sheets in place of one; none when the sheet is no export of a form."""
    export = answers.find(cleaned)
    if export is None:
        return ()
    if left := aside.of_answers(cleaned.grid, findings):
        export = answers.find(cleaned, left) or export
    sheet = f"{export.sheet}, вопросы"
    export = in_one_order(export, known, findings, sheet)
    title, wave = (findings.answers.get((sheet, a1(row, 1)), "") for row in (1, 2))
    export = apart(export, known.waves, title, wave)
    head = settle(export, known, findings, sheet, stem)
    first = len(head.rows) + 1
    asked = _understood(export, known, findings, (sheet, first))
    whose, lines = _schools(export, head, known, findings, (sheet, first + len(asked) + 2))
    shared = any(issue.code == "form-positive-all" for issue in findings.issues)
    about = Grid(sheet, (*head.rows, (*_QUESTIONS, _OF_ALL) if shared else _QUESTIONS, *map(_line, asked), (), *lines))
    names = {"": "", **{school.school_id: school.name for school in known.schools}}
    groups = _groups(export, head, [names.get(school, _UNSETTLED) for school in whose])
    header = tuple(_KIND[name].title for name in _COLUMNS)
    rows = _counts(head, asked, groups, _last_days(export, groups))
    table = Grid(f"{export.sheet}, посчитано", (header, *rows), heading=COUNTED)
    return Cleaned(about, issues=export.issues), Cleaned(table, dropped=export.dropped)


def _understood(export: Export, known: Known, findings: Findings, place: tuple[str, int]) -> list[Understood]:
    """The questions in their order. place: sheet and row, from 0, of the first one."""
    sheet, first = place
    given = [tuple(export.answers(question)) for question in export.questions]
    listed = [listed_options(*pair) for pair in zip(export.questions, given, strict=True)]
    asked = []
    for row, (question, texts) in enumerate(zip(export.questions, given, strict=True)):
        others = frozenset().union(*(found for other, found in enumerate(listed) if other != row))
        asked.append(understand(question, texts, known, findings, (sheet, first + row), others))
    rated = {row: Rated(one.text, one.options, (sheet, a1(first + row, 2)), (sheet, a1(first + row, 4)))
             for row, one in enumerate(asked) if one.how == ONE}
    positive = dict(zip(rated, positive_of(list(rated.values()), known, findings), strict=True))
    return [replace(one, positive=positive.get(row)) for row, one in enumerate(asked)]


def _line(question: Understood) -> Row:
    """A question on the sheet of what was understood."""
    how = "свободный ответ, не считается и не хранится" if question.how == FREE else question.how
    named = "; ".join(option for option in question.options if option in (question.positive or ()))
    positive = "" if question.positive is None else named or NO_POSITIVE
    return question.text, how, positive, question.answered or None


def _schools(export: Export, head: Head, known: Known, findings: Findings,
             place: tuple[str, int]) -> tuple[list[str], list[Row]]:
    """(the school of each respondent, the lines that show how each writing was understood). "" = not given."""
    if export.school < 0:
        return [head.school] * len(export.rows), []
    written = [plain(cells[export.school] if export.school < len(cells) else None) for cells in export.rows]
    listed = Counter(filter(None, written))
    found: dict[str, str] = {"": ""}
    lines: list[Row] = [_SCHOOLS]
    for row, text in enumerate(sorted(listed, key=wording.by_number), start=place[1]):
        found[text] = _school(text, known, findings, (place[0], a1(row, 0)))
        name = next((school.name for school in known.schools if school.school_id == found[text]), None)
        lines.append((text, name, listed[text]))
    return [found[text] for text in written], lines


def _school(text: str, known: Known, findings: Findings, cell: tuple[str, str]) -> str:
    """The code of a school, or a mark that it is not settled, with a word about it."""
    text = findings.answers.get(cell) or text
    result = find(text, known.schools)
    if result.kind == "exact":
        return result.school_id
    if not known.schools:
        findings.add("no-register", cell[0], cell[1], text)
        return _UNSETTLED
    doubt_school(findings, cell, text, result, _KIND["school_id"].title)
    findings.insist("school-unclear", *cell)
    return _UNSETTLED


def _groups(export: Export, head: Head, schools: Sequence[str]) -> dict[tuple[str, str], list[int]]:
    """(school, audience) → places of its respondents, in the order of the register. Those of a school that is not
    settled are left out: the table cannot be accepted before it is."""
    known = spellings(_KIND["audience"])
    found: dict[tuple[str, str], list[int]] = {}
    for place, (cells, school) in enumerate(zip(export.rows, schools, strict=True)):
        written = cells[export.audience] if 0 <= export.audience < len(cells) else None
        audience = _KIND["audience"].choices.get(known.get(normalise(written), ""), head.audience)
        if school != _UNSETTLED:
            found.setdefault((school, audience), []).append(place)
    return dict(sorted(found.items(), key=lambda group: (wording.by_number(group[0][0]), group[0][1])))


def _last_days(export: Export, groups: dict[tuple[str, str], list[int]]) -> dict[str, date]:
    """School → the day of its last answer: all that is kept of the times. None where a time cannot be read: the last
    answer may be that one."""
    days: dict[str, list[date | None]] = {}
    for (school, _), places in groups.items():
        days.setdefault(school, []).extend(export.days[place] for place in places)
    whole = {school: [day for day in found if day is not None] for school, found in days.items()}
    return {school: max(found) for school, found in whole.items() if found and len(found) == len(days[school])}


def _counts(head: Head, asked: Sequence[Understood], groups: dict[tuple[str, str], list[int]],
            last: dict[str, date]) -> Iterator[Row]:
    """A row a school, group, question and option, with zeros; who did not answer a question is not in its base."""
    for (school, audience), places in groups.items():
        for question in asked:
            chosen = [set(question.chosen[place]) for place in places if question.chosen[place]]
            seen = Counter(option for options in chosen for option in options)
            for option in question.options if chosen and question.how in (ONE, SEVERAL) else ():
                positive = None if question.positive is None else _YES_NO[option in question.positive]
                yield (head.title, head.wave or None, school or None, audience or None, question.text, option,
                       seen[option], len(chosen), _YES_NO[question.how == SEVERAL], positive, last.get(school))

"""What a table of results does not say in its columns: taken from labels, the title and the tab of the sheet, else
asked once for the sheet. A stage of an exam and a school year are never taken for granted."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from shnor import periods
from shnor.datasets import Value
from shnor.datasets.results import EXAMS, STAGES, USUAL_ANSWERS
from shnor.datasets.works import GRADES
from shnor.loaders.records.above import free_cell, lines, offered_names, only, tell_place
from shnor.loaders.records.draft import Draft, shown
from shnor.loaders.records.registered import named_in
from shnor.loaders.records.whole import blank_schools
from shnor.loaders.types import KEEP, Choice
from shnor.loaders.words import works
from shnor.loaders.words.headers import plain
from shnor.loaders.words.schools import find
from shnor.loaders.words.values import choice, spellings

T = TypeVar("T")
SPECIAL = frozenset({"grade", "school_year", "stage", "known_on"})
"""Read here beside their labels too: «6 А» is a class and its letter, the year of an exam is not the year of a work,
works may have been written on several days."""
ASKED = ("procedure", "school_year", "stage", "grade", "subject", "school_id")
"""What may have to be asked once for a sheet, each at a free cell of its own above the table."""
SCHOOL_MARKS = "Отметки за {}"


def settle(draft: Draft) -> None:
    """Fill the columns of the key; what cannot be told is an issue with its choices."""
    _term(draft)
    _procedure(draft)
    _grade(draft)
    _once(draft, "subject", works.subject, works.subject_in)
    _years(draft)
    _stages(draft)
    _school(draft)
    _tell_places(draft)


def _tell_places(draft: Draft) -> None:
    """Each column settled for the whole sheet stands where it was read; ОГЭ makes its class, a term its procedure."""
    work = next(iter(draft.column("procedure")), None) or ""
    reads: dict[str, Callable[[str], object]] = {
        "term": works.term_in, "procedure": works.procedure_in, "subject": works.subject_in, "stage": works.stage_in,
        "grade": lambda line: getattr(works.grade_in(line), "number", None),
        "school_year": lambda line: only(works.school_years(line, work)),
        "school_id": lambda line: named_in(line, draft.known)}
    for name, read in reads.items():
        value = only(value for value in draft.column(name) if value is not None)
        if value is not None and name not in draft.body.match.columns:
            place = ASKED.index(name) if name in ASKED else len(ASKED)
            tell_place(draft, name, place, partial(_tells, read, value))
    if "grade" in draft.spots:
        draft.spots["class_label"] = draft.spots["grade"]


def _tells(read: Callable[[str], object], value: object, line: str) -> bool:
    return read(line) == value


def _answer(draft: Draft, name: str) -> str:
    answer = draft.answers.get((draft.body.sheet, free_cell(draft, ASKED.index(name))), "")
    return "" if answer == KEEP else answer


def _head(draft: Draft, name: str) -> str:
    """What stands beside the label of a column above the table, or was answered."""
    return _answer(draft, name) or plain(draft.body.match.head.get(name, ("", ""))[0])


def _said(draft: Draft, read: Callable[[str], T | None]) -> T | None:
    """What exactly one of the lines above says, else the name of the sheet."""
    above = {value for line in lines(draft) if (value := read(line))}
    return above.pop() if len(above) == 1 else None if above else read(draft.body.sheet) or None


def _ask(draft: Draft, name: str, choices: tuple[str, ...] = ()) -> None:
    offered = choices or USUAL_ANSWERS.get(name, ())
    draft.findings.add("results-missing", draft.body.sheet, free_cell(draft, ASKED.index(name)), "",
                       tuple(Choice(text, text) for text in offered), column=draft.body.kind[name].title,
                       example=shown(draft.body.kind[name].example))
    draft.asked.add(name)


def _fill(draft: Draft, name: str, value: Value) -> None:
    draft.columns[name] = [value if own is None else own for own in draft.column(name)]


def _once(draft: Draft, name: str, exact: Callable[[str], str], inside: Callable[[str], str]) -> None:
    """What neither a column nor a label tells is told once for all rows."""
    if draft.body.tells(name) or not draft.origin:
        return
    text = _answer(draft, name)
    if value := (exact(text) if text else None) or _said(draft, inside):
        _fill(draft, name, value)
    else:
        _ask(draft, name)


def _term(draft: Draft) -> None:
    """Never asked: works and exams have none."""
    if not draft.body.tells("term"):
        _fill(draft, "term", _said(draft, works.term_in))


def _procedure(draft: Draft) -> None:
    if draft.body.tells("procedure") or not draft.origin:
        return
    text = _answer(draft, "procedure")
    named = (works.procedure(text) if text else "") or _said(draft, works.procedure_in)
    terms = {term.split()[-1] for term in draft.column("term") if term and works.term_in(term)}
    if not named and len(terms) == 1 and all(draft.column("term")):
        named = SCHOOL_MARKS.format(terms.pop())
    if named:
        _fill(draft, "procedure", named)
    else:
        _ask(draft, "procedure")


def _grade(draft: Draft) -> None:
    """From a label or the title with its letter; ОГЭ is written in class 9, ЕГЭ in class 11."""
    text, blank = _head(draft, "grade"), [grade is None for grade in draft.column("grade")]
    if not any(blank) or ("grade" in draft.body.match.columns and not text):
        return
    grade = works.grade(text) if text else _said(draft, works.grade_in)
    if isinstance(grade, works.Grade):
        _fill(draft, "grade", grade.number)
        draft.columns["class_label"] = [grade.label or None if above and own is None else own
                                        for own, above in zip(draft.column("class_label"), blank, strict=True)]
        return
    own = zip(draft.column("grade"), draft.column("procedure"), strict=True)
    draft.columns["grade"] = [GRADES.get(work) if grade is None else grade for grade, work in own]
    if None in draft.column("grade") and "procedure" not in draft.asked:
        _ask(draft, "grade")
    draft.asked.add("grade")


def _years(draft: Draft) -> None:
    """The school year a work was written in. A calendar year alone tells it for spring works only."""
    procedures = draft.column("procedure")
    if "school_year" in draft.body.match.columns:
        own = [_school_year(draft, record, code, procedures[record])
               for record, code in enumerate(draft.column("school_year"))]
        draft.columns["school_year"] = [year if year or _written(draft, record) else _year_beside(draft, work)
                                        for record, (year, work) in enumerate(zip(own, procedures, strict=True))]
        return
    work = procedures[0] if procedures and len(set(procedures)) == 1 else ""
    years = _years_above(draft, work or "")
    if len(years) == 1:
        _fill(draft, "school_year", years[0])
    elif "procedure" not in draft.asked:
        this = periods.containing("school_year", draft.known.today)
        _ask(draft, "school_year", years or (this.previous().code, this.code))
    draft.asked.add("school_year")


def _written(draft: Draft, record: int) -> bool:
    return bool(plain(draft.body.cells("school_year")[draft.origin[record]]))


def _year_beside(draft: Draft, work: str | None) -> str | None:
    """The only school year the label above the table tells."""
    years = works.school_years(_head(draft, "school_year"), work or "")
    return years[0] if len(years) == 1 else None


def _years_above(draft: Draft, work: str) -> tuple[str, ...]:
    """A label first, then the lines that name a year, those with a whole school year or a day before a bare one."""
    if text := _head(draft, "school_year"):
        return works.school_years(text, work)
    named = {years for line in lines(draft) if (years := works.school_years(line, work))}
    best = {years for years in named if len(years) == 1} or named
    return best.pop() if len(best) == 1 else ()


def _school_year(draft: Draft, record: int, code: str | None, work: str | None) -> str | None:
    """«2026» or a day or a month in the column «Учебный год»."""
    if not code or "/" in code:
        return code[:7] if code else None
    if len(code) == 4:
        years = works.of_calendar_year(int(code), work or "")
    else:
        years = (periods.containing("school_year", periods.first_day(code)).code,)
    if len(years) == 1:
        return years[0]
    draft.add("results-year", record, "school_year", code, choices=tuple(Choice(text, text) for text in years),
              work=work or "работа")
    return None


def _stages(draft: Draft) -> None:
    """Exams only: other works have no stage."""
    exams = [work in EXAMS for work in draft.column("procedure")]
    stages, own = draft.column("stage"), "stage" in draft.body.match.columns
    if any(exams) and (not own or _head(draft, "stage")):
        above = _stage_above(draft)
        stages = [above if stage is None else stage for stage in stages]
        if not above and not own:
            _ask(draft, "stage")
    draft.columns["stage"] = [stage if exam else None for stage, exam in zip(stages, exams, strict=True)]
    if own:
        _ask_stages(draft, [record for record, exam in enumerate(exams) if exam and stages[record] is None])


def _stage_above(draft: Draft) -> Value:
    text, column = _head(draft, "stage"), draft.body.kind["stage"]
    if text:
        return choice(text, column, spellings(column)).value or works.stage_in(text)
    return _said(draft, works.stage_in)


def _ask_stages(draft: Draft, records: Sequence[int]) -> None:
    for record in records:
        choices = tuple(Choice(title, title) for title in STAGES.values())
        draft.add("results-stage", record, "stage", choices=choices, work=draft.column("procedure")[record])


def _school(draft: Draft) -> None:
    """One school named above the table is the school of every row; which one is asked where none is."""
    if "school_id" in draft.body.match.columns:
        blank_schools(draft, needed=True)
    if draft.body.tells("school_id") or not draft.known.schools or not draft.origin:
        return
    if all(level not in (None, "school") for level in draft.column("level")):
        return
    known, text = draft.known, _answer(draft, "school_id")
    named = (find(text, known.schools).school_id or named_in(text, known)) if text else \
        only(filter(None, (named_in(line, known) for line in [*lines(draft), draft.body.sheet])))
    if named:
        _fill(draft, "school_id", named)
    else:
        draft.findings.add("whose-report", draft.body.sheet, free_cell(draft, ASKED.index("school_id")), text,
                           offered_names(known.schools))

"""The month's report as it is asked on a screen: the cells of the month's workbook, one by one, under names that stay
the same while rows come and go; and the workbook itself with what was typed."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from shnor.datasets import COURSES, EVENTS, PROGRESS, REQUESTS, RESULTS
from shnor.service.desk.own import SchoolDesk
from shnor.service.month import workbook
from shnor.service.month.workbook import Book
from shnor.workbooks import month, month_sheets, month_typed
from shnor.workbooks.cells import Value
from shnor.workbooks.month_sheets import QUESTION, Sheet

How = Literal["choice", "open", "date", "number", "text", "long"]
NOTHING_NEW = "nothing_new"
"""Name of the cell beside «Изменений за месяц нет»."""
STATES = tuple(PROGRESS["status"].choices[name] for name in ("done", "in_progress", "not_done", "moved"))
_MARK: tuple[tuple[str, How], ...] = (("done_date", "date"), ("done_value", "number"), ("document", "text"),
                                      ("note", "long"))
_LONG = {PROGRESS["note"].title, REQUESTS["need"].title}
_TEXTS = {column.title for kind, names in (
    (COURSES, ("subject", "programme", "provider")), (EVENTS, ("topic", "audience")), (RESULTS, ("subject",)),
    (REQUESTS, ("need", "wanted_by", "addressee"))) for column in (kind[name] for name in names)}
LEFT_OUT = {EVENTS["schools"].title}
"""The school that tells of an event took part in it; others are named in a workbook."""
_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


@dataclass(frozen=True)
class Field:
    """A cell. name: in a draft. title: of its column. options: of a choice; an open one takes other words too."""

    name: str
    title: str
    how: How
    options: tuple[str, ...] = ()


@dataclass(frozen=True)
class Line:
    """A row of a table. place: from 0 under its header. title "" = a row to be named by the school. facts: what we
    know of it."""

    place: int
    title: str
    facts: tuple[str, ...]
    fields: tuple[Field, ...]

    def filled(self, values: Mapping[str, str]) -> bool:
        return any(values.get(field.name) for field in self.fields)


@dataclass(frozen=True)
class Section:
    """A sheet of the workbook. heading: what it is about; hints: how it is filled in."""

    sheet: str
    heading: str
    hints: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Form:
    book: Book
    sections: tuple[Section, ...]

    @property
    def fields(self) -> Iterator[tuple[Section, Line, Field]]:
        """All but the questions to the centre: each of these goes by itself, at once."""
        return ((section, line, field) for section in self.sections if section.sheet != QUESTION
                for line in section.lines for field in line.fields)

    def of(self, sheet: str) -> Section:
        return next(section for section in self.sections if section.sheet == sheet)


def build(own: SchoolDesk) -> Form:
    """What the school is asked for the month. Raises ShnorError where it is not in the register."""
    with own.view() as view:
        return of_book(workbook.book(view, own.school, own.month, own.forms))


def of_book(book: Book) -> Form:
    others = month_sheets.sheets(book.head, book.staff, book.classes)
    return Form(book, (_activities(book), *map(_sheet, others)))


def _activities(book: Book) -> Section:
    lines = [Line(place, f"{row.number} {row.activity}", _facts(row), tuple(_mark(book, row)))
             for place, row in enumerate(book.rows) if not row.ahead]
    return Section(month.SHEET, "Дорожная карта: что сделано за месяц", (), tuple(lines))


def _facts(row: month.MonthRow) -> tuple[str, ...]:
    told = (("срок", row.deadline_text), ("план", row.planned_text), ("отмечено ранее", row.before_text))
    return tuple(f"{words}: {text}" for words, text in told if text)


def _mark(book: Book, row: month.MonthRow) -> Iterator[Field]:
    """State, date, number where one is planned, document, words."""
    key = "/".join(("progress", book.head.plans[row.plan_no - 1], row.number, row.period, str(row.milestone)))
    yield Field(f"{key}/status", PROGRESS["status"].title, "choice", STATES)
    for name, how in _MARK:
        if name != "done_value" or re.search(r"\d", row.planned_text):
            yield Field(f"{key}/{name}", PROGRESS[name].title, how)


def _sheet(sheet: Sheet) -> Section:
    known = [_line(sheet, place, row) for place, row in enumerate(sheet.rows)]
    spare = [_line(sheet, len(sheet.rows) + place, (), f"+{place + 1}") for place in range(sheet.spare)]
    return Section(sheet.title, sheet.heading, sheet.hints, (*known, *spare))


def _line(sheet: Sheet, place: int, row: Sequence[str | int | None], spare: str = "") -> Line:
    """The columns that are ours name a row; a new one the school names, and of the month before it has no number."""
    titled = [title for title, _ in sheet.columns]
    known = {title: value for title, value in zip(titled, row, strict=False) if value is not None}
    before = known.pop(month_sheets.BEFORE, None)
    key = "/".join((sheet.form, spare or " ".join(map(str, known.values()))))
    asked = range(sheet.read if row else 0, len(titled))
    fields = (_field(sheet, key, number, titled[number]) for number in asked
              if titled[number] not in LEFT_OUT | {month_sheets.BEFORE})
    return Line(place, ", ".join(_word(*pair) for pair in known.items()),
                () if before is None else (f"в прошлом месяце {before} чел.",), tuple(fields))


def _word(title: str, value: str | int) -> str:
    return f"{value} класс" if title == RESULTS["grade"].title else str(value)


def _field(sheet: Sheet, key: str, number: int, title: str) -> Field:
    """number: of the column, from 0."""
    options = tuple(sheet.lists.get(number + 1, ()))
    how = _how(title, is_choice=bool(options), is_day=number + 1 in sheet.days)
    return Field(f"{key}/{title}", title, how, options)


def _how(title: str, *, is_choice: bool, is_day: bool) -> How:
    if title == EVENTS["event_kind"].title:
        return "open"
    if is_choice:
        return "choice"
    if is_day:
        return "date"
    return "long" if title in _LONG else "text" if title in _TEXTS else "number"


def written(form: Form, values: Mapping[str, str], who: str) -> bytes:
    """The workbook a school would have sent back: the same sheets and cells."""
    lines: dict[month_typed.Line, Value] = {
        (section.sheet, line.place, field.title): _value(field, values[field.name])
        for section, line, field in form.fields if values.get(field.name)}
    beside = {(month.SHEET, month.FILLED_BY): who}
    if values.get(NOTHING_NEW):
        beside[month.SHEET, month.NOTHING_NEW] = month.YES
    return month_typed.typed(form.book.data, beside, lines)


def _value(field: Field, text: str) -> Value:
    """A day as a day, a whole number as a number; whatever else was typed is read like a cell of a file."""
    if field.how == "date" and (found := _DAY.fullmatch(text)):
        number, in_year, year = map(int, found.groups())
        return date(year, in_year, number)
    return int(text) if field.how == "number" and text.isdecimal() and len(text) < 10 else text


def is_empty(form: Form, values: Mapping[str, str]) -> bool:
    return not values.get(NOTHING_NEW) and not any(values.get(field.name) for _, _, field in form.fields)

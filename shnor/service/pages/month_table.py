"""«Свод месяца»: one sheet that says of every school what came, what is due, what was marked, what help it got."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from shnor import periods, wording
from shnor.datasets import PROGRESS
from shnor.metrics.standings import DUE_PARTS
from shnor.service.figures import topics
from shnor.service.month.owed import Cell
from shnor.service.pages import sent
from shnor.service.pages.matrix import Row
from shnor.service.pages.questions import Question
from shnor.service.pages.support import OF_SCHOOL
from shnor.store import View
from shnor.workbooks.cells import Value
from shnor.workbooks.table import Table

MARKS = ("done", "in_progress", "not_done")
"""Marks of a month that have a column each; the others are in their sum alone."""
PLAN = "course_plan_share"
HELP = {"выезд": "Выездов", "консультация": "Консультаций", "мастер-класс": "Мастер-классов"}


@dataclass(frozen=True)
class Beside:
    """By school: marks of the month (state → how many), courses of the year (finished of the plan, plan)."""

    marks: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    courses: Mapping[str, tuple[int, int]] = field(default_factory=dict)


def beside(view: View, month: date, year: int, *, day: date) -> Beside:
    figures = topics.counted(view, (PLAN,), by=(topics.SCHOOL,), as_of=day, where={"year": year})
    return Beside(sent.marks(view, month), {figure.group[topics.SCHOOL]: (figure.numerator, figure.denominator)
                                            for figure in figures if figure.denominator})


def table(rows: Sequence[Row], months: Sequence[date], lows: tuple[str, Sequence[str]], known: Beside,
          asked: Sequence[Question], *, year: int, day: date, synthetic: bool) -> Table:
    """months: shown beside a school, the month of the table last. lows: («2», ВПР, математика; school years). year: of
    the courses."""
    named, years = lows
    head = ("Школа", "Перечень", *(f"Отчёт за {periods.MONTHS[month.month - 1]} {month.year}" for month in months),
            "Срок наступил", *map(wording.capital, DUE_PARTS.values()), "Отметок за месяц",
            *(f"Отмечено «{PROGRESS['status'].choices[state]}»" for state in MARKS),
            *(part for one in years for part in (f"{named}, {one}, человек", f"Писали, {one}")),
            f"Курсы {year}: завершили по плану", f"Курсы {year}: план", *HELP.values(),
            "Семинаров, вебинаров и других мероприятий", "Просьб без ответа", "О чём просит")
    said = tuple(_line(row, months, len(years), known, [one for one in asked if one.school_id == row.school_id])
                 for row in rows)
    shown = wording.month(months[-1]) if months else wording.day(day)
    return Table(f"Свод месяца: {shown}", head, said, (
        ("На день", wording.day(day)), ("Порядок", "по номеру школы"),
        ("Источник", "формы «Отчёт за месяц», «Дорожная карта», «Результаты», «Курсы», «Мероприятия», «Вопрос центру»"),
        ("Пустая ячейка", "нет данных или показатель к строке не относится; ноль написан числом")),
        synthetic=synthetic)


def _line(row: Row, months: Sequence[date], years: int, known: Beside, asked: Sequence[Question]) -> tuple[Value, ...]:
    parts, marks, courses = row.parts, known.marks.get(row.school_id, {}), known.courses.get(row.school_id)
    told = bool(marks) or not row.school_id
    helped = dict(row.help)
    lows = [value for low in (row.low or (None,) * years) for value in ((low.k, low.n) if low else (None, None))]
    own = bool(row.school_id)
    waiting = [one for one in asked if not one.answer]
    return (row.name, row.note, *(state_in_words(cell) if own else "" for cell in row.reports),
            parts.due if parts else None,
            *(getattr(parts, part) if parts else None for part in DUE_PARTS),
            sum(marks.values()) if told else None, *(marks.get(state, 0) if told else None for state in MARKS), *lows,
            *(courses or (None, None)), *(helped.get(kind, 0) if own else None for kind in OF_SCHOOL),
            row.together if own else None, len(waiting) if own else None, "; ".join(one.need for one in waiting))


def state_in_words(cell: Cell | None) -> str:
    """«сдан 24.11.2026», «сдан 26.11.2026, позже срока», «сдан не весь: нет листа „Педагоги“», «ждём»."""
    if cell is None or (cell.state == "not_asked" and not cell.came):
        return "не требуется"
    if cell.state == "partial":
        return f"сдан не весь: нет {'листа' if len(cell.missing) == 1 else 'листов'} " \
               f"{', '.join(map(wording.quoted, cell.missing))}"
    if cell.came and cell.state != "unseen":
        return ", ".join(filter(None, (f"сдан {wording.day(cell.came)}", "позже срока" if cell.late else "",
                                       "из свода" if cell.by_list else "", "без изменений" if cell.unchanged else "")))
    return {"waiting": "ждём", "handed_in": "прислан, ждёт приёма", "unseen": "принят, школа знакомится",
            "moved": f"ждём до {wording.day(cell.due)}", "questions": "есть вопросы",
            "not_required": "не требуется"}[cell.state]

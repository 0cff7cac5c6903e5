"""The month's workbook of a school: which activities stand in it, and what is already known of them."""

import re
from dataclasses import dataclass, replace
from datetime import date

from shnor import periods
from shnor.datasets.works import WHOLE_STAFF
from shnor.errors import ShnorError
from shnor.metrics.standings import AHEAD, AWAITED, NO_REPORT, NOT_DONE
from shnor.service.figures import roadmap, sets
from shnor.service.figures.roadmap import Deadline
from shnor.service.figures.rows import current, only, values
from shnor.service.month.forms import MONTH, QUARTER, TERMS, Forms
from shnor.store import View
from shnor.workbooks.month import MonthHead, MonthRow, cells_to_fill, month_workbook
from shnor.workbooks.month_sheets import SUBJECTS, ClassRow, StaffRow, marks_to_fill

SHOWN = (NOT_DONE, NO_REPORT, AHEAD)
SHIPPED = Forms()


@dataclass(frozen=True)
class Book:
    """What stands in the workbook of one school."""

    head: MonthHead
    rows: tuple[MonthRow, ...]
    staff: tuple[StaffRow, ...]
    classes: tuple[ClassRow, ...]

    @property
    def asked(self) -> int:
        """Cells of the report the school is asked to fill in; the sheets to be filled only if something happened are
        not among them."""
        return cells_to_fill(self.rows)

    @property
    def marks(self) -> int:
        """Cells of «Итоги»."""
        return marks_to_fill(self.classes) if self.head.term else 0

    @property
    def data(self) -> bytes:
        """The xlsx file."""
        return month_workbook(self.head, self.rows, self.staff, self.classes)


def workbook(view: View, school: str, month: date, forms: Forms = SHIPPED) -> bytes:
    """What is due in the month, left from before and coming next month, for one school. Raises ShnorError when the
    school is not in the register or has no roadmap."""
    made = book(view, school, month, forms)
    if not _titles(view, school):
        raise ShnorError(f"У школы {made.head.school_name} нет дорожной карты. Сначала примите её на странице "
                         "«Приём отчётов».")
    return made.data


def book(view: View, school: str, month: date, forms: Forms = SHIPPED) -> Book:
    """The same as data; without a roadmap the sheet «Месяц» is empty. Raises ShnorError for an unknown school."""
    name = sets.register(view, month).names.get(school)
    if name is None:
        raise ShnorError(f"Школы с кодом «{school}» нет в реестре. Код стоит в файле реестра, в столбце «Код школы».")
    titles = _titles(view, school)
    rows = _all_rows(view, titles, month)
    used = sorted({row.plan_no for row in rows}) or [1]
    term = _term(view, school, month, forms)
    head = MonthHead(school_id=school, school_name=name, month=month, due=forms.due(MONTH.id, month),
                     plans=tuple(titles[number - 1] for number in used) if titles else (), term=term,
                     term_due=forms.due(QUARTER.id, month) if term else None)
    return Book(head, tuple(_renumbered(row, used) for row in rows), _staff(view, school, month),
                _classes(view, school, month) if term else ())


def _term(view: View, school: str, month: date, forms: Forms) -> str:
    """The term whose marks are asked for this month, unless the school has sent them."""
    asked = any(rule.form == QUARTER.id for rule in forms.rules) and forms.asked(QUARTER.id, month)
    if not asked or month.month not in TERMS:
        return ""
    term, year = TERMS[month.month][0], periods.containing("school_year", month).code
    sent = only(current(view, "results"), school_id=school, school_year=year, term=term)
    return "" if sent.num_rows else term


def _staff(view: View, school: str, month: date) -> tuple[StaffRow, ...]:
    """Teachers on the newest day the school told of; the whole school only if no subject is known."""
    last = periods.containing("month", month).end
    rows = only(current(view, "staff"), school_id=school, on_date__to=last).to_pylist()
    newest = max((row["on_date"] for row in rows), default=None)
    stated = sorted((row for row in rows if row["on_date"] == newest and (row["people"] or row["vacancies"])),
                    key=lambda row: row["row"])
    subjects = [row for row in stated if row["subject"] != WHOLE_STAFF] or stated
    return tuple(StaffRow(row["subject"], row["people"]) for row in subjects)


def _classes(view: View, school: str, month: date) -> tuple[ClassRow, ...]:
    """The grades of the school, as its results of the last two years tell them, and the subjects all report on."""
    since = periods.containing("school_year", month).previous().start
    grades = values(only(current(view, "results"), school_id=school, level="school", day__from=since), "grade")
    return tuple(ClassRow(grade, subject) for grade in sorted(grades) for subject in SUBJECTS)


def to_report(view: View, school: str, month: date) -> int:
    """How many rows of the workbook the school is asked about."""
    return sum(not row.ahead for row in _all_rows(view, _titles(view, school), month))


def _titles(view: View, school: str) -> tuple[str, ...]:
    return tuple(plan.title for plan in roadmap.plans(view) if plan.school_id == school)


def _all_rows(view: View, titles: tuple[str, ...], month: date) -> list[MonthRow]:
    return [row for number, title in enumerate(titles, 1) for row in _rows(view, title, number, month)]


def _rows(view: View, plan: str, number: int, month: date) -> list[MonthRow]:
    this = periods.containing("month", month)
    listed = roadmap.deadlines(roadmap.marked(view, as_of=this.end, where={"plan": plan}))
    rows = [MonthRow(plan_no=number, number=row.number, activity=row.activity or "", deadline_text=row.written,
                     planned_text=row.planned or row.planned_total or "",
                     before_text="предстоит" if row.ahead else _before(row), period=row.period,
                     milestone=row.milestone, ahead=row.ahead)
            for row in listed if (row.standing in SHOWN or row.awaits_document) and row.deadline_end is not None
            and (not row.ahead or _soon(row, this.next()))]
    return sorted(rows, key=lambda row: row.ahead)


def _soon(row: Deadline, following: periods.Period) -> bool:
    """Ends by the end of the next month, or begins in it; «до …» has no beginning."""
    ends = row.due_date is not None and row.due_date <= following.end
    return ends or (row.deadline_start is not None and row.deadline_start in following)


def _before(row: Deadline) -> str:
    """What was reported so far: «выполняется (октябрь)», «выполнено, документ ожидается»."""
    if row.awaits_document:
        return AWAITED
    words = {"in_progress": "выполняется", "not_done": "не выполнено", "moved": "перенесено"}
    word = words.get(row.fact_status or "")
    month = row.reported_on
    return f"{word} ({periods.MONTHS[month.month - 1]})" if word and month else word or ""


def _renumbered(row: MonthRow, used: list[int]) -> MonthRow:
    return replace(row, plan_no=used.index(row.plan_no) + 1)


def workbook_name(school: str, month: date) -> str:
    """«Отчёт_2026-12_ООШ-5.xlsx»."""
    return f"Отчёт_{month:%Y-%m}_{short_name(school)}.xlsx"


def short_name(school: str) -> str:
    """«МБОУ ООШ № 5» → «ООШ-5»: a name of a folder. Quotation marks and signs no file system takes are left out."""
    return "-".join(bare_words(school.replace("№", " ")))


def bare_words(school: str) -> list[str]:
    """«МБОУ ООШ № 5» → «ООШ», «№», «5»: without its form, quotation marks and signs no file system takes."""
    words = [word.strip("«»\"'„“.,") for word in re.sub(r'[<>:"/\\|?*]', " ", school).split()]
    form = len(words) > 1 and words[0].upper().endswith("ОУ")
    return [word for word in (words[1:] if form else words) if word]

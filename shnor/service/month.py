"""The month's workbook of a school: which activities stand in it, and what is already known of them."""

from dataclasses import replace
from datetime import date, timedelta

from shnor import periods
from shnor.errors import ShnorError
from shnor.loaders.month import MonthHead, MonthRow, month_workbook
from shnor.service import figures
from shnor.service.classified import classified
from shnor.store import View

SHOWN = ("не выполнено", "нет сведений", "выполнено, документ ожидается", "срок не наступил")


def due_day(month: date) -> date:
    """The 25th; a Saturday or a Sunday moves it to Monday."""
    day = month.replace(day=25)
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)


def workbook(view: View, school: str, month: date) -> bytes:
    """What is due in the month, left from before and coming next month, for one school. Raises ShnorError when the
    school is not in the register or has no roadmap."""
    found = view.rows("schools", school_id=school).select("name").fetchall()
    if not found:
        raise ShnorError(f"Школы с кодом «{school}» нет в реестре. Код стоит в файле реестра, в столбце «Код школы».")
    titles = tuple(plan.title for plan in figures.plans(view) if plan.school_id == school)
    if not titles:
        raise ShnorError(f"У школы {found[0][0]} нет дорожной карты. Сначала примите её на странице «Приём отчётов».")
    rows = [row for number, title in enumerate(titles, 1) for row in _rows(view, title, number, month)]
    used = sorted({row.plan_no for row in rows}) or [1]
    head = MonthHead(school_id=school, school_name=found[0][0], month=month, due=due_day(month),
                     plans=tuple(titles[number - 1] for number in used))
    return month_workbook(head, [_renumbered(row, used) for row in rows])


def _rows(view: View, plan: str, number: int, month: date) -> list[MonthRow]:
    this = periods.containing("month", month)
    listed = classified(view, as_of=this.end, filters=figures.Filters(plan=plan)).rows
    rows = []
    for row in listed:
        if row["standing"] not in SHOWN or row["deadline_end"] is None:
            continue
        ahead = row["standing"] == "срок не наступил"
        if ahead and not _soon(row, this.next()):
            continue
        rows.append(MonthRow(
            plan_no=number, number=row["number"], activity=row["activity"], deadline_text=row["deadline"] or "",
            planned_text=row["planned"] or row["planned_total"] or "",
            before_text="предстоит" if ahead else _before(row), period=row["period"],
            milestone=row["milestone"], ahead=ahead))
    return sorted(rows, key=lambda row: row.ahead)


def _soon(row: dict, following: periods.Period) -> bool:
    """Ends by the end of the next month, or begins in it; «до …» has no beginning."""
    start = row["deadline_start"]
    return row["due_date"] <= following.end or (start is not None and start in following)


def _before(row: dict) -> str:
    """What was reported so far: «выполняется (октябрь)», «выполнено, документ ожидается»."""
    if row["standing"] == "выполнено, документ ожидается":
        return row["standing"]
    words = {"in_progress": "выполняется", "not_done": "не выполнено", "moved": "перенесено"}
    word = words.get(row["fact_status"] or "")
    month = row["reported_on"]
    return f"{word} ({periods.MONTHS[month.month - 1]})" if word and month else word or ""


def _renumbered(row: MonthRow, used: list[int]) -> MonthRow:
    return replace(row, plan_no=used.index(row.plan_no) + 1)

"""The workbooks of the demo, as offices and schools send them."""

from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO

from openpyxl import Workbook, load_workbook
from openpyxl.styles import NamedStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from sample_data.district import BY_NUMBER, MARK, DemoSchool
from sample_data.plans import TOWN, Activity, Plan
from sample_data.reports import Entry
from shnor import periods
from shnor.datasets import ROADMAP, Kind
from shnor.workbooks import style
from shnor.workbooks.month import NOTHING_NEW, YES, MonthHead, MonthRow, month_workbook

ROADMAP_HEADERS = ("№ п/п", "Мероприятие", "Срок исполнения", "План", "Ответственный", "Документ")
LIST_HEADERS = ("Дорожная карта", "Школа", "Отчётный месяц", "№ мероприятия", "Отметка о выполнении", "Дата выполнения",
                "Сделано", "Подтверждающий документ", "Примечание")


def table(sheet: str, title: str, headers: Sequence[str], rows: Sequence[Sequence[object]], *,
          marked: bool = True, mark: str = MARK) -> bytes:
    """A title line, a header, rows. A row of one text is a section over the whole width. mark: says beside the title,
    in the foot and in the properties what the data are."""
    workbook = Workbook()
    page = workbook.active
    page.title = sheet
    page["A1"] = f"{title}. {mark}" if marked else title
    page["A1"].font = style.TITLE
    widths = [max(12, min(46, max((len(_shown(row[place])) for row in rows if len(row) > 1), default=12)))
              for place in range(len(headers))]
    for place, (header, width) in enumerate(zip(headers, widths, strict=True), start=1):
        page.column_dimensions[get_column_letter(place)].width = max(width, len(header) / 1.5)
        cell = page.cell(3, place, header)
        cell.font, cell.fill, cell.border, cell.alignment = style.BOLD, style.HEADER_FILL, style.GRID, style.CENTRE
    page.row_dimensions[3].height = 2 * style.LINE + 3
    for number, row in enumerate(rows, start=4):
        _write(page, number, row, widths)
    style.a4(page, landscape=True, header_row=3)
    return _labelled(workbook, mark)


def of_kind(kind: Kind, title: str, rows: Sequence[Mapping[str, object]], mark: str = MARK) -> bytes:
    """A table with the headers of the kind; columns nobody filled are left out."""
    columns = [column for column in kind.typed if any(row.get(column.name) is not None for row in rows)]
    return table(kind.sheet, title, [column.title for column in columns],
                 [[row.get(column.name) for column in columns] for row in rows], mark=mark)


def roadmap(plan: Plan) -> bytes:
    """The title of the document stands alone above the table: it names the plan. The mark is in the page's foot."""
    more = [name for name in ("target_group", "parent") if any(getattr(one, name) for one in plan.activities)]
    rows: list[Sequence[object]] = []
    for activity in plan.activities:
        if not rows or activity.direction not in {row[0] for row in rows if len(row) == 1}:
            rows.append([activity.direction])
        rows.append([activity.number, activity.text, activity.deadline, activity.planned, activity.responsible,
                     activity.document, *(getattr(activity, name) for name in more)])
    return table("Дорожная карта", plan.title, (*ROADMAP_HEADERS, *(ROADMAP[name].title for name in more)), rows,
                 marked=False)


def month_list(month: date, title: str, marks: Sequence[tuple[Plan, Entry]],
               schools: Mapping[int, DemoSchool] = BY_NUMBER) -> bytes:
    """All marks of a month in one list; the centre's own lines have no school."""
    named = periods.containing("month", month).title
    rows = [[plan.title, None if plan.school == TOWN else schools[plan.school].name, named.removesuffix(" года"),
             entry.number, entry.status, entry.day, entry.value, entry.document, entry.note] for plan, entry in marks]
    return table("Свод", f"{title} за {named}", LIST_HEADERS, rows)


def school_report(plan: Plan, month: date, due: date, earlier: Sequence[Entry], told: Sequence[Entry] | None,
                  name: str = "", school: DemoSchool | None = None, without: str = "") -> bytes:
    """The month's workbook as a school sends it back. told None: «изменений нет». name: instead of the register's.
    school: of another district. without: a sheet the school has cut out."""
    school = school or BY_NUMBER[plan.school]
    rows = _month_rows(plan, month, earlier)
    blank = month_workbook(MonthHead(school.school_id, name or school.name, month, due, (plan.title,)), rows)
    workbook = load_workbook(BytesIO(blank))
    page = workbook.active
    _sign(page, nothing_new=told is None)
    first = next(cell.row for cell in page["A"] if cell.value == "№") + 1
    for place, row in enumerate(rows, start=first):
        for entry in told or ():
            if entry.number == row.number:
                values = entry.status, entry.day, entry.value, entry.document or None, entry.note or None
                for column, value in enumerate(values, start=6):
                    page.cell(place, column).value = value
    if without:
        del workbook[without]
    return _labelled(workbook)


def _month_rows(plan: Plan, month: date, earlier: Sequence[Entry]) -> list[MonthRow]:
    """Due this month or left from before, then what ends or begins next month."""
    this = periods.containing("month", month)
    following = this.next()
    last = {entry.number: entry for entry in earlier}
    now, ahead = [], []
    for activity in plan.activities:
        before = last.get(activity.number)
        if before and _settled(before):
            continue
        if activity.end <= this.end:
            now.append(_month_row(activity, plan, before, ahead=False))
        elif activity.end <= following.end or following.start <= activity.start <= following.end:
            ahead.append(_month_row(activity, plan, before, ahead=True))
    return now + ahead


def _settled(entry: Entry) -> bool:
    return entry.status in ("снято", "без изменений") or (entry.status == "выполнено" and bool(entry.document))


def _month_row(activity: Activity, plan: Plan, before: Entry | None, *, ahead: bool) -> MonthRow:
    text = ""
    if before:
        word = "выполнено, документ ожидается" if before.status == "выполнено" else before.status
        text = f"{word} ({periods.MONTHS[before.month.month - 1]})"
    return MonthRow(1, activity.number, activity.text, activity.deadline, activity.planned, text, str(plan.year), 1,
                    ahead)


def _sign(page: Worksheet, *, nothing_new: bool) -> None:
    for label in page["A"]:
        if label.value == "Заполнил (должность)":
            page.cell(label.row, 2).value = f"заместитель директора ({MARK.lower()})"
        if label.value == NOTHING_NEW and nothing_new:
            page.cell(label.row, 2).value = YES


def _write(page: Worksheet, number: int, row: Sequence[object], widths: Sequence[float]) -> None:
    if len(row) == 1:
        page.merge_cells(start_row=number, start_column=1, end_row=number, end_column=len(widths))
    for place, value in enumerate(row, start=1):
        cell = page.cell(number, place, value if value != "" else None)
        cell.style = _look(page.parent, {date: style.DATE, str: style.TEXT}.get(type(value), "General"),
                           bold=len(row) == 1)
    if len(row) > 1:
        page.row_dimensions[number].height = 3 + style.LINE * max(map(style.lines, row, widths))


def _look(workbook: Workbook, number_format: str, *, bold: bool) -> str:
    """A style by name: set cell by cell, fonts and borders take most of the time of a book."""
    name = f"{number_format} {'bold' if bold else 'plain'}"
    if name not in workbook.named_styles:
        workbook.add_named_style(NamedStyle(name, font=style.BOLD if bold else style.PLAIN, border=style.GRID,
                                            alignment=style.WRAP, number_format=number_format))
    return name


def _shown(value: object) -> str:
    return f"{value:%d.%m.%Y}" if isinstance(value, date) else str(value if value is not None else "")


def _labelled(workbook: Workbook, mark: str = MARK) -> bytes:
    """The mark, of invented data or of their source: in the properties and in the foot of every printed page."""
    workbook.properties.title = workbook.properties.description = mark
    workbook.active.oddFooter.center.text = mark
    return style.saved(workbook)

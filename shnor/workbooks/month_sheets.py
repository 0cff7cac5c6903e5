"""The other sheets of the month's workbook: teachers (М-2), what was held (М-3), a question (М-4), marks (М-5)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from shnor import periods
from shnor.datasets.courses import COURSES
from shnor.datasets.events import EVENTS, ORGANISERS
from shnor.datasets.requests import REQUESTS
from shnor.datasets.results import RESULTS
from shnor.workbooks import month_head, style
from shnor.workbooks.month_head import Columns, Label, MonthHead

TEACHERS, HELD, QUESTION, MARKS = "Педагоги", "Что провели", "Вопрос центру", "Итоги"
BEFORE = "Всего в прошлом месяце, чел."
FINISHED = "Завершили курсы за месяц, чел."
SINCE_JANUARY = "Завершили курсы с начала года, чел."
PROCEDURE = "Отметки за четверть"
SUBJECTS = ("русский язык", "математика")
HELD_KINDS = ("семинар", "вебинар", "консультация", "мастер-класс", "открытый урок", "педсовет", "заседание", "выезд",
              "родительское собрание")
CELLS_A_CLASS = 5
"""Pupils and four marks; who was not marked and who is exempt are rare."""
_SPARE, _EMPTY = 3, 8


@dataclass(frozen=True)
class StaffRow:
    """A subject or post of a school and how many teachers it had last (None: not known)."""

    subject: str
    people: int | None


@dataclass(frozen=True)
class ClassRow:
    """A grade and a subject whose marks are asked for."""

    grade: int
    subject: str


@dataclass(frozen=True)
class Sheet:
    """One sheet of a form. rows: what we fill in, from the first column; spare: empty lines under them; read: how
    many columns are ours. lists: column from 1 → values to choose from; days: columns of dates."""

    title: str
    form: str
    heading: str
    hints: tuple[str, ...]
    columns: Columns
    rows: tuple[tuple[str | int | None, ...], ...] = ()
    spare: int = 0
    read: int = 0
    lists: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    days: frozenset[int] = frozenset()
    labels: tuple[Label, ...] = ()


def sheets(head: MonthHead, staff: Sequence[StaffRow], classes: Sequence[ClassRow]) -> tuple[Sheet, ...]:
    """The sheets beside «Месяц», in their order."""
    marks = (_marks(head, classes),) if head.term else ()
    return (_teachers(staff), _held(), _question(), *marks)


def marks_to_fill(classes: Sequence[ClassRow]) -> int:
    """Cells of the sheet «Итоги» a school is asked to fill in."""
    return CELLS_A_CLASS * len(classes)


def _teachers(staff: Sequence[StaffRow]) -> Sheet:
    subject, programme, hours, provider, deficit = (
        COURSES[name].title for name in ("subject", "programme", "hours", "provider", "by_deficit"))
    return Sheet(
        TEACHERS, "М-2", "Педагоги и курсы за месяц, без фамилий",
        ("Заполните только строки, где что-то изменилось или кто-то завершил курсы. Пустая строка — без изменений.",
         "Две программы по одному предмету — две строки. Предмета нет в списке — допишите ниже."),
        ((subject, 30), (BEFORE, 13), ("Всего сейчас", 10), (FINISHED, 13), ("Удостоверений", 15), (programme, 36),
         (hours, 8), (provider, 28), (f"{deficit}, да/нет", 15), ("Вакансии", 11)),
        rows=tuple((row.subject, row.people) for row in staff), spare=_SPARE if staff else _EMPTY,
        read=2, lists={9: ("да", "нет")})


def _held() -> Sheet:
    titles = tuple(EVENTS[name].title for name in ("period", "event_kind", "topic", "organiser", "audience",
                                                   "participants", "schools"))
    organisers = tuple(ORGANISERS[name] for name in ("school", "mentor", "tutor", "curator", "center"))
    return Sheet(HELD, "М-3", "Что провели за месяц",
                 ("Заполните, если что-то проводили: школа сама, наставник, тьютор, куратор, центр. Без фамилий.",),
                 tuple(zip(titles, (12, 22, 46, 16, 30, 12, 34), strict=True)),
                 spare=_EMPTY, lists={2: HELD_KINDS, 4: organisers}, days=frozenset({1}))


def _question() -> Sheet:
    titles = tuple(REQUESTS[name].title for name in ("need", "wanted_by", "addressee"))
    return Sheet(QUESTION, "М-4", "Вопрос центру: какая помощь нужна",
                 ("Напишите, чем помочь. Центр ответит и назовёт срок.",),
                 tuple(zip(titles, (70, 30, 40), strict=True)), spare=4)


def _marks(head: MonthHead, classes: Sequence[ClassRow]) -> Sheet:
    grade, subject = RESULTS["grade"].title, RESULTS["subject"].title
    year = periods.containing("school_year", head.month).code
    return Sheet(
        MARKS, "М-5", f"Итоги: {head.term}",
        ("Сколько обучающихся получили каждую отметку за четверть; «5», «4», «3», «2» и не аттестованные вместе — "
         "все обучающиеся.",
         "Русский язык и математика обязательны, другие — по желанию. Освобождённые в число обучающихся не входят."),
        ((grade, 16), (subject, 30), ("Обучающихся", 14), *((RESULTS[name].title, 8) for name in ("n5", "n4", "n3",
                                                                                                  "n2")),
         (RESULTS["na"].title, 14), (RESULTS["exempt"].title, 14)),
        rows=tuple((row.grade, row.subject) for row in classes), spare=_SPARE if classes else 2 * _EMPTY,
        read=2, labels=(("Процедура", PROCEDURE), ("Учебный год", year), ("Период", head.term),
                        ("Срок возврата", head.term_due or head.due)))


def write(workbook: Workbook, head: MonthHead, described: Sheet) -> None:
    """Add a sheet to the workbook: its head with its own code, the rows we know, empty lines to fill in."""
    sheet = workbook.create_sheet(described.title)
    code = month_head.form_code(described.form, head, (f"{row[0]} {row[1]}" for row in described.rows))
    labels = (("Школа", head.school_name), ("Месяц", head.title), *described.labels)
    header = month_head.write_top(sheet, described.heading, code, described.hints, labels, described.columns)
    month_head.write_header(sheet, header, described.columns)
    last = header + len(described.rows) + described.spare
    for place in range(header + 1, last + 1):
        number = place - header - 1
        _write_row(sheet, place, described, described.rows[number] if number < len(described.rows) else ())
    for column, values in described.lists.items():
        letter = sheet.cell(1, column).column_letter
        style.drop_down(sheet, f"{letter}{header + 1}:{letter}{last}", values, strict=False)
    month_head.finish(sheet, header, last - header, described.columns)


def _write_row(sheet: Worksheet, place: int, described: Sheet, values: tuple[str | int | None, ...]) -> None:
    for column, (_, width) in enumerate(described.columns, start=1):
        ours = column <= described.read and bool(values)
        value = values[column - 1] if ours else None
        cell = sheet.cell(place, column, value)
        cell.font, cell.border, cell.alignment = style.PLAIN, style.GRID, style.WRAP
        cell.number_format = style.DATE if column in described.days else "General"
        if not ours:
            cell.fill = style.INPUT_FILL
        if column == 1:
            sheet.row_dimensions[place].height = style.LINE * max(1, style.lines(value, width)) + 6

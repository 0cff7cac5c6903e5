"""The forty-five files, each in the words and the format its sender has. Name → bytes."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from io import BytesIO

from docx import Document
from openpyxl import Workbook, load_workbook

from shnor.service.month.workbook import workbook
from shnor.store import Store
from tests.box import facts
from tests.box.facts import COURSES, MARKS, NOVEMBER, OCTOBER, RESULTS, STAFF
from tests.box.town import ACTIVITIES, SCHOOLS
from tests.odd import documents, workbooks
from tests.odd.sheets import Sheet, Value

Rows = Sequence[Sequence[Value]]
TITLES = {number: activity for number, activity, *_ in ACTIVITIES}
PHOTO = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(700)
WORDS = {"done": "выполнено", "in_progress": "выполняется", "not_done": "не выполнено", "moved": "перенесено",
         "unchanged": "без изменений"}


def table(rows: Rows, sheet: str = "Лист1") -> Sheet:
    width = max(map(len, rows))
    return Sheet([[*row, *[None] * (width - len(row))] for row in rows], sheet)


def book(*sheets: tuple[str, Rows]) -> bytes:
    made = Workbook()
    made.remove(made.active)
    for title, rows in sheets:
        page = made.create_sheet(title)
        for row in rows:
            page.append(list(row))
    stream = BytesIO()
    made.save(stream)
    return stream.getvalue()


def document(lines: Sequence[str], rows: Rows) -> bytes:
    """A page of text with one table under it."""
    made = Document()
    for line in lines:
        made.add_paragraph(line)
    grid = made.add_table(len(rows), max(map(len, rows)))
    for number, row in enumerate(rows):
        for place, value in enumerate(row):
            grid.cell(number, place).text = _shown(value)
    stream = BytesIO()
    made.save(stream)
    return stream.getvalue()


def _shown(value: Value) -> str:
    return "" if value is None else f"{value:%d.%m.%Y}" if isinstance(value, date) else str(value)


# --- the workbook of the month, handed out and filled in ---

def month_book(store: Store, school: str, *, nothing_new: str = "", held: Rows = (), question: str = "") -> bytes:
    with store.view() as view:
        made = load_workbook(BytesIO(workbook(view, school, NOVEMBER)))
    month = made["Месяц"]
    if nothing_new:
        month["B7"] = nothing_new
    for row in _lines(month):
        mark = None if nothing_new else MARKS[school, NOVEMBER].get(str(month.cell(row, 1).value))
        if mark:
            month.cell(row, 6).value, month.cell(row, 7).value = WORDS[mark.status], mark.day
            month.cell(row, 8).value = mark.value
    _fill(made["Что провели"], held)
    _fill(made["Вопрос центру"], [[question]] if question else [])
    stream = BytesIO()
    made.save(stream)
    return stream.getvalue()


def _lines(page) -> range:
    return range(int(page.freeze_panes.removeprefix("A")), page.max_row + 1)


def _fill(page, rows: Rows) -> None:
    for place, row in zip(_lines(page), rows, strict=False):
        for column, value in enumerate(row, start=1):
            page.cell(place, column).value = value


# --- lists of marks as schools type them ---

def marks_of_06() -> bytes:
    said = {"1.2": "проведено 28.10", "1.3": "провели 11.11, 2 семинара", "1.4": "выполнено 18 ноября",
            "2.1": "выполнено 19 ноября, писали 9 чел.", "2.3": "в работе", "3.2": "+", "3.3": "не выполнено"}
    return document([f"Отчёт {SCHOOLS['Ш06']}", "о выполнении дорожной карты за ноябрь 2026 года"],
                    [["№ п/п", "Мероприятие", "Отметка о выполнении"],
                     *([number, TITLES[number], text] for number, text in said.items())])


def marks_of_08() -> bytes:
    rows = [("1.2", "вып.", "29.10"), ("1.3", "вып.", "13.11"), ("1.4", "проведено", "20.11"),
            ("2.1", "провели, писали 8 чел.", "17.11"), ("2.3", "Да, изменений нет", ""), ("3.2", "+", "10.11"),
            ("3.3", "выполнено частично", "")]
    return documents.rtf(table([["Школа", "№", "Выполнение", "Дата"], *(["Лицей № 8", *row] for row in rows)]))


def october_of_10() -> bytes:
    rows = MARKS["Ш10", OCTOBER]
    return book(("Октябрь", [["Отчёт за октябрь 2026 года"], ["Школа", SCHOOLS["Ш10"]], [],
                             ["№", "Мероприятие", "Состояние"],
                             *([number, TITLES[number], "в работе"] for number in rows)]))


def marks_of_15() -> bytes:
    rows = [[SCHOOLS["Ш15"], "ноябрь 2026", number, {"done": "вып.", "not_done": "не проводили"}[mark.status],
             mark.day, mark.value] for number, mark in MARKS["Ш15", NOVEMBER].items()]
    return documents.html(table([["ОО", "Отчётный месяц", "№ мероприятия", "Статус", "Дата выполнения", "Факт"],
                                 *rows]), "cp1251")


def marks_of_village() -> bytes:
    said = {"1.2": "проведено 9 ноября", "1.3": "в процессе", "1.4": "провели 19.11", "2.1": "проведено 23.11, 4 чел.",
            "2.3": "вып. 12.11", "3.2": "вып. 10.11", "3.3": "Да, изменений нет"}
    return workbooks.ods(table([["Ольховская основная школа"], ["Дорожная карта: что сделано за ноябрь 2026 г."],
                                ["№ п/п", "Мероприятие", "Выполнение"],
                                *([number, TITLES[number], text] for number, text in said.items())], "ноябрь"))


# --- courses ---

COURSE_HEAD = ("Предмет", "Программа", "Часов", "Дата окончания", "Кол-во педагогов", "Кол-во удостоверений")


def courses(school: str, called: str = "", days: Mapping[str, date] = {}) -> list[list[Value]]:
    """days: subject → the day written instead of the true one."""
    head = [["ОО", *COURSE_HEAD]]
    return head + [[called or SCHOOLS[school], row.subject, row.programme, row.hours, days.get(row.subject, row.day),
                    row.people, row.people] for row in COURSES if row.school == school]


def courses_above(school: str, called: str) -> list[list[Value]]:
    """The school above the table instead of a column."""
    return [["Школа:", called], ["Курсы повышения квалификации за ноябрь 2026 года"],
            *(row[1:] for row in courses(school))]


# --- results of the first quarter ---

RESULT_HEAD = ("Класс", "Предмет", "Кол-во учащихся", "5", "4", "3", "2")


def results(school: str, called: str = "") -> list[list[Value]]:
    return [["Отметки за четверть"], ["Школа", called or SCHOOLS[school]], ["Учебный год", "2026/27"],
            ["Период", "I четверть"], list(RESULT_HEAD),
            *([row.grade, row.subject, row.pupils, row.n5, row.n4, row.n3, row.n2]
              for row in RESULTS if row.school == school)]


def results_flat(school: str) -> list[list[Value]]:
    return [["Школа", "Процедура", "Учебный год", "Четверть", *RESULT_HEAD],
            *([SCHOOLS[school], "Отметки за четверть", "2026/27", "1 четверть", *row]
              for row in results(school)[5:])]


# --- staff, events, questions ---

def staff(school: str, called: str = "") -> list[list[Value]]:
    return [["Педагоги", called or SCHOOLS[school]], ["Школа", called or SCHOOLS[school]],
            ["По состоянию на", date(2026, 11, 25)], ["Предмет", "Всего"],
            *([subject, people] for subject, people in STAFF[school].items())]


def _when(period: str) -> date:
    return date.fromisoformat(period)


def centre_log(state: str) -> list[list[Value]]:
    head = ["Дата", "Вид", "Тема", "Кол-во участников", "Школы", "Состояние"]
    words = {"held": "проведено", "planned": "по плану"}
    return [head, *([_when(row.period), row.event_kind, row.topic, row.people,
                     ", ".join(SCHOOLS[code].removeprefix("МБОУ ").removeprefix("МАОУ ") for code in row.schools),
                     words[row.state]] for row in facts.EVENTS if not row.school and row.state == state)]


def events(school: str, called: str = "") -> list[list[Value]]:
    return [["Школа", "Дата проведения", "Форма проведения", "Тема", "Участников"],
            *([called or SCHOOLS[school], _when(row.period), row.event_kind, row.topic, row.people]
              for row in facts.EVENTS if row.school == school)]


def held(school: str) -> list[list[Value]]:
    """The same as lines of the month's workbook."""
    return [[_when(row.period), row.event_kind, row.topic, "школа", None, row.people]
            for row in facts.EVENTS if row.school == school]


def questions(school: str, called: str = "") -> list[list[Value]]:
    return [["Школа", "Месяц отчёта", "Что нужно"], [called or SCHOOLS[school], "ноябрь 2026", facts.REQUESTS[school]]]


# --- exports of forms ---

def teachers_form() -> bytes:
    """As Яндекс Формы writes it."""
    head = ["ID", "Время создания", "Ваша школа", facts.ADDRESSED, facts.HELPFUL]
    rows, place = [], 0
    for school, said in facts.TEACHERS.items():
        for addressed, helpful in zip(_spread(said[facts.ADDRESSED]), _spread(said[facts.HELPFUL]), strict=True):
            rows.append([str(5200 + place), f"2026-11-{16 + place % 9:02} 1{place % 10}:2{place % 6}:11",
                         SCHOOLS[school], addressed, helpful])
            place += 1
    return documents.csv(table([head, *rows]), "cp1251")


def parents_form() -> bytes:
    """As Google Forms writes it."""
    rows, place = [], 0
    for school, counts in facts.PARENTS.items():
        for answer in _spread(counts):
            when = date(2026, 11, 16) + timedelta(days=place % 8)
            rows.append([f"{when:%d.%m.%Y} 18:0{place % 10}:00", SCHOOLS[school], answer])
            place += 1
    return book(("Ответы на форму (1)", [["Отметка времени", "Школа", facts.CLEAR], *rows]))


def _spread(counts: Sequence[int]) -> list[str]:
    return [answer for answer, count in zip(facts.SCALE, counts, strict=True) for _ in range(count)]

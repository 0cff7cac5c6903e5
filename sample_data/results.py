"""Results of the invented district: ВПР, ОГЭ with stages, marks of a quarter. Numbers of pupils only, no pupil.

Planted for the list of 2026: ВПР in mathematics, classes 5–8, «2»: 131 of 436, a year later 96 of 421; ОГЭ in
mathematics 33 of 103, then 24 of 97, of them 9 after the reserve days and 3 after September.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from sample_data.district import BY_NUMBER, MARK, MUNICIPALITY
from shnor.workbooks import style

Sent = tuple[str, date, bytes]
"""File name, day of arrival, bytes."""
Low = Mapping[int, Sequence[int]]
"""School → a number for each of the classes 5–8 (or one, of class 9)."""

GRADES = (5, 6, 7, 8)
WROTE: Mapping[str, Low] = {
    "2021/22": {3: (39, 40, 37, 38), 5: (11, 12, 10, 11), 7: (20, 19, 21, 18), 9: (8, 7, 8, 9), 11: (25, 24, 26, 25),
                12: (12, 11, 13, 12)},
    "2023/24": {3: (38, 37, 39, 36), 5: (10, 10, 11, 12), 7: (19, 18, 19, 20), 9: (8, 7, 8, 7), 11: (26, 23, 25, 24),
                12: (12, 11, 12, 11)},
    "2024/25": {3: (39, 37, 36, 38), 5: (12, 9, 10, 11), 7: (17, 19, 18, 19), 9: (6, 8, 7, 8), 11: (24, 25, 23, 25),
                12: (10, 12, 11, 12), 2: (41, 39, 40, 38)},
    "2025/26": {3: (36, 38, 37, 35), 5: (10, 11, 9, 10), 7: (18, 17, 19, 17), 9: (7, 6, 8, 7), 11: (24, 23, 25, 22),
                12: (11, 10, 11, 10), 2: (40, 41, 38, 39)}}
"""How many wrote a ВПР; a year later the same children sit one class higher, one or two fewer."""
TWOS: Mapping[tuple[str, str], Low] = {
    ("математика", "2021/22"): {3: (12, 13, 13, 14), 5: (3, 4, 3, 4), 7: (6, 5, 6, 5), 9: (3, 2, 3, 3),
                                11: (4, 4, 5, 4), 12: (4, 4, 4, 4)},
    ("математика", "2023/24"): {3: (12, 13, 13, 12), 5: (3, 4, 4, 3), 7: (5, 5, 5, 5), 9: (3, 3, 2, 3),
                                11: (4, 5, 4, 5), 12: (4, 4, 4, 4)},
    ("математика", "2024/25"): {3: (13, 12, 11, 13), 5: (5, 3, 4, 3), 7: (5, 5, 5, 6), 9: (2, 3, 3, 3),
                                11: (5, 5, 5, 5), 12: (4, 4, 3, 4), 2: (6, 6, 7, 6)},
    ("математика", "2025/26"): {3: (5, 6, 7, 6), 5: (3, 4, 2, 3), 7: (4, 3, 4, 4), 9: (2, 2, 2, 2), 11: (6, 7, 7, 7),
                                12: (2, 3, 3, 2), 2: (5, 6, 5, 6)},
    ("русский язык", "2023/24"): {3: (8, 8, 8, 7), 5: (3, 2, 3, 3), 7: (5, 4, 4, 5), 9: (2, 2, 2, 2), 11: (5, 4, 5, 5),
                                  12: (3, 3, 3, 3)},
    ("русский язык", "2024/25"): {3: (8, 7, 8, 8), 5: (4, 2, 3, 2), 7: (4, 4, 5, 4), 9: (2, 2, 2, 2), 11: (5, 5, 5, 5),
                                  12: (3, 3, 2, 3), 2: (5, 4, 5, 5)},
    ("русский язык", "2025/26"): {3: (6, 7, 6, 7), 5: (2, 3, 2, 2), 7: (4, 4, 4, 3), 9: (2, 1, 2, 2), 11: (6, 6, 6, 5),
                                  12: (2, 2, 3, 2), 2: (4, 5, 4, 4)}}
DRAWN = ("история", "биология", "география", "обществознание")
"""Subjects drawn for a class by chance since 2025: what a class wrote is all there is of its subject."""
EXAM_WROTE: Mapping[int, Mapping[int, int]] = {
    2024: {3: 37, 5: 11, 7: 19, 9: 7, 11: 24, 12: 11}, 2025: {3: 36, 5: 10, 7: 18, 9: 7, 11: 22, 12: 10},
    2026: {3: 34, 5: 8, 7: 17, 9: 6, 11: 22, 12: 10}}
STAGES = (("основной день", 6, 25), ("после резервных дней", 7, 10), ("после дополнительного периода", 10, 5))
EXAM_TWOS: Mapping[tuple[str, int], tuple[Sequence[int], Sequence[int], Sequence[int]]] = {
    ("математика", 2024): ((11, 4, 6, 3, 6, 4), (5, 2, 3, 2, 3, 2), (2, 1, 1, 1, 1, 1)),
    ("математика", 2025): ((10, 4, 6, 3, 6, 4), (4, 2, 3, 1, 2, 2), (1, 1, 1, 1, 1, 1)),
    ("математика", 2026): ((6, 3, 4, 2, 6, 3), (2, 1, 2, 1, 2, 1), (0, 1, 0, 1, 1, 0)),
    ("русский язык", 2024): ((4, 2, 3, 1, 3, 2), (2, 1, 1, 0, 1, 1), (1, 0, 0, 0, 0, 0)),
    ("русский язык", 2025): ((4, 2, 2, 1, 3, 2), (2, 1, 1, 0, 1, 1), (0, 0, 1, 0, 0, 0)),
    ("русский язык", 2026): ((3, 1, 2, 1, 3, 1), (1, 0, 1, 0, 1, 0), (0, 0, 0, 0, 0, 0))}
"""«2» by stage, school by school in the order of EXAM_WROTE."""
DISTRICT_TWOS = {2025: ((312, 81), (318, 80), (309, 79), (315, 84)), 2026: ((308, 68), (310, 71), (314, 74), (305, 70))}
"""All 12 schools, mathematics, classes 5–8: wrote and got «2», a row of ФИС ОКО."""
TERMS = {5: (("I четверть", "2025/26", date(2025, 11, 10)), ("II четверть", "2025/26", date(2026, 1, 14)),
             ("III четверть", "2025/26", date(2026, 4, 2)), ("IV четверть", "2025/26", date(2026, 6, 3)),
             ("I четверть", "2026/27", date(2026, 11, 9))),
         12: (("I триместр", "2025/26", date(2025, 12, 3)), ("II триместр", "2025/26", date(2026, 3, 4)),
              ("III триместр", "2025/26", date(2026, 6, 4)))}
NEXT_YEAR = (9, 10, 11, 9, 10)
"""Classes 5–9 of № 5 in September 2026: the same children one class higher."""
LIST = ("Процедура", "Учебный год", "Школа", "Класс", "Буква класса", "Предмет", "Писали", "«5»", "«4»", "«3»", "«2»")
HISTORY = date(2024, 12, 5)


def files(folder: Path) -> list[tuple[Path, date]]:
    """Writes the files of results; gives path and day of arrival, in the order of arrival."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, arrived, data in sorted(sent(), key=lambda one: one[1]):
        (folder / name).write_bytes(data)
        written.append((folder / name, arrived))
    return written


def sent() -> Iterator[Sent]:
    """Everything there is of results; the register of schools must have come before."""
    yield "ВПР за 2021-2022 год, писали осенью 2022.xlsx", HISTORY, _list("2021/22")
    yield "ВПР 2024 по школам.xlsx", HISTORY, _list("2023/24")
    for year in (2025, 2026):
        code, came = f"{year - 1}/{year % 100}", date(year, 6, 22)
        yield f"ВПР {year} по школам.xlsx", came, _list(code, with_mathematics=False)
        yield f"ФИС ОКО {year} математика, статистика по отметкам.xlsx", came, _statistics(code, year)
        yield f"ФИС ОКО {year} математика, сравнение с журналом.xlsx", came, _journal(code, year)
    for year in EXAM_WROTE:
        for place, (stage, month, day) in enumerate(STAGES):
            came = max(date(year, month, day), HISTORY)
            yield f"ОГЭ {year} {stage}.xlsx", came, _exam(year, place, stage)
    for number, terms in TERMS.items():
        for place, (term, code, came) in enumerate(terms):
            name = f"Отметки {BY_NUMBER[number].slug} {term} {code.replace('/', '-')}.xlsx"
            yield name, came, _term(number, term, code, place)


def marks(wrote: int, twos: int) -> tuple[int, int, int, int]:
    """«5», «4», «3», «2»: the rest after the «2» in fixed parts."""
    rest = wrote - twos
    fives, fours = rest * 11 // 100, rest * 37 // 100
    return fives, fours, rest - fives - fours, twos


def _list(code: str, *, with_mathematics: bool = True) -> bytes:
    """The generic list: a row a school, class and subject."""
    rows: list[Sequence[object]] = []
    for (subject, year), low in TWOS.items():
        if year == code and (with_mathematics or subject != "математика"):
            rows += [("ВПР", code, BY_NUMBER[number].name, grade, None, subject, wrote, *marks(wrote, twos))
                     for number in low for grade, wrote, twos in zip(GRADES, WROTE[code][number], low[number],
                                                                     strict=True)]
    if code >= "2024/25":
        rows += _drawn(code)
    return _book([("Результаты", [[f"ВПР по школам за {code} учебный год. {MARK}"], [], LIST, *rows])])


def _drawn(code: str) -> Iterator[Sequence[object]]:
    """Two classes of № 3 in one year drew different subjects; small schools have one class a grade."""
    for number, wrote in WROTE[code].items():
        for place, (grade, pupils) in enumerate(zip(GRADES, wrote, strict=True)):
            subject = DRAWN[(place + number) % len(DRAWN)]
            if number != 3:
                yield ("ВПР", code, BY_NUMBER[number].name, grade, None, subject, pupils, *marks(pupils, pupils // 8))
                continue
            for label, size, other in (("А", pupils // 2, 0), ("Б", pupils - pupils // 2, 1)):
                drawn = DRAWN[(place + number + other) % len(DRAWN)]
                yield "ВПР", code, BY_NUMBER[number].name, grade, label, drawn, size, *marks(size, size // 9)


def _exam(year: int, place: int, stage: str) -> bytes:
    """«Свод по школам»: everything but the numbers stands in the title."""
    sheets = []
    for subject, dative in (("математика", "математике"), ("русский язык", "русскому языку")):
        rows = []
        for (number, wrote), twos in zip(EXAM_WROTE[year].items(), EXAM_TWOS[subject, year][place], strict=True):
            given = marks(wrote, twos)
            mean = sum(mark * count for mark, count in zip((5, 4, 3, 2), given, strict=True)) / wrote
            rows.append((BY_NUMBER[number].name, wrote, *given, round(100 * (wrote - twos) / wrote, 1), round(mean, 2)))
        title = f"Результаты ОГЭ по {dative}, 9 класс, {year} год, {stage}. {MARK}"
        head = ("Школа", "Сдавали", "5", "4", "3", "2", "%", "Ср. балл")
        sheets.append((subject, [[title], [], head, *rows]))
    return _book(sheets)


def _fis(title: str, year: int, grade: int, head: Sequence[object], rows: Sequence[Sequence[object]]) -> list:
    """The frame of a sheet of ФИС ОКО: header in row 8."""
    return [[f"{title}. {MARK}"], [], [f"ВПР {year} Математика {grade} класс"], ["Предмет:", "Математика"],
            ["Максимальный первичный балл:", 16 + grade], ["Дата:", f"1{grade}.04.{year}"], [], head, *rows]


def _groups(code: str, year: int, place: int) -> Iterator[tuple[str, int | None, int, tuple[int, ...]]]:
    """Group, number of schools, participants, «5» … «2»."""
    wrote, twos = DISTRICT_TWOS[year][place]
    yield "Приозёрный край(reg99)", 640, 100 * wrote, marks(100 * wrote, 85 * twos)
    yield f"{MUNICIPALITY}(reg99_m012)", 12, wrote, marks(wrote, twos)
    for number, low in sorted(TWOS["математика", code].items()):
        school, pupils = BY_NUMBER[number], WROTE[code][number][place]
        yield f"{school.name}(edu9900{number:02})", None, pupils, marks(pupils, low[place])


def _statistics(code: str, year: int) -> bytes:
    head = ("Группы участников", "Кол-во ОО", "Кол-во участников", 2, 3, 4, 5)
    sheets = []
    for place, grade in enumerate(GRADES):
        rows = [(group, schools, n, *(round(100 * count / n, 2) for count in reversed(given)))
                for group, schools, n, given in _groups(code, year, place)]
        sheets.append((f"МА {grade} Статистика по отметкам", _fis("Статистика по отметкам", year, grade, head, rows)))
    return _book(sheets)


def _journal(code: str, year: int) -> bytes:
    parts = ("Понизили (Отметка < Отметка по журналу)", "Подтвердили (Отметка = Отметке по журналу)",
             "Повысили (Отметка > Отметка по журналу)")
    head = ("Группы участников", "Кол-во участников(всего)",
            *(f"{part} {what}" for part in parts for what in ("%", "Кол-во участников")))
    title = "Сравнение отметок с отметками по журналу"
    sheets = []
    for place, grade in enumerate(GRADES):
        rows = [_pair(group, n) for group, _, n, _ in _groups(code, year, place)]
        sheets.append((f"МА {grade} {title}"[:31], _fis(title, year, grade, head, rows)))
    return _book(sheets)


def _pair(group: str, wrote: int) -> Sequence[object]:
    """Pupils with both marks are a few less than those who wrote."""
    both = wrote - wrote // 15
    lowered, raised = both * 26 // 100, both * 7 // 100
    counts = lowered, both - lowered - raised, raised
    return group, both, *(value for count in counts for value in (round(100 * count / both, 2), count))


def _term(number: int, term: str, code: str, place: int) -> bytes:
    """Marks of a school: the class, the marks, two percentages nobody needs."""
    school = BY_NUMBER[number]
    head = ("Класс", "Обучающихся", "«5»", "«4»", "«3»", "«2»", "Качество знаний, %", "Успеваемость, %")
    sheets = []
    for subject in ("русский язык", "математика"):
        rows = []
        pupils = (*WROTE["2025/26"][number], EXAM_WROTE[2026][number]) if code == "2025/26" else NEXT_YEAR
        for grade, wrote in zip((*GRADES, 9), pupils, strict=True):
            given = marks(wrote, max(0, (wrote + place + grade % 2) // 5 - place % 3))
            good, passed = given[0] + given[1], wrote - given[3]
            rows.append((grade, wrote, *given, round(100 * good / wrote), round(100 * passed / wrote)))
        title = f"{school.name}. Отметки за {term}, {code} учебный год, {subject}. {MARK}"
        sheets.append((subject, [[title], [], head, *rows]))
    return _book(sheets)


def _book(sheets: Sequence[tuple[str, Sequence[Sequence[object]]]]) -> bytes:
    workbook = Workbook()
    workbook.remove(workbook.active)
    for title, rows in sheets:
        page = workbook.create_sheet(title)
        for row in rows:
            page.append([*row])
        wide = max(len(row) for row in rows)
        header = next(place for place, row in enumerate(rows, start=1) if len(row) == wide)
        for place in range(1, wide + 1):
            longest = max((len(str(row[place - 1])) for row in rows[header:] if len(row) >= place), default=8)
            page.column_dimensions[get_column_letter(place)].width = min(46, max(11, longest + 2))
            cell = page.cell(header, place)
            cell.font, cell.fill, cell.border, cell.alignment = style.BOLD, style.HEADER_FILL, style.GRID, style.CENTRE
        style.a4(page, landscape=True, header_row=header)
        page.oddFooter.center.text = MARK
    workbook.properties.title = workbook.properties.description = MARK
    return style.saved(workbook)

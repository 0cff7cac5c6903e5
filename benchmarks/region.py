"""The four forms a region hands out about one work of all its schools, with invented schools, logins and pupils, and
what must be read out of them. Written by arithmetic: the same rows every time."""

import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path

import psutil
from openpyxl import Workbook
from python_calamine import CalamineWorkbook

from benchmarks.figures import Times, table
from shnor.loaders.process import door
from shnor.loaders.types import Known, School

SCHOOLS, DISTRICTS, PUPILS = 631, 33, 26_000
TOP = (("Статистика по отметкам",), (), ("ВПР 2026 Математика 6 класс",), ("Предмет:", "Математика"),
       ("Максимальный первичный балл:", 16), ("Дата:", "14.04.2026"), ())
MARKS = (2, 3, 4, 5)
PAIRS = ("Понизили (Отметка < Отметка по журналу)", "Подтвердили (Отметка = Отметке по журналу)",
         "Повысили (Отметка > Отметка по журналу)")
Row = tuple[object, ...]
AIM, AIM_MEGABYTES = 4.0, 500


def name(school: int) -> str:
    return f"МБОУ СОШ № {school}"


def login(school: int) -> str:
    """Half of the schools by their old logins."""
    return f"{'edu' if school % 2 else 'sch'}99{school:04}"


def known() -> Known:
    """The register of the region: a school is known by both its logins."""
    return Known(date(2026, 11, 27), tuple(
        School(f"Ш{number:03}", name(number), number, aliases=(f"edu99{number:04}", f"sch99{number:04}"))
        for number in range(1, SCHOOLS + 1)))


def pupils() -> Iterator[tuple[int, int, int]]:
    """(school, mark, mark in the journal) of each."""
    for number in range(PUPILS):
        yield 1 + number % SCHOOLS, 2 + (number * 7 + number // SCHOOLS) % 4, 2 + (number * 5 + number // 97) % 4


def truth() -> dict[int, Counter]:
    """School → how many pupils got each mark, and how many lowered (-1), confirmed (0) and raised (1) it."""
    found: dict[int, Counter] = {number: Counter() for number in range(1, SCHOOLS + 1)}
    for school, mark, journal in pupils():
        found[school][mark] += 1
        found[school]["pair", (mark > journal) - (mark < journal)] += 1
    return found


def marks() -> Iterator[Row]:
    """«Статистика по отметкам»: per cent with two decimals, each district over its schools."""
    counts = truth()
    yield from TOP
    yield ("Группы участников", "Кол-во ОО", "Кол-во участников", *MARKS)
    yield ("Вся выборка", 35_589, 1_722_202, 5.06, 32.92, 44.33, 17.69)
    yield from _levels(counts, lambda own: (sum(own[mark] for mark in MARKS), *_shares([own[mark] for mark in MARKS])))


def journal() -> Iterator[Row]:
    """«Сравнение отметок с отметками по журналу»."""
    yield from TOP
    yield ("Группы участников", "Кол-во участников(всего)",
           *(f"{pair} {what}" for pair in PAIRS for what in ("%", "Кол-во участников")))
    for row in _levels(truth(), lambda own: _pairs([own["pair", way] for way in (-1, 0, 1)])):
        yield row[0], *row[2:]


def summary() -> Iterator[Row]:
    """The region's own list: counts, with rows of groups of schools below."""
    yield ("ВПР 2026, математика, 6 класс",)
    yield ("№", "Школа", "Писали", "5", "4", "3", "2")
    for number, own in truth().items():
        yield number, name(number), sum(own[mark] for mark in MARKS), *(own[mark] for mark in reversed(MARKS))
    total = sum(truth().values(), Counter())
    for group in ("Сельские школы", "Приозёрный край"):
        yield None, group, PUPILS, *(total[mark] for mark in reversed(MARKS))


def protocol() -> Iterator[Row]:
    """«Индивидуальные результаты»: a row a pupil."""
    yield from TOP
    yield ("ОО", "Муниципалитет", "Название ОО", "Код участника", "Класс", "Вариант",
           *(f"{task} (1б)" for task in range(1, 17)), "Первичный балл", "Отметка", "Отметка по журналу")
    for number, (school, mark, before) in enumerate(pupils()):
        tasks = [(number + task) % 2 for task in range(16)]
        yield (login(school), _district(school), name(school), 100_000 + number, 1 + number % 3, 1 + number % 2, *tasks,
               sum(tasks), mark, before)


FORMS = {"Статистика по отметкам": marks, "Сравнение с журналом": journal, "Свод": summary, "Протокол": protocol}


def workbook(rows: Iterator[Row], sheet: str) -> bytes:
    book, stream = Workbook(write_only=True), BytesIO()
    page = book.create_sheet(sheet)
    for row in rows:
        page.append(row)
    book.save(stream)
    return stream.getvalue()


def _district(school: int) -> str:
    return f"Округ {1 + school % DISTRICTS}(reg99_m{1 + school % DISTRICTS:03})"


def measure(folder: Path, repeats: int) -> tuple[Times, Times, float]:
    """(bare reading of all four files, the same checked in the reading process, most megabytes of both processes). The
    first round, which starts the reading process, is not counted."""
    register, bare, checked, most = known(), Times(), Times(), 0.0
    files = {f"{title}.xlsx": workbook(rows(), title) for title, rows in FORMS.items()}
    for repeat in range(repeats + 1):
        for times, step in ((bare, _bare), (checked, lambda name, data: door.check(name, data, register))):
            begun = time.perf_counter()
            for title, data in files.items():
                step(title, data)
            if repeat:
                times.all.append(time.perf_counter() - begun)
        most = max(most, _megabytes())
    return bare, checked, most


def report(measured: tuple[Times, Times, float]) -> str:
    bare, checked, most = measured
    rows = [["bare python-calamine, to_python()", bare.text, "1.00"],
            ["bytes → checked counts", checked.text, checked.against(bare, AIM)]]
    return (f"Region, four forms of {SCHOOLS} schools and {PUPILS} pupils, {most:.0f} MB in both processes "
            f"(aim ≤ {AIM_MEGABYTES}):\n\n" + table(["what", "ms", f"to bare reading (aim ≤ {AIM:g})"], rows))


def _bare(name: str, data: bytes) -> list[list[object]]:
    return CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_index(0).to_python()


def _megabytes() -> float:
    own = psutil.Process()
    return sum(one.memory_info().rss for one in (own, *own.children(recursive=True))) / 2**20


def _levels(counts: dict[int, Counter], cells: Callable[[Counter], Row]) -> Iterator[Row]:
    total = sum(counts.values(), Counter())
    yield "Приозёрный край", SCHOOLS, *cells(total)
    for place in range(DISTRICTS):
        own = [number for number in counts if number % DISTRICTS == place]
        yield _district(own[0]), len(own), *cells(sum((counts[number] for number in own), Counter()))
        for number in own:
            yield f"{name(number)}({login(number)})", None, *cells(counts[number])


def _shares(counts: Sequence[int]) -> list[float]:
    return [round(100 * count / sum(counts), 2) for count in counts]


def _pairs(counts: Sequence[int]) -> Row:
    return sum(counts), *(cell for pair in zip(_shares(counts), counts, strict=True) for cell in pair)

"""From the bytes of one large workbook to committed rows, against bare python-calamine reading the same bytes."""

import itertools
import shutil
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from python_calamine import CalamineWorkbook

from benchmarks.actor import BY
from benchmarks.figures import Times, table
from shnor import periods
from shnor.loaders.check import check_grids
from shnor.loaders.files.read import read
from shnor.loaders.kinds.undeclared import recognised
from shnor.loaders.process import door
from shnor.loaders.tables.shapes import shape_of
from shnor.loaders.tables.side_by_side import blocks
from shnor.service import bases
from shnor.service.intake import drop, known
from shnor.service.intake.drop import Incoming
from shnor.store import Store

DAY = date(2026, 12, 1)
ACTIVITIES, MONTHS = 40, 12
BASELINE, WHOLE = "bare python-calamine, to_python()", "bytes → committed rows"
CHECK, PREVIEW, ACCEPT = "there: the reading process, all its steps", "there: preview", "there: accept, commit"
READ, RECOGNISE, EXTRACT = "guard and readers alone", "recognition alone", "recognise, extract, check, pack alone"
AIM = 2.5
NAME = "Отметки за 2026 год.xlsx"
HEADERS = ("Дорожная карта", "Школа", "Отчётный месяц", "№ мероприятия", "Отметка о выполнении", "Дата выполнения",
           "Сделано", "Подтверждающий документ", "Примечание")
STATUSES = ("выполняется", "выполнено", "выполнено", "не выполнено")


def measure(folder: Path, rows: int, repeats: int) -> dict[str, Times]:
    """Times of the baseline, of the whole way and of its parts. Every repeat begins with the same base of schools and
    roadmaps; the first, which starts the reading process, is not counted."""
    schools = -(-rows // (ACTIVITIES * MONTHS))
    prepared = folder / "prepared.duckdb"
    prepare(prepared, schools)
    data = _workbook(HEADERS, itertools.islice(_marks(schools), rows))
    times: dict[str, Times] = defaultdict(Times)
    for repeat in range(repeats + 1):
        base = folder / f"{repeat}.duckdb"
        shutil.copy(prepared, base)
        found = {BASELINE: _timed(lambda: _bare(data))[0], **_alone(base, data), **_way(base, data, rows)}
        base.unlink()
        for name, seconds in found.items() if repeat else ():
            times[name].all.append(seconds)
    return dict(times)


def _way(base: Path, data: bytes, rows: int) -> dict[str, float]:
    """The steps of `check` and of `intake.review`, apart so that each can be timed."""
    store = Store.open(base, create=False, clock=lambda: bases.noon(DAY))
    try:
        begun = time.perf_counter()
        checking, checked = _timed(lambda: door.check(NAME, data, _known(store)))
        previewing, preview = _timed(lambda: store.preview(drop.delivery(checked)))
        accepting, _ = _timed(lambda: store.accept(preview, by=BY))
        whole = time.perf_counter() - begun
        with store.view() as view:
            stored = len(view.rows("progress"))
    finally:
        store.close()
    if stored != rows:
        raise RuntimeError(f"{stored} rows of {rows} were stored")
    return {WHOLE: whole, CHECK: checking, PREVIEW: previewing, ACCEPT: accepting}


def _alone(base: Path, data: bytes) -> dict[str, float]:
    """Parts of the reading, in this process."""
    store = Store.open(base, create=False, clock=lambda: bases.noon(DAY))
    known = _known(store)
    store.close()
    reading, (grids, issues) = _timed(lambda: read(NAME, data))
    recognising, _ = _timed(lambda: [(shape_of(grid), blocks(grid), recognised(grid)) for grid in grids])
    extracting, _ = _timed(lambda: check_grids(NAME, "", grids, known, issues=issues))
    return {READ: reading, RECOGNISE: recognising, EXTRACT: extracting}


def _known(store: Store) -> known.Known:
    with store.view() as view:
        return known.from_view(view, DAY)


def _timed(step: Callable[[], Any]) -> tuple[float, Any]:
    begun = time.perf_counter()
    result = step()
    return time.perf_counter() - begun, result


def _bare(data: bytes) -> list[list[list[object]]]:
    workbook = CalamineWorkbook.from_filelike(BytesIO(data))
    return [workbook.get_sheet_by_name(name).to_python() for name in workbook.sheet_names]


def prepare(path: Path, schools: int) -> None:
    """A base with a register and a roadmap for each school, through the same loader."""
    register = _workbook(("Код школы", "Номер", "Название"),
                         ((f"Ш{n:02}", n, _school(n)) for n in range(1, schools + 1)))
    plans = _workbook(("Дорожная карта", "Школа", "№", "Мероприятие", "Срок", "План", "Ответственный"),
                      ((_plan(n), _school(n), number, f"Взаимопосещение уроков, серия {number}", "декабрь 2026", "2",
                        "завуч") for n in range(1, schools + 1) for number in _numbers()))
    store = Store.open(path, clock=lambda: bases.noon(DAY))
    try:
        for name, data in (("Школы.xlsx", register), ("Дорожные карты.xlsx", plans)):
            drop.accept_all(store, drop.review(store, [Incoming(name, data)], DAY), by=BY)
    finally:
        store.close()


def _marks(schools: int) -> Iterator[Sequence[object]]:
    """A mark on every activity of every school for every month, as a centre keeps them in one list."""
    for month, school, (place, number) in itertools.product(range(1, MONTHS + 1), range(1, schools + 1),
                                                            enumerate(_numbers())):
        status = STATUSES[(month + place) % len(STATUSES)]
        day = date(2026, month, 1 + place % 28) if status == "выполнено" and month < 12 else None
        document = f"справка от {day:%d.%m.%Y} № {place + 1}" if day else None
        note = "Ждали расписание школы-наставника." if status == "не выполнено" else None
        yield (_plan(school), _school(school), f"{periods.MONTHS[month - 1]} 2026", number, status, day,
               1 + place % 3 if day else None, document, note)


def _numbers() -> list[str]:
    return [f"{1 + place // 10}.{1 + place % 10}" for place in range(ACTIVITIES)]


def _school(number: int) -> str:
    return f"МБОУ СОШ № {number}"


def _plan(school: int) -> str:
    return f"Дорожная карта {_school(school)} на 2026 год"


def _workbook(headers: Sequence[str], rows: Iterator[Sequence[object]]) -> bytes:
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("Свод")
    for row in itertools.chain([headers], rows):
        sheet.append(row)
    with BytesIO() as file:
        workbook.save(file)
        return file.getvalue()


def report(times: dict[str, Times]) -> str:
    rows = [[name, one.text, one.against(times[BASELINE], AIM if name == WHOLE else float("inf"))]
            for name, one in times.items()]
    return (f"Intake, median (least–most) of {len(times[WHOLE].all)}:\n\n"
            + table(["what", "ms", f"to bare reading (aim of the whole ≤ {AIM:g})"], rows))

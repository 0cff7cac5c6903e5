"""A base of any number of schools, straight through the store: registers, roadmaps, reports, and the other topics."""

import itertools
from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path

import pyarrow as pa

from benchmarks.actor import BY
from shnor.datasets import KINDS, Batch, Delivery
from shnor.periods import last_day
from shnor.service import bases
from shnor.store import Store

DAY = date(2026, 11, 27)
ACTIVITIES, MONTHS = 24, 11
SUBJECTS = ("математика", "русский язык")
STATUSES = ("done", "in_progress", "done", "not_done")
Rows = Iterable[Mapping[str, object]]


def fill(path: Path, schools: int) -> None:
    """schools: 12 a small town, 80 a city, 1 250 a region."""
    codes = [f"Ш{number:04}" for number in range(1, schools + 1)]
    store = Store.open(path, clock=lambda: bases.noon(DAY))
    try:
        store.describe(BY, municipality="Замер", day=DAY.isoformat())
        for kind, rows in _tables(codes):
            batch = _batch(kind, list(rows))
            digest = sha256(f"{kind} {schools}".encode()).hexdigest()
            store.accept(store.preview(Delivery(f"{kind}.xlsx", digest, (batch,))), by=BY)
    finally:
        store.close()


def _tables(codes: list[str]) -> list[tuple[str, Rows]]:
    return [("schools", _schools(codes)), ("statuses", _statuses(codes)), ("roadmap", _roadmap(codes)),
            ("progress", _progress(codes)), ("results", _results(codes)), ("courses", _courses(codes)),
            ("staff", _staff(codes)), ("surveys", _surveys(codes)), ("events", _events(codes))]


def _batch(kind_id: str, rows: list[Mapping[str, object]]) -> Batch:
    kind = KINDS[kind_id]
    empty = {column.name: column.empty for column in kind.stored}
    complete = [{**empty, **row, "row": number, "cell": f"A{number}"} for number, row in enumerate(rows, 2)]
    return Batch(kind_id, "list", kind.sheet, 1, len(rows), pa.Table.from_pylist(complete, schema=kind.schema))


def _schools(codes: list[str]) -> Rows:
    return ({"school_id": code, "number": number, "name": f"МБОУ СОШ № {number}", "pupils": 300, "staff": 25}
            for number, code in enumerate(codes, 1))


def _statuses(codes: list[str]) -> Rows:
    """Every second school is on the list."""
    return ({"school_id": code, "status": "shnor", "valid_from": date(2026, 1, 1), "document": "приказ № 1"}
            for code in codes[::2])


def _plan(code: str) -> str:
    return f"Дорожная карта школы {code} на 2026 год"


def _roadmap(codes: list[str]) -> Rows:
    return ({"plan": _plan(code), "school_id": code, "number": f"{n // 6 + 1}.{n % 6 + 1}", "period": "2026",
             "milestone": 1, "direction": f"Направление {n // 6 + 1}", "activity": f"Мероприятие {n}", "planned": "1",
             "planned_value": 1.0, "semantics": "total", "operator": "=", "deadline": "срок",
             "deadline_kind": "month", "deadline_end": last_day(2026, n % 12 + 1)}
            for code, n in itertools.product(codes, range(ACTIVITIES)))


def _progress(codes: list[str]) -> Rows:
    return ({"plan": _plan(code), "school_id": code, "number": f"{n // 6 + 1}.{n % 6 + 1}", "period": "2026",
             "milestone": 1, "month": date(2026, month, 1), "status": STATUSES[(n + month) % 4],
             "done_date": date(2026, month, 15), "document": f"справка № {n}" if n % 3 else None,
             "reported_by": "school"}
            for code, month, n in itertools.product(codes, range(1, MONTHS + 1), range(ACTIVITIES))
            if n % 4 != month % 4)


def _results(codes: list[str]) -> Rows:
    for place, code in enumerate(codes):
        for year, grade, subject in itertools.product((2023, 2024, 2025), range(5, 9), SUBJECTS):
            low = (place + year + grade) % 6
            yield {"procedure": "ВПР", "school_year": f"{year}/{(year + 1) % 100}", "school_id": code, "grade": grade,
                   "subject": subject, "participants": 24, "n5": 3, "n4": 8, "n3": 13 - low, "n2": low,
                   "day": date(year, 9, 1), "known_on": date(year + 1, 5, 20)}


def _courses(codes: list[str]) -> Rows:
    return ({"school_id": code, "period": f"{year}-{month:02}", "subject": subject, "programme": "Подготовка к ОГЭ",
             "hours": 36, "people": 1 + month % 2, "certificates": 1 + month % 2, "month": date(year, month, 1),
             "day": date(year, month, 1), "known_on": last_day(year, month)}
            for code, year, month, subject in itertools.product(codes, (2024, 2025, 2026), (3, 6, 10), SUBJECTS))


def _staff(codes: list[str]) -> Rows:
    return ({"school_id": code, "on_date": date(2026, 9, 20), "subject": subject, "people": 12, "vacancies": 0.5}
            for code, subject in itertools.product(codes, SUBJECTS))


def _surveys(codes: list[str]) -> Rows:
    return ({"survey": "Удовлетворённость", "wave": wave, "school_id": code, "audience": "teachers",
             "question": "Помощь была адресной?", "option": option, "answers": answers, "base": 20, "invited": 25,
             "positive": "yes" if option == "да" else "no", "several": "no", "day": date(2026, int(wave[-2:]), 1),
             "known_on": date(2026, int(wave[-2:]), 20)}
            for code, wave, (option, answers) in itertools.product(codes, ("2026-04", "2026-10"),
                                                                   (("да", 16), ("нет", 4))))


def _events(codes: list[str]) -> Rows:
    return ({"period": f"2026-{month:02}-10", "event_kind": kind, "topic": "Подготовка к ВПР", "school_id": code,
             "participants": 9, "year": 2026, "month": date(2026, month, 1), "day": date(2026, month, 10),
             "known_on": date(2026, month, 10)}
            for code, month, kind in itertools.product(codes, (3, 6, 10), ("консультация", "мастер-класс")))

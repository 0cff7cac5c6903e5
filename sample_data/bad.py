"""Files that must be refused or asked about, one of each sort, written on demand: `files(folder)`.

Every person in them is invented and says so: «Тестов Тест Тестович».
"""

from datetime import date
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook

from sample_data.books import of_kind, table
from sample_data.district import SCHOOLS, register_row
from shnor.datasets import KINDS

Rows = list[dict[str, object]]
REGISTER, STATUSES, PROGRESS = KINDS["schools"], KINDS["statuses"], KINDS["progress"]
PEOPLE = ("Тестов Тест Тестович", "Образцова Проба Примеровна", "Шаблонов Макет Эскизович")


def files(folder: Path) -> dict[str, Path]:
    """Name of the fault → the file that has it."""
    folder.mkdir(parents=True, exist_ok=True)
    written = {}
    for fault, (name, data) in {**_tables(), **_unreadable()}.items():
        written[fault] = folder / name
        written[fault].write_bytes(data)
    return written


def snils(number: int) -> str:
    """A number of the right form with the right checksum: «900-000-001 82»."""
    digits = f"{number:09}"
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(9, 0, -1), strict=True)) % 101 % 100
    return f"{digits[:3]}-{digits[3:6]}-{digits[6:]} {total:02}"


def _tables() -> dict[str, tuple[str, bytes]]:
    return {
        "two-bad-rows": ("Статусы, две строки с ошибками.xlsx", of_kind(STATUSES, "Перечень", _two_bad())),
        "unknown-school": ("Статусы, чужая школа.xlsx", of_kind(STATUSES, "Перечень", _statuses("МБОУ СОШ № 77"))),
        "repeated-key": ("Реестр, школа дважды.xlsx", of_kind(REGISTER, "Школы", [*_register(), _register()[4]])),
        "missing-column": ("Выполнение без состояния.xlsx", _without_status()),
        "text-in-a-number": ("Реестр, слова вместо числа.xlsx", of_kind(REGISTER, "Школы", _in_words())),
        "another-subject": ("Меню столовой.xlsx", _menu()),
        "list-of-people": ("Список педагогов.xlsx", _people()),
        "people-beside": ("Статусы с директорами.xlsx", _people_beside()),
    }


def _unreadable() -> dict[str, tuple[str, bytes]]:
    whole = of_kind(REGISTER, "Школы", _register())
    picture = bytes.fromhex("89504e470d0a1a0a0000000d49484452") + bytes(200)
    return {
        "empty": ("Пустой.xlsx", b""),
        "picture": ("Фото отчёта.xlsx", picture),
        "lock-file": ("~$Отчёт.xlsx", b"\x05user" + bytes(160)),
        "truncated": ("Обрезан.xlsx", whole[: len(whole) // 2]),
        "far-cell": ("Ячейка на краю.xlsx", _far_cell()),
    }


def _register() -> Rows:
    return [register_row(school) for school in SCHOOLS]


def _statuses(*names: str) -> Rows:
    return [{"school_id": name, "status": "ШНОР", "valid_from": date(2026, 1, 1), "valid_to": date(2026, 12, 31),
             "document": "приказ от 21.11.2025 № 1191"} for name in names]


def _two_bad() -> Rows:
    rows = _statuses(*(school.name for school in SCHOOLS))
    rows[3] |= {"valid_from": "тридцатое мая"}
    rows[8] |= {"status": "сильная"}
    return rows


def _in_words() -> Rows:
    rows = _register()
    rows[4] |= {"pupils": "меньше сотни"}
    return rows


def _without_status() -> bytes:
    headers = [column.title for column in (PROGRESS["school_id"], PROGRESS["month"], PROGRESS["number"],
                                           PROGRESS["done_date"], PROGRESS["document"])]
    return table(PROGRESS.sheet, "Отчёт", headers,
                 [[SCHOOLS[4].name, "ноябрь 2026", "1.1", date(2026, 11, 18), "справка"]])


def _menu() -> bytes:
    return table("Меню", "Меню на неделю", ["День", "Блюдо", "Выход, г", "Цена, руб."],
                 [["понедельник", "Каша овсяная", 200, 32.5], ["вторник", "Суп-лапша", 250, 41]])


def _people() -> bytes:
    rows = [[place, name, date(1980 + place, 3, 10 + place), snils(900_000_000 + place), "учитель математики"]
            for place, name in enumerate(PEOPLE, start=1)]
    return table("Педагоги", "Список педагогов", ["№", "ФИО", "Дата рождения", "СНИЛС", "Должность"], rows)


def _people_beside() -> bytes:
    rows = [[row["school_id"], row["status"], row["valid_from"], name, snils(900_000_100 + place)]
            for place, (row, name) in enumerate(zip(_statuses(*(s.name for s in SCHOOLS[:3])), PEOPLE, strict=True))]
    headers = [STATUSES["school_id"].title, STATUSES["status"].title, STATUSES["valid_from"].title, "ФИО директора",
               "СНИЛС"]
    return table(STATUSES.sheet, "Перечень", headers, rows)


def _far_cell() -> bytes:
    workbook = Workbook()
    workbook.active["A1"] = "Школа"
    workbook.active["XFD1048576"] = "край листа"
    raw = BytesIO()
    workbook.save(raw)
    return raw.getvalue()

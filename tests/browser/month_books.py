"""Seven schools on the eve of a month, and their November workbooks filled in by script."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from types import MappingProxyType

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from shnor.loaders.types import KEEP, Answers
from shnor.service.intake import drop
from shnor.service.intake.drop import Incoming
from shnor.store import Store
from tests.actors import COORDINATOR

SCHOOLS = {2: "МБОУ СОШ № 2", 3: "МБОУ СОШ № 3", 5: "МБОУ ООШ № 5", 7: "МБОУ СОШ № 7", 9: "МБОУ ООШ № 9",
           11: "МАОУ СОШ № 11", 12: "МБОУ ООШ № 12"}
PLAN = (("1.1", "до 25.05.2026"), ("1.2", "октябрь 2026"), ("2.1", "до 20.11.2026"), ("2.2", "ноябрь 2026"),
        ("3.1", "декабрь 2026"))
"""The same five activities for each school: by 27.11.2026 the deadline of three has come."""
TOWN_PLAN = "Дорожная карта Приозёрного муниципального округа на 2026 год"

Rows = Sequence[Sequence[str]]
Cells = Mapping[str, Mapping[str, Mapping[str, object]]]
"""Sheet → what stands in column A of a line → column letter → value."""


def base(path: Path) -> None:
    """The register, the list, staff, the roadmaps and the October reports: 1.1 is done; № 11 is at work on 1.2."""
    received = [datetime(2025, 12, 20, 9, tzinfo=UTC)]
    store = Store.open(path, clock=lambda: received[0])
    store.describe(COORDINATOR, municipality="Приозёрный муниципальный округ")
    for name, rows in (("Реестр", _register()), ("Перечень", _listed()), ("Кадры", _staff()), ("Карты", _plans())):
        _send(store, f"{name}.csv", rows)
    received[0] = datetime(2026, 11, 3, 9, tzinfo=UTC)
    dates_in_may = {("Таблица 1", "даты вне месяца, столбец F"): KEEP}
    _send(store, "Свод за октябрь.csv", _october(), dates_in_may)
    store.close()


def _send(store: Store, name: str, rows: Rows, answers: Answers = MappingProxyType({})) -> None:
    data = "\n".join(";".join(row) for row in rows).encode("utf-8-sig")
    reviewed = drop.review(store, [Incoming(name, data, answers)], date(2026, 11, 3))
    assert [issue.message for item in reviewed for issue in item.checked.issues] == []
    drop.accept_all(store, reviewed, by=COORDINATOR)


def plan_of(school: int) -> str:
    return f"Дорожная карта {SCHOOLS[school]} на 2026 год"


def _register() -> Rows:
    return [["Код школы", "Номер", "Краткое название"],
            *([f"Ш{number:02}", str(number), name] for number, name in SCHOOLS.items())]


def _listed() -> Rows:
    return [["Школа", "Статус", "С даты", "По дату", "Основание"],
            *([name, "ШНОР", "01.01.2026", "31.12.2026", "приказ № 1"] for name in SCHOOLS.values())]


def _staff() -> Rows:
    return [["Школа", "На дату", "Предмет или должность", "Всего, чел."],
            *([name, "20.09.2026", subject, "2"] for name in SCHOOLS.values() for subject in ("математика", "физика"))]


def _plans() -> Rows:
    head = ["Дорожная карта", "Школа", "№", "Направление", "Мероприятие", "Год", "Срок"]
    return [head, [TOWN_PLAN, "", "1.1", "Кадры", "Семинар округа", "2026", "до 01.10.2026"],
            *([plan_of(number), name, place, "Уроки", f"Мероприятие {place}", "2026", deadline]
              for number, name in SCHOOLS.items() for place, deadline in PLAN)]


def _october() -> Rows:
    head = ["Дорожная карта", "Школа", "Месяц отчёта", "№", "Состояние", "Дата", "Документ"]
    return [head, [plan_of(11), SCHOOLS[11], "октябрь 2026", "1.2", "выполняется", "", ""],
            *([plan_of(number), name, "октябрь 2026", "1.1", "выполнено", "20.05.2026", "справка № 1"]
              for number, name in SCHOOLS.items())]


def fill(path: Path, sheets: Cells, *, without: Sequence[str] = ()) -> Path:
    """Writes the cells into the workbook in place. without: sheets the school has cut out."""
    workbook = load_workbook(path)
    for title, rows in sheets.items():
        for first, cells in rows.items():
            place = _row_of(workbook[title], first)
            for column, value in cells.items():
                workbook[title][f"{column}{place}"] = value
    for title in without:
        del workbook[title]
    workbook.save(path)
    return path


def _row_of(sheet: Worksheet, first: str) -> int:
    """By the text in column A; "" is the first line of the table nobody has written in. The table begins under the
    frozen lines."""
    top = int(sheet.freeze_panes.removeprefix("A"))
    if not first:
        return next(row for row in range(top, sheet.max_row + 1) if sheet.cell(row, 1).value is None)
    return next(cell.row for cell in sheet["A"] if cell.value == first)


def done(day: int, document: str | None = "справка № 7") -> dict[str, object]:
    """«выполнено» of November in the columns of the sheet «Месяц»."""
    return {"F": "выполнено", "G": date(2026, 11, day), "I": document}

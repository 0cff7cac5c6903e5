"""A small municipality built the way people build it: files through the same intake."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from shnor.service import bases
from shnor.service.intake import drop
from shnor.service.intake.drop import Incoming
from shnor.store import Store
from tests.clock import noon

DAY = date(2026, 11, 27)

SCHOOLS = [["Код школы", "Номер", "Краткое название"], ["Ш05", "5", "МБОУ ООШ № 5"], ["Ш09", "9", "МБОУ ООШ № 9"]]
PLAN = [["Дорожная карта", "Школа", "№", "Направление", "Мероприятие", "Год", "Плановое значение", "Срок"],
        ["План № 5", "МБОУ ООШ № 5", "1.1", "Кадры", "Аудит", "2026", "1", "март 2026"],
        ["План № 5", "МБОУ ООШ № 5", "1.2", "Кадры", "Семинар", "2026", "2", "октябрь 2026"],
        ["План № 5", "МБОУ ООШ № 5", "2.1", "Уроки", "Пробная работа", "2026", "1", "декабрь 2026"],
        ["План № 9", "МБОУ ООШ № 9", "1.1", "Кадры", "Аудит", "2026", "1", "до 20.11.2026"]]
MARKS = [["Дорожная карта", "Школа", "Месяц отчёта", "№", "Состояние", "Дата", "Документ", "Пояснение школы"],
         ["План № 5", "МБОУ ООШ № 5", "март 2026", "1.1", "выполнено", "18.03.2026", "справка № 1", ""],
         ["План № 5", "МБОУ ООШ № 5", "октябрь 2026", "1.2", "не выполнено", "", "", "перенесём на декабрь"]]


def file(name: str, rows: Sequence[Sequence[str]]) -> Incoming:
    return Incoming(name, "\n".join(";".join(row) for row in rows).encode("utf-8-sig"))


@pytest.fixture
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """An empty base in memory; where a test asks for `filled`, a copy of that one."""
    path: Path | str = ":memory:"
    if "filled" in request.fixturenames:
        path = Path(shutil.copy(request.getfixturevalue("filled_base"), tmp_path_factory.mktemp("filled")))
    opened = bases.open_base(path, now=noon)
    yield opened
    opened.close()


@pytest.fixture
def send(store: Store) -> Callable[..., int]:
    """Drop files and accept them all."""
    return partial(accepted, store)


def accepted(store: Store, *files: Incoming) -> int:
    reviewed = drop.review(store, files, DAY)
    assert [item.checked.file for item in reviewed if not item.ready] == []
    return drop.accept_all(store, reviewed, by="координатор")


@pytest.fixture(scope="session")
def filled_base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made once a run: three files on their way through the reading process are a second."""
    path = tmp_path_factory.mktemp("filled_base") / "filled.duckdb"
    store = bases.open_base(path, now=noon)
    for name, rows in (("школы.csv", SCHOOLS), ("планы.csv", PLAN), ("отметки.csv", MARKS)):
        accepted(store, file(name, rows))
    store.close()
    return path


@pytest.fixture
def filled(store: Store) -> Store:
    """Two schools, their plans and the marks of № 5; № 9 has sent nothing."""
    return store

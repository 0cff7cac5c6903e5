"""A small municipality built the way people build it: files through the same intake."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cache, partial
from pathlib import Path

import pytest

from shnor.service import bases
from shnor.service.intake import drop
from shnor.service.intake.drop import Incoming
from shnor.store import Store
from tests.actors import COORDINATOR
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


FILLED = file("школы.csv", SCHOOLS), file("планы.csv", PLAN), file("отметки.csv", MARKS)


@pytest.fixture
def beginning(request: pytest.FixtureRequest) -> Sequence[Incoming]:
    """What `store` holds when a test gets it. Override it in a module whose tests all begin with the same files: they
    are read once a run, not once a test."""
    return FILLED if "filled" in request.fixturenames else ()


@pytest.fixture
def store(beginning: Sequence[Incoming], base_of: Callable[..., Path], tmp_path_factory: pytest.TempPathFactory,
          ) -> Iterator[Store]:
    copy = beginning and shutil.copy(base_of(*beginning), tmp_path_factory.mktemp("store"))
    opened = bases.open_base(copy or ":memory:", now=noon)
    yield opened
    opened.close()


@pytest.fixture
def send(store: Store) -> Callable[..., int]:
    """Drop files and accept them all."""
    return partial(accepted, store)


@pytest.fixture
def tables(send: Callable[..., int]) -> Callable[..., None]:
    """tables(rows, …): each accepted as a file of its own."""
    def sent(*files: Sequence[Sequence[str]]) -> None:
        for number, rows in enumerate(files):
            send(file(f"файл {number}.csv", rows))
    return sent


def accepted(store: Store, *files: Incoming) -> int:
    reviewed = drop.review(store, files, DAY)
    assert [item.checked.file for item in reviewed if not item.ready] == []
    return drop.accept_all(store, reviewed, by=COORDINATOR)


@pytest.fixture(scope="session")
def base_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """The file of a base in which these were accepted one after another, made once; copy it."""
    @cache
    def made(files: tuple[tuple[str, bytes], ...]) -> Path:
        path = tmp_path_factory.mktemp("base") / "base.duckdb"
        store = bases.open_base(path, now=noon)
        for name, data in files:
            accepted(store, Incoming(name, data))
        store.close()
        return path
    return lambda *files: made(tuple((file.name, file.data) for file in files))


@pytest.fixture
def filled(store: Store) -> Store:
    """Two schools, their plans and the marks of № 5; № 9 has sent nothing."""
    return store

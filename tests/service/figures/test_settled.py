"""The value of the list moves on fixed days and when a month is approved: nobody sees by it whose report has come."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from shnor.scope import Scope
from shnor.service.figures.listed import Listed, of_year
from shnor.service.intake import drop
from shnor.service.pages.school_topics import CLASS, EXAM, LOW
from shnor.store import Store
from tests.actors import COORDINATOR
from tests.service.conftest import file

NUMBERS = range(1, 6)
NAMES = {number: f"МБОУ СОШ № {number}" for number in NUMBERS}
SCHOOLS = [["Код школы", "Номер", "Краткое название"], *([f"Ш0{n}", str(n), NAMES[n]] for n in NUMBERS)]
LIST = [["Школа", "Статус", "С даты"], *([NAMES[n], "ШНОР", "01.01.2026"] for n in NUMBERS)]
PLANS = [["Дорожная карта", "Школа", "№", "Направление", "Мероприятие", "Год", "Плановое значение", "Срок"],
         *([f"План № {n}", NAMES[n], "1.1", "Кадры", "Аудит", "2026", "1", "октябрь 2026"] for n in NUMBERS)]
OCTOBER = date(2026, 10, 1)
OWN = Scope("director", frozenset({"Ш01"}))


def report(number: int):
    return file(f"отчёт {number}.csv", [
        ["Дорожная карта", "Школа", "Месяц отчёта", "№", "Состояние", "Дата", "Документ"],
        [f"План № {number}", NAMES[number], "октябрь 2026", "1.1", "выполнено", "18.10.2026", "справка № 1"]])


class Town:
    """Five schools on the list, each with a roadmap of one activity; the clock is set by hand."""

    def __init__(self) -> None:
        self.day = 10
        self.store = Store.open(":memory:", clock=lambda: datetime(2026, 11, self.day, 9, tzinfo=UTC))
        for name, rows in (("школы", SCHOOLS), ("перечень", LIST), ("планы", PLANS)):
            self.send(file(f"{name}.csv", rows))

    def send(self, incoming) -> None:
        drop.accept_all(self.store, drop.review(self.store, [incoming], date(2026, 11, self.day)), by=COORDINATOR)

    def at(self, day: int, number: int) -> None:
        self.day = day
        self.send(report(number))

    def told(self, day: date, scope: Scope = OWN) -> Listed:
        with self.store.view(scope) as view:
            return of_year(view, LOW, "2025/26", (EXAM, CLASS), day=day)


@pytest.fixture
def town() -> Iterator[Town]:
    made = Town()
    yield made
    made.store.close()


def test_a_report_moves_nothing_before_the_next_fixed_day(town):
    before = town.told(date(2026, 11, 16))
    town.day = 16
    town.send(report(2))
    assert town.told(date(2026, 11, 16)) == town.told(date(2026, 11, 30)) == before
    assert (before.on, before.parts.done, before.parts.due) == (date(2026, 11, 15), 0, 5)
    after = town.told(date(2026, 12, 1))
    assert (after.on, after.parts.done) == (date(2026, 12, 1), 1)


def test_the_approval_of_a_month_moves_it(town):
    town.day = 16
    town.send(report(2))
    town.store.approve(OCTOBER, COORDINATOR)
    told = town.told(date(2026, 11, 20))
    assert (told.on, told.parts.done) == (date(2026, 11, 16), 1)


def test_before_anything_was_settled_there_is_nothing_to_tell(town):
    assert town.told(date(2026, 11, 12)).parts is None


@pytest.mark.parametrize("role", ["curator", "director"])
def test_so_it_is_for_whoever_sees_some_schools(town, role):
    town.day = 16
    town.send(report(2))
    assert town.told(date(2026, 11, 16), Scope(role, frozenset({"Ш01"}))).parts.done == 0


def test_what_was_told_may_be_kept_for_as_long_as_its_key_stays(town):
    """Also where the clock was set back, so that a report comes before the day that is settled already."""
    day, reads, told, keys = date(2026, 11, 20), set[str](), [], []
    deeds = [lambda: None, *(lambda day=day, number=number: town.at(day, number) for day, number in (
        (16, 2), (17, 3), (10, 4), (18, 5))), lambda: town.store.approve(OCTOBER, COORDINATOR)]
    for deed in deeds:
        deed()
        told.append(town.told(day).parts.done)
        with town.store.view(OWN) as view:
            of_year(view, LOW, "2025/26", (EXAM, CLASS), day=day)
            reads |= view.reads
            keys.append(view.key_of(reads))
    assert told == [0, 0, 0, 3, 3, 4]
    assert [keys.index(key) for key in keys] == [0, 0, 0, 3, 3, 5]

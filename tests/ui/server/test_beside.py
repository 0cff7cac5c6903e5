"""Two directors at one program and one memory, going to and fro: never a number or a word of the other, whatever was
kept for whom. Every school's words and numbers are marked with its own number."""

import asyncio
import random
import re
from collections.abc import Iterator
from datetime import date

import pytest

from shnor.service import bases
from shnor.service.intake import drop
from tests.actors import COORDINATOR
from tests.clock import noon
from tests.service.conftest import file
from tests.ui.serving import Serving, Tab, serving

pytestmark = pytest.mark.nightly
SCHOOLS = range(1, 7)
OWN = {"oosh1": 1, "oosh2": 2}
SEED, SWITCHES = 20261127, 200
NAMES = {number: f"МБОУ СОШ № {number}" for number in SCHOOLS}


def mark(number: int) -> str:
    """A word that stands in every text of a school and in no other: «метка711»."""
    return f"метка7{number}1"


def people(number: int) -> int:
    """A number that stands in every count of a school: 83101, 83202, …"""
    return 83000 + 100 * number + number


def town() -> Iterator:
    names = [(number, NAMES[number]) for number in SCHOOLS]
    yield file("школы.csv", [
        ["Код школы", "Номер", "Краткое название"], *([f"Ш0{n}", str(n), name] for n, name in names)])
    yield file("перечень.csv", [["Школа", "Статус", "С даты"], *([name, "ШНОР", "01.01.2026"] for _, name in names)])
    yield file("планы.csv", [
        ["Дорожная карта", "Школа", "№", "Направление", "Мероприятие", "Год", "Плановое значение", "Срок"],
        *([f"План {mark(n)}", name, "1.1", f"Кадры {mark(n)}", f"Аудит {mark(n)}", "2026", str(people(n)), "март 2026"]
          for n, name in names)])
    for n, name in names:
        yield file(f"отметки {mark(n)}.csv", [
            ["Дорожная карта", "Школа", "Месяц отчёта", "№", "Состояние", "Дата", "Документ", "Пояснение школы"],
            [f"План {mark(n)}", name, "март 2026", "1.1", "выполнено", "18.03.2026", f"справка {mark(n)}",
             f"причина {mark(n)}"]])
    yield file("курсы.csv", [
        ["Школа", "Когда", "Состояние", "Предмет", "Программа", "Часов", "Человек", "Удостоверений"],
        *([name, "20.05.2026", "завершили", "химия", f"Программа {mark(n)}", "72", str(people(n)), str(people(n))]
          for n, name in names)])
    yield file("вопросы.csv", [
        ["Школа", "Месяц", "Что нужно"], *([name, "ноябрь 2026", f"Тьютор {mark(n)}"] for n, name in names)])


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    base = tmp_path_factory.mktemp("beside") / "base.duckdb"
    store = bases.open_base(base, now=noon)
    for one in town():
        reviewed = drop.review(store, [one], date(2026, 11, 27))
        assert [(item.checked.file, issue.message) for item in reviewed for issue in item.checked.issues
                if issue.severity != "warning"] == []
        drop.accept_all(store, reviewed, by=COORDINATOR)
    store.close()
    with serving(tmp_path_factory, base) as running:
        yield running


def steps(choose: random.Random) -> Iterator[tuple[str, dict[str, str]]]:
    """Pages and choices, their own and another's."""
    school = lambda: choose.choice([*(f"Ш0{number}" for number in SCHOOLS), ""])  # noqa: E731
    while True:
        yield choose.choice([
            ("school", {"school": school(), "compare": choose.choice(["", "list", school(), f"{school()},list"])}),
            ("school", {"school": school(), "state": str(choose.randrange(8)), "day": "2026-05-01"}),
            ("handbook", {}), ("overview", {}), ("courses", {"subject": "химия", "school": school()}),
            ("source", {"metric": choose.choice(["course_people", "roadmap_done_due", "roadmap_activities",
                                                 "requests_open"]),
                        "c.school_id": school(), "c.period": "2026", "c.year": "2026"}),
            ("source", {"upload": str(choose.randrange(1, 13)), "sheet": "Таблица 1",
                        "cell": f"B{choose.randrange(9)}"})])


async def there_and_back(served: Serving) -> list[tuple]:
    """What of another school was seen, or what of the own one was missing where it must be."""
    choose, wrong = random.Random(SEED), []
    words = {login: served.person(login, "director", f"Ш0{number}") for login, number in OWN.items()}
    centre = served.person("center", "coordinator")
    async with served.tab(words["oosh1"]) as one, served.tab(words["oosh2"]) as two, served.tab(centre) as three:
        tabs = {"oosh1": Tab(one), "oosh2": Tab(two)}
        watching, going = Tab(three), steps(choose)
        for _ in range(SWITCHES):
            login, (page, query) = choose.choice([*tabs]), next(going)
            if choose.random() < 0.3:  # the centre has just looked at the same
                await watching.run(page, **query)
            shown = await tabs[login].run(page, **query)
            found = strange(shown.text, OWN[login])
            files = [address for address in shown.exports
                     if {served.ask(address, word).status for other, word in words.items() if other != login} != {404}]
            if found or files or shown.failed:
                wrong.append((login, page, query, found, files, shown.failed))
    return wrong


def strange(text: str, own: int) -> set[str]:
    """Marks and numbers of other schools."""
    others = [number for number in SCHOOLS if number != own]
    return {word for number in others for word in (mark(number), str(people(number)), NAMES[number]) if re.search(
        rf"{word}(?!\d)", re.sub(r"(?<=\d)[ ,.](?=\d{{3}})", "", text))}


def test_two_hundred_switches_and_never_anothers(served):
    assert asyncio.run(there_and_back(served)) == []


def test_what_is_ones_own_is_there(served):
    """Or nothing above would be seen."""
    for login, number in OWN.items():
        text = served.shown(served.person(login, "director", f"Ш0{number}"), "school").text
        assert mark(number) in text
        assert str(people(number)) in re.sub(r"(?<=\d)[ ,.](?=\d{3})", "", text)
    centre = served.shown(served.person("center", "coordinator"), "school", school="Ш02").text
    assert strange(centre, 1)

"""Every page of the head, while schools read their figures: nobody who has sent is said not to have, nothing that was
accepted is said not to be done, and as many reports are counted as the coordinator counts."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from shnor.desk import Desk
from shnor.service import bases
from shnor.ui.pages import PAGES, open_to
from tests.clock import noon
from tests.service.conftest import MARKS, PLAN, SCHOOLS, accepted, file
from tests.ui.serving import Serving, serving

pytestmark = pytest.mark.slow
CLAIMS = re.compile(r"(?:нет сведений(?!:\s+нет данных)|ждём|не прислал|не сдан|не выполнено|ещё не было|сообщить о"
                    r"|сдать отчёт|ждёт приёма|последний отчёт за [а-я]+)(?:[^а-я0-9]{0,3}[0-9]+)?")
"""Words that say of a school that something has not come, with the number behind them: a legend has the word alone, and
so has the name of an indicator."""
LISTED = [["Школа", "Статус", "С даты"], ["МБОУ ООШ № 5", "ШНОР", "01.09.2026"], ["МБОУ ООШ № 9", "ШНОР", "01.09.2026"]]
TOLD = ("октябрь 2026", "ноябрь 2026")


def files() -> Iterator:
    """Both schools have told of everything that has come; № 9 of nothing before what is not shown yet."""
    yield file("школы.csv", SCHOOLS)
    yield file("перечень.csv", LISTED)
    yield file("планы.csv", PLAN)
    for month in TOLD:
        yield file(f"пять {month}.csv", [MARKS[0], *(
            ["План № 5", "МБОУ ООШ № 5", month, number, "выполнено", "18.03.2026", "справка № 1", ""]
            for number in ("1.1", "1.2"))])
        yield file(f"девять {month}.csv", [MARKS[0], ["План № 9", "МБОУ ООШ № 9", month, "1.1", "выполнено",
                                                      "18.10.2026", "справка № 9", ""]])


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    base = tmp_path_factory.mktemp("unseen") / "base.duckdb"
    store = bases.open_base(base, now=noon)
    for one in files():
        accepted(store, one)
    store.close()
    desk = Desk(base, noon)
    one = desk.post.add("Ш09", noon().date().replace(day=1), "file", "снова.csv", next(iter(files())).data, by="школа")
    desk.post.send(one.number, "Ш09")
    desk.close()
    with serving(tmp_path_factory, base) as made:
        yield made


@pytest.fixture(scope="module")
def words(served) -> dict[str, str]:
    return {role: served.person(role, role) for role in ("head", "coordinator")}


@pytest.mark.parametrize("page", [page for page in open_to("head", served=True) if page.name != "handbook"],
                         ids=lambda page: page.name)
@pytest.mark.parametrize("school", ["Ш05", "Ш09"])
def test_no_page_of_the_head_says_that_less_was_sent_or_done(served, words, page, school):
    asked = {"school": school, **({"c.school_id": school} if page.name == "source" else {})}
    told, whole = (served.shown(words[role], page.name, **{**page.example, **asked}) for role in words)
    assert (told.failed, whole.failed) == (False, False)
    assert Counter(CLAIMS.findall(told.text.lower())) - Counter(CLAIMS.findall(whole.text.lower())) == Counter()


@pytest.mark.parametrize(("role", "reading"), [("coordinator", 0), ("head", 2)])
def test_as_many_reports_are_counted_as_for_the_coordinator(served, words, role, reading):
    text = served.shown(words[role], "overview").text
    assert "Сдано по месяцам: октябрь 2 из 2, ноябрь 2 из 2" in text
    assert text.count("школа знакомится, откроется 30.11") >= reading
    assert ("школа знакомится" in text) is bool(reading)


def test_every_page_of_the_head_is_asked():
    assert {page.name for page in PAGES if "head" in page.roles} >= {"overview", "school", "roadmap", "source"}

"""«Смотреть как директор»: a coordinator sees what the director of a school sees, changes nothing and goes back."""

import asyncio
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from shnor.service.desk.own import NOT_THE_SCHOOL
from tests.ui.server.presses import Widget, kept, widgets
from tests.ui.serving import Serving, Shown, Tab, serving

SCHOOL = "Ш05"
OWN = re.compile(r"^oosh5$|Открыть отчёт|Руководителю новые цифры")
"""What a director has to do there: their own name, their report, «ознакомлены»."""


@pytest.fixture(scope="module")
def served(example_base: Callable[..., Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    base = shutil.copy(example_base(), tmp_path_factory.mktemp("looking") / "base.duckdb")
    with serving(tmp_path_factory, Path(base)) as running:
        yield running


def named(shown: Shown, page: str, *labels: str) -> Widget:
    return next(one for one in widgets(page, shown) if one.label in labels)


def figures(shown: Shown) -> list[str]:
    """Texts of the numbers and tables of a page, in their order, without addresses."""
    bodies = [one.delta.new_element.html.body for one in shown.last]
    plain = [" ".join(re.sub(r"<[^>]+>", " ", body).split()) for body in bodies]
    return [text for text in plain if text]


def test_a_coordinator_sees_what_the_director_sees_changes_nothing_and_goes_back(served):
    center, mine = served.person("center", "coordinator"), served.person("oosh5", "director", SCHOOL)
    theirs = served.shown(mine, "school", school=SCHOOL)

    async def looked() -> None:
        async with served.tab(center) as socket:
            tab = Tab(socket)
            shown = await tab.run("school", school=SCHOOL)
            own_pages = shown.pages
            await tab.press([named(shown, "school", "Смотреть как директор").state], "school", school=SCHOOL)
            shown = await tab.run("school", school=SCHOOL)
            assert shown.pages == theirs.pages
            told, due = figures(shown), figures(theirs)
            assert [text.partition(".")[0] for text in told if text not in due] == [
                "center", "Вы смотрите как директор: МБОУ ООШ № 5"]
            assert [text for text in due if text not in told and not OWN.search(text)] == []
            assert len(due) > 10
            before = kept(served.server.folder)
            report = await tab.run("report")
            assert NOT_THE_SCHOOL in report.text
            assert {one.label for one in widgets("report", report)} == {"Вернуться к своему виду"}
            assert "не открыта" in (await tab.run("upload")).text
            assert kept(served.server.folder) == before
            shown = await tab.run("school")
            await tab.press([named(shown, "school", "Вернуться к своему виду").state], "school")
            assert (await tab.run("school")).pages == own_pages

    asyncio.run(looked())

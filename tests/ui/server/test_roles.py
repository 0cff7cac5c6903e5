"""Role × everything the program gives: what is due is given, nothing else. The rows are the routes of the program and
the table of pages, not a list of ours: what is added without a rule fails."""

import asyncio
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import cache
from pathlib import Path

import pytest

from sample_data import form_of_region
from shnor.access.entry import OLD_LINK
from shnor.access.people import OF_SCHOOLS, ROLES
from shnor.papers import Papers
from shnor.service.papers import forms
from shnor.service.show.ready import READY
from shnor.shows import Item, Shows
from shnor.ui.pages import FIRST, PAGES, Page, open_to
from tests.clock import noon
from tests.named import SURNAME
from tests.ui.server.roles import NOBODY, WHO, Asked, asked, paths, plain, read, texts
from tests.ui.serving import Got, Shown, Tab

EVERYBODY, KNOWN, NOT_THERE, ITS_OWNER = "everybody", "who has come in", "nobody", "its owner"
ITS_WATCHERS = "whom it is shown"
ENTERED, LETTER = "by the entry", "by a letter"
RULES = {
    "/shnor/alive": EVERYBODY, "/shnor/enter": EVERYBODY, "/shnor/link": LETTER,
    "/shnor/leave": KNOWN, "/shnor/assets/{name}": KNOWN, "/shnor/forms/{kind}.xlsx": KNOWN, "/overview": KNOWN,
    "/{page}": KNOWN, "/_stcore/health": KNOWN, "/_stcore/host-config": KNOWN, "/_stcore/stream": ENTERED,
    "/shnor/table/{key}/{name}": ITS_OWNER, "/shnor/show/{id}": ITS_WATCHERS, "/media/{file_id:path}": ITS_OWNER,
    "/_stcore/upload_file/{session_id}/{file_id}": ITS_OWNER,
    "/_stcore/metrics": NOT_THERE, "/_stcore/agent/interact": NOT_THERE, "/_stcore/agent/mcp": NOT_THERE,
    "/_stcore/agent/openapi.json": NOT_THERE, "/auth/login": NOT_THERE, "/auth/logout": NOT_THERE,
    "/oauth2callback": NOT_THERE, "/component/{path:path}": NOT_THERE,
    "/_stcore/bidi-components/{path:path}": NOT_THERE}
"""Path → whom it answers. How an owner is told from others: test_owned.py; who watches a show: test_show.py."""
EXAMPLES = {"{name}": "page.js", "{kind}": "courses", "{page}": "school", "{key}": "0" * 32, "{file_id:path}": "1.pdf",
            "{session_id}": "1", "{file_id}": "1", "{id}": "0" * 12, "{path:path}": "x"}
needs_poppler = pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not installed")
EXAMPLE_OF = {page.name: page.example for page in PAGES}
SHEET = "Лист школы, PDF"
CLOSED, EMPTY = "Эта страница вам не открыта", "Вам пока ничего не открыто"


@pytest.fixture(scope="module")
def town(example_base: Callable[..., Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asked]:
    with asked("priozerny", "Ш05", example_base, tmp_path_factory) as made:
        yield made


@pytest.fixture(scope="module")
def village(example_base: Callable[..., Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asked]:
    """One school on the list: what a few others would give away is not told. Paths, menus and tables of Excel do not
    depend on the base; whose words stand on the pages does."""
    with asked("zarechny", "Ш03", example_base, tmp_path_factory) as made:
        yield made


def test_every_path_has_a_rule(tmp_path):
    assert {*paths(tmp_path)} == RULES.keys()


@pytest.mark.parametrize("role", WHO)
def test_a_path_answers_whom_it_should(town, role):
    wrong = []
    for path, rule in RULES.items():
        example = path
        for name, value in EXAMPLES.items():
            example = example.replace(name, value)
        if rule == ENTERED:
            assert town.served.lets_in(town.words[role]) is (role != NOBODY)
            continue
        got = town.served.ask(example, town.words[role])
        if rule == LETTER:
            assert OLD_LINK in got.text
            continue
        given, status = rule == EVERYBODY or (rule == KNOWN and role != NOBODY), got.status
        if (status in (200, 303, 307)) is not given or (role == NOBODY and not given and status != 403):
            wrong.append((path, rule, status))
    assert wrong == []


def opened(town: Asked, role: str, page: str, **query: str) -> Shown:
    return town.served.shown(town.words[role], page, **query)


@pytest.fixture(scope="module")
def seen(town) -> Callable[[str, Page], Shown]:
    """seen(role, page) -> the example of a page as it is shown to the role, opened once; to the coordinator first, so
    that whatever is kept for all is there."""
    @cache
    def shown(role: str, name: str) -> Shown:
        return opened(town, role, name, **EXAMPLE_OF[name])
    for page in PAGES:
        shown("coordinator", page.name)
    return lambda role, page: shown(role, page.name)


def test_a_leak_would_be_seen(town):
    text = opened(town, "coordinator", "school", school=town.school).text
    assert town.leaked("director", text)  # the list of schools to choose from
    assert SURNAME in text
    assert town.leaked("head", text) == [SURNAME] * text.count(SURNAME)


@pytest.mark.parametrize("role", ROLES)
def test_a_page_shows_a_role_what_is_its(town, seen, role):
    for page in PAGES:
        shown = seen(role, page)
        refused = CLOSED in shown.text or EMPTY in shown.text
        assert (page.name, refused, shown.failed) == (page.name, role not in page.roles, False)
        assert town.leaked(role, shown.text) == [], page.name
        if not refused:
            assert shown.pages == {"", *(one.name for one in open_to(role, served=True))} - {FIRST}


@pytest.mark.parametrize("role", [*OF_SCHOOLS, "guest"])
def test_where_one_school_is_on_the_list_nothing_of_others_is_told(village, role):
    for page in PAGES:
        shown = opened(village, role, page.name, **page.example)
        assert (page.name, shown.failed, village.leaked(role, shown.text)) == (page.name, False, [])


@needs_poppler
@pytest.mark.parametrize("role", OF_SCHOOLS)
def test_a_file_made_for_a_school_tells_of_no_other(town, role):
    """The sheet of the school and the empty forms of its months, as they are read: by a director and by a curator."""
    files = asyncio.run(taken(town, town.words[role], "school"))
    assert [name for name, _, kind in files if kind == "pdf"] == [SHEET]
    assert len(files) > 1
    for name, text, _ in files:
        assert "ООШ № 5" in text
        assert (name, town.leaked(role, text)) == (name, [])


async def taken(town: Asked, word: str, page: str, **query: str) -> list[tuple[str, str, str]]:
    """Of each file a page makes at a press: its button, its text, its kind."""
    async with town.served.tab(word) as socket:
        tab = Tab(socket)
        shown = await tab.run(page, **query)
        addresses = [(label, await tab.take(shown, label)) for label in shown.promises]
    return [(label, read(town.served.ask(address, word).body), address.rpartition(".")[2])
            for label, address in addresses]


@needs_poppler
def test_a_file_of_another_school_would_be_seen(town):
    [(_, text, _), *_] = asyncio.run(taken(town, town.words["coordinator"], "school", school="Ш07"))
    assert town.leaked("director", text)


def test_what_a_page_gives_away_is_for_whom_it_was_shown(town, seen):
    """Tables as Excel: who has not seen one does not get it, and there is no word of another school in one's own."""
    shown = {role: {address for page in open_to(role, served=True) for address in seen(role, page).exports}
             for role in ROLES}
    assert all(shown[role] for role in ("coordinator", "head", "director"))
    strange = 0
    for address in set().union(*shown.values()):
        answers = {role: town.served.ask(address, word) for role, word in town.words.items()}
        given = {role: texts(got.body) for role, got in answers.items() if got.status == 200}
        assert given.keys() == {role for role in ROLES if address in shown[role]}, address
        assert [found for role, text in given.items() for found in town.leaked(role, text)] == []
        strange += len(town.leaked("director", given.get("coordinator", "")))
    assert strange  # another school in a table would be seen


def test_a_show_is_for_whom_it_is_open_and_names_no_school(town):
    """All slides the program has ready; of the show that is not for guests one is enough to tell whom it is for."""
    slides = [Item(str(place), "ready", key) for place, key in enumerate(READY)]
    with closing(Shows(town.served.server.folder / "base.duckdb", noon)) as shows:
        mine = shows.kept.make("Для своих", slides[:1], (), by="")
        guests = shows.kept.change(shows.kept.make("Для гостей", slides, (), by="").id, guests=True)
    for show, due in ((mine, {"coordinator", "head"}), (guests, {"coordinator", "head", "guest"})):
        answers = {role: town.served.ask(f"/shnor/show/{show.id}", word) for role, word in town.words.items()}
        assert {role: got.status for role, got in answers.items()} == {
            role: 200 if role in due else 403 for role in answers}
        told = [plain(answers[role].text) for role in due]
        assert [found for text in told for found in town.leaked("guest", text)] == []
        assert show is mine or all(re.search("Школа [А-Я]", text) for text in told), told[0][:2000]
    named = {role: [name for name in (mine.name, guests.name) if name in opened(town, role, "show").text]
             for role in ("head", "guest")}
    assert named == {"head": [mine.name, guests.name], "guest": [guests.name]}


def test_a_form_of_others_is_filled_for_the_coordinator_alone(town):
    """It names every school of the list: who knows its address does not get the form, nor the file filled in."""
    with closing(Papers(town.served.server.folder / "base.duckdb", noon)) as papers:
        form = forms.take(papers.forms, form_of_region.NAME, form_of_region.form(), by="")
        for address, wish in form_of_region.cells():
            papers.forms.settle(form.id, form_of_region.SHEET, address, wish)
    shown, answers = asyncio.run(filled(town, form.id))
    assert "Заполнится ячеек" in shown.text
    assert "ООШ № 5" in texts(answers["coordinator"].body)
    assert {role: got.status for role, got in answers.items()} == {
        "coordinator": 200, NOBODY: 403, **{role: 404 for role in {*ROLES} - {"coordinator"}}}
    for role in {*ROLES} - {"coordinator"}:
        other = opened(town, role, "forms", form=form.id)
        assert (role, form.name in other.text, other.files, CLOSED in other.text or EMPTY in other.text) == (
            role, False, {}, True)


async def filled(town: Asked, form: str) -> tuple[Shown, dict[str, Got]]:
    """The page of a form in the coordinator's open tab, and what the address of its file answers to everybody."""
    async with town.served.tab(town.words["coordinator"]) as socket:
        shown = await Tab(socket).run("forms", form=form)
        address = shown.files["Заполнить и скачать"]
        return shown, {role: town.served.ask(address, town.words[role]) for role in WHO}


@pytest.mark.parametrize("role", OF_SCHOOLS)
@pytest.mark.parametrize("query", [
    {"school": "Ш07"}, {"school": "Ш01", "compare": "Ш07,list"}, {"state": "3"}, {"day": "2026-10-01"},
    {"schools": "all", "school": ""}, {"shnor_as_school": "Ш07"}], ids=str)
def test_no_address_shows_more(town, role, query):
    shown = opened(town, role, "school", **query)
    assert town.leaked(role, shown.text.replace(query.get("school") or "-", "").replace("Ш07", "")) == []
    assert "27.11.2026" in shown.text


@pytest.mark.parametrize("role", [*OF_SCHOOLS, "guest"])
def test_a_sheet_of_another_school_opens_to_nobody_else(town, role):
    """Every sheet that was kept, by its address, one after another in one tab."""
    async def told() -> dict[tuple[int, str], str]:
        async with town.served.tab(town.words[role]) as socket:
            tab = Tab(socket)
            return {(upload, sheet): (await tab.run("source", upload=str(upload), sheet=sheet)).text.replace(sheet, "")
                    for upload, sheet in town.files}

    assert {where: found for where, text in asyncio.run(told()).items() if (found := town.leaked(role, text))} == {}

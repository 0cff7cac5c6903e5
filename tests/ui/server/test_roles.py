"""Role × everything the program gives: what is due is given, nothing else. The rows are the routes of the program and
the table of pages, not a list of ours: what is added without a rule fails."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from shnor.access.entry import OLD_LINK
from shnor.access.people import OF_SCHOOLS, ROLES
from shnor.ui.pages import PAGES, open_to
from tests.ui.server.roles import NOBODY, SURNAME, WHO, Asked, asked, paths, texts
from tests.ui.serving import Shown

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
CLOSED, EMPTY = "Эта страница вам не открыта", "Вам пока ничего не открыто"


@pytest.fixture(scope="module", params=[("priozerny", "Ш05"), ("zarechny", "Ш03")], ids=lambda one: one[0])
def town(request, example_base: Callable[..., Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asked]:
    with asked(*request.param, example_base, tmp_path_factory) as made:
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


def test_a_leak_would_be_seen(town):
    text = opened(town, "coordinator", "school", school=town.school).text
    assert town.leaked("director", text)  # the list of schools to choose from
    assert SURNAME in text
    assert town.leaked("head", text) == [SURNAME] * text.count(SURNAME)


@pytest.mark.parametrize("role", ROLES)
def test_a_page_shows_a_role_what_is_its(town, role):
    """Filled by the coordinator first, so that whatever is kept for all is there."""
    for page in PAGES:
        opened(town, "coordinator", page.name, **page.example)
        shown = opened(town, role, page.name, **page.example)
        refused = CLOSED in shown.text or EMPTY in shown.text
        assert (page.name, refused, shown.failed) == (page.name, role not in page.roles, False)
        assert town.leaked(role, shown.text) == [], page.name
        if not refused:
            assert shown.pages == {"" if one.name == "overview" else one.name for one in open_to(role, served=True)} | (
                {""} if role in OF_SCHOOLS else set())


def test_what_a_page_gives_away_is_for_whom_it_was_shown(town):
    """Tables as Excel: who has not seen one does not get it, and there is no word of another school in one's own."""
    shown = {role: {address for page in open_to(role, served=True)
                    for address in opened(town, role, page.name, **page.example).exports} for role in ROLES}
    assert all(shown[role] for role in ("coordinator", "head", "director"))
    for address in set().union(*shown.values()):
        answers = {role: town.served.ask(address, word) for role, word in town.words.items()}
        given = {role for role, got in answers.items() if got.status == 200}
        assert given == {role for role in ROLES if address in shown[role]}, address
        assert [found for role in given for found in town.leaked(role, texts(answers[role].body))] == []


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
    """Every sheet that was kept, by its address."""
    leaked = {(upload, sheet): found for upload, sheet in town.files
              if (found := town.leaked(role, opened(town, role, "source", upload=str(upload), sheet=sheet).text.replace(
                  sheet, "")))}
    assert leaked == {}

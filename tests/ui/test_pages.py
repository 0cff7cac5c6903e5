"""Who may open which page: the table of pages says it of every page, and of no page for nobody."""

import pytest

from shnor.access.people import ROLES
from shnor.ui.pages import FIRST, PAGES, home, open_to

MAY = {"coordinator": {page.name for page in PAGES} - {"report"},
       "head": {page.name for page in PAGES} - {"report", "upload", "versions", "forms", "setup", "settings", "access"},
       "director": {"school", "report", "handbook", "source"}, "curator": {"school", "handbook", "source"},
       "guest": {"show"}}


@pytest.mark.parametrize("role", ROLES)
def test_a_role_opens_its_pages(role):
    assert {page.name for page in open_to(role, served=True)} == MAY[role]


@pytest.mark.parametrize(("role", "name"), [("coordinator", FIRST), ("head", FIRST), ("director", "school"),
                                            ("curator", "school"), ("guest", "show")])
def test_where_somebody_comes_first(role, name):
    assert home(role) == name


def test_every_page_is_somebodys():
    assert [page.name for page in PAGES if not page.roles] == []


def test_on_ones_own_computer_there_is_nobody_to_let_in():
    assert {page.name for page in PAGES} - {page.name for page in open_to("coordinator", served=False)} == {
        "access", "report"}

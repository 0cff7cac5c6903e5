"""A copy comes back while the program runs: on one's own computer and on a server, where everybody comes in anew."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from shnor.access.database import FILE, Database
from shnor.access.entry import Entry
from shnor.copies import names
from shnor.store import Store
from shnor.store.beside import backup_folder
from shnor.ui.screens.versions.returning import LOOK, RETURN
from tests.actors import COORDINATOR
from tests.browser import month_books, steps
from tests.browser.looking import shot
from tests.clock import noon

PAGE, WRONG = "/versions?tab=copies", "Сроки сдвинуты по ошибке"


@pytest.fixture
def base(tmp_path) -> Path:
    """With a copy in its folder and something done after it."""
    path = tmp_path / "shnor.duckdb"
    month_books.base(path)
    store = Store.open(path, create=False, clock=noon)
    store.copy_to(names.free(backup_folder(path), noon()), COORDINATOR)
    store.decide(COORDINATOR, WRONG)
    store.close()
    return path


def brought_back(page: Page) -> None:
    steps.drawn(page)
    page.get_by_role("button", name=LOOK).click()
    expect(page.get_by_text("Записей в журнале после копии: 1")).to_be_visible()
    steps.drawn(page)
    shot(page, "return")
    page.get_by_role("button", name=RETURN).click()


def test_on_ones_own_computer_the_other_tab_goes_on(server, base, tab):
    own = server(database=base)
    other = tab(own, "/versions?tab=files")
    expect(other.get_by_text(WRONG)).to_have_count(1)
    page = tab(own, PAGE)
    brought_back(page)
    expect(page.get_by_text("возвращена. Прежние данные сохранены")).to_be_visible()
    steps.again(other)
    expect(other.get_by_text("Возвращена копия от 27.11.2026")).not_to_have_count(0)
    expect(other.get_by_text(WRONG)).to_have_count(0)


@pytest.mark.nightly
def test_on_a_server_everybody_comes_in_anew(behind_nginx, base, tab):
    front = behind_nginx(database=base, patient=True)
    front.person("centre", "coordinator", title="координатор")
    front.person("oosh5", "director", ["Ш05"], "директор школы № 5")
    director = tab(front.desk("oosh5"), "/school")
    steps.drawn(director)
    page = tab(front.desk("centre"), PAGE)
    brought_back(page)
    expect(page.get_by_role("heading", name="Вход завершён")).to_be_visible()
    for one in (page, director):
        one.reload()
        expect(one.get_by_role("button", name="Войти")).to_be_visible()
    front.entry.database.close()
    front.entry = Entry(Database(front.folder / FILE, noon))  # the file is another one now
    again = tab(front.desk("centre"), "/versions?tab=files")
    expect(again.get_by_text("Возвращена копия от 27.11.2026")).not_to_have_count(0)
    expect(again.get_by_text(WRONG)).to_have_count(0)

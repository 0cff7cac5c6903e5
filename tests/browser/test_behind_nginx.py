"""Server mode as people meet it: nginx with TLS in front, at the root of a host and below a path of it."""

import shutil

import pytest
from playwright.sync_api import Page, expect

from shnor.ui.run.access import COOKIE, ENTER
from tests.browser.fronted import PASSWORD, Fronted
from tests.browser.looking import ready


@pytest.fixture(scope="module", params=["", "/monitor"], ids=["root", "path"])
def front(request, behind_nginx, example_base, tmp_path_factory) -> Fronted:
    base = shutil.copy(example_base(), tmp_path_factory.mktemp("base") / "shnor.duckdb")
    made = behind_nginx(below=request.param, database=base)
    made.person("centre", "coordinator", title="координатор")
    made.person("oosh5", "director", ["Ш05"], "директор МБОУ ООШ № 5")
    made.give_password("centre")
    return made


def enter(page: Page, login: str) -> None:
    page.get_by_label("Имя входа").fill(login)
    page.get_by_label("Пароль").fill(PASSWORD)
    page.get_by_role("button", name="Войти").click()
    ready(page)


def test_a_deep_link_leads_through_the_entry_to_the_same_page(front, tab):
    page = tab(front.desk(), "/roadmap?day=2026-11-20")
    assert page.url.startswith(f"{front.origin}{ENTER}")
    enter(page, "centre")
    assert page.url.startswith(f"{front.origin}/roadmap?day=2026-11-20")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Дорожная карта")
    assert [cookie["path"] for cookie in page.context.cookies() if cookie["name"] == COOKIE] == ["/"]

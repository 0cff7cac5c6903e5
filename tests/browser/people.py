"""Server mode in tests without a server in front: who may come in, and how they do. A browser takes this computer for
safe, so it takes the cookie as behind TLS."""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Page, expect

from shnor.access import Database, Entry
from shnor.access.database import FILE
from shnor.scope import Role
from shnor.ui.run.access import ENTER
from tests.browser.looking import ready
from tests.clock import noon

PASSWORD = "три синих самовара"
People = Mapping[str, tuple[str, Role, tuple[str, ...]]]
"""Login → how the journal calls them, role, schools."""


def admitted(folder: Path, people: People) -> None:
    """They have passwords already."""
    entry = Entry(Database(folder / FILE, noon))
    for login, (title, role, schools) in people.items():
        entry.people.add(login, title, role, schools, by="центр")
        entry.accept(entry.invite(login, by="центр"), PASSWORD, "")
    entry.database.close()


def enter(page: Page, address: str, login: str, path: str = "/") -> Page:
    """By login and password, as a person does, and on to the page."""
    page.goto(f"{address}{ENTER}?{urlencode({'to': path})}")
    page.get_by_label("Имя входа").fill(login)
    page.get_by_label("Пароль").fill(PASSWORD)
    page.get_by_role("button", name="Войти").click()
    expect(page.get_by_test_id("stMain")).to_be_visible()
    ready(page)
    return page

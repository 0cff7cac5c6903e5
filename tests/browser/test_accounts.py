"""A whole sign-in in Chromium through nginx, below a path: our entry, the pages of the provider of npm on another site,
back to us. Cookies of both sides have to live through the way from one site to another."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from shnor.ui.run.access import COOKIE, ENTER, LEAVE
from tests.browser.fronted import Fronted
from tests.browser.looking import shot
from tests.ui.server.oidc.conftest import certificate, free_port, known, packages, real

__all__ = ["certificate", "known", "packages", "real"]


@pytest.fixture
def ours(behind_nginx: Callable[..., Fronted], known, real) -> Fronted:
    """A server that knows a provider; it is asked for the first time when somebody wants to come in."""
    given = known(f"https://127.0.0.1:{free_port()}")
    made = behind_nginx(below="/monitor", SHNOR_OIDC_ISSUER=given.issuer, SHNOR_OIDC_CLIENT=given.client,
                        SHNOR_OIDC_SECRET_FILE=str(given.secret_file), SHNOR_OIDC_CA=str(given.ca))
    made.person("oosh5", "director", ["Ш05"])
    real(ours=made.origin, issuer=given.issuer)
    return made


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context(locale="ru-RU", ignore_https_errors=True) as context:
        yield context.new_page()


def test_somebody_comes_in_and_leaves_both(page: Page, ours: Fronted):
    page.goto(f"{ours.origin}/school")
    expect(page).to_have_url(f"{ours.origin}{ENTER}?to=%2Fschool")
    shot(page, "accounts_entry")
    page.get_by_role("link", name="Войти через единую учётную запись").click()
    page.locator("input[name=login]").fill("oosh5")
    page.locator("input[name=password]").fill("any")
    page.locator("button[type=submit]").click()
    expect(page).to_have_url(f"{ours.origin}/school")
    expect(page.locator("h1").first).to_be_visible()
    [word] = [one["value"] for one in page.context.cookies() if one["name"] == COOKIE]
    assert ours.entry.sessions.person(word).login == "oosh5"
    leaves_both(page, ours)
    page.get_by_role("link", name="Войти через единую учётную запись").click()
    expect(page.locator("input[name=login]")).to_be_visible()  # it asks again who comes


def leaves_both(page: Page, ours: Fronted) -> None:
    page.goto(ours.origin + LEAVE)
    page.get_by_role("button", name="Выйти").click()
    shot(page, "accounts_left")
    page.get_by_role("link", name="Выйти и оттуда").click()
    page.locator("button[name=logout]").first.click()
    page.wait_for_url(f"{ours.origin}{ENTER}*")

"""A real Chromium against our own server.

`server()` starts the program on an empty data folder and gives it back; `tab(server, "/school?school=05")` opens a page
that fails the test when it left a console error or a request to another host. What to ask a page: looking.py beside.
"""

import os
import shutil
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Request, expect, sync_playwright

from tests.browser.fronted import Desk, Fronted, fronted
from tests.browser.looking import ready
from tests.browser.running import Server, started

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync")

expect.set_options(timeout=15_000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
    # last: while Playwright is open its event loop runs in this thread, and no other may be started in it
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


@pytest.fixture(scope="session")
def chromium() -> str:
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if not found and os.environ.get("CI"):
        pytest.fail("На сервере проверок нет Chromium.")
    return found or pytest.skip("Нет Chromium: проверки в браузере пропущены.")


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        # a shifted clock is for our program: Chromium does not start under libfaketime
        own = {name: value for name, value in os.environ.items() if name != "LD_PRELOAD"}
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS), env=own)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def server_factory(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Server]]:
    """start(database=…, today=…, folder=…, script=…, **environment) for servers that live until the last test."""
    with ExitStack() as stack:
        yield lambda **how: started(stack, tmp_path_factory, shared=True, **how)


@pytest.fixture
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Server]]:
    """The same for servers of one test."""
    with ExitStack() as stack:
        yield lambda **how: started(stack, tmp_path_factory, **how)


@pytest.fixture(scope="module")
def behind_nginx(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Fronted]]:
    """start(below="/monitor", database=…, today=…, **environment): a server with nginx before it, until the last test
    of the file; none of them asks another host for anything."""
    made: list[Fronted] = []

    def start(**how: Any) -> Fronted:
        made.append(fronted(stack, tmp_path_factory, **how))
        return made[-1]

    with ExitStack() as stack:
        yield start
    assert [place for one in made for place in one.asked_outside()] == []


class Tabs:
    """Tabs of a browser. Tests that only look at a shared program take turns at one tab, where its scripts are compiled
    already; every other test has a profile of its own."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._idle: dict[tuple[object, ...], list[Page]] = defaultdict(list)

    def taken(self, stack: ExitStack, server: Server | Desk, width: int, height: int, zoom: float,
              options: dict[str, object]) -> Page:
        size = {"width": round(width / zoom), "height": round(height / zoom)}
        idle = self._idle[server.address, zoom, repr(sorted(options.items()))]
        if server.shared and idle:
            page = idle.pop()
            page.set_viewport_size(size)
        else:
            own = {"ignore_https_errors": True} if server.address.startswith("https") else {}
            context = self._browser.new_context(locale="ru-RU", timezone_id="Europe/Moscow", accept_downloads=True,
                                                device_scale_factor=zoom, viewport=size, **own, **options)
            page = context.new_page()
        stack.callback(self._left, page, idle if server.shared else None)
        return page

    @staticmethod
    def _left(page: Page, idle: list[Page] | None) -> None:
        if idle is None or page.is_closed():
            page.context.close()
        else:
            page.goto("about:blank")
            page.context.clear_cookies()
            idle.append(page)


@pytest.fixture(scope="session")
def tabs(browser: Browser) -> Tabs:
    return Tabs(browser)


@pytest.fixture
def tab(tabs: Tabs) -> Iterator[Callable[..., Page]]:
    """tab(server, path="/", width=1366, height=768, zoom=1.0) -> Page; watched until the end of the test."""
    complaints: list[str] = []
    with ExitStack() as stack:
        yield lambda server, path="/", **how: opened(stack, tabs, complaints, server, path, **how)
    assert complaints == []


def opened(stack: ExitStack, tabs: Tabs, complaints: list[str], server: Server | Desk, path: str, *, width: int = 1366,
           height: int = 768, zoom: float = 1.0, expected: str | None = None, stranger: bool = False,
           **options: object) -> Page:
    """stranger: has not come by the address of the launch. expected: a part of the console errors this test is about;
    other options go to the browser's context."""
    page = tabs.taken(stack, server, width, height, zoom, options)
    watch(stack, page, complaints, urlparse(server.address).netloc, expected)
    if not stranger and server.cookie:
        page.context.add_cookies([server.cookie])
    page.goto(server.address + path)
    if server.cookie:  # else it may be a page without a script
        ready(page)
    return page


def watch(stack: ExitStack, page: Page, complaints: list[str], host: str, expected: str | None) -> None:
    """Until the stack closes."""
    def console(said: ConsoleMessage) -> None:
        if said.type == "error" and not (expected and expected in said.text):
            complaints.append(f"console: {said.text} {said.location}")

    def error(told: Error) -> None:
        complaints.append(f"page: {told}")

    def request(asked: Request) -> None:
        if asked.url.startswith(("http", "ws")) and urlparse(asked.url).netloc != host:
            complaints.append(f"host: {asked.url}")

    for event, told in (("console", console), ("pageerror", error), ("request", request)):
        page.on(event, told)
        stack.callback(page.remove_listener, event, told)


@pytest.fixture(scope="session")
def demo(example_base: Callable[..., Path]) -> Path:
    """The base of the example, made once; copy it before changing it."""
    return example_base()


@pytest.fixture(scope="session")
def example(server_factory: Callable[..., Server], demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Server:
    """One program with the example for every test that only looks."""
    return server_factory(database=Path(shutil.copy(demo, tmp_path_factory.mktemp("example") / "demo.duckdb")))

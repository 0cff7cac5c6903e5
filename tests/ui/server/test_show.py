"""The show under its own address: to whom it opens, what it may do in a browser, that what was told is noted."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest
from starlette.applications import Starlette

from sample_data import make
from shnor.access.people import ROLES
from shnor.reports.slides import html
from shnor.scope import Scope
from shnor.service.show import deck, ready
from shnor.shows import Shows
from shnor.store import Store
from shnor.ui.server import keys, shell
from shnor.ui.server.gate import Gate
from shnor.ui.server.show import CLOSED
from tests.clock import noon
from tests.ui.asking import ask
from tests.ui.serving import Serving, serving

POLICY = f"{html.policy()}; frame-ancestors 'none'"
NOWHERE = "Такого показа нет: его удалили или адрес неполный. Выберите показ из списка."
SECRET = "s" * 32
COOKIE = "=".join(keys.cookie(SECRET, 80))
OF_SCHOOL = frozenset({"director", "curator"})
pytestmark = pytest.mark.slow


def kept(base: Path) -> dict[str, str]:
    """Two shows beside the base, one open to guests: name → id."""
    with closing(Store.open(base, create=False, clock=noon)) as store, store.view(Scope()) as view:
        order = deck.order(view, make.DAY)
    with closing(Shows(base, noon)) as shows:
        made = {name: shows.kept.make(name, ready.items(["title", "marks", "answers"]), order, by="координатор").id
                for name in ("свой", "гостям")}
        shows.kept.change(made["гостям"], guests=True)
    return made


def told(base: Path) -> set[str]:
    """Of which shows something was told."""
    with closing(sqlite3.connect(base.with_suffix(".shows.sqlite"))) as file:
        return {show for show, in file.execute("select show from told")}


class Served(NamedTuple):
    running: Serving
    base: Path
    shows: dict[str, str]

    def ask(self, role: str, id: str):
        words = {"": ""} | {one: self.running.person(one, one, *(["Ш05"] if one in OF_SCHOOL else [])) for one in ROLES}
        return self.running.ask(f"/shnor/show/{id}", words[role])


@pytest.fixture(scope="module")
def served(example_base: Callable[..., Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    base = Path(shutil.copy(example_base(), tmp_path_factory.mktemp("show") / "base.duckdb"))
    shows = kept(base)
    with serving(tmp_path_factory, base) as running:
        yield Served(running, base, shows)


@pytest.mark.parametrize("show", ["свой", "гостям"])
@pytest.mark.parametrize("role", ["", *ROLES])
def test_a_show_opens_to_whom_it_should(role, show, served):
    opens = {"coordinator", "head"} | ({"guest"} if show == "гостям" else set())
    got = served.ask(role, served.shows[show])
    assert got.status == (200 if role in opens else 403)
    assert ("<section class=\"slide" in got.text) is (role in opens)
    if role and role not in opens:
        assert got.text == CLOSED


def test_what_opens_may_run_its_own_scripts_alone_and_stands_in_no_frame(served):
    headers = served.ask("coordinator", served.shows["свой"]).headers
    assert (headers["content-security-policy"], headers["cache-control"], headers["x-frame-options"]) == (
        POLICY, "no-store", "DENY")


@pytest.mark.parametrize("id", ["0" * 12, "нет", "x'y"])
def test_a_show_that_is_not_there_says_so(id, served):
    got = served.ask("coordinator", id)
    assert (got.status, got.text) == (404, NOWHERE)


@pytest.fixture
def local(example_base, tmp_path, monkeypatch) -> tuple[Path, dict[str, str]]:
    """A base on one's own computer."""
    base = Path(shutil.copy(example_base(), tmp_path / "base.duckdb"))
    for name, value in (("DATABASE", str(base)), ("DATA", str(tmp_path)), ("TODAY", make.DAY.isoformat())):
        monkeypatch.setenv(f"SHNOR_{name}", value)
    return base, kept(base)


def test_on_ones_own_computer_it_opens_behind_the_gate_and_what_it_tells_is_noted(local):
    base, shows = local
    app = Gate(Starlette(routes=shell.routes()), SECRET)
    address = f"/shnor/show/{shows['свой']}"
    refused = ask(app, address)
    assert (refused.status, "slide" in refused.text, told(base)) == (403, False, set())
    answer = ask(app, address, cookie=COOKIE)
    assert (answer.status, answer.headers["content-security-policy"]) == (200, POLICY)
    assert "22,8\u00a0%" in answer.text
    assert told(base) == {shows["свой"]}

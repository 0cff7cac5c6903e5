"""Who looks, asked anew: what a page was drawn for is no right to change or to see anything later."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from shnor.access import Entry
from shnor.errors import NotAllowed
from shnor.scope import Scope
from shnor.store import Store
from shnor.ui.run import access, session
from shnor.ui.run.session import AS_SCHOOL, Over, Session
from tests.actors import COORDINATOR
from tests.clock import noon

ORIGIN = "https://monitor.example.ru"


@pytest.fixture
def served(monkeypatch, tmp_path) -> Entry:
    for name, value in (("ORIGIN", ORIGIN), ("DATA", str(tmp_path)), ("TODAY", "2026-11-27")):
        monkeypatch.setenv(f"SHNOR_{name}", value)
    made = access.entry()
    made.people.add("center", "методический центр", "coordinator", by="")
    made.people.add("center2", "методист центра", "coordinator", by="")
    yield made
    made.database.close()


def opened(entry: Entry, login: str = "center") -> Session:
    """As a page has made it for somebody who is in."""
    person = entry.people.of(login)
    return Session(None, person.scope, date(2026, 11, 27), date(2026, 11, 27), 0, False, False, False, "",
                   person.title, None, None, login, word=entry.sessions.begin(person, ""))


def test_an_actor_is_who_it_is_now(served):
    page = opened(served)
    assert (page.actor.title, page.actor.scope.role) == ("методический центр", "coordinator")
    served.people.change("center", "director", ["Ш05"], by="center2")
    assert page.actor.scope == Scope("director", frozenset({"Ш05"}))
    assert not session.again(page)


@pytest.mark.parametrize("gone", [
    lambda entry, page: entry.leave(page.word),
    lambda entry, page: entry.people.switch("center", False, by="center2"),
    lambda entry, page: entry.sessions.end_all(entry.people.of("center"))], ids=["left", "switched-off", "ended"])
def test_whoever_is_gone_changes_and_sees_nothing_more(served, gone):
    page = opened(served)
    gone(served, page)
    for asked in (lambda: page.actor, lambda: session.again(page)):
        with pytest.raises(Over):
            asked()


def test_the_base_of_all_is_not_switched_on_a_server(served, tmp_path):
    with pytest.raises(NotAllowed):
        session.choose_base("demo")
    assert not (tmp_path / "choice.json").exists()


def test_copies_go_where_who_runs_the_server_has_said(served, monkeypatch, tmp_path):
    monkeypatch.setenv("SHNOR_COPIES", str(tmp_path / "flash"))
    assert session.copies_inside() == tmp_path / "flash"
    monkeypatch.delenv("SHNOR_ORIGIN")
    assert session.copies_inside() is None


def probe() -> None:
    import streamlit as st

    from shnor.ui.run import session

    now = session.current()
    st.text(f"{session.begin()} {now.scope.role} {sorted(now.scope.schools or [])} {now.day} {now.past} {now.changes}")
    st.text(f"{now.actor.scope.role}")


@pytest.fixture
def tab(monkeypatch, tmp_path) -> AppTest:
    """On one's own computer, with a base that has two states."""
    base = tmp_path / "base.duckdb"
    store = Store.open(base, clock=noon)
    for note in ("один", "два"):
        store.decide(COORDINATOR, note)
    store.close()
    for name, value in (("DATABASE", str(base)), ("DATA", str(tmp_path)), ("TODAY", "2026-11-27")):
        monkeypatch.setenv(f"SHNOR_{name}", value)
    yield AppTest.from_function(probe, default_timeout=30)
    session.open_bases.clear()


def said(tab: AppTest) -> list[str]:
    return [one.value for one in tab.run().text]


def test_the_day_and_the_state_of_the_address_are_the_coordinators(tab):
    tab.query_params["day"], tab.query_params["state"] = "2026-10-01", "1"
    assert said(tab) == ["coordinator coordinator [] 2026-10-01 True False", "coordinator"]


def test_who_looks_as_a_director_sees_today_and_changes_nothing(tab):
    tab.query_params["day"], tab.query_params["state"] = "2026-10-01", "1"
    tab.session_state[AS_SCHOOL] = "Ш05"
    assert said(tab) == ["director director ['Ш05'] 2026-11-27 False False", "guest"]
    assert dict(tab.query_params) == {}


def test_the_head_of_the_centre_reads_only(tab):
    tab.session_state["who"] = session.WHO[-1]
    assert said(tab) == ["coordinator head [] 2026-11-27 False False", "head"]
    tab.session_state[AS_SCHOOL] = "Ш05"  # nor looks as anybody else
    assert said(tab)[0].startswith("coordinator head")

"""What stands beside the base: what waits, when it was sent; what the head does not see of the base itself."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from shnor.desk import Desk
from shnor.scope import Scope
from shnor.service.month import unseen
from shnor.service.month.forms import Forms
from shnor.ui.run import beside
from shnor.ui.run.session import Session, unseen_by
from tests.clock import noon
from tests.service.conftest import DAY, accepted
from tests.service.intake.test_beside_others import nine

NOV = DAY.replace(day=1)
KEY = ("Ш09", "month", NOV)
HEAD, DIRECTOR, CURATOR = (Scope("head"), Scope("director", frozenset({"Ш09"})), Scope("curator", frozenset({"Ш09"})))


def session(store, scope) -> Session:
    rules = Forms()
    return Session(store, scope, DAY, DAY, store.state, False, False, False, "", "кто-то", ZoneInfo("Europe/Moscow"),
                   rules, "one", unseen=unseen_by(scope, store, DAY, rules))


def send(desk) -> None:
    one = desk.post.add("Ш09", NOV, "file", "ш9.csv", nine("выполняется").data, by="директор")
    desk.post.send(one.number, "Ш09")


SENT = {KEY: {"handed_in": DAY}}


@pytest.mark.parametrize(("scope", "told"), [(Scope(), SENT), (HEAD, SENT), (DIRECTOR, {}), (CURATOR, {})])
def test_what_waits_is_known_at_the_centre_alone(filled, desk, scope, told):
    send(desk)
    assert {key: value for key, value in beside.of(session(filled, scope)).items() if key == KEY} == told


@pytest.mark.parametrize(("scope", "rows"), [(Scope(), 1), (HEAD, 0), (DIRECTOR, 1), (CURATOR, 1)])
def test_what_a_school_has_not_seen_the_head_does_not_see(filled, desk, tmp_path, scope, rows):
    accepted(filled, nine("выполняется"))
    with session(filled, scope).view() as view:
        assert len(view.rows("progress", plan="План № 9").fetchall()) == rows
    later = Desk(tmp_path / "base.duckdb", lambda: noon() + timedelta(hours=1))  # than the acceptance
    later.seen.note("Ш09", unseen.sheet(NOV), by="директор")
    later.close()
    with session(filled, scope).view() as view:
        assert len(view.rows("progress", plan="План № 9").fetchall()) == 1


@pytest.mark.parametrize("scope", [Scope(), HEAD, DIRECTOR, CURATOR])
def test_the_day_a_school_has_sent_its_report_on_is_everybodys(filled, desk, scope):
    send(desk)
    [one] = desk.post.waiting()
    desk.post.accepted(one.number, "Ш09", 4, by="координатор")
    assert beside.of(session(filled, scope))[KEY]["accepted"] == DAY


def test_on_ones_own_computer_nothing_is_hidden_or_awaited(filled, desk, monkeypatch):
    send(desk)
    accepted(filled, nine("выполняется"))
    monkeypatch.delenv("SHNOR_ORIGIN")
    assert [beside.of(session(filled, scope)) for scope in (Scope(), HEAD)] == [{}, {}]

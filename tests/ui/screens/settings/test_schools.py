"""How reports of schools are accepted and shown: kept as a decision of the centre, on a server alone."""

from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from shnor.service.month import unseen
from tests.actors import COORDINATOR

SHOWN: dict[str, object] = {}


def piece() -> None:
    from shnor.ui.screens.settings import schools
    from tests.ui.screens.settings.test_schools import SHOWN

    schools.settings(SHOWN["session"])


@pytest.fixture
def app(store, monkeypatch) -> AppTest:
    monkeypatch.setenv("SHNOR_ORIGIN", "https://monitor.example.ru")
    SHOWN["session"] = SimpleNamespace(store=store, actor=COORDINATOR)
    return AppTest.from_function(piece, default_timeout=60).run()


def test_it_begins_with_our_proposal(app):
    assert (app.checkbox[0].value, app.number_input[0].value) == (False, unseen.DAYS)


def test_a_decision_is_kept_and_stands_in_the_journal(app, store):
    app.checkbox[0].check()
    app.number_input[0].set_value(5)
    app.button[0].click().run()
    assert not app.exception
    about, [entry] = store.about(), store.journal()
    assert (about["accept_at_once"], about[unseen.KEY], unseen.days(about)) == ("yes", "5", 5)
    assert (entry.who, entry.note) == ("координатор", (
        "Отчёты школ без вопросов принимать сразу: да; цифры, которых школа не видела, руководитель видит через "
        "5\u00a0дней"))
    app.button[0].click().run()
    assert len(store.journal()) == 1


def test_on_ones_own_computer_nobody_is_asked(app, monkeypatch):
    monkeypatch.delenv("SHNOR_ORIGIN")
    assert not AppTest.from_function(piece, default_timeout=60).run().checkbox

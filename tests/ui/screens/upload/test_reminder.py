"""The piece «Напомнить»: the exact text before it is taken, one letter a school and month, nothing of a past state."""

from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

import pytest
from streamlit.testing.v1 import AppTest

from shnor.scope import Scope
from shnor.service.month.forms import Forms
from shnor.ui.run.session import Session
from tests.actors import COORDINATOR
from tests.service.conftest import DAY

SHOWN: dict[str, Session] = {}
"""What the drawn piece is of."""


def piece() -> None:
    from shnor.ui.screens.upload import reminder, sent
    from tests.ui.screens.upload.test_reminder import SHOWN

    session = SHOWN["session"]
    reminder.reminder(session, sent.build(session, session.forms.awaited_month(session.day), {}))


@pytest.fixture
def session(filled) -> Session:
    filled.describe(COORDINATOR, coordinator="координатор, тел. 2-14-15")
    return Session(filled, Scope(), DAY, DAY, filled.state, False, False, False, "", "методист",
                   ZoneInfo("Europe/Moscow"), Forms())


def drawn(session: Session) -> AppTest:
    SHOWN["session"] = session
    return AppTest.from_function(piece, default_timeout=30).run()


def letter(app: AppTest) -> str:
    found = [block.proto.body for block in app.get("html") if "shnor-remindtext" in block.proto.body]
    return found[0] if found else ""


def test_the_text_that_is_copied_is_the_text_that_is_shown(session):
    whole = letter(drawn(session))
    shown = whole.partition("<pre class='shnor-remindtext'>")[2].partition("</pre>")[0]
    assert "тел. 2-14-15" in shown
    assert f"data-shnor-say='{shown}' data-shnor-press='shnor_reminded'" in whole


def test_who_got_a_letter_gets_none_again_in_its_month_unless_it_did_not_go(session):
    app = drawn(session)
    app.selectbox(key="shnor_remind_2026-11-01_").select("Ш09").run()
    text = letter(app)
    app.button(key="shnor_reminded").click().run()
    assert (letter(app), session.store.about()["reminded 2026-11 Ш09"]) == ("", "2026-11-27")
    assert letter(drawn(replace(session, today=date(2026, 12, 1))))
    app.button(key="shnor_not_reminded").click().run()
    assert letter(app) == text


def test_a_common_letter_is_the_letter_of_everybody_it_is_for(session):
    app = drawn(session)
    assert app.selectbox[0].options[0] == "Общий текст, школ: 2"
    app.button(key="shnor_reminded").click().run()
    assert app.selectbox[0].options == ["МБОУ ООШ № 5", "МБОУ ООШ № 9"]
    assert letter(app) == ""


def test_nothing_is_offered_of_a_past_state_and_to_who_writes_no_letters(session):
    assert len(drawn(session).selectbox) == 1
    for change in ({"past": True}, {"scope": Scope("head")}, {"as_school": "Ш05"}):
        assert len(drawn(replace(session, **change)).selectbox) == 0


def test_of_approved_months_nothing_is_asked(session):
    for month in range(1, 12):
        session.store.approve(date(2026, month, 1), COORDINATOR)
    assert len(drawn(session).selectbox) == 0


def test_a_link_stands_in_the_letter_of_a_server_alone(session, monkeypatch):
    monkeypatch.setenv("SHNOR_TODAY", DAY.isoformat())
    assert "http" not in letter(drawn(session))
    monkeypatch.setenv("SHNOR_ORIGIN", "https://monitor.example.ru")
    assert "https://monitor.example.ru/report?month=2026-11" in letter(drawn(session))

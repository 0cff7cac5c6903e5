"""Copies as the page tells of them: on a server somebody else makes them and brings them back."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.clock import DAY

SHOWN: dict[str, object] = {}


def piece() -> None:
    from types import SimpleNamespace
    from zoneinfo import ZoneInfo

    from shnor.ui.screens.versions import copies
    from tests.clock import DAY
    from tests.ui.screens.versions.test_copies import SHOWN

    copies.draw(SimpleNamespace(store=SHOWN["store"], uploads=SHOWN["store"].uploads, today=DAY, demo=False,
                                zone=ZoneInfo("Europe/Moscow"), changes=False))


@pytest.mark.parametrize(("origin", "there"), [("", False), ("https://monitor.example.ru", True)],
                         ids=["own-computer", "server"])
def test_who_makes_a_copy_and_brings_it_back(store, monkeypatch, origin, there):
    monkeypatch.setenv("SHNOR_ORIGIN", origin)
    monkeypatch.setenv("SHNOR_TODAY", DAY.isoformat())
    SHOWN.update(store=store)
    app = AppTest.from_function(piece, default_timeout=30).run()
    assert not app.exception
    told = "".join(block.proto.body for block in app.main if block.type == "html")
    on_a_server = ("Сервер делает её по расписанию", "первую сделает сервер")
    on_ones_own = ("на другом диске", "сохраните первую сегодня")
    assert [words in told for words in (*on_a_server, *on_ones_own)] == [there] * 2 + [not there] * 2

"""Copies as the page tells of them: on a server somebody else makes them and brings them back."""

from contextlib import closing

import pytest
from streamlit.testing.v1 import AppTest

from shnor.copies import names
from shnor.service import bases
from shnor.ui.screens.versions import returning
from tests.actors import COORDINATOR
from tests.clock import DAY, noon

SHOWN: dict[str, object] = {}


def piece() -> None:
    from types import SimpleNamespace
    from zoneinfo import ZoneInfo

    from shnor.ui.screens.versions import copies
    from tests.clock import DAY
    from tests.ui.screens.versions.test_copies import SHOWN

    copies.draw(SimpleNamespace(store=SHOWN["store"], uploads=SHOWN["store"].uploads, today=DAY, demo=False,
                                zone=ZoneInfo("Europe/Moscow"), changes=SHOWN.get("changes", False)))


@pytest.mark.parametrize(("origin", "there"), [("", False), ("https://monitor.example.ru", True)],
                         ids=["own-computer", "server"])
def test_who_makes_a_copy_and_brings_it_back(store, monkeypatch, origin, there):
    monkeypatch.setenv("SHNOR_ORIGIN", origin)
    monkeypatch.setenv("SHNOR_TODAY", DAY.isoformat())
    SHOWN.update(store=store, changes=False)
    app = AppTest.from_function(piece, default_timeout=30).run()
    assert not app.exception
    told = "".join(block.proto.body for block in app.main if block.type == "html")
    assert "База повреждена" not in told
    on_a_server = ("Сервер делает её по расписанию", "первую сделает сервер")
    on_ones_own = ("на другом диске", "сохраните первую сегодня")
    assert [words in told for words in (*on_a_server, *on_ones_own)] == [there] * 2 + [not there] * 2


def test_a_base_that_cannot_be_read_is_called_damaged_and_a_folder_shows_its_copies(tmp_path, monkeypatch):
    """The copy «до возвращения» is newer, and not the one to take."""
    monkeypatch.setenv("SHNOR_TODAY", DAY.isoformat())
    flash = tmp_path / "flash"
    with closing(bases.open_base(tmp_path / "data" / "shnor.duckdb", now=noon)) as store:
        for why in ("", names.BEFORE_RETURN):
            store.copy_to(names.free(flash, noon(), why=why), COORDINATOR, why=why)
        monkeypatch.setattr(store, "tables", lambda: {}["no such block"])
        SHOWN.update(store=store, changes=True)
        app = AppTest.from_function(piece, default_timeout=30).run()
        assert not app.exception
        app.text_input(returning.OTHER).set_value(str(flash)).run()
        assert not app.exception
        told = "".join(block.proto.body for block in app.main if block.type == "html")
        assert "База повреждена" in told
        assert "есть в базе" not in told
        assert app.selectbox(returning.INSIDE).value == str(flash / names.name(noon()))
        assert [button.label for button in app.button] == [returning.LOOK]
        app.text_input(returning.OTHER).set_value(str(tmp_path)).run()
        assert app.button == []

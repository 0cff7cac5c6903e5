"""The first question: the name is kept by a button that is always seen, then its cases are asked."""

import pytest
from streamlit.testing.v1 import AppTest

from shnor.ui.screens.settings import setup

SHOWN: dict[str, object] = {}
"""What the drawn piece is of: a base; after a run whether the question is answered."""


def piece() -> None:
    from types import SimpleNamespace

    from shnor.ui.screens.settings import setup
    from tests.actors import COORDINATOR
    from tests.ui.screens.settings.test_setup import SHOWN

    SHOWN["answered"] = setup.municipality(SimpleNamespace(store=SHOWN["store"], actor=COORDINATOR))


@pytest.fixture
def app(store) -> AppTest:
    SHOWN.update(store=store)
    return AppTest.from_function(piece, default_timeout=30).run()


def test_an_empty_field_shows_an_example_as_such_and_the_button(app):
    assert app.text_input[0].placeholder == "например: Приозёрный муниципальный округ"
    assert [button.label for button in app.button] == [setup.ONWARD]


def test_the_button_keeps_the_name_and_the_second_time_its_cases(app, store):
    app.text_input[0].set_value(" Приозёрный  муниципальный округ ")
    app.button[0].click().run()
    assert store.about()["municipality"] == "Приозёрный муниципальный округ"
    assert store.about()["municipality_gen"] == "Приозёрного муниципального округа"
    assert not SHOWN["answered"]
    genitive = next(field for field in app.text_input if field.label.startswith("Родительный"))
    genitive.set_value("Приозёрного округа")
    app.button[0].click().run()
    assert SHOWN["answered"]
    assert store.about()["municipality_gen"] == "Приозёрного округа"


def test_an_empty_name_is_not_kept(app, store):
    app.button[0].click().run()
    assert "Впишите название" in "".join(block.proto.body for block in app.main if block.type == "html")
    assert "municipality" not in store.about()
    assert not SHOWN["answered"]

"""The version of the program stands on a screen."""

from streamlit.testing.v1 import AppTest

import shnor


def piece() -> None:
    from shnor.ui.screens.settings import program

    program.version()


def test_the_settings_end_with_the_version():
    app = AppTest.from_function(piece, default_timeout=60).run()
    assert f"«Мониторинг ШНОР», версия {shnor.__version__}." in app.main[0].proto.body.replace("\u00a0", " ")

"""An empty base says in which order to begin and where; in January a page says that the new year has no rows yet and
which year it shows."""

from datetime import date

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

SAID = ["<p class='shnor-small'>В 2027 году записей нет; показан 2026 год.</p>"]


def page(day, shown, years):
    from shnor.ui.kit import without_data
    without_data.empty_year(day, shown, years)


@pytest.mark.parametrize(("day", "shown", "years", "said"), [
    pytest.param(date(2027, 1, 11), 2026, (2026, 2025), SAID, id="january"),
    pytest.param(date(2026, 12, 31), 2026, (2026, 2025), [], id="the-day-before"),
    pytest.param(date(2027, 1, 11), 2025, (2026, 2025), [], id="an-older-year-was-chosen"),
    pytest.param(date(2027, 1, 11), 2027, (), [], id="no-rows-at-all")])
def test_a_year_without_rows_is_said(day, shown, years, said):
    app = AppTest.from_function(page, args=(day, shown, years), default_timeout=60).run()
    assert [block.proto.body for block in app.main if block.type == "html"] == said


def of_overview():
    from shnor.ui.screens.overview import page
    page.empty(None)


def of_school():
    from shnor.ui.screens.school import page
    page.empty(None)


@pytest.mark.parametrize("drawn", [of_overview, of_school])
def test_an_empty_base_gives_the_same_three_steps_and_the_questions_first(drawn, monkeypatch):
    led: list[tuple[str, str]] = []
    monkeypatch.setattr(st, "page_link", lambda page, label: led.append((page, label)))
    app = AppTest.from_function(drawn, default_timeout=60).run()
    assert not app.exception
    texts = "".join(block.proto.body for block in app.main if block.type == "html")
    assert texts.split("<ol class='shnor-items'>")[1].split("</ol>")[0] == (
        "<li>список школ;</li><li>перечни ШНОР: какие школы и с какого дня;</li><li>дорожные карты.</li>")
    assert led == [("setup.py", "Ответить на семь вопросов"), ("upload.py", "Открыть приём отчётов")]

"""What is counted after an acceptance is what the pages ask for."""

import threading
from datetime import date

import pytest

from shnor.scope import EVERYTHING
from shnor.service.month.forms import SHIPPED
from shnor.service.pages.courses import LISTED
from shnor.ui.run import cache

DAY = date(2026, 11, 27)


@pytest.mark.parametrize(("name", "short", "spelled"), [
    ("courses", {}, {"year": None, "whose": LISTED}),
    ("support", {"forms": SHIPPED}, {"year": None, "forms": SHIPPED}),
    ("overview", {"forms": SHIPPED}, {"period": "", "forms": SHIPPED}),
])
def test_a_default_named_or_not_is_one_question(name, short, spelled):
    assert cache.asked(name, day=DAY, **short) == cache.asked(name, day=DAY, **spelled)


def test_another_year_is_another_question():
    assert cache.asked("courses", day=DAY, year=2025) != cache.asked("courses", day=DAY)


def test_pages_of_a_new_state_are_counted_aside(monkeypatch):
    """In a thread of its own, and a page that cannot be counted stops nothing."""
    told = []
    monkeypatch.setattr(cache, "prepare", lambda *asked: told.append((threading.current_thread().name, asked)) or 1 / 0)
    cache.prepare_aside("база", EVERYTHING, 7, DAY, ["Ш05"]).join()
    assert told == [("pages of a new state", ("база", EVERYTHING, 7, DAY, ["Ш05"]))]

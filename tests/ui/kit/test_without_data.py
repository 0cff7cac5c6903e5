"""In January a page says that the new year has no rows yet and which year it shows."""

from datetime import date

import pytest
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

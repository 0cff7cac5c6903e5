"""How a deadline of a roadmap is written."""

from dataclasses import fields
from datetime import date

import pytest

from shnor.service.figures.roadmap import Deadline
from shnor.ui.screens.roadmap import parts

NOVEMBER, DECEMBER = date(2026, 11, 30), date(2026, 12, 18)


def deadline(**cells):
    return Deadline(**{field.name: cells.get(field.name) for field in fields(Deadline)})


@pytest.mark.parametrize(("cells", "text"), [
    pytest.param({"deadline": "ноябрь 2026", "deadline_end": NOVEMBER, "due_date": NOVEMBER}, "ноябрь 2026",
                 id="as-planned"),
    pytest.param({"deadline": "ноябрь 2026", "deadline_end": NOVEMBER, "due_date": DECEMBER},
                 "ноябрь 2026, перенесено на 18.12.2026", id="moved-to-another-day"),
    pytest.param({"period": "2026"}, "2026", id="only-a-column-of-a-year"),
])
def test_a_deadline_stands_as_written_with_the_day_it_was_moved_to(cells, text):
    assert parts.deadline_text(deadline(**cells)) == text

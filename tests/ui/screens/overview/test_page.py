"""Who is awaited, in one line of the first page."""

from datetime import date
from types import SimpleNamespace

import pytest

from shnor.service.centre.schools import SchoolCard
from shnor.service.pages.overview import Awaited
from shnor.ui.kit.html import Link
from shnor.ui.screens.overview import page

NOV, DUE = date(2026, 11, 1), date(2026, 11, 25)


def line(schools: int, day: date) -> str:
    cards = [SchoolCard(f"Ш{n}", f"СОШ № {n}", n, "", None, None, (), ()) for n in range(1, schools + 1)]
    parts = page._awaited(SimpleNamespace(day=day, today=day, past=False), NOV, Awaited("month", DUE, tuple(cards)))
    return "".join(part.text if isinstance(part, Link) else part for part in parts).replace("\u00a0", " ")


@pytest.mark.parametrize(("schools", "day", "said"), [
    pytest.param(1, date(2026, 11, 26), "Ждём отчёт за ноябрь, срок был 25.11.2026: СОШ № 1", id="past-its-day"),
    pytest.param(2, DUE, "Ждём отчёт за ноябрь, срок сегодня: СОШ № 1, СОШ № 2", id="on-its-day"),
    pytest.param(6, DUE, "Ждём отчёт за ноябрь, срок сегодня: СОШ № 1, СОШ № 2, СОШ № 3, СОШ № 4, СОШ № 5, СОШ № 6",
                 id="six-are-named"),
    pytest.param(8, DUE, "Ждём отчёт за ноябрь, срок сегодня: СОШ № 1, СОШ № 2, СОШ № 3, СОШ № 4, СОШ № 5 и ещё от "
                         "3 школ", id="many"),
])
def test_who_is_awaited(schools, day, said):
    assert line(schools, day) == said

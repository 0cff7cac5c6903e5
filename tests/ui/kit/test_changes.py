"""What an acceptance would change, as it is drawn."""

from datetime import datetime

import pytest

from shnor.service.intake import drop, manual
from shnor.ui.kit import changes
from tests.service.conftest import DAY, PLAN, file

TEXT = "\n".join("\t".join(row) for row in PLAN[:3])
"""Two of the three lines of the plan of № 5 that the base has."""


@pytest.mark.parametrize(("incoming", "told"), [
    pytest.param(file("планы.csv", PLAN[:3]), True, id="of-a-report"),
    pytest.param(manual.pasted(TEXT, datetime(2026, 11, 27)), False, id="not-of-a-table-pasted-from-a-letter")])
def test_rows_no_longer_in_it_are_told(filled, monkeypatch, incoming, told):
    [item] = drop.review(filled, [incoming], DAY)
    bodies: list[str] = []
    monkeypatch.setattr("streamlit.html", bodies.append)
    changes.show(item.preview, missing=item.incoming.whole)
    assert len(item.preview.tables[0].missing) == 1
    assert any("Больше нет в файле: 1" in body for body in bodies) is told

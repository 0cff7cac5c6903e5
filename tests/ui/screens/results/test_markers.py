"""Signs of a list: which school has which is for the coordinator, others are told how many."""

from datetime import date
from types import SimpleNamespace

import pytest

from shnor.scope import Scope
from shnor.service.pages.markers import MarkerList, Named
from shnor.ui.screens.results import markers

DAY = date(2026, 11, 27)
LIST = MarkerList("письмо № 1207", 2025, "2025", (Named("Ш05", "МБОУ ООШ № 5", ()), Named(
    "Ш11", "МАОУ СОШ № 11", ("ВПР, математика: завышенный средний балл",))))


@pytest.mark.parametrize(("role", "named"), [("coordinator", True), ("head", False), ("curator", False),
                                             ("guest", False)])
def test_a_school_and_its_sign_are_for_the_coordinator_alone(role, named):
    session = SimpleNamespace(day=DAY, today=DAY, past=False, scope=Scope(role))
    body = str(markers._list(session, LIST)).replace("\u00a0", " ")
    assert [words in body for words in ("МАОУ СОШ", "МБОУ ООШ", "завышенный")] == [named] * 3
    assert "из 2 названных" in body

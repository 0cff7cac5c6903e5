"""«Кто входит»: how each of them comes in, as the coordinator reads it."""

import pytest

from shnor.access import Person
from shnor.ui.screens.access import page


@pytest.mark.parametrize(("active", "password", "account", "said"), [
    (True, False, False, "ждём первого входа"), (True, True, False, "пароль задан"),
    (True, False, True, "входит через учётную запись"),
    (True, True, True, "пароль задан, входит через учётную запись"), (False, True, True, "выключен")])
def test_how_somebody_comes_in(active, password, account, said):
    person = Person(1, "oosh5", "директор", "director", frozenset({"Ш05"}), active, password)
    assert page._state(person, by_account=account) == said

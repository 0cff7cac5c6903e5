"""Every line and comma part of a pasted text is read, asked or set aside by name: nothing is dropped in silence."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shnor.loaders.tables import school_lists
from shnor.loaders.types import School
from shnor.service.intake import drop, lists, manual
from tests.actors import COORDINATOR
from tests.service.conftest import DAY

REGISTER = (School("Ш02", "МБОУ СОШ № 2", 2, aliases=("edu990002",)), School("Ш05", "МБОУ ООШ № 5", 5),
            School("Ш-1", "МБОУ Октябрьская СОШ"), School("Ш-2", "МКОУ ООШ х. Весёлый"),
            School("Ш-3", "МБОУ СОШ имени Героя России О. Н. Снегова с. Степное"))
_PIECES = st.sampled_from((
    "МБОУ СОШ № 2", "ООШ № 5", "7 и 8", "11", "Октябрьская СОШ", "Степнянская", "х. Весёлый", "ул. Мира",
    "86 обучающихся", "Об утверждении перечня", "филиал МБОУ СОШ № 2", "edu990002", "«Лицей» г. Приозёрный", "НШДС № 9",
    "им. Героя России", "исключить", "включить", "Итого 12 школ", "436", "№", "—", "(", ")", "«", "»", "1.", "2)",
    "МБОУ", "школа", ""))
_BETWEEN = st.sampled_from((", ", ",", "\n", "; ", ";", "\t", " ", ". "))
_TEXTS = st.lists(st.tuples(_PIECES | st.text(max_size=12), _BETWEEN), max_size=14).map(
    lambda pairs: "".join(piece + between for piece, between in pairs))


def signs(text: str) -> str:
    """What is left when nothing but what divides parts is taken away."""
    return re.sub(r"[\s,;]+", "", text)


@settings(max_examples=300, deadline=None)
@given(_TEXTS)
def test_the_parts_of_a_register_add_up(text):
    reading = school_lists.read(text.splitlines(), REGISTER)
    assert signs("".join(part.text for part in reading.parts)) == signs("".join(text.splitlines()))
    assert sum(len(part.mentions) for part in reading.parts) == len(reading.rows)
    assert all((part.state == "aside") <= (not part.mentions) for part in reading.parts)
    aside = [part.text for part in reading.parts if part.state == "aside" and re.search(r"\w", part.text)]
    assert signs("".join(aside)) == signs("".join(reading.other))


@settings(max_examples=300, deadline=None)
@given(_TEXTS)
def test_the_parts_of_an_order_add_up(text):
    pieces = [piece for number, line in enumerate(lists.sentences(text))
              for piece in lists.pieces_of(line, number, REGISTER)]
    assert signs("".join(part.text for part, _ in pieces)) == signs("".join(lists.sentences(text)))
    for part, schools in pieces:
        certain = {match.kind for _, match in schools}
        assert part.state == ("aside" if not schools else "read" if certain == {"exact"} else "asked")


ORDER = """Приказ министерства образования от 20.11.2026 № 118
Об утверждении перечня школ
1. МБОУ СОШ № 2, с. Красное
2. Октябрьская СОШ, МКОУ ООШ х. Весёлый, НШДС № 9
3. СОШ им. Героя России О. Н. Снегова с. Степное
4. Степнянская СОШ, детский сад № 4
Контроль оставляю за собой"""


def test_an_order_with_village_schools(store):
    """Every school of the order is read or asked; what is no school stands in the words of the order."""
    rows = [{"school_id": school.school_id, "name": school.name} for school in REGISTER]
    [item] = drop.review(store, [manual.rows("schools", rows, "Школы")], DAY)
    drop.accept_all(store, [item], by=COORDINATOR)
    with store.view() as view:
        new = lists.compare(view, ORDER, status="shnor", since=date(2027, 1, 1), document="приказ")
    assert [school.school_id for school in new.enters] == ["Ш02", "Ш-1", "Ш-3", "Ш-2"]
    assert [one.text for one in new.unknown] == ["НШДС № 9", "Степнянская СОШ"]
    assert new.aside == ("Приказ министерства образования от 20.11.2026 № 118", "Об утверждении перечня школ",
                         "с. Красное", "детский сад № 4", "Контроль оставляю за собой")


@pytest.mark.parametrize(("text", "state"), [
    pytest.param("МБОУ СОШ № 2", "read", id="known"), pytest.param("МБОУ СОШ № 9", "asked", id="unknown"),
    pytest.param("Октябрьская", "asked", id="an-adjective-alone"), pytest.param("edu990002", "read", id="login"),
    pytest.param("филиал МБОУ СОШ № 2", "asked", id="branch"), pytest.param("НШДС № 9", "asked", id="kind-of-its-own"),
    pytest.param("МБОУ Октябрьскую СОШ", "read", id="another-case"),
    pytest.param("детский сад № 2", "aside", id="kindergarten"),
    pytest.param("Об утверждении перечня школ", "aside", id="title"), pytest.param("12 школ", "aside", id="a-count"),
    pytest.param("Приказ от 20.11.2026 № 2", "aside", id="number-of-an-order"),
])
def test_a_part_of_an_order(text, state):
    assert [part.state for part, _ in lists.pieces_of(text, 0, REGISTER)] == [state]

"""Names in six cases: what is proposed is right, what is not sure is asked; the answers are typed by hand."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from shnor.service.centre.cases import proposed

TYPED = Path(__file__).with_name("names.txt")


def typed() -> Iterator[tuple[str, list[str]]]:
    """(part of the list, six cases of a name)."""
    part = ""
    for line in TYPED.read_text("utf-8").splitlines():
        if line.startswith("== "):
            part = line.removeprefix("== ")
        elif line and not line.startswith("#"):
            cases = line.split(" | ")
            yield part, cases if len(cases) > 1 else cases * 6


NAMES = [(part, cases) for part, cases in typed() if part != "Спросить"]
ASKED = [cases[0] for part, cases in typed() if part == "Спросить"]


@pytest.mark.parametrize(("part", "cases"), NAMES, ids=[cases[0] for _, cases in NAMES])
def test_a_name_in_its_cases(part: str, cases: list[str]):
    assert proposed(cases[0]) == tuple(cases), part


@pytest.mark.parametrize("name", ASKED)
def test_what_a_person_alone_can_tell_is_asked(name: str):
    assert proposed(name) is None


def test_there_are_enough_of_them():
    assert all(len(cases) == 6 for _, cases in NAMES)
    assert len(NAMES) >= 60


def test_of_nothing_nothing_is_asked():
    assert proposed("") == ("",) * 6

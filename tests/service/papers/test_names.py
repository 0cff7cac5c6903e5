"""Names of a paper: of its own year, in the cases the centre has set, none in a guessed one."""

from dataclasses import replace
from datetime import date

import pytest

from sample_data import make
from shnor.reports.papers.blocks import Paragraph
from shnor.sentences.names import Cases
from shnor.service.centre import names
from shnor.service.centre.cases import proposed
from shnor.service.papers import note, values
from shnor.service.papers.writing import Asked, opened

OLD, NEW = proposed("Приозёрный район"), proposed("Приозёрный муниципальный округ")
RENAMED = date(2026, 1, 1)


def about(town, *kept: tuple[str, Cases, date | None]) -> dict[str, str]:
    found = dict(town.kept.about)
    for what, cases, since in kept:
        found |= names.changed(found, what, cases, since)
    return found


@pytest.mark.parametrize(("period", "genitive"), [
    pytest.param("2025", "Приозёрного района", id="last-year"),
    pytest.param("2026", "Приозёрного муниципального округа", id="this-year")])
def test_a_paper_of_last_year_prints_the_name_of_last_year(town, period, genitive):
    said = about(town, ("municipality", OLD, None), ("municipality", NEW, RENAMED))
    with town.store.view() as view:
        writing = opened(view, Asked(period, make.DAY), replace(town.kept, said=tuple(said.items())))
        assert values.values(writing)["муниципалитет"].gen == genitive


def test_a_centre_without_cases_is_asked_for_and_not_written(town):
    said = about(town, ("center", Cases("Районный методкабинет", *[""] * 5), None))
    with town.store.view() as view:
        paper = note.build(view, Asked("2026", make.DAY), replace(town.kept, said=tuple(said.items())))
    ground = paper.sections[0]
    first = next(block for block in ground.blocks if isinstance(block, Paragraph))
    assert first.sentences[0].text.startswith("Справка подготовлена по состоянию на")
    assert [one.link for one in ground.missing] == ["settings"]


def test_a_school_in_its_cases(town):
    said = about(town, (names.of_school("Ш05"), Cases("МБОУ ООШ № 5", *["ООШ-5"] * 5), None))
    with town.store.view() as view:
        writing = opened(view, Asked("2026", make.DAY), replace(town.kept, said=tuple(said.items())))
        assert (writing.school("Ш05").name.gen, writing.school("Ш07").name.gen) == ("ООШ-5", "МБОУ СОШ № 7")

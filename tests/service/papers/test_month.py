"""«Свод месяца»: the figures are those of the first page, each with its source; a month that is over as of its end."""

from collections.abc import Callable

import pytest

from sample_data import make
from shnor.errors import NotAllowed
from shnor.metrics.standings import DUE_PARTS
from shnor.reports.papers.blocks import Paper, Paragraph, Table, numbers
from shnor.scope import Scope
from shnor.sentences.pieces import Piece
from shnor.service.pages import overview
from shnor.service.papers import month
from shnor.service.papers.writing import Asked

pytestmark = pytest.mark.slow
Cells = dict[str, list[str]]


@pytest.fixture(scope="module")
def november(town) -> Paper:
    with town.store.view() as view:
        return month.build(view, Asked("2026-11", make.DAY), town.kept)


def said(piece: Piece) -> str:
    return (piece if isinstance(piece, str) else piece.text).replace("\u00a0", " ")


def table(paper: Paper, start: str) -> Cells:
    [found] = [block for one in paper.sections for block in one.blocks
               if isinstance(block, Table) and block.title.startswith(start)]
    return {said(row[0]): [said(cell) for cell in row[1:]] for row in found.rows}


def words(paper: Paper) -> str:
    return " ".join(sentence.text for one in paper.sections for block in one.blocks if isinstance(block, Paragraph)
                    for sentence in block.sentences).replace("\u00a0", " ")


def test_it_says_whose_report_came_and_where_each_roadmap_stands(november):
    assert "Отчёт за ноябрь 2026 года принят от 5 из 7 школ, из них позже срока — 1; сдан не весь — 1, ожидается — 1." \
        in words(november)
    rows = table(november, "Отчёты за ноябрь 2026 года")
    assert rows["МБОУ ООШ № 5"] == ["сдан 24.11.2026", "19", "15", "2", "1", "1"]
    assert rows["МБОУ ООШ № 9"] == ["ждём", "19", "14", "0", "0", "5"]
    assert rows["Муниципалитет"] == ["", "36", "31", "2", "2", "1"]
    assert list(rows) == [*(f"МБОУ {name}" for name in ("СОШ № 2", "СОШ № 3", "ООШ № 5", "СОШ № 7", "ООШ № 9")),
                          "МАОУ СОШ № 11", "МБОУ ООШ № 12", "Муниципалитет"]


def test_its_counts_are_those_of_the_first_page(town, november):
    with town.store.view() as view:
        lines = overview.build(view, day=make.DAY).lines
    rows = table(november, "Отчёты за ноябрь 2026 года")
    assert {line.card.name: [f"{getattr(line.counts, part)}" for part in ("due", *DUE_PARTS)]
            for line in lines if line.counts} == {
        name: cells[1:] for name, cells in rows.items() if name != "Муниципалитет"}


def test_what_stays_open_is_named_by_numbers_of_activities(november):
    rows = table(november, "Мероприятия, по которым")
    assert rows["МБОУ ООШ № 5"] == ["3.1", "4.4", "1.4, 2.1"]
    assert rows["МБОУ ООШ № 9"] == ["—", "1.5, 2.4, 2.5, 3.3, 3.5", "—"]


def test_every_number_has_a_source(november):
    assert all(one.source and one.source.title for one in numbers(november))
    assert len([*numbers(november)]) > 100


def test_a_month_that_is_over_knows_nothing_of_later_days(town):
    with town.store.view() as view:
        october = month.build(view, Asked("2026-10", make.DAY), town.kept)
    assert (october.day.isoformat(), october.title.endswith("муниципального округа")) == ("2026-10-31", True)


@pytest.mark.parametrize("build", [
    lambda town, view: month.build(view, Asked("2026-11", make.DAY, "Ш05"), town.kept)], ids=["of-one-school"])
def test_it_is_of_all_schools_and_for_the_centre(town, build: Callable):
    with town.store.view() as view, pytest.raises(NotAllowed):
        build(town, view)
    with town.store.view(Scope("director", frozenset({"Ш05"}))) as view, pytest.raises(NotAllowed):
        month.build(view, Asked("2026-11", make.DAY), town.kept)

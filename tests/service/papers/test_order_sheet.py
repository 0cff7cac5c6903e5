"""The order and the sheet for a meeting: the same figures and the same list of tasks as the справка."""

import re

import pytest

from sample_data import make
from shnor.reports.papers import sheet as writer
from shnor.reports.papers.blocks import Own, Paragraph, Table, Tasks
from shnor.service.papers import order, sheet
from shnor.service.papers.writing import Asked
from tests.reports.slides import printed

pytestmark = pytest.mark.slow


def made(town, build):
    with town.store.view() as view:
        return build(view, Asked("2026", make.DAY), town.kept)


def test_the_order_has_the_tasks_of_the_paper_between_its_own_two(town, paper):
    [tasks] = [block for one in made(town, order.build).sections for block in one.blocks if isinstance(block, Tasks)]
    [of_paper] = [block for one in paper.sections for block in one.blocks if isinstance(block, Tasks)]
    assert [one.number for one in tasks.tasks] == list(range(1, len(of_paper.tasks) + 3))
    assert [(one.addressee, one.text, one.due) for one in tasks.tasks[1:-1]] == [
        (one.addressee, one.text, one.due) for one in of_paper.tasks]
    assert tasks.tasks[0].text.startswith("Утвердить прилагаемую аналитическую справку «О методическом сопровождении")
    assert tasks.tasks[-1].text == ("Контроль за исполнением приказа возложить на заместителя начальника управления "
                                    "образования")


def test_the_sheet_is_short_and_says_what_the_paper_says(town, paper):
    short = made(town, sheet.build)
    told = [sentence for one in short.sections for block in one.blocks if isinstance(block, Paragraph)
            for sentence in block.sentences]
    whole = {sentence for one in paper.sections for block in one.blocks if isinstance(block, Paragraph)
             for sentence in block.sentences}
    own = [block.text for one in short.sections for block in one.blocks if isinstance(block, Own)]
    assert [one for one in told if one not in whole] == []
    assert len(re.findall(r"\w+", " ".join([*(one.text for one in told), *own]))) <= 320
    [table] = [block for one in short.sections for block in one.blocks if isinstance(block, Table)]
    assert [(row[0], row[1].text) for row in table.rows] == [
        ("Математика", "3"), ("Русский язык", "2"), ("Физика", "2")]


@printed.needs_poppler
def test_the_sheet_is_one_page(town, town_of, tmp_path):
    for name in ("priozerny", "zarechny"):
        assert len(printed.pages(writer.pdf(made(town_of(name), sheet.build)), tmp_path)) == 1

"""The order and the sheet for a meeting: the same figures and tasks as the справка, in their own words."""

from dataclasses import replace
from datetime import date

import pytest

from sample_data import make
from shnor.reports.papers import sheet as writer
from shnor.reports.papers.blocks import Paragraph, Task, Tasks, numbers
from shnor.reports.papers.laid import ordered_words
from shnor.reports.papers.sheet_laid import LEFT_OUT, fitted, words
from shnor.service.papers import order, sheet
from shnor.service.papers.checks import plain
from shnor.service.papers.writing import Asked
from tests.reports.slides import printed

pytestmark = pytest.mark.slow


def made(town, build):
    with town.store.view() as view:
        return build(view, Asked("2026", make.DAY), town.kept)


def test_the_order_tells_each_addressee_once_what_has_a_day_ahead(town, paper):
    whole = made(town, order.build)
    [tasks] = [block for one in whole.sections for block in one.blocks if isinstance(block, Tasks)]
    lines = [plain(line) for one in tasks.tasks for line in ordered_words(one, one.number)]
    assert lines[0].startswith("1. Утвердить прилагаемую аналитическую справку «О методическом сопровождении")
    assert lines[-2:] == [
        f"{tasks.tasks[-2].number}. Контроль за исполнением приказа возложить на заместителя начальника управления "
        "образования.", f"{tasks.tasks[-1].number}. Приказ вступает в силу со дня его подписания."]
    assert "Директору МБОУ ООШ № 5 в срок до 4 декабря 2026 года составить расписание" in " ".join(lines)
    of_paper = [task for one in paper.sections for block in one.blocks if isinstance(block, Tasks)
                for task in block.tasks]
    given = [part for one in tasks.tasks[1:-2] for part in (one.parts or (one,))]
    assert given
    assert {*given} <= {replace(one, number=part.number) for one in of_paper for part in given}
    assert (whole.requisites.centre, whole.requisites.post) == (
        "", "начальник управления образования Приозёрного муниципального округа")


SOON, LATE = date(2026, 12, 20), make.DAY


@pytest.mark.parametrize(("given", "points"), [
    pytest.param([("Центру", "а", SOON), ("Школе", "б", SOON), ("Центру", "в", SOON)], ["Центру: а в", "Школе: б"],
                 id="by-addressee"),
    pytest.param([("Центру", "а", None), ("", "б", SOON), ("Школе", "в", LATE)], [], id="nobody-or-no-day-ahead")])
def test_points_of_an_order(given, points):
    tasks = [Task(0, whom, text, due) for whom, text, due in given]
    assert [f"{one.addressee}: {one.text or ' '.join(part.text for part in one.parts)}"
            for one in order.by_addressee(tasks, make.DAY)] == points


def test_the_sheet_is_short_and_says_what_the_paper_says(town, paper):
    short = made(town, sheet.build)
    told = [sentence for one in short.sections for block in one.blocks if isinstance(block, Paragraph)
            for sentence in block.sentences]
    sources = {number.source for number in numbers(paper)}
    assert [one.text for one in told for number in one.numbers
            if number.source and number.source not in sources and one.pattern != "vacancies"] == []
    assert words(fitted(short)) <= 250
    assert LEFT_OUT not in [line for part in fitted(short).parts for line in part.lines]
    [work, hard] = [" ".join(plain(line) for line in part.lines) for part in fitted(short).parts[2:4]]
    assert work == ("Дорожная карта: из 36 мероприятий с наступившим сроком выполнено 33. Курсы прошли 47 из 118 "
                    "педагогов (39,8 %).")
    assert hard.startswith("а) вакансии: 7 (математика 3, русский язык 2, физика 2); б) ")


@pytest.mark.parametrize(("text", "late"), [
    ("Анализ школа представит до 27 ноября.", True), ("Представит до 28 ноября.", False),
    ("Сделают к 1 мая 2027 года.", False), ("Не позднее 20.11.2026.", True), ("Приказ от 12.01.2026.", False)])
def test_a_promise_whose_day_has_come_is_asked_about(text, late):
    assert sheet.past(text, make.DAY) == late


@printed.needs_poppler
def test_the_sheet_is_one_page(town, town_of, tmp_path):
    for name in ("priozerny", "zarechny"):
        assert len(printed.pages(writer.pdf(made(town_of(name), sheet.build)), tmp_path)) == 1

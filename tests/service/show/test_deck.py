"""A show counted from the examples: its numbers are the figures, its schools are letters, nothing can be worked out."""

import re
import shutil
from dataclasses import replace
from datetime import date
from itertools import combinations, permutations

import numpy as np
import pytest

from shnor.metrics.recommendations import STANDINGS
from shnor.reports.slides.deck import Image, Steps, Task, Words
from shnor.scope import Scope
from shnor.service import bases
from shnor.service.pages import results
from shnor.service.show import deck, ready
from shnor.service.show.letters import known
from shnor.shows import Drawing, Item, Shows
from tests.clock import noon

DAY = date(2026, 11, 27)
DAYS = date(2025, 6, 30), date(2025, 12, 20), date(2026, 6, 30), DAY


@pytest.fixture(scope="module", params=["priozerny", "zarechny"])
def town(request, example_base, tmp_path_factory):
    folder = tmp_path_factory.mktemp("shows")
    opened = bases.open_base(shutil.copy(example_base(request.param), folder / "base.duckdb"), now=noon)
    shows = Shows(folder / "base.duckdb", noon)
    with opened.view(Scope()) as view:
        yield request.param, view, shows
    shows.close()
    opened.close()


def built(town, *items, day=DAY, knowingly="", **more):
    _, view, shows = town
    show = shows.kept.make("Что помогло", items or ready.items(ready.SETS["12"].keys), deck.order(view, day), by="к")
    return deck.build(view, replace(show, knowingly=knowingly), day=day, **more)


def points(slide):
    return [point for series in slide.body.chart.series for point in series.points]


def test_the_twelve_slides_and_what_is_left_out(town):
    made = built(town)
    keys = tuple(slide.id for slide in made.deck.slides)
    if town[0] == "priozerny":
        assert keys == ("title", "question", "sizes", "deadlines", "marks", "schools", "children", "chain",
                        "answers", "advice", "task", "decision")
        assert (set(made.absent), made.recognisable) == ({"guest"}, ())
    else:
        assert keys == ("title", "question", "task", "decision")
        assert "мало школ" in made.absent["marks"]
        assert "мало школ" in made.absent["answers"]
        assert made.absent["advice"].startswith("Рекомендации есть только отдельным школам, и школ меньше трёх")
        assert made.recognisable == ("МБОУ ООШ № 3",)


def test_one_school_is_shown_when_somebody_has_confirmed_it(town):
    made = built(town, *ready.items(["marks", "schools"]), knowingly="координатор")
    if town[0] == "zarechny":
        [slide] = made.deck.slides
        assert [(point.k, point.n) for point in points(slide)] == [(4, 13), (2, 13)]
        assert made.recognisable == ("МБОУ ООШ № 3",)


def test_numbers_of_a_slide_are_the_figures(town):
    name, view, _ = town
    if name != "priozerny":
        return
    slides = {slide.id: slide for slide in built(town).deck.slides}
    counts = [(cell.figure.numerator, cell.figure.denominator)
              for cell in results.build(view, results.Chosen(), day=DAY).total.cells]
    assert [(point.k, point.n) for point in points(slides["marks"])] == counts == [(129, 443), (131, 436), (96, 421)]
    assert [row[1].split(" (")[0] for row in slides["marks"].sources.rows] == [
        "129 из 443", "131 из 436", "96 из 421"]
    assert slides["marks"].lead.replace("\u00a0", " ").endswith(
        "пока не вывод: из 26 сравнений одно могло выйти таким случайно")
    assert slides["marks"].title.replace("\u00a0", " ").endswith("22,8 % против 30,0 %")
    answers = slides["answers"]
    assert answers.title.replace("\u00a0", " ") == "Анкета: положительно ответили 63 из 74"
    assert answers.lead.replace("\u00a0", " ") == "Ответили на анкету 74 из 118 (63 %)"
    assert {point.n for point in points(answers)} == {74}  # what has another whole stands on no common axis
    assert answers.sources.rows[-1][:2] == ("Ответили на анкету", "74 из 118 (63\u00a0%)")
    assert sum(point.k for point in points(slides["deadlines"])) == 36
    done = [sum(point.k for point in points(slides["advice"]) if point.at in words)
            for words in (["выполнено"], list(STANDINGS.values()))]
    assert done == [8, 15]
    assert "96 из 421" in slides["marks"].notes[-1]


def test_the_way_of_a_school_is_that_of_its_shown_shares(town):
    for slide in (slide for slide in built(town).deck.slides if slide.id == "schools"):
        for series in slide.body.chart.series:
            before, after = [point.value for point in series.points][-2:]
            sign = "↓" if after < before else "↑" if after > before else "="
            assert series.words.startswith(sign), series


def test_of_a_school_there_is_no_exact_number(town):
    slides = [slide for slide in built(town).deck.slides if slide.id == "schools"]
    for point in (point for slide in slides for point in points(slide)):
        assert (point.k, point.n, point.low, point.link) == (None, None, None, "")
        assert re.fullmatch(r"(менее 5|более 95|около \d0)\u00a0%", point.text)


def test_the_letters_are_not_worked_out_of_shares_and_sums(town):
    """Whoever knows how many wrote in each school tries every order of the letters against the sums of the list."""
    name, view, _ = town
    if name != "priozerny":
        return
    slides = {slide.id: slide for slide in built(town).deck.slides}
    sums = [point.k for point in points(slides["marks"])]
    lines = results.build(view, results.Chosen(), day=DAY).schools
    wrote = [[cell.figure.denominator for cell in line.cells] for line in lines]
    told = [[point.value for point in series.points] for series in slides["schools"].body.chart.series]
    def sum_of(order, year, more):
        return sum(wrote[school][year] * (share[year] + more) for school, share in zip(order, told, strict=True))
    fitting = [order for order in permutations(range(6)) if all(
        sum_of(order, year, -0.05) <= total <= sum_of(order, year, 0.05) for year, total in enumerate(sums))]
    assert len(fitting) > 100
    assert all(len({order[place] for order in fitting}) >= 4 for place in range(6))


def test_nothing_names_a_school(town):
    made = built(town, *ready.items(ready.READY), Item("o", "own", "words", title="Как в МБОУ ООШ № 3",
                                                       lines=("Ш03", "директор школы № 3")))
    said = list(deck.texts(made.deck))
    assert len(said) > 20
    for code, school in known(town[1]).items():
        for word in (code, school.name, *school.others):
            assert not [text for text in said if word.lower() in text.lower()], word
    assert not [text for text in said if re.search(r"ООШ|СОШ|гимнази|лице[йя]", text)]


def test_the_frame_of_a_show_speaks_of_what_stands_between(town):
    made = built(town, *ready.items(["title", "marks", "decision"]))
    first, last = made.deck.slides[0], made.deck.slides[-1]
    shown = "marks" in {slide.id for slide in made.deck.slides}
    assert (first.title.endswith("что\u00a0изменилось"), last.source.startswith("Цифры показа: на 27.11.2026")) == (
        shown, shown)


def test_own_slides(town):
    made = built(town, Item("t", "own", "task", title="Обсудим", lines=("Один", "Два"), minutes=7),
                 Item("s", "own", "steps", title="Шаги", lines=("сентябрь: входная работа", "разбор")),
                 Item("w", "own", "words", title="Слова", lines=("Одна фраза",), hidden=True),
                 Item("i", "own", "image", title="Наш рисунок"), Item("n", "own", "words"),
                 Item("p", "own", "image", title="Без рисунка"), Item("x", "ready", "gone"),
                 Item("b", "block", "roadmap"),
                 drawings={"i": Drawing("png", b"png")})
    assert [slide.body for slide in made.deck.slides] == [
        Task(("Один", "Два"), 7), Steps((("сентябрь", "входная работа"), ("", "разбор"))), Words(("Одна фраза",)),
        Image(b"png", "png", "Наш рисунок")]
    assert [slide.id for slide in made.deck.shown] == ["t", "s", "i"]
    assert set(made.absent) == {"n", "p", "x", "b"}


def test_every_show_has_an_order_of_its_own(town):
    keys = {built(town, *ready.items(["title"])).key for _ in range(12)}
    assert len(keys) > 1
    assert all(sorted(name for _, name in key) == sorted(school.name for school in known(town[1]).values())
               for key in keys)


def test_no_number_is_worked_out_of_all_that_was_told(town):
    """Differencing: what was told, in any show of any day, as sums over schools and classes; no sum of one school or of
    two is a combination of these."""
    shows, told = town[2], set()
    for day in DAYS:
        made = built(town, day=day, before=frozenset(told))
        told |= made.told
    assert bool(told) == (town[0] == "priozerny")
    cells = {}
    for one in told:
        values = dict(pair.split("=", 1) for pair in one.cell.split(", ") if "=" in pair)
        grades = re.findall(r"\d+", values.pop("grade", "0")) if "grade=" in one.cell else ["0"]
        cells.setdefault(re.sub(r"grade=(\([^)]*\)|\d+)", "", one.cell), []).append((one.schools, grades))
    for sums in cells.values():
        atoms = sorted({(school, grade) for schools, grades in sums for school in schools for grade in grades})
        rows = np.array([[float(school in schools and grade in grades) for school, grade in atoms]
                         for schools, grades in sums])
        schools = sorted({school for school, _ in atoms})
        for few in (*combinations(schools, 1), *combinations(schools, 2)):
            wanted = np.array([float(school in few) for school, _ in atoms])
            single = [np.array([float(atom == (school, grade)) for atom in atoms]) for school in few
                      for grade in {grade for _, grade in atoms}]
            for target in (wanted, *single):
                assert np.linalg.matrix_rank(np.vstack([rows, target])) > np.linalg.matrix_rank(rows), few
    assert shows.told.all() == frozenset()  # telling is noted when it is shown, not when it is counted


def test_a_school_that_comes_later_has_the_next_letter_and_nobody_else_another(town):
    _, view, shows = town
    order = deck.order(view, DAY)
    show = shows.kept.make("Что помогло", (), order[:-1], by="к")
    assert deck.lettered(view, show) == order
    assert deck.lettered(view, replace(show, letters=order)) == order

"""How a question was answered: what answers tell by themselves, and what only a person can."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shnor.loaders.answers.options import FREE, ONE, OTHER, SEVERAL, is_other, manner, positive_of, split

HELP = ("Семинары", "Курсы", "Выезд наставника")


@pytest.mark.parametrize(("cells", "how", "options"), [
    pytest.param(["Да", "Нет", "Да"], ONE, ("Да", "Нет"), id="words-of-a-scale"),
    pytest.param(["Да, полностью", "Да, частично", "Нет"], ONE, ("Да, полностью", "Да, частично", "Нет"),
                 id="a-scale-with-commas"),
    pytest.param(["5", "3", "5"], ONE, ("5", "3"), id="marks-in-their-order"),
    pytest.param(["Город", "Село", "Город", "Село", "Город"], ONE, ("Город", "Село"), id="a-list-that-repeats"),
    pytest.param(["Курсы", "Семинары", "Семинары, Курсы", "Курсы"], SEVERAL, ("Курсы", "Семинары"),
                 id="parts-were-chosen-alone-too"),
    pytest.param(["Курсы;Семинары", "Семинары", "Курсы"], SEVERAL, ("Курсы", "Семинары"), id="semicolons"),
    pytest.param(["Курсы", "Семинары", "Семинары, Другое: чай", "Курсы"], SEVERAL, ("Курсы", "Семинары", OTHER),
                 id="other-in-own-words"),
    pytest.param(["Да, очень помогает", "Да, немного помогает", "Да, очень помогает"] * 3, "", (),
                 id="a-comma-inside-or-between"),
    pytest.param(["Семинары, вебинары", "Курсы", "Семинары, вебинары", "Курсы"], ONE,
                 ("Семинары, вебинары", "Курсы"), id="parts-never-apart-never-elsewhere"),
    pytest.param([f"мнение {word}" for word in "абвгдежзик"], FREE, (), id="ten-different-texts"),
    pytest.param(["Больше практики", "Ничего", "Всё нравится"], "", (), id="too-few-to-tell"),
])
def test_how_a_question_was_answered(cells, how, options):
    found = manner(cells)
    assert (found.how, set(found.options)) == (how, set(options))


def test_an_answer_given_once_is_not_taken_for_an_option():
    found = manner(["Город"] * 5 + ["Село"] * 4 + ["у нас хутор"])
    assert (found.options, found.rare) == (("Город", "Село"), ("у нас хутор",))


@pytest.mark.parametrize(("cell", "options", "ways"), [
    pytest.param("Курсы, Семинары", HELP, [("Курсы", "Семинары")], id="two"),
    pytest.param("курсы,  семинары".replace("  ", " "), HELP, [("Курсы", "Семинары")], id="letters"),
    pytest.param("Да, полностью", ("Да, полностью", "Нет"), [("Да, полностью",)], id="a-comma-inside"),
    pytest.param("А, Б", ("А", "Б", "А, Б"), [("А, Б",), ("А", "Б")], id="two-ways"),
    pytest.param("Курсы, чай, печенье", HELP, [("Курсы", OTHER)], id="the-rest-is-other-once"),
    pytest.param("чай", HELP, [(OTHER,)], id="nothing-known"),
])
def test_a_cell_is_read_by_a_list_of_options(cell, options, ways):
    assert split(cell, options) == ways


words = st.text("абвгдежзиклмн ", min_size=2, max_size=12).map(lambda text: " ".join(text.split())).filter(
    lambda text: len(text) > 1 and not is_other(text))
lists = st.lists(words, min_size=1, max_size=6, unique_by=str.lower)


@given(lists, st.data(), st.sampled_from([", ", "; ", ";"]))
def test_what_was_joined_comes_apart(options, data, mark):
    chosen = data.draw(st.lists(st.sampled_from(options), min_size=1, unique=True))
    assert split(mark.join(chosen), options) == [tuple(chosen)]


@given(lists, st.data())
def test_options_with_a_comma_come_apart_or_are_asked(options, data):
    """An option made of two others joined by a comma: either one way is found, and it is the right one, or two."""
    joined = [*options, *(f"{a}, {b}" for a, b in combinations(options, 2))]
    chosen = data.draw(st.lists(st.sampled_from(joined), min_size=1, max_size=4, unique=True))
    ways = split(", ".join(chosen), joined)
    assert ways == [tuple(chosen)] or len(ways) == 2


@given(st.lists(st.text(max_size=40), max_size=30), st.lists(st.text(min_size=1, max_size=10), max_size=5))
def test_any_texts_are_read_without_an_error(cells, options):
    found = manner([cell for cell in cells if cell.strip()])
    assert found.how in (ONE, SEVERAL, FREE, "")
    known = {*options, OTHER}
    assert all(set(way) <= known for cell in cells if cell.strip() for way in split(cell, options))


@pytest.mark.parametrize(("options", "positive"), [
    pytest.param(("Да", "Скорее да", "Нет"), ("Да", "Скорее да"), id="words"),
    pytest.param(("5", "4", "3", "1"), ("5", "4"), id="two-highest-of-five"),
    pytest.param(("10", "9", "5"), (), id="another-scale-is-not-judged"),
    pytest.param(("До 5 лет", "Больше"), (), id="unknown-words"),
    pytest.param(("Совсем не полезен", "Скорее полезен", "Очень полезен"), ("Скорее полезен", "Очень полезен"),
                 id="what-others-deny"),
])
def test_a_proposal_of_positive_answers(options, positive):
    assert positive_of(options) == positive

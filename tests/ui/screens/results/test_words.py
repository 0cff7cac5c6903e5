"""A change has a sign, a word and a side; what may not be concluded is said as well."""

from dataclasses import replace
from datetime import date

import pytest

from shnor.metrics.change import of_counts
from shnor.metrics.figure import Figure
from shnor.service.figures.lines import Cell, Line
from shnor.service.pages.results import Chosen, ResultsPage
from shnor.service.pages.works_beside import Beside
from shnor.ui.screens.results import classes, words

DAY = date(2026, 11, 27)


@pytest.mark.parametrize(("better", "difference", "sign", "word", "side"), [
    ("меньше", -0.1, "▼", "меньше", "better"), ("меньше", 0.1, "▲", "больше", "worse"),
    ("меньше", 0, "=", "без изменений", ""), ("больше", -0.1, "▼", "меньше", "worse"),
    ("больше", 0.1, "▲", "больше", "better"), ("больше", 0, "=", "без изменений", ""),
    ("", -0.1, "▼", "меньше", ""), ("", 0.1, "▲", "больше", ""), ("", 0, "=", "без изменений", "")])
def test_every_direction_has_its_sign_word_and_side(better, difference, sign, word, side):
    assert words.toward(better, difference) == (sign, word, side)
    assert words.toward(better, difference, told=False) == (sign, word, "")


def line(metric: str, *counts: tuple[int, int], unit: str = "доля") -> Line:
    cells = tuple(Cell(Figure(metric, {}, "по 6 школам", DAY, k, n, k / n, None, None, "ok" if n >= 10 else "small", 1,
                              unit), {}) for k, n in counts)
    change = of_counts(*counts[-2], *counts[-1]) if unit == "доля" and len(counts) > 1 else None
    return Line("все", cells, change, set="по 6 школам")


def page(shown: Line, *years: str, **chosen) -> ResultsPage:
    return ResultsPage(Chosen("ВПР", subject="математика", **chosen), set="по 6 школам", years=years, total=shown,
                       classes="5–8 классы")


YEARS = ("2024/25", "2025/26")


@pytest.mark.parametrize(("shown", "chosen", "said", "mark"), [
    pytest.param(line("low_mark_share", (131, 436), (60, 421)), {}, "▼ на 15,8 п.п. меньше", "shnor-toward better",
                 id="confirmed, better"),
    pytest.param(line("quality_rate", (131, 436), (60, 421)), {"indicator": "quality_rate"}, "▼ на 15,8 п.п. меньше",
                 "shnor-toward worse", id="confirmed, worse"),
    pytest.param(line("low_mark_share", (30, 100), (28, 100)), {}, "▼ на 2,0 п.п. меньше", "shnor-toward", id="open"),
    pytest.param(line("low_mark_share", (4, 9), (3, 8)), {}, "▼ таких на 1 меньше", "shnor-toward",
                 id="few: people"),
    pytest.param(line("low_mark_share", (30, 100), (30, 100)), {}, "= без изменений", "shnor-toward", id="same"),
    pytest.param(line("mean_mark", (302, 100), (312, 100), unit="отметка"), {"indicator": "mean_mark"},
                 "▲ на 0,10 больше", "shnor-toward", id="mean"),
])
def test_a_change_is_said_with_its_number(shown, chosen, said, mark):
    found = words.changed(page(shown, *YEARS, **chosen), shown)
    assert (found.text.replace("\u00a0", " "), found.mark) == (said, mark)


@pytest.mark.parametrize(("counts", "chosen", "said"), [
    (((131, 436), (96, 421)), {}, "ВПР, математика: «2» 30,0 % → 22,8 %, снижение подтверждается"),
    (((30, 100), (28, 100)), {"grade": "6"}, "ВПР, математика, 5–8 классы: «2» 30 % → 28 %, пока не вывод"),
    (((4, 9), (3, 8)), {}, "ВПР, математика: «2» 4 из 9 → 3 из 8, мало участников"),
    (((4, 10), (3, 8)), {}, "ВПР, математика: «2» 4 из 10 → 3 из 8, мало участников"),
    (((4, 10),), {}, "ВПР, математика: «2» 40 %"),
])
def test_the_answer_is_the_title(counts, chosen, said):
    found = words.headline(page(line("low_mark_share", *counts), *YEARS[-len(counts):], **chosen))
    assert found.replace("\u00a0", " ") == said


def test_an_exam_has_its_stage_in_the_title():
    found = replace(page(line("low_mark_share", (33, 103), (24, 97)), *YEARS),
                    chosen=Chosen("ОГЭ", subject="математика", stage="main"))
    assert words.headline(found).startswith("ОГЭ, основной день, математика: «2» 32")


@pytest.mark.parametrize(("years", "since", "gap"), [
    (("2024/25", "2025/26"), "за год", ""),
    (("2022/23", "2025/26"), "с 2022–2023", "За 2023–2024 и 2024–2025 учебные годы данных нет."),
    (("2023/24", "2025/26"), "с 2023–2024", "За 2024–2025 учебный год данных нет.")])
def test_a_year_is_between_neighbours_alone(years, since, gap):
    found = page(line("low_mark_share", (30, 100), (28, 100)), *years)
    assert (words.since(found), words.gap(found)) == (since, gap)


def test_what_may_be_said_stands_in_words():
    assert words.conclusion(of_counts(131, 436, 60, 421)) == "снижение подтверждается"
    assert words.conclusion(of_counts(30, 100, 28, 100)) == "пока не вывод"
    assert words.conclusion(None) == ""


def text(parts) -> str:
    return "".join(part if isinstance(part, str) else part.text for part in parts).replace("\u00a0", " ")


def test_a_tile_says_what_may_be_concluded():
    shown = line("pass_rate", (70, 100), (72, 100))
    assert text(words.of_tile(page(shown, *YEARS), shown)) == "▲ на 2,0 п.п. больше; пока не вывод"
    mean = line("mean_mark", (302, 100), (312, 100), unit="отметка")
    assert text(words.of_tile(page(shown, *YEARS), mean)) == "на 0,10 больше; вывода не делаем"


def test_one_of_many_comparisons_says_why_nothing_is_concluded():
    change = replace(of_counts(131, 436, 96, 421), verdict="one", family=26, rests=("Ш03",))
    shown = replace(line("low_mark_share", (131, 436), (96, 421)), change=change, rests_on="МБОУ СОШ № 3")
    assert words.why_open(shown) == (
        "Сам по себе разброс нуля не захватывает, но сравнений 26, и с поправкой на их число изменение не "
        "подтверждается. Без одной школы (МБОУ СОШ № 3) не видно и этого.")
    assert words.why_open(line("low_mark_share", (30, 100), (28, 100))) == ""


def test_years_of_other_classes_are_not_compared():
    sixth, seventh = line("low_mark_share", (4, 13), (2, 13)), line("low_mark_share", (4, 13), (2, 13))
    grades = (replace(sixth, name="6 класс", cells=(sixth.cells[0], None)),
              replace(seventh, name="7 класс", cells=(None, seventh.cells[1])))
    found = replace(page(sixth, *YEARS), grades=grades)
    assert words.headline(found).replace("\u00a0", " ") == (
        "ВПР, математика: «2» 31 % и 15 %, разные классы, по годам не сравниваем")
    assert words.sentence(found).endswith("4 из 13 и 2 из 13; разные классы, по годам не сравниваем.")
    assert words.of_total(found, sixth) == ("", "разные классы, по годам не сравниваем")
    assert words.other_classes(found) == "Писали: 2024–2025 — 6 класс; 2025–2026 — 7 класс."
    assert not classes.are_other(replace(found, grades=(sixth, seventh)))


def test_years_that_are_not_compared_are_a_sentence():
    found = replace(page(line("low_mark_share", (4, 13), (2, 13)), *YEARS), beside=Beside(earlier=(("2021/22", None),)))
    assert words.breaks(found) == (
        "2021–2022 учебный год с остальными не сравниваем: ВПР 2022 года перенесли на осень, ряд прерван.")


def test_nothing_is_concluded_of_a_mean():
    shown = line("mean_mark", (302, 100), (312, 100), unit="отметка")
    said = words.sentence(page(shown, *YEARS, indicator="mean_mark")).replace("\u00a0", " ")
    assert said == ("Средняя отметка (ВПР, математика, 5–8 классы) по 6 школам: 3,02 (100 участников) и 3,12 (100 "
                    "участников), на 0,10 больше. Возможный разброс для неё не считается, вывода не делаем.")


@pytest.mark.parametrize(("full", "short"), [("МБОУ СОШ № 3", "СОШ № 3"), ("МАОУ гимназия № 1", "гимназия № 1"),
                                             ("Октябрьская СОШ", "Октябрьская СОШ"), ("ГБОУ ООШ № 5", "ООШ № 5")])
def test_a_school_is_called_shortly(full, short):
    assert words.school(full) == short

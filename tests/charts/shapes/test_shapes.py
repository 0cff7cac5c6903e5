"""What stands in a picture is what stands in its facts; how it looks is looked at in the gallery."""

import re
from datetime import date
from itertools import pairwise

import pytest

from shnor import look
from shnor.charts import facts, shapes
from shnor.charts.facts import Break, Chart, Point, Series
from shnor.charts.styles import MARKS, STYLES

DAY = date(2026, 11, 27)
SHAPES = {"trend": shapes.trend, "adding_up": shapes.adding_up, "multiples": shapes.multiples,
          "dumbbell": shapes.dumbbell, "bars": shapes.bars, "dots": shapes.dots, "plan_fact": shapes.plan_fact,
          "distribution": lambda chart: shapes.distribution(chart, WORDS)}
WORDS = {style.word: style for style in MARKS.values()}


def chart(*series: Series, **more) -> Chart:
    return Chart("id", "Вопрос", "доля", "по 6 школам перечня", DAY, "форма «Результаты»", series, **more)


def low(at: str, k: int, n: int) -> Point:
    return facts.share(at, k, n, k / n / 2, min(1, k / n * 2), f"/source?at={at}")


def drawn(figure: dict, kind: str = "scatter") -> list[tuple]:
    """(place, value) of every point that says something when pointed at."""
    return [pair for trace in figure["data"] if trace["type"] == kind and trace.get("hovertext")
            for pair in zip(trace["x"], trace["y"], strict=True)]


def test_a_line_has_a_gap_where_nothing_is_known_and_none_where_the_series_is_broken():
    own = Series("", (low("2022", 10, 100), low("2023", 20, 100), Point("2024", why="не сдавали"),
                      low("2025", 30, 100)))
    figure = shapes.trend(chart(own, breaks=(Break("2023", "ВПР 2022 года перенесли на осень"),)))
    lines = [trace["x"] for trace in figure["data"] if trace.get("hovertext")]
    assert lines == [["2022"], ["2023"], ["2025"]]
    assert "ВПР 2022 года перенесли на осень" in [note["text"] for note in figure["layout"]["annotations"]]


def test_a_small_group_is_said_in_words_and_has_no_place_on_the_axis():
    figure = shapes.trend(chart(Series("ООШ № 9", (low("2025", 4, 8), low("2026", 3, 10)))))
    assert drawn(figure) == [("2026", 0.3)]
    assert [note["text"] for note in figure["layout"]["annotations"]] == ["4 из 8"]


def test_a_distribution_is_cut_by_hundreds_of_its_own_whole():
    marks = Series("2026", tuple(facts.count(style.word, k) for style, k in zip(MARKS.values(), (20, 40, 100, 40, 0),
                                                                               strict=True)))
    few = Series("3 класс", (facts.count("«4»", 2), facts.count("«2»", 1)))
    figure = shapes.distribution(chart(marks, few), WORDS)
    assert {trace["name"]: trace["x"] for trace in figure["data"]} == {
        "«5»": [0.1], "«4»": [0.2], "«3»": [0.5], "«2»": [0.2]}
    assert [note["text"] for note in figure["layout"]["annotations"]] == ["«4»: 2, «2»: 1"]


def test_a_narrow_part_of_a_distribution_has_its_number_above_it():
    marks = Series("2026", tuple(facts.count(style.word, k) for style, k in zip(MARKS.values(), (8, 52, 100, 40, 0),
                                                                               strict=True)))
    [note] = shapes.distribution(chart(marks), WORDS)["layout"]["annotations"]
    assert (note["text"].replace("\u00a0", " "), note["x"], note["yanchor"]) == ("4 %", 0.02, "bottom")


def test_the_text_right_of_a_bar_has_its_room():
    long = Series("МБОУ СОШ № 3", (Point("", "130 из 140 (93 %), проверьте числа", 130, 140, 0.93),))
    assert shapes.bars(chart(long))["layout"]["margin"]["r"] > 200
    assert shapes.bars(chart(Series("№ 5", (low("", 4, 5),))))["layout"]["margin"]["r"] == 96


def test_a_long_name_stands_above_its_bar_and_takes_no_room_at_its_left():
    options = [Series(name, (facts.count("", k),)) for name, k in (("Разбор работ обучающихся", 37), ("Семинар", 18))]
    layout = shapes.bars(chart(*options), whole=False)["layout"]
    names = {note["text"]: note for note in layout["annotations"] if note["x"] == 0}
    assert [*names] == ["Разбор работ обучающихся", "Семинар"]
    assert {note["yanchor"] for note in names.values()} == {"bottom"}
    assert (layout["margin"]["l"], layout["yaxis"]["showticklabels"]) == (12, False)
    short = shapes.bars(chart(Series("МБОУ СОШ № 3", (low("", 4, 5),))))["layout"]
    assert (short["margin"]["l"], short["yaxis"]["ticktext"]) == (120, ["МБОУ СОШ № 3"])
    assert all(note["x"] for note in short["annotations"])


@pytest.mark.parametrize(("words", "above"), [("13 из 14 (93 %)", False), ("не более 13 из 14 (93 %)", True)])
def test_a_short_name_stands_above_its_bar_where_its_value_is_long(words, above):
    school = Series("МБОУ СОШ № 3", (Point("", words, 13, 14, 0.93),))
    texts = [note["text"] for note in shapes.bars(chart(school))["layout"]["annotations"]]
    assert ("МБОУ СОШ № 3" in texts) is above


@pytest.mark.parametrize(("name", "lines"), [
    pytest.param("Взаимопосещение уроков", 1, id="one"), pytest.param("Взаимопосещение уроков " * 3, 2, id="two")])
def test_a_name_of_two_lines_has_a_higher_row(name, lines):
    layout = shapes.bars(chart(Series(name.strip(), (facts.count("", 5),))), whole=False)["layout"]
    [text] = [note["text"] for note in layout["annotations"] if note["x"] == 0]
    assert (text.count("<br>") + 1, layout["height"]) == (lines, 86 + 17 * (lines - 1))


@pytest.mark.parametrize(("k", "end"), [(0, 1), (1, 1), (14, 15), (37, 40), (40, 40), (61, 100)])
def test_bars_end_on_their_axis_and_its_numbers_do_not_stand_upright(k, end):
    axis = shapes.bars(chart(Series("Семинар", (facts.count("", k),))), whole=False)["layout"]["xaxis"]
    assert (axis["range"], axis["tickangle"]) == ([0, end], 0)
    assert end / axis["dtick"] <= 3


@pytest.mark.parametrize(("places", "shown"), [
    (("апрель 2026", "ноябрь 2026"), ["апрель 2026<br>из 50", "ноябрь 2026<br>из 50"]),
    (("ноябрь 2025", "апрель 2026", "ноябрь 2026"), [
        "ноябрь<br>2025<br>из 50", "апрель<br>2026<br>из 50", "ноябрь<br>2026<br>из 50"]),
    (("2024–2025", "2025–2026", "2026–2027"), ["2024–2025<br>из 50", "2025–2026<br>из 50", "2026–2027<br>из 50"])])
def test_many_waves_stand_in_lines_and_never_slanted(places, shown):
    axis = shapes.trend(chart(Series("", tuple(low(at, 20, 50) for at in places))))["layout"]["xaxis"]
    assert (axis["ticktext"], axis["tickangle"]) == (shown, 0)


def notes(figure: dict) -> list[str]:
    """What stands in a picture from top to bottom, tags left out."""
    listed = sorted(figure["layout"]["annotations"], key=lambda note: -note["y"])
    return [re.sub("<[^>]*>", "", note["text"]).replace("\u00a0", " ") for note in listed]


def test_a_small_group_of_a_dumbbell_is_said_as_people_for_both_moments():
    figure = shapes.dumbbell(chart(Series("ОГЭ", (low("2025", 4, 10), low("2026", 3, 8))),
                                   Series("ВПР", (low("2025", 30, 100), low("2026", 20, 100)))))
    assert notes(figure) == ["ВПР", "30 из 100 → 20 из 100",
                             "ОГЭ", "2025", "■■■■□□□□□□  4 из 10", "2026", "■■■□□□□□  3 из 8"]
    assert [trace["x"] for trace in figure["data"] if trace.get("marker", {}).get("size") == 13] == [[0.3], [0.2]]
    people = [note for note in figure["layout"]["annotations"] if "■" in note["text"]]
    assert ["/source?at=2025" in note["text"] for note in people] == [True, False]
    assert "3 из 8" in people[1]["hovertext"]


def test_the_way_to_a_school_year_keeps_its_slash():
    """Plotly would write «%2F» as «%252F»."""
    year = facts.share("2025–2026", 3, 8, link="/source?c.school_year=2025%2F26")
    figure = shapes.dumbbell(chart(Series("ОГЭ", (facts.share("2024–2025", 4, 9), year))))
    assert [note["text"].count("school_year=2025/26'") for note in figure["layout"]["annotations"]] == [0, 0, 0, 0, 2]


@pytest.mark.parametrize(("before", "now", "bars", "axis"), [
    pytest.param((4, 10), (3, 8), [], False, id="few-now"), pytest.param((4, 9), (3, 12), [], False, id="few-before"),
    pytest.param((4, 10), (3, 12), [0.25], True, id="a-share")])
def test_people_stand_on_no_axis_beside_a_share(before, now, bars, axis):
    figure = shapes.dumbbell(chart(Series("ОГЭ", (low("2025", *before), low("2026", *now),
                                                  low("перечень", 25, 100)))))
    assert [place for trace in figure["data"] if trace.get("marker", {}).get("symbol") == "line-ns"
            for place in trace["x"]] == bars
    assert figure["layout"]["xaxis"]["visible"] is axis


def test_a_long_name_stands_in_lines_and_its_brackets_are_not_parted():
    name = "ВПР, математика, те же обучающиеся (5 → 6 класс)"
    figure = shapes.dumbbell(chart(Series(name, (low("2025", 4, 10), low("2026", 3, 12)))))
    assert notes(figure)[:2] == ["ВПР, математика, те же обучающиеся", "(5 → 6 класс)"]


def test_more_people_than_are_counted_at_a_glance_are_left_to_their_number():
    figure = shapes.dumbbell(chart(Series("ОГЭ", (low("2025", 4, 21), low("2026", 3, 8)))))
    assert notes(figure)[2] == "4 из 21"


def test_plan_and_fact_end_in_their_numbers_at_the_line_of_the_day():
    plan = Series("план", tuple(facts.count(at, k) for at, k in (("окт", 31), ("ноя", 36), ("дек", 42))))
    fact = Series("факт", tuple(facts.count(at, k) for at, k in (("окт", 29), ("ноя", 33))))
    figure = shapes.plan_fact(chart(plan, fact), "ноя", due=34)
    assert [note["text"] for note in figure["layout"]["annotations"]] == [
        "план <b>42</b>", "факт <b>33</b>", "план <b>34</b>", "на 27.11.2026"]
    assert figure["layout"]["annotations"][2]["y"] == 34  # of the day, not of the end of its month
    assert figure["layout"]["shapes"][0]["line"]["color"] == look.INK
    assert figure["layout"]["shapes"][0]["x0"] == 1


@pytest.mark.parametrize("shape", SHAPES)
def test_every_point_says_its_counts_set_and_day_and_leads_to_its_rows(shape):
    own = Series("СОШ № 3", tuple(low(at, 20, 100) for at in ("«5»", "«4»")))
    figure = SHAPES[shape](chart(own))
    told = [(hint, link) for trace in figure["data"] if trace.get("hovertext")
            for hint, link in zip(trace["hovertext"], trace["customdata"], strict=True)]
    assert told
    assert all("20 из 100" in hint and "по 6 школам перечня · на 27.11.2026 · форма «Результаты»" in hint
               and link.startswith("/source?at=") for hint, link in told)


@pytest.mark.parametrize("series", [(Series("СОШ № 3", (Point("2026", why="не сдавали"),)),), ()],
                         ids=["no-value", "no-series"])
@pytest.mark.parametrize("shape", SHAPES)
def test_a_chart_without_values_says_so(shape, series):
    assert SHAPES[shape](chart(*series))["data"][0]["text"] == ["нет данных"]


@pytest.mark.parametrize("shape", ["trend", "multiples", "dumbbell"])
def test_an_axis_of_shares_begins_at_nought(shape):
    figure = SHAPES[shape](chart(Series("СОШ № 3", (low("2025", 60, 100), low("2026", 62, 100)))))
    axis = figure["layout"]["xaxis" if shape == "dumbbell" else "yaxis"]
    assert axis["range"][0] == 0
    assert axis["range"][1] > 0.62


def test_names_of_lines_that_end_close_stand_apart():
    ends = [Series(name, (facts.count("окт", k - 1), facts.count("ноя", k)))
            for name, k in (("а", 17), ("б", 19), ("в", 17))]
    notes = shapes.adding_up(chart(*ends))["layout"]["annotations"]
    places = [174 * note["y"] / 19 + note["yshift"] for note in notes]
    assert [note["text"] for note in notes] == ["б <b>19</b>", "а <b>17</b>", "в <b>17</b>"]
    assert [round(high - low) for high, low in pairwise(places)] == [18, 15]


def test_nothing_in_a_picture_is_smaller_than_twelve():
    assert min(look.NUMBER, look.PAGE, look.BLOCK, look.TEXT, look.DETAIL, look.AXIS) == 12


@pytest.mark.parametrize("styles", [pytest.param(STYLES, id="standings"), pytest.param(MARKS, id="marks")])
def test_every_shade_has_a_sign_and_a_word_of_its_own(styles):
    assert len({style.mark for style in styles.values()}) == len(styles)
    assert all(style.word for style in styles.values())


def test_names_at_the_ends_of_lines_stand_apart():
    figure = shapes.trend(chart(*(Series(name, (low("2025", 20, 100), low("2026", k, 100)))
                                  for name, k in (("А", 30), ("Б", 31), ("В", 80)))))
    ends = {note["text"]: note["yshift"] for note in figure["layout"]["annotations"]}
    assert ends["А"] == ends["В"] == 0
    assert ends["Б"] > 10


@pytest.mark.parametrize("shape", ["trend", "multiples"])
def test_marks_stand_between_their_ends(shape):
    mean = Series("СОШ № 3", (Point("2025", "2,90 (8 участников)", None, 8), Point("2026", "3,12 (40 участников)", None,
                                                                                  40, 3.12)))
    figure = SHAPES[shape](chart(mean, ends=(2.0, 5.0)))
    assert figure["layout"]["yaxis"]["range"] == [2.0, 5.0]
    assert drawn(figure) == [("2026", 3.12)]
    assert "3,12" in [text for trace in figure["data"] for text in trace.get("text", ())]
    assert any("2,90 (8 участников)" in note["text"] for note in figure["layout"]["annotations"])


def test_what_is_told_about_is_short_at_its_point():
    own = Series("", tuple(Point(at, text, value=0.3) for at, text in zip("абв", (
        "около 30\u00a0%", "менее 5\u00a0%", "более 95\u00a0%"), strict=True)))
    line = next(trace for trace in shapes.multiples(chart(own))["data"] if "text" in trace["mode"])
    assert line["text"] == ["≈30\u00a0%", "до 5\u00a0%", "от 95\u00a0%"]
    assert "около 30" in line["hovertext"][0]


@pytest.mark.parametrize(("places", "across", "ticks", "notes"), [
    (2, 3, ["2024–2025<br>20 из 100", "2025–2026<br>20 из 100"], []),
    (3, 3, ["", "", ""], ["2023/24", "2025/26"]), (1, 6, ["2025–2026<br>20 из 100"], [])])
def test_years_of_panels_stand_in_full(places, across, ticks, notes):
    years = ("2023–2024", "2024–2025", "2025–2026")[-places:]
    own = Series("Школа А", tuple(facts.share(at, 20, 100) for at in years))
    layout = shapes.multiples(chart(own), across=across, years=True)["layout"]
    assert layout["xaxis"]["ticktext"] == ticks
    assert [note["text"] for note in layout["annotations"] if note["text"][:2] == "20"] == notes


def test_a_panel_without_words_has_their_room():
    high = [shapes.multiples(chart(Series("А", (low("2026", 20, 100),), words)))["layout"]["yaxis"]["domain"][1]
            for words in ("", "пока не вывод")]
    assert high[0] > high[1]

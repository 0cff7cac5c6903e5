"""Native charts: what is drawn is what the points say, and their workbooks hold nothing else."""

from dataclasses import replace

import pytest
from pptx.oxml.ns import qn

from shnor.charts.facts import Chart, Point, Series, count
from shnor.charts.shapes import shape
from shnor.charts.shapes.shape import DRAWN
from shnor.reports.slides.deck import Picture
from shnor.reports.slides.office.charts.lines import shown as shown_as
from shnor.reports.slides.office.charts.native import NATIVE
from shnor.reports.slides.powerpoint import pptx
from tests.reports.slides import decks
from tests.reports.slides.decks import chart, deck, part
from tests.reports.slides.office.opened import book, cells, charts, one_slide, parts, presentation, referred, shown

PICTURES = {slide.id: slide.body for slide in deck().slides if isinstance(slide.body, Picture)}
LOW, HIGH = part("", 96, 421).low, part("", 96, 421).high


@pytest.fixture(scope="module")
def drawn():
    """The charts of each slide of a picture."""
    pages = zip(deck().shown, shown(pptx(deck())), strict=True)
    return {slide.id: charts(page) for slide, page in pages if slide.id in PICTURES}


def test_every_shape_has_its_chart():
    assert NATIVE.keys() == DRAWN.keys()


def numbers_of(drawing: Chart) -> set[float]:
    return {round(number, 12) for series in drawing.series for point in series.points
            for number in (point.value, point.low, point.high, point.k, point.n) if number is not None}


@pytest.mark.parametrize("name", PICTURES)
def test_a_workbook_holds_the_numbers_of_the_points_and_nothing_else(drawn, name: str):
    typed = {round(value, 12) for one in drawn[name] for row in cells(book(one)) for value in row
             if isinstance(value, int | float)}
    known = numbers_of(PICTURES[name].chart)
    counts_alone = name in ("bars", "roadmap", "marks")  # a part nobody has is not drawn
    expected = {number for number in known if number == int(number)} | {0} if counts_alone else known
    assert typed | (expected & {0}) == expected


@pytest.mark.parametrize("name", PICTURES)
def test_a_chart_draws_what_its_workbook_says(drawn, name: str):
    for one in drawn[name]:
        sheet = book(one, results=True)
        for place, kept in referred(one):
            named, _, area = place.partition("!")
            assert named == sheet.title
            assert [cell.value for (cell,) in sheet[area]] == pytest.approx(kept)


@pytest.mark.parametrize("name", PICTURES)
def test_a_workbook_has_no_way_out_and_no_name(drawn, name: str):
    for one in drawn[name]:
        inner = parts(one.part.chart_workbook.xlsx_part.blob)
        assert [part for part in inner if "comment" in part or "Link" in part or "drawing" in part] == []
        assert all(b"hyperlink" not in data and b"/source" not in data for data in inner.values())
        assert b"<dc:creator></dc:creator><cp:lastModifiedBy></cp:lastModifiedBy>" in inner["docProps/core.xml"]


def test_a_trend_is_parted_by_a_gap_and_by_the_words_of_a_break(drawn):
    (one,) = drawn["trend"]
    head, *rows = cells(book(one))
    assert head[:6] == (decks.LABEL, "доля", "доля: низ", "доля: верх", "доля: k", "доля: n")
    assert [(" ".join(row[0].split()), *row[4:6]) for row in rows] == [
        ("2021–2022 из 440", 118, 440), ("ВПР перенесли на осень", None, None), ("2022–2023 из 431", 140, 431),
        ("2023–2024 не прислали", None, None), ("2024–2025 из 436", 131, 436), ("2025–2026 из 421", 96, 421)]
    assert rows[-1][1:4] == pytest.approx((96 / 421, LOW, HIGH))
    assert [row[1] is None for row in rows] == [False, True, False, True, False, False]
    assert one._chartSpace.chart.find(qn("c:dispBlanksAs")).get("val") == "gap"


def test_the_parts_of_a_bar_are_made_of_their_counts(drawn):
    (one,) = drawn["marks"]
    head, before, after = cells(book(one))
    assert head == (decks.LABEL, "«5»", "«4»", "«3»", "«2»", "«5»: число", "«4»: число", "«3»: число", "«2»: число")
    assert before == ("2024–2025\nиз\xa0436", "=F2/SUM(F2:I2)", "=G2/SUM(F2:I2)", "=H2/SUM(F2:I2)", "=I2/SUM(F2:I2)",
                      21, 98, 186, 131)
    assert after[5:] == (20, 106, 199, 96)
    assert cells(book(one, results=True))[2][4] == 96 / 421


def test_the_parts_of_a_bar_look_as_on_the_screen(drawn):
    (one,) = drawn["roadmap"]
    fills = [series._element.spPr.find(qn("a:pattFill")) is not None for series in one.plots[0].series]
    assert fills == [False, True, False, True]
    amber = one.plots[0].series[2].format.fill.fore_color.rgb
    assert str(amber) == decks.PARTS["не выполнено"].fill[1:].upper()


def test_answers_of_a_scale_diverge_around_its_middle():
    spread = chart("scale", "Помог ли курс", decks.spread("учителя", ("да", "нет"), 30, 10))
    looks = {"да": decks.PARTS["подтверждено"], "нет": decks.PARTS["не выполнено"]}
    (one,) = charts(shown(pptx(one_slide(Picture(spread, shape("distribution", looks, middle=("нет",))))))[0])
    assert cells(book(one, results=True)) == [(decks.LABEL, "нет", "да", "нет: число", "да: число"),
                                              ("учителя\nиз\xa040", -0.25, 0.75, 10, 30)]


def labels(one) -> list[str]:
    return ["".join(text.text for text in label.iter(qn("a:t"))) or label.find(qn("c:numFmt")).get("formatCode")
            for label in one._chartSpace.iter(qn("c:dLbl"))]


def test_words_stand_at_the_bars_they_are_said_of(drawn):
    (one,) = drawn["bars"]
    assert labels(one) == ["63 из 74", "41 из 74", "28 из 74"]


def test_small_groups_are_said_and_not_placed(drawn):
    (one,) = drawn["dots"]
    (school,) = [row for row in cells(book(one)) if str(row[0]).startswith("Школа В")]
    assert school[:2] == ("Школа В\n2 из 7", None)
    assert school[2] == pytest.approx(96 / 421)  # the line of all schools goes on
    (one,) = drawn["dumbbell"]
    (pupils,) = [row for row in cells(book(one)) if str(row[0]).startswith("7 → 8")]
    assert pupils[:3] == ("7 → 8 класс\n3\xa0из\xa09 →\xa04\xa0из\xa08", None, None)


def test_each_school_has_a_chart_of_its_own_on_one_scale(drawn):
    assert len(drawn["multiples"]) == 6
    assert {one.value_axis.maximum_scale for one in drawn["multiples"]} == {0.6}
    assert cells(book(drawn["multiples"][5]))[3][0].split("\n")[0] == "25–26"


@pytest.mark.parametrize(("point", "shown"), [
    (part("", 96, 421), '[$-419]0.0"\xa0"%'),
    (part("", 24, 146), '0"\xa0"%'),
    (Point("", "3,12 (40 участников)", None, 40, 3.12), "[$-419]0.00"),
    (count("", 33), "#,##0"),
    (Point("", "94,5 %, число опрошенных не указано", value=0.945), '[$-419]0.0"\xa0"%'),
    (Point("", why="не прислали"), "General"),
], ids=["many", "few", "mean", "count", "no-n", "nothing"])
def test_a_number_has_the_decimals_it_is_said_with(point: Point, shown: str):
    assert shown_as(point) == shown


def test_a_plan_of_the_day_has_a_mark_where_it_is_not_that_of_its_month():
    for due, of_the_day in ((36, [()] * 4), (30, [(None,), (None,), (30,), (None,)])):
        (one,) = charts(shown(pptx(one_slide(Picture(decks.PLAN_FACT, shape("plan_fact", today="ноя", due=due)))))[0])
        assert [row[3:4] for row in cells(book(one))[1:]] == of_the_day


def test_names_at_the_ends_of_lines_do_not_lie_on_each_other():
    close = chart("close", "Помощь", decks.sums("выезды", 1, 2, 3, 20), decks.sums("уроки", 1, 2, 3, 20), unit="раз")
    (one,) = charts(shown(pptx(one_slide(Picture(close, shape("adding_up")))))[0])
    moved = [float(label.find(qn("c:layout")).find(qn("c:manualLayout")).find(qn("c:y")).get("val"))
             if label.find(qn("c:layout")) is not None else 0.0 for label in one._chartSpace.iter(qn("c:dLbl"))]
    assert sorted(moved)[0] == 0.0
    assert 0.04 < sorted(moved)[1] < 0.15


def test_without_any_value_it_says_so():
    empty = chart("empty", "Пусто", Series("А", (Point("2026", why="не прислали"),)))
    page = shown(pptx(one_slide(Picture(empty, shape("trend")))))[0]
    assert charts(page) == []
    assert "нет данных" in [shape.text_frame.text for shape in page.shapes if shape.has_text_frame]


def test_the_label_goes_wherever_a_chart_is_copied():
    page = shown(pptx(one_slide(PICTURES["bars"])))[0]
    (frame,) = [shape for shape in page.shapes if shape.has_chart]
    assert frame._element.nvGraphicFramePr.cNvPr.get("descr").startswith(f"{decks.LABEL}. Что назвали полезным")
    bare = shown(pptx(one_slide(PICTURES["bars"], label="")))[0]
    assert cells(book(charts(bare)[0]))[0] == (None, "всего", "человек")


def test_many_series_keep_their_colours_for_those_that_are_chosen():
    many = replace(decks.MULTIPLES, series=decks.MULTIPLES.series)
    (one,) = charts(presentation(pptx(one_slide(Picture(many, shape("trend"))))).slides[0])
    colours = [str(series.format.line.color.rgb) for series in one.plots[0].series]
    assert colours == ["1F5F8B", *["B8C2CB"] * 5]


def test_what_no_number_alone_says_stands_in_words():
    masked = chart("masked", "По школам", *(Series(f"Школа {letter}", (
        Point("2025", "менее 5\xa0%", value=0.05), Point("2026", "22\xa0%", value=0.22))) for letter in "АБ"))
    (one, _) = charts(shown(pptx(one_slide(Picture(masked, shape("multiples")))))[0])
    assert labels(one) == ["до 5\xa0%", '0"\xa0"%']
    assert cells(book(one))[1:] == [("2025", 0.05), ("2026", 0.22)]


def test_a_panel_says_why_it_is_empty():
    hidden = Series("Школа А", tuple(Point(at, why="не показываем") for at in decks.YEARS[2:]), "участников 10–24")
    drawing = chart("both", "По школам", hidden, decks.MULTIPLES.series[0])
    (one, _) = charts(shown(pptx(one_slide(Picture(drawing, shape("multiples")))))[0])
    assert "".join(text.text for text in one._chartSpace.chart.find(qn("c:title")).iter(qn("a:t"))) == (
        "Школа А: не показываем")


def test_things_are_counted_however_few():
    (one,) = charts(shown(pptx(one_slide(Picture(decks.ROADMAP, shape("distribution", decks.PARTS, things=True)))))[0])
    assert cells(book(one))[3] == ("Семья\nиз\xa09", 6, 3, 0, 0)
    assert set(labels(one)) == {"#,##0"}
    assert one.plots[0]._element.find(qn("c:grouping")).get("val") == "percentStacked"


@pytest.mark.parametrize(("kind", "series", "ratio", "pages"), [
    ("multiples", 6, "4:3", 1), ("multiples", 12, "16:9", 2), ("dots", 6, "16:9", 1), ("dots", 12, "4:3", 2),
    ("dumbbell", 3, "4:3", 1), ("trend", 12, "4:3", 1)])
def test_what_has_no_room_goes_on_on_the_next_slide_on_the_same_scale(kind, series: int, ratio, pages: int):
    many = chart("many", "По школам", Series("все", (part("2025", 300, 900),), quiet=True), *(
        Series(f"Школа {number}", (part("2025", 30 + number, 90), part("2026", 30, 90))) for number in range(series)))
    many = many if kind == "dots" else replace(many, series=many.series[1:])
    slides = presentation(pptx(one_slide(Picture(many, shape(kind))), ratio)).slides
    assert [slide.shapes.title.text_frame.text for slide in slides] == (
        ["Один"] if pages == 1 else ["Один (1 из 2)", "Один (2 из 2)"])
    assert len({one.value_axis.maximum_scale for slide in slides for one in charts(slide)}) == 1
    if kind == "dots":
        assert all("все" in cells(book(one))[0] for slide in slides for one in charts(slide))

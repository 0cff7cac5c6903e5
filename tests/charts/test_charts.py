"""Charts are data first: what is compared is checked here, how it looks was looked at."""

from datetime import date
from itertools import pairwise

import pytest

from shnor.charts import CONFIG, Chart, Series, Span, Style, to_plotly
from shnor.charts.plotly import LETTERS, short
from shnor.charts.roadmap import four_parts_bar, parts_matrix, timeline
from shnor.charts.styles import STYLES
from shnor.metrics.standings import DUE_PARTS, STANDINGS

DAY = date(2026, 11, 30)
LONG = "Проведение практико-ориентированного семинара для управленческих команд школ"
NOT_IN_TIME = {"не запланировано", "план на период не указан", "срок не распознан"}
ZERO = {"due": 0, "confirmed": 0, "awaited": 0, "not_done": 0, "no_report": 0}


def part(group, **counts):
    return {"school_id": group, **ZERO, **counts}


def row(number="1.1", standing="подтверждено", start=date(2026, 11, 1), end=DAY, **more):
    return {"plan": "План", "number": number, "activity": LONG, "deadline_start": start, "due_date": end,
            "standing": standing, **more}


def bar(rows):
    return four_parts_bar(rows, by="school_id", title="По школам", source="План", names={"Ш05": "ООШ № 5"})


def lines(rows):
    return timeline(rows, title="Сроки", today=DAY, source="План")


def test_a_bar_has_the_four_parts_in_their_order():
    chart = bar([part("Ш05", due=19, confirmed=15, awaited=2, not_done=1, no_report=1), part("Ш09"), part(None, due=1)])
    assert chart.categories == ("ООШ № 5", "без направления")
    assert [(series.name, series.values[0]) for series in chart.series] == [
        ("подтверждено", 15), ("выполнено, документ ожидается", 2), ("не выполнено", 1), ("нет сведений", 1)]


def test_the_matrix_goes_by_school_number():
    names = {"а": "МАОУ СОШ № 11", "б": "МБОУ ООШ № 5", "в": "МБОУ СОШ № 2"}
    chart = parts_matrix([part("а", due=9, confirmed=9), part("б"), part("в", due=1)], by="school_id", title="Школы",
                         source="План", names=names)
    assert chart.categories == ("МБОУ СОШ № 2", "МБОУ ООШ № 5", "МАОУ СОШ № 11")
    assert chart.series[0].values == (0, 0, 9)


def test_a_timeline_has_a_line_an_activity_and_a_span_a_deadline():
    chart = lines([row(), row(standing="срок не наступил", start=None, end=date(2026, 12, 15)), row(number="1.2")])
    assert len(chart.categories) == 2
    spans = {series.name: [[(s.start.day, s.end.day) for s in spans] for spans in series.values]
             for series in chart.series}
    assert spans == {"подтверждено": [[(1, 30)], [(1, 30)]], "срок не наступил": [[(15, 15)], []]}


@pytest.mark.parametrize("left_out", [
    pytest.param(row(end=None), id="deadline-unknown"), pytest.param(row(standing="не запланировано"), id="unplanned")])
def test_a_timeline_leaves_out_what_has_no_place_in_time(left_out):
    assert lines([left_out]).categories == ()


def test_done_work_says_its_date():
    chart = lines([row(fact_date=date(2026, 11, 18), is_done=1)])
    assert chart.series[0].values[0][0].hint == "подтверждено; срок 01.11.2026–30.11.2026; выполнено 18.11.2026"


def test_a_chart_without_a_value_for_every_category_is_refused():
    with pytest.raises(ValueError, match="Сроки"):
        Chart(shape="stacked_bars", title="Сроки", unit="срок", categories=("а", "б"), source="План",
              series=(Series("подтверждено", STYLES["confirmed"], (1,)),))


@pytest.mark.parametrize(("shape", "value"), [
    pytest.param("stacked_bars", (Span(DAY, DAY, ""),), id="days-in-bars"),
    pytest.param("spans", 1, id="a-number-in-time")])
def test_values_of_another_shape_are_refused(shape, value):
    with pytest.raises(ValueError, match="Сроки"):
        Chart(shape=shape, title="Сроки", unit="срок", categories=("а",), source="План",
              series=(Series("подтверждено", STYLES["confirmed"], (value,)),))


def test_a_chart_may_bring_a_look_of_its_own():
    winners = Style("победители", "●", "#336699")
    drawn = to_plotly(Chart(shape="stacked_bars", title="Конкурсы", unit="человек", categories=("Ш05",),
                            source="Список", series=(Series(winners.word, winners, (3,)),)))
    assert [(bar.name, bar.marker.color) for bar in drawn.data if bar.type == "bar"] == [("победители", "#336699")]


@pytest.mark.parametrize("chart", [
    pytest.param(bar([]), id="no-bars"), pytest.param(lines([]), id="no-lines"),
    pytest.param(bar([part("Ш05", due=1, confirmed=1)]), id="bars"), pytest.param(lines([row()]), id="lines")])
def test_a_figure_is_never_without_a_trace(chart):
    assert len(to_plotly(chart).data) >= 1


def test_traces_carry_the_numbers_of_the_chart():
    figure = to_plotly(bar([part("Ш05", due=3, confirmed=2, no_report=1)]))
    assert {trace.name: list(trace.x) for trace in figure.data if trace.type == "bar"} == {
        "подтверждено": [2], "выполнено, документ ожидается": [0], "не выполнено": [0], "нет сведений": [1]}


def test_the_line_of_today_is_drawn_and_named():
    figure = to_plotly(lines([row()]))
    assert figure.layout.shapes[0].x0 == "2026-11-30T12:00:00"
    assert figure.layout.annotations[0].text == "<b>на 30.11.2026</b>"


@pytest.mark.parametrize(("end", "side"), [
    pytest.param(date(2026, 12, 31), "right", id="late-in-the-plan"),
    pytest.param(date(2028, 12, 31), "left", id="early-in-the-plan")])
def test_the_words_of_today_stay_inside(end, side):
    chart = lines([row(start=date(2026, 1, 1), end=end, standing="срок не наступил")])
    assert to_plotly(chart).layout.annotations[0].xanchor == side


@pytest.mark.parametrize(("start", "end", "first", "last"), [
    pytest.param(date(2026, 9, 1), date(2026, 12, 31), "сен<br>2026", "янв<br>2027", id="by-month"),
    pytest.param(date(2026, 1, 1), date(2026, 12, 31), "янв<br>2026", "янв<br>2027", id="by-two-months"),
    pytest.param(date(2024, 1, 1), date(2026, 12, 31), "янв<br>2024", "янв<br>2027", id="by-half-years"),
    pytest.param(date(2026, 11, 18), date(2026, 11, 18), "18.11.2026", "18.11.2026", id="one-day"),
])
def test_ticks_are_few_and_russian(start, end, first, last):
    chart = timeline([row(start=start, end=end)], title="Сроки", today=end, source="План")
    ticks = to_plotly(chart).layout.xaxis.ticktext
    assert (ticks[0], ticks[-1]) == (first, last)
    assert len(ticks) <= 7


def test_a_day_in_three_years_can_be_seen():
    chart = lines([row(start=date(2024, 1, 1), end=date(2026, 12, 31)), row(number="2", start=DAY, end=DAY)])
    days = [length / 86_400_000 for trace in to_plotly(chart).data if trace.type == "bar" for length in trace.x]
    assert min(days) >= 18


def test_every_standing_that_has_a_place_in_time_has_a_look():
    assert {style.word for style in STYLES.values()} == set(STANDINGS) - NOT_IN_TIME
    assert set(DUE_PARTS) <= set(STYLES)


def grey(colour):
    red, green, blue = (int(colour[place:place + 2], 16) for place in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue


def test_looks_differ_in_grey_print():
    """Two looks differ by pattern or by at least a fifth of the way from black to white."""
    plain = sorted(grey(style.fill) for style in STYLES.values() if not style.pattern)
    patterns = [style.pattern for style in STYLES.values() if style.pattern]
    assert all(lighter - darker > 50 for darker, lighter in pairwise(plain))
    assert len(set(patterns)) == len(patterns)


def test_nothing_is_red():
    for style in STYLES.values():
        red, green, blue = (int(style.fill[place:place + 2], 16) for place in (1, 3, 5))
        assert red <= 2 * max(green, blue)  # amber is not red


def test_a_long_name_is_cut_at_a_word():
    assert len(short(LONG)) <= LETTERS
    assert short(LONG) == "Проведение практико-ориентированного…"
    assert short("Мониторинг") == "Мониторинг"


def test_plotly_speaks_russian():
    names = CONFIG["locales"]["ru"]["format"]
    assert (names["months"][0], names["shortMonths"][10], names["days"][0], names["shortDays"][1]) == (
        "январь", "ноя", "воскресенье", "пн")
    assert (names["decimal"], CONFIG["locale"], CONFIG["displaylogo"]) == (",", "ru", False)

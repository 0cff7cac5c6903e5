"""The chart of marks is data first: bars by year, cut by mark."""

from shnor.charts import to_plotly
from shnor.charts.results import marks_bar

MARKS = {"2024–2025": (19, 100, 186, 131, 0), "2025–2026": (20, 106, 199, 96, 0), "2026–2027": (0, 0, 0, 0, 0)}


def chart(marks):
    return marks_bar(marks, title="Отметки по годам", source="по 6 школам перечня")


def test_a_year_is_a_bar_and_a_mark_a_part():
    found = chart(MARKS)
    assert found.categories == ("2024–2025: 436\u00a0участников", "2025–2026: 421\u00a0участник")
    assert [(series.name, series.values) for series in found.series] == [
        ("«5»", (19, 20)), ("«4»", (100, 106)), ("«3»", (186, 199)), ("«2»", (131, 96))]


def test_who_was_not_assessed_is_shown_when_there_is_anybody():
    assert [series.name for series in chart({"год": (1, 0, 0, 0, 2)}).series] == ["«5»", "не аттестовано"]


def test_every_mark_has_its_look_and_the_axis_stands_above_the_legend():
    drawn = to_plotly(chart(MARKS))
    assert [bar.marker.color for bar in drawn.data[:4]] == ["#12405f", "#5a93bb", "#cfe0ec", "#d9822b"]
    assert drawn.layout.margin.b >= 60


def test_without_marks_the_chart_says_so():
    assert to_plotly(chart({})).data[0].text == ("нет данных",)


def luminance(colour: str) -> float:
    """WCAG 2.1, relative luminance."""
    parts = [int(colour[place:place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_numbers_on_the_bars_can_be_read():
    for bar in to_plotly(chart(MARKS)).data[:4]:
        pale, dark = sorted((luminance(bar.marker.color), luminance(bar.textfont.color)), reverse=True)
        assert bar.marker.pattern.shape is None
        assert (pale + 0.05) / (dark + 0.05) >= 4.5, bar.name

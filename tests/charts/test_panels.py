"""A panel of a school: one scale for all, a link a year, few people as counts."""

import re
from datetime import date

from shnor.charts import facts, panels
from shnor.charts.facts import Chart, Point, Series

DAY = date(2026, 11, 27)
FEW = Series("ООШ <9>", (facts.share("2024–2025", 4, 9, link="/source?a=1&b=2"), facts.share("2025–2026", 3, 10)))
MANY = Series("СОШ № 3", (facts.share("2024–2025", 80, 100, 0.7, 0.9), Point("2025–2026", why="не сдавали")))


def chart(*series: Series, **more) -> Chart:
    return Chart("schools", "По школам", "доля", "по 6 школам", DAY, "форма «Результаты»", series, **more)


def heights(drawn: str) -> list[float]:
    return [float(found) for found in re.findall(r"<circle class='point' cx='[\d.]+' cy='([\d.]+)'", drawn)]


def test_all_panels_have_one_scale():
    alone, beside = panels.panel(chart(FEW), FEW), panels.panel(chart(FEW, MANY), FEW)
    assert heights(alone) < heights(beside)


def test_few_people_are_counts_and_a_gap_is_a_gap():
    drawn = panels.panel(chart(FEW, MANY), FEW)
    assert ("4/9" in drawn, "44" in drawn, len(heights(drawn))) == (True, False, 1)
    assert re.search(r"<text x='[\d.]+' y='78'>–</text>", panels.panel(chart(MANY), MANY))


def test_the_newest_year_says_how_many_stand_behind_it():
    many = Series("СОШ № 3", (facts.share("2024–2025", 80, 100), facts.share("2025–2026", 8, 28)))
    drawn = panels.panel(chart(many), many)
    assert re.findall(r"class='count'[^>]*>([^<]*)<", drawn) == ["8 из 28"]
    few = Series("ООШ № 9", (facts.share("2025–2026", 3, 9),))
    assert "class='count'" not in panels.panel(chart(few), few)


def test_a_year_leads_to_its_rows_and_says_what_it_is():
    drawn = panels.panel(chart(FEW, MANY), FEW)
    assert "href='/source?a=1&amp;b=2' aria-label='ООШ &lt;9&gt;, 2024–2025: 4 из 9'" in drawn
    assert "<9>" not in drawn


def test_marks_stand_between_two_and_five():
    low, high = (Series("Школа", (Point("2025–2026", "", None, 30, value),)) for value in (2.0, 5.0))
    ends = {"ends": (2.0, 5.0)}
    assert heights(panels.panel(chart(low, **ends), low)) == [panels.HEIGHT - panels.FOOT]
    assert heights(panels.panel(chart(high, **ends), high)) == [panels.TOP]

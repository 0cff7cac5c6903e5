"""What stands on the page of a school where the value of the list is shown without its schools, or not at all."""

from datetime import date
from types import SimpleNamespace

import pytest

from shnor.metrics.figure import Figure
from shnor.service.figures.roadmap import Parts
from shnor.service.pages.deficits import OWNERS, TEAMS, Quarter, Routes
from shnor.service.pages.school_beside import LIST, Counts, Row
from shnor.service.pages.school_list import Beside
from shnor.service.pages.school_topics import Cell, Line, Pooled, Work
from shnor.ui.screens.school import compare, results, topics

DAY = date(2026, 11, 27)
SESSION = SimpleNamespace(day=DAY, today=DAY, past=False)
MATHS, PHYSICS = Work("ОГЭ", "main", "математика"), Work("ОГЭ", "main", "физика")
LINES = [Line("ОГЭ, математика", None, Cell(3, 12, {}), None, MATHS), Line("ОГЭ, физика", None, Cell(1, 12, {}), None,
                                                                          PHYSICS)]
FIGURE = Figure("low_mark_share", {}, "по 6 школам перечня", DAY, 25, 105, 25 / 105, 0.1, 0.3, "ok", 6, "доля")
PAGE = SimpleNamespace(card=SimpleNamespace(school_id="Ш05", name="МБОУ ООШ № 5"))
TOLD = SimpleNamespace(years=("2024/25", "2025/26"), results=LINES)
SHORT = "не показываем: мало школ"


@pytest.mark.parametrize(("figures", "few", "points", "said"), [
    pytest.param({MATHS: FIGURE, PHYSICS: FIGURE}, frozenset(), [3, 3], "", id="both"),
    pytest.param({MATHS: FIGURE}, frozenset({PHYSICS}), [3, 2], f"школы перечня ({PHYSICS.title}) — {SHORT}", id="one"),
    pytest.param({}, frozenset({MATHS, PHYSICS}), [2, 2], f"школы перечня — {SHORT}", id="none")])
def test_the_picture_of_results(figures, few, points, said):
    chart = results.chart(SESSION, PAGE, TOLD, LINES, Beside("2025/26", figures=figures, told=False, few=few))
    assert [len(series.points) for series in chart.series] == points
    assert (SHORT in chart.source, said in chart.source) == (bool(few), True)
    assert [point.link for series in chart.series for point in series.points[2:]] == [""] * len(figures)


@pytest.mark.parametrize(("listed", "few", "said"), [
    (FIGURE, False, ["; по 6 школам перечня в 2025–2026 учебном году: ", "25 из 105 (24 %)"]),
    (None, True, [f"; школы перечня — {SHORT}"]), (None, False, [])])
def test_several_years_together(listed, few, said):
    pooled = Pooled("ОГЭ", FIGURE, {}, listed, {}, "2025/26", few)
    assert [str(piece).replace("\u00a0", " ") for piece in results._listed(SESSION, pooled)] == said


def test_the_row_of_the_list_leads_to_no_rows():
    parts = Parts(**{**dict.fromkeys(Parts.__dataclass_fields__, 0), "due": 4, "confirmed": 4})
    shown = Row(LIST, "", parts, {}, {MATHS: Counts(25, 105, {})}, frozenset({PHYSICS}))
    table = compare._table(SESSION, [shown], [MATHS, PHYSICS], "Ш05")
    assert ("<a" in table, "25 из 105" in table.replace("\u00a0", " "), SHORT in table) == (False, True, True)
    assert SHORT in compare._table(SESSION, [Row(LIST, "", None, {}, {}, few_plans=True)], [], "Ш05")


@pytest.mark.parametrize(("people", "told"), [(2, False), (3, True), (0, True)])
def test_steps_are_told_of_three_teachers_together_or_of_a_team(people, told):
    """0: the school has the route of its team alone."""
    totals = {name: Figure(name, {}, "", DAY, count, None, None, None, None, "count", 1, "педагог")
              for name, count in ((OWNERS, people), (TEAMS, 0 if people else 1))}
    made = Routes(totals, (Quarter("2026-Q1", True, 1, 2, 0, 0, 0),), 2026, {})
    assert ("пройдено этапов" in str(topics._routes(SESSION, made)[0])) is told

"""Which works of a school stand in the picture, and what folds away."""

from datetime import date
from types import SimpleNamespace

import pytest

from shnor.metrics import change
from shnor.metrics.figure import Figure
from shnor.service.pages.school_list import Beside
from shnor.service.pages.school_topics import Cell, Line, Work
from shnor.ui.screens.school import results

DAY = date(2026, 11, 27)
SESSION = SimpleNamespace(day=DAY, today=DAY, past=False)


def work(grade: int, n: int, k: int = 1, before: tuple[int, int] = (1, 10)) -> Line:
    told = change.of_counts(*before, k, n)
    return Line(f"ВПР {grade}", Cell(*before, {}), Cell(k, n, {}), told, Work("ВПР", "", "математика", str(grade)))


def exam(subject: str, n: int, stage: str = "main") -> Line:
    return Line(f"ОГЭ {subject} {stage}", None, Cell(1, n, {}), None, Work("ОГЭ", stage, subject))


@pytest.mark.parametrize(("lines", "shown"), [
    pytest.param([work(5, 9), work(6, 12), work(7, 11)], ["ВПР 5", "ВПР 6", "ВПР 7"], id="all-of-a-few-in-their-order"),
    pytest.param([work(4, 8), work(5, 9), work(6, 12), work(7, 11), work(8, 10), exam("математика", 7)],
                 ["ВПР 5", "ВПР 6", "ВПР 7", "ВПР 8", "ОГЭ математика main"], id="the-smallest-class-folds"),
    pytest.param([work(5, 12), work(6, 11), work(7, 10), *(exam(name, 7) for name in "абв")],
                 ["ВПР 5", "ВПР 6", "ВПР 7", "ОГЭ а main", "ОГЭ б main"], id="two-exams"),
    pytest.param([work(5, 12), work(6, 11), work(7, 10), work(8, 9), exam("а", 20, "reserve"), exam("а", 20)],
                 ["ВПР 5", "ВПР 6", "ВПР 7", "ВПР 8", "ОГЭ а main"], id="later-days-fold"),
    pytest.param([*(work(grade, 300, 30) for grade in range(1, 6)), work(6, 100, 5, (60, 100))],
                 ["ВПР 1", "ВПР 2", "ВПР 3", "ВПР 4", "ВПР 6"], id="a-confirmed-change-comes-in")])
def test_the_first_rows(lines, shown):
    assert [line.name for line in results.first(lines)] == shown


def test_before_after_and_the_list_are_points_with_their_counts():
    line = work(6, 11, 4, (5, 12))
    figure = Figure("low_mark_share", {}, "по 6 школам перечня", DAY, 25, 105, 25 / 105, 0.1, 0.3, "ok", 6, "доля")
    told = SimpleNamespace(years=("2024/25", "2025/26"), results=(line,))
    page = SimpleNamespace(card=SimpleNamespace(school_id="Ш05", name="МБОУ ООШ № 5"))
    beside = Beside("2025/26", ("Ш03", "Ш05"), {line.work: figure}, {line.work: frozenset(("Ш03", "Ш05"))})
    [series] = results.chart(SESSION, page, told, [line], beside).series
    assert [(point.at, point.k, point.n) for point in series.points] == [
        ("2024–2025", 5, 12), ("2025–2026", 4, 11), ("по 6 школам перечня", 25, 105)]


def test_a_small_group_has_no_place_on_the_axis():
    told = SimpleNamespace(years=("2024/25", "2025/26"))
    page = SimpleNamespace(card=SimpleNamespace(school_id="Ш05", name="МБОУ ООШ № 5"))
    [series] = results.chart(SESSION, page, told, [exam("а", 8)], Beside()).series
    assert [(point.words, point.value) for point in series.points] == [("не сдавали", None), ("1 из 8", None)]


@pytest.mark.parametrize(("lines", "title", "source"), [
    pytest.param([work(6, 11)], "Получили «2»: ○ 2024–2025 → ● 2025–2026", "форма «Результаты» · полоса — возможный "
                 "разброс", id="dumbbells-alone"),
    pytest.param([exam("а", 8)], "Получили «2»: 2024–2025 → 2025–2026", "форма «Результаты» · ■ — получил «2», □ — "
                 "другую отметку", id="people-alone"),
    pytest.param([work(6, 11), exam("а", 8)], "Получили «2»: ○ 2024–2025 → ● 2025–2026", "форма «Результаты» · полоса "
                 "— возможный разброс · ■ — получил «2», □ — другую отметку", id="both")])
def test_only_what_is_drawn_is_explained(lines, title, source):
    told = SimpleNamespace(years=("2024/25", "2025/26"))
    page = SimpleNamespace(card=SimpleNamespace(school_id="Ш05", name="МБОУ ООШ № 5"))
    chart = results.chart(SESSION, page, told, lines, Beside())
    assert (chart.title, chart.source.replace("\u00a0", " ")) == (title, source)


@pytest.mark.parametrize(("now", "said"), [
    pytest.param([work(5, 12)] * 12, "Показано 5 работ из 12, ещё 7; подтверждённых изменений нет ни в одной",
                 id="nothing-confirmed"),
    pytest.param([work(5, 100, 5, (60, 100))] + [work(5, 12)] * 5, "Показано 5 работ из 6, ещё 1", id="confirmed")])
def test_of_how_many_works_some_are_shown(now, said):
    assert results.shown(5, [line.change for line in now]).replace("\u00a0", " ") == said

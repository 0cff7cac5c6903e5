"""What a school stands beside: the list of the year, its own months, its own month before, other schools."""

from dataclasses import fields
from datetime import date
from types import SimpleNamespace

import pytest

from sample_data import make
from shnor.metrics import change
from shnor.service.figures.roadmap import Parts
from shnor.service.month.forms import Forms
from shnor.service.month.owed import Cell as Owed
from shnor.service.pages import school, school_beside, school_list, school_months, school_since
from shnor.service.pages.school_since import Since
from shnor.service.pages.school_topics import Cell, Line, Work
from tests.service.conftest import DAY, file

EXAM, SIXTH = Work("ОГЭ", "main", "математика"), Work("ВПР", "", "математика", "6")


def parts(**counts: int) -> Parts:
    return Parts(**{field.name: 0 for field in fields(Parts)} | counts)


@pytest.mark.parametrize(("work", "k", "n"), [pytest.param(EXAM, 24, 97, id="exam"),
                                              pytest.param(SIXTH, 25, 105, id="class")])
def test_the_list_wrote_the_same_work(example_view, work, k, n):
    found = school_list.build(example_view, "2025/26", day=make.DAY)
    figure = found.of(work, "Ш05")
    assert (figure.numerator, figure.denominator, figure.set) == (k, n, "по 6\u00a0школам перечня 2026\u00a0года")


def test_a_work_nobody_else_wrote_stands_beside_nothing(filled, send):
    rows = [["ВПР", "2025/26", "МБОУ ООШ № 5", "6", "математика", "11", "7", "4"],
            ["ВПР", "2025/26", "МБОУ ООШ № 9", "6", "физика", "12", "9", "3"]]
    send(file("впр.csv", [["Процедура", "Учебный год", "Школа", "Класс", "Предмет", "Писали", "3", "2"], *rows]))
    with filled.view() as view:
        found = school_list.build(view, "2025/26", day=DAY)
    assert found.of(SIXTH, "Ш05") is None
    assert found.of(SIXTH, "Ш09").numerator == 4


def test_a_school_without_works_has_no_list_beside(example_view):
    assert school_list.build(example_view, "", day=make.DAY) == school_list.Beside()


def test_twelve_months_of_reports(example_view):
    """№ 9 was silent from October on; in summer and in January nobody is asked."""
    states = [cell.state for cell in school_months.build(example_view, day=make.DAY, forms=Forms())["Ш09"]]
    assert states[1:5] == ["accepted"] * 4
    assert states[5:8] == ["not_required"] * 3
    assert states[8:] == ["accepted", "waiting", "waiting", "waiting"]


def test_the_roadmap_as_it_stood_when_the_month_began(filled):
    """1.1 was done in March, 1.2 was due by the end of October; nothing more by the 27th of November."""
    with filled.view() as view:
        found = school_since.build(view, "Ш05", period="2026", day=DAY)
        earlier = school_since.build(view, "Ш05", period="2026", day=date(2026, 10, 5))
    assert (found.day, found.parts.due, found.parts.not_done) == (date(2026, 10, 31), 2, 1)
    assert (earlier.day, earlier.parts.due, earlier.parts.not_done) == (date(2026, 9, 30), 1, 0)


BEFORE = Since(date(2026, 10, 31), parts(due=15, confirmed=13, no_report=2))
NOVEMBER = Owed("Ш05", "month", date(2026, 11, 1), "accepted", date(2026, 11, 25), date(2026, 11, 24))


def line(*counts: int) -> Line:
    return Line("ВПР", Cell(0, 1, {}), Cell(0, 1, {}), change.of_counts(*counts), SIXTH)


@pytest.mark.parametrize(("now", "months", "results", "said"), [
    pytest.param(parts(due=19, confirmed=15, awaited=1, no_report=3), (NOVEMBER,), (line(60, 101, 5, 101),), [
        "с 31.10.2026 по дорожной карте: срок наступил 15 → 19; подтверждено 13 → 15; выполнено, документ ожидается "
        "0 → 1; нет сведений 2 → 3", "отчёт за ноябрь принят 24.11.2026",
        "по сравнению с прошлым учебным годом: ВПР — снижение подтверждается (работ за оба года\u00a01, "
        "сравнений\u00a01)"], id="everything-moved"),
    pytest.param(parts(due=15, confirmed=13, no_report=2), (), (line(5, 12, 4, 11), line(1, 12, 1, 12)), [
        "с 31.10.2026 по дорожной карте: без изменений",
        "по сравнению с прошлым учебным годом подтверждённых изменений нет (работ за оба года\u00a02, "
        "сравнений\u00a02)"], id="nothing-moved"),
    pytest.param(None, (), (), [], id="nothing-is-known")])
def test_what_has_changed_in_words(now, months, results, said):
    assert school_since.lines(BEFORE, now, months, results, DAY) == said


def test_schools_stand_by_number_and_the_list_last(example_view):
    names = ["Школы перечня", "МБОУ ООШ № 12", "МБОУ ООШ № 9"]
    rows = [school_beside.Row(name, "" if name == names[0] else name, None, {}, {}) for name in names]
    assert [row.name for row in school_beside.in_order(rows)] == [*reversed(names[1:]), names[0]]


def test_the_list_adds_up_its_roadmaps():
    lines = [SimpleNamespace(card=SimpleNamespace(school_id=code, on_list=listed), counts=counts) for
             code, listed, counts in (("Ш03", True, parts(due=2, confirmed=1)), ("Ш04", False, parts(due=5)),
                                      ("Ш05", True, parts(due=3, confirmed=3)), ("Ш07", True, None))]
    row = school_beside.of_list(SimpleNamespace(lines=lines, period="2026"), school_list.Beside())
    assert (row.parts.due, row.parts.confirmed, row.where) == (
        5, 4, {"school_id": ("Ш03", "Ш05"), "period": "2026"})


def test_a_row_of_a_school_has_its_newest_works(filled):
    with filled.view() as view:
        page = school.build(view, "Ш05", day=DAY)
    row = school_beside.of_school(page, SimpleNamespace(results=(Line("ВПР", None, Cell(4, 11, {}), None, SIXTH),)))
    assert (row.parts.due, row.works[SIXTH].k, row.works[SIXTH].n) == (2, 4, 11)

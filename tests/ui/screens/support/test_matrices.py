"""What stands in a cell of a matrix of help, and where it leads; every number is counted by eye in the log."""

import re
from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest

from shnor.service.pages import support
from shnor.ui.kit import html
from shnor.ui.screens.support import beside, matrices, page
from tests.service.conftest import DAY, SCHOOLS, file

HEAD = ["Дата", "Вид", "Тема", "Кто проводил", "Школы", "План или факт", "Сколько"]
LOG = [HEAD,
       ["2026", "семинары", "", "", "", "по плану", "8"],
       ["28.01.2026", "семинар", "ВПР", "центр", "ООШ № 5, ООШ № 9", "", ""],
       ["апрель 2026", "консультации", "Математика", "тьютор", "ООШ № 5", "", "3"],
       ["14.04.2026", "консультация", "Чтение", "тьютор", "ООШ № 9", "", ""],
       ["17.10.2026", "консультация", "Чтение", "тьютор", "ООШ № 5", "", ""],
       ["I полугодие 2026", "вебинар", "", "центр", "", "", "2"],
       ["08.12.2026", "выезд", "Выезд наставника", "наставник", "ООШ № 5", "по плану", ""]]
BEFORE = [HEAD, ["14.01.2024", "семинар", "Начало", "центр", "ООШ № 5", "", ""],
          ["19.02.2025", "семинар", "Оценивание", "центр", "ООШ № 5", "", ""]]
SESSION = SimpleNamespace(day=DAY, today=DAY, past=False, state=3)


@pytest.fixture
def beginning():
    return [file("школы.csv", SCHOOLS), file("журнал.csv", LOG), file("раньше.csv", BEFORE)]


@pytest.fixture
def data(store):
    with store.view() as view:
        return support.build(view, day=DAY)


def month(data, kind, number):
    return matrices._month(SESSION, data, kind, date(2026, number, 1))


def test_a_cell_has_its_number_and_its_rows(data):
    cell = month(data, "консультация", 4)
    assert (cell.text, cell.value, cell.hint) == ("4", 4, "Консультация, апрель 2026: 4")
    assert cell.link.query[2:] == (("c.year", "2026"), ("c.event_kind", "консультация"), ("c.month", "2026-04-01"),
                                   ("day", ""), ("state", ""))


def test_where_nothing_was_the_cell_is_blank(data):
    assert month(data, "семинар", 2) == matrices.Shade()


def test_what_is_planned_has_an_outline_and_leads_to_its_cell(data):
    cell = month(data, "выезд", 12)
    assert (cell.text, cell.value, cell.mark, cell.hint) == ("1", 0, "ahead",
                                                            "Выезд, декабрь 2026: по плану 1 (08.12.2026)")
    assert dict(cell.link.query)["cell"] == "B8"


def test_what_has_no_month_has_a_place_of_its_own(data):
    assert matrices.months(data)[-1] is None
    assert matrices._month(SESSION, data, "вебинар", None).text == "2"


def test_holes_of_a_kind_are_seen_in_months_others_had_it(data):
    _, (five, nine) = matrices._of_kind(SESSION, data, "консультация")
    assert [cell.text or cell.mark for cell in five[1:13]] == ["", "", "", "3", "", "", "", "", "", "1", "", ""]
    assert [cell.text or cell.mark for cell in nine[1:13]] == ["", "", "", "1", "", "", "", "", "", "нет", "", ""]


def test_a_school_without_a_kind_is_a_hole(data):
    _, (five, nine) = matrices._of_kinds(SESSION, data, "")
    kinds = len(data.kinds)
    assert data.kinds == ["семинар", "вебинар", "консультация", "выезд"]
    assert [cell.text or cell.mark for cell in five[1:kinds + 1]] == ["1", "нет", "4", "нет"]
    assert [cell.text or cell.mark for cell in nine[1:kinds + 1]] == ["1", "нет", "1", "нет"]


def test_beside_last_year_each_number_has_its_rows(data):
    before = beside._before(SESSION, data, False)
    assert (before.title, before.numbers) == ("2025 год", {"семинар": 1})
    assert dict(before.links["семинар"].query)["c.day__to"] == "2025-11-27"


def test_the_years_stand_in_pairs_with_their_numbers_right_of_the_bars(data):
    drawn = str(beside._table(["семинар"], [beside._own(SESSION, data, False), beside._before(SESSION, data, False)]))
    assert re.findall(r"<small>([^<]*)</small>.*?--part:([\d.]+).*?<b>(\d+)</b>", drawn.replace("\u00a0", " ")) == [
        ("2026 год", "0.200", "1"), ("2025 год", "0.200", "1")]


@pytest.mark.parametrize(("plan", "value", "said"), [
    pytest.param({"семинар": (1, 8)}, "0 из 1 вида", "ещё не выполнен: семинары 1 из 8", id="one-kind-behind"),
    pytest.param({"семинар": (8, 8), "вебинар": (4, 5), "выезд": (17, 16), "консультация": (14, 16)}, "2 из 4 видов",
                 "ещё не выполнен: вебинары 4 из 5, консультации 14 из 16", id="two-of-four"),
    pytest.param({"семинар": (8, 8)}, "1 из 1 вида", "по всем видам", id="all-of-it")])
def test_the_plan_is_answered_kind_by_kind(data, plan, value, said):
    figures = {kind: replace(next(iter(data.plan.values())), numerator=k, denominator=n)
               for kind, (k, n) in plan.items()}
    tile = page._all(SESSION, replace(data, plan=figures))
    assert f"{tile.value} {tile.whole}".replace("\u00a0", " ") == value
    assert re.sub("<[^>]*>", "", html.cell(tile.words)) == said


def test_without_a_plan_the_kinds_are_told(data):
    tile = page._all(SESSION, replace(data, plan={}))
    assert re.sub("<[^>]*>", "", html.cell(tile.words)) == "семинары 1, вебинары 2, консультации 5"


def test_beside_a_school_stands_what_it_got(data):
    assert beside._school(SESSION, data, "Ш09", False).numbers == {"семинар": 1, "вебинар": 0, "консультация": 1,
                                                                  "выезд": 0}


def test_what_the_help_may_stand_beside(data):
    assert page.comparable(data) == {"before": "2025 год, те же месяцы", "Ш05": "МБОУ ООШ № 5", "Ш09": "МБОУ ООШ № 9"}


@pytest.mark.parametrize(("codes", "said"), [
    ("", "школы не указаны"), ("Ш05", "МБОУ ООШ № 5"), ("Ш05;Ш09;Ш01;Ш02", "4\u00a0школы")])
def test_for_whom_an_event_is(data, codes, said):
    assert page.for_whom(data, {"school_codes": codes}) == said

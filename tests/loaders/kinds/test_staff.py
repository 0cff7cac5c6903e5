"""Teachers by subject on a day."""

from datetime import date

import pytest

from shnor.loaders.types import KEEP
from tests.loaders.made import checked, grid, records, said

HEADER = ("Предмет", "Всего", "Совместителей", "Вакансий")
ROWS = (("Математика", 2, 0, 0.5), ("Педагогов всего", 13, 1, None))


@pytest.mark.parametrize("above", [
    pytest.param([("Педагоги МБОУ ООШ № 5 по состоянию на 20.09.2026",)], id="title"),
    pytest.param([("МБОУ ООШ № 5",), ("на 20 сентября 2026 года",)], id="in-words"),
    pytest.param([("Школа", "МБОУ ООШ № 5"), ("На дату", date(2026, 9, 20))], id="labels"),
])
def test_the_day_and_the_school_stand_above(above):
    result = checked(grid(*above, HEADER, *ROWS))
    assert (said(result), records(result, "school_id", "on_date", "subject", "people", "vacancies")) == ([], [
        ("Ш05", date(2026, 9, 20), "математика", 2, 0.5), ("Ш05", date(2026, 9, 20), "Все педагоги", 13, None)])


def test_a_day_nobody_said_is_asked():
    header, row = ("Школа", *HEADER), ("МБОУ ООШ № 5", *ROWS[0])
    [issue] = checked(grid(header, row)).issues
    assert (issue.code, issue.severity) == ("day-unsaid", "error")
    told = checked(grid(header, row), answers={("Лист1", issue.cell): "20.09.2026"})
    assert (said(told), records(told, "on_date")) == ([], [(date(2026, 9, 20),)])


def test_a_school_nobody_said_is_an_error():
    result = checked(grid(("По состоянию на 20.09.2026",), HEADER, *ROWS))
    assert [(issue.code, issue.severity) for issue in result.issues] == [("whose-people", "error")]


@pytest.mark.parametrize("post", ["Директор", "Заместитель директора", "Методист"])
def test_a_post_at_the_end_is_no_signature_though_its_number_is_a_text(post):
    result = checked(grid(("Предмет", "Всего", "Вакансий"), ("Математика", "2", "0,5"), (post, "1", "0"),
                          ("Директор школы", "____"), heading="Педагоги МБОУ ООШ № 5 на 20.09.2026"))
    assert [people for _, people in records(result, "subject", "people")] == [2, 1]


@pytest.mark.parametrize(("above", "tab", "offered"), [
    pytest.param(("на 01.10.2026",), "01.11.2026", "01.11.2026", id="another-day"),
    pytest.param(("На дату", "12.10.2026"), "Ноябрь 2026", "12.11.2026", id="another-month"),
    pytest.param(("На дату", "31.10.2026"), "Сентябрь", "30.09.2026", id="a-shorter-month"),
    pytest.param(("на 01.10.2026",), "Сентябрь", None, id="the-first-day-after"),
    pytest.param(("на 12.10.2026",), "Октябрь 2026", None, id="the-same-month"),
    pytest.param(("на 01.10.2026",), "на 01.10.2026", None, id="the-same-day"),
    pytest.param(("на 01.10.2026",), "Кадры", None, id="no-day"),
])
def test_the_day_of_a_list_against_its_tab(above, tab, offered):
    def read(answers):
        return checked(grid(above, ("Школа", "Предмет", "Всего, чел."), ("МБОУ ООШ № 5", "физика", 2), sheet=tab),
                       answers=answers)
    asked = read({})
    assert [issue.code for issue in asked.issues] == (["day-against-tab"] if offered else [])
    for answer in [choice.value for issue in asked.issues for choice in issue.choices]:
        settled = read({asked.issues[0].key: answer})
        days = [f"{day:%d.%m.%Y}" for day, in records(settled, "on_date")]
        assert (settled.issues, days) == ((), [above[-1][-10:] if answer == KEEP else offered])

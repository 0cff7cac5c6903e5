"""Every word of a declaration is obeyed by the way all kinds are read, not only by a step of one kind."""

from datetime import date, datetime

import pytest

from shnor.datasets import KINDS, Column, Grid, Kind, Layout, Unpivot
from shnor.loaders.types import Checked
from tests.loaders.declared import declared, sheet, with_layout
from tests.loaders.made import checked, grid, records, said

OLYMPIADS = Kind(
    id="olympiads", title="Олимпиады", sheet="Олимпиады", row="одна строка — одна олимпиада одной школы",
    key=("school_id", "school_year", "stage", "subject"), school="school_id",
    columns=(
        Column(name="school_id", type="school", title="Школа", required=True, example="МБОУ ООШ № 5", description=""),
        Column(name="school_year", type="period", title="Учебный год", required=True, example="2026/27",
               description=""),
        Column(name="stage", type="choice", title="Этап", required=True, example="школьный", description="",
               choices={"school": "школьный", "municipal": "муниципальный"}),
        Column(name="held_on", type="date", title="День олимпиады", example="18.11.2026", description=""),
        Column(name="subject", type="text", title="Предмет", required=True, example="химия", description=""),
        Column(name="participants", type="whole", title="Участников", unit="чел.", example=12, description=""),
        Column(name="winners", type="whole", title="Победителей", unit="чел.", example=2, description=""),
    ),
    layouts=(
        Layout(id="foreign", title="Итоги олимпиады", needs=("subject", "participants"),
               headers={"winners": ("победители и призёры",)},
               head={"school_id": ("школа",), "school_year": ("учебный год",), "stage": ("этап олимпиады",),
                     "held_on": ("дата",)}),
    ),
)
"""A kind without a step of its own: a foreign layout is a declaration and nothing more."""
HEADER = ("Предмет", "Участников", "Победители и призёры")


def olympiad(*rows: tuple, header: tuple = HEADER, school: object = "МБОУ ООШ № 5", year: object = "2026/27",
             stage: object = "муниципальный", day: object = "18.11.2026") -> Grid:
    return grid(("Школа", school), ("Учебный год", year), ("Этап олимпиады", stage), ("Дата", day), (), header, *rows)


@pytest.fixture(autouse=True)
def _olympiads():
    with declared(OLYMPIADS):
        yield


def test_what_stands_above_stands_in_every_row():
    result = checked(olympiad(("химия", 12, 2), ("физика", 9, 1)))
    assert said(result) == []
    assert records(result, "school_id", "school_year", "stage", "held_on", "subject", "winners", "cell") == [
        ("Ш05", "2026/27", "municipal", date(2026, 11, 18), "химия", 2, "B7"),
        ("Ш05", "2026/27", "municipal", date(2026, 11, 18), "физика", 1, "B8")]


def test_a_day_above_keeps_its_day():
    result = checked(olympiad(("химия", 12, 2), day=datetime(2026, 11, 18)))
    assert records(result, "held_on") == [(date(2026, 11, 18),)]


def test_a_cell_of_the_row_says_more_than_what_stands_above():
    rows = (("химия", 12, "школьный"), ("физика", 9, None))
    result = checked(olympiad(*rows, header=("Предмет", "Участников", "Этап")))
    assert records(result, "stage") == [("school",), ("municipal",)]


@pytest.mark.parametrize(("above", "issue", "choices"), [
    pytest.param({"stage": "муницыпальный"}, ("B3", "unknown-choice"), ["муниципальный"], id="a-choice"),
    pytest.param({"day": "18.11"}, ("B4", "not-a-date"), ["18.11.2026"], id="a-day-without-its-year"),
    pytest.param({"year": "прошлый"}, ("B2", "not-a-period"), [], id="a-period"),
    pytest.param({"school": "Луна"}, ("B1", "unknown-school"), [], id="a-school"),
    pytest.param({"stage": None}, ("B3", "required"), [], id="a-label-with-nothing-beside-it"),
])
def test_what_cannot_be_read_above_is_said_once_at_its_cell(above, issue, choices):
    result = checked(olympiad(("химия", 12, 2), ("физика", 9, 1), **above))
    assert (said(result), [choice.value for choice in result.issues[0].choices]) == ([issue], choices)


def test_an_answer_stands_for_the_cell_above():
    result = checked(olympiad(("химия", 12, 2), stage="зональный"), answers={("Лист1", "B3"): "школьный"})
    assert (said(result), records(result, "stage")) == ([], [("school",)])


BELOW = (("Школа", "МБОУ ООШ № 5"), ("Учебный год", "2026/27"), HEADER, ("химия", 12, 2))


@pytest.mark.parametrize(("label", "stage"), [
    pytest.param("Этап олимпиады: муниципальный", "municipal", id="a-colon"),
    pytest.param("ЭТАП  ОЛИМПИАДЫ :муниципальный", "municipal", id="as-people-type"),
    pytest.param("Этап олимпиады муниципальный", None, id="no-colon"),
    pytest.param("О чём: муниципальный", None, id="another-label")])
def test_a_label_and_its_value_may_share_a_cell(label, stage):
    assert records(checked(grid((label,), *BELOW)), "stage") == [(stage,)]


def test_an_answer_to_a_shared_cell_leaves_its_label():
    asked = grid(("Этап олимпиады: зональный",), *BELOW)
    assert said(checked(asked)) == [("A1", "unknown-choice")]
    assert records(checked(asked, answers={("Лист1", "A1"): "школьный"}), "stage") == [("school",)]


def test_a_doubtful_school_above_must_be_settled():
    result = checked(olympiad(("химия", 12, 2), school="МАОУ ООШ № 5"))
    assert [(issue.cell, issue.code, issue.severity) for issue in result.issues] == [("B1", "school-unclear", "error")]


def test_a_school_above_may_stand_inside_a_sentence():
    assert records(checked(olympiad(("химия", 12, 2), school="МБОУ ООШ № 5 (село)")), "school_id") == [("Ш05",)]


BY_YEAR = Layout(id="years", title="Участники по годам", needs=("subject", "participants"),
                 head={"stage": ("этап олимпиады",)},
                 unpivot=Unpivot(pattern=r"(?P<period>20\d\d/\d\d)", into="participants", period="school_year"))


def test_a_column_of_each_period_becomes_rows_of_that_period():
    table = grid(("Этап олимпиады", "школьный"), ("Школа", "Предмет", "2024/25", "2025/26"),
                 ("МБОУ ООШ № 5", "химия", 12, 9), ("МБОУ ООШ № 5", "физика", None, "7 или 8"))
    with declared(OLYMPIADS.model_copy(update={"layouts": (BY_YEAR,)})):
        result = checked(table)
    assert records(result, "subject", "school_year", "participants", "cell") == [
        ("химия", "2024/25", 12, "C3"), ("химия", "2025/26", 9, "D3"), ("физика", "2025/26", None, "D4")]
    assert said(result) == [("D4", "number-doubt")]


SUMMARY = "indicator_values"
"""Its layouts of years are recognised by `summary_header`, not by words."""
LAYOUTS = [(kind, layout) for kind in (*KINDS.values(), OLYMPIADS) for layout in kind.layouts
           if not (kind.id == SUMMARY and layout.unpivot)]


def words(which: str) -> list:
    return [pytest.param(kind, layout, name, id=f"{kind.id}-{layout.id}-{name or 'nothing'}")
            for kind, layout in LAYOUTS for name in getattr(layout, which)]


def without(kind: Kind, layout: Layout, word: str, name: str) -> Kind:
    texts = {other: texts for other, texts in getattr(layout, word).items() if other != name}
    return with_layout(kind, layout.model_copy(update={word: texts}))


def outcome(result: Checked) -> tuple:
    return said(result), [(batch.layout, batch.table.to_pylist()) for batch in result.batches]


@pytest.mark.parametrize(("kind", "layout", "name"), words("head"))
def test_a_label_of_a_layout_changes_what_is_read(kind, layout, name):
    table = sheet(kind, layout, above=name)
    read = outcome(checked(table))
    with declared(without(kind, layout, "head", name)):
        assert outcome(checked(table)) != read


@pytest.mark.parametrize(("kind", "layout", "name"), words("headers"))
def test_a_header_of_a_layout_changes_what_is_read(kind, layout, name):
    table = sheet(kind, layout, header=name)
    read = outcome(checked(table))
    with declared(without(kind, layout, "headers", name)):
        assert outcome(checked(table)) != read


@pytest.mark.parametrize(("kind", "layout", "name"), words("needs"))
def test_without_a_needed_column_a_sheet_is_not_of_the_layout(kind, layout, name):
    whole, less = (checked(sheet(kind, layout, missing=missing)) for missing in ("", name))
    assert ((kind.id, layout.id) in read_as(whole), (kind.id, layout.id) in read_as(less)) == (True, False)


def read_as(result: Checked) -> set[tuple[str, str]]:
    return {(batch.kind, batch.layout) for batch in result.batches}

"""Who sees which rows, when, and where a row came from."""

from dataclasses import replace
from datetime import date, datetime

import duckdb
import pytest

from shnor.datasets import Grid
from shnor.scope import Scope
from tests.store.toy import BY, DIRECTOR, FEB, JAN, MAR, RULES, accept, batch, delivery, memory, seen

SHEET = Grid("Посещения", (("Школа", None, 2.5, True), (date(2026, 1, 1), datetime(2026, 1, 1, 9, 30))),
             ((0, 0, 0, 1),))


@pytest.fixture
def store():
    store = memory()
    file = replace(delivery(grids=(SHEET,)), batches=(
        batch(("A", JAN, "1", 3), ("B", JAN, "2", 4), ("B", FEB, "3", None)),
        batch((1, 0.5), kind=RULES, sheet="Правила")))
    store.accept(store.preview(file), BY)
    yield store
    store.close()


def test_a_scope_sees_its_own_schools(store):
    assert seen(store, DIRECTOR) == {("A", JAN): "1"}
    assert seen(store, Scope("curator", frozenset({"A", "B"}))) == seen(store)


def test_a_scope_of_no_school_sees_no_row(store):
    assert seen(store, Scope("curator", frozenset())) == {}


def test_a_kind_without_schools_is_everybodys(store):
    with store.view(DIRECTOR) as view:
        assert view.rows("rules").select("order", "limit").fetchall() == [(1, 0.5)]


def test_totals_ignore_the_scope(store):
    with store.view(DIRECTOR) as view:
        assert len(view.everybody().rows("visits").fetchall()) == 3


@pytest.mark.parametrize(("filters", "expected"), [
    pytest.param({"school": "B"}, ["2", "3"], id="value"),
    pytest.param({"school": ["A", "B"], "month": JAN}, ["1", "2"], id="values-and-value"),
    pytest.param({"month__from": FEB}, ["3"], id="from"),
    pytest.param({"month__to": JAN}, ["1", "2"], id="to"),
    pytest.param({"lessons": None}, ["3"], id="empty"),
    pytest.param({"school": []}, [], id="none-of-them"),
    pytest.param({"result": "1' or '1'='1"}, [], id="quotes-are-text"),
])
def test_filters(store, filters, expected):
    with store.view() as view:
        assert sorted(result for result, in view.rows("visits", **filters).select("result").fetchall()) == expected


@pytest.mark.parametrize("name", ["colour", "month__like", "src__"])
def test_an_unknown_filter_is_a_mistake_of_the_caller(store, name):
    with store.view() as view, pytest.raises(KeyError):
        view.rows("visits", **{name: 1})


def test_a_border_of_several_values_is_a_mistake_of_the_caller(store):
    with store.view() as view, pytest.raises(TypeError):
        view.rows("visits", month__from=[JAN, FEB])


def test_rows_have_the_declared_columns_and_types(store):
    with store.view() as view:
        rows = view.rows("visits")
    assert rows.columns == ["school", "month", "result", "lessons", "src", "upload_id", "sheet", "row", "cell"]
    assert [str(kind) for kind in rows.types] == ["VARCHAR", "DATE", "VARCHAR", "BIGINT", "BIGINT", "BIGINT",
                                                  "VARCHAR", "BIGINT", "VARCHAR"]


def test_rows_of_one_view_join_and_do_not_outlive_it(store):
    with store.view() as view:
        rows = view.rows("visits").set_alias("a").join(view.rows("visits").set_alias("b"), "school")
        assert len(rows.fetchall()) == 5
    with pytest.raises(duckdb.ConnectionException):
        rows.fetchall()


def test_a_view_does_not_see_what_is_accepted_meanwhile(store):
    with store.view() as view:
        accept(store, ("A", MAR, "4"))
        assert (view.state, len(view.rows("visits").fetchall())) == (1, 3)


def test_a_row_leads_to_its_cells(store):
    with store.view() as view:
        src, = view.rows("visits", school="A").select("src").fetchall()[0]
        origin, = view.origins([src, 77])
    assert (origin.kind, origin.upload, origin.file, origin.sheet, origin.row, origin.cell) == (
        "visits", 1, "отчёт.xlsx", "Посещения", 2, "A2")
    assert origin.moment == store.uploads()[0].moment


def test_origins_of_foreign_rows_are_left_out(store):
    with store.view() as view:
        srcs = [src for src, in view.rows("visits").order("school").select("src").fetchall()]
    with store.view(DIRECTOR) as view:
        assert [origin.src for origin in view.origins(srcs)] == srcs[:1]


def test_a_grid_comes_back_as_it_was_read(store):
    with store.view() as view:
        assert view.grid(1, "Посещения") == SHEET
        assert view.grid(1, "Другой") is None


def test_a_sheet_with_rows_of_another_school_is_not_shown_to_a_school(store):
    store.accept(store.preview(delivery(("A", FEB, "5"), grids=(SHEET,))), BY)
    with store.view(DIRECTOR) as view:
        assert view.grid(1, "Посещения") is None
        assert view.grid(2, "Посещения") == SHEET

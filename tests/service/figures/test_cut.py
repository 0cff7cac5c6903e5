"""Rows of a school that are cut out of everybody's are those the view shows it, of every kind."""

import shutil
from collections.abc import Iterator

import pyarrow as pa
import pytest

from shnor.datasets import KINDS
from shnor.scope import Scope
from shnor.service.figures import rows
from shnor.store import Store
from tests.clock import noon

ARRIVALS = (("progress", "school_id", "month", "reported_by"), ("staff", "school_id", "on_date"),
            ("results", "school_id", "school_year", "term"))


@pytest.fixture(scope="module")
def base(example_base, tmp_path_factory) -> Iterator[Store]:
    store = Store.open(shutil.copy(example_base("priozerny"), tmp_path_factory.mktemp("cut") / "base.duckdb"),
                       create=False, clock=noon)
    yield store
    store.close()


def plain(table: pa.Table) -> list[dict]:
    return sorted(table.to_pylist(), key=lambda row: row["src"])


@pytest.mark.parametrize("schools", [("Ш01",), ("Ш02", "Ш05"), ()], ids=["one", "two", "nobody"])
def test_each_kind_is_cut_as_the_view_would(base, schools):
    scope, seen = Scope("curator", frozenset(schools)), 0
    for kind in KINDS:
        with base.view(scope) as view:
            expected = view.rows(kind).to_arrow_table()
            assert plain(rows.current(view, kind)) == plain(expected), kind
            assert view.reads >= {kind}
            seen += expected.num_rows * bool(KINDS[kind].school)
    assert bool(seen) == bool(schools)


@pytest.mark.parametrize("schools", [("Ш01",), ("Ш02", "Ш05"), ()], ids=["one", "two", "nobody"])
def test_arrivals_are_cut_as_the_view_would(base, schools):
    with base.view(Scope("curator", frozenset(schools))) as view:
        for kind, *by in ARRIVALS:
            assert sorted(rows.arrivals(view, kind, *by), key=repr) == sorted(view.arrivals(kind, *by), key=repr)

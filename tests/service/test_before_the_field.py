"""A whole base of the version before the twelve kinds of the field came (4a9d10c4) opens with the figures it had then.

`before_the_field/base.duckdb.xz` is the example as that version built it, `figures.tsv` what its `shnor figures` said,
a figure a line: floats with six decimals, an absent number empty."""

import lzma
from contextlib import closing
from pathlib import Path

import duckdb
import pytest

from shnor.datasets import KINDS
from shnor.metrics import Figure
from shnor.service.bases import open_base, today
from shnor.service.figures import every
from tests.clock import noon
from tests.copied import base_in

DATA = Path(__file__).parent / "data" / "before_the_field"
NEW = {"support_roles", "deficits", "routes", "competence", "documents", "checklists", "risks", "markers",
       "recommendations", "programmes", "achievements", "norms"}
STEPS = "steps"
"""The table where a base notes what was added to it."""
pytestmark = pytest.mark.slow

Columns = dict[str, list[str]]
"""Table → its columns."""
Rows = dict[str, list[tuple]]


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The base as it was left, alone in its folder; the first who asks for figures opens it."""
    base = tmp_path_factory.mktemp("old") / "base.duckdb"
    base.write_bytes(lzma.decompress((DATA / "base.duckdb.xz").read_bytes()))
    return base


@pytest.fixture(scope="module")
def before(old: Path) -> tuple[Columns, Rows]:
    return columns(old), rows(old, columns(old))


@pytest.fixture(scope="module")
def figures(old: Path, before: tuple[Columns, Rows]) -> list[str]:
    """What the program of today says of it, in the manner of the file."""
    with closing(open_base(old, create=False, now=noon)) as store, store.view() as view:
        return [line(figure) for figure in every.every(view, as_of=today(store, noon().date()))]


def columns(path: Path) -> Columns:
    with duckdb.connect(str(path), read_only=True) as connection:
        return dict(connection.execute(
            "select table_name, list(column_name order by column_name) from duckdb_columns() "
            "where not internal group by all").fetchall())


def rows(path: Path, of: Columns) -> Rows:
    """Of these columns alone."""
    with duckdb.connect(str(path), read_only=True) as connection:
        return {table: connection.execute(
            f"""select {", ".join(f'"{name}"' for name in names)} from "{table}" order by all""").fetchall()
            for table, names in of.items()}


def line(figure: Figure) -> str:
    group = ", ".join(f"{name}={value}" for name, value in figure.group.items())
    numbers = (figure.numerator, figure.denominator, figure.value, figure.low, figure.high)
    return "\t".join((figure.metric, group, figure.set, *map(written, numbers), figure.unit, figure.status,
                      str(figure.rows), "about" if figure.about else ""))


def written(number: float | None) -> str:
    """4 and 4.0 are the same count."""
    return "" if number is None else f"{number:.6f}".rstrip("0").rstrip(".")


def test_every_figure_is_what_it_was(figures):
    expected = (DATA / "figures.tsv").read_text("utf-8").splitlines()
    assert len(expected) == 1505
    assert [one for one in expected if one not in set(figures)] == []


def test_a_figure_of_a_new_kind_has_nothing_to_say_yet(figures):
    """Of what was stored then only the paper an activity stands on was not counted."""
    expected = set((DATA / "figures.tsv").read_text("utf-8").splitlines())
    new = [one.split("\t") for one in figures if one not in expected]
    assert {row[0]: (row[3], row[4]) for row in new if row[3] != "0"} == {"papers_missing": ("6", "301")}


def test_no_row_and_no_column_is_lost(old, before, figures):
    had, stood = before
    now = rows(old, had)
    assert [table for table in stood if table != STEPS and now[table] != stood[table]] == []
    assert set(stood[STEPS]) < set(now[STEPS])


def test_a_copy_as_it_was_lies_beside(old, before, figures):
    copy, = (old.parent / "backup").glob("*.zip")
    copy = base_in(copy)
    assert (columns(copy), rows(copy, columns(copy))) == before


def test_what_is_new_is_added_empty(old, before, figures):
    had, now = before[0], columns(old)
    added = {table: now[table] for table in now.keys() - had.keys()}
    assert NEW <= added.keys() <= KINDS.keys()
    assert [table for table, found in rows(old, added).items() if found] == []
    wider = {table: sorted(set(now[table]) - set(had[table])) for table in had if now[table] != had[table]}
    assert {"format", "function", "invited", "level", "subject"} <= set(wider["events"])
    told = {table: {value for row in found for value in row} - {None} for table, found in rows(old, wider).items()}
    assert [table for table, values in told.items() if values] == []

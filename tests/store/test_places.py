"""Where values stand is kept with the file, and a base that never kept it still answers."""

import duckdb
import pytest

from shnor.datasets import Place, Places, Spot
from shnor.store import Store
from tests.clock import noon
from tests.copied import base_in
from tests.store.toy import BY, JAN, KINDS, accept, batch, delivery

TABLE = Places("visits", "Посещения", (1, 1), {"lessons": (Spot("D"),), "result": (Spot("B1", "ответ при приёме"),)})


def stored(base) -> dict[str, tuple[Place, ...]]:
    store = Store.open(base, kinds=KINDS, clock=noon)
    try:
        with store.view() as view:
            [src] = [src for src, in view.rows("visits").select("src").fetchall()]
            [origin] = view.origins([src])
            return {name: origin.places(name) for name in ("lessons", "result", "month")}
    finally:
        store.close()


@pytest.fixture
def base(tmp_path):
    path = tmp_path / "base.duckdb"
    store = Store.open(path, kinds=KINDS, clock=noon)
    made = batch(("A", JAN, "план", 2))
    sent = delivery()
    told = type(made)(made.kind, made.layout, made.sheet, made.header_row, made.rows, made.table, (TABLE,))
    store.accept(store.preview(type(sent)(sent.file, sent.sha256, (told,))), BY)
    store.close()
    return path


def test_a_value_leads_to_its_own_cell(base):
    assert stored(base) == {"lessons": (Place("Посещения", ("D2",)),),
                            "result": (Place("Посещения", ("B1",), "ответ при приёме"),), "month": ()}


def test_a_base_that_kept_nothing_of_it_answers_with_the_cell_of_the_row(base):
    with duckdb.connect(str(base)) as connection:
        connection.execute("drop table places")
    assert stored(base) == dict.fromkeys(("lessons", "result", "month"), (Place("Посещения", ("A2",)),))
    [copy] = (base.parent / "backup").glob("*.zip")
    with duckdb.connect(str(base_in(copy)), read_only=True) as connection:
        assert not connection.execute("select * from duckdb_tables() where table_name = 'places'").fetchall()


def test_files_accepted_after_the_upgrade_are_kept_whole(base):
    with duckdb.connect(str(base)) as connection:
        connection.execute("drop table places")
    store = Store.open(base, kinds=KINDS, clock=noon)
    accept(store, ("B", JAN, "план", 3))
    store.close()

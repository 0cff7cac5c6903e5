"""Two small kinds and short ways to say what is accepted and what is seen."""

from datetime import date

import pyarrow as pa

from shnor.datasets import Batch, Column, Delivery, Grid, Kept, Kind, Layout
from shnor.scope import EVERYTHING, Scope
from shnor.store import Preview, Store
from tests.actors import coordinator
from tests.clock import noon

VISITS = Kind(
    id="visits", title="Посещения", sheet="Посещения", row="одна строка — школа за месяц", key=("school", "month"),
    slice=("month",), period="month", school="school",
    columns=(Column(name="school", type="text", title="Школа", description=""),
             Column(name="month", type="month", title="Месяц", description=""),
             Column(name="result", type="text", title="Итог", description=""),
             Column(name="lessons", type="whole", title="Уроков", description="")),
    layouts=(Layout(id="month", title="Посещения за месяц", form="М-1", needs=("month",)),))
RULES = Kind(
    id="rules", title="Правила", sheet="Правила", row="одна строка — правило", key=("order",),
    columns=(Column(name="order", type="whole", title="№", description=""),
             Column(name="limit", type="number", title="Предел", description="")))
KINDS = {kind.id: kind for kind in (VISITS, RULES)}
JAN, FEB, MAR = date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1)
DIRECTOR = Scope("director", frozenset({"A"}))
BY, WHY = coordinator("Центр"), "прислали другой файл"


def batch(*rows: tuple, kind: Kind = VISITS, sheet: str = "Посещения") -> Batch:
    """Rows of values in the order of the columns, shorter ones filled with nothing; they stand from A2 down."""
    names = [column.name for column in kind.stored]
    records = [{**dict(zip(names, row, strict=False)), "row": number, "cell": f"A{number}"}
               for number, row in enumerate(rows, 2)]
    return Batch(kind.id, "list", sheet, 1, len(rows), pa.Table.from_pylist(records, schema=kind.schema))


def delivery(*rows: tuple, file: str = "отчёт.xlsx", sha256: str = "", grids: tuple[Grid, ...] = ()) -> Delivery:
    return Delivery(file, sha256 or repr(rows), (batch(*rows),), tuple(map(Kept.of, grids)))


def memory() -> Store:
    return Store.open(":memory:", kinds=KINDS, clock=noon)


def preview(store: Store, *rows: tuple) -> Preview:
    return store.preview(delivery(*rows))


def accept(store: Store, *rows: tuple, remove_missing: bool = False) -> int:
    return store.accept(preview(store, *rows), BY, remove_missing=remove_missing)


def seen(store: Store, scope: Scope = EVERYTHING, state: int | None = None,
         without: frozenset[int] = frozenset()) -> dict[tuple[str, date], str]:
    """(school, month) -> result; a key twice is an error."""
    with store.view(scope, state, without) as view:
        rows = view.rows("visits").select("school", "month", "result").fetchall()
    found = {(school, month): result for school, month, result in rows}
    assert len(found) == len(rows)
    return found

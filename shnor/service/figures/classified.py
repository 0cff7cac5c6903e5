"""The roadmap's deadlines marked once for a whole page: every list, part and figure of the page comes from them."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from shnor import metrics
from shnor.metrics.figure import Figure
from shnor.service.figures import roadmap as figures
from shnor.service.figures.roadmap import EVERY, ROADMAP, Filters
from shnor.store import View


@dataclass(frozen=True)
class Classified:
    """table: a row per deadline with flags, standing and its report. set: what it covers, in words."""

    table: pa.Table
    set: str
    as_of: date

    @property
    def rows(self) -> list[dict]:
        """In the order they were loaded."""
        return self.table.to_pylist()

    def where(self, **values: str) -> "Classified":
        """Those whose columns hold these values; "" in a column means an empty cell."""
        table = self.table
        for name, value in values.items():
            table = table.filter(pc.equal(pc.fill_null(table[name], ""), value))
        return replace(self, table=table)

    def flagged(self, flag: str) -> "Classified":
        """Those whose 0/1 flag is on."""
        return replace(self, table=self.table.filter(pc.equal(self.table[flag], 1)))

    def parts(self, by: Sequence[str] = ()) -> list[dict]:
        """The four parts of «срок наступил» and what stands beside them, by group, groups in the order of the plan.
        Without rows: nothing."""
        if not self.table.num_rows:
            return []
        counted = metrics.parts_of(self.table, by=by).to_pylist()
        place = {tuple(key.values()): n for n, key in reversed(list(enumerate(self.table.select([*by]).to_pylist())))}
        return sorted(counted, key=lambda row: place[tuple(row[name] for name in by)]) if by else counted

    def figures(self, ids: Sequence[str] = ROADMAP) -> list[Figure]:
        """A figure a metric, over all rows."""
        tables = metrics.figures_of(ids, self.table)
        return [figures.figure(metric, row, (), self.set, self.as_of)
                for metric in ids for row in tables[metric].to_pylist()]


def classified(view: View, *, as_of: date, filters: Filters = EVERY, name: str = "") -> Classified:
    """The deadlines that pass the filters. name: of the set; otherwise it is told from the filters."""
    whole = Classified(_of_period(view, as_of, filters.period), name or figures.set_name(view, filters), as_of)
    return whole.where(**{column: value or "" for column, value in filters.conditions().items() if column != "period"})


class Kept:
    """The newest few tables, by what they were marked from. Equal keys mean equal rows (state and scope are in the
    key), and Arrow tables cannot be changed, so all pages and sessions may share them."""

    def __init__(self, limit: int) -> None:
        self._tables: OrderedDict[tuple, pa.Table] = OrderedDict()
        self._limit, self._lock = limit, threading.Lock()

    def get(self, key: tuple, make: Callable[[], pa.Table]) -> pa.Table:
        with self._lock:
            if key in self._tables:
                self._tables.move_to_end(key)
                return self._tables[key]
        table = make()
        with self._lock:
            self._tables[key] = table
            while len(self._tables) > self._limit:
                self._tables.popitem(last=False)
        return table


KEPT = Kept(limit=8)


def _of_period(view: View, as_of: date, period: str) -> pa.Table:
    """Every plan of a period ("" = all): pages of one state share the marking."""
    def marked() -> pa.Table:
        # fetched once and marked in memory: the rows are few, and small queries cost more than the work
        relations = figures.frames(view, Filters(period=period))
        rows = {kind: relation.to_arrow_table() for kind, relation in relations.items()}
        return metrics.standings(rows, as_of=as_of)
    return KEPT.get((view.key, as_of, period), marked)

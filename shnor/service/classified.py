"""The roadmap's deadlines marked once for a whole page: every list, part and figure of the page comes from them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from shnor import metrics
from shnor.metrics.figure import Figure
from shnor.service import figures
from shnor.service.figures import EVERY, ROADMAP, Filters
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
    table = metrics.standings(figures.frames(view, filters), as_of=as_of)
    return Classified(table, name or figures.set_name(view, filters), as_of)

"""The thresholds in force: the municipality's own rows beside the shipped ones, as the table figures are handed."""

from datetime import date

from shnor.datasets import KINDS
from shnor.metrics.norms import SHIPPED, Norm
from shnor.service.figures.rows import current
from shnor.store import View

SAID = {"official": "", "unofficial": "неофициальный источник", "practice": "сложившаяся практика"}
"""What stands beside a document nobody has seen."""
OWN, PROGRAM = "свой", "из программы"
_WRITTEN = {name.casefold(): name for row in SHIPPED for name in (row.norm, row.detail)}


def table(view: View) -> tuple[Norm, ...]:
    """Every row, those that have ended and those to come too; own names written in other letters are the shipped."""
    columns = [*(column.name for column in KINDS["norms"].typed), "src"]
    own = current(view, "norms").select(columns).sort_by("src")
    return (*SHIPPED, *(_own(**row) for row in own.to_pylist()))


def _own(norm: str, detail: str | None, value: float, unit: str | None, valid_from: date, valid_to: date | None,
         document: str, src: int) -> Norm:
    return Norm(_as_shipped(norm), _as_shipped(detail or ""), value, unit or "", valid_from, document, valid_to,
                own=True, src=src)


def _as_shipped(text: str) -> str:
    return _WRITTEN.get(text.strip().casefold(), text.strip())


def source(row: Norm) -> str:
    """«приказ … № 5», «… в пересказе; неофициальный источник»."""
    return "; ".join(filter(None, (row.document, SAID[row.confidence])))

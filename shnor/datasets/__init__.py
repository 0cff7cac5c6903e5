"""What each table is: one declaration per kind, data only."""

from shnor.datasets._base import Between, Column, Constraint, Kind, Layout, Longest, Rule, Shape, Unpivot
from shnor.datasets.exchange import Batch, Delivery, Grid, Value, a1, column_letters
from shnor.datasets.progress import PROGRESS
from shnor.datasets.roadmap import ROADMAP
from shnor.datasets.schools import SCHOOLS
from shnor.datasets.statuses import STATUSES

KINDS: dict[str, Kind] = {kind.id: kind for kind in (
    SCHOOLS,
    STATUSES,
    ROADMAP,
    PROGRESS,
)}

__all__ = [
    "KINDS", "Batch", "Between", "Column", "Constraint", "Delivery", "Grid", "Kind", "Layout", "Longest", "Rule",
    "Shape", "Unpivot", "Value", "a1", "column_letters",
]

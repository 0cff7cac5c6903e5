"""The fields of a kind that is entered by hand: they follow from its declaration."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from shnor.datasets import KINDS, Column
from shnor.datasets.by_hand import BESIDE, MOST, OFFERED
from shnor.service.intake import manual
from shnor.service.intake.drop import Incoming


@dataclass(frozen=True)
class Fields:
    """first: the columns asked at once, never more than MOST; more: those under «ещё»."""

    first: tuple[Column, ...]
    more: tuple[Column, ...]


def of_kind(kind_id: str) -> Fields:
    """Required columns first, then the chosen ones."""
    kind = KINDS[kind_id]
    names = dict.fromkeys((*(column.name for column in kind.typed if column.required), *BESIDE[kind_id]))
    first = tuple(names)[:MOST]
    return Fields(tuple(kind[name] for name in first), tuple(one for one in kind.typed if one.name not in first))


def offered(kind_id: str, column: Column) -> tuple[str, ...]:
    """What there is to choose from; empty where anything may be typed and nothing is offered."""
    return tuple(column.choices.values()) or OFFERED.get((kind_id, column.name), ())


def row(kind_id: str, values: Mapping[str, str], moment: datetime) -> Incoming:
    """values: column name → text as a person types it; what was left empty is not stored."""
    return manual.one_row(kind_id, values, moment)

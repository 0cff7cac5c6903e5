"""What can go wrong, each with a Russian sentence a methodologist can act on."""

from collections.abc import Mapping
from dataclasses import dataclass


class ShnorError(Exception):
    """`str(error)` is shown to the user as it is: Russian, no technical words."""


class StoreError(ShnorError):
    """The base refused; nothing was written."""


class NotAllowed(StoreError):
    """Who asks for a change may not make it."""


class BaseInUse(StoreError):
    """Another process holds the base."""


@dataclass(frozen=True)
class Conflict:
    """A value of a row that is another one now than when it was shown what a file would change: shown then, in force
    now, told by the file; None = empty, or no such row. column "": the row itself, True where it is there. school:
    whose row it is, "" = nobody's. in_file: the file has the row; else it would stop counting because of the file."""

    kind: str
    key: Mapping[str, object]
    school: str
    column: str
    shown: object
    now: object
    told: object
    in_file: bool = True


class StateMoved(StoreError):
    """What was previewed has become untrue since. conflicts: the values it is about, the first ones; none where it is
    not about rows of the file."""

    def __init__(self, sentence: str, conflicts: tuple[Conflict, ...] = ()) -> None:
        super().__init__(sentence)
        self.conflicts = conflicts


class MonthApproved(StoreError):
    """The month is approved and takes no rows until it is opened again."""

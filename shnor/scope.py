"""Who asks: the role and the schools whose rows may be seen."""

from dataclasses import dataclass
from typing import Literal

Role = Literal["coordinator", "head", "director", "curator", "guest"]


@dataclass(frozen=True)
class Scope:
    """schools None = all schools and the rows of the municipality itself."""

    role: Role = "coordinator"
    schools: frozenset[str] | None = None

    @property
    def sees_all(self) -> bool:
        return self.schools is None


@dataclass(frozen=True)
class Actor:
    """Who changes something. title: how the journal calls them, never a name of a person."""

    title: str
    scope: Scope


EVERYTHING = Scope()

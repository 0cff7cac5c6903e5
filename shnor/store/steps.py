"""Named steps: every change of a base that a declaration alone cannot say (renames, types, the log itself)."""

from collections.abc import Callable
from dataclasses import dataclass

import duckdb

from shnor.store import known_on


@dataclass(frozen=True)
class Step:
    """run changes a base made before the step existed; a new base is made in its newest form and only notes the
    name. The name is stored: never change or reuse it."""

    name: str
    run: Callable[[duckdb.DuckDBPyConnection], None]


STEPS: tuple[Step, ...] = (Step("known_on is filled", known_on.fill),)
"""In the order they run."""

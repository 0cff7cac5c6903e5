"""Who accepts and withdraws in the benchmarks."""

from shnor.scope import EVERYTHING, Actor

BY = Actor("замер", EVERYTHING)

"""What is left of the plan of courses, as a difference of people counted school by school."""

from collections.abc import Mapping
from dataclasses import dataclass

from shnor.metrics.figure import Figure


@dataclass(frozen=True)
class Rest:
    """planned = finished + still learning + idle + unknown − over. idle: planned and neither finished nor learning, at
    schools that have told of the courses of the year; unknown: planned at those that have told nothing; over: finished
    or learning beyond the plan of their school."""

    idle: int = 0
    unknown: int = 0
    over: int = 0


def rest(total: Figure, by_school: Mapping[str, Figure]) -> Rest:
    """A plan that names no schools is compared as one. total, by_school: figures of the plan, of one choice of rows."""
    own = [figure for school, figure in by_school.items() if school and figure.denominator]
    whole = sum(figure.denominator or 0 for figure in own) == total.denominator
    idle = unknown = over = 0
    for figure in own if whole else [total]:
        planned, going = figure.denominator or 0, sum(figure.more.values())
        left = planned - figure.numerator - going
        if not figure.numerator and not going:
            unknown += planned
        idle += max(left, 0) if figure.numerator or going else 0
        over += max(-left, 0)
    return Rest(idle, unknown, over)

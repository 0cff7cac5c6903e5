"""What an audience from outside may see: nothing about fewer than ten people, and nothing it could work out.

A school's own director and the coordinator see counts of any size; these functions are for the seminar view alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from shnor import wording
from shnor.metrics.figure import Figure
from shnor.metrics.results import MINIMUM

NOT_SHOWN = "Не показываем: менее 10 участников"
BESIDE = "Не показываем: вместе с соседним числом"
"""Of a group that is large enough, but would give a small one away."""


@dataclass(frozen=True)
class Masked:
    """figure: None where nothing is shown. text: the figure in words, or why there is none."""

    figure: Figure | None
    text: str


def masked(figures: Sequence[Figure], *, total_is_shown: bool = True) -> list[Masked]:
    """Figures of one metric for the parts of one whole, one period, in the order given.

    total_is_shown: the figure of the whole stands beside them, so a single hidden part is the total less the others.
    Then further parts are hidden, the smallest first, until two are and together they have ten people or more.
    """
    small = {place for place, figure in enumerate(figures) if 0 < _people(figure) < MINIMUM}
    hidden = set(small)
    if total_is_shown and small:
        rest = sorted((place for place, figure in enumerate(figures) if place not in small and _people(figure)),
                      key=lambda place: _people(figures[place]))
        while rest and (len(hidden) < 2 or sum(_people(figures[place]) for place in hidden) < MINIMUM):
            hidden.add(rest.pop(0))
    return [Masked(None, NOT_SHOWN if place in small else BESIDE) if place in hidden
            else Masked(figure, wording.figure_text(figure)) for place, figure in enumerate(figures)]


def _people(figure: Figure) -> int:
    """How many people a figure speaks of: its base, or the number itself."""
    return figure.numerator if figure.denominator is None else figure.denominator

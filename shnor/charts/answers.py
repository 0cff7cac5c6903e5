"""How the answers to a question look: of a scale the positive ones are blue, the stronger the darker, the others amber,
the stronger the fuller; answers nobody declared positive are shades of blue in the order of the file."""

from collections.abc import Sequence

from shnor.charts.styles import Style
from shnor.look import (
    ATTENTION,
    ATTENTION_PALE,
    BLUE1,
    BLUE3,
    BLUE5,
    BLUE7,
    BLUE9,
    PAPER,
    SILENT,
    SILENT_LINE,
)

MOST = 6
"""So many options stand in one bar; more are bars of their own."""
UNNAMED = "ответ не назван"
"""Of those who answered the question: their option is in no file."""
_YES = ((BLUE7,), (BLUE7, BLUE3), (BLUE9, BLUE5, BLUE3))
_NO = ((ATTENTION,), (ATTENTION_PALE, ATTENTION), (SILENT, ATTENTION_PALE, ATTENTION))
_PLAIN = (BLUE9, BLUE7, BLUE5, BLUE3, BLUE1, SILENT)
_SIGNS = ("■", "▣", "▤", "▥", "□", "◇")


def looks(options: Sequence[str], positive: Sequence[str]) -> dict[str, Style]:
    """options: from the positive end of the scale to the other, at most MOST."""
    yes, no = ([option for option in options if (option in positive) is side] for side in (True, False))
    scale = positive and len(yes) <= len(_YES) and len(no) <= len(_NO)
    shades = (*_of(_YES, yes), *_of(_NO, no)) if scale else _PLAIN
    styles = {option: Style(option, sign, shade) for option, sign, shade in zip(
        [*yes, *no] if scale else options, _SIGNS, shades, strict=False)}
    return {**styles, UNNAMED: Style(UNNAMED, "░", PAPER, "\\", SILENT_LINE)}


def _of(shades: Sequence[Sequence[str]], options: Sequence[str]) -> Sequence[str]:
    return shades[len(options) - 1] if options else ()


def middle(options: Sequence[str], positive: Sequence[str]) -> tuple[str, ...]:
    """The part of a scale below its middle; none of a question of two answers, nor where nothing is declared."""
    return tuple(option for option in options if option not in positive) if positive and len(options) > 2 else ()

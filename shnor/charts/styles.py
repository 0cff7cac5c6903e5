"""How each standing and each mark looks: a mark, a word, a shade and a pattern, so that a grey print and a person who
does not tell colours apart lose nothing. A chart of something else makes its looks beside it, of shades of `look`."""

from typing import NamedTuple

from shnor.look import ATTENTION, BLUE1, BLUE3, BLUE5, BLUE9, DONE, DONE_PALE, INK, PAPER, SILENT, SILENT_LINE
from shnor.metrics.recommendations import STANDINGS
from shnor.metrics.standings import AHEAD, AWAITED, CONFIRMED, DROPPED, EARLY, NO_REPORT, NOT_DONE


def light(fill: str) -> bool:
    """Dark letters are read on it."""
    return sum(int(fill[place:place + 2], 16) for place in (1, 3, 5)) > 3 * 127


class Style(NamedTuple):
    """pattern: a shape of Plotly drawn in `ink` over `fill`."""

    word: str
    mark: str
    fill: str
    pattern: str = ""
    ink: str = INK


STYLES: dict[str, Style] = {
    "confirmed": Style(CONFIRMED, "■", DONE),
    "awaited": Style(AWAITED, "▣", DONE_PALE, "/", DONE),
    "not_done": Style(NOT_DONE, "□", ATTENTION),
    "no_report": Style(NO_REPORT, "░", PAPER, "\\", SILENT_LINE),
    "ahead_done": Style(EARLY, "◆", BLUE3, "x", DONE),
    "ahead": Style(AHEAD, "▷", BLUE1, ".", BLUE5),
    "dropped": Style(DROPPED, "▬", "#e3e6e9", "-", SILENT_LINE),
}
"""In the order of the legend."""

MARKS: dict[str, Style] = {
    "mark5": Style("«5»", "■", BLUE9),
    "mark4": Style("«4»", "▣", BLUE5),
    "mark3": Style("«3»", "▷", "#cfe0ec"),
    "mark2": Style("«2»", "□", ATTENTION),
    "mark_na": Style("не аттестовано", "░", SILENT, "|", SILENT_LINE),
}
"""Marks from «5» down, dark to light: numbers stand on them, so there is no pattern. Nothing is red: a «2» is not a
fault of a person."""

_ADVICE = {"done": STYLES["confirmed"], "going": STYLES["awaited"], "open": Style("", "▷", BLUE1),
           "late": STYLES["not_done"]}
ADVICE: dict[str, Style] = {STANDINGS[part]: style._replace(word=STANDINGS[part]) for part, style in _ADVICE.items()}
"""What came of a recommendation: by its word, in the order of the bar."""

"""How each standing looks: a mark, a word, a shade and a pattern, so that a grey print and a person who does not tell
colours apart lose nothing. The same shades are in ui/style.css. Nothing is red: no report is not a fault."""

from typing import NamedTuple

from shnor.metrics.roadmap import AHEAD, AWAITED, CONFIRMED, DROPPED, NO_REPORT, NOT_DONE

INK, LINE, PAPER = "#1b2733", "#44525f", "#ffffff"


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
    "confirmed": Style(CONFIRMED, "■", "#1f5f8b"),
    "awaited": Style(AWAITED, "▣", "#9cc3dd", "/", "#1f5f8b"),
    "not_done": Style(NOT_DONE, "□", PAPER),
    "no_report": Style(NO_REPORT, "░", "#eef1f4", "|", "#8b97a3"),
    "ahead": Style(AHEAD, "▷", "#eaf2f8", ".", "#5d87a6"),
    "dropped": Style(DROPPED, "▬", "#e3e6e9", "-", "#8b97a3"),
}
"""In the order of the legend."""

MARKS: dict[str, Style] = {
    "mark5": Style("«5»", "■", "#1f5f8b"),
    "mark4": Style("«4»", "▣", "#86b6d6"),
    "mark3": Style("«3»", "▷", "#d5e6f1"),
    "mark2": Style("«2»", "□", PAPER),
    "mark_na": Style("не аттестовано", "░", "#eef1f4", "|", "#8b97a3"),
}
"""Marks from «5» down, dark to light: numbers stand on them, so there is no pattern. Nothing is red: a «2» is not a
fault of a person."""
LOOKS = STYLES | MARKS

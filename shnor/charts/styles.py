"""How each standing looks: a mark, a word, a shade and a pattern, so that a grey print and a person who does not tell
colours apart lose nothing. The same shades are in ui/style.css. Nothing is red: no report is not a fault."""

from typing import NamedTuple

from shnor.metrics.roadmap import AHEAD, AWAITED, CONFIRMED, DROPPED, NO_REPORT, NOT_DONE

INK, LINE, PAPER = "#1b2733", "#44525f", "#ffffff"


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
    "mark4": Style("«4»", "▣", "#9cc3dd", "/", "#1f5f8b"),
    "mark3": Style("«3»", "▷", "#eaf2f8", ".", "#5d87a6"),
    "mark2": Style("«2»", "□", PAPER),
    "mark_na": Style("не аттестовано", "░", "#eef1f4", "|", "#8b97a3"),
}
"""Marks from «5» down; nothing is red: a «2» is not a fault of a person."""
LOOKS = STYLES | MARKS

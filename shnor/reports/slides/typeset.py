"""From laid out facts to the bytes of a PDF: typst with the carried letters, without the machine's own fonts, network
or clock, and how texts are fitted into rooms before."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import typst

from shnor import look
from shnor.charts.drawn import letters
from shnor.wording import typeset

LINE = letters.TALL
"""A line takes so much of the size of its letters; the templates set it by this number, too."""


class Fitted(NamedTuple):
    """A text in lines of letters of one size."""

    lines: list[str]
    size: float

    @property
    def height(self) -> float:
        return LINE * self.size * len(self.lines)


def largest(text: str, width: float, sizes: Sequence[float], lines: int, *, bold: bool = False) -> Fitted:
    """In the largest of these sizes with which it takes at most so many lines; in the last what does not fit is «…»."""
    for size in sizes:
        found = letters.wrapped(typeset(text), width, size, bold=bold) if text else []
        if len(found) <= lines and all(letters.width(line, size, bold=bold) <= width for line in found):
            return Fitted(_even(text, width, size, len(found), bold=bold), size)
    return Fitted(letters.fitted(typeset(text), width, sizes[-1], lines, bold=bold), sizes[-1])


def _even(text: str, width: float, size: float, lines: int, *, bold: bool) -> list[str]:
    """In as many lines of nearly one length: no word is left alone on the last."""
    found = letters.wrapped(typeset(text), width, size, bold=bold)[:lines]
    for part in range(95, 50, -5):
        narrower = letters.wrapped(typeset(text), width * part / 100, size, bold=bold)
        if lines < 2 or len(narrower) > lines:
            break
        found = narrower
    return found


def compiled(template: Path, data: Mapping[str, Any], pictures: Mapping[str, str], day: date) -> bytes:
    """The PDF. pictures: SVG by the names the data have for them. The same facts give the same bytes: `day` is the only
    time in it; an author is not named."""
    shades = {"ink": look.INK, "muted": look.MUTED, "rule": look.RULE, "surface": look.SURFACE, "line": look.LINE,
              "blue7": look.BLUE7, "attention": look.ATTENTION_TEXT}
    said = {**data, "shades": shades, "font": letters.FAMILY, "other": letters.OTHER, "line": LINE, "svg": pictures}
    moment = int((day - date(1970, 1, 1)).total_seconds())
    return typst.compile(template.read_bytes(), format="pdf", font_paths=fonts(), timestamp=moment,
                         sys_inputs={"data": json.dumps(said, ensure_ascii=False)})


@cache
def fonts() -> typst.Fonts:
    """The carried letters and those typst brings along; none of the machine's own."""
    return typst.Fonts(include_system_fonts=False, font_paths=[letters.FOLDER])

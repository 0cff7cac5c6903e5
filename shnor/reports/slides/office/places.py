"""Where things stand on a slide, in inches, and how much room letters take. The reader may have other letters than we
(Arial, Liberation Sans, those of a template), so room is reckoned with a little to spare."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from pptx.util import Inches, Length

LEAST = 18
"""No letter of a slide is smaller, in points: it is read from the last row."""
WIDTHS = {letter: width for letters, width in (
    (" \u00a0.,:;·|'()!ijl", 0.3), ("гзкстхэ-", 0.5), ("жмыю", 0.72), ("шщф", 0.82), ("ЖМШЩЮФ", 0.93), ("ГР", 0.62),
    ("%", 0.89), ("→—", 1.0)) for letter in letters}
CAPITAL, OTHER = 0.73, 0.56
"""How wide letters are, as parts of their size."""
SPARE, BOLD = 1.03, 1.12
"""So much more room is reckoned with, and for bold letters."""
LEADING = 1.2
POINTS = 72


@dataclass(frozen=True)
class Box:
    """A place on a slide, in inches."""

    left: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        return self.top + self.height

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def emu(self) -> tuple[Length, Length, Length, Length]:
        """As python-pptx takes it: left, top, width, height."""
        return Inches(self.left), Inches(self.top), Inches(self.width), Inches(self.height)

    def above(self, height: float) -> "Box":
        """Its upper part, so high."""
        return replace(self, height=height)

    def below(self, height: float) -> "Box":
        """What is left of it under so much."""
        return replace(self, top=self.top + height, height=self.height - height)

    def columns(self, across: int, gap: float) -> list["Box"]:
        """So many equal ones beside each other."""
        width = (self.width - gap * (across - 1)) / across
        return [replace(self, left=self.left + place * (width + gap), width=width) for place in range(across)]


def width_of(text: str, size: float = LEAST, *, bold: bool = False) -> float:
    """Of its longest line, in inches."""
    longest = max((sum(map(_letter, line)) for line in text.split("\n")), default=0.0)
    return longest * size * (BOLD if bold else SPARE) / POINTS


@cache
def _letter(letter: str) -> float:
    """As a part of the size of letters, in Arial."""
    if letter in WIDTHS:
        return WIDTHS[letter]
    return CAPITAL if letter.isupper() else OTHER


def height_of(lines: int, size: float = LEAST) -> float:
    """Of so many lines, in inches."""
    return lines * size * LEADING / POINTS


def wrapped(text: str, width: float, size: float = LEAST, *, bold: bool = False) -> str:
    """With a new line wherever the width ends; no word is cut."""
    lines: list[str] = []
    for part in text.split("\n"):
        first, *words = part.split(" ")
        lines.append(first)
        for word in words:
            longer = f"{lines[-1]} {word}"
            if width_of(longer, size, bold=bold) <= width:
                lines[-1] = longer
            else:
                lines.append(word)
    return "\n".join(lines)


def lines_of(text: str, width: float, size: float = LEAST, *, bold: bool = False) -> int:
    return wrapped(text, width, size, bold=bold).count("\n") + 1


def fitting(texts: Iterable[str], box: Box, most: int, *, bold: bool = False, apart: float = 0.0) -> int:
    """The largest size, in even points, with which the texts stand in the box one under the other. apart: inches
    between them."""
    listed = list(texts)
    for size in range(most, LEAST, -2):
        tall = sum(height_of(lines_of(text, box.width, size, bold=bold), size) for text in listed)
        if tall + apart * max(len(listed) - 1, 0) <= box.height:
            return size
    return LEAST

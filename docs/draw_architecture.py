"""The picture of the house: `python -m docs.draw_architecture` writes docs/architecture.svg from today's code.

Floors and rooms are the tables of tests/layers.py, words are the first lines of the packages, arrows and
libraries are real imports; only where a hall stands from left to right is said here.
"""

import ast
import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from html import escape
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from tests.layers import LAYERS, LIBRARIES, ROOMS
from tests.test_architecture import OURS, ROOT, code, imports, part

FILE = Path(__file__).parent / "architecture.svg"
WIDTH, MARGIN, GAP = 1380, 40, 46
# hall -> its left and right wall
WALLS = {
    "pages": (40, 520), "app": (560, 860), "ui": (40, 860), "__main__": (900, 1160), "service": (280, 1340),
    "reports": (270, 530), "loaders": (540, 730), "charts": (190, 330), "sentences": (345, 485),
    "workbooks": (440, 640), "shows": (740, 835), "papers": (845, 945), "desk": (955, 1045), "store": (1055, 1340),
    "personal": (650, 1190), "access": (40, 170), "metrics": (190, 490), "datasets": (510, 980), "copies": (1000, 1340),
}
TITLES = {"pages": "pages/", "app": "app.py", "__main__": "shnor/__main__.py"}
WORDS = {"pages": "One screen a file: read what was chosen, ask service, draw"}  # a folder of scripts has no docstring
LINE, CHIP, PAD = 17, 24, 14
LETTER = 6.7
"""Mean width of a letter of 12 px, generous."""
BETWEEN = 26
"""Two arrows stand at least so far apart."""
INK, QUIET, EDGE, FLOOR, WALL, ROOM = "#1b2733", "#5a6875", "#44525f", "#f4f7f9", "#ffffff", "#d5e6f1"


class Hall(NamedTuple):
    """A part of the house as it is drawn."""

    name: str
    words: str
    rooms: tuple[tuple[str, ...], ...]
    libraries: str

    @property
    def lines(self) -> list[str]:
        left, right = WALLS[self.name]
        return textwrap.wrap(self.words, int((right - left - 2 * PAD) / LETTER))

    @property
    def height(self) -> int:
        below = LINE if self.libraries else 0
        return 2 * PAD + LINE * (1 + len(self.lines)) + (CHIP + 6) * len(self.rooms) + below


class Box(NamedTuple):
    """left, top, right, bottom in px."""

    left: int
    top: int
    right: int
    bottom: int


def path_of(name: str) -> Path:
    place = ROOT / "shnor" / name if name in OURS else ROOT / name
    return place / "__init__.py" if place.is_dir() else place.with_suffix(".py")


def first_words(name: str) -> str:
    """Of a package or module: its docstring up to the first full stop."""
    text = ast.get_docstring(ast.parse(path_of(name).read_text("utf-8"))) or ""
    return re.split(r"\.\s|\.$|\n\n", text, maxsplit=1)[0].replace("\n", " ")


def halls() -> list[str]:
    return [name for name in LAYERS if name in ("pages", "app", "__main__") or (ROOT / "shnor" / name).is_dir()]


def ground() -> list[str]:
    """Small modules everybody may stand on."""
    return sorted(name for name in OURS if (ROOT / "shnor" / f"{name}.py").exists() and name != "__main__")


def floors(needs: Mapping[str, Iterable[str]]) -> dict[str, int]:
    """Name → how many others stand below it, one on another."""
    heights: dict[str, int] = {}

    def height(name: str) -> int:
        if name not in heights:
            heights[name] = 1 + max((height(other) for other in needs[name] if other in needs), default=0)
        return heights[name]
    return {name: height(name) for name in needs}


def storeys(needs: Mapping[str, Iterable[str]]) -> list[tuple[str, ...]]:
    """The same floor by floor, the highest first, names of one floor in the order given."""
    heights = floors(needs)
    ordered = sorted(heights, key=lambda name: -heights[name])
    return [tuple(names) for _, names in groupby(ordered, key=lambda name: heights[name])]


def arrows() -> list[tuple[str, str]]:
    """Who imports whom, without what follows from the others."""
    names = halls()
    needs: dict[str, set[str]] = {name: set() for name in names}
    for path in code():
        if (here := part(path)) in needs:
            needs[here] |= {name for name, ours in imports(path) if ours and name in names and name != here}
    return [(above, below) for above in names for below in names
            if below in needs[above] and not any(below in reached(needs, other) for other in needs[above] - {below})]


def reached(needs: Mapping[str, set[str]], name: str) -> set[str]:
    return needs[name].union(*(reached(needs, other) for other in needs[name]))


def libraries(name: str) -> str:
    """Those it may use and does."""
    used = {library for path in code() if part(path) == name for library, ours in imports(path) if not ours}
    return ", ".join(sorted(LIBRARIES.get(name, set()) & used))


@cache
def hall(name: str) -> Hall:
    return Hall(name, WORDS.get(name) or first_words(name),
                tuple(storeys(ROOMS[name])) if name in ROOMS else (), libraries(name))


def placed(storeys_of_halls: Iterable[tuple[str, ...]], top: int) -> dict[str, Box]:
    """Where each hall stands; halls of one floor begin on one line."""
    boxes: dict[str, Box] = {}
    for names in storeys_of_halls:
        here = {name: Box(WALLS[name][0], top, WALLS[name][1], top + hall(name).height) for name in names}
        boxes |= here
        top = max(box.bottom for box in here.values()) + GAP
    return boxes


def lanes(boxes: Mapping[str, Box]) -> Iterator[tuple[str, str, int]]:
    """Each arrow with the place it runs down at: through no other hall and not beside another arrow."""
    taken: list[tuple[int, int, int]] = []
    for above, below in arrows():
        start, end = boxes[above], boxes[below]
        left, right = max(start.left, end.left) + 20, min(start.right, end.right) - 20
        free = [x for x in range(left, right + 1, 2)
                if not any(box.left - 12 < x < box.right + 12 for box in boxes.values()
                           if start.bottom < box.bottom and box.top < end.top)
                and not any(abs(x - other) < BETWEEN and top < end.top and start.bottom < bottom
                            for other, top, bottom in taken)]
        if not free:
            raise SystemExit(f"No way down from {above} to {below}: move a wall in WALLS")
        x = min(free, key=lambda place: abs(place - (left + right) // 2))
        taken.append((x, start.bottom, end.top))
        yield above, below, x


def text(x: float, y: float, words: str, style: str = "", anchor: str = "start") -> str:
    return f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}"{f" {style}" if style else ""}>{escape(words)}</text>'


def rectangle(box: Box, fill: str, edge: str, corner: int = 6) -> str:
    return (f'<rect x="{box.left}" y="{box.top}" width="{box.right - box.left}" height="{box.bottom - box.top}" '
            f'rx="{corner}" fill="{fill}" stroke="{edge}"/>')


def chips(names: tuple[str, ...], left: int, top: int, right: int) -> Iterator[str]:
    """Rooms of one floor side by side over the whole width of their hall."""
    width = (right - left - 6 * (len(names) - 1)) // len(names)
    for place, name in enumerate(names):
        start = left + place * (width + 6)
        yield rectangle(Box(start, top, start + width, top + CHIP), ROOM, ROOM, corner=4)
        yield text(start + width / 2, top + 16, name, anchor="middle")


def drawn(one: Hall, box: Box) -> Iterator[str]:
    yield rectangle(box, WALL, EDGE)
    y = box.top + PAD + 10
    yield text(box.left + PAD, y, TITLES.get(one.name, f"shnor/{one.name}/"), 'class="title"')
    for line in one.lines:
        y += LINE
        yield text(box.left + PAD, y, line)
    y += 8
    for names in one.rooms:
        yield from chips(names, box.left + PAD, y, box.right - PAD)
        y += CHIP + 6
    if one.libraries:
        yield text(box.left + PAD, box.bottom - 10, one.libraries, 'class="quiet"')


def foundation(top: int) -> Iterator[str]:
    box = Box(MARGIN, top, WIDTH - MARGIN, top + 3 * PAD + LINE + CHIP)
    yield rectangle(box, FLOOR, EDGE)
    yield text(box.left + PAD, top + PAD + 10, "The ground: small modules the halls stand on", 'class="title"')
    yield from chips(tuple(ground()), box.left + PAD, top + PAD + LINE + 6, box.right - PAD)


def arrow(x: int, start: int, end: int) -> str:
    return f'<path d="M{x} {start}V{end - 7}" stroke="{EDGE}" stroke-width="1.6" marker-end="url(#head)"/>'


def picture() -> str:
    """The whole SVG; the same code gives the same bytes."""
    names = halls()
    boxes = placed(storeys({name: set(LAYERS[name]) & set(names) for name in names}), top=74)
    ground_top = max(box.bottom for box in boxes.values()) + 24
    height = ground_top + 3 * PAD + LINE + CHIP + 24
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}">',
        "<style>text{font:12px 'DejaVu Sans','Segoe UI',Arial,sans-serif;fill:" + INK + "}"
        ".title{font-weight:bold;font-size:14px}.quiet{fill:" + QUIET + ";font-size:11px}</style>",
        f'<defs><marker id="head" markerWidth="8" markerHeight="8" refX="1" refY="4" orient="auto">'
        f'<path d="M0 0L8 4L0 8Z" fill="{EDGE}"/></marker></defs>',
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
        text(MARGIN, 34, "The house of the ШНОР monitor: who imports whom", 'class="title"'),
        text(MARGIN, 54, "An arrow leads from a hall to one it imports; what follows from other arrows is not drawn. "
                         "In a hall a room uses rooms below it. Grey: the libraries of the hall.", 'class="quiet"'),
        *(line for name in names for line in drawn(hall(name), boxes[name])),
        *foundation(ground_top),
        *(arrow(x, boxes[above].bottom, boxes[below].top) for above, below, x in lanes(boxes)),
        "</svg>", ""])


if __name__ == "__main__":
    FILE.write_text(picture(), "utf-8", newline="\n")

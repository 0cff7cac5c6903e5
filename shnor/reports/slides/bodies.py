"""What stands in the middle of a slide, laid out for a room of known size: plain data for the template and pictures."""

from base64 import b64encode
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from shnor.charts.drawn import drawn, letters
from shnor.charts.drawn.rows import left_out
from shnor.charts.facts import in_words
from shnor.reports.slides import tables
from shnor.reports.slides.deck import Blank, Body, Grid, Image, Picture, Steps, Task, Words
from shnor.reports.slides.typeset import LINE, largest
from shnor.wording import typeset

LEAST = 18
"""No letter of a slide is smaller, in points."""
SIZES = (40, 36, 32, 28, 26, 24, 22, 20, LEAST)
TABLE = (24, 22, 20, LEAST)
NUMBER = (60, 54, 48, 42, 36, 30, 26, 22, LEAST)
"""Of the large numbers of steps."""
MOST = 8
"""So many lines has one text at most."""
ARROW, MANY = (44, 26), 3
"""How wide the arrow between two steps is, and where there are more than so many."""


class Content(NamedTuple):
    """data: for the template, with its kind. picture: SVG the data name «picture»."""

    data: dict[str, Any]
    picture: str = ""


def content(body: Body, width: float, height: float) -> Content:
    """The body in its room, nothing of it outside."""
    return _KINDS[type(body)](body, width, height)


def _picture(body: Picture, width: float, height: float) -> Content:
    said = {"kind": "picture", "alt": in_words(body.chart)}
    return Content(said, drawn(body.chart, body.shape, width, height, LEAST))


def _image(body: Image, width: float, height: float) -> Content:
    """As large as it can be, its sides keep their proportion."""
    data = b64encode(body.data).decode()
    svg = (f"<svg xmlns='http://www.w3.org/2000/svg' width='{width}' height='{height}' viewBox='0 0 {width} {height}'>"
           f"<image width='{width}' height='{height}' href='data:image/{body.kind};base64,{data}'/></svg>")
    return Content({"kind": "picture", "alt": body.alt}, svg)


def _grid(body: Grid, width: float, height: float) -> Content:
    return Content(table(tables.laid(body, width, height, TABLE), body.numbers))


def table(laid: tables.Laid, numbers: Sequence[int]) -> dict[str, Any]:
    """A laid out table for the template."""
    return {"kind": "grid", **laid._asdict(), "numbers": list(numbers),
            "inset": tables.INSET, "pad": tables.PAD}


def _words(body: Words, width: float, height: float) -> Content:
    return Content({"kind": "words", "boxes": body.boxes, **_items(body.lines, width, height, indented=body.boxes)})


def _task(body: Task, width: float, height: float) -> Content:
    return Content(task(body, width, height))


def task(body: Task, width: float, height: float, *, timed: bool = True) -> dict[str, Any]:
    """A task for the template. timed: its minutes stand below it."""
    below = largest(f"Время: {body.minutes}\u00a0мин" if timed else "", width, (28, LEAST), 1)
    return {"kind": "task", "time": below._asdict(),
            **_items(body.questions, width, height - 2 * below.height, indented=True)}


def _items(texts: Sequence[str], width: float, height: float, *, indented: bool) -> dict[str, Any]:
    """Texts below one another, in the largest letters with which all stand in the room; then the last are left out."""
    size: float = LEAST
    for size in SIZES:
        found = _wrapped(texts, width, size, indented=indented)
        if _tall(found, size) <= height:
            break
    free = height if _tall(found, size) <= height else height - LINE * size
    while len(found) > 1 and _tall(found, size) > free:
        found = found[:-1]
    return {"size": size, "items": found, "left_out": left_out(len(texts) - len(found))}


def _wrapped(texts: Sequence[str], width: float, size: float, *, indented: bool) -> list[list[str]]:
    room = width - 1.6 * size * indented
    return [letters.fitted(typeset(text), room, size, MOST) for text in texts]


def _tall(items: Sequence[Sequence[str]], size: float) -> float:
    """Half a line stands between two."""
    return LINE * size * (sum(map(len, items)) + 0.5 * max(len(items) - 1, 0))


def _steps(body: Steps, width: float, height: float) -> Content:
    count = max(len(body.steps), 1)
    arrow = ARROW[count > MANY]
    column = (width - arrow * (count - 1)) / count
    large, number = _alike([large for large, _ in body.steps], column, NUMBER, 2, bold=True)
    most = max(1, int((height - LINE * number * max(map(len, large), default=1)) / (LINE * LEAST)))
    small, size = _alike([small for _, small in body.steps], column, (26, 24, 22, 20, LEAST), min(most, 5))
    return Content({"kind": "steps", "number": number, "size": size, "column": column, "arrow": arrow,
                    "large": large, "small": small})


def _alike(texts: Sequence[str], width: float, sizes: Sequence[float], lines: int, *, bold: bool = False) -> tuple[
        list[list[str]], float]:
    """All of them in letters of one size, and the size."""
    size = min((largest(text, width, sizes, lines, bold=bold).size for text in texts), default=LEAST)
    return [letters.fitted(typeset(text), width, size, lines, bold=bold) for text in texts], size


def _blank(body: Blank, width: float, height: float) -> Content:
    rooms = [width * share - 14 for share in body.shares]
    size = min((largest(text, room, (24, 22, 20, LEAST), 2, bold=True).size
                for text, room in zip(body.head, rooms, strict=True)), default=LEAST)
    head = [letters.fitted(typeset(text), room, size, 2, bold=True)
            for text, room in zip(body.head, rooms, strict=True)]
    return Content({"kind": "blank", "head": head, "rows": body.rows, "size": size, "shares": list(body.shares)})


_KINDS: dict[type, Callable[[Any, float, float], Content]] = {
    Picture: _picture, Grid: _grid, Words: _words, Steps: _steps, Task: _task, Blank: _blank, Image: _image}

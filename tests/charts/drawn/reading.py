"""What stands in a drawn picture: its texts with their places, its lines and bars."""

from typing import NamedTuple
from xml.etree.ElementTree import Element, fromstring

from shnor.charts.drawn import letters

SVG = "{http://www.w3.org/2000/svg}"


class Said(NamedTuple):
    """A piece of a line. y: its foot."""

    words: str
    x: float
    y: float
    size: float
    bold: bool
    turned: bool

    @property
    def end(self) -> float:
        return self.x + letters.width(self.words, self.size, bold=self.bold)


def texts(svg: str) -> list[Said]:
    return [*_texts(fromstring(svg), turned=False)]


def _texts(element: Element, *, turned: bool):
    for child in element:
        if child.tag == f"{SVG}text":
            yield Said(child.text or "", float(child.get("x")), float(child.get("y")), float(child.get("font-size")),
                       child.get("font-weight") == "bold", turned)
        yield from _texts(child, turned=turned or "rotate" in child.get("transform", ""))


def words(svg: str) -> str:
    """All of it, spaces that do not break as plain ones."""
    return " ".join(" ".join(said.words for said in texts(svg)).split())


def bars(svg: str, fill: str) -> list[tuple[float, float]]:
    """(left, width) of rectangles of this shade, from the top."""
    found = [one for one in fromstring(svg).iter(f"{SVG}rect") if one.get("fill") == fill]
    placed = sorted(found, key=lambda one: float(one.get("y", 0)))
    return [(float(one.get("x", 0)), float(one.get("width", 0))) for one in placed]


def lines(svg: str, ink: str) -> list[list[tuple[float, float]]]:
    """The corners of each line of this shade."""
    return [places(one) for one in fromstring(svg).iter(f"{SVG}polyline") if one.get("stroke") == ink]


def signs(svg: str, fill: str) -> list[tuple[float, float]]:
    """The middle of each round sign of this shade."""
    return [(float(one.get("cx")), float(one.get("cy"))) for one in fromstring(svg).iter(f"{SVG}circle")
            if one.get("fill") == fill]


def places(element: Element) -> list[tuple[float, float]]:
    pairs = (pair.split(",") for pair in element.get("points", "").split())
    return [(float(x), float(y)) for x, y in pairs]

"""Charts of a paper: as large as their rows need, as PNG for programs that draw no SVG."""

import json
import re
from functools import lru_cache
from io import BytesIO
from typing import Any

import typst
from docx.document import Document
from docx.shared import Pt

from shnor.charts.drawn import drawn
from shnor.charts.facts import Chart, in_words
from shnor.charts.shapes.shape import Shape
from shnor.reports.papers.office.styles import Ids
from shnor.reports.papers.office.text import appended, paragraph
from shnor.reports.slides.typeset import fonts

SIZE = 10
"""Of the letters of a chart, in points."""
TALL = {"trend": 190, "adding_up": 190, "plan_fact": 190, "columns": 190}
"""How tall a chart over time is, in points; one of rows is as tall as they are many."""
ROW, LEAST, MOST = 26, 90, 560
DOTS_AN_INCH = 200
_SHADE = re.compile("#([0-9a-fA-F]{6})")
_PAGE = """#let d = json(bytes(sys.inputs.data))
#set page(width: d.width * 1pt, height: d.height * 1pt, margin: 0pt, fill: white)
#image(bytes(d.svg), format: "svg", width: d.width * 1pt, height: d.height * 1pt)"""


def height(chart: Chart, shape: Shape, width: float) -> float:
    """In points, for a chart so many points wide."""
    if shape.kind in TALL:
        return TALL[shape.kind]
    if shape.kind == "multiples":
        across = max(1, int(width / 160))
        return min(MOST, 110.0 * -(-len(chart.series) // across) + 30)
    return min(MOST, max(LEAST, ROW * len(chart.series) + 50.0))


def svg(chart: Chart, shape: Shape, width: float, tall: float = 0) -> tuple[str, float]:
    """(the picture, how tall it is)."""
    tall = tall or height(chart, shape, width)
    return drawn(chart, shape, width, tall, SIZE), tall


def grey(picture: str) -> str:
    """The same picture without colour, every shade as light as it was."""
    return _SHADE.sub(lambda found: "#" + 3 * f"{_light(found[1]):02x}", picture)


def _light(shade: str) -> int:
    red, green, blue = (int(shade[place:place + 2], 16) for place in (0, 2, 4))
    return round(0.299 * red + 0.587 * green + 0.114 * blue)


@lru_cache(maxsize=64)
def png(picture: str, width: float, tall: float) -> bytes:
    """The same picture in dots; both copies of a paper take the same."""
    data = json.dumps({"svg": picture, "width": width, "height": tall})
    return typst.compile(_PAGE.encode(), format="png", ppi=DOTS_AN_INCH, font_paths=fonts(),
                         sys_inputs={"data": data})


def put(made: Document, chart: Chart, shape: Shape, width: float, ids: Ids) -> None:
    """Appends the chart, so many points wide."""
    picture, tall = svg(chart, shape, width)
    hang(made, appended(made.element.body, paragraph((), "PaperDrawing", ids)), picture, (width, tall), chart)


def hang(made: Document, holder: Any, picture: str, size: tuple[float, float], chart: Chart) -> None:
    """Puts the picture into a paragraph, with the words of its chart for who cannot see it. size: width and height."""
    place: Any = made.part.new_pic_inline(BytesIO(png(picture, *size)), Pt(size[0]), Pt(size[1]))
    for side in ("T", "B", "L", "R"):
        place.set(f"dist{side}", "0")  # else LibreOffice moves it aside
    place.docPr.set("descr", in_words(chart))
    place.docPr.set("name", f"Рисунок {place.docPr.get('id')}")
    holder.add_r().add_drawing(place)

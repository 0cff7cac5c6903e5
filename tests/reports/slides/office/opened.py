"""A written package as its readers open it, for the tests of PowerPoint."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import openpyxl
import pptx
from openpyxl.worksheet.worksheet import Worksheet
from pptx.oxml.ns import qn

from shnor.reports.slides.deck import Deck, Picture, Slide
from tests.reports.slides.decks import DAY, LABEL


def presentation(data: bytes) -> Any:
    return pptx.Presentation(io.BytesIO(data))


def shown(data: bytes) -> list[Any]:
    """Without the hidden slides."""
    return [slide for slide in presentation(data).slides if slide._element.get("show") != "0"]


def charts(slide: Any) -> list[Any]:
    return [shape.chart for shape in slide.shapes if shape.has_chart]


def book(chart: Any, *, results: bool = False) -> Worksheet:
    """The sheet inside a chart. results: of its formulas, else the formulas themselves."""
    return openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob), data_only=results).active


def cells(sheet: Worksheet) -> list[tuple[Any, ...]]:
    return [*sheet.iter_rows(values_only=True)]


def referred(chart: Any) -> Iterator[tuple[str, list[float | None]]]:
    """(cells, numbers kept in the chart itself) of everything the chart draws."""
    for numbers in chart._chartSpace.iter(qn("c:numRef")):
        cache = numbers.find(qn("c:numCache"))
        kept = {int(point.get("idx")): float(point.find(qn("c:v")).text) for point in cache.iter(qn("c:pt"))}
        size = int(cache.find(qn("c:ptCount")).get("val"))
        yield numbers.find(qn("c:f")).text, [kept.get(place) for place in range(size)]


def parts(data: bytes) -> dict[str, bytes]:
    """Every part by its name, those of packages inside too."""
    found = {}
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            found[name] = package.read(name)
            if name.endswith(".xlsx"):
                found |= {f"{name}/{inner}": part for inner, part in parts(found[name]).items()}
    return found


def one_slide(picture: Picture, label: str = LABEL) -> Deck:
    return Deck("Показ", "Округ", DAY, (Slide("one", "Один", picture, source="откуда"),), label)

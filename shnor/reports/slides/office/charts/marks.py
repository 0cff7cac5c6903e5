"""The XML of what python-pptx has no word for: words and numbers at points, intervals as pale bars, where the plot
stands in its frame. All letters of a chart are large enough and stand on a ground of its own."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from shnor import look
from shnor.reports.slides.office.charts.book import Column, Sheet
from shnor.reports.slides.office.places import LEAST, Box

_SPACES = nsdecls("c", "a", "r")
_WRAPPED = {True: '<a:bodyPr rot="0" vert="horz"/>', False: '<a:bodyPr rot="0" vert="horz" wrap="none"/>'}
"""Letters that stand upright, in several lines where the program thinks so or in one."""


@dataclass(frozen=True)
class Label:
    """What stands at a point: words, or its number in the format shown. at: «t», «b», «l», «r», «ctr», as Office says.
    named: the name of the series stands before the number. right, up: moved by so many inches. ground: behind it."""

    text: str = ""
    shown: str = "General"
    at: str = "t"
    named: bool = False
    right: float = 0.0
    up: float = 0.0
    colour: str = look.INK
    ground: str = ""
    bold: bool = False


def letters(colour: str = look.INK, *, bold: bool = False, tag: str = "defRPr") -> str:
    return (f'<a:{tag} lang="ru-RU" sz="{LEAST * 100}" b="{int(bold)}"><a:solidFill><a:srgbClr val="{colour[1:]}"/>'
            f"</a:solidFill></a:{tag}>")


def body(colour: str = look.INK, *, bold: bool = False, spaces: str = "", wrap: bool = True) -> str:
    """Letters as a part of a chart has them; they stand upright however little room there is."""
    return (f'<c:txPr {spaces}>{_WRAPPED[wrap]}<a:lstStyle/><a:p><a:pPr>{letters(colour, bold=bold)}'
            '</a:pPr><a:endParaRPr lang="ru-RU"/></a:p></c:txPr>')


def rich(text: str, colour: str = look.INK, *, bold: bool = False, wrap: bool = True) -> str:
    """Words of a chart, a paragraph a line."""
    lines = "".join(f"<a:p><a:pPr>{letters(colour, bold=bold)}</a:pPr><a:r>{letters(colour, bold=bold, tag='rPr')}"
                    f"<a:t>{escape(line)}</a:t></a:r></a:p>" for line in text.split("\n"))
    return f'<c:tx><c:rich>{_WRAPPED[wrap]}<a:lstStyle/>{lines}</c:rich></c:tx>'


def labelled(series: Any, labels: Mapping[int, Label], box: Box) -> None:
    """labels: by the place of the point; the others have none. box: of the whole chart."""
    said = "".join(_label(place, labels[place], box) for place in sorted(labels))
    none = "".join(f'<c:{what} val="0"/>' for what in _SHOWN)
    _before_data(series, f"<c:dLbls {_SPACES}>{said}{none}{_NO_LEADERS}</c:dLbls>")


_SHOWN = ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")


_NO_LEADERS = ('<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" xmlns:c15="http://schemas.microsoft.com/'
               'office/drawing/2012/chart"><c15:showLeaderLines val="0"/></c:ext></c:extLst>')
"""A label that was moved has no line to its point."""


def _label(place: int, label: Label, box: Box) -> str:
    moved = (f"<c:layout><c:manualLayout><c:x val=\"{label.right / box.width:.4f}\"/>"
             f"<c:y val=\"{-label.up / box.height:.4f}\"/></c:manualLayout></c:layout>"
             if label.up or label.right else "")
    whole = " " not in label.text  # a number and its sign stay together
    words = rich(label.text, label.colour, bold=label.bold, wrap=not whole) if label.text else ""
    ground = (f'<c:spPr><a:solidFill><a:srgbClr val="{label.ground[1:]}"/></a:solidFill></c:spPr>' if label.ground
              else "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>")
    flags = {"showVal": 1, "showSerName": int(label.named)}
    shown = "".join(f'<c:{what} val="{flags.get(what, 0)}"/>' for what in _SHOWN)
    return (f'<c:dLbl><c:idx val="{place}"/>{moved}{words}<c:numFmt formatCode={quoteattr(label.shown)} '
            f'sourceLinked="0"/>{ground}{body(label.colour, bold=label.bold, wrap=not whole)}'
            f'<c:dLblPos val="{label.at}"/>{shown}'
            "<c:separator> </c:separator></c:dLbl>")


def spanned(series: Any, sheet: Sheet, minus: int, plus: int, *, colour: str, width: float, clear: float = 1.0) -> None:
    """A bar at each point as far down and up as the two columns of the sheet say. width: points; clear: 0…1, opaque at
    1."""
    line = (f'<c:spPr><a:ln w="{round(width * 12700)}" cap="flat"><a:solidFill><a:srgbClr val="{colour[1:]}">'
            f'<a:alpha val="{round(clear * 100_000)}"/></a:srgbClr></a:solidFill><a:round/></a:ln></c:spPr>')
    _before_data(series, f'<c:errBars {_SPACES}><c:errDir val="y"/><c:errBarType val="both"/>'
                         f'<c:errValType val="cust"/><c:noEndCap val="1"/>{_numbers("plus", sheet, plus)}'
                         f'{_numbers("minus", sheet, minus)}{line}</c:errBars>')


def _numbers(tag: str, sheet: Sheet, place: int) -> str:
    column: Column = sheet.columns[place]
    points = "".join(f'<c:pt idx="{row}"><c:v>{value!r}</c:v></c:pt>' for row, value in enumerate(column.cells)
                     if value is not None)
    return (f'<c:{tag}><c:numRef><c:f>{sheet.ref(place)}</c:f><c:numCache><c:formatCode>General</c:formatCode>'
            f'<c:ptCount val="{len(column.cells)}"/>{points}</c:numCache></c:numRef></c:{tag}>')


def _before_data(series: Any, xml: str) -> None:
    """Where the schema wants it: labels first, then intervals, then the data."""
    element = series._element
    for old in element.findall(qn("c:dLbls")) if xml.startswith("<c:dLbls") else []:
        element.remove(old)
    element.find(qn("c:cat")).addprevious(parse_xml(xml))


def framed(chart: Any, box: Box, *, left: float, top: float, right: float, bottom: float) -> None:
    """Where the plot stands: inches between it and the edges of the chart, for its letters to have room."""
    plot = chart._chartSpace.chart.plotArea
    for old in plot.findall(qn("c:layout")):
        plot.remove(old)
    wide, tall = max(box.width - left - right, 0.2), max(box.height - top - bottom, 0.2)
    values = {"x": left / box.width, "y": top / box.height, "w": wide / box.width, "h": tall / box.height}
    inner = "".join(f'<c:{name} val="{value:.4f}"/>' for name, value in values.items())
    plot.insert(0, parse_xml(f'<c:layout {_SPACES}><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/>'
                             f'<c:yMode val="edge"/>{inner}</c:manualLayout></c:layout>'))


def grounded(chart: Any) -> None:
    """Large letters on a white ground; what is not there is a gap; no title of Office's own."""
    space = chart._chartSpace
    for tag in ("c:spPr", "c:txPr"):
        for old in space.findall(qn(tag)):
            space.remove(old)
    ground = parse_xml(f'<c:spPr {_SPACES}><a:solidFill><a:srgbClr val="{look.PAPER[1:]}"/></a:solidFill><a:ln>'
                       "<a:noFill/></a:ln></c:spPr>")
    space.chart.addnext(ground)
    ground.addnext(parse_xml(body(spaces=_SPACES)))
    for tag, value in (("c:plotVisOnly", "1"), ("c:dispBlanksAs", "gap"), ("c:showDLblsOverMax", "1")):
        for old in space.chart.findall(qn(tag)):
            space.chart.remove(old)
        space.chart.append(parse_xml(f'<{tag} {_SPACES} val="{value}"/>'))


def titled(chart: Any, words: str) -> None:
    """What a panel is called, and what may be said of it."""
    for old in chart._chartSpace.chart.findall(qn("c:autoTitleDeleted")):
        old.set("val", "0")
    chart._chartSpace.chart.insert(0, parse_xml(
        f'<c:title {_SPACES}>{rich(words, bold=True)}<c:layout><c:manualLayout><c:xMode val="edge"/>'
        '<c:yMode val="edge"/><c:x val="0.01"/><c:y val="0.01"/></c:manualLayout></c:layout><c:overlay val="0"/>'
        "</c:title>"))


def axis_letters(axis: Any, colour: str, *, skip: int = 1) -> None:
    """Of the numbers or names along an axis. skip: each so many of them is written."""
    element = axis._element
    for old in element.findall(qn("c:txPr")):
        element.remove(old)
    element.find(qn("c:crossAx")).addprevious(parse_xml(body(colour, spaces=_SPACES)))
    if skip > 1:
        last = element.find(qn("c:noMultiLvlLbl"))
        last.addprevious(parse_xml(f'<c:tickLblSkip {_SPACES} val="{skip}"/>'))


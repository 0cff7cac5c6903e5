"""What goes on over years, waves or months: trends, small panels of them, plan and fact, several sums."""

from collections.abc import Sequence
from dataclasses import replace

from pptx.enum.chart import XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE_DASH_STYLE

from shnor import look
from shnor.charts.facts import Chart, Point, Series, focused
from shnor.charts.locale import RUSSIAN
from shnor.charts.shapes import canvas
from shnor.charts.shapes.multiples import short
from shnor.charts.shapes.shape import Shape
from shnor.reports.slides.office.charts import marks
from shnor.reports.slides.office.charts.lines import COMMA, DOTTED, SHARES, Axis, Frame, Line, drawn, said
from shnor.reports.slides.office.charts.marks import Label
from shnor.reports.slides.office.places import Box, height_of, lines_of, width_of, wrapped
from shnor.reports.slides.office.text import boxed
from shnor.wording import NBSP, day, k_of_n, number

SHORT = {month: month[:3] for month in RUSSIAN["format"]["months"]}
SIGNS = (XL_MARKER_STYLE.CIRCLE, XL_MARKER_STYLE.DIAMOND, XL_MARKER_STYLE.SQUARE, XL_MARKER_STYLE.TRIANGLE)
DASHES = (None, MSO_LINE_DASH_STYLE.DASH, MSO_LINE_DASH_STYLE.ROUND_DOT, MSO_LINE_DASH_STYLE.DASH_DOT)
WIDE, NARROW = 8.0, 4.0
"""Of the bar of an interval, in points: of one line, of one of several."""
LABELLED = 2
"""Of so many lines in colour every point has its number; of more the last alone."""
HEAD = 0.8
"""So much of the width of a panel programs give to its name before they part it themselves."""
PARTED = 1.2
"""With more inches LibreOffice writes the name of a line in two lines."""
LEFT, LOW = 1.0, 1.0
"""Inches at the left of a plot, about: for names under it to know their room; a plot of a panel that would be lower has
no counts under its years."""


def trend(frame: Frame, chart: Chart, shape: Shape) -> None:
    """A line a series, with its interval at each point; a gap where nothing is known, and one with its words where the
    series is broken."""
    series = focused(chart.series)
    of_shares = bool(shape.option("of_shares", True)) or chart.ends is not None
    ends = _ends(series) if len(series) > 1 else {}
    right = max((width_of(text) for text in ends.values()), default=0.0) + 0.3
    places = _places(chart)
    room = (frame.box.width - LEFT - right) / max(len(places), 1)
    rows = [wrapped(_under(chart, at, room), room) for at in places]
    axis = _axis(chart, of_shares=of_shares)
    lines = _lines(chart, series, places)
    drawn(frame, rows, _apart(frame, lines, axis, rows) if ends else lines, axis, right=right)


def adding_up(frame: Frame, chart: Chart, shape: Shape) -> None:
    """A line a series, its name and last number at its end."""
    series = focused(chart.series)
    right = max((width_of(text) for text in _ends(series).values()), default=0.0) + 0.3
    lines = [replace(line, labels={place: label for place, label in line.labels.items() if label.named}, interval=0.0)
             for line in _lines(chart, series, chart.places, most=0)]
    axis = _axis(chart, of_shares=False)
    rows = _rows(frame, chart.places, right)
    drawn(frame, rows, _apart(frame, lines, axis, rows), axis, right=right)


def plan_fact(frame: Frame, chart: Chart, shape: Shape) -> None:
    """The plan dotted, what was done as a thick line, their names at their ends. Where the plan of the day is not that
    of its place, it has a mark of its own."""
    places, today, due = chart.places, shape.option("today", ""), shape.option("due")
    plan, fact = (_line(chart, one, places) for one in chart.series[:2])
    lines = [replace(plan, colour=look.MUTED, dash=DOTTED, sign=None, labels=_last(plan)),
             replace(fact, colour=look.BLUE7, width=4.0, labels=_last(fact))]
    here = places.index(today) if today in places else None
    if here is not None and due is not None and (point := plan.points[here]) is not None and point.k != due:
        own = tuple(Point(today, number(due), due, value=float(due)) if place == here else None
                    for place in range(len(places)))
        name = f"{chart.series[0].name} на {day(chart.day)}"
        lines.append(Line(name, own, look.INK, 0, sign=XL_MARKER_STYLE.DIAMOND, labels={
            here: Label(shown="#,##0", at="b", named=True)}))
    right = max((width_of(f"{line.name} {point.text}") for line in lines[:2] for point in line.points[-1:] if point),
                default=0.0) + 0.3
    axis = _axis(chart, of_shares=False)
    rows = _rows(frame, places, right)
    drawn(frame, rows, _apart(frame, lines, axis, rows), axis, right=right)


def _rows(frame: Frame, places: Sequence[str], right: float) -> list[str]:
    room = (frame.box.width - LEFT - right) / max(len(places), 1)
    return [wrapped(_named(at, room), room) for at in places]


def multiples(frame: Frame, chart: Chart, shape: Shape) -> None:
    """A chart a series on one scale, each with its name, what may be said, and its own workbook."""
    axis = (*_axis(chart, of_shares=True)[:2], 0.0, SHARES)
    scale = Box(frame.box.left, frame.box.bottom - height_of(1), frame.box.width, height_of(1))
    boxed(frame.slide, _scale(chart, *axis[:2]), scale, name="Шкала", pale=True)
    frame = replace(frame, box=frame.box.above(frame.box.height - height_of(1) - 0.05))
    across = _across(len(chart.series), frame.box)
    rows = -(-len(chart.series) // across)
    tall = (frame.box.height - 0.15 * (rows - 1)) / rows
    for place, series in enumerate(chart.series):
        left = frame.box.columns(across, 0.2)[place % across]
        box = Box(left.left, frame.box.top + (place // across) * (tall + 0.15), left.width, tall)
        told = f"{series.name}: {', '.join(f'{point.at} {point.words}' for point in series.points)}."
        words = ". ".join(filter(None, (frame.label, chart.title, told)))
        _panel(replace(frame, box=box, words=words), chart, series, axis, years=bool(shape.option("years", False)))


def _scale(chart: Chart, low: float, high: float) -> str:
    """Panels have no numbers at their axes."""
    shares = all((point.value or 0) <= 1 for one in chart.series for point in one.points)
    ends = [f"{number(min(100, round(100 * end)))}" if shares else number(end) for end in (low, high)]
    return f"Шкала у всех одна: от {ends[0]} до {ends[1]}{f'{NBSP}%' if shares else ''}"


def _panel(frame: Frame, chart: Chart, series: Series, axis: Axis, *, years: bool) -> None:
    own = replace(chart, series=(replace(series, quiet=False),))
    places = _places(own, words=False)
    why = {point.words for point in series.points} if all(not point.text for point in series.points) else set()
    words = why.pop() if len(why) == 1 else series.words
    head = f"{series.name}: {words}" if words else series.name
    room = frame.box.width * HEAD
    if width_of(head, bold=True) > room:
        head = wrapped("\n".join(filter(None, (series.name, words))), room, bold=True)
    top = 0.4 + height_of(head.count("\n") + 1)
    roomy = frame.box.height - top - height_of(2) >= LOW
    room = (frame.box.width - 0.4) / max(len(places), 1)
    rows = [_short(own, at, room, counted=roomy, years=years) for at in places]
    made = drawn(frame, rows, _lines(own, own.series, places), axis, right=0.1, top=top)
    marks.titled(made, head)


def panels_in(chart: Chart, box: Box) -> int:
    """So many panels are read from the last row."""
    return 2 * _across(len(chart.series), box)


def _across(panels: int, box: Box) -> int:
    """So many beside each other, for a panel to be wide enough for its years."""
    return max(1, min(panels, 3, int(box.width / 2)))


def _short(chart: Chart, at: str, room: float, *, counted: bool, years: bool) -> str:
    """«24–25» and how many stand behind it, as far as there is room; the counts of a small group stand there always,
    and «–» where nothing is known. years: in full, with both counts; the axis leaves out those that have no room."""
    name = at if years or not at[:4].isdigit() or len(at) <= 5 else f"{at[2:5]}{at[-2:]}"
    name = name if years or width_of(name) <= room else short(at)
    point = next((one for one in chart.series[0].points if one.at == at), None)
    if point is None:
        return name
    under = (k_of_n(point.k, point.n) if years and point.k is not None else f"из {number(point.n)}"
             ) if counted and point.value is not None and point.n else (
        "" if point.value is not None else f"{point.k}/{point.n}" if point.k is not None and point.n else "–")
    return f"{name}\n{under}" if under and width_of(under) <= room else name


def _axis(chart: Chart, *, of_shares: bool) -> Axis:
    if of_shares and chart.ends is None:
        top = canvas.top_of(chart.series)
        return 0.0, top, 0.2 if top > 0.5 else 0.1, SHARES
    highest = max((point.value or 0 for one in chart.series for point in one.points), default=0)
    axis = canvas.values(chart) if of_shares else canvas.counts(highest)
    low, high = axis["range"]
    return low, high, axis["dtick"], f"{COMMA}0.0" if axis["dtick"] % 1 else "#,##0"


def _places(chart: Chart, *, words: bool = True) -> tuple[str, ...]:
    """What stands under the plot; before a break an empty place with its words, so that the line is parted."""
    broken = {one.before: one.words for one in chart.breaks if one.before != chart.places[:1]}
    found: list[str] = []
    for at in chart.places:
        found += ([broken[at] if words else " "] if at in broken else []) + [at]
    return tuple(found)


def _under(chart: Chart, at: str, room: float) -> str:
    """With one series n stands under each place, or why there is nothing."""
    own = {point.at: point for point in chart.series[0].points} if len(chart.series) == 1 else {}
    point, name = own.get(at), _named(at, room)
    if point is None:
        return name
    return f"{name}\nиз {number(point.n)}" if point.value is not None and point.n else (
        f"{name}\n{point.words}" if point.value is None else name)


def _named(at: str, room: float) -> str:
    """A place as it has room: school years in two lines, months by their first letters."""
    if at[:4].isdigit() and width_of(at) > room:
        return at.replace("–", "–\n")
    narrow = max(map(width_of, SHORT)) > room
    return " ".join(SHORT.get(word, word) if narrow else word for word in at.split(" "))


def _line(chart: Chart, series: Series, places: Sequence[str]) -> Line:
    own = {point.at: point for point in series.points}
    return Line(series.name or chart.unit, tuple(own.get(at) for at in places), look.BLUE7)


def _lines(chart: Chart, series: Sequence[Series], places: Sequence[str], most: int = LABELLED) -> list[Line]:
    coloured = [one for one in series if not one.quiet]
    found = []
    for one in series:
        line = _line(chart, one, places)
        place = coloured.index(one) if one in coloured else -1
        ends = _last(line) if len(series) > 1 else {}
        if place < 0:
            found.append(replace(line, colour=canvas.QUIET, width=1.5, size=6, labels={
                at: replace(label, colour=look.MUTED) for at, label in ends.items()}))
            continue
        told = {at: said(point) for at, point in enumerate(line.points)
                if point is not None and point.value is not None} if len(coloured) <= most else {}
        found.append(replace(
            line, colour=canvas.COLOURS[place % 4], dash=DASHES[place % 4], sign=SIGNS[place % 4],
            labels={**told, **ends}, interval=WIDE if len(series) == 1 else NARROW))
    return found


def _last(line: Line) -> dict[int, Label]:
    """The name and the number at the end of a line."""
    told = [place for place, point in enumerate(line.points) if point is not None and point.value is not None]
    point = line.points[told[-1]] if told else None
    return {told[-1]: said(point, at="r", named=True)} if point is not None else {}


def _ends(series: Sequence[Series]) -> dict[str, str]:
    """What stands at the ends of the lines, about as long."""
    return {one.name: f"{one.name} {'00,0 %' if point.n else point.text}" for one in series
            for point in [next((at for at in reversed(one.points) if at.value is not None), None)] if point}


def _apart(frame: Frame, lines: Sequence[Line], axis: Axis, rows: Sequence[str]) -> list[Line]:
    """The names at the ends of lines do not lie on one another nor under the axis: the lower ones move down, and all as
    far up as there must be room. Programs part a long one into
    lines of their own."""
    foot = height_of(max((name.count("\n") + 1 for name in rows), default=1)) + 0.5
    inches = (frame.box.height - foot) / (axis[1] - axis[0])
    ends: list[tuple[float, int, int]] = []
    for at, line in enumerate(lines):
        ends += [((point.value or 0) * inches, at, place) for place, label in line.labels.items()
                 if label.named and label.at == "r" and (point := line.points[place]) is not None]
    moved, halves = [*lines], [height_of(lines_of(f"{line.name} 00,0", PARTED)) / 2 for line in lines]
    free, middles = float("inf"), {}
    for height, at, _ in sorted(ends, reverse=True):
        middles[at] = min(height, free - halves[at])
        free = middles[at] - halves[at]
    floor = 0.0
    for height, at, place in sorted(ends):
        middle = max(middles[at], floor + halves[at])
        floor = middle + halves[at]
        label = replace(moved[at].labels[place], up=middle - height)
        moved[at] = replace(moved[at], labels={**moved[at].labels, place: label})
    return moved



"""Small lines side by side as SVG: a panel a school, one scale. They wrap on a narrow screen, print, fold, and every
year of each is a link the keyboard reaches. Numbers and our own words alone come in; every word is escaped."""

from collections.abc import Sequence
from html import escape

from shnor.charts.facts import Chart, Point, Series
from shnor.charts.shapes import canvas
from shnor.charts.shapes.multiples import short
from shnor.charts.shapes.trend import label, runs
from shnor.wording import k_of_n, number

WIDTH, HEIGHT = 156, 118
LEFT, TOP, FOOT = 18, 20, 36
"""Room at the sides for half a label, above for a label, below for the years and the counts of the last of them."""
LABELS = 4
"""With more places the first and the last alone have their numbers beside the line."""


def panel(chart: Chart, series: Series) -> str:
    """One of the series of the chart on the scale of them all: band, line, points with their values; a small group has
    its counts as words at the foot. Each place is a link to its rows."""
    low, top = chart.ends or (0, canvas.top_of(chart.series))
    across = {at: _across(place, len(chart.places)) for place, at in enumerate(chart.places)}

    def up(value: float) -> float:
        return round(TOP + (HEIGHT - TOP - FOOT) * (1 - (min(max(value, low), top) - low) / (top - low)), 1)

    own = {point.at: point for point in series.points}
    body = "".join(f"<line class='rule' x1='0' x2='{WIDTH}' y1='{up(end)}' y2='{up(end)}'/>" for end in (low, top))
    for run in runs(chart, series):
        places = [across[point.at] for point in run]
        if all(point.low is not None for point in run):
            edge = [*zip(places, [up(point.high or 0) for point in run], strict=True),
                    *reversed([*zip(places, [up(point.low or 0) for point in run], strict=True)])]
            body += f"<polygon class='band' points='{_pairs(edge)}'/>"
        body += f"<polyline class='line' points='{_pairs(zip(places, [up(p.value or 0) for p in run], strict=True))}'/>"
    for place, at in enumerate(chart.places):
        body += _place(chart, series, own.get(at, Point(at)), across[at], up,
                       labelled=len(chart.places) <= LABELS or place in (0, len(chart.places) - 1))
    body += _counts(series, chart.places[-1])
    said = escape(f"{series.name}: {', '.join(f'{point.at} {point.words}' for point in series.points)}", quote=True)
    return (f"<svg class='shnor-panel' role='group' aria-label='{said}' width='{WIDTH}' height='{HEIGHT}' "
            f"viewBox='0 0 {WIDTH} {HEIGHT}'>{body}</svg>")


def _place(chart: Chart, series: Series, point: Point, x: float, up, *, labelled: bool) -> str:
    """A year of a panel: its column is the target."""
    base, column = HEIGHT - FOOT, WIDTH / max(len(chart.places), 1)
    body = (f"<rect class='hit' x='{round(x - column / 2, 1)}' y='0' width='{round(column, 1)}' height='{HEIGHT}'/>"
            f"<text x='{x}' y='{HEIGHT - 20}'>{escape(short(point.at))}</text>")
    if point.value is not None:
        y = up(point.value)
        body += f"<circle class='point' cx='{x}' cy='{y}' r='3.5'/>"
        if labelled:
            body += f"<text class='value' x='{x}' y='{round(max(12, y - 8), 1)}'>{escape(label(point))}</text>"
    else:
        said = f"{point.k}/{point.n}" if point.k is not None else point.text.split(" (")[0] or "–"
        body += f"<text x='{x}' y='{base - 4}'>{escape(said)}</text>"
    told = canvas.hint(chart, series, point).replace("<br>", "\n")
    for mark in ("<b>", "</b>", "<i>", "</i>"):
        told = told.replace(mark, "")
    title = f"<title>{escape(told)}</title>"
    if not point.link:
        return f"<g>{title}{body}</g>"
    said = escape(f"{series.name}, {point.at}: {point.words}", quote=True)
    return f"<a href='{escape(point.link, quote=True)}' aria-label='{said}'>{title}{body}</a>"


def _counts(series: Series, last: str) -> str:
    """How many stand behind the newest place: «8 из 28», of a mean «из 28»; a small group has them in words already."""
    newest = next((point for point in series.points if point.at == last), None)
    if newest is None or newest.value is None or not newest.n:
        return ""
    said = f"из {number(newest.n)}" if newest.k is None else k_of_n(newest.k, newest.n)
    return f"<text class='count' x='{WIDTH - 2}' y='{HEIGHT - 5}'>{escape(said)}</text>"


def _across(place: int, size: int) -> float:
    return round(LEFT + (WIDTH - 2 * LEFT) * (place + 0.5 if size == 1 else place) / max(size - 1, 1), 1)


def _pairs(places: Sequence[tuple[float, float]] | zip) -> str:
    return " ".join(f"{x},{y}" for x, y in places)

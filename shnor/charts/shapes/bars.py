"""Numbers side by side as bars from 0: a part against its whole (bullet), or plain counts."""

from shnor import look
from shnor.charts.facts import Chart
from shnor.charts.shapes import canvas
from shnor.charts.shapes.canvas import Figure, Trace

ROW, NAME = 30, 34


def bars(chart: Chart, *, whole: bool = True) -> Figure:
    """A row a series, in the order given; its first point is drawn. whole: behind it n as a pale bar: how far it is to
    the plan; else the number alone."""
    rows = [(place, series, series.points[0]) for place, series in enumerate(chart.series) if series.points]
    names = [canvas.two_lines(series.name, NAME) for _, series, _ in rows]
    known = [row for row in rows if row[2].k is not None]
    top = max((max(point.k or 0, point.n or 0 if whole else 0) for *_, point in known), default=0)
    behind: Trace = {"type": "bar", "orientation": "h", "width": 0.62, "hoverinfo": "skip",
                     "marker": {"color": look.BLUE1}, "y": [place for place, _, point in known if point.n],
                     "x": [point.n for *_, point in known if point.n]}
    front: Trace = {
        "type": "bar", "orientation": "h", "width": 0.62 if not whole else 0.34, "marker": {"color": look.BLUE7},
        "y": [place for place, *_ in known], "x": [point.k for *_, point in known],
        **canvas.told(chart, [(series, point) for _, series, point in known])}
    return canvas.figure(
        chart, [behind, front] if whole and behind["x"] else [front], 16 + ROW * len(rows) + 24, barmode="overlay",
        xaxis=canvas.counts(top),
        yaxis=canvas.axis(tickvals=[place for place, *_ in rows], ticktext=names,
                          range=[len(rows) - 0.4, -0.6], showline=False, ticklabelstandoff=6,
                          tickfont={"size": look.DETAIL, "color": look.INK}),
        annotations=[canvas.annotation(point.words, max(point.k or 0, point.n or 0) if whole else point.k or 0, place,
                                       xanchor="left", xshift=6, font={"size": look.DETAIL, "color": look.INK})
                     for place, _, point in rows],
        margin={"l": 120, "r": canvas.room([point.words for *_, point in rows], 96), "t": 4, "b": 26})


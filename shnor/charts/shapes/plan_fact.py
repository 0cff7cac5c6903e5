"""Plan and fact over a year: two cumulative lines, the plan as steps, the line of the day, the distance in words."""

from typing import Any

from shnor import look
from shnor.charts.facts import Chart, Series
from shnor.charts.shapes import canvas
from shnor.charts.shapes.canvas import Figure, Trace
from shnor.wording import day, number


def plan_fact(chart: Chart, today: str = "", height: int = 220, *, due: int | None = None) -> Figure:
    """series: the plan, then what was done, both adding up over the same places. today: the place the line of the day
    stands at. due: so much of the plan had come by the day itself, which is seldom the end of its place."""
    top = max((point.value or 0 for series in chart.series for point in series.points), default=0)
    traces = [_line(chart, series, plan=not place) for place, series in enumerate(chart.series[:2])]
    here = chart.places.index(today) if today in chart.places else None
    return canvas.figure(
        chart, traces, height, yaxis=canvas.counts(top),
        xaxis=canvas.axis(type="category", categoryorder="array", categoryarray=[*chart.places],
                          range=[-0.3, len(chart.places) - 0.7]),
        shapes=[] if here is None else [{"type": "line", "x0": here, "x1": here, "y0": 0, "y1": 1, "yref": "paper",
                                         "line": {"color": look.INK, "width": 1.5}}],
        annotations=[*_names(chart), *([] if here is None else [*_due(chart, today, due), canvas.annotation(
            f"на {day(chart.day)}", here, 1, yref="paper", yanchor="bottom",
            xanchor="right" if here > len(chart.places) / 2 else "left")])],
        margin={"l": 40, "r": 64, "t": 22, "b": 28})


def _due(chart: Chart, today: str, due: int | None) -> list[dict[str, Any]]:
    """«план 36» at the left of the line of the day, where it is not the plan of the whole."""
    plan, done = ([point for point in series.points if point.value is not None] for series in chart.series[:2])
    if due is None or due == plan[-1].k:
        return []
    ahead = bool(done) and (done[-1].k or 0) > due
    return [canvas.annotation(f"{chart.series[0].name} <b>{number(due)}</b>", today, due, xanchor="right", xshift=-6,
                              yshift=-11 if ahead else 11, font={"size": look.DETAIL, "color": look.INK})]


def _line(chart: Chart, series: Series, *, plan: bool) -> Trace:
    shown = [point for point in series.points if point.value is not None]
    look_of: dict[str, Any] = {"color": look.MUTED, "width": 1.5, "dash": "dot", "shape": "hv"} if plan else {
        "color": look.BLUE7, "width": 3}
    return {"type": "scatter", "mode": "lines" if plan else "lines+markers", "x": [point.at for point in shown],
            "y": [point.value for point in shown], "line": look_of, "marker": {"size": 8, "color": look.BLUE7},
            **canvas.told(chart, [(series, point) for point in shown])}


def _names(chart: Chart) -> list[dict[str, Any]]:
    """«план 41» and «факт 33» at the end of each line, apart from one another."""
    ends = [(series.name, shown[-1]) for series in chart.series[:2]
            if (shown := [point for point in series.points if point.value is not None])]
    heights = [point.value or 0 for _, point in ends]
    near = len(heights) > 1 and abs(heights[0] - heights[1]) < 0.12 * max(*heights, 1)
    shifts = (9, -9) if near and heights[0] >= heights[1] else (-9, 9) if near else (0, 0)
    return [canvas.annotation(f"{name} <b>{point.text}</b>", point.at, point.value, xanchor="left", xshift=8,
                              yshift=shift, font={"size": look.DETAIL, "color": look.INK})
            for (name, point), shift in zip(ends, shifts, strict=False)]

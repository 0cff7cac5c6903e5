"""Chart → Plotly figure. graph_objects only: express is six times slower."""

from datetime import date, datetime, time, timedelta

import plotly.graph_objects as go
from babel.dates import format_date

from shnor.charts.chart import Chart, Series
from shnor.charts.styles import Style, light
from shnor.look import FONT, INK, LINE, PAPER
from shnor.wording import NBSP, day

LETTERS = 46
"""As much of a name as fits a telephone 390 px wide; the rest is shown when pointed at."""
SHORT_LEGEND = 30
"""Letters of all words of a legend that fit one line of a telephone."""
DAY = timedelta(days=1)
MILLISECONDS = 24 * 3600 * 1000
NARROWEST = 1 / 60
"""Of the width of the plot: a deadline of one day in a plan of three years must still be seen."""


def to_plotly(chart: Chart) -> go.Figure:
    """The chart for the screen. Never without a trace: Streamlit refuses a figure with none."""
    figure = go.Figure(layout={
        "title": {"text": f"<b>{chart.title}</b>", "x": 0, "xref": "paper", "y": 1, "yref": "container",
                  "yanchor": "top", "pad": {"t": 6}, "font": {"size": 14}},
        "font": {"family": FONT, "size": 12, "color": INK}, "paper_bgcolor": PAPER, "plot_bgcolor": PAPER,
        "separators": f",{NBSP}", "margin": {"l": 6, "r": 6, "t": 34, "b": 8}, "dragmode": False,
        "hoverlabel": {"align": "left", "bgcolor": PAPER, "font": {"color": INK, "size": 12}, "namelength": -1}})
    draw = {"stacked_bars": _stacked_bars, "spans": _spans, "matrix": _stacked_bars}[chart.shape]
    (draw if chart.categories else _empty)(figure, chart)
    return figure


def _empty(figure: go.Figure, chart: Chart) -> None:
    figure.add_trace(go.Scatter(x=[0], y=[0], mode="text", text=["нет данных"], hoverinfo="skip", showlegend=False))
    figure.update_layout(height=120, xaxis={"visible": False}, yaxis={"visible": False})


def short(text: str, letters: int = LETTERS) -> str:
    """Cut at a word, with an ellipsis; never longer than `letters`."""
    if len(text) <= letters:
        return text
    kept = text[:letters - 1]
    return (kept[:kept.rfind(" ")] if " " in kept[letters // 2:] else kept).rstrip(" ,;:–—(") + "…"


def _marker(look: Style) -> dict:
    marker: dict = {"color": look.fill, "line": {"color": LINE, "width": 1}}
    if look.pattern:
        marker["pattern"] = {"shape": look.pattern, "fgcolor": look.ink, "bgcolor": look.fill, "size": 6,
                             "fillmode": "replace", "solidity": 0.35}
    return marker


def _letters(look: Style) -> dict:
    """Numbers on a pattern stand in a pale halo, or they cannot be read."""
    if look.pattern:
        return {"size": 13, "color": INK, "shadow": ", ".join([f"0 0 3px {PAPER}"] * 6)}
    return {"size": 12, "color": INK if light(look.fill) else PAPER}


def _rows(figure: go.Figure, chart: Chart, *, top: float, height: int, x: object) -> None:
    """Rows from top to bottom, the name of each above its bar, so that a long one takes no width from the plot."""
    places = [*range(len(chart.categories))]
    figure.add_trace(go.Scatter(
        x=[x] * len(places), y=[place - 0.22 for place in places], mode="text", textposition="middle right",
        text=[short(label) for label in chart.labels], textfont={"size": 12, "color": INK}, showlegend=False,
        customdata=[name for name in chart.categories], hovertemplate="%{customdata}<extra></extra>"))
    figure.update_yaxes(visible=False, range=[len(places) - 0.4, top], fixedrange=True)
    figure.update_layout(
        height=height, barmode="stack", bargap=0,
        legend={"orientation": "h", "x": 0, "y": 0, "yref": "container", "yanchor": "bottom", "font": {"size": 12},
                "itemclick": False, "itemdoubleclick": False, "traceorder": "normal", "entrywidthmode": "pixels"})


def _stacked_bars(figure: go.Figure, chart: Chart) -> None:
    places = [place + 0.2 for place in range(len(chart.categories))]
    for series in chart.series:
        figure.add_trace(go.Bar(
            x=series.numbers, y=places, orientation="h", width=0.42, name=series.name,
            marker=_marker(series.style), text=[value or "" for value in series.numbers], textposition="inside",
            insidetextanchor="middle", textangle=0, constraintext="none",
            textfont=_letters(series.style), customdata=[*chart.categories],
            hovertemplate="%{customdata}<br>" + series.name + ": %{x}<extra></extra>"))
    longest = max(map(sum, zip(*(series.numbers for series in chart.series), strict=True)), default=0)
    _rows(figure, chart, top=-0.55, height=96 + 46 * len(chart.categories) + _legend_height(chart), x=0)
    figure.update_layout(margin={"b": 40 + _legend_height(chart)})  # the axis stands above the legend, never under it
    figure.update_xaxes(range=[0, longest * 1.02], fixedrange=True, showgrid=True, gridcolor="#e3e8ec", zeroline=False,
                        tickformat="d", nticks=6, title={"text": chart.unit, "font": {"size": 12}})


def _legend_height(chart: Chart) -> int:
    """On a telephone every word has a line of its own, unless they are as short as marks; on a wide screen the bars
    take what is left."""
    letters = sum(len(series.name) for series in chart.series)
    return 12 + 20 * (len(chart.series) if letters > SHORT_LEGEND else 1)


def _spans(figure: go.Figure, chart: Chart) -> None:
    every = [span for series in chart.series for spans in series.spans for span in spans]
    first = min([span.start for span in every] + [chart.today or every[0].start])
    last = max([span.end for span in every] + [chart.today or every[0].end]) + DAY
    for series in chart.series:
        figure.add_trace(_span_bars(series, chart, narrowest=(last - first) * NARROWEST))
    edge = (last - first) / 30  # room for the first and the last name of a month
    height = 94 + 40 * len(chart.categories) + _legend_height(chart)
    _rows(figure, chart, top=-0.55, height=height, x=_moment(first - edge))
    ticks = _months(first, last)
    figure.update_xaxes(type="date", range=[_moment(first - edge), _moment(last + edge)], fixedrange=True, side="top",
                        showgrid=True, gridcolor="#d5dde3", tickfont={"size": 12},
                        tickvals=[_moment(tick) for tick in ticks], ticktext=[_tick(tick, ticks) for tick in ticks])
    figure.update_layout(barmode="overlay", margin={"t": 86})
    if chart.today:
        _today(figure, chart.today, first, last)


def _span_bars(series: Series, chart: Chart, narrowest: timedelta) -> go.Bar:
    """A bar is drawn to the end of its last day; one too short to be seen is widened to the left."""
    placed = [(place, span) for place, spans in enumerate(series.spans) for span in spans]
    ends = [span.end + DAY for _, span in placed]
    starts = [min(span.start, end - narrowest) for (_, span), end in zip(placed, ends, strict=True)]
    return go.Bar(
        x=[(end - start).days * MILLISECONDS for start, end in zip(starts, ends, strict=True)],
        base=[_moment(start) for start in starts], y=[place + 0.22 for place, _ in placed], orientation="h", width=0.38,
        name=series.name, marker=_marker(series.style),
        customdata=[[chart.categories[place], span.hint] for place, span in placed],
        hovertemplate="%{customdata[0]}<br>%{customdata[1]}<extra></extra>")


def _today(figure: go.Figure, today: date, first: date, last: date) -> None:
    """The line of the day the figures are counted for; its words stay inside the plot on either side."""
    noon = datetime.combine(today, time(12)).isoformat()
    late = (today - first) / (last - first) > 0.6
    figure.add_shape(type="line", x0=noon, x1=noon, y0=0, y1=1, yref="paper",
                     line={"color": INK, "width": 2, "dash": "dot"})
    figure.add_annotation(x=noon, y=1, yref="paper", yshift=34, yanchor="bottom", showarrow=False,
                          xanchor="right" if late else "left", text=f"<b>на {day(today)}</b>", font={"size": 12})


def _months(first: date, last: date) -> list[date]:
    """First days of months, so few that their names fit a telephone."""
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    step = next(step for step in (1, 2, 3, 6, 12, 24, 1200) if count / step <= 7)
    numbers = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    starts = [date(number // 12, number % 12 + 1, 1) for number in numbers if number % 12 % min(step, 12) == 0]
    return [start for start in starts if first <= start <= last] or [first]


def _tick(tick: date, ticks: list[date]) -> str:
    """«ноя», and the year under the first and wherever it changes; a plan within one month shows its day."""
    if tick.day != 1:
        return day(tick)
    name = format_date(tick, "LLL", locale="ru").rstrip(".")[:3]
    before = ticks[ticks.index(tick) - 1] if tick != ticks[0] else None
    return name if before and before.year == tick.year else f"{name}<br>{tick.year}"


def _moment(value: date) -> str:
    return value.isoformat()


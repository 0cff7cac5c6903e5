"""Small pictures inside tables and tiles as SVG or HTML: a row of a matrix is read at a glance and prints. Numbers and
our own words alone come in; every word is escaped. Shades come from the style sheet: a print may change them."""

from collections.abc import Collection, Mapping, Sequence
from html import escape
from math import ceil

from shnor.metrics.standings import DUE_PARTS

WIDTH, HEIGHT = 120, 28
"""Of a spark line, in pixels."""
MARK = 10.0
"""A deadline of one day is drawn so wide."""


def _svg(words: str, width: int, height: int, body: str, mark: str = "shnor-spark") -> str:
    said = escape(words, quote=True)
    return (f"<svg class='{mark}' role='img' aria-label='{said}' width='{width}' height='{height}' "
            f"viewBox='0 0 {width} {height}'><title>{said}</title>{body}</svg>")


def spark(values: Sequence[float | None], words: str, *, plan: Sequence[float | None] = (), top: float | None = None,
          apart: Collection[int] = (), width: int = WIDTH, height: int = HEIGHT) -> str:
    """A line from 0; None is a gap. plan: dotted steps behind it. top: one scale for several of them. apart: places the
    line does not come to, for what stands there is not compared with what is before. words: what it shows, for who
    cannot see it."""
    highest = top or max((value for value in (*values, *plan) if value is not None), default=0) or 1
    places = _places(max(len(values), len(plan)), width)

    def at(value: float) -> float:
        return round(height - 4 - (height - 8) * min(value / highest, 1), 1)

    body = "".join(f"<polyline class='plan' points='{_steps(run, places, at)}'/>" for run in _runs(plan))
    for run in _runs(values, apart):
        body += f"<polyline class='line' points='{' '.join(f'{places[place]},{at(value)}' for place, value in run)}'/>"
    told = [(place, value) for place, value in enumerate(values) if value is not None]
    if told:
        place, value = told[-1]
        body += f"<circle class='end' cx='{places[place]}' cy='{at(value)}' r='3'/>"
    return _svg(words, width, height, body)


def columns(values: Sequence[float | None], words: str, *, names: Sequence[str] = (), top: float | None = None,
            width: int = WIDTH, height: int = HEIGHT) -> str:
    """A bar a month, as high as the value; None leaves its place empty, the last one is the darkest. names: what stands
    below each. top: the value of the highest bar there could be."""
    highest = top or max((value for value in values if value is not None), default=0) or 1
    step = width / max(len(values), 1)
    newest = max((place for place, value in enumerate(values) if value is not None), default=-1)
    bars = []
    for place, value in enumerate(values):
        if value is not None:
            tall = round(max(1.0, (height - 2) * value / highest), 1)
            bars.append(f"<rect class='{'now' if place == newest else 'bar'}' x='{round(place * step + 1, 1)}' "
                        f"y='{round(height - tall, 1)}' width='{round(step - 2, 1)}' height='{tall}'/>")
    bars += [f"<text x='{round((place + 0.5) * step, 1)}' y='{height + 13}'>{escape(name)}</text>"
             for place, name in enumerate(names)]
    return _svg(words, width, height + 16 if names else height, "".join(bars))


def bullet(k: int, n: int, words: str, *, top: int = 0, width: int = WIDTH, height: int = 12) -> str:
    """How far it is to the plan: a bar of k over a pale one of n; n = 0: a plain bar. top: one scale for several."""
    whole = max(k, n, top, 1)
    plan, fact = (round(width * part / whole, 1) for part in (n, k))
    body = (f"<rect class='whole' x='0' y='0' width='{plan}' height='{height}'/>"
            f"<rect class='now' x='0' y='{height / 4}' width='{fact}' height='{height / 2}'/>")
    return _svg(words, width, height, body)


def spread(value: float, low: float, high: float, words: str, *, beside: float | None = None, width: int = WIDTH,
           height: int = 14) -> str:
    """A share on a scale from 0 to 100 % with its interval behind it; beside: what it is compared with, as |."""
    middle, left, right = height / 2, *(round(4 + (width - 8) * place, 1) for place in (low, high))
    body = (f"<line class='scale' x1='4' x2='{width - 4}' y1='{middle}' y2='{middle}'/>"
            f"<rect class='band' x='{left}' y='2' width='{round(max(1.0, right - left), 1)}' height='{height - 4}'/>")
    if beside is not None:
        tick = round(4 + (width - 8) * beside, 1)
        body += f"<line class='beside' x1='{tick}' x2='{tick}' y1='0' y2='{height}'/>"
    return _svg(words, width, height,
                f"{body}<circle class='end' cx='{round(4 + (width - 8) * value, 1)}' cy='{middle}' r='4.5'/>")


def dots(k: int, words: str, *, most: int = 8) -> str:
    """A dot a thing, at most so many: the number stands beside."""
    shown = min(k, most)
    body = "".join(f"<circle class='end' cx='{5 + 11 * place}' cy='6' r='4'/>" for place in range(shown))
    return _svg(words, max(1, 11 * shown), 12, body)


def months(held: Sequence[int], planned: Sequence[int], words: str, *, step: int = 11) -> str:
    """Twelve months of a year: a dot where something was held, with its number when it was more than one, a ring where
    something is planned, a small tick where nothing is. step: a month is so wide, with air between two numbers."""
    marks, radius = [], min(6.0, (step - 1) / 2)
    for place in range(12):
        middle, n = step * place + step / 2, held[place]
        if n > 1:
            marks.append(f"<circle class='end' cx='{middle:g}' cy='9' r='{radius:g}'/>"
                         f"<text x='{middle:g}' y='13'>{n}</text>")
        elif n or planned[place]:
            marks.append(f"<circle class='{'end' if n else 'ring'}' cx='{middle:g}' cy='9' r='4.5'/>")
        else:
            marks.append(f"<circle class='none' cx='{middle:g}' cy='9' r='1'/>")
    return _svg(words, 12 * step, 18, "".join(marks), "shnor-spark shnor-months")


def parts(counts: Mapping[str, int], words: str, links: Mapping[str, str] | None = None) -> str:
    """Due in its four parts as a bar of 100 %, in their fixed order, each with its number; a part is a link to its
    rows. counts: by the names of DUE_PARTS."""
    cells = []
    for name, word in DUE_PARTS.items():
        if n := counts.get(name, 0):
            link = (links or {}).get(name)
            tag, link = ("a", f" href='{escape(link, quote=True)}'") if link else ("span", "")
            cells.append(f"<{tag}{link} class='shnor-{name}' style='flex:{n}' title='{escape(word)}: {n}'>"
                         f"<b>{n}</b></{tag}>")
    return (f"<div class='shnor-parts' role='group' aria-label='{escape(words, quote=True)}'>{''.join(cells)}</div>"
            if cells else f"<span class='shnor-note'>{escape(words)}</span>")


def track(start: float, end: float, today: float | None, part: str, words: str, *, fact: float | None = None,
          months: int = 12, width: int = 300) -> str:
    """A deadline in time inside a row of a table: from start to end, both 0…1 of the months, all of one width, and the
    line of the day. part: of STYLES: its look. fact: when it was done, where that is said. As wide as its cell."""
    left, wide = _seen(width * max(0.0, start), width * min(1.0, max(end, start)), width / months)
    line = f"<line class='today' x1='{round(width * today, 1)}' x2='{round(width * today, 1)}' y1='0' y2='16'/>" \
        if today is not None else ""
    tick = f"<rect class='fact' x='{round(width * min(1.0, max(0.0, fact)) - 1.5, 1)}' y='2' width='3' height='12'/>" \
        if fact is not None else ""
    return _svg(words, width, 16, f"<rect class='{part}' x='{round(left, 1)}' y='4' "
                                  f"width='{round(wide, 1)}' height='8' rx='1'/>{tick}{line}",
                "shnor-track' preserveAspectRatio='none")


def _seen(left: float, right: float, month: float) -> tuple[float, float]:
    """Where a mark begins and how wide it is: at least so that it is seen, and then inside the month it ends in."""
    if right - left >= MARK:
        return left, right - left
    first = month * max(0, ceil(round(right / month, 6)) - 1)
    wide = min(MARK, month - 2)
    return min(max(right - wide, first + 1), first + month - 1 - wide), wide


def _places(size: int, width: int) -> list[float]:
    return [round(4 + (width - 8) * place / max(size - 1, 1), 1) for place in range(size)]


def _runs(values: Sequence[float | None], apart: Collection[int] = ()) -> list[list[tuple[int, float]]]:
    """Values that may be joined. apart: places that begin anew."""
    found: list[list[tuple[int, float]]] = [[]]
    for place, value in enumerate(values):
        if value is None or place in apart:
            found.append([])
        if value is not None:
            found[-1].append((place, value))
    return [run for run in found if run]


def _steps(run: list[tuple[int, float]], places: list[float], at) -> str:
    corners: list[str] = []
    before: float | None = None
    for place, value in run:
        if before is not None:
            corners.append(f"{places[place]},{at(before)}")
        corners.append(f"{places[place]},{at(value)}")
        before = value
    return " ".join(corners)

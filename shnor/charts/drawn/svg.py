"""Lines, bars, signs and letters as SVG, for what draws no browser: every text is of the carried letters, every word is
escaped, every coordinate is rounded, so that the same picture is the same bytes."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import Literal, NamedTuple

from shnor import look
from shnor.charts.drawn import letters
from shnor.charts.styles import Style

Place = tuple[float, float]
Side = Literal["start", "middle", "end"]


class Room(NamedTuple):
    """A rectangle, y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top


def picture(width: float, height: float, body: Iterable[str]) -> str:
    """The whole picture."""
    return (f"<svg xmlns='http://www.w3.org/2000/svg' width='{_n(width)}' height='{_n(height)}' "
            f"viewBox='0 0 {_n(width)} {_n(height)}'>{''.join(body)}</svg>")


def text(words: str, x: float, y: float, size: float, side: Side = "start", *, bold: bool = False,
         ink: str = look.INK) -> str:
    """One line, y: its middle. Letters the font has not stand in an element of their own: beside one of them a whole
    line would change its font."""
    at = x - letters.width(words, size, bold=bold) * {"start": 0, "middle": 0.5, "end": 1}[side]
    found = []
    for piece, ours in letters.runs(words):
        weight = " font-weight='bold'" if bold and ours else ""
        found.append(f"<text x='{_n(at)}' y='{_n(y + 0.35 * size)}' font-family='{_family(ours)}' "
                     f"font-size='{_n(size)}'{weight} fill='{ink}' xml:space='preserve'>{escape(piece)}</text>")
        at += letters.width(piece, size, bold=bold)
    return "".join(found)


def above(words: str, x: float, y: float, size: float) -> str:
    """The bold words of a value over what is drawn behind them, which shines through; (x, y): their middle."""
    half = letters.width(words, size, bold=True) / 2
    corners = [(x - half, y - size / 2), (x + half, y - size / 2), (x + half, y + size / 2), (x - half, y + size / 2)]
    return area(corners, look.PAPER, 0.7) + text(words, x, y, size, "middle", bold=True)


def lines(words: Sequence[str], x: float, y: float, size: float, side: Side = "start", *, bold: bool = False,
          ink: str = look.INK) -> str:
    """Several lines, y: the middle of them all."""
    first = y - (len(words) - 1) * letters.TALL * size / 2
    return "".join(text(line, x, first + place * letters.TALL * size, size, side, bold=bold, ink=ink)
                   for place, line in enumerate(words))


def upright(words: str, x: float, y: float, size: float, ink: str = look.MUTED) -> str:
    """One line from below upwards, (x, y): its middle."""
    return f"<g transform='rotate(-90 {_n(x)} {_n(y)})'>{text(words, x, y, size, 'middle', ink=ink)}</g>"


def rect(x: float, y: float, width: float, height: float, fill: str, edge: str = "") -> str:
    drawn = f" stroke='{edge}' stroke-width='1'" if edge else ""
    sides = f"width='{_n(max(width, 0))}' height='{_n(max(height, 0))}'"
    return f"<rect x='{_n(x)}' y='{_n(y)}' {sides} fill='{fill}'{drawn}/>"


def line(start: Place, end: Place, ink: str = look.RULE, wide: float = 1, dash: str = "") -> str:
    return polyline((start, end), ink, wide, dash)


def polyline(places: Iterable[Place], ink: str, wide: float, dash: str = "") -> str:
    """dash: «solid», «dash», «dot», «dashdot», as Plotly names them."""
    steps = {"dash": (4, 2), "dot": (1, 1.5), "dashdot": (4, 2, 1, 2)}.get(dash)
    dashed = f" stroke-dasharray='{' '.join(_n(step * max(wide, 2)) for step in steps)}'" if steps else ""
    return (f"<polyline points='{_points(places)}' fill='none' stroke='{ink}' stroke-width='{_n(wide)}' "
            f"stroke-linejoin='round'{dashed}/>")


def area(places: Iterable[Place], fill: str, part: float) -> str:
    """part: how much of the fill covers what is behind it, 0…1."""
    return f"<polygon points='{_points(places)}' fill='{fill}' fill-opacity='{_n(part)}'/>"


def sign(kind: str, x: float, y: float, half: float, fill: str, edge: str = "") -> str:
    """kind: «circle», «diamond», «square», «triangle-up», as Plotly names them. half: of its width."""
    drawn = f" stroke='{edge}' stroke-width='{_n(0.28 * half)}'" if edge else ""
    if kind == "circle":
        return f"<circle cx='{_n(x)}' cy='{_n(y)}' r='{_n(half)}' fill='{fill}'{drawn}/>"
    corners = {"diamond": ((0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0)), "square": ((-1, -1), (1, -1), (1, 1), (-1, 1)),
               "triangle-up": ((0, -1.2), (1.1, 0.9), (-1.1, 0.9))}[kind]
    places = [(x + half * right, y + half * down) for right, down in corners]
    return f"<polygon points='{_points(places)}' fill='{fill}'{drawn}/>"


def bar(x: float, y: float, width: float, height: float, style: Style, step: float) -> str:
    """A bar of this look. step: between the lines of its hatch, which are drawn one by one: patterns of SVG come out
    differently in every program."""
    edge = look.MUTED if style.pattern else look.PAPER
    return rect(x, y, width, height, style.fill, edge) + _hatch(x, y, width, height, style, step)


def _hatch(x: float, y: float, width: float, height: float, style: Style, step: float) -> str:
    """Signs of Plotly: / \\ | - lines, x crossed lines, . dots."""
    found: list[tuple[Place, Place]] = []
    slanted = [((max(0.0, at - height), min(at, height)), (min(at, width), max(0.0, at - width)))
               for at in _steps(width + height, step * 1.4)]
    if style.pattern in ("/", "x"):
        found += slanted
    if style.pattern in ("\\", "x"):
        found += [((width - left, top), (width - right, foot)) for (left, top), (right, foot) in slanted]
    if style.pattern == "|":
        found += [((at, 0.0), (at, height)) for at in _steps(width, step)]
    if style.pattern == "-":
        found += [((0.0, at), (width, at)) for at in _steps(height, step)]
    if style.pattern == ".":
        found += [((left, top), (left + 1.5, top)) for left in _steps(width - 1.5, step)
                  for top in _steps(height, step)]
    moves = "".join(f"M{_n(x + left)} {_n(y + top)}L{_n(x + right)} {_n(y + foot)}"
                    for (left, top), (right, foot) in found)
    return f"<path d='{moves}' stroke='{style.ink}' stroke-width='1.5' fill='none'/>" if moves else ""


def _steps(end: float, step: float) -> list[float]:
    return [step * (place + 0.5) for place in range(int(end / step + 0.5))]


def _family(ours: bool) -> str:
    return letters.FAMILY if ours else letters.OTHER


def _points(places: Iterable[Place]) -> str:
    return " ".join(f"{_n(x)},{_n(y)}" for x, y in places)


def _n(value: float) -> str:
    return f"{round(value, 2):g}"

"""A chart as facts: what is compared, in words and counts, and where the rows of each value are. The picture on the
screen, the table behind it, the Excel sheet, the slide and the text for who cannot see are all made from it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from shnor.metrics import Figure
from shnor.wording import NO_DATA, PLAN_SHARE, figure_text, k_of_n, number

FEW = 10
"""Below so many on either side nothing stands on an axis of shares: counts as dots or words."""
MOST = 4
"""So many series in colour; of more one is in colour and the others are grey."""
NOT_SAT, TOO_FEW, NOT_SENT, NOT_APPLICABLE, NEXT_TO_NOTHING = (
    "не сдавали", "мало участников", "не прислали", "неприменимо", "меньше половины единицы")
ABSENT = (NOT_SAT, TOO_FEW, NOT_SENT, NOT_APPLICABLE, NEXT_TO_NOTHING)
"""Why there is no value: the same five on screen, in a chart, in Excel and in print. They sort last and are never 0."""


@dataclass(frozen=True)
class Point:
    """One value. at: what it stands over («2025–2026», «ноябрь», «не выполнено»). text: as it is said. k, n: its
    counts, n None where it is no share, k None of a mean of n. value: its place on the axis, 0…1 of a share; None: it
    has none there. low, high: of its interval. link: to its rows. why: one of ABSENT, or "нет данных", where nothing
    is known."""

    at: str
    text: str = ""
    k: int | None = None
    n: int | None = None
    value: float | None = None
    low: float | None = None
    high: float | None = None
    link: str = ""
    why: str = ""

    @property
    def words(self) -> str:
        """The value as it is said, or why there is none."""
        return self.text or self.why or NO_DATA


@dataclass(frozen=True)
class Series:
    """What belongs together: a school over years, a year over marks, a work over two moments. words: what may be said
    of it. link: where its name leads. quiet: it is grey where others have colour."""

    name: str
    points: tuple[Point, ...]
    words: str = ""
    link: str = ""
    quiet: bool = False


@dataclass(frozen=True)
class Break:
    """The series is broken before this place («2023»): what stands on both sides is not compared."""

    before: str
    words: str


@dataclass(frozen=True)
class Chart:
    """id: its name on the page, in the address of its file and in the names of downloads. title: the question it
    answers, or the answer. unit: of its values («доля отметок «2»», «мероприятий»). set, day, source: over what,
    counted for which day, from which forms. ends: of its axis, where that is one of means: marks lie between 2 and 5.
    """

    id: str
    title: str
    unit: str
    set: str
    day: date
    source: str
    series: tuple[Series, ...]
    breaks: tuple[Break, ...] = ()
    ends: tuple[float, float] | None = None

    @property
    def places(self) -> tuple[str, ...]:
        """What the points stand over, each once, in the order they come."""
        return tuple(dict.fromkeys(point.at for series in self.series for point in series.points))


def of_figure(at: str, figure: Figure | None, link: str = "", why: str = NO_DATA) -> Point:
    """The point of a figure. A small group has counts and no place on the axis; a percentage without its number has a
    place and no counts. why: where there is no figure."""
    if figure is None or figure.status in ("no_data", "no_report"):
        return Point(at, why=figure_text(figure) if figure else why, link=link)
    shown = figure.status == "ok" or (figure.status == "no_n" and figure.value is not None)
    low, high = (figure.low, figure.high) if shown else (None, None)
    mean = figure.denominator is not None and figure.unit not in ("доля", PLAN_SHARE)  # sums of marks say nothing
    return Point(at, figure_text(figure), None if mean else figure.numerator, figure.denominator,
                 figure.value if shown else None, low, high, link)


def share(at: str, k: int, n: int, low: float | None = None, high: float | None = None, link: str = "") -> Point:
    """A part of a whole by its counts; fewer than FEW have no place on the axis. Nobody: «не сдавали»."""
    if not n:
        return Point(at, why=NOT_SAT, link=link)
    few = n < FEW
    return Point(at, k_of_n(k, n), k, n, None if few else k / n, None if few else low, None if few else high, link)


def count(at: str, k: int | None, link: str = "", why: str = NO_DATA) -> Point:
    """A number of things."""
    return Point(at, "" if k is None else number(k), k, None, None if k is None else float(k), link=link,
                 why=why if k is None else "")


def focused(series: Sequence[Series]) -> tuple[Series, ...]:
    """With more than MOST series all that are not chosen are grey; the first is in colour where none is chosen."""
    if len(series) <= MOST:
        return tuple(series)
    chosen = [one for one in series if not one.quiet]
    kept = chosen if len(chosen) <= MOST else chosen[:1]
    return tuple(replace(one, quiet=one not in kept) for one in series)


def table(chart: Chart, head: str = "") -> tuple[tuple[str, ...], tuple[tuple[Point | str, ...], ...]]:
    """The table behind a chart: (heads, rows): a row a series, a column a place. A cell is the point itself, "" where
    the series has none; what may be said stands last where anything is said."""
    said = any(series.words for series in chart.series)
    heads = (head, *chart.places, *(("Что можно сказать",) if said else ()))
    rows = []
    for series in chart.series:
        own = {point.at: point for point in series.points}
        rows.append((series.name, *(own.get(at, "") for at in chart.places), *((series.words,) if said else ())))
    return heads, tuple(rows)


def in_words(chart: Chart) -> str:
    """The text for who cannot see the picture: largest, smallest and newest value of each series, and what is compared;
    of many series the first five."""
    said = [_series_words(series) for series in chart.series[:5]]
    more = f" Ещё рядов: {len(chart.series) - 5}, они в таблице." if len(chart.series) > 5 else ""
    return f"{chart.title}. {chart.set}. {' '.join(said)}{more}".strip()


def _series_words(series: Series) -> str:
    told = [point for point in series.points if point.value is not None]
    name = f"{series.name}: " if series.name else ""
    if len(told) < 3:
        return f"{name}{', '.join(f'{point.at} {point.words}' for point in series.points)}."
    most, least = max(told, key=_value), min(told, key=_value)
    return (f"{name}больше всего {most.at} {most.words}, меньше всего {least.at} {least.words}, последнее "
            f"{told[-1].at} {told[-1].words}.")


def _value(point: Point) -> float:
    return point.value or 0.0

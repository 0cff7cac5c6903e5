"""Every figure there is: what the command line prints and what people compare before and after an acceptance."""

from collections.abc import Collection, Sequence
from datetime import date

from shnor import periods, wording
from shnor.datasets import KINDS, Kind
from shnor.metrics import METRICS, Figure
from shnor.service.figures import topics
from shnor.service.figures.rows import EVERYTHING
from shnor.store import View


def every(view: View, ids: Sequence[str] = tuple(METRICS), *, as_of: date, school: str = "") -> list[Figure]:
    """Each by the grouping of its passport; of one school or of all."""
    return topics.counted(view, ids, as_of=as_of, where={topics.SCHOOL: school} if school else EVERYTHING)


def touched(view: View, kinds: Collection[str], *, as_of: date) -> list[Figure]:
    """Those that read any of these kinds, grouped as people compare them."""
    ids = [name for name, metric in METRICS.items() if metric.needs.keys() & kinds]
    return [figure for name in ids
            for figure in topics.counted(view, [name], by=METRICS[name].compared or None, as_of=as_of)]


def line(figure: Figure) -> str:
    """As a line of the console shows it: what, how much, of what."""
    over = ", ".join(filter(None, (about(figure), figure.set)))
    return f"{METRICS[figure.metric].title}: {wording.figure_text(figure)} — {over}"


def about(figure: Figure) -> str:
    """What the group of a figure is, in words: «ВПР, 2025–2026 учебный год, 6 класс, математика»."""
    kind = KINDS[METRICS[figure.metric].kind]
    words = [_words(kind, name, value) for name, value in figure.group.items() if value]
    return ", ".join(dict.fromkeys(words))


def _words(kind: Kind, name: str, value: str) -> str:
    column = next((column for column in kind.stored if column.name == name), None)
    if name == "grade":
        return f"{value} класс"
    if name == "year" or (column and column.type == "period"):
        return _period(value)
    return column.choices.get(value, value) if column else value


def _period(code: str) -> str:
    try:
        return periods.parse(code).title
    except ValueError:
        return code

"""Charts of the roadmap."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from shnor.charts.chart import Chart, Series, Span
from shnor.charts.styles import STYLES
from shnor.metrics.standings import DUE_PARTS
from shnor.wording import NBSP, by_number, day, days

Row = Mapping[str, Any]


def four_parts_bar(parts: Sequence[Row], *, by: str, title: str, source: str,
                   names: Mapping[str, str] | None = None, nameless: str = "без направления") -> Chart:
    """Due, in its four parts, a bar a group, in the order given; groups where nothing is due are left out.

    parts: rows of `metrics.parts` grouped by the column `by`. names: value of the column → what people call it.
    """
    shown = [row for row in parts if row["due"]]
    categories = tuple((names or {}).get(row[by], row[by]) if row[by] else nameless for row in shown)
    series = tuple(Series(STYLES[part].word, STYLES[part], tuple(row[part] for row in shown)) for part in DUE_PARTS)
    return Chart(shape="stacked_bars", title=title, unit="наступивших сроков", categories=categories, series=series,
                 source=source)


def parts_matrix(parts: Sequence[Row], *, by: str, title: str, source: str,
                 names: Mapping[str, str] | None = None) -> Chart:
    """Schools by number × the four parts, as numbers: never in the order of a result."""
    named = sorted(((names or {}).get(row[by], row[by]) or "муниципалитет", row) for row in _distinct(parts, by))
    named.sort(key=lambda pair: by_number(pair[0]))
    series = tuple(Series(STYLES[part].word, STYLES[part], tuple(row[part] for _, row in named)) for part in DUE_PARTS)
    return Chart(shape="matrix", title=title, unit="наступивших сроков", categories=tuple(name for name, _ in named),
                 series=series, source=source)


def _distinct(parts: Sequence[Row], by: str) -> list[Row]:
    return list({row[by]: row for row in parts}.values())


def timeline(rows: Sequence[Row], *, title: str, today: date, source: str) -> Chart:
    """A line an activity, in the order given, with a span from the first to the last day of each of its deadlines.

    rows: of `metrics.standings`; those without a known last day or not planned are left out.
    """
    styles = {style.word: style for style in STYLES.values()}
    shown = [row for row in rows if row["due_date"] and row["standing"] in styles]
    places = list(dict.fromkeys(_activity(row) for row in shown))
    lines: dict[str, dict[tuple, list[Span]]] = {word: {place: [] for place in places} for word in styles}
    for row in shown:
        lines[row["standing"]][_activity(row)].append(_span(row))
    series = tuple(Series(word, styles[word], tuple(tuple(spans[place]) for place in places))
                   for word, spans in lines.items() if any(spans.values()))
    return Chart(shape="spans", title=title, unit="срок", categories=tuple(_name(*place) for place in places),
                 series=series, source=source, today=today)


def _activity(row: Row) -> tuple[str, str, str]:
    return row["plan"], row["number"], row["activity"] or ""


def _name(_plan: str, number: str, activity: str) -> str:
    return f"{number}{NBSP}{activity}"


def _span(row: Row) -> Span:
    """Moved work keeps its first day; a deadline known by its last day only is one day long."""
    end = row["due_date"]
    start = min(row["deadline_start"] or end, end)
    said = [row["standing"], f"срок {days(start, end)}"]
    if row.get("fact_date") and row.get("is_done"):
        said.append(f"выполнено {day(row['fact_date'])}")
    return Span(start, end, "; ".join(said))

"""The pictures of the page of the roadmap: plan and fact by month, or several roadmaps beside one another; the four
parts of what was due by direction or by school."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st
from markupsafe import Markup

from shnor import periods, wording
from shnor.charts import facts, inline
from shnor.charts.facts import Chart, Point, Series
from shnor.charts.shapes import shape
from shnor.charts.styles import STYLES
from shnor.metrics.standings import DUE_PARTS
from shnor.service.figures.roadmap import Parts
from shnor.service.figures.roadmap_months import Month
from shnor.service.figures.rows import Where
from shnor.service.pages.roadmap import RoadmapPage
from shnor.service.pages.roadmap_beside import BEFORE, LIST, MUNICIPALITY, Beside, owned
from shnor.ui.kit import block, html
from shnor.ui.kit.block import Block, Held, Shown
from shnor.ui.kit.context import COMPARED, MOST
from shnor.ui.kit.html import Link, joined, tag
from shnor.ui.kit.links import to_rows
from shnor.ui.run.session import Session
from shnor.ui.screens.roadmap import parts

SOURCE = "утверждённые дорожные карты; отчёты школ за месяц"
HEIGHT = 236
FOUR = shape("distribution", {word: STYLES[part] for part, word in DUE_PARTS.items()})
OPEN = 9
"""So many bars stand open; the rest of them is folded."""
QUICK = 12
"""So many things to compare with stand under the chart."""
YEAR = "roadmap_done_year"
DUE = "roadmap_done_due"


def drawn(session: Session, data: RoadmapPage) -> None:
    """Side by side."""
    if data.parts is None:
        return
    left, right = st.columns(2)
    line, bars = blocks(session, data)
    with left, block.framed(session, line.block):
        block.drawn(line)
        for words in (_of_beside if data.beside else _of_plan)(data):
            html.text(words, mark="shnor-small")
        _quick(data)
    with right:
        block.show(session, bars)


def blocks(session: Session, data: RoadmapPage) -> tuple[Shown, Shown]:
    """Of a page that has something to count."""
    return (_compared if data.beside else _plan_fact)(session, data), _parts(session, data)


def month_name(first: date, start: date) -> str:
    """«янв»; outside the year that begins with the period, with its own year."""
    name = periods.MONTHS[first.month - 1][:3]
    inside = 0 <= (first.year - start.year) * 12 + first.month - start.month < 12
    return name if inside else f"{name} {first:%y}"


def _plan_fact(session: Session, data: RoadmapPage) -> Shown:
    """What should have been done by the end of each month and what was, with the line of the day in its month and what
    was due by it; how far they are apart, in words."""
    chart = plan_chart(session, data)
    done = chart.series[1].points
    due = data.parts.due if data.parts else None
    ended = data.months[-1].last < session.day
    steps: dict[str, Any] = {} if ended else {"today": done[-1].at if done else "", "due": due}
    return Shown.of(chart, shape("plan_fact", height=HEIGHT, **steps),
                    rows_link=to_rows(session, "", YEAR, data.chosen.where))


def _of_plan(data: RoadmapPage) -> list[str]:
    undated = _undated(data)
    return [f"Ещё {wording.counted(undated, 'срок')}: выполнено, дата не названа; на линии факта их нет."] \
        if undated else []


def plan_chart(session: Session, data: RoadmapPage) -> Chart:
    """Plan and fact, adding up; no line of the fact where no day of it is named."""
    start, where = periods.parse(data.chosen.period).start, data.chosen.where
    plan = [facts.count(month_name(one.first, start), one.planned, _rows(
        session, {**where, "due_date__to": _end(one)}, "planned")) for one in data.months]
    done = [facts.count(month_name(one.first, start), one.done, _rows(
        session, {**where, "fact_date__to": one.last}, "done")) for one in data.months if one.done is not None]
    hidden = _undated(data) and not any(point.k for point in done)
    return Chart("roadmap-plan", f"План и факт: {_distance(data)}", "сроков", _whose(data), session.day, SOURCE,
                 (Series("план", tuple(plan)), Series("факт", () if hidden else tuple(done))))


def _whose(data: RoadmapPage) -> str:
    """The set of a picture in short; in whole it stands above."""
    return f"{data.owners[data.chosen.whose]}, {wording.period(data.chosen.period)}"


def _end(month: Month) -> date:
    return periods.containing("month", month.first).end


def _rows(session: Session, where: Where, part: str) -> str:
    return to_rows(session, "", YEAR, where, part).address


def _undated(data: RoadmapPage) -> int:
    """Done, and no report names the day."""
    told = [one.done for one in data.months if one.done is not None]
    return max(0, data.parts.done - (told[-1] if told else 0)) if data.parts else 0


def _distance(data: RoadmapPage) -> str:
    """«на 3 меньше плана»: of the day, whatever the month will still bring."""
    counts = data.parts
    if counts is None or not (counts.due or counts.done):
        return counts.without_due if counts else ""
    apart = counts.due - counts.done
    return f"на {abs(apart)} {'меньше' if apart > 0 else 'больше'} плана" if apart else "идём по плану"


def _compared(session: Session, data: RoadmapPage) -> Shown:
    """Of what was due by the end of each month, what was done by then: a line a roadmap, «k из n» in the table."""
    chart = compared_chart(session, data)
    counts = tuple(_as_counts(one, beside.schools) for one, beside in zip(chart.series, data.beside, strict=True))
    return Shown(Block.of(chart, "Чья карта"), replace(chart, series=counts), shape("adding_up", height=HEIGHT))


def _of_beside(data: RoadmapPage) -> list[str]:
    said = ["Школы перечня: в среднем на школу, в таблице все вместе."] if LIST in data.chosen.compare else []
    gone = [one.name for one in data.beside if one.counts and one.counts.undated]
    named = ", ".join(gone)
    return [*said, f"Не у всех выполненных названа дата, такие здесь не посчитаны: {named}."] if gone else said


def _quick(data: RoadmapPage) -> None:
    """One more beside what is shown, by a single click; all that can be are in «Сравнить с…»."""
    compared = data.chosen.compare
    codes = [code for code in data.others if code not in compared][:QUICK if len(compared) < MOST else 0]
    links = [part for code in codes for part in (
        " · ", Link(_short(data.others[code]), "roadmap", ((COMPARED, ",".join((*compared, code))),)))]
    if links:
        html.text("Сравнить с: ", *links[1:], mark="shnor-small")


def _short(name: str) -> str:
    """«№ 12» of «МБОУ ООШ № 12»."""
    return f"№ {name.rpartition('№')[2].strip()}" if "№" in name else name.partition(",")[0]


def compared_chart(session: Session, data: RoadmapPage) -> Chart:
    """Parts of wholes; the lines are drawn by their numbers."""
    return Chart("roadmap-compare", "Выполнено из наступивших, по месяцам", "сроков",
                 f"{wording.period(data.chosen.period)}, нарастающим итогом", session.day, SOURCE,
                 tuple(_series(session, data, one) for one in data.beside))


def _series(session: Session, data: RoadmapPage, one: Beside) -> Series:
    start = periods.parse(data.chosen.period).start
    points = tuple(_met(session, one, month, start) for month in one.months if month.due is not None)
    return Series(one.name, points, quiet=one.code in (LIST, BEFORE))


def _met(session: Session, one: Beside, month: Month, start: date) -> Point:
    at = month_name(month.first.replace(year=month.first.year + one.years), start)
    if not month.due:
        return Point(at, why=facts.NOT_APPLICABLE)
    link = to_rows(session, "", DUE, {**one.where, "due_date__to": month.last, "fact_date__to": month.last}, "done_due")
    return facts.share(at, month.met or 0, month.due, link=link.address)


def _as_counts(series: Series, schools: int) -> Series:
    """Placed by their number, of several schools by the mean of one; the name is as short as the room beside a line."""
    def placed(point: Point) -> Point:
        if point.k is None:
            return point
        mean = round(point.k / schools, 1)
        text = f"{point.text}, в среднем на школу {wording.number(mean, 1)}" if schools > 1 else point.text
        return replace(point, text=text, value=mean, n=None)
    return replace(series, name=_short(series.name), points=tuple(map(placed, series.points)))


def _parts(session: Session, data: RoadmapPage) -> Shown:
    """A bar of 100 % a row: its four parts with their numbers; the name leads to the same page of that row."""
    rows, head = _bars(data), "Направление"
    if data.whole or data.beside:
        head = "Чья карта"
    title = "Из чего складывается «срок наступил»"
    shown = parts.columns(counts for _, _, counts, _ in rows)
    table: tuple[tuple[Held, ...], ...] = tuple((name, *(facts.count(word, getattr(counts, part), to_rows(
        session, "", DUE, where, part).address) for part, word in shown.items())) for name, _, counts, where in rows)
    drawn = [_bar(session, *row, long=head == "Направление") for row in rows]
    rest = joined(drawn[OPEN:])
    more = html.fold(f"Ещё {len(drawn) - OPEN}", rest) if len(drawn) > OPEN + 2 else rest
    body = tag("<div class='shnor-picture shnor-fourparts'>{}{}</div>{}", joined(drawn[:OPEN]), more, legend())
    made = Block("roadmap-parts", title, _whose(data), session.day, SOURCE,
                 (head, *shown.values()), table, tuple(range(1, 1 + len(shown))),
                 to_rows(session, "", DUE, data.chosen.where))
    four = tuple(Series(name, tuple(facts.count(word, getattr(counts, part), to_rows(
        session, "", DUE, where, part).address) for part, word in DUE_PARTS.items()))
        for name, _, counts, where in rows)
    return Shown(made, Chart(made.id, title, "сроков", made.set, made.day, SOURCE, four), FOUR, body)


def _bars(data: RoadmapPage) -> list[tuple[str, Link | None, Parts, Where]]:
    """Name, where it leads, counts, the choice of its rows."""
    where = data.chosen.where
    if data.beside and not data.whole:
        return [(one.name, None, one.counts, one.where) for one in data.beside if one.counts]
    if not data.whole:
        return [(name or "без направления", Link(name, "roadmap", (("direction", name),)) if name else None, counts,
                 {**where, "direction": name}) for name, counts in data.groups.items()]
    return [(name, Link(name, "roadmap", _owner(code)), counts, {**where, **owned(code or MUNICIPALITY)})
            for code, counts in data.groups.items()
            for name in [data.names.get(code, code) or data.owners[MUNICIPALITY]]]


def _owner(code: str) -> tuple[tuple[str, str], ...]:
    """Choices of the address that show the roadmap of a school, or of the municipality."""
    return ("plan", code or MUNICIPALITY), ("direction", ""), ("responsible", "")


def _bar(session: Session, name: str, link: Link | None, counts: Parts, where: Where, *, long: bool) -> Markup:
    numbers: Mapping[str, int] = {part: getattr(counts, part) for part in DUE_PARTS}
    links = {part: to_rows(session, "", DUE, where, part).address for part, n in numbers.items() if n}
    words = f"{name}: {parts.in_words(counts)}" if counts.due else counts.without_due
    done = wording.k_of_n(counts.confirmed + counts.awaited, counts.due)
    told = html.cell(to_rows(session, done, DUE, where)) if counts.due else html.NOTHING
    return tag("<div class='{}'><span class='name' title='{}'>{}</span>{}<span class='told'>{}</span></div>",
               "long" if long else "short", name, html.cell(link or name), Markup(inline.parts(numbers, words, links)),
               told)


def legend(names: Sequence[str] = tuple(DUE_PARTS)) -> Markup:
    return tag("<div class='shnor-legend'>{}</div>", joined(
        tag("<span><span class='shnor-key shnor-{}'></span>{}</span>", part, DUE_PARTS[part]) for part in names))

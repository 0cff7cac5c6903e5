"""Figures as a sentence takes them: each with its passport, its counts, its rows and the cells these were read from."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from urllib.parse import urlencode

import pyarrow.compute as pc

from shnor import wording
from shnor.datasets import KINDS
from shnor.metrics import METRICS, Figure
from shnor.sentences.pieces import Amount, Number, Place, Share, Source
from shnor.service.figures import addresses, rule_words, sets, sources
from shnor.service.figures.rows import EVERYTHING, Where, current
from shnor.service.figures.sources import Counted, Located
from shnor.store import Origin, View

SILENT = ("no_data", "no_report", "no_n")
"""What a figure is that says nothing, or nothing one may count."""
SUMMED = frozenset({"year", "addressee_id"})
"""Groups of a passport whose figures may be added up."""
_CELL = re.compile(r"([A-Z]+)(\d+)")


def amount(view: View, metric: str, *, day: date, where: Where = EVERYTHING, part: str = "") -> Amount:
    """A count. part: another weight of the metric's rows, e.g. "due". Of no rows at all nothing is known."""
    behind = sources.counted(view, metric, as_of=day, where=where, part=part)
    value = behind.made if part else sum(one.numerator for one in behind.figures)
    known = any(one.rows for one in behind.figures)
    return Amount(value if known else None, _source(view, behind, value, None, day, where, part))


def share(view: View, metric: str, *, day: date, where: Where = EVERYTHING) -> Share:
    """A part of a whole, where the choice of rows leaves one figure; nothing is known where there is none, or nobody
    stands in its base."""
    behind = sources.counted(view, metric, as_of=day, where=where)
    told = [one for one in behind.figures if one.denominator and one.status not in SILENT]
    if not told or (len(behind.figures) > 1 and not {*METRICS[metric].by} - {*where} <= SUMMED):
        return Share(None, None)
    k, n = sum(one.numerator for one in told), sum(one.denominator or 0 for one in told)
    return Share(k, n, _source(view, behind, k, n, day, where, ""))


def of(view: View, figure: Figure | None, where: Where) -> Share:
    """Of a figure a page shows: its counts, with what stands behind that choice of rows."""
    if figure is None or not figure.denominator or figure.status in SILENT:
        return Share(None, None)
    behind = sources.counted(view, figure.metric, as_of=figure.as_of, where=where)
    return Share(figure.numerator, figure.denominator, _source(
        view, behind, figure.numerator, figure.denominator, figure.as_of, where, "", figure.set))


def number(told: Amount | Share) -> Number:
    """As a cell of a table: the count, «31 из 33», what is not known in words."""
    if isinstance(told, Share):
        if told.part is None or told.whole is None:
            return Number(wording.NO_DATA, told.source)
        return Number(wording.k_of_n(told.part, told.whole), told.source)
    return Number(wording.NO_DATA if told.value is None else wording.number(told.value), told.source)


def rest(whole: Share, title: str) -> Amount:
    """What is left of a whole, with the rows of the share."""
    if whole.part is None or whole.whole is None:
        return Amount(None)
    left = whole.whole - whole.part
    return Amount(left, whole.source and replace(
        whole.source, title=title, formula=f"остальные из тех же строк; {whole.source.formula}", numerator=left))


def source(view: View, metric: str, *, day: date, where: Where, title: str) -> Source:
    """Of numbers that stand in the rows of a metric and that it does not count itself."""
    behind = sources.counted(view, metric, as_of=day, where=where)
    return replace(_source(view, behind, 0, None, day, where, ""), title=title, numerator=None,
                   formula="сумма по предмету на последнюю дату каждой школы")


def counted(source: Source, k: int) -> Source:
    """The same of another count of its rows."""
    return replace(source, numerator=k)


def different(view: View, metric: str, column: str, *, day: date, where: Where, title: str) -> Amount:
    """How many different values a stored column has in the rows of a figure."""
    behind = sources.counted(view, metric, as_of=day, where=where)
    found = {*_stored(view, behind, column)} - {None, ""}
    name = KINDS[METRICS[metric].kind][column].title
    return _listed(view, behind, column, len(found), Source(
        "", title, f"число разных значений столбца {rule_words.quoted(name)}", _set(behind), day, len(found),
        None, behind.rows.num_rows, link=_link(metric, where)))


def members(view: View, metric: str, column: str, *, day: date, where: Where, title: str) -> Amount:
    """The same of a column whose cells hold several values: «Ш05;Ш07»."""
    behind = sources.counted(view, metric, as_of=day, where=where)
    found = {one for cell in _stored(view, behind, column) for one in str(cell or "").split(";")} - {""}
    return _listed(view, behind, "schools", len(found), Source(
        "", title, "число разных школ в столбце «Школы»", _set(behind), day, len(found), None, behind.rows.num_rows,
        link=_link(metric, where)))


def _listed(view: View, behind: Counted, column: str, n: int, source: Source) -> Amount:
    """With the cells of the column; of no rows nothing is known."""
    located = sources.located(view, behind, as_of=source.day)
    return Amount(n if behind.rows.num_rows else None, replace(source, places=_by_sheet(_cells(located, [column]))))


def _stored(view: View, behind: Counted, column: str) -> list:
    """The different values of a column as they are stored: the marking fills empty cells."""
    stored = current(view, behind.metric.kind)
    return stored[column].take(pc.index_in(behind.rows["src"], stored["src"].combine_chunks())).unique().to_pylist()


def together(title: str, *amounts: Amount) -> Amount:
    """The sum of counts of rows that do not meet."""
    value = sum(one.value or 0 for one in amounts)
    told = [one.source for one in amounts if one.source and one.value]
    return Amount(value, replace(told[0], title=title, numerator=int(value), rows=sum(one.rows for one in told),
                                 places=tuple(place for one in told for place in one.places)) if told else None)


def ratio(people: Amount, staff: Amount) -> Share:
    """People of those who work in the same schools; nobody may be more than there are."""
    part, whole = people.value, staff.value
    known = part is not None and whole is not None and part <= whole
    if part is None or not known:
        return Share(None if part is None else int(part), None, people.source)
    source = people.source and replace(
        people.source, formula=f"{people.source.formula} / педагоги тех же школ на последнюю дату",
        numerator=int(part), denominator=int(whole or 0),
        places=(*people.source.places, *(staff.source.places if staff.source else ())))
    return Share(int(part), int(whole or 0), source)


def whole(told: Share) -> Number:
    """How many there are in all."""
    return Number(wording.NO_DATA if told.whole is None else wording.number(told.whole), told.source)


def part(told: Share) -> Number:
    """How many of them."""
    return Number(wording.NO_DATA if told.part is None else wording.number(told.part), told.source)


def recorded(title: str, formula: str, set: str, day: date, value: int, origins: Iterable[Origin]) -> Source:
    """Of a count no passport has: rows of a register, each one."""
    listed = [*origins]
    return Source("", title, formula, set, day, value, None, len(listed), _by_sheet(
        (at.file, place.sheet, cell) for at in listed for place in at.known_by for cell in place.cells))


def _set(behind: Counted) -> str:
    """Of no rows a passport that groups them has no figure either."""
    return behind.figures[0].set if behind.figures else sets.NOWHERE


def _source(view: View, behind: Counted, k: int, n: int | None, day: date, where: Where, part: str,
            named: str = "") -> Source:
    metric = behind.metric
    words = metric.marking.parts.get(part, "")
    title = f"{metric.title}: {wording.small(words)}" if words else metric.title
    told = named or next((one.set for one in behind.figures if one.rows), _set(behind))
    cells = [*_cells(sources.located(view, behind, as_of=day), [*sources.weighed(metric), *sources.reported(metric)])]
    if behind.beside:
        beside = sources.located(view, behind.beside, as_of=day, shown=None)
        cells += _cells(beside, sources.weighed(behind.beside.metric))
    return Source(metric.id, title, metric.formula, told, day, k, n, behind.rows.num_rows, _by_sheet(cells),
                  _link(metric.id, where, part))


def _link(metric: str, where: Where, part: str = "") -> str:
    return f"{addresses.PAGE}?{urlencode(addresses.query(metric, where, part))}"


def _cells(rows: Iterable[Located], names: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """File, sheet and cell of every value the rows count by; of a row without any those it is known by."""
    for row in rows:
        found = [(origin.of(name), place) for name in names
                 for origin in (row.origin, *(seen.origin for seen in row.seen.get(name, ())))
                 for place in origin.places(name) if place.cells]
        if found:
            yield from ((at.file, place.sheet, cell) for at, place in found for cell in place.cells)
        else:
            yield from ((row.origin.file, place.sheet, cell) for place in row.origin.known_by for cell in place.cells)


def _by_sheet(cells: Iterable[tuple[str, str, str]]) -> tuple[Place, ...]:
    found: dict[tuple[str, str], dict[str, None]] = {}
    for file, sheet, cell in cells:
        found.setdefault((file, sheet), {})[cell] = None
    return tuple(Place(file, sheet, spans([*own])) for (file, sheet), own in found.items())


def spans(cells: Sequence[str]) -> str:
    """«F12, F14…F19»: cells that follow each other in a column as the first and the last."""
    runs: list[tuple[str, int, int]] = []
    for column, row in sorted({(found[1], int(found[2])) for cell in cells if (found := _CELL.fullmatch(cell))},
                              key=lambda one: (len(one[0]), one)):
        if runs and runs[-1][0] == column and runs[-1][2] == row - 1:
            runs[-1] = column, runs[-1][1], row
        else:
            runs.append((column, row, row))
    return ", ".join(_run(*run) for run in runs)


def _run(column: str, first: int, last: int) -> str:
    if last - first < 2:
        return ", ".join(f"{column}{row}" for row in range(first, last + 1))
    return f"{column}{first}…{column}{last}"

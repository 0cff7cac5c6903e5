"""Which table this is: by the texts of its header, never by position or file name."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache

from shnor import periods
from shnor.datasets import KINDS, Grid, Kind, Layout, Value, a1
from shnor.datasets.foreign import FORM_SIGNS, HEAD_ROWS, WIDEST
from shnor.loaders.tables import own_headers
from shnor.loaders.types import Match
from shnor.loaders.words.headers import counted, normalise, paths, plain, read_as, same_header
from shnor.loaders.words.titles import title_above

SCAN_ROWS = HEAD_ROWS
HEADER_ROWS = 3
ENOUGH = 0.5
SURE = 2
_PERCENT = re.compile(r"(?:^|[\s,(])(?:%|процент\w*)\)?$")
_FOUND_IN_LINES = ("school", "month", "period")
FORM_CODE = re.compile(r"Форма\s+(?P<form>[А-ЯЁA-Z]-\d+)\s*·\s*(?P<period>[\d/QH-]+)\s*·\s*(?P<school>[^·]+?)\s*·\s*"
                       r"(?P<sum>[0-9A-F]{4})")


@dataclass(frozen=True)
class Words:
    """A layout ready for looking headers up: normalised header -> column."""

    kind: Kind
    layout: Layout
    headers: Mapping[str, str]
    needs: tuple[str, ...]


@cache
def vocabulary() -> tuple[Words, ...]:
    """Every layout of every kind; a kind without layouts has one, which needs its required columns."""
    return tuple(_words(kind, layout) for kind in KINDS.values() for layout in (kind.layouts or (plain_layout(kind),)))


@cache
def starts() -> frozenset[str]:
    """Parts of headers: a row without two of them cannot begin a header."""
    return frozenset(part for words in vocabulary() for text in words.headers for part in text.split(" / "))


@cache
def owners() -> dict[str, str]:
    """Header → the only kind that has it."""
    return own_headers.owned((words.kind.id, words.headers) for words in vocabulary())


@cache
def _of_periods() -> re.Pattern[str]:
    """Headers of columns that stand one for a period, an item, a work."""
    return re.compile("|".join(re.sub(r"\?P<\w+>", "?:", words.layout.unpivot.pattern) for words in vocabulary()
                               if words.layout.unpivot))


@cache
def labels_above() -> frozenset[str]:
    """What may stand above a table before a colon and its value."""
    return frozenset(normalise(label) for words in vocabulary() for name, texts in words.layout.head.items()
                     if words.kind[name].type not in _FOUND_IN_LINES for label in texts)


@cache
def _layout(kind_id: str, layout_id: str) -> Layout:
    kind = KINDS[kind_id]
    return next((layout for layout in kind.layouts if layout.id == layout_id), plain_layout(kind))


def plain_layout(kind: Kind) -> Layout:
    """Of a kind that declares none: one table with its own titles."""
    return Layout(id="list", title=kind.title, needs=tuple(column.name for column in kind.columns if column.required))


def layout_of(match: Match) -> Layout:
    return _layout(match.kind, match.layout)


def _words(kind: Kind, layout: Layout) -> Words:
    headers: dict[str, str] = {}
    for column in kind.typed:
        for text in (column.title, *column.synonyms):
            headers.setdefault(same_header(text), column.name)
    for name, texts in layout.headers.items():
        headers |= {same_header(text): name for text in texts}
    for text, name in [*headers.items()]:
        headers.setdefault(counted(text), name)
    return Words(kind, layout, headers, layout.needs)


def recognise(grid: Grid) -> tuple[Match, ...]:
    """The table of the sheet, if it is one of ours: empty or one Match; a sheet of a form is a table of every kind the
    form asks for. Needed columns may be missing in it; then its score is below 1 and reading it says which."""
    form = form_code(grid)
    signs = _signs(grid) if form is None else {form[0]}
    candidates = [match for match in _candidates(grid)
             if layout_of(match).form in signs or (form is None and not layout_of(match).form)]
    best = max(candidates, key=lambda match: (not _foreign(grid, match), _rank(match)), default=None)
    if best is None:
        return ()
    best = own_headers.lacking(best, candidates)
    same = [match for match in candidates if layout_of(best).form and layout_of(match).form == layout_of(best).form]
    kinds = dict.fromkeys((best.kind, *(match.kind for match in same)))
    matches = {kind: max((match for match in same if match.kind == kind), key=_rank, default=best) for kind in kinds}
    return tuple(_completed(grid, matches[kind]) for kind in KINDS if kind in matches)


def _signs(grid: Grid) -> set[str]:
    """Forms of ours whose code was deleted: each still has a column nobody else writes."""
    texts = {normalise(value) for cells in grid.cells[:SCAN_ROWS] for value in cells if isinstance(value, str)}
    return {form for form, sign in FORM_SIGNS.items() if sign in texts}


def form_code(grid: Grid) -> tuple[str, str, str, str] | None:
    """(form, period, school, cell) from the code printed in a form of ours."""
    for row in range(min(len(grid.cells), SCAN_ROWS)):
        for column, value in enumerate(grid.cells[row]):
            if isinstance(value, str) and "Форма" in value and (code := FORM_CODE.search(value)):
                return code["form"], code["period"], code["school"], a1(row, column)
    return None


@cache
def _choices() -> dict[str, frozenset[str]]:
    """Kind -> every spelling of the values of its closed lists that are needed."""
    return {kind.id: frozenset(normalise(text) for column in kind.typed if column.choices and column.required
                               for texts in (column.choices.values(), *column.spellings.values()) for text in texts)
            for kind in KINDS.values()}


def _foreign(grid: Grid, match: Match) -> bool:
    """«Статус» with values of another kind's list only: a list of schools is not a report."""
    own, needs = _choices()[match.kind], layout_of(match).needs
    places = [match.columns[name] for name in needs if name in match.columns and KINDS[match.kind][name].choices]
    values = {normalise(grid.at(row, place)) for place in places
              for row in range(match.first_row, min(match.first_row + SCAN_ROWS, len(grid.cells)))} - {""}
    others = set().union(*(words for kind, words in _choices().items() if kind != match.kind))
    return bool(values & others) and not values & own


def _rank(match: Match) -> tuple[bool, float, int, int]:
    """Whole tables first, then by columns understood. A needed column with a closed list («Состояние») is the surest
    sign of a kind: a plan with marks beside it is a report."""
    needs, kind = layout_of(match).needs, KINDS[match.kind]
    closed = sum(1 for name in needs if name in match.columns and kind[name].choices)
    known = len(match.columns) + len(match.periods) + SURE * closed
    return match.score >= 1, known + match.score, -match.header_row, match.first_row


def _candidates(grid: Grid) -> Iterator[Match]:
    grid = replace(grid, cells=tuple(cells[:WIDEST] for cells in grid.cells[:SCAN_ROWS + HEADER_ROWS]))
    for top in range(min(len(grid.cells), SCAN_ROWS)):
        heads = {normalise(value) for value in grid.cells[top] if isinstance(value, str)}
        texts = heads & starts()
        if not any(char.isalpha() for text in texts for char in text) or (
                len(texts) < 2 and sum(map(bool, map(_of_periods().fullmatch, heads))) < 2):
            continue
        for bottom in range(top, min(top + HEADER_ROWS, len(grid.cells))):
            if bottom > top and _repeats(grid, top, bottom):
                break
            yield from _matches(tuple(paths(grid, top, bottom)), top, bottom)


@lru_cache(maxsize=200)
def _matches(header: tuple[str, ...], top: int, bottom: int) -> tuple[Match, ...]:
    """Of every layout that fits a header. A sheet is looked at several times on its way."""
    found = (_match(words, header, top, bottom) for words in vocabulary())
    return tuple(match for match in found if match)


def _repeats(grid: Grid, top: int, row: int) -> bool:
    """The header once more, of the next page: no part of itself."""
    first, again = ({normalise(value) for value in grid.cells[number] if isinstance(value, str)} - {""}
                    for number in (top, row))
    return len(again) > 1 and again <= first


def _match(words: Words, header: Sequence[str], top: int, bottom: int) -> Match | None:
    """Columns and periods of one layout under one header. The share of what is needed must be enough."""
    columns: dict[str, int] = {}
    spans: dict[int, str] = {}
    found: list[tuple[str, ...]] = []
    for index, path in enumerate(header):
        if not path:
            continue
        if period := _period(words.layout, path):
            spans[index] = period
        elif (name := _column(words, path)) and name not in columns:
            columns[name] = index
            found.append(read_as(path))
    into = words.layout.unpivot.into if words.layout.unpivot else ""
    there = {*columns, *([into] if spans else [])}
    needed = [name for name in words.needs if name in there]
    score = len(needed) / len(words.needs)
    closed = any(words.kind[name].choices for name in needed)
    of_kind = own_headers.count(words.kind.id, found, owners())
    if (into and not spans) or len(there) < 2 or (score < ENOUGH and of_kind < own_headers.LEAST) or \
            (score < 1 and len(there) < 3 and not (closed and score > ENOUGH)):
        return None
    return Match(words.kind.id, words.layout.id, top, bottom + 1, columns, score, spans, signs=of_kind)


def _period(layout: Layout, path: str) -> str:
    if not layout.unpivot:
        return ""
    header = re.fullmatch(layout.unpivot.pattern, path)
    return header["period"] if header else ""


def _column(words: Words, path: str) -> str | None:
    """The whole path, else its last part, else its first: «срок / начало» may be known by either."""
    name = next((words.headers[text] for text in read_as(path) if text in words.headers), None)
    return None if name and _in_percents(words, name, path.split(" / ")) else name


def _in_percents(words: Words, name: str, parts: list[str]) -> bool:
    """«Прошли курсы, %» or «5» under «Доля, %» is no count of people."""
    return words.kind[name].unit != "%" and words.kind[name].type in ("whole", "number") and \
        any(_PERCENT.search(part) for part in parts)


def _completed(grid: Grid, match: Match) -> Match:
    """With what stands above the table, and without the row of column numbers under the header."""
    layout = layout_of(match)
    first = match.first_row
    if layout.number_row and is_number_row(grid, first):
        first += 1
    head = _head(grid, match, layout)
    title = title_above(grid, match.header_row) if layout.title_into else ("", "")
    return replace(match, first_row=first, head=head, title=title)


def is_number_row(grid: Grid, row: int) -> bool:
    """«1, 2, 3 …» under the header."""
    if row >= len(grid.cells):
        return False
    texts = [plain(value).strip(". ()") for value in grid.cells[row] if value is not None]
    return len(texts) > 2 and sorted(texts) == sorted(str(number) for number in range(1, len(texts) + 1))


def _head(grid: Grid, match: Match, layout: Layout) -> dict[str, tuple[Value, str]]:
    """Values beside labels above the table: column name -> (value, cell), as texts except days."""
    head: dict[str, tuple[Value, str]] = {}
    for name, labels in layout.head.items():
        wanted = {normalise(label) for label in labels}
        for row in range(match.header_row):
            if told := _told(grid, row, wanted, KINDS[match.kind][name].type):
                place, value = told
                is_day = KINDS[match.kind][name].type == "date"
                head.setdefault(name, (value if is_day else plain_date(value), a1(row, place)))
    return head


def _told(grid: Grid, row: int, labels: set[str], type: str) -> tuple[int, Value] | None:
    """(column, value) of a label: beside it, else behind the colon of its own cell, «Предмет: химия». Schools and times
    inside a text are found with the step of their kind, which reads every line above."""
    if (place := beside(grid, row, labels)) is not None:
        return place, grid.at(row, place)
    for column, cell in enumerate(grid.cells[row] if type not in _FOUND_IN_LINES else ()):
        label, text = labelled(cell)
        if text and normalise(label) in labels:
            return column, text
    return None


def labelled(cell: Value) -> tuple[str, str]:
    """(label with its colon, text) of a cell that holds both; ("", "") of any other."""
    label, colon, text = cell.partition(":") if isinstance(cell, str) else ("", "", "")
    return (label + colon, text.strip()) if colon and text.strip() else ("", "")


def beside(grid: Grid, row: int, labels: set[str]) -> int | None:
    """Where the value of a label stands: the next filled cell to its right, else the next cell."""
    for column, value in enumerate(grid.cells[row]):
        if isinstance(value, str) and normalise(value) in labels:
            right = range(column + 1, len(grid.cells[row]))
            return next((index for index in right if grid.at(row, index) is not None), column + 1)
    return None


def plain_date(value: Value) -> str:
    """A cell above the table as text; a date that stands for a month is a month."""
    if isinstance(value, date):
        return f"{periods.MONTHS[value.month - 1]} {value.year}"
    return plain(value)

"""Columns of a recognised table that need a word: one header over two of them, months side by side, those not used."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from shnor.datasets import KINDS, Grid, Value, a1, column_letters
from shnor.datasets.foreign import HEAD_ROWS
from shnor.datasets.months import NUMBERS_BY_MONTH
from shnor.loaders.issues.catalogue import ISSUES
from shnor.loaders.issues.findings import Findings
from shnor.loaders.tables.body import Part
from shnor.loaders.tables.recognise import is_number_row, layout_of, vocabulary
from shnor.loaders.types import Choice, Issue, Match
from shnor.loaders.words.headers import header_parts, normalise, paths, plain, same_header
from shnor.loaders.words.months import MONTH

_ORDER = re.compile(r"(?:№|n|no|номер|#)?(?: ?п ?[/.]? ?п\.?)?(?: строки)?")
_MONTH = re.compile(rf"(?:за )?{MONTH},?(?: ?(?:20)?\d\d)?(?: ?г(?:\.|ода?)?)?|(?:01\.)?(?:0?[1-9]|1[0-2])[./-]20\d\d|"
                    r"(?:[1-4]|i{1,3}|iv)(?:-?й)? ?кв(?:артал\w*|\.)?(?: 20\d\d(?: ?г(?:\.|ода?)?)?)?")
_BY_MONTHS = ("roadmap", "progress", "indicator_values")
"""Kinds whose own steps read columns of months."""
_LEAST_MONTHS, _LEAST_NUMBERS = 2, 3
_NUMBER, _COUNT = re.compile(r"[1-9]|1[0-2]"), re.compile(r"\d{1,4}")
_SHOWN, _LONG = 6, 60


def settled(part: Part, findings: Findings) -> tuple[Part, bool]:
    """(the table with the columns the person has chosen, whether one header still stands over two columns)."""
    match, unsettled = part.match, False
    for title, places in _doubled(part):
        topic = f"столбец «{title}»"
        answer = findings.answers.get((part.grid.sheet, topic), "")
        chosen = next((place for place in places if answer == column_letters(place)), None)
        if chosen is None:
            _ask(part, findings, title, places, topic)
            unsettled = True
        else:
            match = _taken(match, places, chosen)
    return replace(part, match=match), unsettled


def _doubled(part: Part) -> Iterator[tuple[str, list[int]]]:
    """(what people call it, columns under it) where there are several: of a column, then of a period."""
    grid, match = part.grid, part.match
    words = next(words for words in vocabulary() if words.kind.id == match.kind and words.layout.id == match.layout)
    places: dict[str, list[int]] = {}
    for index, path in enumerate(paths(grid, match.header_row, max(match.header_row, match.first_row - 1))):
        name = words.headers.get(same_header(path))
        if name and name in match.columns:
            places.setdefault(name, [match.columns[name]]).append(index)
    periods: dict[str, list[int]] = {}
    for index, period in sorted(match.periods.items()):
        periods.setdefault(f"{period} год", []).append(index)
    for title, found in (*((KINDS[match.kind][name].title, found) for name, found in places.items()), *periods.items()):
        different = sorted(set(found))
        if len(different) > 1:
            yield title, different


def _ask(part: Part, findings: Findings, title: str, places: Sequence[int], topic: str) -> None:
    first, second = (a1(part.match.header_row, place) for place in places[:2])
    value = plain(part.grid.at(part.match.header_row, places[1])) or title
    findings.add("two-columns", part.grid.sheet, second, value,
                 tuple(Choice(_described(part, place), column_letters(place)) for place in places), topic,
                 column=title, other=first)


def _described(part: Part, place: int) -> str:
    """«столбец F: 1, 3, 5»: by its first values."""
    under = (plain(cells[place]) for cells in part.grid.cells[part.match.first_row:] if place < len(cells))
    values = list(dict.fromkeys(filter(None, under)))[:3]
    return f"столбец {column_letters(place)}: {', '.join(text[:30] for text in values) or 'пусто'}"


def _taken(match: Match, places: Sequence[int], chosen: int) -> Match:
    if chosen in match.periods:
        return replace(match, periods={place: period for place, period in match.periods.items()
                                       if place == chosen or place not in places})
    return replace(match, columns={name: chosen if place in places else place for name, place in match.columns.items()})


def has_months(part: Part, findings: Findings) -> bool:
    """Whether months stand side by side in a table that cannot tell them apart."""
    if part.match.kind in _BY_MONTHS:
        return False
    used = {*part.match.columns.values(), *part.match.periods}
    months = [place for row in range(part.match.header_row, part.match.first_row)
              for place in _months(part.grid, row, used)]
    if months:
        findings.add("months-across", part.grid.sheet, a1(*months[0]), _listed(part.grid, months),
                     bring=_instead(part.match.kind))
    return bool(months)


def months_unread(grid: Grid) -> Issue | None:
    """A word about months side by side in a table that is none of ours."""
    for row, cells in enumerate(grid.cells[:HEAD_ROWS]):
        months = [(row, place) for place, value in enumerate(cells) if _is_month(value)]
        below = [plain(grid.at(row + 1, place)) for _, place in months]
        if len(months) >= _LEAST_MONTHS and any(map(_COUNT.fullmatch, below)):
            return ISSUES["months-across"].at(grid.sheet, a1(*months[0]), _listed(grid, months), bring=_instead(""))
    return None


def _instead(kind_id: str) -> str:
    """Where numbers by months go: the form that was recognised, where it holds them, else each that may be meant."""
    known = [one for one in NUMBERS_BY_MONTH if one[1] == kind_id] or NUMBERS_BY_MONTH
    return "; ".join(f"{what} — форма «{KINDS[kind].title}», столбцы «{KINDS[kind]['period'].title}» и "
                     f"«{KINDS[kind][name].title}»" for what, kind, name in known)


def _months(grid: Grid, row: int, used: Collection[int]) -> list[tuple[int, int]]:
    """Cells of a row that head months: by name, or three numbers of months one after another."""
    named = [(row, place) for place, value in enumerate(grid.cells[row]) if _is_month(value)]
    if len(named) >= _LEAST_MONTHS:
        return named
    numbers = [] if is_number_row(grid, row) else [
        (place, int(plain(value))) for place, value in enumerate(grid.cells[row])
        if place not in used and _NUMBER.fullmatch(plain(value))]
    runs = all(after[1] == before[1] % 12 + 1 for before, after in pairwise(numbers))
    return [(row, place) for place, _ in numbers] if len(numbers) >= _LEAST_NUMBERS and runs else []


def _listed(grid: Grid, months: Sequence[tuple[int, int]]) -> str:
    shown = ", ".join(f"«{_month_text(grid.at(row, place))}»" for row, place in months[:3])
    return shown + ("" if len(months) < 4 else " и далее")


def _is_month(value: Value) -> bool:
    if isinstance(value, date):
        return value.day == 1
    return isinstance(value, str) and bool(_MONTH.fullmatch(normalise(value)))


def _month_text(value: Value) -> str:
    return f"{value:%m.%Y}" if isinstance(value, date) else plain(value)


def taken_beside(tables: Iterable[Sequence[Part]], own: Sequence[Part]) -> set[int]:
    """Columns of the sheet that its other forms read."""
    return {column for parts in tables if parts is not own for part in parts if part.grid.sheet == own[0].grid.sheet
            for column in (*part.match.columns.values(), *part.match.periods)}


def tell_unused(part: Part, rows: Iterable[int], used: Iterable[int], findings: Findings) -> None:
    """One word about the columns that hold something and that no kind has taken. rows: of the records."""
    grid, match = part.grid, part.match
    if match.first_row <= match.header_row:  # goes on without a header of its own
        return
    known, layout = {*used, *match.columns.values(), *match.periods}, layout_of(match)
    numbers = list(rows)
    typed_in = {cell for sheet, cell in findings.answers if sheet == grid.sheet}
    left = [(place, title) for place, title in enumerate(_titles(part)) if place not in known
            and not _ORDER.fullmatch(normalise(title) or "-") and normalise(title) not in layout.aside
            and any(_is_filled(grid.cells[row], place) and a1(row, place) not in typed_in for row in numbers)]
    if left:
        shown = [f"«{title[:_LONG]}»" if title else f"{column_letters(place)} (без заголовка)" for place, title in left]
        more = f" и ещё {len(shown) - _SHOWN}" if len(shown) > _SHOWN else ""
        findings.add("columns-left", grid.sheet, a1(match.header_row, left[0][0]), ", ".join(shown[:_SHOWN]) + more,
                     topic="лишние столбцы", kind=KINDS[match.kind].title)


def _titles(part: Part) -> list[str]:
    width = max((len(cells) for cells in part.grid.cells), default=0)
    titles = [" ".join(dict.fromkeys(parts)) for parts in header_parts(
        part.grid, part.match.header_row, _last_of_header(part), plain)]
    return [*titles, *[""] * (width - len(titles))]


def _last_of_header(part: Part) -> int:
    """The row above the numbers of the columns, where they stand."""
    last = part.match.first_row - 1
    numbered = layout_of(part.match).number_row and is_number_row(part.grid, last)
    return last - 1 if numbered and last > part.match.header_row else last


def _is_filled(cells: Sequence[Value], place: int) -> bool:
    return place < len(cells) and cells[place] is not None and bool(plain(cells[place]).strip("-–—−"))

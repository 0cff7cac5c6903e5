"""A roadmap whose months are columns with marks: the marked months of a row become its deadline, in words."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from shnor.datasets.months import NO_MARKS
from shnor.datasets.states import PROGRESS_STEMS
from shnor.loaders.records.draft import Draft, shown
from shnor.loaders.tables.body import Part
from shnor.loaders.types import Choice
from shnor.loaders.words.headers import header_parts, normalise, plain
from shnor.loaders.words.span_heads import head_months
from shnor.loaders.words.states import possible_states
from shnor.loaders.words.titles import years_in
from shnor.periods import MONTHS

TOPIC = "год столбцов с месяцами"
_SHORTEST_STATE = 4
"""Letters: «+», «да», «вып» may mark a month of a plan."""
Place = tuple[str, str]


class Marked(NamedTuple):
    """The deadline of a row in words, and where it stands: the first marked cell, or the first cell of a month."""

    text: str | None
    place: Place


def marked_months(draft: Draft) -> list[Marked]:
    """One a row; a column «Срок» beside the months says more than marks. A table without one mark has its deadlines in
    colours, which are not read."""
    own = draft.column("deadline")
    months = [] if all(own) else [_column_months(draft, part) for part in draft.body.parts]
    rows = [Marked(text, draft.body.place(row, "deadline")) if text else
            _of_row(draft, row, months[draft.body.of_part[row]]) for row, text in enumerate(own)]
    if months and (state := _state(draft)):
        draft.findings.add("months-states", *state[0], state[1])
    elif not any(row.text for row in rows):
        draft.findings.add("months-coloured", draft.body.sheet, rows[0].place[1])
        return rows
    for record, row in enumerate(rows):
        if not row.text:
            activity = shown(draft.column("activity")[record])
            draft.findings.add("month-unmarked", *row.place, activity, row=draft.body.numbers[record] + 1)
    return rows


def _state(draft: Draft) -> tuple[Place, str] | None:
    """The first mark where at least half of them say how it went: a report month by month is no plan."""
    marks = [(place, text) for row in range(len(draft.body.rows)) for place, value in _cells(draft, row)
             if (text := plain(value)) and normalise(value) not in NO_MARKS]
    states = [mark for mark in marks if _is_state(mark[1])]
    return states[0] if states and 2 * len(states) >= len(marks) else None


def _is_state(text: str) -> bool:
    read = possible_states(text, PROGRESS_STEMS)
    return len(text) >= _SHORTEST_STATE and read.sure and not read.more


def _of_row(draft: Draft, row: int, months: dict[int, list[int]]) -> Marked:
    marked: list[int] = []
    places: list[Place] = []
    cells = [cell for cell, _ in _cells(draft, row)]
    for (place, value), column in zip(_cells(draft, row), months, strict=True):
        text = normalise(value) or plain(value)
        if text in NO_MARKS:
            continue
        marked += months[column]
        places.append(place)
        if any(sign.isdigit() for sign in text) and text not in ("1", "v1"):
            draft.findings.add("month-mark-doubt", *place, plain(value), months=_words(months[column]))
    return Marked("; ".join(map(_words, _runs(sorted(set(marked))))) or None, (places or cells)[0])


def _cells(draft: Draft, row: int) -> Iterator[tuple[Place, object]]:
    """The cells under the months; a mark merged over several stands in all of them."""
    part, number = draft.body.parts[draft.body.of_part[row]], draft.body.numbers[row]
    for column, (_, value, place) in zip(sorted(part.match.periods), draft.body.periods(row), strict=True):
        yield place, _merged(part, number, column) if value is None else value


def _merged(part: Part, row: int, column: int) -> object:
    return next((part.grid.at(first, left) for first, left, last, right in part.grid.merged
                 if first <= row <= last and left <= column <= right), None)


def _column_months(draft: Draft, part: Part) -> dict[int, list[int]]:
    """Index of a column → its months, counted from the year 0 (2026 × 12 + 10 = November 2026)."""
    heads = {column: head for column, path in sorted(part.match.periods.items()) if (head := head_months(path))}
    told = {column: head.year or _year_above(part, column) for column, head in heads.items()}
    base = None if all(told.values()) else _base_year(draft, [head.first for head in heads.values()])
    months, later, before = {}, 0, 0
    for column, head in heads.items():
        later += 1 if head.first < before else 0
        before = head.first
        year = told[column] or (base + later if base else 0)
        months[column] = [year * 12 + number - 1 for number in range(head.first, head.last + 1)]
    return months


def _year_above(part: Part, column: int) -> int | None:
    """«2026 год» in a row of the head over the months."""
    top = max(0, part.match.header_row - 2)
    rows = [row for row in range(top, part.match.header_row)
            if len({normalise(value) for value in part.grid.cells[row]} - {""}) > 1]
    for row in reversed(rows):
        path = header_parts(part.grid, row, part.match.header_row, plain)[column]
        if len(years := years_in(path[0] if len(path) > 1 else "")) == 1:
            return years[0]
    return None


def _base_year(draft: Draft, firsts: Sequence[int]) -> int | None:
    """The year of the first column of months: of the title, or as the person says. A school year begins in the first of
    its two years; of a single year it is asked which of both it is."""
    title = next((title for title in draft.column("plan") if title), "") or ""
    years = years_in(title)
    wraps = any(after < before for before, after in pairwise(firsts))
    answer = draft.answers.get((draft.body.sheet, TOPIC), "")
    if answer[:4].isdigit():
        return int(answer[:4])
    if (len(years) == 1 and not wraps) or (len(years) == 2 and wraps):
        return years[0]
    today = draft.known.today.year
    offered = (years[0], years[0] - 1) if years and wraps else years or (today, today + 1)
    choices = tuple(Choice(f"{year}/{(year + 1) % 100:02}" if wraps else str(year), str(year)) for year in offered)
    code = "months-year" if years and wraps else "months-without-year"
    draft.findings.add(code, draft.body.sheet, draft.body.place(0, "number")[1], title, choices, topic=TOPIC,
                       taken=choices[0].label)
    return offered[0] if code == "months-year" else None


def _runs(months: Sequence[int]) -> list[list[int]]:
    """Months one after another make one deadline."""
    runs: list[list[int]] = []
    for month in months:
        if runs and month == runs[-1][-1] + 1:
            runs[-1].append(month)
        else:
            runs.append([month])
    return runs


def _words(months: Sequence[int]) -> str:
    """«январь–март 2026», «декабрь 2026 – январь 2027», «март»."""
    (first_year, first), (last_year, last) = divmod(months[0], 12), divmod(months[-1], 12)
    end = f"{MONTHS[last]} {last_year}" if last_year else MONTHS[last]
    if months[0] == months[-1]:
        return end
    return f"{MONTHS[first]}–{end}" if first_year == last_year else f"{MONTHS[first]} {first_year} – {end}"

"""The one door: bytes of a file → batches that could be accepted and everything there is to say. Stores nothing."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from hashlib import sha256
from pathlib import PurePath
from typing import NamedTuple

from shnor.datasets import Batch, Grid, Kept, Value, a1, place_of
from shnor.datasets.limits import SHEET_COLUMNS
from shnor.loaders.answers import protocol
from shnor.loaders.answers.sheet import counted
from shnor.loaders.extract import extract
from shnor.loaders.files.doubts import ENCODING
from shnor.loaders.files.read import read
from shnor.loaders.issues.catalogue import ISSUES
from shnor.loaders.issues.equal import expanded, folded
from shnor.loaders.issues.findings import Findings, in_order, placed
from shnor.loaders.kinds import undeclared
from shnor.loaders.month.contents import contents
from shnor.loaders.records.constraints import check_between
from shnor.loaders.records.draft import Draft
from shnor.loaders.records.report_head import apart
from shnor.loaders.records.sheet_month import ask_of_days, compare_months, with_heading
from shnor.loaders.tables import foreign
from shnor.loaders.tables.body import Part, continues
from shnor.loaders.tables.columns import taken_beside
from shnor.loaders.tables.nobody import answers_without_names, issues_without_names
from shnor.loaders.tables.personal import Cleaned, clean, sheets_titled, titled
from shnor.loaders.tables.persons import Persons
from shnor.loaders.tables.recognise import labelled, labels_above, layout_of
from shnor.loaders.types import KEEP, Answers, Checked, Issue, Known, Match, School
from shnor.loaders.words.headers import normalise

NO_ANSWERS: Answers = {}
_ADDRESS = re.compile(r"[A-Z]{1,3}[1-9]\d{0,6}")


def check(name: str, data: bytes, known: Known, answers: Answers = NO_ANSWERS) -> Checked:
    """Read, recognise, type and check one file. Never raises for what is in it; the same input gives the same result.

    answers: what the person said to questions; a text stands for the cell, KEEP leaves it and is not asked again.
    """
    grids, issues = read(name, data, answers.get(("", ENCODING), ""))
    issues = tuple(issue for issue in issues if issue.severity == "error" or issue.key not in answers)
    return check_grids(name, sha256(data).hexdigest(), grids, known, answers, issues)


class _Extracted(NamedTuple):
    """What the tables of a file gave. sheets: those they stand on; a draft a table, a batch where it has records."""

    batches: list[Batch]
    drafts: list[Draft]
    sheets: set[str]


def check_grids(name: str, digest: str, grids: Sequence[Grid], known: Known, answers: Answers = NO_ANSWERS,
                issues: Sequence[Issue] = ()) -> Checked:
    """The same from grids already read. Nothing that is kept has the names of people, its title neither."""
    name = titled(name)
    grids, issues = _without_names(grids, issues)
    answers = answers_without_names(answers, {grid.sheet for grid in grids})
    stem, persons, findings = PurePath(name).stem, Persons(keep=known.names), Findings(expanded(answers))
    scale = protocol.scale_of(grids)
    opened = [_opened(grid, known, findings, stem, persons, scale) for grid in grids]
    kept, cleaned = ([item for pair in opened for item in pair[side]] for side in (0, 1))
    extracted = _extracted(_tables(cleaned), known, findings, stem, persons)
    _compare(extracted, grids, findings)
    used = extracted.sheets or undeclared.lists_of_schools([item.grid for item in kept], findings)
    everything = (*issues, *_aside(findings.issues, taken=bool(used)), *_missing([item.grid for item in cleaned]),
                  *_about_people(kept, used, persons.sheets), *_foreign(kept, used, (*issues, *findings.issues)))
    return Checked(
        file=name, sha256=digest, batches=tuple(extracted.batches), issues=_sorted(everything, grids),
        kept=tuple(Kept.of(_with_answers(*sheet)) for pair in opened for sheet in zip(*pair, strict=True)),
        school=_only(draft.school for draft in extracted.drafts),
        period=_only(draft.period for draft in extracted.drafts),
        dropped=tuple(dict.fromkeys(title for item in kept for title in _dropped(item, persons.sheets))),
        people=persons.kept)


def _without_names(grids: Sequence[Grid], issues: Sequence[Issue]) -> tuple[list[Grid], list[Issue]]:
    """Sheets under titles without the names of people, and what is said of them."""
    titles = sheets_titled(grid.sheet for grid in grids)
    return ([replace(grid, sheet=titles[grid.sheet]) for grid in grids],
            [replace(issue, sheet=titles.get(issue.sheet, issue.sheet)) for issue in issues])


def _extracted(tables: Sequence[list[Part]], known: Known, findings: Findings, stem: str,
               persons: Persons) -> _Extracted:
    """Every table by the steps of its kind."""
    read = _Extracted([], [], set())
    for parts in tables:
        batch, draft = undeclared.of_summary(parts, known, findings) if undeclared.is_summary(parts) else \
            extract(parts, known, findings, stem, persons, taken_beside(tables, parts))
        read.sheets.update(part.grid.sheet for part in parts)
        read.drafts.append(draft)
        read.batches.extend([batch] if batch else [])
    return read


def _compare(read: _Extracted, grids: Sequence[Grid], findings: Findings) -> None:
    """What only shows when the tables of a file stand side by side."""
    compare_months(read.drafts, findings)
    check_between(read.batches, findings)
    hidden = {grid.sheet for grid in grids if grid.hidden}
    for batch in read.batches:
        if batch.sheet in hidden:
            findings.add("hidden-sheet", batch.sheet, "", "", count=batch.rows)
    apart(read.drafts)
    ask_of_days(read.drafts, findings)
    if read.drafts and not read.batches and not findings.issues:  # a form whose every sheet is empty
        findings.add("nothing-marked", read.drafts[0].body.sheet, "")


def _sorted(issues: Iterable[Issue], grids: Sequence[Grid]) -> tuple[Issue, ...]:
    """Equal ones once, in the order of the sheets."""
    places = {grid.sheet: place for place, grid in enumerate(grids)}
    return in_order(tuple(placed(issue, alone=len(grids) == 1) for issue in issues_without_names(folded(issues))),
                    places)


def _opened(grid: Grid, known: Known, findings: Findings, stem: str, persons: Persons,
            scale: protocol.Scale) -> tuple[Sequence[Cleaned], Sequence[Cleaned]]:
    """(what is kept of a sheet, the same with the answers of the person). An export of a form, a row a respondent, and
    a protocol, a row a pupil, are counted at once: the sheets of their counts stand for them."""
    kept = clean(grid, persons, _names_of(known))
    if over := undeclared.over_known(grid, kept.grid):
        halves = [_opened(part, known, findings, stem, persons, scale) for part in over]
        return [item for half in halves for item in half[0]], [item for half in halves for item in half[1]]
    if instead := undeclared.instead_of_foreign(kept, known, findings, scale):
        answered = with_answers(instead.grid, findings.answers)
        return (instead,), (instead if answered is instead.grid else replace(instead, grid=answered),)
    if form := counted(kept, known, findings, stem):
        return form, form
    parts = undeclared.apart(grid, kept.grid, findings) or [grid]
    own = [kept if one is grid or _is_left_part(one, grid) else clean(one, persons, _names_of(known)) for one in parts]
    names = _names_of(known)
    return own, [clean(with_answers(one, findings.answers), persons, names)
                 if findings.answers or one is not grid else item
                 for one, item in zip(parts, own, strict=True)]


@lru_cache(maxsize=4)
def _names_in(schools: tuple[School, ...]) -> frozenset[str]:
    return frozenset(normalise(name) for school in schools for name in (school.name, school.full_name, *school.aliases)
                     if name)


def _names_of(known: Known) -> frozenset[str]:
    """How schools are called: nobody is meant by it."""
    return _names_in(known.schools)


def _is_left_part(part: Grid, whole: Grid) -> bool:
    """Whether a table keeps the cells of its sheet from the left: the whole sheet is kept with it."""
    return all(own == cells[:len(own)] for own, cells in zip(part.cells, whole.cells, strict=True))


def _aside(issues: Sequence[Issue], *, taken: bool) -> list[Issue]:
    """A sheet that is none of ours stops a file only where nothing else is in it."""
    return [replace(issue, severity="warning") if taken and issue.code == "foreign-shape" else issue
            for issue in issues]


def with_answers(grid: Grid, answers: Answers) -> Grid:
    """The sheet as if the person had typed the answers into its cells."""
    mine = {cell: text for (sheet, cell), text in answers.items()
            if sheet == grid.sheet and _ADDRESS.fullmatch(cell) and text != KEEP}
    grid = with_heading(grid, answers)
    if not mine:
        return grid
    rows = [list(row) for row in grid.cells]
    for cell, text in mine.items():
        row, column = place_of(cell)
        if row < len(rows) and column < SHEET_COLUMNS:
            rows[row] += [None] * (column + 1 - len(rows[row]))
            rows[row][column] = _typed_in(rows[row][column], text) or None
    return replace(grid, cells=tuple(tuple(row) for row in rows))


def _with_answers(kept: Cleaned, cleaned: Cleaned) -> Grid:
    """The sheet as it came, with the answers of the person beside it."""
    if kept is cleaned:
        return kept.grid
    different = {a1(row, column): value for row, cells in enumerate(cleaned.grid.cells)
                 for column, value in enumerate(cells) if value != kept.grid.at(row, column)}
    return replace(kept.grid, answered=different)


def _typed_in(cell: Value, text: str) -> str:
    """An answer to «Этап: зональный» is about what stands behind the label."""
    label, _ = labelled(cell)
    return f"{label} {text}" if text and normalise(label) in labels_above() else text


def _tables(cleaned: Sequence[Cleaned]) -> list[list[Part]]:
    """Tables of the file; one that goes on without a header (or repeats it without a title) joins the one before."""
    tables: list[list[Part]] = []
    for item in cleaned:
        matches = undeclared.recognised(item.grid)
        before = tables[-1][0].match if tables else None
        if not matches and before and (match := continues(item.grid, before)):
            tables[-1].append(Part(item.grid, match, item.persons))
        for match in matches:
            part = Part(item.grid, match, item.persons)
            if before and _goes_on(before, match):
                tables[-1].append(part)
            else:
                tables.append([part])
    return tables


def _goes_on(before: Match, match: Match) -> bool:
    layout = layout_of(match)
    return (layout.continues and match.kind == before.kind and match.layout == before.layout
            and (not match.title[0] or match.title[0] == before.title[0]) and not match.columns.get(layout.title_into))


def _dropped(item: Cleaned, aside: set[str]) -> list[str]:
    """Titles of columns nothing is kept of. aside: sheets whose names are put aside."""
    return [title for title in item.dropped if item.grid.sheet not in aside or title not in item.names.values()]


def _about_people(kept: Sequence[Cleaned], used: set[str], aside: set[str]) -> list[Issue]:
    """Personal data in a table we know are left out with a word; a sheet of them alone is refused."""
    about: list[Issue] = []
    for item in kept:
        names = item.names if item.grid.sheet in aside else {}
        about += [issue for issue in item.issues if issue.code != "personal-column" or issue.cell not in names]
        if item.dropped and item.grid.sheet not in used and not undeclared.is_foreign(item.grid):
            about.append(ISSUES["personal-only"].at(item.grid.sheet, "", "", what=", ".join(item.what)))
    if used:
        about = [replace(issue, severity="warning") if issue.code == "personal-only" else issue for issue in about]
    return about


def _missing(grids: Sequence[Grid]) -> list[Issue]:
    """Sheets of a month's workbook that were handed out and did not come back."""
    listed = contents(grids)
    return [ISSUES["sheet-missing"].at(value=title) for title in (listed.missing if listed else ())]


def _foreign(kept: Sequence[Cleaned], used: set[str], issues: Sequence[Issue]) -> list[Issue]:
    """Nothing of ours in the whole file."""
    if used or not kept or any(issue.severity == "error" for issue in issues) or any(item.dropped for item in kept):
        return []
    return [foreign.not_ours([item.grid for item in kept])]


def _only(values: Iterable[str]) -> str:
    different = {value for value in values if value}
    return different.pop() if len(different) == 1 else ""

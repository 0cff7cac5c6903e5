"""A recognised table → records of its kind and everything there is to say about its cells."""

from collections.abc import Callable, Iterable, Sequence

from shnor.datasets import Batch, Spot, a1
from shnor.datasets.places import ANSWER, FILE_NAME, HEADING, SHEET_NAME
from shnor.loaders.issues.findings import Findings
from shnor.loaders.kinds import (
    achievements,
    checklists,
    competence,
    courses,
    deficits,
    documents,
    events,
    long_names,
    markers,
    programmes,
    progress,
    recommendations,
    register,
    requests,
    results,
    results_above,
    risks,
    roadmap,
    routes,
    staff,
    support_roles,
    surveys,
)
from shnor.loaders.kinds.schools_summed import without_groups
from shnor.loaders.month.other_sheets import RETURNED, of_report, returned
from shnor.loaders.records import inside
from shnor.loaders.records.batch import batch
from shnor.loaders.records.constraints import check_columns, check_key, check_rules, tell_missing
from shnor.loaders.records.dashes import ask_of_assumed
from shnor.loaders.records.ditto import fill_ditto
from shnor.loaders.records.draft import Draft, fill_empty, settle_days, spread, typed
from shnor.loaders.records.registered import insist_on_schools, odd_dates, resolve_schools, schools_of_titles
from shnor.loaders.records.sheet_month import settle_column
from shnor.loaders.records.sums import without_sums
from shnor.loaders.records.tenths import mend_tenths
from shnor.loaders.records.year_of_month import settle_years
from shnor.loaders.tables import columns, looks, totals
from shnor.loaders.tables.below import other_table
from shnor.loaders.tables.body import Part, read_body
from shnor.loaders.tables.persons import Persons
from shnor.loaders.tables.recognise import layout_of
from shnor.loaders.types import Choice, Known
from shnor.loaders.words.headers import row_texts

FINISH: dict[str, Callable[[Draft], None]] = {
    "schools": register.finish, "roadmap": roadmap.finish, "progress": progress.finish, "courses": courses.finish,
    "staff": staff.finish, "events": events.finish, "requests": requests.finish, "results": results.finish,
    "surveys": surveys.finish, "support_roles": support_roles.finish, "deficits": deficits.finish,
    "routes": routes.finish, "competence": competence.finish, "documents": documents.finish,
    "checklists": checklists.finish, "risks": risks.finish, "markers": markers.finish,
    "recommendations": recommendations.finish, "programmes": programmes.finish, "achievements": achievements.finish}
PREPARE: dict[str, Callable[[Draft], None]] = {"results": results.prepare, "schools": long_names.prepare}
"""What must be understood before cells are read as the types of their columns."""
SPECIAL: dict[str, frozenset[str]] = {"results": results_above.SPECIAL}
"""Columns whose value above the table the step of the kind reads itself."""
MILESTONES = ("roadmap",)
"""Kinds whose columns of periods are read together by their own step."""
COUNT: dict[str, Callable[[Draft], int]] = {"roadmap": roadmap.count}


def extract(parts: Sequence[Part], known: Known, findings: Findings, stem: str = "",
            persons: Persons | None = None, beside: Iterable[int] = ()) -> tuple[Batch | None, Draft]:
    """The batch of one table (with its continuations), or None when a needed column is missing or no row is there.
    stem: the name of the file without its ending, offered where a title is missing. persons: see `Persons`. beside:
    columns of the sheet that its other forms have read."""
    first, twice = columns.settled(parts[0], findings)
    body = read_body([first, *parts[1:]], SPECIAL.get(first.match.kind, frozenset()), findings.answers)
    draft = Draft(body, findings, known, stem=stem, persons=persons or Persons())
    if twice or columns.has_months(first, findings) or not _has_columns(draft):
        return None, draft
    looks.tell(body, findings)
    if not body.rows:
        _say_of_no_rows(draft)
        return None, draft
    _say_of_other_tables(draft)
    _as_typed(draft)
    if body.kind.id in PREPARE:
        PREPARE[body.kind.id](draft)
    _read_cells(draft)
    if body.kind.id not in MILESTONES:
        spread(draft)
    _from_above(draft, stem)
    _settle_times(draft)
    resolve_schools(draft)
    odd_dates(draft)
    returned(draft)
    if body.kind.id in FINISH and draft.origin:
        FINISH[body.kind.id](draft)
    inside.tell(draft)
    of_report(draft)
    if not draft.origin:
        if not findings.issues and body.kind.id not in RETURNED:
            findings.add("nothing-marked", body.sheet, "")
        return None, draft
    insist_on_schools(draft)
    fill_empty(draft)
    settle_days(draft)
    check_columns(draft)
    check_key(draft)
    _one_school(draft)
    made = batch(draft, COUNT.get(body.kind.id))
    check_rules(draft, made)
    _say_of_unused(draft, beside)
    return made, draft


def _say_of_no_rows(draft: Draft) -> None:
    """A sheet of a report with nothing in it says nothing; rows that are all hidden were asked about."""
    body = draft.body
    if not (body.aside or layout_of(body.match).form):
        draft.findings.add("no-rows", body.sheet, "", kind=body.kind.title)


def _say_of_unused(draft: Draft, beside: Iterable[int]) -> None:
    body = draft.body
    for index, part in enumerate(body.parts):
        rows = [number for number, place in zip(body.numbers, body.of_part, strict=True) if place == index]
        columns.tell_unused(part, rows, beside, draft.findings)


def _as_typed(draft: Draft) -> None:
    """What people type into a table that is no value: sums, and marks for the value above."""
    body = draft.body
    for index, part in enumerate(body.parts):
        kept = {number for number, of in zip(body.numbers, body.of_part, strict=True) if of == index}
        totals.tell(part.grid, part.match, kept, draft.findings)
        if kept:
            end = other_table(part.grid, part.match) or len(part.grid.cells)
            unread = sorted(set(range(max(kept) + 1, end)) - {row for one in body.aside for row in one.rows})
            totals.tell_unsaid(part.grid, part.match, unread, draft.findings)
            if not body.layout.form:
                totals.tell_nameless(part.grid, part.match, unread, draft.findings)
    without_groups(draft)
    without_sums(draft)
    fill_ditto(draft)


def _read_cells(draft: Draft) -> None:
    """Every cell as its column, and what is odd in what was read."""
    typed(draft)
    ask_of_assumed(draft)
    mend_tenths(draft)


def _settle_times(draft: Draft) -> None:
    """The month of the sheet against its column, then the days that take their year from it."""
    settle_column(draft, draft.findings)
    settle_years(draft)


def _say_of_other_tables(draft: Draft) -> None:
    for part in draft.body.parts:
        row = other_table(part.grid, part.match)
        if row is not None:
            texts = max(row_texts(part.grid.cells[row]), row_texts(part.grid.cells[row + 1]), key=len)
            draft.findings.add("other-table", part.grid.sheet, a1(row, 0), "",
                               seen=", ".join(f"«{text[:40]}»" for text in texts[:6]))


def _one_school(draft: Draft) -> None:
    """Whose file it is, if all its records are of one school."""
    name = draft.body.kind.school
    if name and draft.body.kind[name].type == "school" and not draft.school:
        schools = set(draft.column(name))
        draft.school = (schools.pop() or "") if len(schools) == 1 else ""


def _has_columns(draft: Draft) -> bool:
    """All needed columns, each once."""
    body, match = draft.body, draft.body.match
    unpivot = body.layout.unpivot
    there = {*match.columns, *([unpivot.into] if unpivot and match.periods else []), *match.head}
    missing = [name for name in body.layout.needs if name not in there]
    for name in missing:
        tell_missing(draft, name)
    return not missing


def _from_above(draft: Draft, stem: str) -> None:
    """What stands above the table or in its section rows goes into every row that does not say otherwise."""
    body = draft.body
    layout = layout_of(body.match)
    if layout.sections and any(body.sections):
        _default(draft, layout.sections, body.sections)
    if layout.title_into:
        _title(draft, layout.title_into, stem)
        schools_of_titles(draft, layout.title_into)
        school = body.kind.school
        if school and school not in body.match.columns:
            draft.spots[school] = draft.spots.get(layout.title_into, ())


def _title(draft: Draft, name: str, stem: str) -> None:
    if all(draft.column(name)):
        return
    body = draft.body
    answer, (above, cell) = draft.answers.get((body.sheet, "")), body.match.title
    title = answer or above
    draft.spots[name] = (Spot(words=ANSWER) if answer else Spot(cell) if above and cell else
                         Spot(words=HEADING if above else FILE_NAME if stem else SHEET_NAME),)
    if not title:
        draft.findings.add("plan-title", body.sheet, "", choices=(Choice(stem, stem),) if stem else ())
    _default(draft, name, [title or stem or body.sheet] * len(draft.origin))


def _default(draft: Draft, name: str, values: Sequence[str]) -> None:
    draft.columns[name] = [own or (other or None) for own, other in zip(draft.column(name), values, strict=True)]

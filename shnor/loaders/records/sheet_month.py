"""The month of a sheet as its head, its tab and the name of the file say it. Where they contradict each other it is
asked once, and the answer stands in the head from then on."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from shnor import periods
from shnor.datasets import Column, Grid, Spot, a1, column_letters
from shnor.datasets.places import ANSWER, SHEET_NAME
from shnor.loaders.issues.findings import Findings
from shnor.loaders.records.above import free_cell
from shnor.loaders.records.draft import Draft
from shnor.loaders.records.orders import order_topic
from shnor.loaders.tables.recognise import labelled, labels_above
from shnor.loaders.types import KEEP, Answers, Choice
from shnor.loaders.words.headers import normalise
from shnor.loaders.words.named_months import Named, month_in, with_month
from shnor.loaders.words.values import month_text

MONTH_AGAINST = "month-against"
COLUMN_AGAINST_TAB = "column-against-tab"
TAB_AGAINST_NAME = "tab-against-name"
OPEN_MONTH = (MONTH_AGAINST, COLUMN_AGAINST_TAB)
HEADING_MONTH, COLUMN_MONTH = "месяц над таблицей", "месяц в столбце"
MONTH_ASKED = (*OPEN_MONTH, TAB_AGAINST_NAME, "code-against-head", "file-names-another")
LISTED, SO_FAR, LATE_MONTHS = 6, 3, 2
_TIMES = ("month", "period", "wave")


def compare_months(drafts: Sequence[Draft], findings: Findings) -> None:
    """One question a sheet whose tab names another month than its head; of a file with one table also its name, where
    nothing but the tab tells the month too. The
    head of a form of ours is compared with its code and the name of the file where it is read, see `report_head`."""
    asked = {issue.sheet for issue in findings.issues if issue.code in MONTH_ASKED}
    for draft in drafts:
        time, form = time_column(draft), draft.body.layout.form
        if not draft.origin or not time or time in draft.body.match.columns or (form and draft.body.sheet in asked):
            continue
        if draft.answers.get((draft.body.sheet, free_cell(draft, 0)), KEEP) != KEEP:
            continue  # the person has told the month
        if head := head_month(draft):
            _compare(draft, findings, *head, draft.stem if len(drafts) == 1 and not form else "")
        elif len(drafts) == 1 and any(spot.words == SHEET_NAME for spot in draft.spots.get(time, ())):
            _compare_tab(draft, findings, month_in(draft.stem))


def time_column(draft: Draft) -> str:
    """The column that tells the time of the rows, wherever its value stands; "" of a kind that has no month."""
    named = {column.name for column in draft.body.kind.typed if column.type in ("month", "period")}
    return next((name for name in _TIMES if name in named), "") if not draft.body.layout.unpivot else ""


def head_month(draft: Draft) -> tuple[str, str, Named] | None:
    """(cell, its text, the month) of the only month with a year that stands above the table."""
    heads = list(_heads(draft))
    years = {named.year for *_, named in heads if named.year}
    if len({named.number for *_, named in heads}) != 1 or len(years) != 1:
        return None
    return next(head for head in heads if head[2].year)


def settle_column(draft: Draft, findings: Findings) -> None:
    """A column that says one and the same month in every row beside a tab that names another: a sheet copied with its
    column. The answer stands for the whole column."""
    name = time_column(draft)
    codes = {_month_code(value) for value in draft.columns.get(name, ())} if name in draft.body.match.columns else set()
    tab = month_in(draft.body.sheet)
    if len(codes) != 1 or None in codes or not tab:
        return
    first = next(code for code in codes if code)
    other = tab.near(first)
    answer = findings.answers.get((draft.body.sheet, COLUMN_MONTH), "")
    if other == first or answer == KEEP:
        return
    if (chosen := month_in(answer)) and chosen.year:
        month = chosen.near(first)
        stored = month if draft.body.kind[name].type == "month" else f"{month:%Y-%m}"
        draft.columns[name] = [stored] * len(draft.origin)
        draft.spots[name] = (Spot(words=ANSWER),)
        return
    choices = (Choice(f"{month_text(other)} (вкладка листа)", month_text(other)),
               Choice(f"{month_text(first)} (столбец)", month_text(first)))
    sheet, cell = draft.place(0, name)
    findings.add(COLUMN_AGAINST_TAB, sheet, cell, month_text(first), choices, COLUMN_MONTH,
                 column=draft.body.kind[name].title, other=month_text(other))


def _month_code(value: object) -> date | None:
    """The month of a value that tells a month and no day."""
    if isinstance(value, date):
        return value if value.day == 1 else None
    return periods.month_of(value) if isinstance(value, str) and len(value) == len("2026-11") else None


def ask_of_days(drafts: Sequence[Draft], findings: Findings) -> None:
    """Days outside the month they are reported for, or outside the year of their row of the plan: asked once a column,
    with its cells. Where the month itself is asked, its answer comes first."""
    doubtful = {issue.sheet for issue in findings.issues if issue.code in MONTH_ASKED}
    if any(issue.code == "sheets-apart" for issue in findings.issues):
        return
    asked = {(issue.sheet, issue.cell) for issue in findings.issues}
    asked |= set(findings.answers)  # what the person has written or confirmed is not doubted
    for draft in drafts:
        for column in draft.body.kind.typed if draft.body.sheet not in doubtful and draft.origin else ():
            if column.within and column.name in draft.body.match.columns:
                months = _months(draft, column)
                outside = [(record, day) for record, day in _outside(draft, column, months)
                           if draft.place(record, column.name) not in asked]
                if outside and _is_read(draft, column, findings):
                    _ask_of_days(draft, findings, column, outside, [month for month in months if month])


def _is_read(draft: Draft, column: Column, findings: Findings) -> bool:
    """Whether the order of day and month in the column is not asked itself."""
    topic = order_topic(f"столбец {column_letters(draft.body.match.columns[column.name])}")
    return not any(issue.key == (draft.body.sheet, topic) for issue in findings.issues)


def _outside(draft: Draft, column: Column, months: list[date | None]) -> list[tuple[int, date]]:
    """(record, its day). A list of all that was done so far names days of many months before: none of them is odd."""
    pairs = list(zip(draft.column(column.name), months, strict=True))
    outside = {(value, month): day for value, month in set(pairs) if (day := _day(value)) and month
               and day.replace(day=1) != month}
    days = [(record, outside[pair], pair[1]) for record, pair in enumerate(pairs)
            if pair in outside and not _moved(draft, record)] if outside else []
    so_far = len({day.replace(day=1) for _, day, month in days if day < month}) >= SO_FAR
    return [(record, day) for record, day, month in days
            if not (((so_far and day < month) or _is_late_word(draft, day, month)) and _in_plan(draft, record, day))]


def _is_late_word(draft: Draft, day: date, month: date) -> bool:
    """A mark may tell of what was done shortly before its month: the document has come since."""
    before = (month.year - day.year) * 12 + month.month - day.month
    return draft.body.kind.id == "progress" and 0 < before <= LATE_MONTHS


def _in_plan(draft: Draft, record: int, day: date) -> bool:
    """Whether a day lies in the period of the row of the plan, where that is known."""
    code = draft.columns["period"][record] if draft.body.kind.id == "progress" and "period" in draft.columns else ""
    try:
        return not code or day in periods.parse(code)
    except ValueError:
        return True


def _months(draft: Draft, column: Column) -> list[date | None]:
    """The month of each record in which its day should lie."""
    if column.within != column.name:
        return draft.column(column.within)
    head, tab = head_month(draft), month_in(draft.body.sheet)
    named = head[2] if head else tab
    return [named.near(day) if named and (day := _day(value)) else None for value in draft.column(column.name)]


def _day(value: object) -> date | None:
    if isinstance(value, str):
        return date.fromisoformat(value[-10:]) if len(value) >= len("2026-11-18") else None
    return value if isinstance(value, date) else None


def _moved(draft: Draft, record: int) -> bool:
    """What was moved is moved to another month."""
    states = draft.columns.get("status")
    return states is not None and states[record] == "moved"


def _ask_of_days(draft: Draft, findings: Findings, column: Column, outside: list[tuple[int, date]],
                 months: list[date]) -> None:
    sheet, cell = draft.place(outside[0][0], column.name)
    letters = cell.rstrip("0123456789")
    listed = ", ".join(f"{draft.place(record, column.name)[1]} — {day:%d.%m.%Y}" for record, day in outside[:LISTED])
    more = f" и ещё {len(outside) - LISTED}" if len(outside) > LISTED else ""
    findings.add("outside-month", sheet, cell, f"{outside[0][1]:%d.%m.%Y}", (Choice("Даты верны", KEEP),),
                 f"даты вне месяца, столбец {letters}", column=column.title, listed=listed + more,
                 month=" и ".join(map(month_text, sorted(set(months)))))


def _heads(draft: Draft) -> Iterator[tuple[str, str, Named]]:
    """(cell, its text, the month it names) of what stands above the table; cell "" is the text of a document."""
    grid, match = draft.body.parts[0].grid, draft.body.match
    if named := month_in(grid.heading):
        yield "", grid.heading, named
    for row, cells in enumerate(grid.cells[:match.header_row]):
        for column, value in enumerate(cells):
            if isinstance(value, date) and any(cell == a1(row, column) for _, cell in match.head.values()):
                yield a1(row, column), f"{value:%d.%m.%Y}", Named(value.month, value.year, 0, 0)
            elif isinstance(value, str) and (named := month_in(value)):
                yield a1(row, column), value, named


def _compare(draft: Draft, findings: Findings, cell: str, text: str, head: Named, stem: str) -> None:
    first = date(head.year, head.number, 1)
    tab, name = month_in(draft.body.sheet), month_in(stem)
    said = [("вкладка листа", tab.near(first) if tab else None), ("имя файла", name.near(first) if name else None)]
    if said[0][1] == first:  # a file is often named by the month it was sent in
        return
    others = [(who, month) for who, month in said if month and month != first]
    if not others:
        return
    known = dict.fromkeys(month for _, month in others)
    choices = [Choice(f"{month_text(month)} ({' и '.join(who for who, other in others if other == month)})",
                      _rewritten(text, month) if cell else month_text(month)) for month in known]
    kept = Choice(f"{month_text(first)} (над таблицей)", KEEP)
    findings.add(MONTH_AGAINST, draft.body.sheet, cell, month_text(first), (*choices, kept),
                 "" if cell else HEADING_MONTH, place=f", {cell}" if cell else "",
                 others=", ".join(f"{who} — «{month_text(month)}»" for who, month in others))


def _compare_tab(draft: Draft, findings: Findings, name: Named | None) -> None:
    """The tab alone tells the month, and the name of the file tells another one."""
    tab = {_month_code(value) for value in draft.column(time_column(draft))}
    first = tab.pop() if len(tab) == 1 else None
    if first and name and (other := name.near(first)) != first:
        choices = (Choice(f"{month_text(first)} (вкладка листа)", month_text(first)),
                   Choice(f"{month_text(other)} (имя файла)", month_text(other)))
        findings.add(TAB_AGAINST_NAME, draft.body.sheet, free_cell(draft, 0), month_text(first), choices,
                     other=month_text(other))


def _rewritten(text: str, month: date) -> str:
    """What stands for the cell when the month is another one: beside a label only the value."""
    label, value = labelled(text)
    if label and normalise(label) in labels_above():
        return with_month(value, month)
    return with_month(text, month) if month_in(text) else month_text(month)


def with_heading(grid: Grid, answers: Answers) -> Grid:
    """The table of a document with the month the person has chosen in the text above it."""
    answer = month_in(answers.get((grid.sheet, HEADING_MONTH), ""))
    if not answer or not answer.year:
        return grid
    return replace(grid, heading=with_month(grid.heading, date(answer.year, answer.number, 1)))

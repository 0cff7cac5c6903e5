"""The month's workbook of a school come back: its head, its form code, and which of its rows say something."""

import re
from collections.abc import Sequence

from shnor.datasets import a1
from shnor.loaders.above import month_above, school_above
from shnor.loaders.body import Body
from shnor.loaders.draft import Draft
from shnor.loaders.headers import normalise, plain
from shnor.loaders.recognise import ROW_CODE, beside, form_code
from shnor.loaders.registered import tell_school
from shnor.loaders.schools import find, key
from shnor.loaders.types import Choice
from shnor.loaders.values import month, month_text

NOTHING_NEW = "изменений за месяц нет"
YES = ("да", "+", "1", "v", "х", "x", "нет изменений", "изменений нет")
AHEAD = "предстоит"
_ROW_CODE = re.compile(r"(?P<plan>\d+)\s*·\s*(?P<period>\d{4}(?:/\d\d)?(?:-(?:[QH]\d|\d{1,2}))?)\s*·\s*"
                       r"(?P<milestone>\d+)")
_FILLED = ("done_date", "done_value", "document", "note")


def finish(draft: Draft) -> None:
    """Fill school, month, plan, period and milestone; leave the rows that report something."""
    code = form_code(draft.body.parts[0].grid)
    _school(draft, code)
    _month(draft, code)
    plans = _plans(draft.body)
    _row_codes(draft, plans)
    if not code and "school_id" not in draft.body.match.head:
        school_above(draft)
    _states(draft)


def _school(draft: Draft, code: tuple[str, str, str, str] | None) -> None:
    """The head says whose report it is; the code of the form must not disagree."""
    text, cell = draft.body.match.head.get("school_id", ("", ""))
    sheet, schools = draft.body.sheet, draft.known.schools
    coded = next((school for school in schools if code and key(code[2]) == key(school.school_id)), None)
    school_id = None
    if not text:
        school_id = coded.school_id if coded else None
    elif not schools:
        draft.findings.add("no-register", sheet, cell, text)
    else:
        found = find(text, schools)
        school_id = found.school_id or None
        if found.kind != "exact":
            tell_school(draft, (sheet, cell), text, found, draft.body.kind["school_id"].title)
        elif coded and coded.school_id != school_id:
            mine = next(school.name for school in schools if school.school_id == school_id)
            choices = (Choice(mine, text), Choice(coded.name, coded.name))
            _disagree(draft, cell, text, f"школа {coded.name}", choices)
    draft.columns["school_id"] = [school_id] * len(draft.origin)
    draft.school = school_id or ""


def _month(draft: Draft, code: tuple[str, str, str, str] | None) -> None:
    text, cell = draft.body.match.head.get("month", ("", ""))
    read, coded = month(text or None), month(code[1]) if code else month(None)
    first = read.value or (coded.value if not text else None)
    title = draft.body.kind["month"].title
    if read.code:
        choices = (Choice(month_text(coded.value), month_text(coded.value)),) if coded.value else ()
        draft.findings.add(read.code, draft.body.sheet, cell, text, choices, column=title)
    elif read.value and coded.value and read.value != coded.value:
        choices = (Choice(month_text(read.value), month_text(read.value)),
                   Choice(month_text(coded.value), month_text(coded.value)))
        _disagree(draft, cell, text, month_text(coded.value), choices)
    elif first is None:
        month_above(draft)
        return
    draft.columns["month"] = [first] * len(draft.origin)
    draft.asked.add("month")
    draft.period = f"{first:%Y-%m}" if first else ""


def _disagree(draft: Draft, cell: str, text: str, form: str, choices: tuple[Choice, ...]) -> None:
    """Choosing what the head already says is an answer too; then it is not asked again."""
    if draft.answers.get((draft.body.sheet, cell)) is None:
        draft.findings.add("code-against-head", draft.body.sheet, cell, text, choices, form=form)
        draft.findings.insist("code-against-head", draft.body.sheet, cell)
        draft.asked.add("school_id")


def _plans(body: Body) -> list[str]:
    """Titles beside «Дорожная карта 1», «Дорожная карта 2»… above the table."""
    grid = body.parts[0].grid
    found = []
    for row in range(body.match.header_row):
        place = beside(grid, row, {f"дорожная карта {len(found) + 1}"})
        if place is not None:
            found.append(plain(grid.at(row, place)))
    return found


def _row_codes(draft: Draft, plans: Sequence[str]) -> None:
    column = _code_column(draft.body)
    texts = [plain(cells[column]) if column is not None and column < len(cells) else "" for cells in draft.body.rows]
    codes = [_ROW_CODE.fullmatch(text.strip()) for text in texts]
    numbered = [int(code["plan"]) if code else 1 if len(plans) == 1 else 0 for code in codes]
    draft.columns["plan"] = [plans[number - 1] if 0 < number <= len(plans) else None for number in numbered]
    draft.columns["period"] = [code["period"] if code else None for code in codes]
    draft.columns["milestone"] = [int(code["milestone"]) if code else None for code in codes]
    for record, (code, text) in enumerate(zip(codes, texts, strict=True)):
        if text and not code and _says_something(draft, record):
            sheet, _ = draft.place(record, "number")
            cell = a1(draft.body.numbers[record], column or 0)
            draft.findings.add("row-code-lost", sheet, cell, text, number=draft.column("number")[record] or "")


def _code_column(body: Body) -> int | None:
    header = body.parts[0].grid.cells[body.match.header_row]
    return next((index for index, value in enumerate(header) if normalise(value) == ROW_CODE), None)


def _says_something(draft: Draft, record: int) -> bool:
    return any(draft.column(name)[record] is not None for name in ("status", *_FILLED))


def _states(draft: Draft) -> None:
    """A row with a state is a record; with «изменений нет» the listed rows without one are «без изменений»."""
    nothing_new, ahead = _nothing_new(draft), _ahead(draft.body)
    states, keep = draft.column("status"), []
    for record, status in enumerate(states):
        sheet_cell = draft.place(record, "status")
        raw = draft.body.values("status")[record] if status is None else None
        if status is None and raw is None:
            filled = any(draft.column(name)[record] is not None for name in _FILLED)
            if filled:
                choices = tuple(Choice(title, title) for title in draft.body.kind["status"].choices.values())[:5]
                draft.findings.add("status-missing", *sheet_cell, choices=choices,
                                   column=draft.body.kind["status"].title)
            elif nothing_new and not ahead[record]:
                states[record] = "unchanged"
        if states[record] is not None or raw is not None:
            keep.append(record)
    draft.take(keep)


def _nothing_new(draft: Draft) -> bool:
    """«да» beside «Изменений за месяц нет»; marks beside it are taken and spoken of."""
    grid = draft.body.parts[0].grid
    for row in range(draft.body.match.header_row):
        place = beside(grid, row, {NOTHING_NEW})
        if place is not None and normalise(grid.at(row, place)) in YES:
            if any(draft.column("status")):
                draft.findings.add("marked-yet-nothing-new", draft.body.sheet, a1(row, place),
                                   plain(grid.at(row, place)))
            return True
    return False


def _ahead(body: Body) -> list[bool]:
    header = body.parts[0].grid.cells[body.match.header_row]
    column = next((index for index, value in enumerate(header) if normalise(value) == "отмечено ранее"), None)
    return [column is not None and column < len(cells) and normalise(cells[column]).startswith(AHEAD)
            for cells in body.rows]

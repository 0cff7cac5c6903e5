"""The month's workbook of a school come back: its head, its form code, and which of its rows say something."""

import re
from collections.abc import Sequence

from shnor.datasets import Spot, a1, column_letters
from shnor.datasets.foreign import ROW_CODE
from shnor.loaders.month.contents import is_nothing_new
from shnor.loaders.records.above import school_above
from shnor.loaders.records.dashes import ask_of_dashes, is_dash
from shnor.loaders.records.draft import Draft
from shnor.loaders.records.report_head import code_of, labelled, month_of_head, school_of_head
from shnor.loaders.tables.body import Body
from shnor.loaders.tables.recognise import beside
from shnor.loaders.types import Choice
from shnor.loaders.words.headers import normalise, plain
from shnor.workbooks.month import AHEAD, MARKED_BEFORE, NOTHING_NEW

_ROW_CODE = re.compile(r"(?P<plan>\d+)\s*·\s*(?P<period>\d{4}(?:/\d\d)?(?:-(?:[QH]\d|\d{1,2}))?)\s*·\s*"
                       r"(?P<milestone>\d+)")
_FILLED = ("done_date", "done_value", "document", "note")


def finish(draft: Draft) -> None:
    """Fill school, month, plan, period and milestone; leave the rows that report something."""
    code = code_of(draft)
    school_of_head(draft, code)
    month_of_head(draft, code)
    plans = _plans(draft.body)
    _row_codes(draft, plans)
    if not code and "school_id" not in draft.body.match.head:
        school_above(draft)
    _states(draft)


def _plans(body: Body) -> list[tuple[str, str]]:
    """Titles beside «Дорожная карта 1», «Дорожная карта 2»… above the table, and their cells."""
    grid = body.parts[0].grid
    titles: list[tuple[str, str]] = []
    for row in range(body.match.header_row):
        place = beside(grid, row, {f"дорожная карта {len(titles) + 1}"})
        if place is not None:
            titles.append((plain(grid.at(row, place)), a1(row, place)))
    return titles


def _row_codes(draft: Draft, plans: Sequence[tuple[str, str]]) -> None:
    column = _code_column(draft.body)
    texts = [plain(cells[column]) if column is not None and column < len(cells) else "" for cells in draft.body.rows]
    codes = [_ROW_CODE.fullmatch(text.strip()) for text in texts]
    numbered = [int(code["plan"]) if code else 1 if len(plans) == 1 else 0 for code in codes]
    named = [plans[number - 1] if 0 < number <= len(plans) else (None, "") for number in numbered]
    draft.columns["plan"] = [title for title, _ in named]
    draft.row_spots |= {("plan", row): (Spot(cell),) for row, (title, cell) in enumerate(named) if title}
    draft.spots |= {name: (Spot(column_letters(column)),) for name in ("period", "milestone") if column is not None}
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
    _, said_at = labelled(draft.body, normalise(NOTHING_NEW))
    states, keep = draft.column("status"), []
    for record, status in enumerate(states):
        sheet_cell = draft.place(record, "status")
        raw = draft.body.values("status")[record] if status is None else None
        dashed, raw = is_dash(raw), None if is_dash(raw) else raw
        if status is None and raw is None:
            filled = any(draft.column(name)[record] is not None for name in _FILLED)
            if dashed and (filled or not nothing_new):
                ask_of_dashes(draft, "status", [record], "status-dash")
            elif filled:
                choices = tuple(Choice(title, title) for title in draft.body.kind["status"].choices.values())[:5]
                draft.findings.add("status-missing", *sheet_cell, choices=choices,
                                   column=draft.body.kind["status"].title)
            elif nothing_new and not ahead[record]:
                states[record] = "unchanged"
                draft.row_spots["status", draft.origin[record]] = (Spot(said_at),)
        if states[record] is not None or raw is not None:
            keep.append(record)
    draft.take(keep)


def _nothing_new(draft: Draft) -> bool:
    """«да» beside «Изменений за месяц нет»; marks beside it are taken and spoken of."""
    text, cell = labelled(draft.body, normalise(NOTHING_NEW))
    if normalise(text) == "нет" and not any(draft.column("status")):
        draft.findings.add("nothing-new-doubt", draft.body.sheet, cell, text, (
            Choice("Да, изменений нет", "да"), Choice("Изменения есть", "изменения есть")))
    if not is_nothing_new(text):
        return False
    if any(draft.column("status")):
        draft.findings.add("marked-yet-nothing-new", draft.body.sheet, cell, text)
    return True


def _ahead(body: Body) -> list[bool]:
    header = body.parts[0].grid.cells[body.match.header_row]
    column = next((index for index, value in enumerate(header) if normalise(value) == normalise(MARKED_BEFORE)), None)
    return [column is not None and column < len(cells) and normalise(cells[column]).startswith(AHEAD)
            for cells in body.rows]

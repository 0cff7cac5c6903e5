"""What a declaration asks of records, checked column by column: required, constraints, rules, key."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

import narwhals as nw
import pyarrow as pa
import pyarrow.compute as pc

from shnor import periods
from shnor.datasets import KINDS, Batch, Column, Constraint, Kind
from shnor.loaders.issues.findings import Findings
from shnor.loaders.records.draft import Draft, shown
from shnor.loaders.records.sheet_month import OPEN_MONTH
from shnor.loaders.words.headers import row_texts
from shnor.loaders.words.read import EMPTY, common
from shnor.loaders.words.values import month_text


def check_columns(draft: Draft) -> None:
    """Empty needed values and values outside their constraints."""
    for column in draft.body.kind.stored:
        values = draft.columns.get(column.name)
        if column.required and column.name not in draft.asked:
            _required(draft, column, values or [None] * len(draft.origin))
        if values is None or column.derived_from:
            continue
        array = pa.array(values, column.arrow)
        for constraint in column.constraints:
            for record in _bad(array, constraint):
                draft.add("constraint", record, column.name, shown(values[record]), allowed=constraint.text)


def _required(draft: Draft, column: Column, values: list) -> None:
    """What is written and could not be read was spoken of when it was read."""
    if None not in values:
        return
    if not (draft.body.match.columns.keys() | draft.body.match.head.keys()) & {column.name} and not any(values):
        tell_missing(draft, column.name)
        return
    written = draft.body.values(column.name)
    for record, value in enumerate(values):
        if value is None and common(written[draft.origin[record]]) is EMPTY:
            draft.add("required", record, column.name, example=column.example)


def tell_missing(draft: Draft, name: str) -> None:
    """A needed column the sheet does not have, and nothing above tells it."""
    body, match = draft.body, draft.body.match
    header = body.parts[0].grid.cells[match.header_row:match.first_row]
    found = ", ".join(f"«{text}»" for cells in header for text in row_texts(cells))
    draft.findings.add("missing-column", body.sheet, "", kind=body.kind.title, column=body.kind[name].title,
                       row=match.header_row + 1, found=found)


def _bad(array: pa.Array, constraint: Constraint) -> list[int]:
    frame = nw.from_native(pa.table({"value": array}), eager_only=True)
    return _true(frame.select(bad=constraint.bad(nw.col("value"))).to_native())


def _true(table: pa.Table) -> list[int]:
    return pc.indices_nonzero(table.column("bad")).to_pylist()


def check_rules(draft: Draft, made: Batch) -> None:
    """What must hold between columns of one row."""
    frame = nw.from_native(made.table, eager_only=True)
    for rule in draft.body.kind.rules:
        for record in _true(frame.select(bad=rule.bad()).to_native()):
            if draft.findings.has("number-doubt", *draft.place(record, rule.column)):
                continue  # the number itself is asked for
            values = draft.columns.get(rule.column)
            draft.add(rule.id, record, rule.column, shown(values[record]) if values else "")


def _key_in_words(kind: Kind, key: tuple) -> str:
    return ", ".join(f"{kind[name].title} «{_in_words(kind[name], value)}»"
                     for name, value in zip(kind.key, key, strict=True)
                     if value not in (None, "") and name not in ("plan", "milestone"))


def _differ(kind: Kind) -> str:
    """By what rows of a kind differ, as people read it."""
    return ", ".join(kind[name].title for name in kind.key if kind[name].personal == "no")


def _in_words(column: Column, value: object) -> str:
    """A stored value of a key as people write it."""
    if column.type == "month" and isinstance(value, date):
        return month_text(value)
    if column.type == "period" and isinstance(value, str) and len(value) < len("2026-11-18"):
        return periods.parse(value).title
    return column.choices.get(str(value), shown(value))


def check_key(draft: Draft) -> None:
    """A key twice in one file: an error that names both rows."""
    kind = draft.body.kind
    keys = list(zip(*(draft.column(name) for name in kind.key), strict=True))
    if len(set(keys)) == len(keys):
        return
    seen: dict[tuple, int] = {}
    point = "number" if "number" in kind.key else kind.key[0]
    for record, key in enumerate(keys):
        first = record if None in key else seen.setdefault(key, record)
        if first == record or draft.origin[first] == draft.origin[record]:
            continue
        sheet, other = draft.place(first, point)
        here, cell = draft.place(record, point)
        what = _key_in_words(kind, key)
        draft.findings.add("repeated-key", here, cell, shown(draft.column(point)[record]), what=what,
                           other=other if sheet == here else f"{other}, лист «{sheet}»", differ=_differ(kind))


def check_between(batches: Sequence[Batch], findings: Findings) -> None:
    """A key in two tables of one file (a sheet copied beside itself): an error at the second."""
    seen: dict[tuple, tuple[str, str]] = {}
    repeated: set[tuple[str, int]] = set()
    doubtful = {issue.sheet: issue for issue in findings.issues if issue.code in OPEN_MONTH}
    twice = {kind for kind, count in Counter(batch.kind for batch in batches).items() if count > 1}
    for batch in batches:
        kind = KINDS[batch.kind]
        if kind.id not in twice:
            continue
        for row in batch.table.select([*kind.key, "row", "cell"]).to_pylist():
            key = (kind.id, *(row[name] for name in kind.key))
            first, cell = seen.setdefault(key, (batch.sheet, row["cell"]))
            if first == batch.sheet or None in key or (batch.sheet, row["row"]) in repeated:
                continue
            repeated.add((batch.sheet, row["row"]))
            if asked := {first, batch.sheet} & set(doubtful):  # the rows differ once the month is settled
                for sheet in asked:
                    findings.insist(doubtful[sheet].code, *doubtful[sheet].key)
                continue
            findings.add("repeated-key", batch.sheet, row["cell"].rpartition("!")[2], what=_key_in_words(kind, key[1:]),
                         other=f"{cell}, лист «{first}»", differ=_differ(kind))

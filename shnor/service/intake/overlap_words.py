"""Rows that look alike, as people read them: «F2 — МБОУ ООШ № 9, математика: 14.10.2026 → 15.10.2026»."""

from collections.abc import Mapping, Sequence
from datetime import date

from shnor import wording
from shnor.datasets import KINDS
from shnor.service.intake.told_rows import Pair, Row

SHOWN = 5
Names = Mapping[str, str]
"""Code of a school → its name."""


def listed(pairs: Sequence[Pair], names: Names) -> str:
    """Each row of the file once, with what it looks like."""
    olds: dict[int, list[Row]] = {}
    for pair in pairs:
        olds.setdefault(id(pair.new), []).append(pair.old)
    rows = {id(pair.new): pair.new for pair in pairs}
    return _some([f"{row.cell} — {_about(row, names)}: {_change(olds[place], row, names)}"
                  for place, row in rows.items()])


def gone(rows: Sequence[Row], names: Names) -> str:
    return _some([f"{_about(row, names)}, {_time(row)}" for row in rows])


def _some(texts: Sequence[str]) -> str:
    more = f" и ещё {len(texts) - SHOWN}" if len(texts) > SHOWN else ""
    return "; ".join(texts[:SHOWN]) + more


def _about(row: Row, names: Names) -> str:
    """Whose row it is and of what."""
    words = [str(row.values[name]) for name in row.rule.words if row.values[name]]
    return ", ".join(filter(None, (_school(row, names), *words)))


def _school(row: Row, names: Names) -> str:
    code = str(row.values.get("school_id") or "")
    return names.get(code, code)


def _change(olds: Sequence[Row], row: Row, names: Names) -> str:
    if len(olds) > 1:
        return f"{_time(row)}, {row.total or ''} — и там {wording.listed([_counted(old) for old in olds[:SHOWN]])}"
    [old] = olds
    kind = KINDS[row.rule.kind]
    both = (_school(old, names), _school(row, names)), (_time(old), _time(row))
    said = [f"{there} → {here}" for there, here in both if there != here]
    for name in (*row.rule.words, *row.rule.loose, *row.rule.numbers):
        if name != "school_codes" and row.values[name] != old.values[name]:
            said.append(f"{kind[name].title} {_shown(old.values[name])} → {_shown(row.values[name])}")
    return ", ".join(said) or f"{_time(row)}, так же"


def _counted(row: Row) -> str:
    return f"{_time(row)}{f' ({row.total})' if row.total else ''}"


def _time(row: Row) -> str:
    value = row.values[row.rule.when]
    if isinstance(value, date):
        return wording.month(value) if row.rule.when == "month" else wording.day(value)
    return wording.period(str(value))


def _shown(value: object) -> str:
    return "пусто" if value in (None, "") else f"«{value}»" if isinstance(value, str) else wording.number(value) \
        if isinstance(value, int | float) else str(value)

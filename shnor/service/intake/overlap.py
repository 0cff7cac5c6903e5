"""Rows of a file held against what earlier files have told, accepted ones and those lying before it in the drop: what
looks like a row that is known is asked about, and the answer decides what is taken and what stops counting."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import pyarrow as pa

from shnor import periods
from shnor.datasets import KINDS, Batch
from shnor.datasets.overlaps import OVERLAPS, SHARE_SENT_AGAIN, Overlap
from shnor.loaders.issues.catalogue import ISSUES
from shnor.loaders.issues.findings import placed
from shnor.loaders.types import KEEP, Answers, Checked, Choice, Issue
from shnor.service.intake import overlap_words
from shnor.service.intake.alike import corrected, pairs
from shnor.service.intake.overlap_words import Names
from shnor.service.intake.told_rows import Pair, Row
from shnor.store import View

REPLACE, ADD, COUNTED, EACH = "заменить", "добавить", "уже учтено", "решить по строкам"
REMOVE, LEAVE = "убрать", "оставить"
_CHOICES = (Choice("Заменить прежние этими", REPLACE), Choice("Уже учтено, эти не брать", COUNTED),
            Choice("Добавить: это другие", ADD))
_EACH = Choice("Решить по строкам", EACH)
Force = dict[tuple, Row]
"""Key → the row in force."""


@dataclass(frozen=True)
class _Settled:
    """What the answers to one file decide; filled question by question. left: ids of rows that are not taken."""

    issues: list[Issue] = field(default_factory=list)
    replaced: list[Row] = field(default_factory=list)
    left: set[int] = field(default_factory=set)


def settle(view: View, checked: Sequence[Checked], answers: Sequence[Answers], whole: Sequence[bool],
           files: Mapping[int, str], names: Names) -> list[Checked]:
    """The same files with what there is to ask, without rows that are counted already, with the keys of rows they
    replace. files: names by upload. whole: a report, so that what is not in it is missing."""
    kinds = {batch.kind for one in checked for batch in one.batches if batch.kind in OVERLAPS}
    told = [batch for one in checked for batch in one.batches]
    force = {kind: _in_force(view, kind, [batch for batch in told if batch.kind == kind], files) for kind in kinds}
    settled = []
    for one, given, is_whole in zip(checked, answers, whole, strict=True):
        for kind in sorted({batch.kind for batch in one.batches} & kinds):
            one = _settle(one, kind, force[kind], given, is_whole, names)
        settled.append(one)
    return settled


def _in_force(view: View, kind_id: str, batches: Sequence[Batch], files: Mapping[int, str]) -> Force:
    """The rows of the base these batches may speak of: of their years."""
    rule, kind = OVERLAPS[kind_id], KINDS[kind_id]
    names = _columns(rule)
    rows = view.rows(kind_id, **_near(rule, batches)).select(*names, "upload_id", "sheet", "cell").fetchall()
    found: Force = {}
    for *values, upload, sheet, cell in rows:
        named = dict(zip(names, values, strict=True))
        key = tuple(named[name] for name in kind.key)
        found[key] = Row(rule, key, named, files.get(upload, ""), sheet or "", cell or "")
    return found


def _columns(rule: Overlap) -> tuple[str, ...]:
    key = KINDS[rule.kind].key
    return tuple(dict.fromkeys((*key, *rule.same, *rule.words, rule.when, *rule.numbers, *rule.loose, *rule.titles)))


def _near(rule: Overlap, batches: Sequence[Batch]) -> dict:
    """A filter that keeps what is near in time, and of long tables what is of the same schools."""
    column = {"period": "day", "wave": "day", "school_year": "day"}.get(rule.when, rule.when)
    days = [day for batch in batches for day in batch.table[column].unique().to_pylist() if day]
    chosen: dict = {}
    if days:
        chosen = {f"{column}__from": date(min(days).year - 1, 1, 1), f"{column}__to": date(max(days).year + 1, 12, 31)}
    if rule.kind in ("results", "surveys"):
        chosen["school_id"] = sorted({school for batch in batches for school in batch.table["school_id"].to_pylist()
                                      if school is not None})
    return chosen


def _settle(one: Checked, kind: str, force: Force, answers: Answers, whole: bool, names: Names) -> Checked:
    rule = OVERLAPS[kind]
    own = {place: _rows(rule, batch, one.file) for place, batch in enumerate(one.batches) if batch.kind == kind}
    rows = [row for listed in own.values() for row in listed]
    keys = {row.key for row in rows}
    others = [row for key, row in force.items() if key not in keys]
    fresh = [row for row in rows if _is_fresh(row, force)]
    alike = [pair for pair in pairs(fresh, others) if pair.new.values.get("state") not in rule.once] if others else []
    again = _sent_again(rows, alike, others, force) if whole else {}
    paired = {id(pair.new) for pair in alike}
    corrections = [pair for lost in again.values()
                   for pair in corrected([row for row in fresh if id(row) not in paired], lost)]
    done = _Settled()
    for (sheet, file), group in _groups([*alike, *corrections]).items():
        _decide(done, group, sheet, file, answers, names)
    found = {id(pair.old) for pair in corrections}
    for file, lost in again.items():
        if left := [row for row in lost if id(row) not in found]:
            _gone(done, rows[0].sheet, file, left, answers, names)
    for row in done.replaced:
        force.pop(row.key, None)
    force.update({row.key: row for row in rows if id(row) not in done.left})
    alone = len(one.kept) == 1
    return replace(one, issues=(*one.issues, *(placed(issue, alone=alone) for issue in done.issues)),
                   batches=tuple(_without(batch, own[place], done.left) if place in own else batch
                                 for place, batch in enumerate(one.batches)),
                   replaced={**one.replaced, **_keys(kind, done.replaced)})


def _rows(rule: Overlap, batch: Batch, file: str) -> list[Row]:
    kind, names = KINDS[rule.kind], _columns(rule)
    return [Row(rule, tuple(row[name] for name in kind.key), row, file, batch.sheet, (row["cell"] or "").split(",")[0])
            for row in batch.table.select([*names, "cell"]).to_pylist()
            if row[rule.when] and None not in (row[name] for name in kind.key)] \
        if batch.table.num_rows else []


def _is_fresh(row: Row, force: Force) -> bool:
    """Its key is not known; where keys are numbers by order, it says something else than the row of its key."""
    known = force.get(row.key)
    return known is None or (row.rule.renumbered and known.words != row.words)


def _groups(alike: Sequence[Pair]) -> dict[tuple[str, str], list[Pair]]:
    """(sheet, name of the earlier file) → pairs."""
    found: dict[tuple[str, str], list[Pair]] = defaultdict(list)
    for pair in alike:
        found[pair.new.sheet, pair.old.file].append(pair)
    return found


def topic_of(file: str) -> str:
    """Under which the answer about rows like those of an earlier file is kept."""
    return f"похожие строки: {file}"


def _decide(done: _Settled, group: Sequence[Pair], sheet: str, file: str, answers: Answers, names: Names) -> None:
    answer = answers.get((sheet, topic_of(file)), "")
    if answer == EACH:
        for part in _by_row(group).values():
            topic = f"похожая строка {part[0].new.cell}: {file}"
            _take(done, part, sheet, file, answers.get((sheet, topic), ""), names, "row-alike", topic)
        return
    _take(done, group, sheet, file, answer, names, "rows-alike", topic_of(file))


def _by_row(group: Sequence[Pair]) -> dict[int, list[Pair]]:
    found: dict[int, list[Pair]] = defaultdict(list)
    for pair in group:
        found[id(pair.new)].append(pair)
    return found


def _take(done: _Settled, group: Sequence[Pair], sheet: str, file: str, answer: str, names: Names, code: str,
          topic: str) -> None:
    listed = overlap_words.listed(group, names)
    if answer == REPLACE:
        done.replaced.extend({id(pair.old): pair.old for pair in group}.values())
    elif answer == COUNTED:
        done.left.update(id(pair.new) for pair in group)
        done.issues.append(ISSUES["rows-counted"].at(sheet, topic=topic, count=len({id(pair.new) for pair in group}),
                                                     file=file, listed=listed))
    elif answer not in (ADD, KEEP):
        several = len(_by_row(group)) > 1
        choices = (*_CHOICES, _EACH) if several and code == "rows-alike" else _CHOICES
        rows = "строки похожи на строки" if several else "строка похожа на строку"
        done.issues.append(ISSUES[code].at(sheet, group[0].new.cell, "", choices, topic, file=file, listed=listed,
                                           rows=rows, wrong=group[0].new.rule.wrong))


def _sent_again(rows: Sequence[Row], alike: Sequence[Pair], others: Sequence[Row],
                force: Force) -> dict[str, list[Row]]:
    """Name of an earlier file that came again → its rows that are not there any more, in the months the file speaks
    of."""
    if not rows or not others:
        return {}
    matched = {id(pair.old) for pair in alike}
    repeated: dict[str, int] = defaultdict(int)
    for key in {row.key for row in rows} & force.keys():
        repeated[force[key].file] += 1
    for row in others:
        repeated[row.file] += id(row) in matched
    first, last = _months(rows)
    lost = {file: [row for row in left if first <= row.span[0] and row.span[1] <= last]
            for file, left in _of_files(others, matched).items()
            if repeated[file] and repeated[file] >= SHARE_SENT_AGAIN * (repeated[file] + len(left))}
    return {file: left for file, left in lost.items() if left}


def _gone(done: _Settled, sheet: str, file: str, lost: Sequence[Row], answers: Answers, names: Names) -> None:
    topic = f"больше нет в файле: {file}"
    answer = answers.get((sheet, topic), "")
    if answer == REMOVE:
        done.replaced.extend(lost)
    elif answer not in (LEAVE, KEEP):
        done.issues.append(ISSUES["rows-gone"].at(
            sheet, "", "", (Choice("Убрать", REMOVE), Choice("Оставить", LEAVE)), topic, file=file,
            listed=overlap_words.gone(lost, names)))


def _of_files(others: Sequence[Row], matched: set[int]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in others:
        if id(row) not in matched:
            found[row.file].append(row)
    return found


def _months(rows: Sequence[Row]) -> tuple[date, date]:
    """From the first day of the first month of the rows to the last day of their last one."""
    first, last = min(row.span[0] for row in rows), max(row.span[1] for row in rows)
    return first.replace(day=1), periods.last_day(last.year, last.month)


def _without(batch: Batch, rows: Sequence[Row], left: set[int]) -> Batch:
    """The batch without rows that are counted already."""
    keys = {row.key for row in rows if id(row) in left}
    return without_keys(batch, keys) if keys else batch


def without_keys(batch: Batch, keys: set[tuple]) -> Batch:
    own = zip(*(batch.table[name].to_pylist() for name in KINDS[batch.kind].key), strict=True)
    kept = [key not in keys for key in own]
    return replace(batch, table=batch.table.filter(pa.array(kept, pa.bool_())), rows=batch.rows - kept.count(False))


def _keys(kind_id: str, rows: Sequence[Row]) -> dict[str, pa.Table]:
    kind = KINDS[kind_id]
    schema = pa.schema([(name, kind[name].arrow) for name in kind.key])
    return {kind_id: pa.Table.from_pylist([dict(zip(kind.key, row.key, strict=True)) for row in rows], schema)} \
        if rows else {}

"""Files of one drop beside each other: sent twice, sent corrected, a form downloaded again. Of two files that say
different things of the same rows the lower one would silently win: so it is asked."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from shnor.datasets import KINDS, Batch
from shnor.loaders.issues.catalogue import ISSUES
from shnor.loaders.issues.findings import placed
from shnor.loaders.types import Answers, Checked, Choice, Issue
from shnor.service.intake.overlap import without_keys

THIS, OTHER = "верен этот", "верен другой"
SHOWN = 5
Told = dict[tuple[str, tuple], tuple[int, Mapping[str, object]]]
"""(kind, key) → which file has told it, and its row."""


@dataclass(frozen=True)
class _Differing:
    """A row of a file that says something else than the same row of a file before it."""

    batch: int
    key: tuple
    row: Mapping[str, object]
    other: Mapping[str, object]
    columns: tuple[str, ...]


def settle(checked: Sequence[Checked], answers: Sequence[Answers]) -> list[Checked]:
    """The same files without what the ones before them have told already, and with what there is to ask."""
    if len(checked) < 2:
        return list(checked)
    told: Told = {}
    settled: list[Checked] = []
    for place, one in enumerate(checked):
        made = _settle(one, told, checked, answers[place])
        settled.append(made)
        for batch in made.batches:
            told.update({(batch.kind, key): (place, row) for key, row in _rows(batch)})
    return settled


def _settle(one: Checked, told: Told, checked: Sequence[Checked], answers: Answers) -> Checked:
    same, others, differing = 0, set(), defaultdict(list)
    for number, batch in enumerate(one.batches):
        for key, row in _rows(batch) if told else ():
            if (batch.kind, key) not in told:
                continue
            other, before = told[batch.kind, key]
            others.add(other)
            columns = _columns(batch.kind, before, row)
            same += not columns
            if columns:
                differing[other].append(_Differing(number, key, row, before, columns))
    if same and same == sum(batch.table.num_rows for batch in one.batches):
        first = ISSUES["sent-twice"].at(file=checked[min(others)].file)
        return replace(one, issues=(*one.issues, first),
                       batches=tuple(replace(batch, rows=0, table=batch.table.slice(0, 0)) for batch in one.batches))
    for other, rows in differing.items():
        one = _told_otherwise(one, rows, checked[other].file, answers)
    return one


def _rows(batch: Batch) -> Iterator[tuple[tuple, Mapping[str, object]]]:
    """Key → row, of rows whose key is whole."""
    key = KINDS[batch.kind].key
    for row in batch.table.to_pylist():
        yield tuple(row[name] for name in key), row


def _columns(kind_id: str, before: Mapping[str, object], row: Mapping[str, object]) -> tuple[str, ...]:
    """What people have written in both rows and what differs; a column one file leaves empty says nothing."""
    kind = KINDS[kind_id]
    return tuple(column.name for column in kind.typed
                 if column.name in row and column.name not in kind.key and not column.last_of
                 and None not in (row[column.name], before[column.name]) and row[column.name] != before[column.name])


def _told_otherwise(one: Checked, rows: Sequence[_Differing], file: str, answers: Answers) -> Checked:
    """Asked; of two exports of one form the one with later answers is right without a question."""
    older = [found for found in rows if _is_older(found)]
    left, asked = list(older), [found for found in rows if not _is_later(found) and found not in older]
    issues: list[Issue] = []
    if older:
        issues.append(ISSUES["export-older"].at(one.batches[older[0].batch].sheet, file=file))
    if asked:
        sheet, topic = one.batches[asked[0].batch].sheet, f"тот же отчёт: {file}"
        if (answer := answers.get((sheet, topic))) == OTHER:
            left += asked
        elif not answer:
            choices = Choice("Верен этот файл", THIS), Choice(f"Верен «{file}»", OTHER)
            issues.append(ISSUES["files-differ"].at(sheet, _cell(asked[0]), "", choices, topic, file=file,
                                                    listed=_listed(one, asked)))
    keys: dict[int, set[tuple]] = defaultdict(set)
    for found in left:
        keys[found.batch].add(found.key)
    return replace(one, issues=(*one.issues, *(placed(issue, alone=len(one.kept) == 1) for issue in issues)),
                   batches=tuple(without_keys(batch, keys[number]) if keys[number] else batch
                                 for number, batch in enumerate(one.batches)))


def _is_older(found: _Differing) -> bool:
    """An export of a form downloaded before the other one."""
    own, other = _last_answers(found)
    return own is not None and other is not None and own < other


def _is_later(found: _Differing) -> bool:
    own, other = _last_answers(found)
    return own is not None and other is not None and own > other


def _last_answers(found: _Differing) -> tuple[date | None, date | None]:
    """The days of the last answers of both; None of anything but answers."""
    days = [row.get("known_on") if "wave" in row else None for row in (found.row, found.other)]
    own, other = (day if isinstance(day, date) else None for day in days)
    return own, other


def _cell(found: _Differing) -> str:
    return str(found.row["cell"] or "").partition(",")[0]


def _listed(one: Checked, rows: Sequence[_Differing]) -> str:
    texts = [f"{_cell(found)} «{KINDS[one.batches[found.batch].kind][name].title}»: {_shown(one, found, name)}"
             for found in rows for name in found.columns]
    return "; ".join(texts[:SHOWN]) + (f" и ещё {len(texts) - SHOWN}" if len(texts) > SHOWN else "")


def _shown(one: Checked, found: _Differing, name: str) -> str:
    column = KINDS[one.batches[found.batch].kind][name]
    there, here = (column.choices.get(str(row[name]), row[name]) for row in (found.other, found.row))
    return f"там «{there}», здесь «{here}»"

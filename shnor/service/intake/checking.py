"""Files of one drop read and held against each other and the base: what each of them is. The same can be asked again
later, when others have accepted something meanwhile."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from shnor.errors import StoreError
from shnor.loaders.answers.head import COUNTED
from shnor.loaders.issues.catalogue import ISSUES
from shnor.loaders.types import Checked, Issue, Known
from shnor.scope import EVERYTHING, Scope
from shnor.service.intake import impossible, known, overlap, rechecked, with_names, within_drop
from shnor.service.intake.reading import Reader
from shnor.store import Store

FIRST = ("schools", "roadmap")
"""Kinds that are read before the others, which rest on them."""
ANOTHER = "другой файл"
"""Stands for the name of a file whoever is told may not see."""


@dataclass(frozen=True)
class Incoming:
    """A dropped file and the answers given so far: (sheet, cell) -> the text that stands for the cell. whole: it is a
    report, so that what is not in it is missing; a single mark is not. closed: an archive or a letter that was not
    opened, and why."""

    name: str
    data: bytes = field(repr=False)
    answers: Mapping[tuple[str, str], str] = field(default_factory=dict)
    whole: bool = True
    closed: Issue | None = None


@dataclass(frozen=True)
class Together:
    """Files that were checked together, so that it can be told later what the check would say now. state, base: of
    the base they were held against; read: as each was read, before that. again: what it has said since, by the last
    line of others."""

    files: tuple[Incoming, ...]
    state: int
    base: Known = field(repr=False)
    read: tuple[Checked, ...] = field(repr=False)
    again: dict[int, list[Checked]] = field(default_factory=dict, repr=False)


def check_together(files: Sequence[Incoming], base: Known, reader: Reader | None = None) -> list[Checked]:
    """One result a file, in order. Registers and roadmaps of the same drop count as known: files that were read
    before them are read again."""
    reader = reader or Reader()
    reader.begin(len(files))
    results = [reader.check(file.name, file.data, base, file.answers, file.closed) for file in files]
    for kind in FIRST:
        fresh = [batch for result in results for batch in result.batches if batch.kind == kind]
        wider = known.extended(base, fresh)
        if wider == base:
            continue
        base = wider
        results = [result if speaks_of(result, kind) else
                   reader.check(file.name, file.data, base, file.answers, file.closed)
                   for file, result in zip(files, results, strict=True)]
    return _with_waves(files, results, base, reader)


def _with_waves(files: Sequence[Incoming], results: Sequence[Checked], base: Known, reader: Reader) -> list[Checked]:
    """A form downloaded twice lies in one drop: its longer export is read beside the shorter one, wherever it lies."""
    told = {place: max(days) for place, result in enumerate(results) for days in [_days_of_answers(result)] if days}
    again, before = list(results), base
    for place in sorted(told, key=lambda place: told[place]) if len(told) > 1 else ():
        file = files[place]
        again[place] = reader.check(file.name, file.data, before, file.answers)
        before = known.with_waves(before, again[place].batches)
    return again


def _days_of_answers(checked: Checked) -> set[date]:
    """Last days of the answers of an export of a form; none for anything else."""
    told = [batch for batch in checked.batches if batch.kind == "surveys"]
    sheets = {batch.sheet for batch in told}
    counted = {one.sheet for one in checked.kept if one.sheet in sheets and one.grid.heading == COUNTED}
    return {day for batch in told if batch.sheet in counted for day in batch.table["known_on"].to_pylist() if day}


def speaks_of(checked: Checked, *kinds: str) -> bool:
    return any(batch.kind in kinds for batch in checked.batches)


def settled(store: Store, files: Sequence[Incoming], read: Sequence[Checked], base: Known,
            without: frozenset[int] = frozenset(), scope: Scope = EVERYTHING,
            ) -> list[tuple[Checked, Mapping[str, str]]]:
    """The files held against what the base and the files before them have told, with the names in them. without:
    uploads taken as withdrawn. scope: of whoever is told."""
    kept = scope.sees_all and with_names.EVER in store.about()
    aside = [_put_aside(store, one, without) if kept or one.people else (one, {}) for one in read]
    answers = [file.answers for file in files]
    checked = within_drop.settle([one for one, _ in aside], answers)
    with store.view(scope, without=without) as view:
        own = {upload.id: upload.file for upload in view.uploads()}
        checked = overlap.settle(view, checked, answers, [file.whole for file in files],
                                 {upload.id: own.get(upload.id, ANOTHER) for upload in store.uploads()},
                                 {school.school_id: school.name for school in base.schools})
        checked = impossible.settle(view, checked, answers)
    return [(one, names) for one, (_, names) in zip(checked, aside, strict=True)]


def _put_aside(store: Store, checked: Checked, without: frozenset[int]) -> tuple[Checked, Mapping[str, str]]:
    try:
        return with_names.put_aside(store, checked, without)
    except StoreError as error:
        return refused(checked, error), {}


def refused(checked: Checked, error: StoreError) -> Checked:
    """A refusal of the store concerns this file alone."""
    refused = ISSUES["refused-by-base"].at(reason=str(error))
    return replace(checked, issues=(*checked.issues, refused), people={})


def again(store: Store, together: Together, newest: int, own: Collection[int]) -> list[Checked]:
    """What the files that were checked together would be now, had this person accepted none of them."""
    if newest not in together.again:
        without = frozenset(upload.id for upload in store.uploads() if upload.state in own)
        with store.view(without=without) as view:
            base = replace(known.from_view(view, together.base.today), names=together.base.names)
        read = together.read
        if any(rechecked.concerning(base, one) != rechecked.concerning(together.base, one) for one in read):
            read = tuple(check_together(together.files, base))
        together.again[newest] = [one for one, _ in settled(store, together.files, read, base, without)]
    return together.again[newest]

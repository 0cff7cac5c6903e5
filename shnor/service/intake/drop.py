"""From dropped files to a new state of the base: check, show what would change, accept, take back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from shnor.datasets import Delivery
from shnor.errors import StateMoved, StoreError
from shnor.loaders.answers.head import COUNTED
from shnor.loaders.issues.catalogue import ISSUES
from shnor.loaders.types import Checked, Issue, Known
from shnor.service.intake import impossible, known, overlap, with_names, within_drop
from shnor.service.intake.completion import approved_months, completed
from shnor.service.intake.reading import Reader
from shnor.store import Preview, Store


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
class Reviewed:
    """A dropped file after reading. preview is there when it could be accepted. approved: its months that are
    approved; until they are opened it is refused. names: in the mode «С ФИО», of the keys that are new in it."""

    incoming: Incoming
    checked: Checked
    preview: Preview | None
    approved: tuple[date, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict, repr=False)

    @property
    def ready(self) -> bool:
        """Could be accepted now and would change something."""
        return self.preview is not None and not self.preview.empty and not self.approved

    @property
    def questions(self) -> int:
        return sum(issue.severity == "question" for issue in self.checked.issues)

    @property
    def errors(self) -> int:
        return sum(issue.severity == "error" for issue in self.checked.issues)


def opened(files: Sequence[Incoming], reader: Reader | None = None) -> list[Incoming]:
    """The same with archives and letters opened: each file inside is a file of its own. One that cannot be opened
    stays and says why when it is read."""
    reader = reader or Reader()
    return [file if inner.data == file.data and not inner.closed else
            replace(file, name=inner.name, data=inner.data, closed=inner.closed)
            for file in files for inner in reader.opened(file.name, file.data)]


def check_together(files: Sequence[Incoming], base: Known, reader: Reader | None = None) -> list[Checked]:
    """One result a file, in order. Registers and roadmaps of the same drop count as known: files that were read
    before them are read again."""
    reader = reader or Reader()
    reader.begin(len(files))
    results = [reader.check(file.name, file.data, base, file.answers, file.closed) for file in files]
    for kind in ("schools", "roadmap"):
        fresh = [batch for result in results for batch in result.batches if batch.kind == kind]
        wider = known.extended(base, fresh)
        if wider == base:
            continue
        base = wider
        results = [result if _speaks_of(result, kind) else
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


def review(store: Store, files: Sequence[Incoming], today: date, reader: Reader | None = None) -> list[Reviewed]:
    """What each file is and what it would change now. Stores nothing."""
    with store.view() as view:
        base = replace(known.from_view(view, today), names=with_names.mode(store) == with_names.ON)
    reader = reader or Reader()
    kept = with_names.EVER in store.about()
    aside = [_put_aside(store, checked) if kept or checked.people else (checked, {})
             for checked in check_together(files, base, reader)]
    beside = _beside(store, files, [one for one, _ in aside], base)
    closed, state = store.approved(), store.state
    return [_once(store, reader, state, file, checked, names, closed)
            for file, checked, (_, names) in zip(files, beside, aside, strict=True)]


def _once(store: Store, reader: Reader, state: int, file: Incoming, checked: Checked, names: Mapping[str, str],
          closed: frozenset[date]) -> Reviewed:
    return reader.once(file.name, file.data, (store.path, state, file, checked, names, closed),
                       lambda: _reviewed(store, file, checked, names, closed))


def _beside(store: Store, files: Sequence[Incoming], checked: Sequence[Checked], base: Known) -> list[Checked]:
    """The files held against what the base and the files before them have told."""
    answers = [file.answers for file in files]
    checked = within_drop.settle(checked, answers)
    with store.view() as view:
        checked = overlap.settle(view, checked, answers, [file.whole for file in files],
                                 {upload.id: upload.file for upload in store.uploads()},
                                 {school.school_id: school.name for school in base.schools})
        return impossible.settle(view, checked, answers)


def _put_aside(store: Store, checked: Checked) -> tuple[Checked, Mapping[str, str]]:
    try:
        return with_names.put_aside(store, checked)
    except StoreError as error:
        return _refused(checked, error), {}


def _refused(checked: Checked, error: StoreError) -> Checked:
    """A refusal of the store concerns this file alone."""
    refused = ISSUES["refused-by-base"].at(reason=str(error))
    return replace(checked, issues=(*checked.issues, refused), people={})


def _reviewed(store: Store, file: Incoming, checked: Checked, names: Mapping[str, str],
              closed: frozenset[date]) -> Reviewed:
    try:
        preview = previewed(store, checked) if checked.acceptable else None
    except StoreError as error:
        return Reviewed(file, _refused(checked, error), None)
    return Reviewed(file, checked, preview, approved_months(checked.batches, closed, preview), names)


def previewed(store: Store, checked: Checked) -> Preview:
    """What the file would change, columns it says nothing of left alone; all at one state of the base."""
    while True:
        with store.view() as view:
            state = view.state
            batches = tuple(completed(view, batch) for batch in checked.batches)
        preview = store.preview(replace(delivery(checked), batches=batches))
        if preview.state == state:
            return preview


def delivery(checked: Checked) -> Delivery:
    """What of a checked file goes into the base."""
    return Delivery(file=checked.file, sha256=checked.sha256, batches=checked.batches, kept=checked.kept,
                    school=checked.school, period=checked.period, replaced=checked.replaced)


def accept_all(store: Store, reviewed: Sequence[Reviewed], by: str, note: str = "") -> int:
    """Accept the files that change something, each as an upload of its own. Raises StateMoved when the base moved
    since they were shown; files before that one stay accepted."""
    state = None
    for item in reviewed:
        preview = item.preview
        if preview is None or not item.ready:
            continue
        if state is not None:  # our own acceptance moved the base; nobody else may have
            if store.state != state:
                raise StateMoved("Пока вы смотрели, данные изменились. "
                                 "Проверьте, что изменится теперь, и примите ещё раз.")
            preview = replace(previewed(store, item.checked), id=preview.id)
        with with_names.remembered(store, item.names):
            state = store.accept(preview, by=by, note=note)
    return store.state if state is None else state


def _speaks_of(checked: Checked, kind: str) -> bool:
    return any(batch.kind == kind for batch in checked.batches)


def as_plain(checked: Checked) -> list[dict]:
    """One object a table, as `check --json` prints it; a file without a table gives one with kind null."""
    frame = {"format": 1, "file": checked.file, "sha256": checked.sha256}
    sheets = [batch.sheet for batch in checked.batches]
    tables = [{**frame, "kind": batch.kind, "layout": batch.layout, "sheet": batch.sheet,
               "header_row": batch.header_row, "rows": batch.rows, "records": batch.table.num_rows,
               "acceptable": checked.acceptable,
               "issues": [_plain_issue(issue) for issue in checked.issues
                          if issue.sheet == batch.sheet or (number == 0 and issue.sheet not in sheets)]}
              for number, batch in enumerate(checked.batches)]
    return tables or [{**frame, "kind": None, "layout": None, "sheet": "", "header_row": None, "rows": 0, "records": 0,
                       "acceptable": False, "issues": [_plain_issue(issue) for issue in checked.issues]}]


def _plain_issue(issue: Issue) -> dict:
    return {"code": issue.code, "severity": issue.severity, "sheet": issue.sheet, "cell": issue.cell,
            "value": issue.value, "message": issue.message}

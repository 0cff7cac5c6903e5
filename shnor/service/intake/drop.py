"""From dropped files to a new state of the base: check, show what would change, accept, take back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

from shnor.datasets import KINDS, Delivery
from shnor.errors import MonthApproved, ShnorError, StateMoved, StoreError
from shnor.loaders.types import Checked, Issue
from shnor.scope import EVERYTHING, Actor, Scope
from shnor.service.intake import known, rechecked, with_names
from shnor.service.intake.checking import FIRST, Incoming, Together, again, check_together, refused, settled, speaks_of
from shnor.service.intake.completion import approved_months, completed
from shnor.service.intake.reading import Reader
from shnor.store import Preview, Store, conflict_sentence


@dataclass(frozen=True)
class Reviewed:
    """A dropped file after reading. preview is there when it could be accepted. approved: its months that are
    approved; until they are opened it is refused. names: in the mode «С ФИО», of the keys that are new in it.
    together: with which files it was checked; None = it is not checked again."""

    incoming: Incoming
    checked: Checked
    preview: Preview | None
    approved: tuple[date, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict, repr=False)
    together: Together | None = field(default=None, repr=False, compare=False)

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


def review(store: Store, files: Sequence[Incoming], today: date, reader: Reader | None = None,
           scope: Scope = EVERYTHING) -> list[Reviewed]:
    """What each file is and what it would change now. Stores nothing. scope: of whoever is told; what others may not
    see is not known then, and names are the centre's business."""
    with store.view(scope) as view:
        names = scope.sees_all and with_names.mode(store) == with_names.ON
        since, base = view.state, known.from_view(view, today)
    base = base if base.names == names else replace(base, names=names)
    reader = reader or Reader()
    together = Together(tuple(files), since, base, tuple(check_together(files, base, reader)))
    settled_files = settled(store, together.files, together.read, base, scope=scope)
    closed, state = store.approved(), store.state
    return [_once(store, reader, state, file, checked, names, closed, together)
            for file, (checked, names) in zip(files, settled_files, strict=True)]


def _once(store: Store, reader: Reader, state: int, file: Incoming, checked: Checked, names: Mapping[str, str],
          closed: frozenset[date], together: Together) -> Reviewed:
    return reader.once(file.name, file.data, (store.path, state, file, checked, names, closed),
                       lambda: _reviewed(store, file, checked, names, closed, together))


def _reviewed(store: Store, file: Incoming, checked: Checked, names: Mapping[str, str],
              closed: frozenset[date], together: Together) -> Reviewed:
    try:
        preview = previewed(store, checked) if checked.acceptable else None
    except StoreError as error:
        return Reviewed(file, refused(checked, error), None)
    return Reviewed(file, checked, preview, approved_months(checked.batches, closed, preview), names, together)


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


@dataclass(frozen=True)
class Outcome:
    """What became of files, by their place among those given. accepted: the state each has made; refused: why not. A
    file that changes nothing, and one not tried after another was refused, is in neither."""

    accepted: Mapping[int, int]
    refused: Mapping[int, ShnorError]


def accept_each(store: Store, reviewed: Sequence[Reviewed], by: Actor, note: str = "") -> Outcome:
    """Accept the files that change something, each as an upload of its own, whatever others have accepted meanwhile. A
    file is refused when its rows or its check are no longer as they were shown, or a month of it is approved; the next
    ones are tried all the same unless they may rest on it."""
    accepted: dict[int, int] = {}
    problems: dict[int, ShnorError] = {}
    for place, item in enumerate(reviewed):
        if not item.ready:
            continue
        try:
            with with_names.remembered(store, item.names, item.preview.id if item.preview else ""):
                state = _accept(store, item, [*accepted.values()], by, note)
        except ShnorError as error:
            problems[place] = _by_name(store, error)
            if not isinstance(error, StateMoved | MonthApproved) or speaks_of(item.checked, *FIRST):
                break
        else:
            accepted |= {place: state} if state else {}
    return Outcome(accepted, problems)


def accept_all(store: Store, reviewed: Sequence[Reviewed], by: Actor, note: str = "") -> int:
    """The same, all or an error; the newest state. Raises what the first file was refused for, StateMoved among it;
    those that could be accepted stay accepted."""
    outcome = accept_each(store, reviewed, by, note)
    if outcome.refused:
        raise next(iter(outcome.refused.values()))
    return [store.state, *outcome.accepted.values()][-1]


def _accept(store: Store, item: Reviewed, own: Sequence[int], by: Actor, note: str) -> int | None:
    """The state it makes; None when the files accepted with it have told all of it. own: the states these have made."""
    assert item.preview is not None
    try:
        return _written(store, item, item.preview, own, by, note)
    except StateMoved as moved:
        if not own or not moved.conflicts:
            raise
    fresh = replace(previewed(store, item.checked), id=item.preview.id)
    store.refuse_moved(item.preview, own)  # after the fresh one: what comes later is held against that
    return None if fresh.empty else _written(store, item, fresh, own, by, note)


def _written(store: Store, item: Reviewed, preview: Preview, own: Sequence[int], by: Actor, note: str) -> int:
    """Accepted at a state at which the check of the file says what was shown. Checking again takes long, so nobody
    waits for it: in the turn of the writer it is only seen whether it is due once more."""
    while True:
        try:
            upto = _check_again(store, item, own)
            return store.accept(preview, by=by, note=note, still=partial(_unmoved, store, item, upto, own))
        except _Overtaken:
            continue
        except StateMoved:
            if done := store.accepted(preview):
                return done
            raise


class _Overtaken(Exception):
    """Somebody has accepted what the check rests on while it was done again."""


def _unmoved(store: Store, item: Reviewed, upto: int, own: Sequence[int]) -> None:
    """Raises _Overtaken, and StateMoved when the mode has been switched."""
    if item.together is None:
        return
    with_names.refuse_other_mode(store, item.checked, item.together.base.names)
    if rechecked.rests_on(item.checked, store.moved(upto, own)):
        raise _Overtaken


def _check_again(store: Store, item: Reviewed, own: Sequence[int]) -> int:
    """The state up to which the check is known to say what was shown. Raises StateMoved when it says something else."""
    state, together = store.state, item.together
    if together is None or state == together.state:
        return state
    moved = store.moved(together.state, own)
    if rechecked.rests_on(item.checked, moved):
        now = again(store, together, moved.newest, own)
        [checked] = [one for one, file in zip(now, together.files, strict=True) if file is item.incoming]
        if checked != item.checked:
            raise StateMoved(rechecked.sentence(item.checked, checked))
    return state


def _by_name(store: Store, error: ShnorError) -> ShnorError:
    """With names of schools instead of their codes."""
    if not isinstance(error, StateMoved) or not error.conflicts:
        return error
    with store.view() as view:
        names = {school.school_id: school.name for school in known.schools(view)}
    return StateMoved(conflict_sentence(KINDS, error.conflicts, names), error.conflicts)


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

"""What the check of a file rests on beside its own rows, and what to say when it comes out differently later: others
may have accepted a register, a plan, courses of the same school since the file was read."""

from dataclasses import replace

from shnor.datasets import KINDS
from shnor.datasets.overlaps import OVERLAPS
from shnor.loaders.types import Checked, Known
from shnor.store import Moved

NONE: frozenset[str] = frozenset()
_READ_BY = {"schools": frozenset(KINDS), "roadmap": frozenset(KINDS), "surveys": frozenset({"surveys"}),
            "results": frozenset({"results"})}
"""Kind → the kinds of files whose check reads its rows, whosever they are: names, plans, waves, works."""
_READ_OF_OWN = {**{kind: frozenset({kind}) for kind in OVERLAPS}, "staff": frozenset({"staff", "courses", "surveys"})}
"""Kind → the kinds of files whose check reads its rows of their own schools: rows alike, numbers that cannot be."""
_TOLD_WITH = {"surveys": ("surveys", "waves"), "results": ("procedures",)}
"""Kind of a file → the parts of what is known that are read with it alone."""


def rests_on(checked: Checked, moved: Moved) -> bool:
    """Whether the check could come out differently because of what was accepted or taken back since."""
    kinds, own = _kinds(checked), schools_of(checked)
    return any(kinds & _READ_BY.get(kind, NONE) or (schools & own and kinds & _READ_OF_OWN.get(kind, NONE))
               for kind, schools in moved.schools.items())


def _kinds(checked: Checked) -> set[str]:
    return {batch.kind for batch in checked.batches}


def schools_of(checked: Checked) -> set[str]:
    """Codes of the schools a file speaks of; "" where it speaks of nobody's rows."""
    return {checked.school, *(code or "" for batch in checked.batches if KINDS[batch.kind].school
                              for code in batch.table[KINDS[batch.kind].school].unique().to_pylist())}


def concerning(known: Known, checked: Checked) -> Known:
    """What of it the reading of the file rests on: courses and questions of its own schools, surveys and works only if
    it tells of some."""
    own, empty = schools_of(checked), Known(known.today)
    unread = [name for kind, names in _TOLD_WITH.items() if kind not in _kinds(checked) for name in names]
    return replace(known, finished={key: told for key, told in known.finished.items() if key[0] in own},
                   asked={key: day for key, day in known.asked.items() if key[0] in own},
                   **{name: getattr(empty, name) for name in unread})


def sentence(shown: Checked, now: Checked) -> str:
    """Why a file that was ready is not accepted as it was shown."""
    new = [issue for issue in now.issues if issue not in shown.issues]
    what = f"о файле есть что сказать: {new[0].message}" if new else "файл читается иначе, чем был показан."
    return f"Пока вы смотрели, данные изменились, и теперь {what} Посмотрите, что изменится теперь, и примите ещё раз."


"""Which files are not shown yet to those above: figures a school has not seen reach the head and a show some days after
they were accepted, or as soon as the school has said that it has read them.

A file is left out of a view as if it were taken back, so every page shows the state before it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from shnor import periods
from shnor.desk import Seen
from shnor.service.month.forms import Forms, forms_of
from shnor.service.month.owed import Beside
from shnor.store import Store, Upload

KEY, DAYS, MOST = "unseen_days", 3, 30
"""Where the base keeps so many days; until the centre says otherwise; and at most."""
TOLD = frozenset({"progress", "staff", "results", "courses", "events", "requests", "surveys"})
"""Kinds a school tells of itself. Lists and roadmaps are the centre's, nobody waits for them."""
QUESTIONS = frozenset({"requests"})
"""No figure: a question alone is seen at once."""


@dataclass(frozen=True)
class Unseen:
    """A file that is not shown. month: of its report, else of its acceptance. since: the first day it is shown on."""

    upload: int
    school: str
    month: date
    since: date
    kinds: frozenset[str]


def days(about: Mapping[str, str]) -> int:
    """So many days a school has before its figures are shown above it."""
    text = about.get(KEY, "")
    return min(int(text), MOST) if text.isdigit() else DAYS


def sheet(month: date) -> str:
    """How the sheet of a month is called among what a school has read."""
    return f"sheet {periods.containing('month', month).code}"


def files(store: Store, seen: Seen, today: date, forms: Forms) -> tuple[Unseen, ...]:
    """Of live files, all of whose rows are of one school, those accepted less than so many days ago that it has not
    seen."""
    wait = timedelta(days=days(store.about()))
    told = (one for one in store.uploads() if one.live and {*one.kinds} <= TOLD and {*one.kinds} != QUESTIONS)
    fresh = {one.id: one for one in told if forms.local(one.moment) + wait > today}
    if not fresh:
        return ()
    found = [_unseen(fresh[upload], next(iter(codes)), wait, forms)
             for upload, codes in store.schools_of(fresh).items() if len(codes) == 1 and codes != {""}]
    awaited = forms.awaited_month(today)
    return tuple(one for one in found if not any(
        _read(seen, one.school, month, fresh[one.upload].moment) for month in {one.month, awaited}))


def _read(seen: Seen, school: str, month: date, since: datetime) -> bool:
    """Whoever read the sheet before a file was accepted has not seen what it makes."""
    when = seen.when(school, sheet(month))
    return when is not None and when >= since


def beside(found: Sequence[Unseen]) -> Beside:
    """The forms they would bring."""
    return {(one.school, form, one.month): {"unseen": one.since} for one in found for form in forms_of(one.kinds)}


def _unseen(file: Upload, school: str, wait: timedelta, forms: Forms) -> Unseen:
    day = forms.local(file.moment)
    period = periods.parse(file.period) if file.period else None
    month = period.start if period and period.kind == "month" else forms.awaited_month(day)
    return Unseen(file.id, school, month, day + wait, frozenset(file.kinds))

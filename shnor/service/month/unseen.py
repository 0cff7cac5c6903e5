"""Which files are not shown yet to those above: figures a school has not seen reach the head and a show some days after
they were accepted, or as soon as the school has said that it has read them.

The rows of such a file are left out of a view as if it were taken back, so every page shows the state before it. That
it has come is told all the same: `owed` and the marking of roadmaps know of it, for nobody is said not to have sent or
done what the centre has accepted."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from shnor import periods
from shnor.desk import Seen
from shnor.service.month.forms import Forms
from shnor.store import Store, Unseen, Upload

KEY, DAYS, MOST = "unseen_days", 3, 30
"""Where the base keeps so many days; until the centre says otherwise; and at most."""
TOLD = frozenset({"progress", "staff", "results", "courses", "events", "requests", "surveys"})
"""Kinds a school tells of itself. Lists and roadmaps are the centre's, nobody waits for them."""
QUESTIONS = frozenset({"requests"})
"""No figure: a question alone is seen at once."""


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
    fresh = {one.id: one for one in store.uploads() if _told(one) and forms.local(one.moment) + wait > today}
    if not fresh:
        return ()
    found = [_unseen(fresh[upload], next(iter(codes)), wait, forms)
             for upload, codes in store.schools_of(fresh).items() if len(codes) == 1 and codes != {""}]
    awaited = forms.awaited_month(today)
    return tuple(one for one in found if not any(
        _read(seen, one.school, month, fresh[one.upload].moment) for month in {one.month, awaited}))


def newer(store: Store, school: str, since: datetime) -> bool:
    """Whether figures of the school have come after its sheet was read."""
    fresh = [one.id for one in store.uploads() if _told(one) and one.moment > since]
    return any({*codes} == {school} for codes in store.schools_of(fresh).values()) if fresh else False


def _told(file: Upload) -> bool:
    return file.live and {*file.kinds} <= TOLD and {*file.kinds} != QUESTIONS


def _read(seen: Seen, school: str, month: date, since: datetime) -> bool:
    """Whoever read the sheet before a file was accepted has not seen what it makes."""
    when = seen.when(school, sheet(month))
    return when is not None and when >= since


def _unseen(file: Upload, school: str, wait: timedelta, forms: Forms) -> Unseen:
    day = forms.local(file.moment)
    period = periods.parse(file.period) if file.period else None
    month = period.start if period and period.kind == "month" else forms.awaited_month(day)
    return Unseen(file.id, school, month, day + wait, frozenset(file.kinds))


__all__ = ["Unseen", "days", "files", "newer", "sheet"]

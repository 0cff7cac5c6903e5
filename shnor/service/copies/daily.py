"""A copy every day without being asked, one tried every month, and when somebody is to be reminded."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta, tzinfo
from pathlib import Path

from shnor import wording
from shnor.copies import names, parts, series
from shnor.errors import ShnorError
from shnor.scope import EVERYTHING, Actor
from shnor.service import bases
from shnor.service.centre import copies
from shnor.service.copies import restore, verify
from shnor.service.copies.restore import Place
from shnor.store import Clock, Store, backup

BY = Actor("программа", EVERYTHING)
TRIED, TRIAL = "copies_tried", "copies_trial"
"""On which day a copy was last opened for a trial; what came of it."""
LATE, TRIAL_EVERY = timedelta(days=7), timedelta(days=30)


def due(store: Store, today: date, zone: tzinfo) -> bool:
    """Whether there is a folder, nothing was copied today, and something came since."""
    last = copies.last(store)
    if not store.about().get(copies.KEY) or store.state == 0:
        return False
    return last is None or (last.moment.astimezone(zone).date() < today and last.state != store.state)


def make(store: Store, moment: datetime, more: Mapping[str, Path] = backup.NOTHING_MORE,
         inside: Path | None = None) -> Path:
    """The copy of the day; older ones of the series make room. Raises ShnorError, also where the flash drive is out."""
    made = copies.save(store, moment, BY, inside, more=more, why=names.DAILY)
    for old in series.superfluous(names.listed(made.parent)):
        old.path.unlink(missing_ok=True)
    return made


def reminder(store: Store, today: date, zone: tzinfo) -> str:
    """«Копии не было 9 дней»; "" as long as the last one is not older than a week, or nothing came since."""
    last = copies.last(store)
    if store.state == 0 or store.about().get("demo"):
        return ""
    if last is None:
        first = store.uploads()[-1:]  # nobody is asked for a copy on the day of the first file
        since = first[0].moment.astimezone(zone).date() if first else today
        return "Копии ещё не было" if today - since > LATE else ""
    days = (today - last.moment.astimezone(zone).date()).days
    if days <= LATE.days or last.state == store.state:
        return ""
    return f"Последней копии {wording.counted(days, 'день')}"


def trial_due(store: Store, today: date) -> bool:
    """Whether a month has passed since a copy was tried."""
    tried = store.about().get(TRIED, "")
    return bool(copies.last(store)) and (not tried or today - date.fromisoformat(tried) >= TRIAL_EVERY)


def trial(store: Store, today: date, now: Clock, zone: tzinfo) -> str:
    """The newest copy is brought back into a folder of its own, opened by the program and counted; what came of it is
    noted and shown in «Настройки». "" where there is no copy within reach."""
    if store.path is None:
        return ""
    copy = names.newest_copy(store.path)
    if copy is None:
        return ""
    said = f"{_tried(copy.path, store.path, now, zone)} ({copy.path.name})"
    store.describe(BY, **{TRIED: today.isoformat(), TRIAL: said})
    return said


def _tried(copy: Path, base: Path, now: Clock, zone: tzinfo) -> str:
    try:
        with restore.unpacked(copy, Place(base, base.parent)) as (told, folder):
            opened = bases.open_base(folder / parts.BASE, create=False, now=now)
            try:
                whole = (opened.state, len(opened.uploads())) == (told.state, told.uploads)
            finally:
                opened.close()
    except ShnorError as error:
        return f"проба не удалась: {error}"
    return f"вернулась целиком: {verify.words(told, zone)}" if whole else \
        "проба не удалась: вернулось не всё. Сделайте новую копию."

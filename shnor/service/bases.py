"""Which base is open, and how a ready-made one is built of files."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

from shnor.errors import ShnorError
from shnor.scope import EVERYTHING, Actor
from shnor.service.centre.setup import cases_of
from shnor.service.intake import drop
from shnor.service.intake.drop import Incoming
from shnor.store import Clock, Store

DEMO_AUTHOR = Actor("пример", EVERYTHING)
INVENTED, PUBLISHED = "1", "published"
"""What a ready-made base says of itself under «demo»."""
NO_PLACE = "Папка «{folder}» не подходит: это файл, или она недоступна. Выберите другую."


class Sample(Protocol):
    """A ready-made base. invented: nothing in it is real; else it is what a published document says. files: writes them
    into a folder and gives path and day of arrival, in the order of arrival. center: whose base it is, "" = not
    told."""

    @property
    def municipality(self) -> str: ...

    @property
    def day(self) -> date: ...

    @property
    def invented(self) -> bool: ...

    @property
    def center(self) -> str: ...

    @property
    def files(self) -> Callable[[Path], list[tuple[Path, date]]]: ...


class _Clock:
    """The moment of an acceptance. day: of a ready-made base, which lives on its own day whenever it is opened."""

    def __init__(self, now: Clock) -> None:
        self._now, self.day = now, ""

    def __call__(self) -> datetime:
        moment = self._now()
        return datetime.combine(date.fromisoformat(self.day), moment.timetz()) if self.day else moment


def open_base(path: Path, *, create: bool = True, now: Clock, crowded: bool = False) -> Store:
    """The base at that path. crowded: many will ask at once. Raises BaseInUse when another process holds it,
    StoreError when it cannot be opened."""
    clock = _Clock(now)
    store = Store.open(path, create=create, clock=clock, crowded=crowded)
    clock.day = store.about().get("day", "")
    return store


def today(store: Store, otherwise: date) -> date:
    """The day figures are counted for when nobody chose one: the demo base has its own."""
    return date.fromisoformat(store.about().get("day") or otherwise.isoformat())


def make_demo(path: Path, sample: Sample, progress: Callable[[float], None] = lambda share: None) -> None:
    """Build a ready-made base by sending its files through the same loader. progress gets 0…1. An existing file is
    not touched: ShnorError. A half-built base is never left at the path."""
    if path.exists():
        raise ShnorError(f"Файл «{path.name}» уже есть. Выберите другое имя или удалите его.")
    unfinished = path.with_suffix(".building")
    try:
        unfinished.unlink(missing_ok=True)
    except OSError as error:  # a file in the place of the folder
        raise ShnorError(NO_PLACE.format(folder=path.parent)) from error
    with TemporaryDirectory() as folder:
        files = sample.files(Path(folder))
        clock = [files[0][1]]  # the day the file arrived is the day it was accepted
        store = Store.open(unfinished, clock=lambda: noon(clock[0]))
        try:
            store.describe(DEMO_AUTHOR, municipality=sample.municipality, day=sample.day.isoformat(),
                           demo=INVENTED if sample.invented else PUBLISHED, **_centre(sample.center))
            for number, (file, clock[0]) in enumerate(files, 1):
                _accept(store, file, clock[0])
                progress(number / len(files))
        finally:
            store.close()
    unfinished.replace(path)


def _centre(name: str) -> dict[str, str]:
    """Its name in six cases, as «С чего начать» keeps it; nothing where it is not told."""
    cases = cases_of({}, "center", name)._asdict() if name else {}
    return {"center" if case == "nom" else f"center_{case}": form for case, form in cases.items()}


def _accept(store: Store, file: Path, arrived: date) -> None:
    reviewed = drop.review(store, [Incoming(file.name, file.read_bytes())], arrived)
    if any(item.preview is None for item in reviewed):
        problems = "; ".join(issue.message for item in reviewed for issue in item.checked.issues)
        raise ShnorError(f"Файл примера «{file.name}» не принят: {problems}")
    drop.accept_all(store, reviewed, by=DEMO_AUTHOR)


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 9, tzinfo=UTC)

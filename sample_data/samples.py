"""The ready-made bases by name: what they are called, which day they show, how their files are written."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sample_data import make, zarechny


@dataclass(frozen=True)
class Sample:
    """invented: nothing in it is real; else it is what a published document says. files: writes them into a folder
    and gives path and day of arrival, in the order of arrival."""

    municipality: str
    day: date
    files: Callable[[Path], list[tuple[Path, date]]]
    invented: bool = True


SAMPLES = {
    "priozerny": Sample(make.MUNICIPALITY, make.DAY, make.files),
    "zarechny": Sample(zarechny.MUNICIPALITY, zarechny.DAY, zarechny.files),
}

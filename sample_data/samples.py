"""The ready-made bases by name: what they are called, which day they show, how their files are written."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from sample_data import make, of_papers, published, zarechny
from shnor.service import bases


@dataclass(frozen=True)
class Sample:
    """invented: nothing in it is real; else it is what a published document says. files: writes them into a folder
    and gives path and day of arrival, in the order of arrival. center: the centre it is of. papers: fills the file of
    papers beside its base."""

    municipality: str
    day: date
    files: Callable[[Path], list[tuple[Path, date]]]
    invented: bool = True
    center: str = ""
    papers: Callable[[Path, Callable[[], datetime]], None] | None = None


CENTER = "муниципальное казённое учреждение «Приозёрный методический центр»"
SAMPLES = {
    "priozerny": Sample(make.MUNICIPALITY, make.DAY, make.files, center=CENTER, papers=of_papers.fill),
    "zarechny": Sample(zarechny.MUNICIPALITY, zarechny.DAY, zarechny.files),
    "armavir2023": Sample("город Армавир", date(2023, 12, 20), published.armavir_2023, invented=False),
    "armavir2024": Sample("город Армавир", date(2024, 12, 27), published.armavir_2024, invented=False),
    "grachevka": Sample("Грачёвский район", date(2022, 12, 31), published.district_of_grachevka, invented=False),
    "kislovodsk": Sample("город-курорт Кисловодск", date(2022, 12, 31), published.kislovodsk, invented=False),
    "leningradsky": Sample("Ленинградский район", date(2022, 12, 31), published.leningradsky, invented=False),
}
NAMES = tuple(SAMPLES)
"""The first one is the example."""


def build(path: Path, progress: Callable[[float], None] = lambda share: None, *, which: str = NAMES[0]) -> None:
    """See `shnor.service.bases.make_demo`."""
    sample = SAMPLES[which]
    bases.make_demo(path, sample, progress)
    if sample.papers:
        sample.papers(path, lambda: bases.noon(sample.day))

"""What the works of a school stand beside: the schools of the list in the same year, each work over those that wrote
it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import pyarrow.compute as pc

from shnor.metrics import METRICS
from shnor.metrics.figure import Figure
from shnor.metrics.results import MARKING
from shnor.service.figures import sets, topics
from shnor.service.figures.rows import Where, only, values
from shnor.service.pages.school_topics import LOW, Work
from shnor.store import View

EXAM, CLASS = ("procedure", "stage", "subject"), ("procedure", "stage", "subject", "grade")


@dataclass(frozen=True)
class Beside:
    """figures: by work. schools: the list of the year; where it is one school or none, everybody who has rows. wrote:
    work → those of them who wrote it."""

    year: str = ""
    schools: tuple[str, ...] = ()
    figures: Mapping[Work, Figure] = field(default_factory=dict)
    wrote: Mapping[Work, frozenset[str]] = field(default_factory=dict)

    def of(self, work: Work, school: str) -> Figure | None:
        """Nothing where no other school stands behind it."""
        return self.figures.get(work) if self.wrote.get(work, frozenset()) - {school} else None

    def where(self, work: Work) -> Where:
        """The rows of a figure."""
        named = {name: value for name, value in work._asdict().items() if value}
        return {"level": "school", "school_year": self.year, "school_id": self.schools, **named}


def build(view: View, year: str, *, day: date) -> Beside:
    """year: a school year, "" = the school has written nothing."""
    if not year:
        return Beside()
    rows = topics.marked(view, MARKING, as_of=day, where={"level": "school", "school_year": year})
    rows = only(rows, term="")
    listed = sets.register(view, sets.day_of(year, day)).listed
    schools = listed if len(listed) > 1 else {code for code in values(rows, "school_id") if code}
    rows = only(rows, school_id=tuple(sorted(schools)))
    found = [figure for by in (EXAM, CLASS) for figure in topics.figures_of(view, LOW, rows, by=by, as_of=day)]
    counted = rows.filter(pc.greater(rows[METRICS[LOW].denominator or ""], 0))
    wrote = {Work(*(str(value or "") for value in values)): frozenset(codes) for by in (EXAM, CLASS)
             for values, codes in topics.owners(counted, by).items()}
    return Beside(year, tuple(sorted(schools)), {
        Work(**figure.group): figure for figure in found if figure.denominator}, wrote)

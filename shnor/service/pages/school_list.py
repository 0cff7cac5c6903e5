"""What the works of a school stand beside: the schools of the list in the same year, each work over those that wrote
it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from shnor.metrics.figure import Figure
from shnor.service.figures import listed
from shnor.service.figures.roadmap import Parts
from shnor.service.figures.rows import Where
from shnor.service.pages.school_topics import CLASS, EXAM, LOW, Work
from shnor.store import View


@dataclass(frozen=True)
class Beside:
    """figures: by work. schools: the list of the year; where it is one school or none, everybody who has rows. wrote:
    work → those of them who wrote it. For who sees some schools alone (told False) neither is told, and of works in
    `few` there is no figure: too few other schools stand behind it. parts: then those of the roadmaps of the list,
    few_plans: not shown either. on: as of which day they are."""

    year: str = ""
    schools: tuple[str, ...] = ()
    figures: Mapping[Work, Figure] = field(default_factory=dict)
    wrote: Mapping[Work, frozenset[str]] = field(default_factory=dict)
    told: bool = True
    few: frozenset[Work] = frozenset()
    parts: Parts | None = None
    few_plans: bool = False
    on: date | None = None

    def of(self, work: Work, school: str) -> Figure | None:
        """Nothing where no other school stands behind it."""
        if not self.told:
            return self.figures.get(work)
        return self.figures.get(work) if self.wrote.get(work, frozenset()) - {school} else None

    def is_few(self, work: Work) -> bool:
        """Whether there is a value that is not shown."""
        return work in self.few

    def where(self, work: Work) -> Where:
        """The rows of a figure; empty where nobody may see them."""
        if not self.told:
            return {}
        named = {name: value for name, value in work._asdict().items() if value}
        return {"level": "school", "school_year": self.year, "school_id": self.schools, **named}


def build(view: View, year: str, *, day: date) -> Beside:
    """year: a school year, "" = the school has written nothing."""
    if not year:
        return Beside()
    found = listed.of_year(view, LOW, year, (EXAM, CLASS), day=day)
    return Beside(
        year, found.schools, {Work(**dict(group)): figure for group, figure in found.figures.items()},
        {Work(**dict(group)): codes for group, codes in found.wrote.items()}, view.scope.sees_all,
        frozenset(Work(**dict(group)) for group in found.few), found.parts, found.few_plans,
        found.on)

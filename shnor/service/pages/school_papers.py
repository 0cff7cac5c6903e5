"""What the page of a school says of its papers in one line."""

from dataclasses import dataclass
from datetime import date

from shnor.metrics import checklists
from shnor.metrics import documents as papers
from shnor.metrics.documents import QualityPlan
from shnor.metrics.figure import Figure
from shnor.service.figures import topics
from shnor.service.figures.rows import only, values
from shnor.service.pages.documents import PRESENT, Paper, programmes_of
from shnor.store import View


@dataclass(frozen=True)
class SchoolPapers:
    """present: items of all its lists of the newest year that are there, None without lists. programme: ШППКО in force
    on the day, project: the same of 500+. plans: of PLANS, the newest paper of each."""

    school_id: str
    year: int
    present: Figure | None
    programme: Paper | None
    project: Paper | None
    plans: dict[str, QualityPlan]

    @property
    def is_told(self) -> bool:
        return bool(self.present or self.programme or self.project or self.plans)


def build(view: View, school: str, *, day: date) -> SchoolPapers:
    lists = topics.marked(view, checklists.MARKING, as_of=day, where={"school_id": school})
    register = topics.marked(view, papers.MARKING, as_of=day, where={"school_id": school})
    year = max((one for one in values(lists, "year") if one and one <= day.year), default=day.year)
    found = topics.figures_of(view, PRESENT, only(lists, year=year), as_of=day)
    plans = papers.quality_plans(register, as_of=day)
    return SchoolPapers(school, year, next((one for one in found if one.denominator), None),
                        programmes_of(register, day).get(school), programmes_of(register, day, "project").get(school),
                        {plan: one for (_, plan), one in plans.items()})

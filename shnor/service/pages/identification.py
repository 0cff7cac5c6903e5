"""Which thresholds of the rule in force each school stands at, for the coordinator alone: k of n, the clause that
holds, people between, years on the list, and what the list of signs says of its works. Nobody is put on a list."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from shnor import periods
from shnor.metrics import identification, norms
from shnor.metrics.identification import Duration, Risk, Rule, Verdict, Work
from shnor.metrics.results import MARKING
from shnor.service.centre.schools import SchoolCard, cards
from shnor.service.figures import norms as in_force
from shnor.service.figures import topics
from shnor.service.figures.rows import Where, chosen, current, only
from shnor.store import View

LOW = "low_mark_share"
BY = ("school_id", "procedure", "stage", "school_year", "subject", "grade")


@dataclass(frozen=True)
class Signs:
    """loaded: whether a list of signs of the year was brought in. marked: works it marks the school at."""

    loaded: bool
    marked: tuple[str, ...] = ()


@dataclass(frozen=True)
class Identified:
    """A school and the rule. verdict: None where no rule is in force or nothing was written at all. on_list: of ШНОР,
    today. zone: where the numbers of the zone of risk stand. later: an exam of the main day → the last of its later
    days that is known."""

    school_id: str
    name: str
    on_list: bool
    duration: Duration
    verdict: Verdict | None
    risks: tuple[Risk, ...]
    signs: Signs
    zone: str = ""
    later: Mapping[Work, Work] = field(default_factory=dict)

    def where(self, work: Work) -> Where:
        """The rows behind a figure."""
        named = {"procedure": work.procedure, "stage": work.stage, "subject": work.subject, "grade": work.grade}
        return {"level": "school", "school_id": self.school_id, "school_year": school_year(work.year),
                **{name: value for name, value in named.items() if value}}


@dataclass(frozen=True)
class Identification:
    """year: of the newest works, 0 = there are none. rule: in force then, None = no row names one."""

    year: int
    rule: Rule | None
    schools: tuple[Identified, ...]

    def of(self, school: str) -> Identified | None:
        return next((one for one in self.schools if one.school_id == school), None)


def build(view: View, *, day: date) -> Identification:
    """Every school, by number; nothing for anybody but the coordinator. The year is the newest in which works the rule
    looks at were written: works of a beginning year that it does not look at start none."""
    if view.scope.role != "coordinator":
        return Identification(0, None, ())
    table, works = in_force.table(view), _works(view, day)
    year = max((work.year for own in works.values() for work in own if _counts(table, work, day)), default=0)
    rule = identification.rule_on(table, of_year(year, day)) if year else None
    listed = tuple(_identified(card, works.get(card.school_id, ()), rule, year, table, _signs(view, card, year), day)
                   for card in cards(view, day))
    return Identification(year, rule, listed)


def of_year(year: int, day: date) -> date:
    """The day whose rule judges a year: its last one, or today."""
    return min(date(year, 12, 31), day)


def school_year(year: int) -> str:
    """«2025/26» of 2026: rules name the year the works were written in."""
    return periods.containing("school_year", date(year, 1, 1)).code


def _counts(table: norms.Norms, work: Work, day: date) -> bool:
    rule = identification.rule_on(table, of_year(work.year, day))
    return work.n > 0 and (rule is None or rule.looks_at(work))


def _works(view: View, day: date) -> dict[str, list[Work]]:
    rows = only(topics.marked(view, MARKING, as_of=day, where={"level": "school"}), term="")
    found: dict[str, list[Work]] = {}
    for figure in topics.figures_of(view, LOW, rows, by=BY, as_of=day, named=""):
        school, procedure, stage, code, subject, grade = (figure.group[name] for name in BY)
        if figure.denominator:
            found.setdefault(school, []).append(Work(procedure, stage, subject, grade, periods.parse(code).end.year,
                                                     figure.numerator, figure.denominator))
    return found


def _identified(card: SchoolCard, works: Collection[Work], rule: Rule | None, year: int, table: norms.Norms,
                signs: Signs, day: date) -> Identified:
    verdict = identification.judge(rule, [*works], year) if rule else None
    risks = identification.risks(verdict, table, left=_left(card, day), day=day) if verdict else ()
    return Identified(card.school_id, card.name, card.on_list, identification.duration(_years(card, day), day.year),
                      _in_order(verdict) if verdict else None, risks, signs, _zone(table, day), _later(works))


def _later(works: Collection[Work]) -> dict[Work, Work]:
    by_stage = {(work.stage, *work._replace(stage="", k=0, n=0)): work for work in works}
    found: dict[Work, Work] = {}
    for work in works:
        if work.stage == identification.STAGES[0]:
            same = work._replace(stage="", k=0, n=0)
            known = [by_stage[stage, *same] for stage in identification.STAGES[1:] if (stage, *same) in by_stage]
            found |= {work: known[-1]} if known else {}
    return found


def _zone(table: norms.Norms, day: date) -> str:
    return "; ".join(dict.fromkeys(in_force.source(row) for row in norms.of(table, day, norms.ZONE).values()))


def _years(card: SchoolCard, day: date) -> Collection[int]:
    """Calendar years of lists that have begun."""
    return {year for entry in card.entries if entry.since <= day for year in entry.years(day)}


def _left(card: SchoolCard, day: date) -> date | None:
    """The last day on the list of a school that is not on it."""
    ended = [entry.until for entry in card.entries if entry.until and entry.until < day]
    return max(ended) if ended and not card.on_list else None


def _in_order(verdict: Verdict) -> Verdict:
    """Works by their names, never by result."""
    clauses = tuple(replace(clause, works=tuple(sorted(clause.works))) for clause in verdict.clauses)
    return replace(verdict, clauses=clauses, looked=tuple(sorted(verdict.looked)))


def _signs(view: View, card: SchoolCard, year: int) -> Signs:
    """Facts of a list of others: a list that was not brought in says nothing of anybody."""
    rows = current(view, "markers")
    told = chosen(rows, {"year": year}) if year else rows.slice(0, 0)
    marked = chosen(told, {"school_id": card.school_id, "is_marked": 1})
    return Signs(bool(told.num_rows), tuple(dict.fromkeys(
        ", ".join(filter(None, (row["procedure"], row["subject"], f"{row['grade']} класс" if row["grade"] else "")))
        for row in marked.to_pylist())))

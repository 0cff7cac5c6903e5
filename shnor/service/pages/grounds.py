"""On what a conclusion about a school is founded: sentences of a closed list, each with its number and the way to its
rows, in order of weight; what was looked at and has nothing special; what has changed since.

A work is special where its «2» are more, by at least one whole person, than the share of the schools of the list would
give. That is a comparison, no rule of selection: a rule comes with its document and is then named in `Grounds.rule`.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from shnor import periods, wording, wording_change, wording_time
from shnor.metrics.change import CONFIRMED
from shnor.metrics.figure import Figure
from shnor.service.figures.rows import Where
from shnor.service.month import forms
from shnor.service.month.forms import MONTH
from shnor.service.month.owed import Cell as Owed
from shnor.service.pages.school import SchoolPage
from shnor.service.pages.school_list import Beside
from shnor.service.pages.school_topics import LOW, Line, SchoolTopics

MOST, WORKS = 5, 2
"""So many reasons stand open; so many works of one sort among them."""
DUE = "roadmap_done_due"


@dataclass(frozen=True)
class Reason:
    """before + figure + after is the sentence. metric, where, part: the rows behind the figure; "" = the number is in
    the table of reports."""

    before: str
    figure: str
    after: str = ""
    metric: str = ""
    where: Where = field(default_factory=dict)
    part: str = ""

    @property
    def text(self) -> str:
        return f"{self.before}{self.figure}{self.after}"


@dataclass(frozen=True)
class Grounds:
    """reasons: at most MOST, the weightiest first; more: those for which there is no room. quiet: what was looked at
    and has nothing special. rule: what the rule of selection says of the school, "" where there is none; ruled: the
    figures it rests on."""

    reasons: tuple[Reason, ...]
    more: tuple[Reason, ...]
    quiet: tuple[Reason, ...]
    rule: str = ""
    ruled: tuple[Reason, ...] = ()


def build(page: SchoolPage, told: SchoolTopics, beside: Beside, owing: Sequence[Owed], day: date, rule: str = "",
          ruled: Sequence[Reason] = ()) -> Grounds:
    """owing: reports the school has not sent. rule, ruled: see `identification_words`. Takes what pages have built:
    nothing is counted here but the order."""
    school = page.card.school_id
    special: list[Reason] = []
    quiet: list[Reason] = []
    for more, nothing in (_rises(told), *_works(told, beside, school), _deadlines(page), _reports(page, owing, day),
                          _falls(told)):
        special += more
        quiet += nothing
    return Grounds(tuple(special[:MOST]), tuple(special[MOST:]), tuple(quiet), rule, tuple(ruled))


Found = tuple[list[Reason], list[Reason]]
"""Special, quiet."""


def _rises(told: SchoolTopics) -> Found:
    return [_confirmed(line) for line in told.results if line.change and line.change.verdict == "rise"], []


def _falls(told: SchoolTopics) -> Found:
    return [_confirmed(line) for line in told.results if line.change and line.change.verdict == "fall"], []


def _confirmed(line: Line) -> Reason:
    change, where = line.change, line.after.where if line.after else {}
    counts = f"{wording.k_of_n(change.k0, change.n0)} → {wording.k_of_n(change.k1, change.n1)}" if change else ""
    later = f"; {line.afterwards}" if line.afterwards else ""
    return Reason(f"{line.name}: отметок «2», ", counts, f"{later}; {wording_change.conclusion(change)}", LOW, where)


def _works(told: SchoolTopics, beside: Beside, school: str) -> Iterable[Found]:
    """Exams on their main day, then other works class by class; those whose change is confirmed are told apart."""
    lines = [line for line in told.results if line.after and line.after.n and not (
        line.change and line.change.verdict in CONFIRMED)]
    for is_exam in (True, False):
        own = [line for line in lines if line.work.is_first_try == is_exam and (is_exam or line.work.grade)]
        special = [line for line in own if more_than(line, beside.of(line.work, school))]
        special.sort(key=lambda line: _beyond(line, beside.of(line.work, school)), reverse=True)
        named = special[:WORKS]
        yield ([_work(line, beside, school, _low) for line in named],
               [_work(line, beside, school, _counts) for line in own if line not in named])


def more_than(line: Line, listed: Figure | None) -> bool:
    """By a whole person more «2» than the share of the list would give."""
    return listed is not None and _beyond(line, listed) >= 1


def _beyond(line: Line, listed: Figure | None) -> Fraction:
    if line.after is None or listed is None or not listed.denominator:
        return Fraction(0)
    return line.after.k - line.after.n * Fraction(listed.numerator, listed.denominator)


def _low(k: int) -> str:
    return f": отметку «2» {wording.verb(k, 'получили')} "


def _counts(k: int) -> str:
    return ": "


def _work(line: Line, beside: Beside, school: str, said: Callable[[int], str]) -> Reason:
    listed, after = beside.of(line.work, school), line.after
    k, n, where = (after.k, after.n, after.where) if after else (0, 0, {})
    later = f", {line.afterwards}" if line.afterwards else ""
    over = f"; {listed.set} — {wording.k_of_n(listed.numerator, listed.denominator or 0)}" if listed else ""
    return Reason(f"{line.work.title}{said(k)}", wording.k_of_n(k, n), f"{later}{over}", LOW, where)


def _deadlines(page: SchoolPage) -> Found:
    counts = page.parts
    if counts is None or not counts.due:
        return [], []
    where: Where = {"school_id": page.card.school_id, "period": page.period}
    due = wording.number(counts.due)
    undone = Reason("не выполнено ", wording.k_of_n(counts.not_done, counts.due), wording_time.among_due(counts.due),
                    DUE, where, "not_done")
    silent = Reason("нет сведений по ", wording.counted(counts.no_report, "срок", "dat"), f" из {due}", DUE, where,
                    "no_report")
    done = [] if counts.not_done else [Reason("невыполненных среди наступивших нет", "")]
    known = [] if counts.no_report else [Reason("сведения есть по всем срокам, которые наступили", "")]
    return [*([undone] if counts.not_done else []), *([silent] if counts.no_report else [])], [*done, *known]


def _reports(page: SchoolPage, owing: Sequence[Owed], day: date) -> Found:
    """Those whose day has passed: whole reports that never came, then those that came in part. A school that has never
    sent one is not said to have sent all."""
    late = sorted((cell for cell in owing if cell.due < day), key=lambda cell: cell.month)
    missing = [cell for cell in late if cell.state == "waiting" and cell.form == MONTH.id]
    others = [cell for cell in late if cell.state == "waiting" and cell.form != MONTH.id]
    partial = [cell for cell in late if cell.state == "partial"]
    groups = (("отчёта нет за ", _months(missing, day)), ("не пришли: ", _titles(others, day)),
              ("прислано не полностью: ", _titles(partial, day)))
    said = [Reason(before, figure) for before, figure in groups if figure]
    return said, [Reason("отчёты, срок которых прошёл, сданы", "")] if page.reported and not said else []


def _months(cells: Sequence[Owed], day: date) -> str:
    """«октябрь и ноябрь»; of another year with it."""
    return wording.listed([wording.month(cell.month) if cell.month.year != day.year
                           else periods.MONTHS[cell.month.month - 1] for cell in cells])


def _titles(cells: Sequence[Owed], day: date) -> str:
    return wording.listed([forms.title(cell.form, cell.month, day) for cell in cells])

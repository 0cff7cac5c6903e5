"""The page of recommendations: what came of them by addressee, the register by document, what went over into another
year, how lists are numbered."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import pyarrow as pa

from shnor import wording
from shnor.datasets.recommendations import ADDRESSEES
from shnor.metrics.figure import Figure
from shnor.metrics.recommendations import MARKING, STANDINGS, Numbering, numberings
from shnor.service.figures import topics
from shnor.service.figures.roadmap import number_key
from shnor.service.figures.rows import EVERYTHING, Where, chosen, only
from shnor.service.figures.sets import register
from shnor.store import View

DONE, LATE, CARRIED = "recommendations_done", "recommendations_late", "recommendations_carried"
DROPPED = "dropped"
NOT_DUE, NO_DAY = "срок не наступил", "срок не назван"
"""What is open, in words: its day is ahead, or nobody has named one."""
SAID = {"done": STANDINGS["done"], "going": STANDINGS["going"], NOT_DUE: f"{NOT_DUE} у", NO_DAY: f"{NO_DAY} у",
        "late": f"{STANDINGS['late']} у", DROPPED: "снято"}
"""Parts of a document before their counts, in the order of its head."""
UNNAMED = "адресат не назван"


@dataclass(frozen=True)
class Advice:
    """One recommendation. addressee: in words, of the list where it is known there. school: name, "" = of none alone.
    standing: of STANDINGS by the day, DROPPED where it is taken off. upload_id, sheet, cell: where it was read."""

    source: str
    year: int
    number: str
    addressee: str
    addressee_id: str
    school_id: str
    school: str
    text: str
    due: date | None
    standing: str
    done_on: date | None
    proof: str
    carried_from: int | None
    ground: str
    src: int
    upload_id: int
    sheet: str
    cell: str

    @property
    def is_left(self) -> bool:
        """Not done and not taken off."""
        return self.standing not in ("done", DROPPED)

    @property
    def open_word(self) -> str:
        """Of what is open: why nothing is expected of it yet."""
        return NOT_DUE if self.due else NO_DAY

    @property
    def is_carried(self) -> bool:
        return self.carried_from is not None and self.carried_from < self.year and self.standing != DROPPED


@dataclass(frozen=True)
class Paper:
    """A document of a year: its recommendations in the order of addressees and numbers. numbered: what is wrong with
    the numbers of which list, in words («директора школ», "" = of the whole paper); empty where nothing is."""

    source: str
    year: int
    advice: tuple[Advice, ...]
    numbered: tuple[tuple[str, Numbering], ...]

    @property
    def done(self) -> int:
        return sum(one.standing == "done" for one in self.advice)

    @property
    def given(self) -> int:
        return sum(one.standing != DROPPED for one in self.advice)

    @property
    def parts(self) -> str:
        """«выполнено 7, выполняется 2, срок прошёл у 4, снято 1»: those of none left out."""
        counts = Counter(one.open_word if one.standing == "open" else one.standing for one in self.advice)
        return ", ".join(f"{word} {counts[part]}" for part, word in SAID.items() if counts[part] or part == "done")


@dataclass(frozen=True)
class Line:
    """An addressee: parts of STANDINGS → how many; their sum is `total`. done: the figure."""

    id: str
    name: str
    parts: dict[str, int]
    done: Figure

    @property
    def total(self) -> int:
        return sum(self.parts.values())


@dataclass(frozen=True)
class RecommendationsPage:
    """years: with recommendations, newest first. year, addressee: what is chosen; None, "" = all. addressees: id →
    words of those that can be chosen. where: the choice of rows behind every figure. papers: newest first. next: the
    nearest one whose day is still to come. carried: from an earlier year, not done."""

    years: tuple[int, ...]
    year: int | None
    addressee: str
    addressees: dict[str, str]
    where: Where
    lines: tuple[Line, ...]
    total: Figure
    late: Figure
    carried_over: Figure
    papers: tuple[Paper, ...]
    next: Advice | None
    carried: tuple[Advice, ...]

    @property
    def set(self) -> str:
        return f"по {wording.counted(len(self.papers), 'документ', 'dat')}"


def build(view: View, *, day: date, year: int | None = None, addressee: str = "", common: bool = False,
          ) -> RecommendationsPage:
    """Of documents of years that have begun. common: without what one school alone was advised."""
    given: Where = {"school_id": ""} if common else EVERYTHING
    every = _begun(topics.marked(view, MARKING, as_of=day, where=given), day)
    years = tuple(sorted({*every["year"].to_pylist()}, reverse=True))
    year = year if year in years else None
    here = only(every, year=year) if year else every
    known = {name: words for name, words in ADDRESSEES.items() if name in {*here["addressee_id"].to_pylist()}}
    addressee = addressee if addressee in known else ""
    where: Where = {**given, **({"year": year} if year else {}), **({"addressee_id": addressee} if addressee else {})}
    names = register(view, day).names
    advice = [_advice(row, names) for row in chosen(here, {"addressee_id": addressee} if addressee else EVERYTHING
                                                    ).to_pylist()]
    total, late, carried = topics.counted(view, (DONE, LATE, CARRIED), by=(), as_of=day, where={
        "year__to": day.year, **where})
    return RecommendationsPage(
        years=years, year=year, addressee=addressee, addressees=known, where=where, total=total, late=late,
        carried_over=carried, lines=_lines(view, day, where, advice), papers=_papers(
            advice, whole=not addressee and view.scope.sees_all),
        next=next(iter(coming(advice, day)), None), carried=tuple(one for one in advice if one.is_carried
                                                                  and one.is_left))


def _begun(rows: pa.Table, day: date) -> pa.Table:
    return only(rows, year__to=day.year)


def of_school(view: View, school: str, *, day: date) -> tuple[Advice, ...]:
    """Given to one school alone, the newest document first."""
    return tuple(one for paper in _papers(_read(view, day, {"school_id": school}), whole=False)
                 for one in paper.advice)


def every(view: View, *, day: date) -> tuple[Advice, ...]:
    """All there are by the day, the newest document first."""
    return tuple(one for paper in _papers(_read(view, day, EVERYTHING), whole=False) for one in paper.advice)


def _read(view: View, day: date, where: Where) -> list[Advice]:
    names = register(view, day).names
    rows = _begun(topics.marked(view, MARKING, as_of=day, where=where), day)
    return [_advice(row, names) for row in rows.to_pylist()]


def coming(advice: Iterable[Advice], day: date) -> list[Advice]:
    """Not done, with a day still to come: the nearest first."""
    return sorted((one for one in advice if one.is_left and one.due and one.due >= day),
                  key=lambda one: (one.due, number_key(one.number)))


def _advice(row: dict, names: dict[str, str]) -> Advice:
    addressee, school = row["addressee_id"] or "", row["school_id"] or ""
    standing = next((part for part in STANDINGS if row[f"is_{part}"]), DROPPED)
    return Advice(
        source=row["source"], year=row["year"], number=row["number"], addressee_id=addressee, school_id=school,
        addressee=ADDRESSEES.get(addressee) or row["addressee"] or UNNAMED, school=names.get(school, school),
        text=row["text"], due=row["due"], standing=standing, done_on=row["done_on"], proof=row["proof"] or "",
        carried_from=row["carried_from"], ground=row["ground"] or "", src=row["src"], upload_id=row["upload_id"],
        sheet=row["sheet"], cell=row["cell"])


def _lines(view: View, day: date, where: Where, advice: Sequence[Advice]) -> tuple[Line, ...]:
    """In the order of ADDRESSEES, unknown ones last."""
    figures = {figure.group["addressee_id"]: figure for figure in topics.counted(
        view, (DONE,), by=("addressee_id",), as_of=day, where={"year__to": day.year, **where})}
    found = []
    for name in (*ADDRESSEES, ""):
        own = [one for one in advice if one.addressee_id == name and one.standing != DROPPED]
        if own:
            parts = {part: sum(one.standing == part for one in own) for part in STANDINGS}
            found.append(Line(name, ADDRESSEES.get(name, UNNAMED), parts, figures[name]))
    return tuple(found)


def _papers(advice: Sequence[Advice], *, whole: bool) -> tuple[Paper, ...]:
    """whole: all recommendations of each paper are here, so that their numbers can be looked at."""
    papers: dict[tuple[int, str], list[Advice]] = {}
    for one in advice:
        papers.setdefault((one.year, one.source), []).append(one)
    return tuple(Paper(source, year, tuple(sorted(own, key=_place)), _numbered(own) if whole else ())
                 for (year, source), own in sorted(papers.items(), key=lambda item: (-item[0][0], item[0][1])))


def _place(one: Advice) -> tuple:
    order = list(ADDRESSEES)
    known = order.index(one.addressee_id) if one.addressee_id in order else len(order)
    return known, wording.by_number(one.school), number_key(one.number)


def _numbered(advice: Sequence[Advice]) -> tuple[tuple[str, Numbering], ...]:
    """A list is of one addressee, or of one school."""
    lists: dict[str, list[str]] = {}
    for one in sorted(advice, key=_place):
        lists.setdefault(one.school or one.addressee, []).append(one.number)
    return tuple((name, numbers) for name, numbers in numberings(lists).items() if not numbers.is_whole)

"""A document → what of its figures agrees with the base, differs, cannot be checked. Nothing of it is stored."""

from collections.abc import Iterator
from datetime import date

from shnor import periods, wording
from shnor.loaders.claims.said import Act, Cell, Count, Named, Paper, Share, Year
from shnor.loaders.process.door import paper as read
from shnor.service.papers.check import against, inside, tables
from shnor.service.papers.check.base import Base, Registered
from shnor.service.papers.check.found import Checked, Finding, in_order, made
from shnor.store import View


def build(view: View, name: str, data: bytes, *, day: date) -> Checked:
    """day: of the check; figures of a finished year are counted for its last day."""
    return compare(view, read(name, data), day=day)


def compare(view: View, paper: Paper, *, day: date) -> Checked:
    if paper.refused:
        return Checked(paper.name, 0, day, refused=paper.refused)
    until = min(day, periods.final_day(str(paper.year))) if paper.year else day
    base = Base(view, until, paper.year or day.year)
    own = list(inside.findings(paper, day, base.staff))
    beside = [*_against(paper, base, own)]
    cells = [tables.cell(one, base) for one in paper.said if isinstance(one, Cell)]
    beside += filter(None, cells)
    return Checked(paper.name, paper.year, until, in_order(_best(own, beside)), paper.cells + cells.count(None))


def _best(own: list[Finding], beside: list[Finding]) -> list[Finding]:
    """Of a percentage without its number the hint of the base is told in place of the bare reason."""
    hinted = {(one.said, one.sentence, one.reason): one for one in beside if one.reason == "n-missing"}
    taken = [one for one in own if (one.said, one.sentence, one.reason) not in hinted]
    for one in own:
        hint = hinted.get((one.said, one.sentence, one.reason))
        if hint:
            taken.append(Finding(one.verdict, one.reason, one.said, one.sentence, one.place,
                                 f"{one.told}; {hint.told}", True, hint.metric, hint.where))
    return [*taken, *(one for one in beside if one.reason != "n-missing")]


def _against(paper: Paper, base: Base, own: list[Finding]) -> Iterator[Finding]:
    settled = {(one.said, one.sentence) for one in own if one.verdict == "differs"}
    counted: dict[tuple[str, str], list[Finding]] = {}
    for one in paper.said:
        if isinstance(one, Count | Share) and (one.said, one.sentence) not in settled:
            finding = against.count(one, base) if isinstance(one, Count) else against.share(one, base)
            if finding:
                counted.setdefault((one.sentence, one.place), []).append(finding)
                yield finding
    for one in paper.said:
        match one:
            case Year():
                yield from _year(one, paper, counted.get((one.sentence, one.place), []))
            case Act() if not one.own:
                yield _act(one, base)
    yield from _schools(paper, base)


def _year(one: Year, paper: Paper, beside: list[Finding]) -> Iterator[Finding]:
    """A year is copied where it stands for the one the paper tells of, or for the one after it. Where the numbers of
    the sentence are those of the base in the year named, it is told of the past."""
    if not paper.year:
        return
    if one.ahead and one.year <= paper.year:
        yield made(one, "differs", "year-copied",
                   f"документ о {paper.year} годе, а продолжить предлагают в нём же: ожидается {paper.year + 1}")
    elif not one.ahead and one.year == paper.year - 1:
        if not any(finding.verdict == "agrees" for finding in beside):
            yield made(one, "differs", "year-copied", f"документ о {paper.year} годе")
    elif not one.ahead and one.year > paper.year:
        yield made(one, "unchecked", "year-ahead", f"документ о {paper.year} годе, а сказано как о сделанном",
                   doubt=True)


def _act(one: Act, base: Base) -> Finding:
    same = [act for act in base.acts if act.day == one.day and act.number == one.number]
    if same:
        return made(one, "agrees", "same", f"есть в реестре документов: {_title(same[0])}")
    towns = [act for act in base.acts if not act.school]
    on_day = [act for act in towns if act.day == one.day]
    if on_day:
        return made(one, "differs", "act-number", f"в реестре документов от этого дня: {_title(on_day[0])}")
    of_number = [act for act in towns if act.number == one.number and act.day.year == one.day.year]
    if of_number:
        return made(one, "unchecked", "act-day", f"в реестре документов под этим номером: {_title(of_number[0])}",
                    doubt=True)
    return made(one, "unchecked", "act-not-registered")


def _title(act: Registered) -> str:
    return f"{wording.quoted(act.title)} от {wording.day(act.day)} № {act.number}"


def _schools(paper: Paper, base: Base) -> Iterator[Finding]:
    """Each school once: what is doubtful of it before what is not."""
    told: dict[str, Finding] = {}
    for one in paper.said:
        if isinstance(one, Named):
            finding = _school(one, base)
            name = base.school(one.name).school_id if finding.verdict == "agrees" else one.name
            had = told.get(name)
            if had is None or finding.rank < had.rank:
                told[name] = finding
    yield from told.values()


def _school(one: Named, base: Base) -> Finding:
    found = base.school(one.name)
    if not base.cards:
        return made(one, "unchecked", "no-match", "реестра школ в базе нет")
    if found.kind == "unknown" or (found.kind == "question" and not _numbered(found.candidates, one.number)):
        if one.support or one.number is None:
            return made(one, "unchecked", "school-unknown", doubt=True)
        return made(one, "differs", "school-unknown", _list(base))
    if found.kind == "question" and not one.full:
        names = "; ".join(school.name for school in found.candidates)
        return made(one, "unchecked", "school-form", f"в реестре: {names}", doubt=True)
    on_list = frozenset[str]().union(*map(base.listed_in, one.years or (base.year,)))
    if found.kind == "exact" and one.listed and not one.support and on_list and found.school_id not in on_list:
        return made(one, "differs", "school-not-listed", _list(base))
    listed = f"в перечне {base.year} года" if found.school_id in base.listed else "есть в реестре школ"
    return made(one, "agrees", "same", listed)


def _numbered(candidates: tuple, number: int | None) -> bool:
    """Whether any school that comes near has the number."""
    return number is None or any(school.number == number for school in candidates)


def _list(base: Base) -> str:
    """The schools of the list of the year, in words."""
    names = [card.name for code, card in base.cards.items() if code in base.listed]
    return f"в перечне {base.year} года: {', '.join(names)}" if names else f"в реестре {len(base.cards)} школ"

"""Numbers of tables beside the figures of the base: by the heads of the row and of the column."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from shnor.datasets import paper_words as words
from shnor.loaders.claims.said import Cell
from shnor.loaders.words.school_mentions import hinted, mirror
from shnor.loaders.words.works import subject_in
from shnor.metrics import METRICS
from shnor.metrics.figure import Figure
from shnor.service.figures.rows import SCHOOLS, Where
from shnor.service.papers.check.against import LEAST, compared
from shnor.service.papers.check.base import Base, told
from shnor.service.papers.check.found import Finding, made

_NOUNS = tuple((name, re.compile(rf"(?<![а-я-])(?:{pattern})(?![а-я])")) for name, pattern in words.NOUNS)
_HEADS = tuple((re.compile(rf"(?<![а-я])(?:{pattern})"), metric) for pattern, metric in words.HEADS)
_PLANNED, _DONE, _PART, _OTHERS = (re.compile(rf"(?<![а-я])(?:{pattern})") for pattern in (
    words.PLANNED_HEAD, words.DONE_HEAD, words.PART_HEAD, words.PEOPLE_OF_EVENTS))
_UNIT = re.compile(r"[,(] ?(?:чел|человек|шт|ед|количество)\.?\)?|(?:количество|число) |"
                   r"(?<!\d)20\d\d(?: ?(?:г\.?|год\w*))?")
_TITLES = {mirror(metric.title): name for name, metric in METRICS.items() if not metric.denominator}


class _Asked(NamedTuple):
    """What a cell is said to hold. planned: the whole a figure is a part of. sure: another number differs."""

    metric: str
    where: Where
    planned: bool = False
    sure: bool = True


def cell(one: Cell, base: Base) -> Finding | None:
    """None: its heads do not say what the base would know; such cells are counted and told of together."""
    school = _school(one, base)
    asked = _asked(one, base) if school is not None else None
    if asked is None or len(one.years) > 1:
        return None
    figures = list(_figures(asked, school or "", one, base))
    same = next((figure for figure in figures
                 if one.number == (figure.denominator if asked.planned else figure.numerator)), None)
    if same:
        agrees = asked.sure or one.number >= LEAST
        return made(one, "agrees", "same").of(same, told(same)) if agrees else None
    plain = asked.sure and not (one.narrow or compared(one.text) or _PART.search(one.text)
                               or subject_in(one.text))
    if not figures or not plain:
        return None
    return made(one, "differs", "wrong-count").of(figures[0], "; ".join(dict.fromkeys(map(told, figures))))


def _school(one: Cell, base: Base) -> str | None:
    """Its code, "" = the number is of no school alone, None = of one that is not known."""
    for head in one.heads:
        for piece in (head, *head.split(", ")):
            found = base.school(piece)
            if found.kind == "exact":
                return found.school_id
        if hinted(head) and re.search(r"№ ?\d", head):
            return None
    return ""


def _asked(one: Cell, base: Base) -> _Asked | None:
    planned = _PLANNED.search(one.text) is not None
    if planned and _DONE.search(one.text):
        return None
    for head in one.heads:
        title = _TITLES.get(_UNIT.sub("", mirror(head)).strip(" ,:"))
        if title:
            return _Asked(title, {}, sure="year" in METRICS[title].by or not METRICS[title].by)
    if not _OTHERS.search(one.text) and (kind := _kind(one, base)):
        return _Asked("events_plan_share" if planned else "events_count", {"event_kind": kind}, planned)
    for pattern, metric in _HEADS:
        if pattern.search(one.text):
            share = words.PLANS_OF.get(metric, "") if planned else metric
            return _Asked(share, {}, planned, metric in words.SURE_HEADS) if share else None
    return None


def _kind(one: Cell, base: Base) -> str:
    """The kind of events the heads name, where they name one alone."""
    found: set[str] = set()
    for piece in (piece for head in one.heads for piece in mirror(head).split(", ")):
        at = next((match for name, pattern in _NOUNS if name == "events" and (match := pattern.search(piece))), None)
        if at:
            noun = piece[:at.end()].removeprefix("проведено ").removeprefix("проведенных ").strip()
            kinds = {figure.group["event_kind"] for figure in base.kinds(noun, _year(one, base))}
            found |= kinds if len(kinds) == 1 else set()
    return found.pop() if len(found) == 1 else ""


def _year(one: Cell, base: Base) -> int:
    return one.years[0] if one.years else base.year


def _figures(asked: _Asked, school: str, one: Cell, base: Base) -> Iterator[Figure]:
    """Of the school, else of everybody and of the schools of the list alone."""
    metric = METRICS[asked.metric]
    by = tuple(name for name in metric.by if name in ("year", "event_kind"))
    year: Where = {"year": _year(one, base)} if "year" in by else {}
    column = SCHOOLS if metric.marking.id == "events" else "school_id"
    schools: list[Where] = [{column: school}] if school else [{}]
    if not school and base.listed and column == "school_id":
        schools.append({column: tuple(sorted(base.listed))})
    for where in schools:
        yield from base.counted(asked.metric, by, {**asked.where, **year, **where})

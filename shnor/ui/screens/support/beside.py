"""The help shown beside the same months of last year and beside other schools: under each kind a bar for each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from shnor import wording
from shnor.service.pages.support import EVERY, SupportPage
from shnor.ui.kit import context, html
from shnor.ui.kit.block import Block, Shown
from shnor.ui.kit.context import Choices
from shnor.ui.kit.html import Cell, Link, joined, tag
from shnor.ui.kit.links import to_rows
from shnor.ui.run.session import Session
from shnor.ui.screens.support.matrices import SOURCE, rows
from shnor.ui.screens.support.page import WHOSE, before_rows, comparable

BEFORE = "before"


@dataclass(frozen=True)
class Column:
    """numbers: kind → how many, of unequal months how many a month."""

    title: str
    numbers: dict[str, float]
    links: dict[str, Cell]
    own: bool = False


def beside(session: Session, data: SupportPage, choices: Choices) -> Shown | None:
    """What was asked for, else last year."""
    options = comparable(data)
    asked = [code for code in context.compared(choices) if code in options] or [
        code for code in options if code == BEFORE]
    if not asked or not data.kinds:
        return None
    monthly = BEFORE in asked and bool(data.compared and not data.compared.equal)
    columns = [_own(session, data, monthly),
               *(_before(session, data, monthly) if code == BEFORE else _school(session, data, code, monthly)
                 for code in asked)]
    title = f"Те же месяцы {data.year - 1} и {data.year} годов" if asked == [BEFORE] else "Рядом"
    made = Block("support-beside", title, data.set, data.last, SOURCE, ("Вид", *(one.title for one in columns)),
                 tuple((wording.event_kinds(kind), *(one.numbers.get(kind, 0) for one in columns))
                       for kind in data.kinds), bare=True, notes=(_months(data) if BEFORE in asked else "",))
    return Shown(made, body=_table(data.kinds, columns))


def _own(session: Session, data: SupportPage, monthly: bool) -> Column:
    held = {kind: figure.numerator for kind, figure in data.held.items()}
    numbers = _each(data, held, monthly)
    name = f"{data.year} год" if data.whose == EVERY else WHOSE.get(data.whose) or data.offered[data.whose]
    return Column(name, numbers, {kind: rows(session, data, _text(n), event_kind=kind) for kind, n in numbers.items()},
                  own=True)


def _each(data: SupportPage, held: Mapping[str, int], monthly: bool) -> dict[str, float]:
    """How many, or how many a month."""
    return {kind: data.compared.averages(kind, n)[0] if monthly and data.compared else n for kind, n in held.items()}


def _before(session: Session, data: SupportPage, monthly: bool) -> Column:
    assert data.compared
    numbers = {kind: data.compared.averages(kind, 0)[1] if monthly else n for kind, n in data.compared.before.items()}
    links = {kind: _said(before_rows(session, data, kind), _text(numbers[kind])) for kind in numbers}
    return Column(f"{data.compared.then.last.year} год", numbers, links)


def _said(link: Cell, text: str) -> Cell:
    return Link(text, link.page, link.query, link.mark) if isinstance(link, Link) else text


def _school(session: Session, data: SupportPage, code: str, monthly: bool) -> Column:
    school = next(one for one in data.schools if one.card.school_id == code)
    numbers = _each(data, {kind: school.of(kind) for kind in data.kinds}, monthly)
    where = {"year": str(data.year), "school_codes": code}
    links: dict[str, Cell] = {kind: to_rows(session, _text(n), "events_count", {**where, "event_kind": kind})
                              for kind, n in numbers.items() if n}
    return Column(school.card.name, numbers, links)


def _text(n: float) -> str:
    return wording.number(n, 1) if n != int(n) else wording.number(n)


def _months(data: SupportPage) -> str:
    """Which months stand beside each other; averages, where they are not as many."""
    assert data.compared
    now, then = data.compared.now, data.compared.then
    if data.compared.equal:
        return f"Прошлый год — по {wording.day(then.last)}."
    return (f"Месяцев разное число: {wording.months_in_words(now.first, now.last)} ({now.months}) и "
            f"{wording.months_in_words(then.first, then.last)} ({then.months}), поэтому сравнивается среднее за месяц.")


def _table(kinds: Sequence[str], columns: Sequence[Column]) -> Markup:
    """A row a kind, in it a bar for each that is compared; one scale over all of them."""
    top = max((n for one in columns for n in one.numbers.values()), default=0) or 1
    lines = joined(tag("<tr><th scope='row'>{}</th><td>{}</td></tr>", wording.event_kinds(kind),
                       joined(_bar(one, kind, top) for one in columns)) for kind in kinds)
    return tag("<div class='shnor-scroll shnor-picture'><table class='shnor-beside'><thead><tr>"
               "<th scope='col'>Вид</th><th scope='col'>{}</th></tr></thead><tbody>{}</tbody></table></div>",
               html.typeset(wording.listed([one.title for one in columns])), lines)


def _bar(column: Column, kind: str, top: float) -> Markup:
    """Whose, the bar, the number at the right of it; the whole line leads to the rows."""
    n, link = column.numbers.get(kind, 0), column.links.get(kind)
    inside = tag("<small>{}</small><i class='{}' style='--part:{}'></i><b>{}</b>", html.typeset(column.title),
                 "own" if column.own else "", f"{n / top:.3f}", _text(n))
    if isinstance(link, Link):
        return tag("<a class='{}' href='{}'>{}</a>", link.mark, link.address, inside)
    return tag("<span>{}</span>", inside)

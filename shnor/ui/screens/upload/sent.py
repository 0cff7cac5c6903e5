"""«Кто сдал» as one picture: a bar of states a form, and the matrix school × form; each cell leads to the file or to
the text of the reminder."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from markupsafe import Markup

from shnor import periods, wording
from shnor.service.centre.schools import SchoolCard
from shnor.service.month import brought, debts, forms, owed
from shnor.service.month.brought import Brought
from shnor.service.month.debts import Debt
from shnor.service.month.owed import Cell, Grid, Key
from shnor.service.pages.questions import requests_of
from shnor.ui.kit import block, html, states
from shnor.ui.kit.block import Block
from shnor.ui.kit.html import Link, joined, tag
from shnor.ui.kit.links import to_school
from shnor.ui.run import beside, cache
from shnor.ui.run.session import Session, served

NAMED = 6
"""So many schools of a debt are named."""
LONGEST = 60
"""Characters of a question in a cell; the whole stands on its page."""
MANY = 14
"""More schools than that are a square each, side by side."""
SOURCE = ("Дата — когда отчёт впервые принят в программе. Если файл пришёл вовремя, а принят позже, внесите перенос "
          "срока: «Сроки и версии»")

SERVED = ("Дата — когда школа прислала отчёт; принесённого файлом — когда он впервые принят в программе. Если файл "
          "пришёл вовремя, а принят позже, внесите перенос срока: «Сроки и версии»")


@dataclass(frozen=True)
class Sent:
    """The forms of a month by school. tray: form of a school → key of its file that waits here; asking: → how much is
    asked about it. asked: school → what it asks the centre for. older: what is owed of months before it."""

    month: date
    grids: tuple[Grid, ...]
    tray: Mapping[Key, str]
    brought: Mapping[Key, Brought]
    asked: Mapping[str, list[html.Cell]]
    older: tuple[Debt, ...] = ()
    asking: Mapping[Key, int] = field(default_factory=dict)

    @property
    def cards(self) -> list[SchoolCard]:
        found = {line.card.school_id: line.card for grid in self.grids for line in grid.lines}
        return sorted(found.values(), key=lambda card: wording.by_number(card.name))

    @property
    def titles(self) -> list[str]:
        return [wording.capital(forms.title(grid.form.id, self.month)) for grid in self.grids]

    def cells(self, school: str) -> list[Cell | None]:
        """Of every form, in the order of the grids."""
        return [next((cell for cell in grid.of(self.month) if cell.school_id == school), None) for grid in self.grids]


def build(session: Session, month: date, waiting: Mapping[Key, tuple[str, int]]) -> Sent:
    """waiting: form of a school → key of its file in the tray and how much is asked about it."""
    shown, aside = cache.built(session, owed.grids, (month,), day=session.day), beside.of(session)
    questions = {key: asked for key, (_, asked) in waiting.items()}
    listed = [owed.with_waiting(owed.with_beside(grid, aside), questions) for grid in shown if grid.of(month)]
    return Sent(month, tuple(listed), {key: file for key, (file, _) in waiting.items()},
                cache.built(session, brought.brought, (month,)), _asked(session), tuple(
                    debt for debt in debts.with_beside(cache.built(session, debts.owing, day=session.day), aside)
                    if debt.month < month and debt.waiting), questions)


def picture(session: Session, sent: Sent, *, whole: bool) -> None:
    """whole: with the matrix; else schools are a square each. Nothing where nobody is asked for anything."""
    if not sent.cards:
        return
    many = len(sent.cards) > MANY
    body = [_bars(session, sent), matrix(session, sent) if whole and not many else dense(session, sent)]
    if sent.older:
        body.append(_older(session, sent.older))
    note = html.text_html("* в перечень ШНОР сейчас не входит", mark="shnor-small")
    outside = any(not card.on_list for card in sent.cards)
    body += [note] if outside and not many else []
    block.picture(session, _block(session, sent), tag("<div class='shnor-picture'>{}</div>", joined(body)))


def _block(session: Session, sent: Sent) -> Block:
    rows = tuple(_row(session, sent, card) for card in sent.cards)
    return Block("upload_sent", "Кто сдал", f"{wording.month(sent.month)}, {wording.counted(len(rows), 'школа')}",
                 session.day, SERVED if served() else SOURCE, ("Школа", *sent.titles, "Помощь просит школа"), rows)


def _row(session: Session, sent: Sent, card: SchoolCard) -> tuple[html.Cell, ...]:
    cells = (states.text(cell, session.day) for cell in sent.cells(card.school_id))
    return (to_school(session, card.school_id, card.name), *cells,
            block.words(sent.asked.get(card.school_id, wording.DASH)))


def _bars(session: Session, sent: Sent) -> Markup:
    """A form a line: its sums in words over its bar."""
    lines = []
    for title, grid in zip(sent.titles, sent.grids, strict=True):
        cells = grid.of(sent.month)
        said = f"{title}: {states.sums(cells)}"
        bar = states.bar(states.counts(cells), said, _ways(session, sent))
        lines.append(tag("<div><p data-shnor-text>{}</p>{}</div>", wording.typeset(said), bar))
    return tag("<div class='shnor-sums'>{}</div>", joined(lines))


def _older(session: Session, owed_before: Sequence[Debt]) -> Markup:
    """What is still owed of months before the one shown."""
    said: list[html.Cell] = [html.Marked("За прошлые месяцы ждём", "shnor-wanted"), ": "]
    for place, debt in enumerate(owed_before):
        said += ["; " if place else "", forms.title(debt.form, debt.month, session.day), " — "]
        for at, (card, _) in enumerate(debt.waiting[:NAMED]):
            said += [", " if at else "", to_school(session, card.school_id, short(card))]
        if len(debt.waiting) > NAMED:
            said.append(f" и ещё {len(debt.waiting) - NAMED}")
    return html.text_html(*said, ".", mark="shnor-small")


def _ways(session: Session, sent: Sent) -> dict[str, str]:
    """State → where its part of a bar leads."""
    remind = Link("", "upload", (("remind", "all"), ("month", periods.containing("month", sent.month).code))).address
    versions = Link("", "versions").address
    return {"accepted": versions, "late": versions, "partial": remind, "moved": remind, "waiting": remind}


def matrix(session: Session, sent: Sent) -> Markup:
    """Rows are schools by number, a sign with its day a form."""
    rows = [[_name(session, card), *(_cell(session, sent, cell) for cell in sent.cells(card.school_id)),
             sent.asked.get(card.school_id, wording.DASH)] for card in sent.cards]
    head = ["Школа", *sent.titles, "Помощь просит школа"]
    return tag("<div class='shnor-sent'>{}</div>", html.table_html(head, rows))


def dense(session: Session, sent: Sent) -> Markup:
    """A school a square for each form, many of them in a line; a legend tells the signs."""
    parts, used = [], set()
    for card in sent.cards:
        cells = sent.cells(card.school_id)
        used |= {states.state_of(cell) for cell in cells}
        squares = joined(states.square(cell, session.day, _way(session, sent, cell), about=f"{card.name}, {title}")
                         for cell, title in zip(cells, sent.titles, strict=True))
        parts.append(tag("<span class='shnor-denseitem'>{}{}</span>", html.cell(to_school(session, card.school_id,
                                                                                         short(card))), squares))
    order = tag("<p class='shnor-small'>У каждой школы: {}.</p>", wording.typeset(", ".join(map(wording.small,
                                                                                             sent.titles))))
    return tag("<div class='shnor-dense'>{}</div>{}{}", joined(parts), order if len(sent.titles) > 1 else html.NOTHING,
               states.legend(used - {"not_asked"}))


def short(card: SchoolCard) -> str:
    """«№ 5»; a school without a number by its name."""
    return f"№ {card.number}" if card.number else card.name


def _cell(session: Session, sent: Sent, cell: Cell | None) -> html.Cell:
    """A sign on its shade with its words, all of it leading on."""
    words, way = states.text(cell, session.day), _way(session, sent, cell)
    if cell is None or way is None:
        return words
    shown, (_, _, rest) = states.sign(cell), words.partition(" ")
    opens = f"shnor_open_{sent.tray[_key(cell)]}" if _key(cell) in sent.tray else ""
    return tag("<a class='shnor-statecell' href='{}' data-shnor-press='{}' title='{}'><span class='{}'>{}</span> "
               "{}</a>", way.address, opens, states.in_words(cell, session.day), shown.mark, shown.sign,
               wording.typeset(rest))


def _way(session: Session, sent: Sent, cell: Cell | None) -> Link | None:
    """Where a click on the cell leads: to the file that came or waits here, else to the reminder."""
    if cell is None or (cell.state in ("not_required", "not_asked") and not cell.came):
        return None
    key, month = _key(cell), ("month", periods.containing("month", cell.month).code)
    if key in sent.tray and cell.questions is not None:
        return Link("", "upload", (("open", sent.tray[key]), month))
    if cell.state == "handed_in":
        return Link("", "upload", (month,))
    if cell.state in ("waiting", "moved", "partial"):
        return Link("", "upload", (("remind", cell.school_id), month))
    if file := sent.brought.get(key):
        return Link("", "source", (("upload", str(file.upload)), ("sheet", file.sheet)))
    return to_school(session, cell.school_id, "")


def _key(cell: Cell) -> Key:
    return cell.school_id, cell.form, cell.month


def _name(session: Session, card: SchoolCard) -> html.Cell:
    link = to_school(session, card.school_id, wording.typeset(card.name))
    return link if card.on_list else [link, f"{wording.NBSP}*"]


def _asked(session: Session) -> dict[str, list[html.Cell]]:
    """School → what it asks for and has no answer to yet."""
    found: dict[str, list[html.Cell]] = {}
    for question in cache.built(session, requests_of, session.day):
        if not question.answer:
            need = question.need if len(question.need) <= LONGEST else f"{question.need[:LONGEST].rstrip()}…"
            told = found.setdefault(question.school_id, [])
            told += [*(["; "] if told else []), html.Link(need, "support"),
                     f" ({question.asked_on:%d.%m}) → ответ до {question.answer_by:%d.%m}"]
    return found

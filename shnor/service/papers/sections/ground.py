"""On what the справка rests: by whom and for when it is made, the order, the list of schools and how it changed."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from shnor import wording
from shnor.datasets.documents import ROADMAP_ORDER
from shnor.metrics import documents as papers
from shnor.reports.papers.blocks import Block, Missing, Paragraph, Section
from shnor.sentences import of_list, paper
from shnor.sentences.pieces import Sentences, Source
from shnor.service.centre.schools import SchoolCard, Status, cards
from shnor.service.figures import topics
from shnor.service.figures.rows import only
from shnor.service.papers import known, quoted
from shnor.service.papers.writing import Writing, sentences

ID, TITLE = "ground", "Основание"
LISTED = "перечень школ с низкими образовательными результатами"
FORMS = {"centre": "Настройки, «С чего начать»", "cases": "Настройки, «Названия в падежах»",
         "documents": "Документы", "statuses": "Перечни и статусы школ"}
AUTHORITY = "управление образования"


def section(writing: Writing) -> Section:
    found = orders(writing)
    named = bool(writing.kept.about.get("center"))
    begun = paper.prepared(writing.cases("center") if named else None, writing.day, writing.first,
                           min(writing.asked.whole.end, max(writing.day, writing.first)), writing.told)
    blocks: list[Block] = [Paragraph(sentences(begun, *map(paper.ground, found)))]
    if told := _of_school(writing) if writing.asked.school else _of_all(writing):
        blocks.append(Paragraph(told))
    missing = [] if named else [Missing("Не названо учреждение, которое готовит справку", FORMS["centre"], "setup")]
    if named and not writing.cases("center").ins:
        missing.append(Missing("Название учреждения не поставлено в падежи: справка пока обходится без него",
                               FORMS["cases"], "settings"))
    if not found:
        missing.append(Missing("В реестре нет приказа об утверждении дорожной карты", FORMS["documents"], "upload"))
    if not writing.listed:
        missing.append(Missing("Нет перечня школ на этот период", FORMS["statuses"], "upload"))
    return Section(ID, TITLE, tuple(blocks), tuple(missing), numbered=False)


def order(writing: Writing) -> paper.Order | None:
    """The newest of them."""
    return next(reversed(orders(writing)), None)


def orders(writing: Writing) -> list[paper.Order]:
    """The newest order of the register that approves the roadmap of each calendar year the period touches: of its own
    year, or signed since the autumn before without naming another year."""
    begun = range(writing.first.year, writing.last.year + 1)
    rows = [_newest(writing, writing.asked.school, year) or _newest(writing, "", year) for year in begun]
    authority = writing.cases("authority", writing.kept.particulars.authority or AUTHORITY)
    found = {row["src"]: paper.Order(authority, row["signed_on"], row["number"] or "б/н", row["title"])
             for row in rows if row}
    return [*found.values()]


def _newest(writing: Writing, whose: str, year: int) -> dict | None:
    """A row of the register. whose: code of the school, "" = the municipality."""
    rows = only(topics.marked(writing.view, papers.MARKING, as_of=writing.day), is_paper=1, school_id=whose,
                document_type="приказ").to_pylist()
    found = [row for row in rows if re.search(ROADMAP_ORDER, row["title"].lower())
             and _is_of(row["title"], row["signed_on"], year, writing.last)]
    return max(found, key=lambda row: (row["signed_on"], row["src"]), default=None)


def _is_of(title: str, signed: date, year: int, last: date) -> bool:
    years = {int(found) for found in re.findall(r"\b20\d\d\b", title)}
    return signed <= last and (year in years if years else date(year - 1, 9, 1) <= signed <= date(year, 12, 31))


def _of_all(writing: Writing) -> Sentences:
    year = writing.last.year
    now = [writing.cards[code] for code in writing.listed]
    told = [of_list.included(year, writing.named(writing.listed), _source(writing, now, writing.last))]
    told.append(_changed(writing, year, writing.last))
    coming = _coming(writing, date(year + 1, 1, 1))
    if coming:
        told += [of_list.included(year + 1, [writing.school(card.school_id) for card in coming],
                                  _source(writing, coming, date(year + 1, 1, 1))),
                 _changed(writing, year + 1, date(year + 1, 1, 1))]
    risk = [card.school_id for card in writing.cards.values() if any(
        one.id == "risk_zone" and known.by(one.document, writing.last) for one in card.statuses)]
    if risk:
        told.append(of_list.at_risk(writing.named(risk), outside=not {*risk} & {*writing.listed}))
    return sentences(*told)


def _coming(writing: Writing, day: date) -> list[SchoolCard]:
    """Schools on a list that is not in force yet, where a document signed by then has it; nobody where no new list is
    known."""
    found = [(card, one) for card in _of_day(writing, day) for one in card.statuses if one.id == "shnor"]
    new = [one for _, one in found if one.since > writing.last]
    return [card for card, _ in found] if new and all(
        known.by(one.document, writing.last, otherwise=False) for one in new) else []


def _of_day(writing: Writing, day: date) -> list[SchoolCard]:
    """Schools on the list that is in force on a day, as far as it is known on the day of the paper."""
    return [card for card in cards(writing.view, day) if card.on_list]


def _changed(writing: Writing, year: int, day: date) -> Sentences:
    """Against the list of the year before; nothing where there is none."""
    now = {card.school_id for card in _of_day(writing, day)}
    before = {card.school_id for card in _of_day(writing, date(year - 1, 12, 31))}
    if not now or not before:
        return ()
    names = {card.school_id: card.name for card in cards(writing.view, day)}
    entered, left = (sorted(some, key=lambda code: wording.by_number(names.get(code) or code))
                     for some in (now - before, before - now))
    return of_list.entered_and_left(year, writing.named(entered), writing.named(left))


def _of_school(writing: Writing) -> Sentences:
    code = writing.asked.school
    card = writing.cards[code]
    begun = [one for one in card.entries if one.since <= writing.last]
    years = sorted({year for one in card.entries if one.since <= writing.last
                    for year in one.years(writing.last) if year <= writing.last.year})
    on = code in writing.listed
    return of_list.since(writing.school(code), _begun(begun).replace(day=1) if on and begun else None,
                         years if on else ())


def _begun(entries: Sequence[Status]) -> date:
    """Since when without a break: lists of years that follow each other are one time."""
    first, *earlier = sorted(entries, key=lambda one: one.since, reverse=True)
    since = first.since
    for one in earlier:
        if one.until is not None and one.until < since - timedelta(days=1):
            break
        since = one.since
    return since


def _source(writing: Writing, listed: list[SchoolCard], day: date) -> Source:
    entries = [one.src for card in listed for one in card.statuses if one.id == "shnor"]
    return quoted.recorded("Школ в перечне", "школы, у которых запись о перечне действует в этот день",
                           f"{LISTED}, {day.year} год", day, len(listed), writing.view.origins(entries))

"""The top of the page of one school: which school, beside what, what can be done for it at one click."""

from collections.abc import Collection, Sequence
from datetime import date
from functools import partial

import streamlit as st

from shnor import periods, wording
from shnor.reports import sheet
from shnor.service.centre.schools import SchoolCard
from shnor.service.month import debts, forms, workbook
from shnor.service.month.forms import MONTH
from shnor.service.pages import school_sheet, school_words
from shnor.service.pages.matrix import runs
from shnor.service.pages.school import SchoolPage
from shnor.ui.kit import context, errors, html, without_data
from shnor.ui.kit.context import Choice, Choices
from shnor.ui.kit.html import NOTHING, Link, Markup, joined, tag
from shnor.ui.kit.links import to_school
from shnor.ui.kit.plain import plain
from shnor.ui.run import beside, cache
from shnor.ui.run.session import Session, look_as, sees_grounds
from shnor.ui.screens.school import going, own

LIST = "list"


def empty(session: Session) -> None:
    st.title("Школа")
    html.text("В реестре нет ни одной школы.", mark="shnor-lead")
    without_data.first_steps()


def in_order(cards: Sequence[SchoolCard]) -> list[SchoolCard]:
    """Those on the list of ШНОР, those on another one, all others; inside that by number."""
    return sorted(cards, key=lambda card: (not card.on_list, not card.statuses))


def looked_at(cards: Sequence[SchoolCard], choices: Choices) -> str:
    """The school that is chosen, else the first on the list of ШНОР."""
    ids = [card.school_id for card in in_order(cards)]
    return choices["school"] if choices.get("school") in ids else ids[0]


def chosen(cards: Sequence[SchoolCard]) -> str:
    """The school of the address; an unknown one is said."""
    wanted, code = context.wanted("school"), looked_at(cards, context.choices())
    if wanted not in ("", code):
        html.text(f"Школы с кодом «{wanted}» в реестре нет. Выберите школу из списка.", mark="shnor-error")
    else:
        context.settle("school", code)
    return code


def comparable(session: Session, cards: Sequence[SchoolCard], school: str) -> dict[str, str]:
    """Code → name of what it can be put beside."""
    others = not session.scope.sees_all or any(card.on_list and card.school_id != school for card in cards)
    return {**({LIST: "школы перечня"} if others else {}),
            **{card.school_id: card.name for card in in_order(cards) if card.school_id != school}}


def bar(session: Session, cards: Sequence[SchoolCard], school: str, has_plan: bool) -> tuple[str, ...]:
    """The choice of the school, what it is compared with, and the deeds. Gives what is put beside."""
    names = {card.school_id: card.name for card in in_order(cards)}
    options = comparable(session, cards, school)
    with st.container(horizontal=True, key="shnor_school_top", vertical_alignment="center"):
        context.bar([Choice("school", "Школа", list(names), names, width=260)], {"school": school})
        with st.container(horizontal=True, key="shnor_deeds", horizontal_alignment="right",
                          vertical_alignment="center"):
            beside = context.compare(options)
            _deeds(session, school, names[school], has_plan)
    context.left_out(session, options, school)
    return beside


def _deeds(session: Session, school: str, name: str, has_plan: bool) -> None:
    month = next_month(session)
    st.download_button(
        "Лист школы, PDF", key="shnor_sheet", type="primary", on_click="ignore", mime="application/pdf",
        file_name=f"Лист_школы_{workbook.short_name(name)}_{session.day:%Y-%m-%d}.pdf",
        data=lambda: _sheet(session, school, month), help="Одна страница для директора: без данных других школ")
    if sees_grounds(session):
        going.deeds(session, school, name)
    _as_director(session, school, name)
    if not has_plan:
        return
    st.download_button(
        f"Бланк за {periods.MONTHS[month.month - 1]}", key="shnor_month_file", on_click="ignore",
        file_name=workbook.workbook_name(name, month), data=lambda: _workbook(session, school, month),
        help="Файл для школы: в нём только то, что наступает, осталось с прошлых месяцев и начинается дальше. Если "
             "изменений нет, школе достаточно одной ячейки")
    with st.popover("Другой месяц", width="content"):
        for other in _others(month):
            st.download_button(
                plain(wording.capital(wording.month(other))), key=f"shnor_month_file_{other:%Y_%m}", on_click="ignore",
                file_name=workbook.workbook_name(name, other), data=partial(_workbook, session, school, other))


def _as_director(session: Session, school: str, name: str) -> None:
    asked = session.changes and st.button(
        "Смотреть как директор", key="shnor_look_as", type="tertiary",
        help="Что видит эта школа. Запись об этом останется в журнале действий")
    if asked and errors.done(lambda: look_as(session, school, name)):
        st.rerun()


def next_month(session: Session) -> date:
    """The month whose report is due next."""
    coming = forms.coming(session.forms, MONTH.id, session.day, 1)
    return coming[0][0] if coming else periods.containing("month", session.day).start


def _others(month: date) -> tuple[date, ...]:
    this = periods.containing("month", month)
    return this.previous().start, this.next().start


def _sheet(session: Session, school: str, month: date) -> bytes:
    """As it goes out with the folders of the month."""
    owed = debts.with_beside(cache.built(session, debts.owing, day=session.day), beside.of(session))
    owing = debts.of_school(owed, school, before=month)
    with session.view() as view:
        book = workbook.book(view, school, month, session.forms)
        return sheet.pdf(school_sheet.build(view, school, day=session.day, book=book, owing=owing))


def _workbook(session: Session, school: str, month: date) -> bytes:
    with session.view() as view:
        return workbook.workbook(view, school, month, session.forms)


def head(session: Session, cards: Sequence[SchoolCard], data: SchoolPage) -> None:
    """«‹ № 3 МБОУ ООШ № 5 № 7 ›», how many learn and teach there, in which years it is on the list."""
    before, after = neighbours(cards, data.card)
    card = data.card
    people = [wording.counted(n, word) for n, word in ((card.pupils, "обучающийся"), (card.staff, "педагог"))
              if n is not None]
    facts = [f"{' · '.join(people)} на 20 сентября"] if people else []
    others = [status.title for status in card.statuses if status.id != "shnor"]
    told = [month for month in data.reported if month <= session.day]
    last = f"последний отчёт за {wording.month(told[-1])}" if told else "своих отчётов ещё не было"
    html.show(tag(
        "<div class='shnor-schoolhead'>{}<h1>{}</h1>{}<span class='facts'>{}</span>{}"
        "<span class='as-of'>{}</span></div>",
        _neighbour(session, before, "‹ {}"), wording.typeset(card.name), _neighbour(session, after, "{} ›"),
        wording.typeset(" · ".join((*facts, *others))), _strip(card, session.day),
        last))
    if said := school_words.turning(card, cards, session.day):
        html.text(said, *((" ", Link("Новый перечень", "turn")) if session.scope.sees_all else ()), mark="shnor-small")
    for sentence, part in school_words.parts(card):
        link = (" ", to_school(session, part.school_id, "Открыть её страницу")) if part.school_id else ()
        html.text(sentence, *link, mark="shnor-small")
    own.show(session, card.school_id)


def neighbours(cards: Sequence[SchoolCard], card: SchoolCard) -> tuple[SchoolCard | None, SchoolCard | None]:
    """The schools before and after it by number among those on the list; where nobody is on it, among all."""
    listed = [one for one in cards if one.on_list or one.school_id == card.school_id]
    listed = listed if len(listed) > 1 else [*cards]
    place = next(place for place, one in enumerate(listed) if one.school_id == card.school_id)
    return listed[place - 1] if place else None, listed[place + 1] if place + 1 < len(listed) else None


def _neighbour(session: Session, card: SchoolCard | None, shape: str) -> Markup:
    if card is None:
        return NOTHING
    short = f"№ {card.number}" if card.number is not None else card.name
    link = to_school(session, card.school_id, "")
    return tag("<a class='neighbour' href='{}' title='{}'>{}</a>", link.address, card.name,
               wording.unbroken(wording.typeset(shape.format(short))))


def _strip(card: SchoolCard, day: date) -> Markup:
    """«в перечне: 2026, включена на 2027»: the years of the register and no others, each saying its days."""
    if not card.entries:
        return tag("<span class='facts'>{}</span>", "в перечень ШНОР не входила")
    begun = {year for entry in card.entries if entry.since <= day for year in entry.years(day) if year <= day.year}
    coming = {year for entry in card.entries for year in entry.years(day)} - begun
    been = _years(card, "в перечне:" if card.on_list else "была в перечне:", begun, "on", day)
    ahead = _years(card, ", включена на" if begun else "включена в перечень на", coming, "coming", day)
    return tag("<span class='strip'>{}{}</span>", been, ahead)


def _years(card: SchoolCard, words: str, years: Collection[int], mark: str, day: date) -> Markup:
    """Years that follow each other stand in one chip."""
    chips = joined(_chip(card, run, mark, day) for run in runs(years))
    return tag("<i>{}</i>{}", words, chips) if years else NOTHING


def _chip(card: SchoolCard, run: Sequence[int], mark: str, day: date) -> Markup:
    days = "; ".join(entry.days for entry in card.entries if {*entry.years(day)} & {*run})
    return tag("<span class='{}' title='{}'>{}<span class='shnor-aloud'> ({})</span></span>", mark, days,
               wording.span(run[0], run[-1]), days)

"""Letters of reminders: the exact text before it is taken, to one school or to all that are awaited; a school gets one
in a calendar month."""

from collections.abc import Collection, Mapping
from datetime import date

import streamlit as st

from shnor import periods, wording
from shnor.service.month import debts, forms, workbook
from shnor.service.sending import reminders
from shnor.service.sending.reminders import MOST, Owed
from shnor.ui.kit import html
from shnor.ui.kit.html import tag
from shnor.ui.run import beside, cache
from shnor.ui.run.session import Session, settings
from shnor.ui.screens.upload.sent import Sent

ALL, WHOM = "", "remind"
"""WHOM: in the address, a school or «all»; opens the piece."""
TAKE = "shnor_reminded"
BY_HAND = "Нажмите, если переписали или выделили текст сами. Письмо, взятое кнопкой «Скопировать письмо», уже отмечено."


def reminder(session: Session, sent: Sent) -> None:
    """Nothing of a past state, where what stands open may be done by now, and nothing for who writes no letters."""
    if not session.changes:
        return
    before = debts.with_beside(cache.built(session, debts.owing, day=session.day), beside.of(session))
    owing = reminders.owing(sent.grids, sent.month, before, day=session.day, waiting=sent.asking,
                            closed=session.store.approved())
    if not owing:
        return
    about = session.store.about()
    taken = reminders.taken(about, owing, session.today)
    left = {school: cells for school, cells in owing.items() if school not in taken}
    asked = st.query_params.get(WHOM, "")
    with st.expander("Напомнить: текст для письма", expanded=bool(asked), key=f"shnor_reminder_{asked}"):
        if asked:
            html.show(html.arrived(f"{WHOM} {asked} {sent.month}"))
        whom = _whom(sent, before, owing, left, asked)
        if whom in taken:
            _over(session, whom, taken[whom])
        else:
            _letter(session, sent, left if whom == ALL else {whom: owing[whom]}, whom, about)


def _whom(sent: Sent, before: Collection[debts.Debt], owing: Owed, left: Owed, asked: str) -> str:
    names = {card.school_id: card.name for card in sent.cards}
    names |= {card.school_id: card.name for debt in before for card, _ in (*debt.waiting, *debt.partial)}
    choices = [*([ALL] if len(left) > 1 else []), *owing]
    chosen: str = st.selectbox("Кому", choices, key=f"shnor_remind_{sent.month}_{asked}", width=420,
                               index=choices.index(asked) if asked in choices else 0,
                               format_func=lambda school: names.get(school) or f"Общий текст, школ: {len(left)}")
    return chosen if chosen in choices else choices[0]  # it may have been done since it was chosen


def _letter(session: Session, sent: Sent, owed: Owed, whom: str, about: Mapping[str, str]) -> None:
    """The text as it goes out; taken, it counts as sent to everybody it is for."""
    if whom == ALL:
        text = reminders.to_all(owed, day=session.day, about=about, origin=settings().origin)
    else:
        rows = {sent.month: _rows(session, whom, sent.month)}
        text = reminders.to_school(owed[whom], day=session.day, rows=rows, about=about, origin=settings().origin)
    html.show(tag("<pre class='shnor-remindtext'>{}</pre><p><button type='button' class='shnor-deed' "
                  "data-shnor-deed='say' data-shnor-say='{}' data-shnor-press='{}'>Скопировать письмо</button></p>",
                  text, text, TAKE))
    _later(session, owed, whom)
    st.button("Письмо ушло", key=TAKE, on_click=_noted, help=BY_HAND,
              args=(session, owed, session.today.isoformat()))


def _later(session: Session, owed: Owed, whom: str) -> None:
    """What did not get into the letter of a school."""
    rest = owed[whom][MOST:] if whom != ALL else ()
    if rest:
        named = wording.listed([forms.title(cell.form, cell.month, session.day) for cell in rest])
        html.text(f"Ещё за школой: {named}. В письмо идут три самых важных дела: длинный список откладывают.",
                  mark="shnor-small")


def _over(session: Session, school: str, on: date) -> None:
    following = periods.containing("month", session.today).next().start
    html.text(f"Письмо этой школе взято {wording.day(on)}. Чтобы письма читали, школа получает одно в месяц: следующее "
              f"можно взять с {wording.day(following)}.")
    st.button("Письмо не ушло", key="shnor_not_reminded", on_click=_noted,
              args=(session, [school], ""))


def _noted(session: Session, schools: Collection[str], on: str) -> None:
    """on: the day, "" = it was not sent after all."""
    session.store.describe(session.actor, **{reminders.taken_key(school, session.today): on for school in schools})


def _rows(session: Session, school: str, month: date) -> int:
    with session.view() as view:
        return workbook.to_report(view, school, month)

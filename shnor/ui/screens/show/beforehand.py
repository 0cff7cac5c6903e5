"""What to know before a show: who could be recognised, who has not seen their figures, who is under which letter."""

import streamlit as st

from shnor import wording
from shnor.service.centre import schools
from shnor.service.show.deck import Built
from shnor.shows import Show, Shows
from shnor.store import rights
from shnor.ui.kit import html
from shnor.ui.run import cache, shows
from shnor.ui.run.session import Session, served


def draw(session: Session, of: Shows, show: Show, built: Built) -> None:
    with st.container(border=True):
        st.subheader("Перед показом")
        _recognisable(session, of, show, built)
        _unseen(session)
        _guests(session, of, show)
        with st.expander("Кто под какой буквой: только для вас"):
            html.text("Ключ не попадает ни в один файл показа. Буквы розданы случайно, у каждого показа свои.",
                      mark="shnor-small")
            html.table(("Буква", "Школа"), built.key)


def _recognisable(session: Session, of: Shows, show: Show, built: Built) -> None:
    """Numbers of one school or two are shown to nobody before somebody has said that it is meant."""
    if not built.recognisable:
        html.text("Точных чисел одной школы в показе нет. По ходу трёх лет коллеги всё же могут догадаться: слайд «По "
                  "школам» можно скрыть.")
        return
    names = wording.listed(built.recognisable)
    if show.knowingly:
        html.text(f"Узнают: {names}. Показ разрешил: {show.knowingly}.")
        st.button("Снова не показывать", on_click=_knowing, args=(session, of, show, ""))
        return
    html.text(f"По этим цифрам узнают: {names}. Слайды с ними не показываем, пока вы не подтвердите.")
    st.button("Показывать, школа согласна", key="shnor_show_knowing", on_click=_knowing, args=(
        session, of, show, session.who))


def _knowing(session: Session, of: Shows, show: Show, who: str) -> None:
    rights.refuse(session.actor)
    of.kept.change(show.id, knowingly=who)


def _unseen(session: Session) -> None:
    if not served():
        return
    names = {card.school_id: card.name for card in cache.built(session, schools.cards, session.day)}
    waiting = sorted({names.get(one.school, one.school) for one in shows.not_seen(session.store)},
                     key=wording.by_number)
    if waiting:
        html.text(f"Ещё не видели своих новых цифр: {wording.listed(waiting)}. Этих цифр в показе пока нет.")


def _guests(session: Session, of: Shows, show: Show) -> None:
    if not served():
        return
    wanted = st.toggle("Открыть гостям семинара", show.guests, key=f"shnor_show_guests_{show.id}")
    if wanted != show.guests:
        rights.refuse(session.actor)
        of.kept.change(show.id, guests=wanted)
        st.rerun()

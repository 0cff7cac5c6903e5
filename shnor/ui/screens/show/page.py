"""The page «Показ на семинаре»."""

import streamlit as st

from shnor import config, wording
from shnor.errors import ShnorError
from shnor.service.centre import schools
from shnor.service.centre.setup import refuse_personal
from shnor.service.show import deck, ready
from shnor.service.show.deck import Built
from shnor.shows import NoShow, Show, Shows
from shnor.store import rights
from shnor.ui.kit import errors, html, without_data
from shnor.ui.kit.html import joined, tag
from shnor.ui.kit.plain import plain
from shnor.ui.run import cache, shows
from shnor.ui.run.session import Session
from shnor.ui.screens.show import arriving, beforehand, files, made, slides

CHOSEN = "show"
"""Name of the choice in the address."""


def draw(session: Session) -> None:
    of = shows.of(session.store)
    if not session.changes:
        _watched(session, of)
        return
    kept = of.kept.all()
    if not kept and not cache.built(session, schools.cards, session.day):
        without_data.offer("Показать пока нечего: в базе нет ни одной школы. Слайды соберутся из списка школ, дорожных "
                           "карт, курсов, опросов и результатов.")
        return
    arriving.draw(session, of, kept)
    chosen = _chosen(of, kept)
    if chosen is None:
        html.text("Слайды из цифр базы: школы под буквами, у каждого числа источник. Выберите набор, он соберётся сам.",
                  mark="shnor-lead")
        _new(session, of)
        return
    try:
        built = made.made(session.store, chosen)
    except ShnorError as error:
        html.text(str(error), mark="shnor-error")
        return
    _head(session, of, kept, chosen, built)
    left, right = st.columns([7, 5])
    with left:
        slides.listed(session, of, chosen, built)
    with right:
        files.draw(session, chosen, built)
        slides.draw(session, of, chosen, built)
        beforehand.draw(session, of, chosen, built)
    with st.expander("Новый показ"):
        _new(session, of)


def _chosen(of: Shows, kept: list[Show]) -> Show | None:
    """Of the address, else the one changed last."""
    try:
        return of.kept.get(st.query_params[CHOSEN]) if CHOSEN in st.query_params else kept[0] if kept else None
    except NoShow as error:
        html.text(str(error), mark="shnor-error")
        return kept[0] if kept else None


def _new(session: Session, of: Shows) -> None:
    with st.container(horizontal=True):
        for key, offered in ready.SETS.items():
            if st.button(plain(offered.title), key=f"shnor_show_new_{key}",
                         type="primary" if key == "12" else "secondary"):
                _begun(session, of, key)


def _begun(session: Session, of: Shows, key: str) -> None:
    rights.refuse(session.actor)
    with session.view() as view:
        order = deck.order(view, session.day)
    number = sum(1 for show in of.kept.all() if show.name.startswith("Семинар"))
    name = f"Семинар {wording.day(session.today)}" + (f", {number + 1}" if number else "")
    new = of.kept.make(name, ready.items(ready.SETS[key].keys), order, by=session.who)
    st.query_params[CHOSEN] = new.id
    st.rerun()


def _renamed(of: Shows, show: Show, name: str) -> None:
    """Raises ShnorError where the name is somebody's."""
    refuse_personal(name)
    of.kept.change(show.id, name=name)


def _head(session: Session, of: Shows, kept: list[Show], chosen: Show, built: Built) -> None:
    seconds = sum(slide.seconds for slide in built.deck.shown)
    with st.container(horizontal=True, vertical_alignment="bottom", key="shnor_show_head"):
        html.show(tag("<a class='shnor-show-open' target='_blank' href='{}'>Показать ▸</a>", address(chosen)))
        if len(kept) > 1:
            names = {show.id: show.name for show in kept}
            st.selectbox("Показ", [*names], index=[*names].index(chosen.id), format_func=names.__getitem__,
                         key=f"shnor_show_which_{chosen.id}", on_change=_other, args=(chosen.id,), width=280)
        name = st.text_input("Название", chosen.name, key=f"shnor_show_name_{chosen.id}", width=320)
        if name.strip() and name.strip() != chosen.name:
            rights.refuse(session.actor)
            errors.again_after(lambda: _renamed(of, chosen, name))
    minutes = wording.counted(max(1, round(seconds / 60)), "минута", "gen")
    html.text(f"{wording.counted(len(built.deck.shown), 'слайд')}, около {minutes}. Откроется в новой вкладке: "
              "стрелки листают, S — откуда цифры, T — время, N — заметки, F — во весь экран.", mark="shnor-small")


def _other(before: str) -> None:
    st.query_params[CHOSEN] = st.session_state[f"shnor_show_which_{before}"]


def address(show: Show) -> str:
    return config.outside(f"/shnor/show/{show.id}")


def _watched(session: Session, of: Shows) -> None:
    """For who looks on: shows that may be opened."""
    kept = [show for show in of.kept.all() if session.scope.role != "guest" or show.guests]
    if not kept:
        html.text("Показов для гостей пока нет: координатор откроет их к семинару.", mark="shnor-lead")
        return
    html.show(joined(tag("<p class='shnor-lead'><a target='_blank' href='{}'>{} ▸</a></p>", address(show), show.name)
                     for show in kept))

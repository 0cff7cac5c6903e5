"""What stands above every page: whose base, which day, whether it is the demo or a past state."""

from datetime import date

import streamlit as st

from shnor import config, wording
from shnor.service.centre import schools
from shnor.service.centre.setup import refuse_people
from shnor.ui.kit import context, errors, html, over
from shnor.ui.kit.plain import plain
from shnor.ui.kit.start import example
from shnor.ui.run import access, cache, copying
from shnor.ui.run.session import WHO, Session, choose_base, current, forget, look_again, served, settings


def opened() -> Session:
    """Draw the frame; every page begins with this line."""
    session = current()
    copying.ask(session)
    context.begin()
    _bar(session)
    if session.store.lost and session.scope.role == "coordinator":
        html.text(session.store.lost.sentence, mark="shnor-error")
    if session.published:
        _published(session)
    if session.past:
        _past(session)
    if session.as_school:
        _as_school(session)
    return session


def _bar(session: Session) -> None:
    """In the line of the menu, at its right."""
    name = session.municipality or "Мои школы"
    with st.container(horizontal=True, vertical_alignment="center", key="shnor_frame"):
        html.show(html.tag("<p class='shnor-place'><b title='{}'>{}</b>{}</p>", name, name,
                           _demo() if session.demo else html.NOTHING))
        if not session.scope.sees_all:
            html.text(f"на {wording.day(session.day)}", mark="shnor-small")
        elif st.button(f"на {wording.day(session.day)}", type="tertiary", help="На какой день считать"):
            _choose_day(session)
        if served():
            html.show(html.tag("<a class='shnor-leave' href='{}' title='Кто вошёл. Нажмите, чтобы выйти'>{}</a>",
                               config.outside(access.LEAVE), session.who))
        elif st.button(plain(session.who), type="tertiary", help="Кто работает и с чем"):
            _choose_who(session)


@st.dialog("На какой день считать")
@over.asked
def _choose_day(session: Session) -> None:
    chosen = st.date_input("День", value=session.day, format="DD.MM.YYYY", key="shnor_day",
                           min_value=date(2015, 1, 1), max_value=date(2100, 12, 31))
    if st.button("Показать", type="primary") and chosen:
        forget("day")
        if chosen != session.today:
            st.query_params["day"] = chosen.isoformat()
        st.rerun()
    if session.day != session.today and st.button(f"Вернуться к {wording.day(session.today)}"):
        forget("day")
        st.rerun()


@st.dialog("Кто работает и с чем")
@over.asked
def _choose_who(session: Session) -> None:
    chosen = st.radio("Этим именем подписывается журнал действий", WHO, index=WHO.index(session.who))
    if st.button("Запомнить", type="primary"):
        st.session_state["who"] = chosen
        st.rerun()
    if not session.demo and session.changes:
        name = st.text_input("Название муниципалитета", value=session.municipality,
                             placeholder="Приозёрный муниципальный округ")
        if name != session.municipality:
            errors.again_after(lambda: _named(session, name))
    _other_base(session)


def _named(session: Session, name: str) -> None:
    """Raises ShnorError where it is the name of a person."""
    refuse_people(name)
    session.store.describe(session.actor, municipality=name)


def _other_base(session: Session) -> None:
    """The way to the other base, where there is a choice."""
    if settings().database:
        return
    if session.demo and st.button("Перейти к моим школам"):
        choose_base("own")
        st.rerun()
    if not session.demo and st.button("Посмотреть пример"):
        example()
    if not session.demo and st.button("Пример с одной школой перечня"):
        example("zarechny")


def _demo() -> html.Markup:
    """A thin stripe on top of every screen and a word beside the name."""
    return html.tag("<span class='shnor-demo' title='{}'>пример<span>, данные вымышлены</span></span>"
                    "<i class='shnor-stripe'></i>", "Такого округа и таких школ нет. Ваши школы хранятся отдельно.")


def _published(session: Session) -> None:
    html.text(f"Составлено по опубликованному документу: {session.municipality}, на {wording.day(session.today)}. "
              "Чего в документе нет, того нет и здесь.", mark="shnor-small")


def _past(session: Session) -> None:
    html.text(html.Marked("Показано, как было: ", "shnor-strong"),
              f"состояние {session.state} из {session.store.state}. Новые файлы здесь не видны.", mark="shnor-past")
    st.button("Вернуться к нынешнему состоянию", on_click=forget, args=("state",), key="shnor_now")


def _as_school(session: Session) -> None:
    names = {card.school_id: card.name for card in cache.built(session, schools.cards, session.day)}
    name = names.get(session.as_school, session.as_school)
    html.text(html.Marked("Вы смотрите как директор: ", "shnor-strong"), name,
              ". Здесь только то, что видит эта школа, и ничего нельзя изменить.", mark="shnor-past")
    st.button("Вернуться к своему виду", on_click=look_again, key="shnor_look_again")

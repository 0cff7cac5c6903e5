"""The page «Кто входит»: who has an access, the link for a letter, what is open now, what was done."""

from collections.abc import Sequence

import streamlit as st

from shnor.access import Entry, Person, journal
from shnor.access.entry import LINK
from shnor.access.people import OF_SCHOOLS, ROLES
from shnor.scope import Role
from shnor.service.centre import schools
from shnor.service.centre.setup import refuse_personal
from shnor.store import rights
from shnor.ui.kit import errors, html
from shnor.ui.run import access, cache
from shnor.ui.run.session import Session, settings

MADE = "shnor_link_made"
LETTER = """Здравствуйте.

Доступ к мониторингу открыт: {title}.
Ссылка для первого входа (откроется один раз, действует {days} дней):
{address}

Имя входа: {login}. Пароль вы придумаете сами."""


def draw(session: Session) -> None:
    entry, names = access.entry(), _names(session)
    _letter()
    _people(entry, names)
    left, right = st.columns(2)
    with left:
        _new(session, entry, names)
    with right:
        _change(session, entry, names)
    _open(session, entry)
    _journal(session, entry)


def _names(session: Session) -> dict[str, str]:
    return {card.school_id: card.name for card in cache.built(session, schools.cards, session.day)}


def _people(entry: Entry, names: dict[str, str]) -> None:
    by_account = journal.by_account(entry.database)
    html.table(("Имя входа", "Кто это", "Вид доступа", "Школы", "Состояние"), [
        (person.login, person.title, ROLES[person.role], _schools(person, names),
         _state(person, by_account=person.login in by_account))
        for person in entry.people.all()])


def _schools(person: Person, names: dict[str, str]) -> str:
    if person.role not in OF_SCHOOLS:
        return "все" if person.role != "guest" else "ни одной"
    return ", ".join(names.get(code, f"код «{code}», в реестре нет") for code in sorted(person.schools))


def _state(person: Person, *, by_account: bool) -> str:
    if not person.active:
        return "выключен"
    ways = [words for words, given in (("пароль задан", person.has_password),
                                       ("входит через учётную запись", by_account)) if given]
    return ", ".join(ways) or "ждём первого входа"


def _new(session: Session, entry: Entry, names: dict[str, str]) -> None:
    with st.form("shnor_access_new", clear_on_submit=True):
        st.subheader("Завести доступ")
        login = st.text_input("Имя входа", placeholder="например: oosh5")
        title = st.text_input("Кто это", placeholder="например: директор МБОУ ООШ № 5",
                              help="Фамилия не нужна: программа не хранит имён тех, кто входит")
        role = st.selectbox("Вид доступа", [*ROLES], format_func=ROLES.__getitem__, index=[*ROLES].index("director"))
        own = st.multiselect("Школы (директору и куратору)", [*names], format_func=names.__getitem__)
        if st.form_submit_button("Завести и сделать ссылку", type="primary"):
            errors.again_after(lambda: _added(entry, session, login, title, role, own))


def _added(entry: Entry, session: Session, login: str, title: str, role: Role, own: Sequence[str]) -> None:
    """Raises ShnorError also where the words name a person."""
    refuse_personal(title, login)
    _invited(entry, entry.people.add(login, title, role, own, by=_by(session)), session)


def _change(session: Session, entry: Entry, names: dict[str, str]) -> None:
    people = {person.login: person for person in entry.people.all()}
    if not people:
        return
    with st.container(border=True):
        st.subheader("Изменить доступ")
        login = st.selectbox("Кому", [*people], format_func=lambda one: f"{one}: {people[one].title}", index=None,
                             placeholder="Выберите")
        if login is None:
            return
        person = people[login]
        with st.container(horizontal=True):
            if person.active and st.button("Новая ссылка", help="Первый вход или забытый пароль"):
                errors.again_after(lambda: _invited(entry, person, session))
            if st.button("Выключить" if person.active else "Включить"):
                errors.again_after(lambda: entry.people.switch(login, not person.active, by=_by(session)))
        if person.role in OF_SCHOOLS:
            own = st.multiselect("Школы", [*names], default=sorted(person.schools & names.keys()),
                                 format_func=names.__getitem__, key=f"shnor_access_schools_{login}")
            if set(own) != person.schools and st.button("Сохранить школы"):
                errors.again_after(lambda: entry.people.change(login, person.role, own, by=_by(session)))


def _invited(entry: Entry, person: Person, session: Session) -> None:
    word = entry.invite(person.login, by=_by(session))
    st.session_state[MADE] = LETTER.format(title=person.title, login=person.login, days=LINK.days,
                                           address=f"{settings().origin}{access.LINK}?w={word}")


def _by(session: Session) -> str:
    """How the journal of accesses calls who does it. Raises NotAllowed where they may no longer."""
    rights.refuse(session.actor)
    return session.login


def _letter() -> None:
    """The link is shown once: only its hash is kept."""
    if letter := st.session_state.pop(MADE, ""):
        html.text("Письмо со ссылкой. Скопируйте его сейчас: второй раз ссылка не покажется.", mark="shnor-lead")
        st.code(letter, language=None, wrap_lines=True)


def _open(session: Session, entry: Entry) -> None:
    found = entry.sessions.open()
    with st.expander(f"Открытые входы: {len(found)}"):
        html.table(("Имя входа", "Вошли", "Последний раз", "Адрес"), [
            (one.login, _moment(session, one.made), _moment(session, one.seen), one.address) for one in found])
        if found:
            number = st.selectbox("Завершить вход", [one.number for one in found], format_func=_named(found))
            if st.button("Завершить"):
                errors.again_after(lambda: entry.sessions.end(number, by=_by(session)))


def _named(found: Sequence):
    told = {one.number: f"{one.login}, {one.address}" for one in found}
    return told.__getitem__


def _journal(session: Session, entry: Entry) -> None:
    with st.expander("Что делали с доступом"):
        html.table(("Когда", "Кто", "Что", "О ком"), [
            (_moment(session, line.at), line.by, line.deed, line.about)
            for line in journal.lines(entry.database)])


def _moment(session: Session, moment) -> str:
    return f"{moment.astimezone(session.zone):%d.%m.%Y %H:%M}"

"""Names as papers write them: in six cases, and of which days. Proposed from a dictionary, corrected once."""

from collections.abc import Mapping

import streamlit as st

from shnor import wording
from shnor.sentences.names import Cases, gender
from shnor.service.centre import names, setup
from shnor.service.centre.cases import TITLES
from shnor.service.centre.schools import cards
from shnor.ui.kit import errors, html
from shnor.ui.kit.plain import plain
from shnor.ui.run.session import Session

TOLD = "shnor_in_cases_told"
WIDTH = 960
"""As the questions of «С чего начать»."""
GENDERS = {"f": "женский (школа, гимназия)", "m": "мужской (лицей, центр)", "n": "средний (учреждение)"}
PROPOSED = "Падежи предложены по словарю. Прочитайте вслух и поправьте, если что-то не так."
ASKED = ("Это название программа не берётся склонять: впишите падежи сами. Пока они не заполнены, в справку название в "
         "них не попадёт.")


def fields(what: str, cases: Cases) -> Cases:
    """The five cases beside the name, inside a form: proposed, or empty to be filled in."""
    html.text(PROPOSED if all(cases) else ASKED, mark="shnor-small" if all(cases) else "shnor-question")
    sides = st.columns(2)
    said = {case: sides[place % 2].text_input(plain(title), value=getattr(cases, case),
                                              key=f"shnor_{what}_{case}_{cases.nom}")
            for place, (case, title) in enumerate(list(TITLES.items())[1:])}
    return Cases(cases.nom, **said)


def whole(cases: Cases) -> bool:
    """Whether every case is filled in; else it is asked for."""
    missing = [title.split(" (")[0].lower() for title, form in zip(TITLES.values(), cases, strict=True)
               if not form.strip()]
    if missing:
        html.text(f"Впишите: {wording.listed(missing)}.", mark="shnor-question")
    return not missing


def settings(session: Session) -> None:
    """Of the municipality, the centre, authorities, posts and schools; what was called otherwise before stays below."""
    st.header("Названия в падежах")
    if session.demo or session.published:
        html.text("Это пример: названия в нём вымышлены и не меняются.")
        return
    if told := st.session_state.pop(TOLD, ""):
        html.text(told, mark="shnor-small")
    with st.expander("Как названия пишутся в справке"), st.container(width=WIDTH):
        _chosen(session)


def _chosen(session: Session) -> None:
    html.text("Если название сменилось, впишите новое и день, с которого оно действует: в документах за прежние дни "
              "останется прежнее.")
    about, known = session.store.about(), _registered(session)
    what = st.selectbox("Что", [*names.TOPICS, *known], key="shnor_in_cases",
                        format_func=lambda one: names.TOPICS.get(one) or known[one])
    kept = names.history(about, what)
    now = kept[-1].cases.nom if kept else known.get(what, "")
    name = " ".join(st.text_input("Название", value=now, key=f"shnor_name_{what}").split())
    if name:
        _edit(session, what, name, about, is_new=bool(kept) and name != now)
    _former(kept[:-1])


def _edit(session: Session, what: str, name: str, about: Mapping[str, str], *, is_new: bool) -> None:
    with st.form(f"shnor_named_{what}"):
        said = fields(what, setup.cases_of(about, what, name))
        chosen = "" if what in names.TOPICS else _gender(what, name, about.get(f"{what}_gender") or gender(name))
        since = st.date_input("Действует с", value=None, format="DD.MM.YYYY", key=f"shnor_since_{what}_{name}",
                              help="Пусто: прежнее название было написано с ошибкой.") if is_new else None
        sent = st.form_submit_button("Сохранить", type="primary")
    if sent and whole(said) and errors.done(
            lambda: setup.keep_name(session.store, what, said, session.actor, since, gender=chosen)):
        st.session_state[TOLD] = f"Записано: {name}."
        st.rerun()


def _gender(what: str, name: str, now: str) -> str:
    return st.selectbox("Род: «школа вошла», «лицей вошёл»", list(GENDERS), format_func=lambda one: GENDERS[one],
                        index=list(GENDERS).index(now), key=f"shnor_gender_{what}_{name}")


def _former(kept: tuple[names.Named, ...]) -> None:
    if kept:
        html.text("Прежние названия:", mark="shnor-small")
        html.items([f"{one.cases.nom}, по {wording.day(one.until)}" for one in kept if one.until])


def _registered(session: Session) -> dict[str, str]:
    with session.view(newest=True) as view:
        return {names.of_school(card.school_id): card.name for card in cards(view, session.today)}

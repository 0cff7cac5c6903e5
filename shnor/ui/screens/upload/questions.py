"""Questions that several files of the tray, or cells of one, have in common: asked once above the files."""

import re
from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from shnor import wording
from shnor.loaders.types import KEEP, Choice, Issue
from shnor.service.intake.drop import Reviewed
from shnor.service.intake.questions import Shared, sameness, shared
from shnor.ui.kit import html
from shnor.ui.kit.plain import plain
from shnor.ui.run.tray import Tray

NAMED, LONGEST = 4, 160
ANSWERS = 2
"""More answers than that are folded."""
AT_ONCE = 4
"""So many questions are shown: one that is answered makes room for the next."""
BUTTONS = 7
"""More ready answers than that are a list to choose from."""
Common = frozenset[tuple[str, Issue]]
"""Key of a file and an issue of it that is asked above the files."""


def ask(reviewed: Mapping[str, Reviewed], mine: Tray, schools: Sequence[str] = ()) -> Common:
    """Draw them; a question that the person wants to answer file by file stays beside its files. schools: names to
    choose from where a file has one nobody knows."""
    groups = shared(reviewed)
    if not groups:
        return frozenset()
    together: list[Shared] = []
    with st.container(border=True, key="shnor_shared"):
        html.text(html.Marked(f"Общие вопросы: {len(groups)}. ", "shnor-strong"),
                  "Один ответ относится ко всем названным файлам и ячейкам.")
        for place, group in enumerate(groups):
            if len(together) == AT_ONCE:
                together += groups[place:]
                html.text(f"И ещё {wording.counted(len(groups) - place, 'вопрос')}: появятся после этих ответов.",
                          mark="shnor-small")
                break
            with st.container(key=f"shnor_shared_{group.id}"):
                if _question(group, reviewed, mine, schools):
                    together.append(group)
    return frozenset(place for group in together for place in group.places)


def _question(group: Shared, reviewed: Mapping[str, Reviewed], mine: Tray, schools: Sequence[str]) -> bool:
    """Whether it is asked here."""
    html.text(group.message, mark="shnor-error" if group.severity == "error" else "shnor-question")
    html.text(where(group, reviewed), mark="shnor-small")
    if st.session_state.get(f"shnor_apart_{group.id}"):
        st.checkbox("Отвечать на каждый отдельно", key=f"shnor_apart_{group.id}")
        return False
    with st.container(horizontal=True, vertical_alignment="bottom"):
        choose(group.issue.choices, f"shnor_shared_choice_{group.id}",
               lambda number: mine.answer_all(group.chosen(number)))
        choose_school(group.issue, schools, f"shnor_shared_school_{group.id}",
                      lambda name: mine.answer_all(group.written(name)))
        if not group.issue.topic:
            with st.popover("другое…"):
                named = f" вместо «{group.issue.value}»" if group.issue.value else ""
                st.text_input(plain(f"Что записать{named} во всех этих местах"), key=f"shnor_shared_other_{group.id}",
                              on_change=_other, args=(group, mine))
    st.checkbox("Отвечать на каждый отдельно", key=f"shnor_apart_{group.id}")
    return True


def answered(reviewed: Mapping[str, Reviewed], mine: Tray) -> None:
    """Answers that went to several files at once, each with one way back; many of them folded."""
    groups: dict[tuple, list[tuple[str, Issue]]] = {}
    for key, item in reviewed.items():
        for place, value in item.incoming.answers.items():
            if issue := mine.asked.get((key, *place)):
                groups.setdefault((sameness(issue), value), []).append((key, issue))
    told = [(value, Shared(tuple(places))) for (_, value), places in groups.items()
            if len({key for key, _ in places}) > 1]
    if len(told) <= ANSWERS:
        _ways_back(told, reviewed, mine)
        return
    piece = st.expander(f"Ваши ответы сразу для нескольких файлов: {len(told)}", key="shnor_answers", on_change="rerun")
    with piece:
        _ways_back(told if piece.open else (), reviewed, mine)


def _ways_back(told: Sequence[tuple[str, Shared]], reviewed: Mapping[str, Reviewed], mine: Tray) -> None:
    for number, (value, group) in enumerate(told):
        with st.container(horizontal=True, vertical_alignment="center"):
            html.text(f"Ваш ответ: {said(value, group.issue)} — {in_short(group.message)} {where(group, reviewed)}",
                      mark="shnor-small")
            st.button("Спросить снова", key=f"shnor_shared_again_{group.id}_{number}", type="tertiary",
                      on_click=mine.ask_all_again, args=([(key, *issue.key) for key, issue in group.places],))


def said(value: str, issue: Issue | None) -> str:
    """An answer as its button says it."""
    label = next((choice.label for choice in issue.choices if choice.value == value), "") if issue else ""
    return f"«{label}»" if label else "как в документе" if value == KEEP else f"«{value}»" if value else "пусто"


def in_short(message: str) -> str:
    """The beginning of a question, up to the end of its first sentence."""
    first = re.split(r"(?<=[а-яё»)\d][.?]) (?=[А-ЯЁ])", message, maxsplit=1)[0]
    return first if len(first) <= LONGEST else f"{first[:LONGEST].rsplit(' ', 1)[0]}…"


def choose(choices: Sequence[Choice], key: str, chosen: Callable[[int], None], label: str = "Выберите ответ") -> None:
    """A button an answer; many of them as a list to choose from. chosen: is told the place of the answer."""
    if len(choices) <= BUTTONS:
        for number, choice in enumerate(choices):
            st.button(plain(choice.label), key=f"{key}_{number}", on_click=chosen, args=(number,))
        return

    def picked() -> None:
        if (number := st.session_state.get(f"{key}_list")) is not None:
            chosen(number)

    st.selectbox(plain(label), range(len(choices)), index=None, key=f"{key}_list", width=360, on_change=picked,
                 format_func=lambda number: choices[number].label, placeholder="Выберите из списка")


def choose_school(issue: Issue, schools: Sequence[str], key: str, chosen: Callable[[str], None]) -> None:
    """All schools there are, where a file names one nobody knows and nothing near is offered."""
    if issue.code == "unknown-school" and not issue.choices and schools:
        choose([Choice(name, name) for name in schools], key, lambda number: chosen(schools[number]),
               label="Какая это школа")


def where(group: Shared, reviewed: Mapping[str, Reviewed]) -> str:
    """«В 7 файлах: «ноябрь.xlsx», …, и ещё 2 (12 вопросов).»"""
    names = [f"«{reviewed[key].checked.file}»" for key in group.files]
    more = f" и ещё {len(names) - NAMED}" if len(names) > NAMED else ""
    places = f" ({wording.counted(len(group.places), 'вопрос')})" if len(group.places) > len(names) else ""
    return f"В {wording.counted(len(names), 'файл', 'pre')}: {', '.join(names[:NAMED])}{more}{places}."


def _other(group: Shared, mine: Tray) -> None:
    if text := st.session_state.get(f"shnor_shared_other_{group.id}"):
        mine.answer_all(group.written(text))


__all__ = ["Common", "answered", "ask", "choose", "choose_school", "in_short", "said", "where"]

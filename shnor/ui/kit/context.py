"""The one bar of choices: schools, period, procedure, subject, class, indicator, what it is compared with. A choice is
kept while a tab goes from page to page, stands in the address of every page that uses it, and goes along in every link
of ours: F5, a sent link and a second tab show the same."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from shnor import wording
from shnor.service.centre import schools
from shnor.ui.kit import html
from shnor.ui.kit.plain import plain, plainly
from shnor.ui.run import cache
from shnor.ui.run.session import Session

Choices = Mapping[str, str]
"""What is chosen, by name, as it stands in an address; a name that is not there is not chosen."""
KEPT = "shnor_context"
COMPARED, MOST = "compare", 4
"""What is put beside, at most so many."""
SETS = {"list": "школы перечня", "municipality": "муниципалитет", "before": "год назад"}
NAMES = ("schools", "school", "month", "period", "year", "procedure", "term", "stage", "subject", "grade", "indicator",
         "survey", "wave", "audience", "question", "plan", "direction", "responsible", "standing", "kind",
         "own_indicator", "addressee", "target_group", "parent", "plan_stage", "turn", "group", "factor", COMPARED)
"""Parameters that are kept from page to page and carried in links."""


@dataclass(frozen=True)
class Choice:
    """name: of NAMES. title: stands before the value («Предмет: математика»). options: values; default, else the first,
    is taken where nothing is chosen. shown: value → what people read. forget: choices that depend on it. switch: all
    options stand side by side. label: what it is called where no title stands before the value."""

    name: str
    title: str
    options: Sequence[str]
    shown: Mapping[str, str] | Callable[[str], str] = str
    width: int = 200
    forget: Collection[str] = ()
    switch: bool = False
    label: str = ""
    default: str = ""

    @property
    def called(self) -> str:
        return self.title or self.label or self.name

    def alone(self, value: str) -> str:
        """Without the title before it."""
        return self.shown(value) if callable(self.shown) else self.shown.get(value, value)

    def words(self, value: str) -> str:
        return f"{self.title}: {self.alone(value)}" if self.title else self.alone(value)


def wanted(name: str) -> str:
    """What the address says, else what this tab chose before; "" = nothing."""
    kept = st.session_state.setdefault(KEPT, {})
    if name in st.query_params:
        kept[name] = st.query_params[name]
    return kept.get(name, "")


def choices() -> Choices:
    """Of the address and of the tab, without those that are not chosen."""
    return {name: value for name in NAMES if (value := wanted(name))}


def begin() -> None:
    """At the start of every page: the address wins over what the tab kept; links carry what is chosen."""
    html.carry(tuple(choices().items()))


def settle(name: str, value: str, default: str = "") -> None:
    """What the page made of a choice: it stands in the address from now on, unless it is what stands there anyway."""
    kept = st.session_state.setdefault(KEPT, {})
    if value and value != default:
        kept[name] = value
        if st.query_params.get(name) != value:
            st.query_params[name] = value
    else:
        kept.pop(name, None)
        if name in st.query_params:
            del st.query_params[name]
    html.carry(tuple((known, kept[known]) for known in NAMES if kept.get(known)))


def bar(asked: Sequence[Choice], chosen: Mapping[str, str], comparable: Mapping[str, str] | None = None) -> None:
    """The bar; a choice with one option only is not asked. chosen: name → what is shown now. comparable: what the page
    can be compared with, see `compare`."""
    with st.container(horizontal=True, key="shnor_context", vertical_alignment="center"):
        for choice in asked:
            if len(choice.options) > 1:
                _box(choice, chosen.get(choice.name, ""))
        if comparable:
            compare(comparable)


def _box(choice: Choice, value: str) -> None:
    options = list(choice.options)
    place = options.index(value) if value in options else 0
    key = f"shnor_choice_{choice.name}_{value}"
    if choice.switch:
        st.segmented_control(plain(choice.called), options, default=options[place], format_func=plainly(choice.words),
                             required=True, wrap=True, key=key, label_visibility="collapsed", on_change=_chosen,
                             args=(choice, key))
        return
    st.selectbox(plain(choice.called), options, index=place, format_func=choice.words, width=choice.width, key=key,
                 label_visibility="collapsed", on_change=_chosen, args=(choice, key))


def segments(choice: Choice, value: str) -> None:
    """The same for a few options that stand beside each other: parts of a page of which one alone is drawn."""
    options = list(choice.options)
    key = f"shnor_choice_{choice.name}_{value}"
    st.segmented_control(plain(choice.title or choice.name), options, default=value if value in options else options[0],
                         required=True, key=key, format_func=plainly(choice.alone),
                         label_visibility="collapsed", on_change=_chosen, args=(choice, key))


def _chosen(choice: Choice, key: str) -> None:
    for name in choice.forget:
        settle(name, "")
    settle(choice.name, str(st.session_state[key]), choice.default or str(choice.options[0]))


def compared(chosen: Choices) -> tuple[str, ...]:
    """What a page is asked to put beside: codes of schools, «list», «municipality», «before»."""
    return tuple(part for part in chosen.get(COMPARED, "").split(",") if part)[:MOST]


def compare(options: Mapping[str, str]) -> tuple[str, ...]:
    """«Сравнить с…»: options: code → name. What was chosen before and is none of them is left out here, not
    forgotten."""
    chosen = [code for code in compared(choices()) if code in options]
    more = f" и ещё {len(chosen) - 1}" if len(chosen) > 1 else ""
    words = f"{options[chosen[0]]}{more}" if chosen else ""
    with st.popover(plain(f"Сравнить: {words}" if words else "Сравнить с…"), width="content"):
        key = f"shnor_compare_{'_'.join(chosen)}"
        st.multiselect("С чем сравнить, не больше четырёх", list(options), default=chosen, key=key,
                       format_func=options.__getitem__, max_selections=MOST, on_change=_compare, args=(key,))
    return tuple(chosen)


def not_comparable(chosen: Choices, options: Mapping[str, str], shown: str = "") -> list[str]:
    """What is asked to be put beside and cannot be. shown: what stands on the page anyway."""
    return [code for code in compared(chosen) if code not in options and code != shown]


def left_out(session: Session, options: Mapping[str, str], shown: str = "", why: str = "") -> None:
    """Names what a page before was compared with and this one cannot be. shown: what stands on the page anyway."""
    if gone := not_comparable(choices(), options, shown):
        names = {card.school_id: card.name for card in cache.built(session, schools.cards, session.day)} | SETS
        named = wording.listed([names.get(code) or f"школа с кодом «{code}»" for code in gone])
        html.text(f"Сравнить нельзя: {named}{why}.", mark="shnor-small")


def _compare(key: str) -> None:
    settle(COMPARED, ",".join(st.session_state[key]))

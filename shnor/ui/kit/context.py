"""The one bar of choices: schools, period, procedure, subject, class, indicator, what it is compared with. A choice is
kept while a tab goes from page to page, stands in the address of every page that uses it, and goes along in every link
of ours: F5, a sent link and a second tab show the same."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from shnor.ui.kit import html

KEPT = "shnor_context"
COMPARED, MOST = "compare", 4
"""What is put beside, at most so many."""
NAMES = ("schools", "school", "period", "year", "procedure", "term", "stage", "subject", "grade", "indicator", "survey",
         "wave", "audience", "question", "plan", "direction", "responsible", COMPARED)
"""Parameters that are kept from page to page and carried in links."""


@dataclass(frozen=True)
class Choice:
    """name: of NAMES. title: stands before the value («Предмет: математика»). options: values; the first is taken where
    nothing is chosen. shown: value → what people read. forget: choices that depend on it."""

    name: str
    title: str
    options: Sequence[str]
    shown: Mapping[str, str] | Callable[[str], str] = str
    width: int = 200
    forget: Collection[str] = ()

    def words(self, value: str) -> str:
        text = self.shown(value) if callable(self.shown) else self.shown.get(value, value)
        return f"{self.title}: {text}" if self.title else text


def wanted(name: str) -> str:
    """What the address says, else what this tab chose before; "" = nothing."""
    kept = st.session_state.setdefault(KEPT, {})
    if name in st.query_params:
        kept[name] = st.query_params[name]
    return kept.get(name, "")


def begin() -> None:
    """At the start of every page: the address wins over what the tab kept; links carry what is chosen."""
    chosen = {name: wanted(name) for name in NAMES}
    html.carry(tuple((name, value) for name, value in chosen.items() if value))


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


def bar(choices: Sequence[Choice], chosen: Mapping[str, str]) -> None:
    """The bar; choices with one option only are not asked. chosen: name → what is shown now."""
    with st.container(horizontal=True, key="shnor_context", vertical_alignment="center"):
        for choice in choices:
            if len(choice.options) > 1:
                _box(choice, chosen.get(choice.name, ""))


def _box(choice: Choice, value: str) -> None:
    options = list(choice.options)
    place = options.index(value) if value in options else 0
    key = f"shnor_choice_{choice.name}_{value}"
    st.selectbox(choice.title or choice.name, options, index=place, format_func=choice.words, width=choice.width,
                 key=key, label_visibility="collapsed", on_change=_chosen, args=(choice, key))


def _chosen(choice: Choice, key: str) -> None:
    for name in choice.forget:
        settle(name, "")
    settle(choice.name, str(st.session_state[key]), str(choice.options[0]))


def compared() -> tuple[str, ...]:
    """What the page is asked to put beside: codes of schools, «list», «municipality», «before»."""
    return tuple(part for part in wanted(COMPARED).split(",") if part)[:MOST]


def compare(options: Mapping[str, str]) -> tuple[str, ...]:
    """«Сравнить с…»: options: code → name. What was chosen before and is none of them is left out here, not
    forgotten."""
    chosen = [code for code in compared() if code in options]
    words = ", ".join(options[code] for code in chosen)
    with st.popover(f"Сравнить: {words}" if words else "Сравнить с…", width="content"):
        key = f"shnor_compare_{'_'.join(chosen)}"
        st.multiselect("С чем сравнить, не больше четырёх", list(options), default=chosen, key=key,
                       format_func=options.__getitem__, max_selections=MOST, on_change=_compare, args=(key,))
    return tuple(chosen)


def _compare(key: str) -> None:
    settle(COMPARED, ",".join(st.session_state[key]))

"""A choice that lives in the address: a link to the page shows the same figures to anyone."""

from collections.abc import Callable, Collection, Sequence
from typing import Any

import streamlit as st

from shnor.ui.kit.plain import plain


def box(title: str, name: str, options: Sequence[Any], chosen: Any, *, width: int,
        shown: Callable[[Any], str] = str, forget: Collection[str] = (), label: bool = True) -> None:
    """name: of the parameter in the address; forget: parameters that depend on it and are dropped with a new choice.
    What is chosen comes from the address at the next run."""
    key = f"shnor_choice_{title}_{chosen}"
    st.selectbox(plain(title), options, index=options.index(chosen), format_func=shown, width=width, key=key,
                 label_visibility="visible" if label else "collapsed", on_change=_keep, args=(name, key, forget))


def _keep(name: str, key: str, forget: Collection[str]) -> None:
    st.query_params[name] = str(st.session_state[key])
    for other in forget:
        st.query_params.pop(other, None)


def number(name: str) -> int | None:
    """A whole number of the address; None: there is none."""
    text = st.query_params.get(name, "")
    return int(text) if text.isdigit() else None

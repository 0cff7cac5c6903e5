"""A block that comes from its page by «в показ»: into which show, and then it is the last of its slides."""

import secrets
from collections.abc import Sequence

import streamlit as st

from shnor.service.show import deck, ready
from shnor.shows import Item, Show, Shows
from shnor.store import rights
from shnor.ui.kit import context, html
from shnor.ui.kit.plain import plain
from shnor.ui.run.session import Session
from shnor.ui.screens.show import again
from shnor.ui.screens.show.made import piece

ADD, BLOCK = "add", "block"
"""Names in the address: the page and the block on it."""


def draw(session: Session, of: Shows, kept: Sequence[Show]) -> None:
    """Nothing is kept before it is pressed: an address alone changes nothing."""
    page, block = st.query_params.get(ADD, ""), st.query_params.get(BLOCK, "")
    if page not in again.WAYS or not block:
        return
    recipe = again.recipe(session, page, block, context.choices())
    found = again.again(session, recipe)
    with st.container(border=True, key="shnor_show_arriving"):
        if found.shown is None:
            html.text(found.why, mark="shnor-error")
            return
        title = piece(found.shown).title
        html.text(html.Marked("В показ: ", "shnor-strong"), title)
        item = Item(f"block-{secrets.token_hex(3)}", "block", page, block, recipe.choices, title)
        with st.container(horizontal=True):
            for show in kept[:3]:
                st.button(plain(f"Добавить в «{show.name}»"), key=f"shnor_show_into_{show.id}", on_click=_added,
                          args=(session, of, show, item))
            st.button("Новый показ из этого слайда", on_click=_begun, args=(session, of, item))
            st.button("Не добавлять", type="tertiary", on_click=_forgotten)


def _added(session: Session, of: Shows, show: Show, item: Item) -> None:
    rights.refuse(session.actor)
    of.kept.change(show.id, items=(*show.items, item))
    _forgotten()
    st.query_params["show"] = show.id


def _begun(session: Session, of: Shows, item: Item) -> None:
    rights.refuse(session.actor)
    with session.view() as view:
        order = deck.order(view, session.day)
    made = of.kept.make("Показ", (*ready.items(["title"]), item), order, by=session.who)
    _forgotten()
    st.query_params["show"] = made.id


def _forgotten() -> None:
    for name in (ADD, BLOCK):
        st.query_params.pop(name, None)

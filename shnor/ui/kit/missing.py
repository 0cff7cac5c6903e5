"""An address of ours that no page has, or none that is open to who asks: a sentence, not another page instead."""

from collections.abc import Collection
from urllib.parse import unquote, urlsplit

import streamlit as st

from shnor import config
from shnor.ui.kit import frame, html


def asked(known: Collection[str]) -> str:
    """The name in the address, where it is none of these; "" where all is well."""
    name = unquote(urlsplit(st.context.url or "").path).removeprefix(config.outside("")).strip("/")
    return "" if name in known else name


def closed(home: html.Link | None) -> None:
    """home: the first page they have; None = there is none."""
    frame.opened()
    st.title("Эта страница вам не открыта")
    if home:
        html.text("Она для работников центра. Откройте страницу ", home, ".", mark="shnor-lead")
    else:
        html.text("Она для работников центра. Если она нужна вам, попросите координатора.", mark="shnor-lead")


def tell(name: str) -> None:
    frame.opened()
    st.title("Такой страницы нет")
    html.text(f"По адресу «/{name}» ничего нет: возможно, ссылка набрана с опечаткой. Разделы — в меню вверху, ",
              html.Link("«Обзор»", "overview"), " — первая страница.", mark="shnor-lead")

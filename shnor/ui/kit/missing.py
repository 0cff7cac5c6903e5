"""An address of ours that no page has: a sentence, not another page without a word."""

from collections.abc import Collection
from urllib.parse import unquote, urlsplit

import streamlit as st

from shnor.ui.kit import frame, html


def asked(known: Collection[str]) -> str:
    """The name in the address, where it is none of these; "" where all is well."""
    name = unquote(urlsplit(st.context.url or "").path).strip("/")
    return "" if name in known else name


def tell(name: str) -> None:
    frame.opened()
    st.title("Такой страницы нет")
    html.text(f"По адресу «/{name}» ничего нет: возможно, ссылка набрана с опечаткой. Разделы — в меню вверху, ",
              html.Link("«Обзор»", "overview"), " — первая страница.", mark="shnor-lead")

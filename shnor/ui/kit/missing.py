"""An address of ours that no page has, or none that is open to who asks: a sentence, not another page instead."""

from collections.abc import Collection
from urllib.parse import unquote, urlsplit

import streamlit as st

from shnor import config, wording
from shnor.ui.kit import frame, html


def asked(known: Collection[str]) -> str:
    """The name in the address, where it is none of these; "" where all is well."""
    name = unquote(urlsplit(st.context.url or "").path).removeprefix(config.outside("")).strip("/")
    return "" if name in known else name


def closed(home: str) -> None:
    """home: title of the page they have, "" = none."""
    frame.opened()
    st.title("Эта страница вам не открыта")
    html.text("Её видит координатор. ", f"Ваша первая страница — {wording.quoted(home)}, она в меню вверху." if home
              else "Если она нужна вам, попросите его.", mark="shnor-lead")


def tell(name: str) -> None:
    frame.opened()
    st.title("Такой страницы нет")
    html.text(f"По адресу «/{name}» ничего нет: возможно, ссылка набрана с опечаткой. Разделы — в меню вверху, ",
              html.Link("«Обзор»", "overview"), " — первая страница.", mark="shnor-lead")

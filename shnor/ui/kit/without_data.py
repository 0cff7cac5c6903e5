"""A page without data: which files would fill it, the empty forms, the way to the intake; a year without them."""

from collections.abc import Sequence
from datetime import date
from functools import partial

import streamlit as st

from shnor import wording, wording_time
from shnor.datasets import KINDS
from shnor.service.centre import templates
from shnor.ui.kit import html


def offer(text: str, *kinds: str) -> None:
    """text: what is missing and which files bring it; kinds: whose empty forms are offered."""
    html.text(text, mark="shnor-lead")
    if kinds:
        with st.container(horizontal=True):
            for kind in kinds:
                title = KINDS[kind].title
                st.download_button(f"Пустая форма «{title}»", file_name=f"{title}.xlsx", key=f"shnor_form_{kind}",
                                   data=partial(templates.kind_template, kind))
    st.page_link("upload.py", label="Открыть приём отчётов")


def empty_year(day: date, shown: int, years: Sequence[int]) -> None:
    """In January: the year of the day has no rows yet, an older one is shown. years: with rows, newest first."""
    if years and shown == years[0] < day.year:
        html.text(wording.capital(f"{wording_time.no_rows(day.year, shown)}."), mark="shnor-small")

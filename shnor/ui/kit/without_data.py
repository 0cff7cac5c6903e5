"""A page without data: which files would fill it, the empty forms, the way to the intake; a year without them."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from functools import partial

import streamlit as st
from streamlit.errors import StreamlitPageNotFoundError

from shnor import wording, wording_time
from shnor.datasets import KINDS
from shnor.service.centre import templates
from shnor.ui.kit import html
from shnor.ui.kit.html import joined, tag
from shnor.ui.kit.plain import plain

SETUP, INTAKE = ("setup.py", "Ответить на семь вопросов"), ("upload.py", "Открыть приём отчётов")
STEPS = ("список школ;", "перечни ШНОР: какие школы и с какого дня;", "дорожные карты.")


def offer(text: str, *kinds: str) -> None:
    """text: what is missing and which files bring it; kinds: whose empty forms are offered."""
    html.text(text, mark="shnor-lead")
    if kinds:
        with st.container(horizontal=True):
            for kind in kinds:
                title = KINDS[kind].title
                st.download_button(plain(f"Пустая форма «{title}»"), file_name=f"{title}.xlsx",
                                   key=f"shnor_form_{kind}", data=partial(templates.kind_template, kind))
    ways(INTAKE)


def first_steps() -> None:
    """Of a base without a list of schools or without a roadmap: what to take in, in which order, and where."""
    if "upload" in html.closed():
        html.text("Данные принимает координатор: пока их нет.")
        return
    html.show(tag("<p class='shnor-text'>Принимайте по порядку:</p><ol class='shnor-items'>{}</ol>",
                  joined(tag("<li>{}</li>", step) for step in STEPS)))
    ways(SETUP, INTAKE)
    html.text("Пустые формы с подсказками — на странице «Что как считается».", mark="shnor-small")


def ways(*pages: tuple[str, str]) -> None:
    """Buttons that lead on, once on a page; the first is the one to take. pages: (file, label). A page that is not open
    to whoever looks is no way for them."""
    with st.container(horizontal=True, key="shnor_ways"):
        for file, label in pages:
            with suppress(StreamlitPageNotFoundError):
                st.page_link(file, label=plain(label))


def empty_year(day: date, shown: int, years: Sequence[int]) -> None:
    """In January: the year of the day has no rows yet, an older one is shown. years: with rows, newest first."""
    if years and shown == years[0] < day.year:
        html.text(wording.capital(f"{wording_time.no_rows(day.year, shown)}."), mark="shnor-small")

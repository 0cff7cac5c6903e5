"""«Кто это увидит»: who reads the page, with which letter and by which day its sheet goes out, and under which sign the
school stands at seminars."""

from datetime import date

from shnor import wording
from shnor.service.month import forms
from shnor.service.month.forms import MONTH
from shnor.service.show import letters
from shnor.shows import Show
from shnor.ui.kit import html
from shnor.ui.kit.html import Cell, Link, Markup, tag
from shnor.ui.run import shows
from shnor.ui.run.session import Session, sees_grounds
from shnor.ui.screens.school import grounds

READ = "Страницу видят те, кто работает в этой программе. "
APART = (f"В листе нет данных других школ и нет разделов {wording.quoted(grounds.TITLE)} и "
         f"{wording.quoted(grounds.BY_RULE)}.")
LAST = 2
"""So many shows are named, the newest first."""


def words(session: Session, school: str) -> Markup:
    """What is said of seminars is for the coordinator and stands on no paper."""
    coming = forms.coming(session.forms, MONTH.id, session.day, 1)
    said = html.text_html(READ, sheet(coming[0] if coming else None, session.day), APART)
    if not sees_grounds(session) or not session.store.path:
        return said
    signs = at_seminars(shows.of(session.store).kept.all(), school)
    return said + tag("<div class='shnor-unprinted'>{}</div>", html.text_html(*signs))


def sheet(coming: tuple[date, date] | None, day: date) -> str:
    """coming: the month whose report is due next, and by which day it is."""
    if coming is None:
        return "Директору «Лист школы» уходит с письмом месяца, с данными на день отправки. "
    month, due = coming
    return (f"Директору «Лист школы» уходит с письмом об отчёте за {wording.month(month)} (вернуть до "
            f"{wording.day(due)}), с данными на день отправки, сегодня — на {wording.day(day)}. ")


def at_seminars(kept: list[Show], school: str) -> list[Cell]:
    """«Показ «Итоги года» (26.11.2026): школа под условным обозначением «Б».»; the key is the coordinator's alone."""
    signed = [(show, letters.sign(show.letters.index(school))) for show in kept if school in show.letters]
    if not signed:
        return ["Ни в один сохранённый показ школа не вошла."]
    said: list[Cell] = []
    for show, sign in signed[:LAST]:
        said += [" Показ " if said else "Показ ", Link(wording.quoted(show.name), "show"),
                 f" ({wording.day(show.changed.date())}): школа под условным обозначением {wording.quoted(sign)}."]
    return said

"""The head of Приём: which month is collected, by which days, and the way to the months beside it."""

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from shnor import periods, wording
from shnor.service.month import forms
from shnor.service.month.owed import Grid
from shnor.ui.kit import context, html
from shnor.ui.kit.html import Link, tag
from shnor.ui.run.session import Session

WEEKDAYS = ("пн", "вт", "ср", "чт", "пт", "сб", "вс")


def chosen(session: Session) -> tuple[date, str]:
    """(month, what is to be said of the address): of the address, else what the tab looked at before, else the one that
    is awaited."""
    awaited, text = session.forms.awaited_month(session.day), context.wanted("month")
    try:
        asked = periods.parse(text)
    except ValueError:
        asked = None
    if asked and asked.kind == "month":
        return asked.start, ""
    return awaited, f"{wording.quoted(text)} — не месяц: показан {wording.month(awaited)}." if text else ""


def head(session: Session, month: date, listed: Sequence[Grid]) -> None:
    """One line: «Приём отчётов ‹ октябрь НОЯБРЬ 2026 декабрь › Отчёт за месяц: срок 25.11 (ср) · …»."""
    this = periods.containing("month", month)
    ways = [_way(session, f"‹ {periods.MONTHS[this.previous().start.month - 1]}", this.previous().start),
            tag("<b>{}</b>", wording.typeset(wording.month(month))),
            _way(session, f"{periods.MONTHS[this.next().start.month - 1]} ›", this.next().start)]
    html.show(tag("<div class='shnor-intakehead'><h1>Приём отчётов</h1><nav aria-label='Месяц'>{}</nav><p>{}</p></div>",
                  html.joined(ways), wording.typeset(dues(session, month, listed))))


def _way(session: Session, text: str, month: date) -> Markup:
    """To another month; to the one that is awaited without a word in the address."""
    code = periods.containing("month", month).code
    return html.cell(Link(text, "upload", (("month", code),)))


def dues(session: Session, month: date, listed: Sequence[Grid]) -> str:
    """«Отчёт за месяц: срок 25.11 (ср) · сегодня 27.11 (пт)»."""
    said = [f"{_titled(grid.form.id, month)}: срок {_day(session.forms.due(grid.form.id, month))}" for grid in listed
            if session.forms.asked(grid.form.id, month)]
    return " · ".join([*said, f"сегодня {_day(session.day)}"])


def _titled(form: str, month: date) -> str:
    """«Отчёт за месяц», «Итоги I четверти»: the month itself stands beside."""
    return forms.MONTH.title if form == forms.MONTH.id else wording.capital(forms.title(form, month))


def _day(day: date) -> str:
    return f"{day:%d.%m} ({WEEKDAYS[day.weekday()]})"

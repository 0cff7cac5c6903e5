"""What stands below the picture of the first page: other topics in a line each, the own plan by direction, dates."""

from itertools import groupby

from markupsafe import Markup

from shnor import periods, wording
from shnor.service.figures.roadmap import OWN
from shnor.service.pages.overview import Overview
from shnor.service.papers import forms
from shnor.ui.kit import html
from shnor.ui.kit.html import joined, tag
from shnor.ui.kit.links import to_deadline
from shnor.ui.run import papers
from shnor.ui.run.session import Session
from shnor.ui.screens.overview import brief
from shnor.ui.screens.roadmap import parts

FORMS, NEXT = "forms", 5
"""Page of forms of others; so many of them are told of."""


def draw(session: Session, data: Overview) -> None:
    brief.topics(session)
    _forms(session)
    if folded := joined([_plan(session, data), _dates(session, data)]):
        html.show(folded)


def _forms(session: Session) -> None:
    """Forms of others whose day is near: of the centre alone, which fills them."""
    if session.scope.role != "coordinator" or session.store.path is None:
        return
    coming = forms.coming(papers.of(session.store).forms, session.day)[:NEXT]
    if coming:
        html.show(html.tag("<h2 class='shnor-topics'>Формы края</h2>{}", html.items_html([
            [f"к {wording.day(when)}: ", html.Link(one.name, FORMS, (("form", one.id),)),
             f", {one.whom}" if one.whom else ""] for when, one in coming])))


def _plan(session: Session, data: Overview) -> Markup:
    """The municipality's own roadmap by direction."""
    if not data.own:
        return html.NOTHING
    where = {**OWN, "period": data.period}
    shown = parts.columns(data.directions.values())
    body = html.table_html(["Направление", *shown.values()], [
        [direction or "без направления", *parts.numbers(session, counts, shown, {**where, "direction": direction})]
        for direction, counts in data.directions.items()], numbers=range(1, len(shown) + 1))
    title = f"Дорожная карта муниципалитета по направлениям, {periods.parse(data.period).title}: " \
            f"{wording.counted(data.own.activities, 'мероприятие')}"
    return html.fold(title, body)


def _dates(session: Session, data: Overview) -> Markup:
    """The nearest deadlines, a day at a time."""
    if not data.next_dates:
        return html.NOTHING
    names = {card.school_id: card.name for card in data.cards}
    days = joined(tag("<h4>{}</h4>{}", f"{day:%d.%m.%Y}" if day else "без даты", html.items_html([
        [names.get(row.school_id or "", "муниципалитет"), ", ", to_deadline(session, row.number, row.src),
         f" {row.activity or ''}"] for row in rows])) for day, rows in groupby(
             data.next_dates, key=lambda row: row.due_date))
    ahead = sum(one.count for one in data.coming)
    more = html.text_html(f"Показаны ближайшие {len(data.next_dates)}.", mark="shnor-small") \
        if ahead > len(data.next_dates) else html.NOTHING
    return html.fold(f"Ближайшие сроки: {wording.counted(ahead, 'срок')} впереди",
                     tag("<div class='shnor-dates'>{}</div>{}", days, more))

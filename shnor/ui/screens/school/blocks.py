"""The blocks of the page of a school as values, as the page draws them."""

from collections.abc import Sequence
from typing import NamedTuple

from shnor.service.centre import schools
from shnor.service.pages import overview, school, school_beside, school_list, school_topics
from shnor.service.pages.school import SchoolPage
from shnor.service.pages.school_list import Beside
from shnor.service.pages.school_topics import SchoolTopics
from shnor.ui.kit import context
from shnor.ui.kit.block import Blocks, Shown
from shnor.ui.kit.context import Choices
from shnor.ui.run import cache
from shnor.ui.run.session import Session
from shnor.ui.screens.school import compare, page, results


class Built(NamedTuple):
    """What the page of a school is made from. listed: the list in the year of its newest results."""

    data: SchoolPage
    told: SchoolTopics
    listed: Beside


def made(session: Session, code: str) -> Built:
    data = cache.built(session, school.build, code, day=session.day)
    told = cache.built(session, school_topics.build, code, day=session.day)
    return Built(data, told, cache.built(session, school_list.build, told.years[1], day=session.day))


def blocks(session: Session, choices: Choices) -> Blocks:
    cards = cache.built(session, schools.cards, session.day)
    if not cards:
        return Blocks()
    code = page.looked_at(cards, choices)
    built, options = made(session, code), page.comparable(session, cards, code)
    chosen = [one for one in context.compared(choices) if one in options]
    return Blocks.of((results.changed(session, *built), beside(session, built, chosen)),
                     ["school"] if choices.get("school", code) != code else (),
                     context.not_comparable(choices, options, code))


def beside(session: Session, built: Built, chosen: Sequence[str]) -> Shown | None:
    """The school and those it is compared with."""
    if not chosen:
        return None
    own = built.data.card.school_id
    found = [school_beside.of_school(*made(session, code)[:2]) for code in (own, *chosen) if code != page.LIST]
    if page.LIST in chosen:
        listed = cache.built(session, overview.build, day=session.day)
        found.append(school_beside.of_list(listed, built.listed))
    return compare.shown(session, school_beside.in_order(found), results.first(built.told.results), own,
                         built.told.years[1])

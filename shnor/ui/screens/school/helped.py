"""The line under the head of a school: its mentor by which order, its tutors by subject, who is not appointed."""

from shnor.service.pages import helpers
from shnor.service.pages.helpers import MENTOR, TUTOR, Helper, Supported
from shnor.ui.kit import html
from shnor.ui.kit.html import Cell, Link
from shnor.ui.kit.links import to_rows
from shnor.ui.run import cache
from shnor.ui.run.session import Session, sees_grounds

UNTOLD = "Кто помогает школе, не внесено."
NO_ORDER = "приказ не указан"
NAMED = 2
"""So many subjects without a tutor are named, of the others their number."""


def show(session: Session, school: str) -> None:
    """Nothing where there is nothing to say to whoever looks."""
    told = cache.built(session, helpers.of_school, school, day=session.day)
    if words := line(session, told, coordinator=sees_grounds(session)) if told else ():
        html.text(*words, mark="shnor-helped")


def line(session: Session, school: Supported, *, coordinator: bool) -> tuple[Cell, ...]:
    """«Наставник: директор МАОУ гимназии № 1 (приказ …) · тьюторы: математика · физика, химия: тьютор не закреплён».
    Of a school nobody was ever entered for only the coordinator is told, and only while it is on the list."""
    if not school.told:
        return (Link(UNTOLD, "support", (("tab", "helpers"),)),) if coordinator and school.card.on_list else ()
    parts = [_mentors(school), *_tutors(school), *_without(session, school)]
    return tuple(word for part in filter(None, parts) for word in (" · ", *part))[1:]


def _mentors(school: Supported) -> tuple[Cell, ...]:
    mentors = school.of(MENTOR)
    if not mentors:
        return ("Наставник: закрепляет центр, приказа нет",) if school.card.on_list else ()
    word = "Наставник" if len(mentors) == 1 else "Наставники"
    return (f"{word}: {'; '.join(map(_who, mentors))}",)


def _who(helper: Helper) -> str:
    named = f"{helper.who}, {helper.subject}" if helper.subject else helper.who
    return f"{named} ({helper.document or NO_ORDER})"


def _tutors(school: Supported) -> list[tuple[Cell, ...]]:
    tutors = school.of(TUTOR)
    subjects = list(dict.fromkeys(one.subject or "вся школа" for one in tutors))
    if not subjects:
        return []
    return [(f"{'тьютор' if len(subjects) == 1 else 'тьюторы'}: {', '.join(subjects)}",)]


def _without(session: Session, school: Supported) -> list[tuple[Cell, ...]]:
    """Subjects of a school of the list that no tutor is appointed for."""
    subjects = school.untutored if school.card.on_list else []
    if not subjects:
        return []
    named, rest = ", ".join(subjects[:NAMED]), len(subjects) - NAMED
    if rest <= 0:
        return [(f"{named}: тьютор не закреплён",)]
    more = to_rows(session, f"ещё {rest}", "support_subjects_untutored", {"school_id": school.card.school_id},
                   part="untutored")
    return [(f"{named} и ", more, ": тьютор не закреплён")]

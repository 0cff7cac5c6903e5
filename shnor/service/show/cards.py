"""«Карточка вашей школы»: what a group at the seminar works on, one page a school, for the school alone."""

from collections.abc import Sequence
from datetime import date

from shnor import wording
from shnor.reports.sheet import SchoolSheet
from shnor.reports.slides.deck import Card
from shnor.service.centre.schools import cards
from shnor.service.pages import school_sheet
from shnor.service.show.slides.closing import QUESTIONS
from shnor.store import View

RESULTS = 6
"""So many works of the school fit beside the questions."""


def of_list(view: View, day: date, *, questions: Sequence[str] = QUESTIONS, label: str = "") -> tuple[Card, ...]:
    """A card for each school on the list of the day, by number, and a blank one at the end."""
    listed = [card.school_id for card in cards(view, day) if card.on_list]
    made = [of_sheet(school_sheet.build(view, code, day=day), questions, label) for code in listed]
    return (*made, Card("", day, questions=tuple(questions), label=label))


def of_sheet(sheet: SchoolSheet, questions: Sequence[str], label: str) -> Card:
    """Of what the sheet of the school says; without its status and without other schools."""
    counts = sheet.results
    works = [(row[0], f"отметку «2» получили {row[1]} → {row[2]}; {row[3]}".rstrip("; "))
             for row in (counts.rows[:RESULTS] if counts else ())]
    parts = ", ".join(f"{title}{wording.NBSP}{wording.LONG_DASH} {size}" for title, size in sheet.parts if size)
    told = [("О школе", sheet.about), ("Сделано", f"{sheet.roadmap}; {parts}" if parts else ""),
            ("Помощь", "; ".join(sheet.help)), ("Курсы", "; ".join(sheet.courses)),
            ("Анкета", "; ".join(sheet.survey)), *works]
    return Card(sheet.school, sheet.day, tuple((what, how) for what, how in told if how), (), tuple(questions), label)

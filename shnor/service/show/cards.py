"""«Карточка вашей школы»: what a group at the seminar works on, one page a school, for the school alone."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from shnor import wording, wording_change
from shnor.metrics.change import CONFIRMED
from shnor.reports.sheet import Counts, SchoolSheet
from shnor.reports.slides.deck import Card
from shnor.service.centre.schools import cards
from shnor.service.pages import school_sheet
from shnor.service.show.slides.closing import QUESTIONS
from shnor.store import View

RESULTS = 6
"""So many works of the school fit beside the questions."""
FEW = "участников мало, вывод делать рано"
"""Said once for all works it is true of: they stand without a conclusion."""
REST = "ещё {} на листе школы; здесь те, где изменение подтверждается или доля «2» выше"


def of_list(view: View, day: date, *, questions: Sequence[str] = QUESTIONS, label: str = "") -> tuple[Card, ...]:
    """A card for each school on the list of the day, by number, and a blank one at the end."""
    listed = [card.school_id for card in cards(view, day) if card.on_list]
    made = [of_sheet(school_sheet.build(view, code, day=day), questions, label) for code in listed]
    return (*made, Card("", day, questions=tuple(questions), label=label))


def of_sheet(sheet: SchoolSheet, questions: Sequence[str], label: str) -> Card:
    """Of what the sheet of the school says; without its status and without other schools."""
    works = _works(sheet.results)
    parts = ", ".join(f"{title}{wording.NBSP}{wording.LONG_DASH} {size}" for title, size in sheet.parts if size)
    told = [("О школе", sheet.about), ("Сделано", f"{sheet.roadmap}; {parts}" if parts else ""),
            ("Помощь", "; ".join(sheet.help)), ("Курсы", "; ".join(sheet.courses)),
            ("Анкета", "; ".join(sheet.survey)), *works]
    return Card(sheet.school, sheet.day, tuple((what, how) for what, how in told if how), (), tuple(questions), label)


def _works(counts: Counts | None) -> list[tuple[str, str]]:
    """Works a group has something to say about, in the order of the sheet, and how many others there are."""
    if counts is None:
        return []
    shown = _chosen(counts)
    few = [place for place in shown if _is_few(counts.rows[place][3])]
    said = [(row[0], f"отметку «2» получили {row[1]} → {row[2]}; {'' if _is_few(row[3]) else row[3]}".rstrip("; "))
            for row in (counts.rows[place] for place in shown)]
    if few:
        said.append(("Где вывода нет", FEW))
    more = len(counts.rows) - len(shown)
    return [*said, ("Другие работы", REST.format(wording.counted(more, "работа")))] if more else said


def _is_few(said: str) -> bool:
    return said.startswith(wording_change.WORDS["small"])


def _chosen(counts: Counts) -> list[int]:
    """Where a change is confirmed; then of each subject of a procedure («ВПР, математика») the work with most marks
    «2», then its second: works of one class would else take all places."""
    confirmed = {wording_change.WORDS[verdict] for verdict in CONFIRMED}
    shares = [k / n if n else 0 for k, n in (moments.after or (0, 0) for moments in counts.pictures)]
    shares += [0] * (len(counts.rows) - len(shares))
    turns: Counter[str] = Counter()
    order = []
    for place in sorted(range(len(counts.rows)), key=lambda place: (-shares[place], place)):
        subject = ", ".join(counts.rows[place][0].split(", ")[:2])
        told = any(counts.rows[place][-1].startswith(words) for words in confirmed)
        order.append((not told, turns[subject], -shares[place], place))
        turns[subject] += 1
    return sorted(place for *_, place in sorted(order)[:RESULTS])

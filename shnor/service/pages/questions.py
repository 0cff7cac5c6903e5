"""Questions of schools to the centre: open ones with the day to answer by, and the answer as an entry of its own."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from shnor import wording, workdays
from shnor.scope import Actor
from shnor.service.centre.schools import SchoolCard, cards
from shnor.service.figures.rows import chosen, current
from shnor.service.intake import drop, manual
from shnor.store import Store, View

DAYS_TO_ANSWER = 5
"""Working days after the question came; our proposal where the centre has set no day."""


@dataclass(frozen=True)
class Question:
    """asked_on: the day it counts from. answer_by: set by the centre, or (proposed) the fifth working day after that.
    card: None for a school the register does not have."""

    card: SchoolCard | None
    school_id: str
    month: date
    number: int
    need: str
    wanted_by: str
    addressee: str
    asked_on: date
    answer_by: date
    proposed: bool
    answer: str
    answered_on: date | None
    src: int

    @property
    def key(self) -> str:
        return f"{self.school_id}_{self.month:%Y_%m}_{self.number}"


def requests_of(view: View, day: date, school: str = "") -> tuple[Question, ...]:
    """Asked by the day: open ones by the day to answer, then answered ones, the newest answer first."""
    known = {card.school_id: card for card in cards(view, day)}
    only = {"school_id": school} if school else {}
    rows = chosen(current(view, "requests"), {"known_on__to": day, **only}).to_pylist()
    found = sorted((_question(row, known.get(row["school_id"]), day) for row in rows), key=_place)
    still = [question for question in found if not question.answer]
    answered = sorted((q for q in found if q.answer), key=lambda q: q.answered_on or q.asked_on, reverse=True)
    return (*still, *answered)


def _question(row: dict, card: SchoolCard | None, day: date) -> Question:
    told = row["answer"] and not (row["answered_on"] and row["answered_on"] > day)
    proposal = workdays.nth(row["known_on"] + timedelta(days=1), DAYS_TO_ANSWER)
    return Question(
        card=card, school_id=row["school_id"], month=row["month"], number=row["number"], need=row["need"],
        wanted_by=row["wanted_by"] or "", addressee=row["addressee"] or "", asked_on=row["known_on"],
        answer_by=row["answer_by"] or proposal, proposed=row["answer_by"] is None,
        answer=row["answer"] if told else "", answered_on=row["answered_on"] if told else None, src=row["src"])


def _place(question: Question) -> tuple:
    name = question.card.name if question.card else question.school_id
    return question.answer_by, wording.by_number(name), question.number


def answer(store: Store, question: Question, text: str, *, day: date, moment: datetime, by: Actor) -> str:
    """Store an answer as an upload of one row, which can be taken back. Gives what stands against it, else ""."""
    if not text.strip():
        return "Ответ пустой. Напишите, чем центр поможет школе."
    values = {"answer": " ".join(text.split()), "answered_on": wording.day(day)}
    return _stored(store, question, values, day=day, moment=moment, by=by)


def promise(store: Store, question: Question, until: date, *, day: date, moment: datetime, by: Actor) -> str:
    """Set the day to answer by, the same way."""
    return _stored(store, question, {"answer_by": wording.day(until)}, day=day, moment=moment, by=by)


def _stored(store: Store, question: Question, values: dict[str, str], *, day: date, moment: datetime, by: Actor) -> str:
    key = {"school_id": question.school_id, "month": wording.month(question.month), "number": str(question.number),
           "need": question.need}
    [item] = drop.review(store, [manual.one_row("requests", key | values, moment)], day)
    if item.approved:
        return (f"{wording.month(item.approved[0])}: месяц утверждён. Откройте его для исправления на странице "
                "«Сроки и версии», затем ответьте.")
    if not item.ready or item.questions:
        return " ".join(issue.message for issue in item.checked.issues) or "Это уже записано."
    drop.accept_all(store, [item], by=by, note="ответ школе")
    return ""

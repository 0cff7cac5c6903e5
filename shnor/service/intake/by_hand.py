"""What can be entered by hand, and what there is to choose from while entering it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from shnor import wording
from shnor.datasets import KINDS
from shnor.datasets.by_hand import BESIDE
from shnor.datasets.events import USUAL_KINDS
from shnor.service.centre.schools import cards
from shnor.service.figures import roadmap
from shnor.service.intake import manual
from shnor.service.intake.drop import Incoming
from shnor.store import View

FORMS = {"event": "Мероприятие центра", "course": "Курсы, числом", "mark": "Отметка дорожной карты",
         "document": "Документ к выполненному", "answer": "Ответ на вопрос школы",
         **{kind: KINDS[kind].title for kind in BESIDE}}
PHONE = "По телефону"


@dataclass(frozen=True)
class Awaited:
    """A mark «выполнено» without its document: the row it stands in, and how people call it."""

    values: tuple[tuple[str, str], ...]
    title: str


@dataclass(frozen=True)
class Choices:
    """activities: plan → number → name. schools: names by number. event_kinds: used before, then the usual ones."""

    activities: Mapping[str, Mapping[str, str]]
    schools: tuple[str, ...]
    event_kinds: tuple[str, ...]
    awaited: tuple[Awaited, ...]
    questions: tuple[Awaited, ...]


def build(view: View, *, day: date) -> Choices:
    names = {card.school_id: card.name for card in cards(view, day)}
    used = [kind for kind, in view.rows("events").select("event_kind").distinct().order("event_kind").fetchall()]
    return Choices(roadmap.activities(view), tuple(names.values()), tuple(dict.fromkeys((*used, *USUAL_KINDS))),
                   tuple(_awaited(view)), tuple(_questions(view, names)))


def _awaited(view: View) -> list[Awaited]:
    """Newest first; key, state and date are repeated so that the mark stays what it is."""
    kept = ("plan", "number", "period", "milestone", "month", "status", "done_date")
    rows = view.rows("progress", status="done", document=None).select(*kept).order("month desc").fetchall()
    marks = [dict(zip(kept, row, strict=True)) for row in rows]
    return [Awaited(tuple(_texts("progress", one)), f"{one['number']}, {wording.month(one['month'])}, {one['plan']}")
            for one in marks]


def _questions(view: View, names: Mapping[str, str]) -> list[Awaited]:
    kept = ("school_id", "month", "number", "need")
    rows = view.rows("requests", answer=None).select(*kept).order("month desc").fetchall()
    asked = [dict(zip(kept, row, strict=True)) for row in rows]
    return [Awaited(tuple(_texts("requests", {**one, "school_id": names.get(one["school_id"], one["school_id"])})),
                    f"{names.get(one['school_id'], one['school_id'])}: {one['need']}") for one in asked]


def _texts(kind: str, row: Mapping[str, object]) -> list[tuple[str, str]]:
    """Stored values as a person would type them."""
    return [(name, _text(KINDS[kind][name].type, KINDS[kind][name].choices, value))
            for name, value in row.items() if value is not None]


def _text(type_: str, choices: Mapping[str, str], value: object) -> str:
    if type_ == "month" and isinstance(value, date):
        return wording.month(value)
    if isinstance(value, date):
        return wording.day(value)
    return choices.get(str(value), str(value))


def event(values: Mapping[str, str], moment: datetime) -> Incoming:
    return manual.one_row("events", values, moment)


def course(values: Mapping[str, str], moment: datetime) -> Incoming:
    return manual.one_row("courses", values, moment)


def mark(values: Mapping[str, str], told_by: str, moment: datetime) -> Incoming:
    """told_by: the post of whoever said so on the phone; it goes into the words of the school."""
    words = f"{PHONE} ({told_by.strip()})" if told_by.strip() else ""
    note = ": ".join(filter(None, (words, values.get("note", "").strip())))
    by = KINDS["progress"]["reported_by"].choices["coordinator"]
    return manual.one_row("progress", {**values, "note": note, "reported_by": by}, moment)


def document(of: Awaited, text: str, moment: datetime) -> Incoming:
    return manual.one_row("progress", {**dict(of.values), "document": text}, moment)


def answer(to: Awaited, text: str, answered_on: str, moment: datetime) -> Incoming:
    return manual.one_row("requests", {**dict(to.values), "answer": text, "answered_on": answered_on}, moment)

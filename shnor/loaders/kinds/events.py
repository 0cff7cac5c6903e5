"""Events of methodical help after reading: kinds under one name, schools under their codes, whose report it is.
And the line of a report, «2 семинара, 1 вебинар», as rows."""

import re
from dataclasses import dataclass
from functools import cache

from shnor import periods
from shnor.datasets.events import ABOUT, BETWEEN_SCHOOLS, HELD_ON, SAME_KINDS
from shnor.loaders.records.draft import Draft
from shnor.loaders.records.registered import is_odd, sensible
from shnor.loaders.records.report_head import code_of, school_of_head
from shnor.loaders.types import KEEP, Choice, School
from shnor.loaders.words.headers import normalise, plain
from shnor.loaders.words.schools import Found, find
from shnor.loaders.words.subjects import one_form
from shnor.nouns import EVENT_KINDS, NOUNS


def finish(draft: Draft) -> None:
    """Fill what the rows do not say themselves."""
    if draft.body.layout.form:
        school_of_head(draft, code_of(draft))
    draft.columns["event_kind"] = [text and event_kind(text) for text in draft.column("event_kind")]
    draft.columns["subject"] = [one_form(text) for text in draft.column("subject")]
    for name in ("format", "level", "function"):
        draft.columns[name] = [text and " ".join(text.lower().split()) for text in draft.column(name)]
    settle_schools(draft)
    _days(draft)
    codes, columns = draft.column("period"), (draft.column("event_kind"), draft.column("topic"))
    draft.columns["year"] = [periods.first_day(code).year if code else None for code in codes]
    draft.columns["same"] = [_same(*values) for values in zip(codes, *columns, strict=True)]


def _same(code: str | None, kind: str | None, topic: str | None) -> str:
    """What tells one event from another: only where day, kind and topic are all known."""
    exact = code and kind and topic and len(code) == len("2026-11-18")
    return f"{code} {kind} {normalise(topic)}" if exact else ""


def event_kind(text: str) -> str:
    """«Семинары» → «семинар», «ВКС» → «видеоконференция»; an unknown kind as it is written, in small letters."""
    return _forms().get(normalise(text)) or " ".join(text.lower().split())


@cache
def _forms() -> dict[str, str]:
    """Every form of the known kinds, normalised → the kind."""
    found = {normalise(form): kind for kind in EVENT_KINDS
             for form in (*NOUNS[kind].singular, *NOUNS[kind].plural, NOUNS[kind].paucal) if form}
    return found | {normalise(word): kind for kind, words in SAME_KINDS.items() for word in words}


def settle_schools(draft: Draft) -> None:
    """Codes of the schools an event was for; the school that reports took part itself. What is not found is asked,
    and the row can be stored all the same."""
    texts, own, codes = draft.column("schools"), draft.column("school_id"), []
    for record, (text, school) in enumerate(zip(texts, own, strict=True)):
        found = schools_in(text, draft.known.schools) if text and draft.known.schools else ()
        codes.append(";".join(sorted({school or "", *(result.school_id for _, result in found)} - {""})))
        _ask(draft, record, text or "", [(piece, result) for piece, result in found if not result.school_id])
    draft.columns["school_codes"] = codes


def _ask(draft: Draft, record: int, text: str, doubtful: list[tuple[str, Found]]) -> None:
    """The first school of a cell that is not found: an answer stands for the whole cell."""
    for piece, result in doubtful[:1]:
        choices = tuple(Choice(school.name, text.replace(piece, school.name)) for school in result.candidates)
        draft.add("event-school", record, "schools", text, choices=(*choices, Choice("Оставить как есть", KEEP)),
                  school=piece)


_BETWEEN = re.compile(BETWEEN_SCHOOLS, re.I)
_NUMBER_ALONE = re.compile(r"№?\s*(\d+)")
_NUMBERED = re.compile(r"№?\s*\d+\s*$")


def schools_in(text: str, schools: tuple[School, ...]) -> tuple[tuple[str, Found], ...]:
    """Every school a cell names, with what the register knows of it: «СОШ № 3, 7; МАОУ СОШ № 11» names three."""
    whole = find(text, schools)
    if whole.kind == "exact":
        return ((text, whole),)
    found, before = [], ""
    for piece in filter(None, map(str.strip, _BETWEEN.split(text))):
        named = piece
        if (number := _NUMBER_ALONE.fullmatch(piece)) and _NUMBERED.search(before):
            named = _NUMBERED.sub(f"№ {number[1]}", before)  # a number alone goes on with the form before it
        before = named
        found.append((piece, find(named, schools)))
    return tuple(found)


def _days(draft: Draft) -> None:
    """A day in a far year is asked about, and so is an event held on a day that has not come. The month of the file,
    if it is one."""
    today, codes = draft.known.today, draft.column("period")
    for record, (code, state) in enumerate(zip(codes, draft.column("state"), strict=True)):
        first = periods.first_day(code) if code else today
        if is_odd(first, today):
            draft.add("odd-date", record, "period", f"{first:%d.%m.%Y}", today=f"{today:%d.%m.%Y}",
                      choices=(*sensible(first, draft.known), Choice(f"Да, {first:%d.%m.%Y}", KEEP)))
        elif first > today and (state or "held") == "held":
            draft.add("future-event", record, "period", f"{first:%d.%m.%Y}", today=f"{today:%d.%m.%Y}",
                      choices=(Choice("Оставить как есть", KEEP),))
    months = {periods.month_of(code) for code in codes if code}
    if len(months) == 1 and (month := months.pop()):
        draft.period = f"{month:%Y-%m}"


@dataclass(frozen=True)
class EventList:
    """What a line of a report says: kind and number, in its order; when, as written; what could not be read."""

    counts: tuple[tuple[str, int], ...]
    when: str = ""
    unread: tuple[str, ...] = ()


_LEAD = re.compile(HELD_ON)
_WHEN = re.compile(r"^(?:(?:в|за|с)\s+)?(?P<when>.*?\d{4}(?:\s*г(?:ода?|оду|\.)?)?)(?=\s|,|$)")
_TAIL = re.compile(ABOUT)
_ITEMS = re.compile(r"\s*[,;\n]\s*|\s+и\s+(?=\d)")
_COUNTED = re.compile(r"(\d{1,3}(?: \d{3})+|\d{1,4})\s+(.+)")


def parse_event_list(text: str) -> EventList:
    """«2 практико-ориентированных семинара, 1 вебинар, 1 видеоконференция», also inside its sentence «В 2024 году …
    проведено … по вопросам …». A piece that is not a number and a known kind is unread: nothing is guessed."""
    clean = normalise(text)
    lead = _LEAD.match(clean)
    said = clean[lead.end():] if lead else clean
    tail = _TAIL.search(said)
    counts, unread = [], []
    for piece in filter(None, _ITEMS.split((said[:tail.start()] if tail else said).strip())):
        found = _COUNTED.fullmatch(piece)
        kind = _forms().get(normalise(found[2])) if found else None
        number = int(found[1].replace(" ", "")) if found else 0
        if kind and number:
            counts.append((kind, number))
        else:
            unread.append(plain(piece))
    when = _WHEN.match(lead["lead"]) if lead else None
    return EventList(tuple(counts), when["when"].strip() if when else "", tuple(unread))

"""What a school has written into the cell of the state besides the state: the day, how many, by which document."""

from shnor.datasets import Column, Spot
from shnor.loaders.records.draft import Draft
from shnor.loaders.types import KEEP, Choice
from shnor.loaders.words.headers import normalise, plain
from shnor.loaders.words.states import Explanation, explained, possible_states
from shnor.loaders.words.values import day, spellings


def spread_words(draft: Draft) -> None:
    """The day, the number and the document go into their columns where these are empty; the sentence is kept."""
    column = draft.body.kind["status"]
    exact, states, written = spellings(column), draft.column("status"), draft.body.values("status")
    texts = {value: plain(value) for value in set(written)}
    more = {value: text for value, text in texts.items() if text and normalise(text) not in exact
            and possible_states(text, column.stems).more}
    for record, state in enumerate(states) if more else ():
        value = written[draft.origin[record]]
        if state and value in more:
            _spread(draft, record, more[value], column)


def _spread(draft: Draft, record: int, text: str, column: Column) -> None:
    month, state = draft.column("month")[record], draft.column("status")[record]
    found = explained(text, state, month, draft.known.today)
    if found.days and draft.column("done_date")[record] is None and state in ("done", "moved"):
        _put(draft, record, "done_date", _day(draft, record, text, found))
    if draft.column("done_value")[record] is None:
        _put(draft, record, "done_value", _number(draft, record, text, found))
    _put(draft, record, "document", found.document or None)
    note = draft.column(column.words_into)[record]
    if not note:
        _put(draft, record, column.words_into, text)
    elif text not in note:
        draft.column(column.words_into)[record] = f"{text}; {note}"


def _put(draft: Draft, record: int, name: str, value: object) -> None:
    if value is not None and draft.column(name)[record] is None:
        draft.column(name)[record] = value
        _, cell = draft.place(record, "status")
        draft.row_spots[name, draft.origin[record]] = (Spot(cell),)


def _day(draft: Draft, record: int, text: str, found: Explanation) -> object:
    """A day of which only the month is told, or whose year may be one of two, is asked; the likeliest is taken."""
    likely, *others = found.days
    if not found.month_only and not others:
        return likely
    sheet, cell = draft.place(record, "status")
    topic = f"день в строке {draft.body.numbers[draft.origin[record]] + 1}"
    days = (likely, likely.replace(day=1)) if found.month_only else found.days
    choices = tuple(Choice(f"{one:%d.%m.%Y}", f"{one:%d.%m.%Y}") for one in days)
    draft.findings.add("which-day", sheet, cell, text, choices, topic=topic, taken=f"{likely:%d.%m.%Y}")
    return day(draft.answers.get((sheet, topic))).value or likely


def _number(draft: Draft, record: int, text: str, found: Explanation) -> float | None:
    """«2 семинара, 14 чел.»: which of the numbers is the one of the plan is asked; without an answer none is taken."""
    if len(found.numbers) < 2:
        return float(found.numbers[0]) if found.numbers else None
    sheet, cell = draft.place(record, "status")
    topic = f"число в строке {draft.body.numbers[draft.origin[record]] + 1}"
    choices = tuple(Choice(str(one), str(one)) for one in found.numbers)
    draft.findings.add("which-number", sheet, cell, text, (*choices, Choice("Не записывать", KEEP)), topic=topic)
    answer = draft.answers.get((sheet, topic), "")
    return float(answer) if answer in {choice.value for choice in choices} else None

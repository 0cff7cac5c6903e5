"""Questions of schools after reading: whose and of which month stands above the table; an empty number is by order; a
question without a day gets the last one it can have been asked on."""

from datetime import date

from shnor import periods
from shnor.datasets import Spot
from shnor.datasets.places import IN_ORDER
from shnor.datasets.requests import NO_REQUEST
from shnor.loaders.records.above import month_above
from shnor.loaders.records.draft import Draft
from shnor.loaders.records.report_head import code_of, month_of_head, school_of_head
from shnor.loaders.words.headers import normalise, plain

_BESIDE = ("known_on", "wanted_by", "addressee")


def finish(draft: Draft) -> None:
    """Fill school, month and number."""
    _without_nothing(draft)
    if not draft.origin:
        draft.findings.add("no-questions", draft.body.sheet, "")
        return
    if draft.body.layout.form:
        code = code_of(draft)
        school_of_head(draft, code)
        month_of_head(draft, code)
    elif not draft.body.tells("month"):
        month_above(draft)
    _numbers(draft)
    _asked(draft)


def _asked(draft: Draft) -> None:
    """The day of a question that names none: as the base knows it, else the last day of its month. What is read today
    was asked by today, what is answered was asked by the answer."""
    keys = zip(*map(draft.column, draft.body.kind.key), strict=True)
    told = zip(draft.column("known_on"), keys, draft.column("answered_on"), strict=True)
    draft.columns["known_on"] = [own or draft.known.asked.get(key) or _by(draft, key[1], answered)
                                 for own, key, answered in told]


def _by(draft: Draft, month: date | None, answered: date | None) -> date | None:
    if month is None:
        return None
    return min(filter(None, (periods.containing("month", month).end, draft.known.today, answered)))


def _without_nothing(draft: Draft) -> None:
    """«Вопросов нет» is no question, unless the centre has answered it. A dash beside a day or an addressee is
    named."""
    needs, answers = draft.column("need"), draft.column("answer")
    written = draft.body.values("need")
    beside = [name for name in _BESIDE if name in draft.body.match.columns]
    for record, row in enumerate(draft.origin):
        there = [name for name in beside if draft.column(name)[record] is not None]
        if needs[record] is None and written[row] is not None and not answers[record] and there:
            draft.add("row-unsaid", record, "need", plain(written[row]), row=draft.body.numbers[row] + 1,
                      needs=f"«{draft.body.kind['need'].title}»",
                      there=", ".join(f"«{draft.body.kind[name].title}»" for name in there))
    draft.take([record for record, row in enumerate(draft.origin)
                if answers[record] or not (normalise(needs[record]) in NO_REQUEST
                                           or (needs[record] is None and written[row] is not None))])


def _numbers(draft: Draft) -> None:
    """The next free number of the school's month, in the order of the rows."""
    numbers = draft.column("number")
    draft.spots["number"] = (Spot(words=IN_ORDER),)
    places = list(zip(draft.column("school_id"), draft.column("month"), strict=True))
    taken = {(place, number) for place, number in zip(places, numbers, strict=True) if number}
    for record, place in enumerate(places):
        if numbers[record] is None and not _written(draft, record):
            numbers[record] = next(n for n in range(1, len(places) + 2) if (place, n) not in taken)
            taken.add((place, numbers[record]))


def _written(draft: Draft, record: int) -> bool:
    """A number that is there and could not be read is asked, not replaced."""
    return draft.body.values("number")[draft.origin[record]] not in (None, "")

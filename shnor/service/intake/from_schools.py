"""What schools have handed in, before the centre: read as if the coordinator had dropped it with the answers the school
has given, accepted, given back, found again after the program broke off in the middle."""

import threading
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from hashlib import sha256

from shnor import periods
from shnor.desk import Desk, NotThere, Sent
from shnor.errors import NotAllowed, ShnorError
from shnor.scope import Actor
from shnor.service.centre.setup import refuse_personal, without_people
from shnor.service.intake import drop
from shnor.service.intake.drop import Incoming, Reviewed
from shnor.service.intake.reading import Reader
from shnor.store import Store, Upload

AT_ONCE, YES = "accept_at_once", "yes"
"""«Принимать без вопросов сразу»: what the base says about itself."""
NOT_READY = "Принять этот отчёт так нельзя. Откройте его: рядом с каждой ячейкой сказано, что не так."
TAKEN_BACK = "Школа забрала этот отчёт, пока его принимали. В базе ничего не изменилось."
NOT_CENTRE = "Вернуть отчёт школе может только координатор."
NO_WORDS = "Напишите школе, что исправить: без этого она не узнает, почему отчёт вернулся."
ACCEPTED = "Этот отчёт уже принят: {by}."
RETURNED = "Этот отчёт уже вернули школе: {by}."
WITHDRAWN = "Школа забрала этот отчёт или прислала вместо него новый."
_turn = threading.Lock()
"""One report is accepted or given back at a time, so that two people never do both."""


class Over(ShnorError):
    """Somebody else was first: who, and what was done."""

    def __init__(self, one: Sent) -> None:
        said = ACCEPTED if one.state == "accepted" else RETURNED if one.state == "returned" else WITHDRAWN
        super().__init__(said.format(by=one.closed_by))


def incoming(one: Sent) -> Incoming:
    return Incoming(one.file, one.data, one.answers)


def reviewed(store: Store, one: Sent, today: date, reader: Reader | None = None) -> Reviewed:
    """Each by itself: what another school sends is no reason to ask this one."""
    [item] = drop.review(store, [incoming(one)], today, reader)
    return item


def note(one: Sent) -> str:
    """What the journal says beside the coordinator who accepted it."""
    return f"прислала школа: {one.by}"


def accept(store: Store, desk: Desk, one: Sent, item: Reviewed, by: Actor) -> int:
    """The base takes it, then its line on the desk is closed; the state it stands in. Of a report that changes nothing
    only the line is closed. Raises Over when it was accepted, given back or taken back meanwhile, and whatever the base
    refuses it for: StateMoved with both words where somebody has changed its rows."""
    with _turn:
        _refuse_over(desk, one)
        uploads = store.uploads()
        if known := _in_base(uploads, one):
            state = made = known.state
        elif item.preview is not None and item.preview.empty and not item.approved:
            state, made = _told_before(uploads, one, store.state), 0
        else:
            state = made = _taken(store, one, item, by)
        try:
            desk.post.accepted(one.number, one.school, state, by=by.title)
        except NotThere:
            if made and desk.post.one(one.number, one.school).state != "accepted":
                _undo(store, made, by)
                raise ShnorError(TAKEN_BACK) from None
        return state


def _taken(store: Store, one: Sent, item: Reviewed, by: Actor) -> int:
    outcome = drop.accept_each(store, [item], by=by, note=note(one))
    if outcome.refused:
        raise outcome.refused[0]
    if not outcome.accepted:
        raise ShnorError(NOT_READY)
    return outcome.accepted[0]


def _undo(store: Store, state: int, by: Actor) -> None:
    """The school has taken it back between the two steps."""
    for upload in store.uploads():
        if upload.state == state and upload.live:
            store.withdraw(upload.id, by, "школа забрала отчёт, пока его принимали")


def give_back(desk: Desk, one: Sent, words: str, by: Actor) -> None:
    """With words for the school, which name nobody. Raises ShnorError, Over."""
    if by.scope.role != "coordinator":
        raise NotAllowed(NOT_CENTRE)
    refuse_personal(words)
    told = " ".join(without_people(words).split())
    if not told:
        raise ShnorError(NO_WORDS)
    with _turn:
        _refuse_over(desk, one)
        desk.post.give_back(one.number, one.school, told, by=by.title)


def _refuse_over(desk: Desk, one: Sent) -> None:
    now = desk.post.one(one.number, one.school)
    if now.state != "sent":
        raise Over(now)


def still_waiting(store: Store, desk: Desk) -> list[Sent]:
    """Of all schools, the oldest first. What the base has taken though the program ended before its line was closed is
    closed now, and not taken a second time."""
    waiting = desk.post.waiting()
    uploads = store.uploads() if waiting else []
    known = {one.number: found for one in waiting if (found := _in_base(uploads, one))}
    for one in waiting:
        if found := known.get(one.number):
            with suppress(NotThere):  # somebody else has just done so
                desk.post.accepted(one.number, one.school, found.state, by=found.who)
    return [one for one in waiting if one.number not in known]


def _in_base(uploads: Iterable[Upload], one: Sent) -> Upload | None:
    """The same bytes, accepted after they were sent: the same file sent again brings other answers."""
    mark = sha256(one.data).hexdigest()
    return next((upload for upload in uploads if upload.live and upload.sha256 == mark and one.at
                 and upload.moment >= one.at and upload.school in ("", one.school)), None)


def _told_before(uploads: Iterable[Upload], one: Sent, newest: int) -> int:
    """The state in which the school's last file of the month was accepted."""
    period = periods.containing("month", one.month).code if one.month else ""
    return next((upload.state for upload in uploads if upload.live and (upload.school, upload.period) == (
        one.school, period)), newest)

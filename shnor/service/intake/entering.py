"""Events entered on the screen and stored at once, like a file: a line of a report as rows, or any entry that leaves no
question."""

from datetime import date, datetime

from shnor.errors import ShnorError
from shnor.loaders.kinds.events import parse_event_list
from shnor.scope import Actor
from shnor.service.intake import drop, manual
from shnor.service.intake.drop import Incoming, Reviewed
from shnor.store import Store

EXAMPLE = "2 практико-ориентированных семинара, 1 вебинар, 1 видеоконференция"


def line(text: str, when: str, schools: str, moment: datetime) -> Incoming:
    """«2 семинара, 1 вебинар» as a row a kind. when: what the person typed; else what the sentence says. Raises
    ShnorError naming what was not understood."""
    found = parse_event_list(text)
    if found.unread or not found.counts:
        unread = ", ".join(f"«{piece}»" for piece in found.unread) or "пустая строка"
        raise ShnorError(f"Не прочитано: {unread}. Пишите число и вид через запятую, например: {EXAMPLE}. Другие виды "
                         "внесите по одному.")
    if not (when or found.when):
        raise ShnorError("Укажите, когда: день, месяц, год или, например, «ноябрь–декабрь 2023».")
    rows = [{"period": when or found.when, "event_kind": kind, "number": str(number), "schools": schools}
            for kind, number in found.counts]
    return manual.rows("events", rows, f"{manual.BY_HAND} {moment:%d.%m.%Y %H-%M-%S}")


def accepted(store: Store, file: Incoming, today: date, by: Actor) -> Reviewed | None:
    """Accept what has no questions; None when it is stored (now or already: a click may come twice), else the file
    with what there is to say of it."""
    [item] = drop.review(store, [file], today)
    if item.preview is None or item.checked.issues or item.approved:
        return item
    drop.accept_all(store, [item], by=by, note="внесено вручную")
    return None

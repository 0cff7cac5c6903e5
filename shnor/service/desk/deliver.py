"""From the desk of a school to the centre: hand in, take back, and accepted at once where the centre wishes so."""


from shnor.desk import Sent
from shnor.service.desk import check, draft, form
from shnor.service.desk.own import Refused, SchoolDesk
from shnor.service.intake import drop
from shnor.service.intake.drop import Incoming
from shnor.service.intake.from_schools import AT_ONCE, YES
from shnor.service.intake.reading import Reader
from shnor.service.month import workbook

NOTE = "отчёт школы, вопросов нет"


def made(own: SchoolDesk, *, nothing_new: bool = False) -> Sent:
    """The workbook of what was typed, open on the desk. nothing_new: «изменений нет» and nothing else. Raises Refused
    when nothing was typed."""
    asked, values = form.build(own), dict(draft.of(own).values)
    if nothing_new:
        values = {form.NOTHING_NEW: "да"}
    if form.is_empty(asked, values):
        raise Refused("Пока не отмечено ничего. Отметьте, что сделано, или нажмите «Изменений нет».")
    name = workbook.workbook_name(asked.book.head.school_name, own.month)
    return own.lay("form", name, form.written(asked, values, own.by.title))


def send(own: SchoolDesk, number: int, reader: Reader | None = None) -> Sent:
    """The centre sees it, or has accepted it already. Raises Refused while something is to be mended, NotThere."""
    own.refuse_others()
    sent = own.desk.post.one(number, own.school)
    if against := check.look(own, sent, reader).against:
        raise Refused(against)
    sent = own.desk.post.send(number, own.school)
    return _at_once(own, sent, reader) if at_once(own) else sent


def at_once(own: SchoolDesk) -> bool:
    return own.store.about().get(AT_ONCE) == YES


def _at_once(own: SchoolDesk, sent: Sent, reader: Reader | None) -> Sent:
    """Accepted with the school as its author, if the centre's own check has nothing to ask either; else it waits."""
    file = Incoming(sent.file, sent.data, sent.answers)
    [item] = drop.review(own.store, [file], own.today, reader)
    if not item.ready or item.errors or item.questions:
        return sent
    outcome = drop.accept_each(own.store, [item], by=own.by, note=NOTE)
    if upload := next(iter(outcome.accepted.values()), None):
        own.desk.post.accepted(sent.number, own.school, upload, by=own.by.title)
    return [*own.desk.post.over(own.school, 1), sent][0] if upload else sent


def take_back(own: SchoolDesk, number: int) -> None:
    """Raises NotThere when it is over."""
    own.desk.post.take_back(number, own.school, by=own.by.title)


def of_month(own: SchoolDesk) -> tuple[Sent | None, Sent | None]:
    """(what lies open, what was sent and waits) of this month."""
    lying = [one for one in own.desk.post.lying(own.school) if one.month == own.month]
    found = {one.state: one for one in lying}
    return found.get("open"), found.get("sent")


def history(own: SchoolDesk) -> list[Sent]:
    """What was handed in and is over, the newest first; drafts that were never sent are left out."""
    return [one for one in own.desk.post.over(own.school) if one.at]



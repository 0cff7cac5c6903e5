"""«Вопрос центру» at any time, beside the report: a row of its own, counted at once."""

from datetime import datetime

from shnor import periods, wording
from shnor.service.desk.own import Refused, SchoolDesk, without_people
from shnor.service.figures.rows import current, only
from shnor.service.intake import drop, manual
from shnor.service.month import workbook

FIRST = 101
"""Number of the first question asked beside a report: the sheet of the workbook counts its own from one."""


def ask(own: SchoolDesk, need: str, wanted_by: str, addressee: str, moment: datetime) -> str:
    """Of the month of the day. Gives what was left out of its words, "" = nothing. Raises Refused."""
    told = [without_people(text) for text in (need, wanted_by, addressee)]
    if not told[0].text:
        raise Refused("Напишите, чем помочь.")
    month = periods.containing("month", own.today).start
    with own.view() as view:
        name = workbook.book(view, own.school, month, own.forms).head.school_name
        rows = only(current(view, "requests"), school_id=own.school, month=month)
    number = max([FIRST - 1, *rows["number"].to_pylist()]) + 1
    values = {"school_id": name, "month": wording.month(month), "number": str(number),
              "known_on": wording.day(own.today), "need": told[0].text, "wanted_by": told[1].text,
              "addressee": told[2].text}
    [item] = drop.review(own.store, [manual.one_row("requests", values, moment)], own.today, scope=own.alone)
    if not item.ready or item.errors or item.questions:
        raise Refused(" ".join(issue.message for issue in item.checked.issues) or
                      "Сейчас вопрос записать нельзя: месяц утверждён. Позвоните координатору.")
    drop.accept_all(own.store, [item], by=own.by, note="вопрос школы")
    return " ".join(one.said for one in told if one.said)

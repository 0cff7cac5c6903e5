"""«Ознакомлен»: when somebody of a school has read what is said about it."""

from datetime import date, datetime

from shnor import periods
from shnor.desk import Desk
from shnor.service.desk.own import SchoolDesk
from shnor.service.month.forms import Forms


def note(own: SchoolDesk) -> None:
    """The sheet of the month was read, as it stands now."""
    own.desk.seen.note(own.school, _sheet(own.month), by=own.by.title)


def seen_on(desk: Desk, school: str, month: date) -> datetime | None:
    """When the sheet of the month was read last, in UTC; None = not yet."""
    return desk.seen.when(school, _sheet(month))


def sheet_month(forms: Forms, day: date) -> date:
    """Of which month the sheet is that is read on a day: the month whose report is collected then."""
    return forms.awaited_month(day)


def _sheet(month: date) -> str:
    return f"sheet {periods.containing('month', month).code}"

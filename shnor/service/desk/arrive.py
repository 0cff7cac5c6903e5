"""A workbook the school has filled in comes back: read in the reading process, known by the code of its form, kept as
its cells alone, without names of people and whatever else a file carries."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from shnor import periods, wording
from shnor.datasets import Grid
from shnor.desk import Sent
from shnor.loaders.month.contents import FORMS, contents
from shnor.loaders.tables.recognise import form_code
from shnor.loaders.types import Checked
from shnor.loaders.words.school_names import key
from shnor.service.desk.own import Refused, SchoolDesk
from shnor.service.intake import known
from shnor.service.intake.reading import AGAIN, Reader
from shnor.workbooks import as_read

OURS = frozenset(FORMS.values())
"""Sheets that are kept: whatever else lies in the file is no report."""
LARGEST = 100 << 10
"""Bytes of the packed sheets of a file; a full workbook of a month takes a tenth."""
TOLD = ("personal-text",)
"""Codes of warnings about what was left out; said once, when the file comes."""


@dataclass(frozen=True)
class Arrived:
    """said: what was left out of it, in sentences."""

    sent: Sent
    said: tuple[str, ...] = ()


def take(own: SchoolDesk, name: str, data: bytes, reader: Reader | None = None) -> Arrived:
    """Lies open on the desk from now on. Raises Refused for what is not this report: another school's or month's, or
    none at all."""
    with own.view() as view:
        base = known.from_view(view, own.today)
    checked = (reader or Reader()).check(name, data, base, {})
    _refuse_unread(checked)
    grids = checked.grids
    _refuse_another(own, checked, grids)
    stem = PurePath(checked.file).stem[:100]
    sent = own.lay("file", f"{stem}.xlsx", as_read.workbook([grid for grid in grids if grid.sheet in OURS]))
    return Arrived(sent, tuple(_left_out(checked)))


def _refuse_unread(checked: Checked) -> None:
    if any(issue.code in AGAIN for issue in checked.issues):
        raise Refused("Прочитать файл сейчас не удалось. Пришлите его ещё раз через минуту.")
    if sum(len(sheet.content) for sheet in checked.kept) > LARGEST:
        raise Refused("В файле гораздо больше, чем в отчёте за месяц. Скачайте бланк на этой странице, заполните и "
                      "пришлите его.")
    if not checked.kept:
        raise Refused(next((issue.message for issue in checked.issues if issue.severity == "error"),
                           "Файл прочитать не удалось. Сохраните его в формате .xlsx и пришлите ещё раз."))


def _refuse_another(own: SchoolDesk, checked: Checked, grids: Sequence[Grid]) -> None:
    if contents(grids) is None:
        raise Refused("Это не отчёт за месяц: в файле нет кода нашего бланка. Скачайте бланк на этой странице, "
                      "заполните и пришлите его.")
    codes = {code for grid in grids if (code := form_code(grid)) and code[0] in FORMS}
    if any(key(code[2]) != key(own.school) for code in codes) or checked.school not in ("", own.school):
        raise Refused("Это бланк другой школы. Скачайте свой на этой странице, заполните и пришлите его.")
    month = periods.containing("month", own.month).code
    if others := {code[1] for code in codes} - {month}:
        there = wording.month(periods.first_day(min(others)))
        raise Refused(f"Это отчёт за другой месяц: {there}. Выберите его вверху страницы или пришлите отчёт за "
                      f"{wording.month(own.month)}.")


def _left_out(checked: Checked) -> Iterator[str]:
    if checked.dropped:
        yield f"Не читаем и не сохраняем: {', '.join(checked.dropped)} — это персональные данные."
    yield from (issue.message for issue in checked.issues if issue.code in TOLD)

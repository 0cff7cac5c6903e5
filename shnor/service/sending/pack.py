"""«Разослать месяц»: a zip with a folder for each school: its workbook, its page, the letter. Nothing of others."""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from shnor import periods, wording
from shnor.reports import sheet
from shnor.service.centre.schools import SchoolCard, cards
from shnor.service.figures import roadmap
from shnor.service.month import debts
from shnor.service.month.forms import Forms
from shnor.service.month.owed import Beside, Cell
from shnor.service.month.workbook import SHIPPED, Book, book, short_name, workbook_name
from shnor.service.pages import school_sheet, school_words
from shnor.store import View
from shnor.workbooks.month import SHEET, YES, YES_CELL
from shnor.workbooks.month_sheets import HELD, MARKS, QUESTION, TEACHERS

DAYS = ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье")
_MOMENT = (2020, 1, 1, 0, 0, 0)
NAMED = 6
"""So many older reports are named in the letter, the oldest first."""
NOTHING: Beside = {}
ASK = "координатор методического центра — ответом на это письмо"


@dataclass(frozen=True)
class Line:
    """A school the month is sent to. cells: to fill in of the report; marks: of «Итоги»; due, marks_due: their days."""

    card: SchoolCard
    cells: int
    marks: int
    due: date
    marks_due: date | None


def listed(view: View, month: date, *, forms: Forms = SHIPPED) -> list[Line]:
    """To whom the month goes, by school number, and how much it asks of each."""
    return [Line(card, made.asked, made.marks, made.head.due, made.head.term_due)
            for card in recipients(view, month) for made in [book(view, card.school_id, month, forms)]]


def recipients(view: View, month: date) -> list[SchoolCard]:
    """Schools on the list on the last day of the month, or with a roadmap for it, by number."""
    this = periods.containing("month", month)
    planned = {plan.school_id for plan in roadmap.plans(view)
               if any(this.start in periods.parse(code) for code in plan.periods)}
    return [card for card in cards(view, this.end) if card.on_list or card.school_id in planned]


def pack(view: View, month: date, *, day: date, forms: Forms = SHIPPED, with_status: bool = False,
         ask: str = ASK, aside: Beside = NOTHING) -> bytes:
    """The zip. day: the page of a school is as of it. ask: whom a school may ask, for the letter. aside: reports that
    have come and are not accepted yet, of which no letter reminds. The same view and arguments give the same bytes."""
    made, owing = io.BytesIO(), debts.with_beside(debts.owing(view, day=day, forms=forms), aside)
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for card in recipients(view, month):
            owed = debts.of_school(owing, card.school_id, before=month)
            for name, data in folder(view, card, month, day=day, forms=forms, with_status=with_status, ask=ask,
                                     owed=owed):
                entry = zipfile.ZipInfo(f"{short_name(card.name)}/{name}", _MOMENT)
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, data)
    return made.getvalue()


def folder(view: View, card: SchoolCard, month: date, *, day: date, forms: Forms = SHIPPED, with_status: bool = False,
           ask: str = ASK, owed: Sequence[Cell] = ()) -> list[tuple[str, bytes]]:
    """Files of one school: name and bytes. owed: older reports it has not sent."""
    made = book(view, card.school_id, month, forms)
    page = school_sheet.build(view, card.school_id, day=day, book=made, owing=owed, with_status=with_status)
    text = letter(made, ask, school_words.debts(owed, day, NAMED)).replace("\n", "\r\n")
    return [(workbook_name(card.name, month), made.data), ("Лист_школы.pdf", sheet.pdf(page)),
            ("Письмо.txt", text.encode("utf-8-sig"))]


def letter(made: Book, ask: str = ASK, owed: Sequence[str] = ()) -> str:
    """What goes into the mail beside the files: by which day, what to fill in, what is owed since before, whom to
    ask."""
    head = made.head
    return "\n".join((
        "Здравствуйте.", "",
        f"Просим заполнить отчёт за {head.title} ({head.school_name}) и вернуть его до {_weekday(head.due)}.", "",
        *(f"– {line}" for line in _what_to_fill(made)), "",
        *(("Осталось с прошлых месяцев:", *(f"– {line};" for line in owed[:-1]), f"– {owed[-1]}.", "") if owed else ()),
        f"Если изменений за месяц нет, поставьте «{YES}» в ячейке {YES_CELL} листа «{SHEET}»: остальное можно не "
        "заполнять.",
        "Подтверждающие документы можно прислать позже. Заполняет администрация школы, педагоги ничего не заполняют.",
        "", f"Лист_школы.pdf — что о школе сейчас известно. Вопросы: {ask}."))


def _what_to_fill(made: Book) -> list[str]:
    head = made.head
    due = sum(not row.ahead for row in made.rows)
    lines = [f"Лист «{SHEET}»: {wording.counted(due, 'строка')}, {wording.counted(made.asked, 'ячейка')}." if due else
             f"Лист «{SHEET}»: в этом месяце по дорожной карте отмечать нечего."]
    if head.term and head.term_due:
        lines.append(f"Лист «{MARKS}»: отметки за {head.term}, русский язык и математика, до "
                     f"{_weekday(head.term_due)}.")
    return [*lines, f"Листы «{TEACHERS}», «{HELD}» и «{QUESTION}» — только если есть о чём сообщить."]


def _weekday(day: date) -> str:
    return f"{wording.day(day)} ({DAYS[day.weekday()]})"

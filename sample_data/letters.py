"""«Почта_ноябрь.zip»: fourteen letters of one morning, as schools and the край send them. Everything is invented.

What each of them must end in stands in `tests/test_letters.py`.
"""

import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

from docx import Document
from openpyxl import Workbook

from sample_data import books
from sample_data.bad import PEOPLE, snils
from sample_data.district import BY_NUMBER, LISTS, MARK, MUNICIPALITY, ORDERS
from sample_data.plans import Plan, plans
from sample_data.reports import LAST, entries
from shnor import periods
from shnor.workbooks import style

BOX = "Почта_ноябрь.zip"
OCTOBER = date(2026, 10, 1)
_MOMENT = (2026, 11, 27, 9, 10, 0)
_NS = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"
_MARK_HEADERS = ("Школа", "Месяц отчёта", "№", "Отметка о выполнении", "Дата", "Документ")


class _DosName(zipfile.ZipInfo):
    """A name in the code page of DOS, without a word about it, as old packers write it."""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:
        return self.filename.encode("cp866"), 0


def box() -> bytes:
    """The archive, with names in the code page old packers use."""
    raw = BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in letters().items():
            entry = _DosName(name, _MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, data)
    return raw.getvalue()


def files(folder: Path) -> list[tuple[Path, date]]:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / BOX
    path.write_bytes(box())
    return [(path, date(2026, 11, 27))]


def letters() -> Mapping[str, bytes]:
    """Name → bytes of the fourteen files."""
    return {
        "Отчет ноябрь.doc": _compound("WordDocument"),
        "Свод СОШ-7.xods": _packed({"content.bin": MARK.encode()}),
        "Отметки ООШ-5.odt": _odt(_marks(5)),
        "Отметки СОШ-7.rtf": _rtf(_marks(7)),
        "Отчеты за ноябрь.rar": b"Rar!\x1a\x07\x01\x00" + bytes(64),
        "Письмо из ООШ-12.eml": _letter(),
        "IMG_2031.jpg": b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(512),
        "Курсы с начала года СОШ-7.xlsx": _growing(),
        "Наш свод 2023-2025.xlsx": _summary(),
        "Результаты ОГЭ математика по школам.xlsx": _exam(),
        "Форма 3 для края.xlsx": _form(),
        "Приказ о перечне на 2027 год.docx": _order(),
        "Список работников ООШ-9.xlsx": _staff(),
        "Отчёт_2026-11_СОШ-11.xlsx": _report(3, LAST),
    }


def _plan(number: int) -> Plan:
    return next(plan for plan in plans(2026) if plan.school == number)


def _report(number: int, month: date) -> bytes:
    """The month's workbook of a school, as it came once."""
    plan = _plan(number)
    marks = entries(plan)
    return books.school_report(plan, month, month.replace(day=25), [entry for entry in marks if entry.month < month],
                               [entry for entry in marks if entry.month == month])


def _marks(number: int) -> list[list[str]]:
    """The documents a school still owed, in a table of its own."""
    owed = [activity for activity in _plan(number).activities
            if activity.outcome == "no_document" and activity.done >= date(2026, 9, 1)]
    return [list(_MARK_HEADERS), *([BY_NUMBER[number].name, "ноябрь 2026", activity.number, "выполнено",
                                    f"{activity.done:%d.%m.%Y}", f"{activity.document} от 26.11.2026 № 7"]
                                   for activity in owed)]


def _letter() -> bytes:
    """Last month's workbook under a new name, and its signed copy."""
    message = EmailMessage()
    message["From"], message["To"] = "school@example.ru", "center@example.ru"
    message["Subject"], message["Date"] = "Отчёт", "Thu, 26 Nov 2026 16:02:00 +0300"
    message.set_content(f"Добрый день. Отчёт во вложении. {MARK}.")
    for name, data in (("Отчёт ноябрь ООШ-12.xlsx", _report(12, OCTOBER)),
                       ("Отчёт с подписью.pdf", b"%PDF-1.4\n" + bytes(64))):
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    message.set_boundary("letter-of-november")
    return bytes(message)


def _growing() -> bytes:
    """One book for the year: a sheet a month, numbers since January."""
    workbook = Workbook()
    workbook.remove(workbook.active)
    for number, people in zip(range(1, 12), (0, 2, 2, 5, 5, 8, 8, 8, 9, 9, 11), strict=True):
        page = workbook.create_sheet(periods.MONTHS[number - 1])
        for row in ((f"Курсы с начала года. {MARK}",), ("Школа", BY_NUMBER[7].name),
                    ("Месяц", f"{periods.MONTHS[number - 1]} 2026"), (),
                    ("Предмет", "Программа", "Завершили с начала года, чел."),
                    ("математика", "Подготовка к ОГЭ", people)):
            page.append(row)
    return style.saved(workbook)


def _summary() -> bytes:
    """The centre's own свод: years over indicators, «Итого» under the schools."""
    workbook = Workbook()
    page = workbook.active
    page.title = "Свод"
    page.append((f"Наш свод. {MARK}",))
    page.append(())
    page.append(("Школа", "Качество знаний, %", None, None, "Прошли курсы, чел.", None, None))
    page.append((None, *(2023, 2024, 2025) * 2))
    page.merge_cells("A3:A4")
    page.merge_cells("B3:D3")
    page.merge_cells("E3:G3")
    for place, number in enumerate((3, 5, 7, 9, 11, 12)):
        page.append((BY_NUMBER[number].name, 38.5 + place, 40 + place, 41.5 + place, 3 + place, 4, 5))
    page.append(("Итого", 41, 42.5, 44, "=SUM(E5:E10)", 24, 30))
    return style.saved(workbook)


def _exam() -> bytes:
    rows = [[BY_NUMBER[number].name, sum(marks), *marks] for number, marks in (
        (3, (3, 11, 17, 6)), (5, (0, 2, 5, 1)), (7, (1, 6, 10, 4)), (11, (2, 8, 12, 7)), (12, (0, 3, 6, 2)))]
    headers = ("Школа", "Сдавали", "5", "4", "3", "2")
    return books.table("ОГЭ", "Результаты ОГЭ, математика, 2026 год", headers, rows)


def _form() -> bytes:
    """The край's form: a head, empty cells, nothing to read."""
    headers = ("№", "Муниципалитет", "Число ШНОР", "Педагогов", "Прошли курсы", "Доля, %", "Примечание")
    return books.table("Форма 3", "Форма 3. Сведения о поддержке ШНОР", headers,
                       [[number, "", "", "", "", "", ""] for number in range(1, 11)])


def _order() -> bytes:
    document = Document()
    for line in (MARK, ORDERS[2027].capitalize(), "Перечень школ на 2027 год", MUNICIPALITY):
        document.add_paragraph(line)
    table = document.add_table(rows=1, cols=2, style="Table Grid")
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "№ п/п", "Наименование образовательной организации"
    for place, number in enumerate(LISTS[2027], start=1):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = str(place), BY_NUMBER[number].name
    document.core_properties.author = ""
    raw = BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as parts:
        return _packed({name: parts.read(name) for name in parts.namelist()})


def _staff() -> bytes:
    rows = [[place, name, date(1980 + place, 3, 10 + place), snils(900_000_200 + place), "учитель", "математика"]
            for place, name in enumerate(PEOPLE, start=1)]
    headers = ("№", "ФИО", "Дата рождения", "СНИЛС", "Должность", "Предмет")
    return books.table("Работники", "Список работников", headers, rows)


def _odt(rows: Sequence[Sequence[str]]) -> bytes:
    names = " ".join(f'xmlns:{name}="{_NS.format(name)}"' for name in ("office", "table", "text"))
    lines = "".join("<table:table-row>" + "".join(
        f"<table:table-cell><text:p>{text}</text:p></table:table-cell>" for text in row) + "</table:table-row>"
        for row in rows)
    content = (f"<?xml version='1.0' encoding='UTF-8'?><office:document-content {names}><office:body><office:text>"
               f"<text:p>{MARK}</text:p><table:table>{lines}</table:table></office:text></office:body>"
               "</office:document-content>")
    return _packed({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": content.encode()})


def _rtf(rows: Sequence[Sequence[str]]) -> bytes:
    edges = "".join(rf"\cellx{place * 1800}" for place in range(1, len(rows[0]) + 1))
    lines = "".join(rf"\trowd{edges}" + "".join(rf"\intbl {text}\cell" for text in row) + r"\row" for row in rows)
    text = rf"\pard {MARK}\par {lines}\pard\par"
    letters_ = "".join(sign if ord(sign) < 128 else rf"\u{ord(sign)}?" for sign in text)
    return (r"{\rtf1\ansi\ansicpg1251 " + letters_ + "}").encode("ascii")


def _compound(stream: str) -> bytes:
    """The beginning of a document of Word 97: enough to be known by."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + stream.encode("utf-16-le") + bytes(64)


def _packed(parts: Mapping[str, bytes]) -> bytes:
    raw = BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in parts.items():
            target.writestr(zipfile.ZipInfo(name, _MOMENT), data)
    return raw.getvalue()

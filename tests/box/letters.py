"""Thirty letters of seven schools, the centre and the forms, each as its program writes it, with forty-five files."""

import base64
import io
import struct
import zipfile
from collections.abc import Sequence
from email.message import EmailMessage

from shnor.store import Store
from tests.box import files
from tests.box.facts import november
from tests.box.files import PHOTO, book, table
from tests.odd import documents, workbooks

File = tuple[str, bytes]


def box(store: Store) -> dict[str, bytes]:
    """Name of the letter → its bytes."""
    made = {}
    for place, letter in enumerate(_letters(store), start=1):
        made[f"Письмо {place:02}.eml"] = letter
    return made


def _letters(store: Store) -> list[bytes]:
    return [*_of_01(store), *_of_04(store), *_of_06(), *_of_08(), *_of_10(store), *_of_15(), *_of_village(), *_others()]


def _of_01(store: Store) -> list[bytes]:
    first = files.month_book(store, "Ш01", held=files.held("Ш01"), question=files.facts.REQUESTS["Ш01"])
    return [outlook(("Отчёт_2026-11_СОШ-1.xlsx", first)),
            thunderbird(("Курсы ноябрь СОШ 1.xlsx", book(("Курсы", files.courses("Ш01", "СОШ № 1")))),
                        ("Итоги 1 четверти.xls", workbooks.xls(table(files.results("Ш01"))))),
            yandex(("Кадры СОШ 1.ods", workbooks.ods(table(files.staff("Ш01")))))]


def _of_04(store: Store) -> list[bytes]:
    month = files.month_book(store, "Ш04", nothing_new="Да, изменений нет")
    return [yandex(("Отчёт_2026-11_ООШ-4.xlsx", month)),
            yandex(("Отчёт_2026-11_ООШ-4 (1).xlsx", month)),
            thunderbird(("курсы.csv", documents.csv(table(files.courses("Ш04", "ООШ 4")), "cp1251")),
                        ("итоги.xlsx", book(("Итоги", files.results("Ш04")))))]


def _of_06() -> list[bytes]:
    first = files.courses("Ш06", days={"математика": november(12)})
    return [outlook(("Отчет ноябрь СОШ 6.docx", files.marks_of_06())),
            thunderbird(("Курсы СОШ 6.xlsx", book(("Курсы", first)))),
            thunderbird(("Курсы СОШ 6 исправленный.xlsx", book(("Курсы", files.courses("Ш06"))))),
            yandex(("Мероприятия СОШ 6.ods", workbooks.ods(table(files.events("Ш06", "школа № 6")))),
                   ("четверть.csv", documents.csv(table(files.results_flat("Ш06")))))]


def _of_08() -> list[bytes]:
    courses = documents.csv(table(files.courses_above("Ш08", "Лицей № 8")))
    return [outlook(("дорожная карта лицей.rtf", files.marks_of_08())),
            yandex(("Курсы лицей.csv", courses)), yandex(("Курсы лицей (1).csv", courses)),
            thunderbird(("Четверть лицей.docx", files.document(["Отметки за четверть", "Школа: МАОУ лицей № 8",
                                                                "Учебный год: 2026/27", "Период: I четверть"],
                                                               files.results("Ш08")[4:])),
                        ("IMG_2041.jpg", PHOTO))]


def _of_10(store: Store) -> list[bytes]:
    month = files.month_book(store, "Ш10", question=files.facts.REQUESTS["Ш10"])
    return [forwarded(("Отчеты ООШ 10.zip", packed(("Отчёт_2026-11_ООШ-10.xlsx", month),
                                                   ("Октябрь ООШ 10.xlsx", files.october_of_10())))),
            nameless(book(("Лист1", files.results("Ш10", "ООШ №10")))),
            yandex(("Кадры ООШ 10.csv", documents.csv(table(files.staff("Ш10")), "cp1251")))]


def _of_15() -> list[bytes]:
    courses = book(("Лист1", files.courses_above("Ш15", "СОШ №15")))
    return [thunderbird(("Выполнение СОШ 15.xls", files.marks_of_15())),
            winmail(("Курсы СОШ 15.xlsx", courses)),
            outlook(("Итоги СОШ 15.ods", workbooks.ods(table(files.results("Ш15")))),
                    ("Вопросы СОШ 15.docx", files.document(["Вопросы центру"], files.questions("Ш15")))),
            yandex(("Что провели СОШ 15.xlsx", book(("Лист1", files.events("Ш15")))),
                   ("Кадры СОШ 15.docx", files.document(["МБОУ СОШ № 15", "по состоянию на 25.11.2026"],
                                                        files.staff("Ш15")[3:])))]


def _of_village() -> list[bytes]:
    village = "Ольховская ООШ"
    asked = book(("Лист1", files.questions("ОЛХ", village)))
    return [raw(("Ольховская дорожная карта.ods", files.marks_of_village())),
            raw(("курсы Ольховская.rtf", documents.rtf(table(files.courses("ОЛХ", "Ольховская школа")))),
                ("Итоги четверти Ольховская.xls", documents.html(table(files.results("ОЛХ", village))))),
            yandex(("мероприятия.csv", documents.csv(table(files.events("ОЛХ", "МБОУ «Ольховская ООШ»")))),
                   ("кадры.xls", workbooks.xls(table(files.staff("ОЛХ", village))))),
            outlook(("Вопрос Ольховская.xlsx", asked), ("Вопрос Ольховская.xlsx.sig", signature()))]


def _others() -> list[bytes]:
    rest = packed(("Кадры лицей.xlsx", book(("Кадры", files.staff("Ш08")))),
                  ("Что провели лицей.rtf", documents.rtf(table(files.events("Ш08")))),
                  ("Кадры СОШ 6.csv", documents.csv(table(files.staff("Ш06")))),
                  ("Мероприятие ООШ 4.xls", workbooks.xls(table(files.events("Ш04")))),
                  ("Курсы ООШ 10.xlsx", book(("Курсы", files.courses("Ш10")))))
    return [outlook(("Журнал центра ноябрь.xlsx", book(("Журнал", files.centre_log("held"))))),
            yandex(("Помощь школам.csv", files.teachers_form())),
            thunderbird(("Опрос родителей (Ответы).xlsx", files.parents_form())),
            forwarded(("План на декабрь.xlsx", book(("План", files.centre_log("planned")))), ("Фото.jpg", PHOTO)),
            outlook(("Остальное.zip", rest))]


# --- programs ---

def _message(*attached: File, text: str = "Здравствуйте. Отчёт во вложении.") -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "school@example.ru", "centre@example.ru", "Отчёт за ноябрь"
    made["Date"] = "Mon, 30 Nov 2026 08:10:00 +0300"
    made.set_content(text)
    for name, data in attached:
        made.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return made


def outlook(*attached: File) -> bytes:
    """A page with the picture of a signature in it."""
    made = _message(*attached)
    made["X-Mailer"] = "Microsoft Outlook 16.0"
    page = EmailMessage()
    page.set_content("<p>Отчёт во вложении.</p><img src='cid:image001.png@01'>", subtype="html")
    page.add_related(b"\x89PNG\r\n\x1a\n" + bytes(90), "image", "png", cid="<image001.png@01>", disposition="inline",
                     filename="image001.png")
    made.get_payload().insert(1, page)
    return made.as_bytes()


def thunderbird(*attached: File) -> bytes:
    """Names in pieces by RFC 2231, another order of the head."""
    parts = []
    for name, data in attached:
        text = "".join(f"%{byte:02X}" for byte in name.encode())
        pieces = [text[at:at + 51] for at in range(0, len(text), 51)]  # the two bytes of a letter may be torn apart
        pieces[0] = "UTF-8''" + pieces[0]
        named = "".join(f";\r\n filename*{place}*={piece}" for place, piece in enumerate(pieces))
        parts.append(_part(f"Content-Type: application/octet-stream\r\nContent-Disposition: attachment{named}", data))
    head = ("Message-ID: <a1@example.ru>\r\nDate: Mon, 30 Nov 2026 08:10:00 +0300\r\nMIME-Version: 1.0\r\n"
            "User-Agent: Mozilla Thunderbird\r\nContent-Language: ru\r\nTo: centre@example.ru\r\n"
            "From: school@example.ru\r\nSubject: =?UTF-8?B?0J7RgtGH0ZHRgg==?=")
    return _mixed(head, parts)


def yandex(*attached: File) -> bytes:
    """Every name an encoded word in both heads of its part."""
    parts = []
    for name, data in attached:
        word = f"=?utf-8?B?{base64.b64encode(name.encode()).decode()}?="
        parts.append(_part(f'Content-Disposition: attachment;\r\n\tfilename="{word}"\r\n'
                           f'Content-Type: application/octet-stream;\r\n\tname="{word}"', data))
    head = ("Received: by mail.example.ru; Mon, 30 Nov 2026 08:10:01 +0300\r\nFrom: school@example.ru\r\n"
            "To: centre@example.ru\r\nMIME-Version: 1.0\r\nX-Mailer: Yamail [ http://yandex.ru ] 5.0\r\n"
            "Date: Mon, 30 Nov 2026 08:10:00 +0300")
    return _mixed(head, parts)


def raw(*attached: File) -> bytes:
    """Names in bytes of cp1251, as old programs write them."""
    parts = [_part(b'Content-Type: application/octet-stream; name="' + name.encode("cp1251")
                   + b'"\r\nContent-Disposition: attachment; filename="' + name.encode("cp1251") + b'"', data)
             for name, data in attached]
    return _mixed("From: school@example.ru\r\nTo: centre@example.ru\r\nDate: Mon, 30 Nov 2026 08:10:00 +0300\r\n"
                  "MIME-Version: 1.0\r\nX-Mailer: The Bat!", parts)


def nameless(data: bytes) -> bytes:
    part = _part("Content-Type: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", data)
    return _mixed("Return-Path: <school@example.ru>\r\nFrom: school@example.ru\r\nMIME-Version: 1.0\r\n"
                  "Date: Mon, 30 Nov 2026 08:10:00 +0300", [part])


def forwarded(*attached: File) -> bytes:
    made = _message(text="Переслано от коллег.")
    made.add_attachment(_message(*attached))
    return made.as_bytes()


def winmail(*attached: File) -> bytes:
    out = b"\x78\x9f\x3e\x22\x01\x00" + _attribute(1, 0x9006, 8, b"\x00\x00\x01\x00")
    for name, data in attached:
        text = name.encode("utf-16-le") + b"\x00\x00"
        properties = struct.pack("<LHHLHHLL", 2, 3, 0x3705, 1, 0x1F, 0x3707, 1, len(text)) + text
        out += _attribute(2, 0x9002, 6, b"\x01" + bytes(13)) + _attribute(2, 0x8010, 1, b"COURSES.XLS\x00")
        out += _attribute(2, 0x800F, 6, data) + _attribute(2, 0x9005, 6, properties)
    return _message(("winmail.dat", out)).as_bytes()


def _attribute(level: int, number: int, kind: int, data: bytes) -> bytes:
    return struct.pack("<BHHL", level, number, kind, len(data)) + data + struct.pack("<H", sum(data) & 0xFFFF)


def signature() -> bytes:
    """A signature that lies beside its file: it holds no content."""
    def element(tag: int, content: bytes) -> bytes:
        size = len(content)
        length = bytes([size]) if size < 128 else b"\x82" + size.to_bytes(2, "big")
        return bytes([tag]) + length + content
    signed = bytes.fromhex("06092a864886f70d010702")
    data = element(0x30, bytes.fromhex("06092a864886f70d010701"))
    body = element(2, b"\x01") + element(0x31, b"") + data + element(0xA0, bytes(200)) + element(0x31, bytes(200))
    return element(0x30, signed + element(0xA0, element(0x30, body)))


def _part(head: str | bytes, data: bytes) -> bytes:
    head = head if isinstance(head, bytes) else head.encode()
    return head + b"\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64.encodebytes(data).replace(b"\n", b"\r\n")


def _mixed(head: str, parts: Sequence[bytes]) -> bytes:
    text = "Content-Type: text/plain; charset=utf-8\r\n\r\nОтчёт во вложении.\r\n".encode()
    pieces = b"".join(b"--=_line\r\n" + part for part in (text, *parts))
    return f"{head}\r\nContent-Type: multipart/mixed; boundary=\"=_line\"\r\n\r\n".encode() + pieces + b"--=_line--\r\n"


def packed(*inside: File) -> bytes:
    raw_bytes = io.BytesIO()
    with zipfile.ZipFile(raw_bytes, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in inside:
            made.writestr(zipfile.ZipInfo(name, (2026, 11, 30, 8, 0, 0)), data)
    return raw_bytes.getvalue()

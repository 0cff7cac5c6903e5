"""Small files that would fill a machine or keep it busy, made by arithmetic: each is a few kilobytes or megabytes."""

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

INBOX, FORM, PAPER, SLIDES, LETTERHEAD, PICTURE = "приём", "форма", "справка", "шаблон", "бланк", "рисунок"
"""Where a file is put: the pages that take files."""
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OPEN = "urn:oasis:names:tc:opendocument:xmlns"
LAUGHS = ('<!DOCTYPE x [<!ENTITY a0 "ха">' + "".join(
    f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9)) + "]>")
REPEATED = ('<table:table><table:table-row table:number-rows-repeated="1000"><table:table-cell '
            'table:number-columns-repeated="1000"><text:p>а</text:p></table:table-cell></table:table-row></table:table>')
MARK = "Дорожная карта школы", "МБОУ СОШ № 9", "ноябрь 2026", "1.1", "почти готово", ""
HEADERS = ("Дорожная карта", "Школа", "Отчётный месяц", "№ мероприятия", "Отметка о выполнении", "Дата выполнения")


@dataclass(frozen=True)
class Hostile:
    """door: where it is put. made: its bytes, when its turn comes."""

    what: str
    door: str
    name: str
    made: Callable[[], bytes]


def zipped(*parts: tuple[str, bytes]) -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return raw.getvalue()


def zeros(megabytes: int) -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("план.csv", "w") as inside:
        for _ in range(megabytes):
            inside.write(bytes(1 << 20))
    return raw.getvalue()


def within(levels: int) -> bytes:
    """An archive in an archive …"""
    data = zipped(("план.csv", b"1;2"))
    for level in range(levels):
        data = zipped((f"{level}.zip", data))
    return data


def many_swollen() -> bytes:
    swollen = zeros(19)
    return zipped(*((f"{n}.zip", swollen) for n in range(290)))


def many_of_many() -> bytes:
    return zipped(*((f"{n}.zip", zipped(*((f"{n}-{k}.csv", b"1;2") for k in range(250)))) for n in range(250)))


def up_to_the_limits() -> bytes:
    """As much as is opened of one drop: 198 MB behind 1,5 MB."""
    noise = random.Random(1)
    return zipped(*((f"{n}.png", b"\x89PNG\r\n\x1a\n" + noise.randbytes(4500) + bytes(680_000)) for n in range(290)))


def book(rows: str, before: str = "", strings: str = "", beside: str = "") -> bytes:
    """A workbook. before: in front of the root of its sheet; strings: shared ones; beside: rows of a second sheet."""
    kinds = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
    types = "".join(f'<Default Extension="{end}" ContentType="{kind}"/>' for end, kind in kinds.items())
    main = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    return zipped(
        ("[Content_Types].xml", (
            f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{types}'
            f'<Override PartName="/xl/workbook.xml" ContentType="{main}.sheet.main+xml"/></Types>').encode()),
        ("_rels/.rels", related(("officeDocument", "xl/workbook.xml"))),
        ("xl/workbook.xml", (f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets><sheet name="План" sheetId="1" '
                             'r:id="rId1"/><sheet name="Лист" sheetId="2" r:id="rId3"/></sheets></workbook>').encode()),
        ("xl/_rels/workbook.xml.rels", related(("worksheet", "worksheets/sheet1.xml"),
                                               ("sharedStrings", "sharedStrings.xml"),
                                               ("worksheet", "worksheets/sheet2.xml"))),
        ("xl/sharedStrings.xml", f'<sst xmlns="{MAIN}">{strings}</sst>'.encode()),
        ("xl/worksheets/sheet1.xml",
         f'{before}<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'.encode()),
        ("xl/worksheets/sheet2.xml", f'<worksheet xmlns="{MAIN}"><sheetData>{beside}</sheetData></worksheet>'.encode()))


def related(*parts: tuple[str, str]) -> bytes:
    lines = "".join(f'<Relationship Id="rId{n}" Type="{RELATIONS}/{kind}" Target="{place}"/>'
                    for n, (kind, place) in enumerate(parts, 1))
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{lines}</Relationships>'.encode()


def written(text: str) -> str:
    return f'<c t="inlineStr"><is><t>{text}</t></is></c>'


def rows_of(number: int, cells: str) -> str:
    return f"<row>{cells}</row>" * number


def nested_sheet() -> bytes:
    return book("<row>" * 200_000 + "</row>" * 200_000)


def wrong_marks(number: int) -> bytes:
    """A list as we know it, in which no row can be understood."""
    rows = "".join(f"<row>{''.join(map(written, (f'Карта {n}', f'СОШ № {n}', 'мартобря', n, f'почти {n}', 'завтра')))}"
                   "</row>" for n in range(number))
    return book(f"<row>{''.join(map(written, HEADERS))}</row>{rows}")


def docx(body: str, before: str = "") -> bytes:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return zipped(
        ("[Content_Types].xml", (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override '
            f'PartName="/word/document.xml" ContentType="{kind}"/></Types>').encode()),
        ("_rels/.rels", related(("officeDocument", "word/document.xml"))),
        ("word/document.xml", f'{before}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'.encode()))


def word_cell(inside: str, width: str = "") -> str:
    return (f'<w:tbl><w:tr><w:tc><w:tcPr>{width}</w:tcPr><w:p><w:r><w:t>а</w:t></w:r></w:p>{inside}</w:tc></w:tr>'
            "</w:tbl>")


def nested_document() -> bytes:
    head, tail = word_cell("|").split("|")
    return docx(head * 20_000 + tail * 20_000)


def odt(body: str, before: str = "") -> bytes:
    names = " ".join(f'xmlns:{name}="{OPEN}:{name}:1.0"' for name in ("office", "table", "text"))
    return zipped(("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", (
        f"{before}<office:document-content {names}><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>").encode()))


def letter(levels: int) -> bytes:
    head = b"From: a@example.ru\r\nSubject: x\r\nContent-Type: message/rfc822\r\n\r\n"
    return head * levels + b"From: a@example.ru\r\nSubject: x\r\n\r\nx\r\n"


def braces(number: int) -> bytes:
    return b"{\\rtf1\\ansi " + b"{" * number + b"x" + b"}" * number + b"}"


def deep_xml(levels: int) -> bytes:
    head = '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'
    return (head + "<Worksheet>" * levels + "</Worksheet>" * levels + "</Workbook>").encode()


def slides() -> bytes:
    """No presentation, but packed as one: swollen behind its list of parts."""
    kind = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
    return zipped(
        ("[Content_Types].xml", (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override '
            f'PartName="/ppt/presentation.xml" ContentType="{kind}"/></Types>').encode()),
        ("_rels/.rels", related(("officeDocument", "ppt/presentation.xml"))),
        ("ppt/presentation.xml", b"<a>" * 1_000_000 + b"</a>" * 1_000_000), ("ppt/media/1.png", bytes(300 << 20)))


def picture(side: int) -> bytes:
    """One colour, as many points as a sheet of a square kilometre."""
    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">L", len(content)) + kind + content + struct.pack(">L", zlib.crc32(kind + content))

    packer = zlib.compressobj(9)
    lines = b"".join(packer.compress(bytes(1 + side // 8)) for _ in range(side)) + packer.flush()
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">LLBBBBB", side, side, 1, 0, 0, 0, 0))
            + chunk(b"IDAT", lines) + chunk(b"IEND", b""))


FAR = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
FILES = (
    Hostile("ZIP, 600 MB of zeros", INBOX, "нули.zip", partial(zeros, 600)),
    Hostile("ZIP in ZIP, ten levels", INBOX, "матрёшка.zip", partial(within, 10)),
    Hostile("ZIP of 290 ZIPs of 19 MB", INBOX, "бомба.zip", many_swollen),
    Hostile("ZIP of 250 ZIPs of 250 files", INBOX, "много.zip", many_of_many),
    Hostile("ZIP of 10 000 files", INBOX, "файлы.zip", lambda: zipped(*((f"{n}.csv", b"1;2") for n in range(10_000)))),
    Hostile("ZIP of 290 files, 198 MB, within the limits", INBOX, "предел.zip", up_to_the_limits),
    Hostile("XLSX, billion laughs", INBOX, "смех.xlsx", lambda: book(f"<row>{written('&a9;')}</row>", LAUGHS)),
    Hostile("DOCX, billion laughs", INBOX, "смех.docx", lambda: docx(word_cell("<w:p><w:r><w:t>&a9;</w:t></w:r></w:p>"),
                                                                   LAUGHS)),
    Hostile("ODT, billion laughs", INBOX, "смех.odt", lambda: odt("<text:p>&a9;</text:p>", LAUGHS)),
    Hostile("XLSX, one cell in the farthest corner", INBOX, "даль.xlsx", lambda: book(FAR.replace('"', "'"))),
    Hostile("XLSX, 300 MB of spaces", INBOX, "пусто.xlsx", lambda: book(" " * (300 << 20))),
    Hostile("XLSX, a million empty rows", INBOX, "строки.xlsx", lambda: book("<row/>" * 1_000_000)),
    Hostile("XLSX, a million coloured cells", INBOX, "цвет.xlsx", lambda: book(rows_of(10_000, '<c s="1"/>' * 100))),
    Hostile("XLSX, wide: 16 000 columns, 60 rows", INBOX, "ширь.xlsx", lambda: book(
        rows_of(60, "<c><v>1</v></c>" * 16_000))),
    Hostile("XLSX, 100 000 rows of 20 numbers", INBOX, "числа.xlsx", lambda: book(
        rows_of(100_000, "<c><v>1</v></c>" * 20))),
    Hostile("XLSX, 40 000 marks nobody can read", INBOX, "отметки.xlsx", partial(wrong_marks, 40_000)),
    Hostile("XLSX, 5000 marks nobody can read", INBOX, "вопросы.xlsx", partial(wrong_marks, 5000)),
    Hostile("XLSX, one question beside 900 000 numbers", INBOX, "вопрос.xlsx", lambda: book(
        f"<row>{''.join(map(written, HEADERS))}</row><row>{''.join(map(written, MARK))}</row>",
        beside=rows_of(9000, "<c><v>1</v></c>" * 100))),
    Hostile("XLSX, a string of 32 KB in 50 000 cells", INBOX, "строка.xlsx", lambda: book(
        rows_of(500, '<c t="s"><v>0</v></c>' * 100), strings=f"<si><t>{'а' * 32_000}</t></si>")),
    Hostile("XLSX, a million shared strings", INBOX, "слова.xlsx", lambda: book(
        rows_of(1, '<c t="s"><v>0</v></c>'), strings="".join(f"<si><t>{n}</t></si>" for n in range(1_000_000)))),
    Hostile("XLSX, 200 000 rows in rows", INBOX, "вглубь.xlsx", nested_sheet),
    Hostile("DOCX, 20 000 tables in tables", INBOX, "вглубь.docx", nested_document),
    Hostile("DOCX, a cell two thousand million columns wide", INBOX, "ширь.docx", lambda: docx(
        word_cell("", '<w:gridSpan w:val="2000000000"/>'))),
    Hostile("ODT, 1000 × 1000 repeated cells", INBOX, "план.odt", lambda: odt(REPEATED)),
    Hostile("ODT, 20 such tables", INBOX, "планы.odt", lambda: odt(REPEATED * 20)),
    Hostile("RTF of a million braces", INBOX, "скобки.rtf", partial(braces, 1_000_000)),
    Hostile("XML 100 000 deep", INBOX, "глубина.xml", partial(deep_xml, 100_000)),
    Hostile("letter 2000 deep", INBOX, "письмо.eml", partial(letter, 2000)),
    Hostile("CSV of one line, 8 MB", INBOX, "линия.csv", lambda: b"1;" * (4 << 20)),
    Hostile("form: XLSX, 300 MB of spaces", FORM, "форма.xlsx", lambda: book(" " * (300 << 20))),
    Hostile("form: DOCX, 20 000 tables in tables", FORM, "форма.docx", nested_document),
    Hostile("form: XLSX, 60 000 rows of 20 numbers", FORM, "числа.xlsx", lambda: book(
        rows_of(60_000, "<c><v>1</v></c>" * 20))),
    Hostile("paper: ODT, 20 × 1000 × 1000 repeated cells", PAPER, "справка.odt", lambda: odt(REPEATED * 20)),
    Hostile("paper: RTF of a million braces", PAPER, "справка.rtf", partial(braces, 1_000_000)),
    Hostile("slides: PPTX, XML a million deep, 300 MB of zeros", SLIDES, "шаблон.pptx", slides),
    Hostile("letterhead: DOCX, 20 000 tables in tables", LETTERHEAD, "бланк.docx", nested_document),
    Hostile("picture: PNG, 30 000 × 30 000 points", PICTURE, "рисунок.png", partial(picture, 30_000)),
)

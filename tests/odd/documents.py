"""Writers of everything that is no workbook: texts in code pages, web pages, documents, letters, archives."""

import base64
import io
import zipfile
from html import escape

from docx import Document

from tests.odd.sheets import Sheet, text

PAGES = ("utf-8", "utf-8-sig", "cp1251", "koi8-r", "cp866", "mac-cyrillic", "utf-16")


def csv(sheet: Sheet, page: str = "utf-8", separator: str = ";") -> bytes:
    lines = []
    for r, row in enumerate(sheet.rows):
        cells = [sheet.faults.get((r, c), text(value)) for c, value in enumerate(row)]
        lines.append(separator.join(f'"{cell.replace(chr(34), chr(34) * 2)}"' if {separator, '"', "\n"} & set(cell)
                                    else cell for cell in cells))
    return "\r\n".join((*lines, "")).encode(page, "replace")


def html(sheet: Sheet, page: str = "utf-8") -> bytes:
    spans = {first: last - first + 1 for first, last in sheet.merged}
    below = {row for first, last in sheet.merged for row in range(first + 1, last + 1)}
    rows = []
    for r, row in enumerate(sheet.rows):
        cells = [f"<td rowspan={spans[r]}>{_web(sheet, r, c)}</td>" if c == 0 and r in spans else
                 f"<td>{_web(sheet, r, c)}</td>" for c in range(len(row)) if not (c == 0 and r in below)]
        rows.append(f"<tr{' style=display:none' if r in sheet.hidden else ''}>{''.join(cells)}</tr>")
    return (f"<html><head><meta charset={page}></head><body><p></p><table border=1>{''.join(rows)}</table></body>"
            "</html>").encode(page)


def _web(sheet: Sheet, r: int, c: int) -> str:
    shown = escape(sheet.faults.get((r, c), text(sheet.rows[r][c]))).replace("\n", "<br>")
    return f"<s>{shown}</s>" if r in sheet.struck else shown


def mhtml(sheet: Sheet) -> bytes:
    body = base64.encodebytes(html(sheet))
    return (b"MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\n"
            b"Content-Type: multipart/related; boundary=\"--=_x\"\r\n\r\n"
            b"----=_x\r\nContent-Location: file:///C:/book.htm\r\nContent-Transfer-Encoding: base64\r\n"
            b"Content-Type: text/html; charset=\"utf-8\"\r\n\r\n" + body + b"\r\n----=_x--\r\n")


def docx(sheet: Sheet) -> bytes:
    made = Document()
    table = made.add_table(len(sheet.rows), sheet.width)
    for r, row in enumerate(sheet.rows):
        for c, value in enumerate(row):
            cell = table.cell(r, c)
            cell.text = sheet.faults.get((r, c), text(value))
            for run in cell.paragraphs[0].runs if r in sheet.struck else ():
                run.font.strike = True
    for first, last in sheet.merged:
        for row in range(first + 1, last + 1):
            table.cell(row, 0).text = ""
        table.cell(first, 0).merge(table.cell(last, 0))
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def rtf(sheet: Sheet) -> bytes:
    width = sheet.width
    edges = "".join(f"\\cellx{(place + 1) * 1500}" for place in range(width))
    rows = ["\\trowd" + edges + "".join(f"\\intbl {_rich(sheet, r, c)}\\cell " for c in range(width)) + "\\row "
            for r in range(len(sheet.rows))]
    return ("{\\rtf1\\ansi\\ansicpg1251 " + "".join(rows) + "\\pard\\par}").encode("ascii")


def _rich(sheet: Sheet, r: int, c: int) -> str:
    value = sheet.rows[r][c] if c < len(sheet.rows[r]) else None
    shown = "".join("\\line " if letter == "\n" else letter if letter.isascii() and letter not in "\\{}" else
                    f"\\u{ord(letter)}?" for letter in sheet.faults.get((r, c), text(value)))
    return f"{{\\strike {shown}}}" if r in sheet.struck else shown


def spreadsheetml(sheet: Sheet) -> bytes:
    rows = "".join(
        "<Row" + (' ss:Hidden="1"' if r in sheet.hidden else "") + ">" +
        "".join(f'<Cell><Data ss:Type="{"Number" if type(value) in (int, float) else "String"}">'
                f"{escape(str(value) if type(value) in (int, float) else text(value))}</Data></Cell>" for value in row)
        + "</Row>" for r, row in enumerate(sheet.rows))
    return (f'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:'
            f'office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet '
            f'ss:Name="{escape(sheet.name)}"><Table>{rows}</Table></Worksheet></Workbook>').encode()


def archive(name: str, data: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(name, data)
    return stream.getvalue()


def letter(name: str, data: bytes, first: str = "Date: Fri, 27 Nov 2026 10:00:00 +0300") -> bytes:
    title = base64.b64encode(name.encode()).decode()
    return (f"{first}\r\nFrom: a@example.ru\r\nTo: b@example.ru\r\nMIME-Version: 1.0\r\n"
            'Content-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n'
            "Отчёт\r\n--x\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n"
            f"Content-Disposition: attachment; filename=\"=?utf-8?B?{title}?=\"\r\n\r\n").encode() + \
        base64.encodebytes(data) + b"\r\n--x--\r\n"

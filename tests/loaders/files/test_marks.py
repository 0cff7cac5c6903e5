"""Text files by how they begin: pages, data of programs, links, tables in text formats, tables in any code page."""

import json
from pathlib import Path

import pytest

from shnor.loaders.files.guard import Refused, inspect
from shnor.loaders.files.sniff import IDS, sniff

CASES = Path(__file__).parents[1] / "data" / "cases"
PLIST = '<?xml version="1.0"?><!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://x">'
TABLE = "№ п/п;Школа;Итог\n1;СОШ № 1;5\n2;ООШ — 5;7\n"


def case(name: str) -> bytes:
    return (CASES / name).read_bytes()


@pytest.mark.parametrize("text", [
    "<html><body>", "\ufeff<HTML>", "<body><p>", "<tr><td>1</td></tr>", "<center>x</center>", "  \r\n<div class='a'>",
    "<!-- saved from url -->\n<table>", "<!DOCTYPE html>\n<x>", "<style>x</style><table>", "<o:p>1</o:p>",
    "<?xml version='1.0'?><!DOCTYPE html PUBLIC 'x' 'y'><html xmlns='http://www.w3.org/1999/xhtml'>",
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel">', "Отчёт<br><table><tr><td>1</td><td>2</td></tr></table>",
])
def test_a_page(text):
    assert {sniff("свод.xls", text.encode(page)) for page in ("utf-8", "cp1251", "utf-16", "utf-16-le")
            if page != "cp1251" or "\ufeff" not in text} == {"html"}


@pytest.mark.parametrize(("text", "what"), [
    ('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook '
     'xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', "spreadsheetml"),
    ('<ss:Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"/>', "spreadsheetml"),
    ('<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"/>', "wordml"),
    ('<office:document office:mimetype="application/vnd.oasis.opendocument.text"/>', "fodt"),
    ('<office:document office:mimetype="application/vnd.oasis.opendocument.spreadsheet"/>', "fods"),
    ('<?xml version="1.0"?><document xmlns="http://v8.1c.ru/8.2/data/spreadsheet"/>', "mxl"),
    ('<svg xmlns="http://www.w3.org/2000/svg"/>', "svg"),
    (PLIST + "<plist><dict/></plist>", "plist"),
    (PLIST + "<plist><dict><key>URL</key><string>https://x</string></dict></plist>", "link"),
    ('<?xml version="1.0"?><FictionBook/>', "book"),
    ('<?xml version="1.0" encoding="UTF-8"?>\n<Файл><Школа/></Файл>', "xml"),
    ('{"schools": [{"name": "МБОУ"}]}', "json"), ("[1, 2]", "json"),
    ('{"url": "https://docs.google.com/x", "doc_id": "1", "email": "a@example.ru"}', "link"),
    ('{"": "WARNING!", "doc_id": "1", "resource_key": ""}', "link"),
    ("[InternetShortcut]\r\nURL=https://x", "link"), ("[{000214A0}]\r\nProp3=19,2\r\n[InternetShortcut]", "link"),
    ("[Desktop Entry]\nType=Link\nURL=https://x", "link"),
    ("ID;PWXL;N;E\r\nP;PGeneral\r\nC;Y1;X1;K1\r\n", "sylk"), ("TABLE\r\n0,1\r\n\"EXCEL\"\r\n", "dif"),
    ("\ufeff{\\rtf1 x}", "rtf"), ("-----BEGIN PGP SIGNATURE-----\n", "signature"),
    ("ID;Показатель;План\n1;Совет;2\n", "csv"), ("TABLE;1\n0,1\n", "csv"), ("[нет];1\n", "csv"), ("{х;1\n", "csv"),
    ("<5 человек;1\n<данные>;2\n", "csv"), ("Тег <td> и ещё раз <td>;1\n", "csv"),
])
def test_a_text_that_is_something_else(text, what):
    assert sniff("файл.xls", text.encode()) == what


@pytest.mark.parametrize(("data", "what"), [
    (b"bplist00\xd1\x01", "plist"), (b"AT&TFORM\x00\x00\x00\x10DJVU", "djvu"), (b"MOXCEL\x00\x07\x00", "mxl"),
    (b"L\x00\x00\x00\x01\x14\x02\x00" + b"\x00" * 60, "shortcut"), (b"BZh91AY&SY\x00\x01", "bz2"),
    (b"\xfd7zXZ\x00\x00", "xz"), (b"MSCF\x00\x00\x00\x00\x2c\x01", "cab"),
    (b"\x09\x00\x04\x00\x02\x00\x10\x00", "old-excel"),
    (b"\x09\x02\x06\x00\x00\x00\x10\x00", "old-excel"), (b"\x09\x04\x06\x00\x00\x00\x10\x00", "old-excel"),
])
def test_a_beginning_of_bytes(data, what):
    assert sniff("файл", data) == what


@pytest.mark.parametrize("page", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le",
                                  "utf-32-be", "cp1251", "cp866", "koi8-r", "mac-cyrillic"])
def test_a_table_in_any_code_page_is_text(page):
    assert sniff("файл.csv", TABLE.encode(page, "replace")) == "csv"
    assert sniff("файл.csv", (TABLE + "\x1a").encode(page, "replace")) == "csv"


@pytest.mark.parametrize("data", [b"\x00" * 100, b"\x01\x02\x03" * 9, b"\x00\x01\x02\x03" * 20])
def test_noise_is_no_text(data):
    assert sniff("файл.csv", data) == "unknown"


@pytest.mark.parametrize(("name", "what"), [
    ("h1_h06_html.doc", "html"), ("h1_h11_word2003xml.doc", "wordml"), ("h1_lo.fods", "fods"), ("h1_lo.slk", "sylk"),
    ("lo.dif", "dif"),
])
def test_cases(name, what):
    assert sniff(name, case(name)) == what


@pytest.mark.parametrize("what", sorted(IDS - {"zip", "letter", "tnef", "signed"}))
def test_every_answer_is_read_or_has_its_sentence(what, monkeypatch):
    monkeypatch.setattr("shnor.loaders.files.guard.sniff", lambda name, data: what)
    monkeypatch.setattr("shnor.loaders.files.guard._plain", lambda name, data, what: (_ for _ in ()).throw(KeyError))
    try:
        inspect("файл", json.dumps({}).encode())
    except Refused as refused:
        message = refused.issue.message
        assert message.startswith("«файл»")
        assert "  " not in message
        assert "()" not in message
    except KeyError:
        pass  # a package, to be looked into

"""Letters as programs of mail write them: told by the lines of their head, files inside by any of their names."""

import base64
import binascii
import quopri
from urllib.parse import quote

import pytest

from shnor.loaders.files.envelopes import containers
from shnor.loaders.files.sniff import sniff

FILE = "Отчёт школы № 5.csv"
DATA = "№;Школа\n1;СОШ № 1\n".encode()
WHO = "From: a@example.ru\nTo: b@example.ru\nSubject: x\nMIME-Version: 1.0\n"
SHEET = "Content-Type: application/octet-stream"


def part(*heads: str, data: bytes = DATA) -> str:
    lines = "\n".join(heads)
    return f"--B\n{lines}\nContent-Transfer-Encoding: base64\n\n{base64.encodebytes(data).decode()}\n"


def mail(first: str = "", *parts: str, body: str = "Отчёт во вложении.", page: str = "utf-8") -> bytes:
    files = "".join(parts or [part(SHEET, 'Content-Disposition: attachment; filename="a.csv"')])
    return (f'{first}{WHO}Content-Type: multipart/mixed; boundary="B"\n\n--B\nContent-Type: text/plain; '
            f"charset={page}\n\n{body}\n{files}--B--\n").encode()


def around(letter: bytes, mark: str, encoded: bool = False) -> bytes:
    """A letter forwarded as an attachment of another one."""
    packing = "Content-Transfer-Encoding: base64\n" if encoded else ""
    inner = base64.encodebytes(letter) if encoded else letter
    return (f'{WHO}Content-Type: multipart/mixed; boundary="{mark}"\n\n--{mark}\nContent-Type: message/rfc822\n'
            f"{packing}\n").encode() + inner + f"\n--{mark}--\n".encode()


def names(name: str, data: bytes) -> list[str]:
    return [file.name for file in containers.opened(name, data)]


def word(page: str, text: str = FILE) -> str:
    return f"=?{page}?B?{base64.b64encode(text.encode(page)).decode()}?="


@pytest.mark.parametrize("first", [
    pytest.param("Message-ID: <1@x>\nDate: Fri, 27 Nov 2026 10:00:00 +0300\n", id="thunderbird"),
    pytest.param("Date: Fri, 27 Nov 2026 10:00:00 +0300\n", id="the-bat"),
    pytest.param("DKIM-Signature: v=1; a=rsa-sha256;\n\tc=relaxed;\n b=abc\n", id="dkim"),
    pytest.param("Authentication-Results: mx.example.ru; spf=pass\n dkim=pass\n", id="authentication"),
    pytest.param("ARC-Seal: i=1; a=rsa-sha256;\n\tcv=none\n", id="arc"),
    pytest.param("Reply-To: a@example.ru\n", id="reply-to"),
    pytest.param("Sender: a@example.ru\n", id="sender"),
    pytest.param("Thread-Topic: x\nThread-Index: Adc==\n", id="exchange"),
    pytest.param("From - Fri Nov 27 10:00:00 2026\nX-Mozilla-Status: 0001\n", id="mailbox-of-thunderbird"),
    pytest.param("From a@example.ru Fri Nov 27 10:00:00 2026\n", id="mailbox"),
    pytest.param("\ufeff", id="mark-of-utf-8"),
    pytest.param("Received: from x\n" + "\tby y with z;\n" * 400, id="a-long-way"),
    pytest.param("\n\n", id="empty-lines"),
    pytest.param("List-Unsubscribe:\n <mailto:x@example.ru>\n", id="folded-at-once"),
])
def test_a_letter_may_begin_with_any_line_of_its_head(first):
    assert containers.opened("п.eml", mail(first)) == [containers.Opened("a.csv", DATA)]
    assert names("письмо.txt", mail(first).replace(b"\n", b"\r\n")) == ["a.csv"]


@pytest.mark.parametrize("text", [
    pytest.param("Школа: СОШ № 5\nДата: 27.11.2026\nИтого: 3\n\n", id="russian-labels"),
    pytest.param("Date: 1\nSubject: 2\nnot a head;1;2\n\n", id="a-line-that-is-no-head"),
    pytest.param("From: a\nTo: b\n\n1;2\n", id="two-lines"),
    pytest.param("A: 1\nB: 2\nC: 3\n\n", id="no-line-of-mail"),
])
def test_a_table_is_no_letter(text):
    assert sniff("т.csv", text.encode()) == "csv"


@pytest.mark.parametrize("name", [
    pytest.param(f'filename="{word("utf-8")}"', id="utf-8"),
    pytest.param(f'filename="{word("koi8-r", "Отчёт школы 5.csv")}"', id="koi8-r"),
    pytest.param('filename="=?windows-1251?Q?' + quopri.encodestring("Отчёт".encode("cp1251"), header=True).decode()
                 + '?= .csv"', id="quoted-printable"),
    pytest.param(f'filename="{word("utf-8", "Отчёт шк")}\n {word("utf-8", "олы 5.csv")}"', id="in-two-lines"),
    pytest.param(f"filename*=utf-8''{quote(FILE)}", id="rfc-2231"),
    pytest.param(f"filename*0*=utf-8''{quote('Отчёт шк')};\n filename*1*={quote('олы.csv')}", id="rfc-2231-in-pieces"),
    pytest.param(f"filename*=windows-1251''{quote('Отчёт.csv'.encode('cp1251'))}", id="rfc-2231-cp1251"),
    pytest.param(f"filename*=x-none''{quote('Отчёт.csv'.encode('cp1251'))}", id="page-nobody-knows"),
    pytest.param(f'filename="{quote(FILE)}"', id="percents"),
    pytest.param(f"filename={word('utf-8')}", id="without-quotes"),
    pytest.param(f'filename="{FILE}"', id="bytes-of-utf-8"),
    pytest.param(f'filename="C:\\\\Отчёты\\\\{FILE}"', id="with-its-path"),
])
def test_the_name_of_a_file_in_any_writing(name):
    [met] = names("п.eml", mail("", part(SHEET, "Content-Disposition: attachment; " + name)))
    assert met.startswith("Отчёт")
    assert met.endswith(".csv")
    assert names("п.eml", mail("", part(SHEET + "; " + name.replace("filename", "name")))) == [met]


@pytest.mark.parametrize("page", ["cp1251", "koi8-r", "cp866"])
@pytest.mark.parametrize("name", ["Отчёт школы N 5.csv", "ОТЧЁТ ШКОЛЫ.csv", "отчет.csv", "МБОУ СОШ 7.csv", "план.csv"])
def test_a_name_in_raw_bytes_of_an_old_page(page, name):
    letter = mail(page={"cp1251": "windows-1251", "cp866": "ibm866"}.get(page, page))
    assert names("п.eml", letter.replace(b"a.csv", name.encode(page))) == [name]


@pytest.mark.parametrize("page", ["cp1251", "koi8-r", "cp866"])
@pytest.mark.parametrize("name", ["Отчёт школы 5.csv", "Дорожная карта.csv", "Протокол.csv", "Хор.csv"])
def test_a_name_in_a_page_the_letter_does_not_tell(page, name):
    assert names("п.eml", mail().replace(b"a.csv", name.encode(page))) == [name]


def test_a_file_without_a_name_is_called_as_its_letter_is():
    nameless = part(SHEET, "Content-Disposition: attachment")
    assert names("Отчёт ООШ 5.eml", mail("", nameless)) == ["Отчёт ООШ 5.csv"]
    assert names("Отчёт.eml", mail("", nameless, part("Content-Type: image/png; name=\"скан.png\"", data=b"\x89PNG"),
                                   nameless)) == ["Отчёт.csv", "скан.png", "Отчёт (2).csv"]


@pytest.mark.parametrize("head", [SHEET, "Content-Type: text/csv; charset=utf-8",
                                  "Content-Type: text/plain\nContent-Disposition: attachment"])
def test_the_letter_itself_may_be_the_file(head):
    letter = f"{WHO}{head}\nContent-Transfer-Encoding: base64\n\n{base64.encodebytes(DATA).decode()}".encode()
    assert containers.opened("Отчёт.eml", letter) == [containers.Opened("Отчёт.csv", DATA)]


def test_files_written_into_the_text():
    lines = b"".join(binascii.b2a_uu(DATA[at:at + 45]) for at in range(0, len(DATA), 45))
    letter = f"{WHO}\nДобрый день\n\n".encode() + b"begin 644 " + FILE.encode() + b"\n" + lines + b"`\nend\n\nx\n"
    assert containers.opened("п.eml", letter) == [containers.Opened(FILE, DATA)]
    assert containers.opened("п.eml", letter.replace(b"\n", b"\r\n")) == [containers.Opened(FILE, DATA)]


def test_two_files_of_one_name_are_numbered():
    same = part(SHEET, f'Content-Disposition: attachment; filename="{FILE}"')
    assert names("п.eml", mail("", same, same)) == [FILE, "Отчёт школы № 5 (2).csv"]


@pytest.mark.parametrize("encoded", [False, True])
def test_a_letter_in_a_letter(encoded):
    assert names("п.eml", around(mail(), "C", encoded)) == ["a.csv"]


def test_letters_are_opened_five_deep():
    letter = mail()
    for depth in range(4):
        letter = around(letter, f"C{depth}")
    assert names("п.eml", letter) == ["a.csv"]
    [deeper] = containers.opened("п.eml", around(letter, "D"))
    assert deeper.closed
    assert deeper.closed.code == "file-too-deep"


@pytest.mark.parametrize("deep", [
    pytest.param(f"{WHO}Content-Type: message/rfc822\n\n" * 2000, id="letters"),
    pytest.param(WHO + "".join(f'Content-Type: multipart/mixed; boundary="{n}"\n\n--{n}\n' for n in range(2000)),
                 id="parts"),
])
def test_two_thousand_levels_end_in_a_sentence(deep):
    [file] = containers.opened("п.eml", deep.encode())
    assert file.closed
    assert file.closed.code == "file-too-deep"
    assert "слишком глубоко вложен" in file.closed.message


def test_a_mailbox_is_its_letters():
    box = b"".join(b"From a@example.ru Fri Nov 27 10:00:00 2026\n" + mail("", part(
        SHEET, f'Content-Disposition: attachment; filename="{number}.csv"')) + b"\n" for number in (1, 2, 3))
    assert names("ящик.mbox", box) == ["1.csv", "2.csv", "3.csv"]


def test_what_the_post_adds_is_no_file():
    seal = part('Content-Type: application/pkcs7-signature; name="smime.p7s"')
    logo = part('Content-Type: image/png; name="logo.png"', "Content-ID: <1>", data=b"\x89PNG")
    assert names("п.eml", mail("", seal, logo, part(SHEET, 'Content-Disposition: attachment; filename="a.csv"'))) == \
        ["a.csv"]


@pytest.mark.parametrize("text", [
    'From: "Saved by Internet Explorer 11"\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/related;\n'
    ' type="text/html"; boundary="B"\n\n--B\n',
    'MIME-Version: 1.0\nX-Document-Type: Workbook\nContent-Type: multipart/related; boundary="B"\n\n--B\n',
    'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="B"\n\n--B\nContent-Type: text/html\n\n<table>',
])
def test_a_page_saved_with_its_pictures_is_no_letter(text):
    assert sniff("свод.xls", text.encode()) == "mhtml"
    assert sniff("п.eml", mail().replace(b"multipart/mixed", b"multipart/related")) == "letter"

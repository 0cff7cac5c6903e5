"""What a file comes wrapped in beside archives and letters: signatures, the envelope of Outlook, a lock of Excel."""

import base64
import io
import struct
from pathlib import Path

import msoffcrypto
import pytest

from shnor.loaders.files import compound
from shnor.loaders.files.envelopes import containers
from shnor.loaders.files.read import read
from shnor.loaders.files.sniff import sniff
from tests.loaders.made import xlsx

CASES = Path(__file__).parents[1] / "data" / "cases"
BOOK = xlsx(("№", "Мероприятие"), (1, "Совет"))
OLD_BOOK = (CASES / "h1_x46_stream_WORKBOOK.xls").read_bytes()
SIGNED, DATA = bytes.fromhex("06092a864886f70d010702"), bytes.fromhex("06092a864886f70d010701")
SEALED = bytes.fromhex("06092a864886f70d010703")
LOCK = "VelvetSweatshop"


def sized(tag: int, *inside: bytes) -> bytes:
    content = b"".join(inside)
    size = len(content).to_bytes(4, "big").lstrip(b"\x00") or b"\x00"
    head = size if len(content) < 128 else bytes([0x80 | len(size)]) + size
    return bytes([tag]) + head + content


def endless(tag: int, *inside: bytes) -> bytes:
    return bytes([tag, 0x80]) + b"".join(inside) + b"\x00\x00"


def signature(content: bytes | None, element=sized, piece: int = 0) -> bytes:
    """A signed message; content None: the signature alone. piece: size of the pieces the content is cut into."""
    octets = sized(4, content or b"") if not piece else \
        element(0x24, *[sized(4, (content or b"")[at:at + piece]) for at in range(0, len(content or b""), piece)])
    message = element(0x30, DATA, *([element(0xA0, octets)] if content is not None else []))
    rest = sized(0xA0, b"\x30\x03abc" * 40) + sized(0x31, b"\x30\x03abc" * 40)
    return element(0x30, SIGNED, element(0xA0, element(0x30, sized(2, b"\x01"), sized(0x31, b""), message, rest)))


def attribute(level: int, number: int, kind: int, data: bytes) -> bytes:
    return struct.pack("<BHHL", level, number, kind, len(data)) + data + struct.pack("<H", sum(data) & 0xFFFF)


def winmail(*files: tuple[bytes, str, bytes]) -> bytes:
    """(short name, long name, bytes) of each file."""
    out = b"\x78\x9f\x3e\x22\x01\x00" + attribute(1, 0x9006, 8, b"\x00\x00\x01\x00")
    for short, long_name, data in files:
        text = long_name.encode("utf-16-le") + b"\x00\x00"
        properties = struct.pack("<LHHLHHLL", 2, 3, 0x3705, 1, 0x1F, 0x3707, 1, len(text)) + text
        out += attribute(2, 0x9002, 6, b"\x01" + b"\x00" * 13) + attribute(2, 0x8010, 1, short + b"\x00")
        out += attribute(2, 0x800F, 6, data) + (attribute(2, 0x9005, 6, properties) if long_name else b"")
    return out


def locked(data: bytes, password: str) -> bytes:
    out = io.BytesIO()
    msoffcrypto.OfficeFile(io.BytesIO(data)).encrypt(password, out)
    return out.getvalue()


@pytest.mark.parametrize("file", [BOOK, OLD_BOOK, "№;Школа\n1;СОШ № 1\n".encode()], ids=["xlsx", "xls", "csv"])
@pytest.mark.parametrize("wrap", [
    pytest.param(signature, id="sized"),
    pytest.param(lambda file: signature(file, endless, 1000), id="endless-in-pieces"),
    pytest.param(lambda file: base64.encodebytes(signature(file)), id="as-text"),
    pytest.param(lambda file: b"-----BEGIN CMS-----\n" + base64.encodebytes(signature(file)) + b"-----END CMS-----\n",
                 id="as-text-with-marks"),
    pytest.param(lambda file: signature(signature(file)), id="signed-twice"),
])
def test_a_file_inside_its_signature_is_opened(file, wrap):
    [met] = containers.opened("Отчёт.xlsx.sig", wrap(file))
    assert (met.data, met.closed) == (file, None)
    assert met.name.startswith("Отчёт")


@pytest.mark.parametrize("data", [signature(None), base64.b64encode(signature(None)), signature(None, endless)])
def test_a_signature_alone_asks_for_the_file_beside_it(data):
    [met] = containers.opened("Отчёт.xlsx.sig", data)
    assert met.closed
    assert met.closed.code == "file-signature"
    assert "это подпись" in met.closed.message
    assert "нужен сам файл" in met.closed.message


def test_what_is_sealed_for_somebody_says_so():
    [issue] = read("Отчёт.xlsx.p7m", sized(0x30, SEALED, b"\xa0\x80abc"))[1]
    assert issue.code == "file-sealed"


def test_files_in_the_envelope_of_outlook():
    data = winmail((b"REPORT~1.XLS", "Отчёт школы № 5.xlsx", BOOK), ("План.xls".encode("cp1251"), "", OLD_BOOK))
    assert containers.opened("winmail.dat", data) == [
        containers.Opened("Отчёт школы № 5.xlsx", BOOK), containers.Opened("План.xls", OLD_BOOK)]


@pytest.mark.parametrize("data", [winmail(), winmail((b"a.xls", "", OLD_BOOK))[:60]], ids=["empty", "cut"])
def test_an_envelope_without_files_is_one_sentence(data):
    [met] = containers.opened("winmail.dat", data)
    assert met.closed
    assert met.closed.code == "file-winmail"


def test_a_book_locked_by_excel_itself_is_read():
    [table], issues = read("план.xlsx", locked(BOOK, LOCK))
    assert (table.cells[1], issues) == ((1, "Совет"), ())
    assert read("план.xls", (CASES / "locked_by_excel.xls").read_bytes())[0]


@pytest.mark.parametrize(("name", "code"), [("план.xlsx", "file-password"), ("план.docx", "file-password-document"),
                                            ("план.docm", "file-password-document")])
def test_a_password_of_a_person_is_asked_to_be_taken_off(name, code):
    assert [issue.code for issue in read(name, locked(BOOK, "секрет"))[1]] == [code]


def test_a_lock_that_would_take_a_day_is_not_tried(monkeypatch):
    monkeypatch.setattr(compound, "KEY_ROUNDS", 1000)
    assert compound.unlocked(locked(BOOK, LOCK)) is None


def records(*kinds: int) -> bytes:
    start = struct.pack("<HH", 0x809, 16) + b"\x00\x06\x05\x00" + b"\x00" * 12
    return start + b"".join(struct.pack("<HH", kind, 4) + b"name" for kind in kinds)


@pytest.mark.parametrize(("kinds", "what"), [
    ((0x2F,), "password"), ((0x86, 0x5B, 0x2F), "password"), ((0xE1, 0xC1, 0xE2, 0x5C, 0x42, 0x2F), "password"),
    ((0x42, 0x160), "xls"),
])
def test_a_password_stands_behind_any_of_the_first_records(kinds, what):
    data = compound.OLE + b"\x00" * 504 + "Workbook".encode("utf-16-le") + b"\x00" * 40 + records(*kinds)
    assert sniff("план.xls", data) == what


@pytest.mark.parametrize("stream", ["Workbook", "workbook", "WORKBOOK", "WorkBook"])
def test_the_stream_of_a_book_in_any_letters(stream):
    data = OLD_BOOK.replace("WORKBOOK".encode("utf-16-le"), stream.encode("utf-16-le"))
    assert sniff("план.xls", data) == "xls"
    assert read("план.xls", data)[0]


@pytest.mark.parametrize("stream", ["WordDocument", "WORDDOCUMENT", "worddocument"])
def test_a_document_in_any_letters_and_its_password(stream):
    data = OLD_BOOK.replace("WORKBOOK".encode("utf-16-le") + b"\x00" * 48 + b"\x12\x00",
                            stream.encode("utf-16-le").ljust(64, b"\x00") + b"\x1a\x00")
    assert sniff("план.doc", data) == "doc"
    locked_flag = data.replace(records()[:4], b"\xec\xa5\xc1\x00", 1)
    start = locked_flag.index(b"\xec\xa5\xc1\x00")
    locked_flag = locked_flag[:start + 0x0A] + b"\x00\x01" + locked_flag[start + 0x0C:]
    assert sniff("план.doc", locked_flag) == "password-document"

"""Archives and letters that were dropped: each file inside is a file of its own."""

import struct
import zipfile
from email.message import EmailMessage
from io import BytesIO

import pytest

from shnor.datasets.limits import FILES_INSIDE
from shnor.loaders.check import check
from shnor.loaders.files import containers
from shnor.loaders.files.containers import Closed, members
from tests.loaders.made import NOBODY


def archive(*files: tuple[str, bytes]) -> bytes:
    raw = BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in files:
            target.writestr(name, data)
    return raw.getvalue()


def letter(*files: tuple[str, bytes], text: str = "Отчёт во вложении.") -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "school@example.ru", "center@example.ru", "Отчёт"
    message["Date"] = "Wed, 25 Nov 2026 10:00:00 +0300"
    message.set_content(text)
    for name, data in files:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return bytes(message)


def opened(name: str, data: bytes) -> list[tuple[str, bytes]]:
    return [(file.name, file.data) for file in containers.opened(name, data)]


def reasons(name: str, data: bytes) -> list[str]:
    return [file.closed.code for file in containers.opened(name, data) if file.closed]


def refusal(name: str, data: bytes) -> str:
    [issue] = check(name, data, NOBODY).issues
    return issue.code


def test_files_of_an_archive():
    data = archive(("а.csv", b"1;2"), ("папка/б.csv", b"3;4"), ("__MACOSX/._б.csv", b"x"), ("пусто/", b""))
    assert opened("почта.zip", data) == [("а.csv", b"1;2"), ("б.csv", b"3;4")]


def test_files_of_one_name_keep_their_folder():
    data = archive(("ООШ-5/отчёт.csv", b"5"), ("СОШ-7/отчёт.csv", b"7"))
    assert [name for name, _ in opened("почта.zip", data)] == ["ООШ-5 — отчёт.csv", "СОШ-7 — отчёт.csv"]


@pytest.mark.parametrize("page", ["cp866", "utf-8"])
def test_a_name_in_the_code_page_of_dos(page):
    placeholder, name = b"NNNNNNNNNNNNNNNNNNNNNN", "Отчёт.csv".encode(page)
    short = placeholder[:len(name)]
    data = archive((short.decode(), b"1;2")).replace(short, name)
    assert [inner for inner, _ in opened("почта.zip", data)] == ["Отчёт.csv"]


def test_attachments_of_a_letter_without_its_sender():
    data = letter(("Отчёт за ноябрь.csv", b"1;2"), ("скан.pdf", b"%PDF"))
    assert opened("письмо.eml", data) == [("Отчёт за ноябрь.csv", b"1;2"), ("скан.pdf", b"%PDF")]


def test_two_archives_in_a_letter_are_opened_and_one_deeper_is_not():
    inner = archive(("внутри.csv", b"1;2"))
    twice = letter(("архив.zip", archive(("ещё.zip", inner))))
    assert opened("п.eml", twice) == [("внутри.csv", b"1;2")]
    deeper = letter(("архив.zip", archive(("ещё.zip", archive(("дно.zip", inner), ("рядом.csv", b"3"))))))
    assert opened("п.eml", deeper) == [("дно.zip", inner), ("рядом.csv", b"3")]
    assert reasons("п.eml", deeper) == ["file-too-deep"]


def test_a_picture_in_the_text_of_a_letter_is_no_attachment():
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@example.ru", "b@example.ru", "x"
    message.set_content("текст")
    message.add_alternative("<img src='cid:1'>", subtype="html")
    message.get_payload()[1].add_related(b"\x89PNG", "image", "png", cid="<1>", filename="logo.png",
                                         disposition="inline")
    with pytest.raises(Closed) as closed:
        members("п.eml", bytes(message))
    assert closed.value.issue.code == "file-letter-empty"


@pytest.mark.parametrize(("name", "data", "code"), [
    pytest.param("п.zip", archive(), "file-archive-empty", id="empty"),
    pytest.param("п.zip", archive(*((f"{n}.csv", b"1") for n in range(FILES_INSIDE + 1))),
                 "file-archive-too-many", id="too-many"),
    pytest.param("п.zip", archive(("а.csv", b" " * (30 << 20))), "file-archive-bomb", id="bomb"),
    pytest.param("п.eml", letter(), "file-letter-empty", id="letter-without-files"),
])
def test_what_is_not_opened_says_why(name, data, code):
    assert opened(name, data) == [(name, data)]
    assert reasons(name, data) == [code]
    assert refusal(name, data) == code


def test_a_bomb_whose_header_lies():
    size = 30 << 20
    honest = archive(("а.csv", b" " * size))
    lying = honest.replace(struct.pack("<L", size), struct.pack("<L", 100))
    assert lying != honest
    assert refusal("п.zip", lying) == "file-archive-bomb"


def test_a_damaged_archive():
    data = bytearray(archive(("а.csv", bytes(range(256)) * 40)))
    data[60:80] = b"\xff" * 20
    assert refusal("п.zip", bytes(data)) == "file-truncated"


def test_a_workbook_is_no_archive():
    assert members("отчёт.csv", b"1;2") == []
    book = archive(("xl/workbook.xml", b"<w/>"))
    assert opened("отчёт.xlsx", book) == [("отчёт.xlsx", book)]

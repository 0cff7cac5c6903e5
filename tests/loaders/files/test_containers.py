"""Archives and letters that were dropped: each file inside is a file of its own."""

import struct
import unicodedata
import zipfile
from email.message import EmailMessage
from io import BytesIO

import pytest

from shnor.datasets.limits import FILES_INSIDE
from shnor.loaders.check import check
from shnor.loaders.files.envelopes import containers
from shnor.loaders.files.envelopes.containers import Closed, members
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


@pytest.mark.parametrize("page", ["cp866", "cp1251", "utf-8"])
@pytest.mark.parametrize("names", [
    ("Отчёт школы 5.csv",), ("ОТЧЁТ.csv",), ("отчет.csv",), ("МБОУ СОШ 7.csv",), ("ДК.csv",), ("вход.csv",),
    ("план.csv", "Приложение к отчёту.csv"), ("Протокол ГИА-9.csv",),
])
def test_names_in_an_old_code_page(page, names):
    places = [f"{place}{'N' * (len(name.encode(page)) - 1)}" for place, name in enumerate(names)]
    data = archive(*((place, b"1;2") for place in places))
    for place, name in zip(places, names, strict=True):
        data = data.replace(place.encode(), name.encode(page))
    assert [inner for inner, _ in opened("почта.zip", data)] == list(names)


def test_a_name_as_a_mac_writes_it():
    [(name, _)] = opened("м.zip", archive((unicodedata.normalize("NFD", "Отчёт й.csv"), b"1")))
    assert name == "Отчёт й.csv"


def test_a_name_told_beside_the_old_one():
    name = "Отчёт.csv".encode()
    entry = zipfile.ZipInfo("NNNNN.csv")
    entry.extra = struct.pack("<HHBL", 0x7075, 5 + len(name), 1, 0) + name
    raw = BytesIO()
    with zipfile.ZipFile(raw, "w") as target:
        target.writestr(entry, b"1;2")
    assert opened("п.zip", raw.getvalue()) == [("Отчёт.csv", b"1;2")]


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


def test_a_box_of_letters_with_archives_in_them():
    packed = archive(("в.zip", archive(("отчёт.csv", b"1;2"))))
    box = archive(("1.eml", letter(("а.zip", packed))), ("2.eml", letter(("план.csv", b"3;4"))))
    assert opened("ящик.zip", box) == [("отчёт.csv", b"1;2"), ("план.csv", b"3;4")]


@pytest.mark.parametrize(("data", "code"), [
    pytest.param(archive(*((f"{n}.zip", archive(("а.csv", b"\0" * (19 << 20)))) for n in range(3))),
                 "file-archive-bomb", id="archives-small-each"),
    pytest.param(archive(*((f"{n}.zip", archive(*((f"{m}.csv", b"1") for m in range(200)))) for n in range(2))),
                 "file-archive-too-many", id="archives-of-few-files"),
    pytest.param(letter(*((f"{n}.zip", archive(*((f"{m}.csv", b"1") for m in range(120)))) for n in range(3))),
                 "file-archive-too-many", id="letter-with-archives"),
])
def test_containers_inside_a_dropped_file_have_one_budget(data, code):
    assert opened("почта.zip", data) == [("почта.zip", data)]
    assert reasons("почта.zip", data) == [code]


def test_bytes_are_counted_before_they_are_unpacked(monkeypatch):
    monkeypatch.setattr(containers, "blocks", lambda data, entry: pytest.fail("unpacked"))
    assert reasons("п.zip", archive(("а.csv", b"\0" * (30 << 20)))) == ["file-archive-bomb"]


def test_a_budget_may_be_shared_by_what_is_dropped_together():
    data = archive(*((f"{n}.csv", b"1") for n in range(200)))
    budget = containers.Budget("почта", len(data))
    assert len(containers.opened("1.zip", data, budget)) == 200
    [second] = containers.opened("2.zip", data, budget)
    assert second.closed
    assert second.closed.code == "file-archive-too-many"


def test_one_closed_archive_leaves_the_others_open():
    empty = archive()
    assert opened("п.zip", archive(("а.zip", empty), ("б.csv", b"1"))) == [("а.zip", empty), ("б.csv", b"1")]
    assert reasons("п.zip", archive(("а.zip", empty), ("б.csv", b"1"))) == ["file-archive-empty"]


@pytest.mark.parametrize("packing", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_another_packing_is_not_called_damage(packing):
    raw = BytesIO()
    with zipfile.ZipFile(raw, "w", packing) as target:
        target.writestr("а.csv", b"1;2")
    assert reasons("п.zip", raw.getvalue()) == ["file-archive-packing"]


@pytest.mark.parametrize(("name", "parts", "code"), [
    ("книга.epub", {"mimetype": b"application/epub+zip", "a.html": b"<html>"}, "file-other"),
    ("старый.numbers", {"index.apxl": b"<key/>"}, "file-numbers"),
    ("отчёт.pages", {"Index/Document.iwa": b"1"}, "file-pages"),
    ("почта.zip", {"Отчёт.numbers/Index.zip": b"1", "Отчёт.numbers/preview.jpg": b"1"}, "file-numbers"),
    ("схема.odg", {"mimetype": b"application/vnd.oasis.opendocument.graphics"}, "file-other"),
    ("п.jar", {"А.class": b"1"}, "file-program"),
])
def test_an_archive_that_is_a_file_of_another_program_is_one_sentence(name, parts, code):
    data = archive(*parts.items())
    assert opened(name, data) == [(name, data)]
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

"""A document of the centre: what of it is taken, what is said of what is not."""

import io
import zipfile

import docx
import pytest

from shnor.datasets.limits import TEMPLATE_BYTES, TEMPLATE_PICTURE_BYTES
from shnor.loaders.files.letterheads.template import cleaned
from shnor.loaders.process import door
from tests.loaders.files.letterheads import letterheads
from tests.loaders.files.letterheads.letterheads import ORGAN, PAGE, in_head, letterhead
from tests.loaders.files.presentations.templates import PNG, rewritten, template

NAME = "Бланк центра.dotx"
MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def codes(data: bytes) -> list[str]:
    return [issue.code.removeprefix("letterhead-") for issue in cleaned(NAME, data).issues]


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def head(data: bytes) -> str:
    """Of every page, of the cleaned package."""
    return "\n".join(line.text for line in docx.Document(io.BytesIO(
        cleaned(NAME, data).data)).sections[0].header.paragraphs)


def test_page_styles_theme_head_and_pictures_are_taken_and_nothing_else():
    taken = cleaned(NAME, letterhead(letterheads.with_picture()))
    assert taken.issues == ()
    assert sorted(parts(taken.data)) == [
        "[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/_rels/document.xml.rels",
        "word/_rels/header1.xml.rels", "word/document.xml", "word/header1.xml", "word/media/image1.png",
        "word/settings.xml", "word/styles.xml", "word/theme/theme1.xml"]
    assert parts(taken.data)["word/media/image1.png"] == PNG
    section = docx.Document(io.BytesIO(taken.data)).sections[0]
    assert (round(section.page_width.mm), round(section.left_margin.mm)) == (210, 30)
    assert section.header.paragraphs[0].text == ORGAN


def test_the_same_file_gives_the_same_package_and_a_clean_one_itself():
    data = letterhead(letterheads.with_picture(), letterheads.with_link_and_remote_picture)
    assert cleaned(NAME, data) == cleaned(NAME, data)
    again = cleaned(NAME, cleaned(NAME, data).data)
    assert again.issues == ()
    assert parts(again.data) == parts(cleaned(NAME, data).data)


@pytest.mark.parametrize(("change", "said"), [
    (letterheads.with_link_and_remote_picture, ["links", "extras"]),
    (letterheads.with_object, ["extras"]), (letterheads.with_attached, ["attached"]),
    (letterheads.with_names, ["names"]), (letterheads.with_text, ["text"]),
    (letterheads.with_picture(b"\xd7\xcd\xc6\x9a ivanova"), ["extras"]),
    (in_head("<w:fldSimple w:instr=' AUTHOR '><w:r><w:t>Иванова</w:t></w:r></w:fldSimple>"), ["fields"]),
    (in_head(PAGE.replace("PAGE", "FILENAME").replace("7", "Иванова.docx")), ["fields"]),
    (in_head("<w:ins w:author='Иванова' w:date='2026-01-01T00:00:00Z'><w:r><w:t>новое</w:t></w:r></w:ins>"), ["edits"]),
    (in_head("<w:del w:author='Иванова'><w:r><w:delText>Иванова</w:delText></w:r></w:del>"), ["edits"]),
    (in_head("<w:r><w:rPr><w:vanish/></w:rPr><w:t>Иванова</w:t></w:r>"), ["edits"]),
    (in_head("<w:r w:rsidR='00AB12CD'><w:t>x</w:t></w:r>"), []),
    (in_head("<w:sdt><w:sdtPr><w:alias w:val='Иванова'/></w:sdtPr><w:sdtContent><w:r><w:t>x</w:t></w:r></w:sdtContent>"
             "</w:sdt>"), []),
    (in_head("<w:r><w:pict><v:shape href='file://ivanova'><v:imagedata src='http://example.org/x.png'/></v:shape>"
             "</w:pict></w:r>"), []),
], ids=["links", "object", "attached", "names", "text", "rare-picture", "author", "file-name", "inserted", "deleted",
        "hidden", "editing", "control", "old-drawing"])
def test_what_should_not_be_there_stays_behind_and_is_said(change, said: list[str]):
    data = letterhead(change)
    assert codes(data) == said
    text = "\n".join(part.decode("utf-8", "replace") for part in parts(cleaned(NAME, data).data).values())
    assert not any(word in text for word in ("Иванова", "ivanova", "External", "example.org", "rsid", "w:author",
                                             "attachedTemplate", "hlinkClick", "w:object"))


@pytest.mark.parametrize(("change", "words"), [
    (letterheads.with_link_and_remote_picture, "сайт центра"), (in_head(PAGE), "7"),
    (in_head("<w:fldSimple w:instr=' PAGE '><w:r><w:t>7</w:t></w:r></w:fldSimple>"), "7"),
    (in_head("<w:ins w:author='а'><w:r><w:t>новое</w:t></w:r></w:ins>"), "новое"),
    (in_head("<w:sdt><w:sdtContent><w:r><w:t>внутри</w:t></w:r></w:sdtContent></w:sdt>"), "внутри"),
], ids=["link", "number", "number-in-one", "inserted", "control"])
def test_what_is_said_in_the_head_stays(change, words: str):
    assert head(letterhead(change)) == f"{ORGAN}\n{words}"


def test_a_number_of_the_page_is_a_field_still():
    for xml in (PAGE, "<w:fldSimple w:instr=' PAGE '><w:r><w:t>7</w:t></w:r></w:fldSimple>"):
        text = parts(cleaned(NAME, letterhead(in_head(xml))).data)["word/header1.xml"]
        assert text.count(b"fldCharType") == 3
        assert b"> PAGE <" in text


def test_styles_that_are_not_there_are_named():
    def without(made):
        for name in ("Title", "Table Grid"):
            made.styles[name].delete()
    (issue,) = cleaned(NAME, letterhead(without)).issues
    assert "нет стилей «Название», «Сетка таблицы»; вместо них взяты обычные" in issue.message


@pytest.mark.parametrize(("data", "code"), [
    (letterhead(letterheads.landscape_of_a_stamp), "size"),
    (letterhead(letterheads.with_picture(PNG + b"\0" * TEMPLATE_PICTURE_BYTES)), "picture"),
    (rewritten(letterhead(), {"[Content_Types].xml": lambda data: data.replace(
        MAIN, b"application/vnd.ms-word.document.macroEnabled.main+xml")}), "macros"),
    (rewritten(letterhead(), {"word/vbaProject.bin": lambda data: b"macros"}), "macros"),
    (rewritten(letterhead(), {"word/styles.xml": lambda data: data.replace(
        b"?>", b'?><!DOCTYPE x [<!ENTITY a "boom">]>', 1)}), "unreadable"),
    (rewritten(letterhead(), {"word/header1.xml": lambda data: data[:200]}), "unreadable"),
    (rewritten(letterhead(), {"word/styles.xml": lambda data: data + b" " * (5 << 20)}), "large"),
    (b"", "other"), (PNG, "other"), (template(), "other"), (b"PK\x03\x04 cut", "unreadable"),
    (b"\0" * (TEMPLATE_BYTES + 1), "large"),
], ids=["narrow", "large-picture", "macros", "macros-hidden", "entities", "cut-off", "huge-part", "empty", "picture",
        "presentation", "cut-zip", "large"])
def test_what_is_no_sound_template_is_refused_in_a_sentence(data: bytes, code: str):
    taken = cleaned(NAME, data)
    assert codes(data) == [code]
    assert taken.data == b""
    assert taken.issues[0].message.startswith("«Бланк центра.dotx»")


def test_a_template_of_word_is_taken_like_a_document():
    data = rewritten(letterhead(), {"[Content_Types].xml": lambda data: data.replace(
        MAIN, b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml")})
    assert cleaned(NAME, data) == cleaned(NAME, letterhead())


def test_the_reading_process_gives_the_same():
    data = letterhead(letterheads.with_names)
    assert door.paper_template(NAME, data) == cleaned(NAME, data)

"""A presentation of the municipality: what of it is taken, what is said of what is not."""

import io
import zipfile

import pptx
import pytest

from shnor.datasets.limits import TEMPLATE_BYTES, TEMPLATE_PICTURE_BYTES
from shnor.loaders.files.presentations.template import cleaned
from shnor.loaders.process import door
from tests.loaders.files.presentations import templates
from tests.loaders.files.presentations.templates import PNG, rewritten, template

NAME = "Шаблон округа.potx"


def codes(data: bytes) -> list[str]:
    return [issue.code for issue in cleaned(NAME, data).issues]


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_masters_layouts_themes_and_pictures_are_taken_and_nothing_else():
    taken = cleaned(NAME, template(templates.with_picture(PNG)))
    assert taken.issues == ()
    assert taken.size == (10.0, 7.5)
    folders = {name.rpartition("/")[0] for name in parts(taken.data)}
    assert folders == {"", "_rels", "ppt", "ppt/_rels", "ppt/slideMasters", "ppt/slideMasters/_rels", "ppt/theme",
                       "ppt/slideLayouts", "ppt/slideLayouts/_rels", "ppt/media"}
    made = pptx.Presentation(io.BytesIO(taken.data))
    assert [layout.name for layout in made.slide_layouts][:2] == ["Title Slide", "Title and Content"]
    assert [shape.image.blob for shape in made.slide_layouts[1].shapes if shape.shape_type == 13] == [PNG]


def test_the_same_file_gives_the_same_package():
    data = template()
    assert cleaned(NAME, data) == cleaned(NAME, data)
    again = cleaned(NAME, cleaned(NAME, data).data)
    assert again.issues == ()
    assert parts(again.data) == parts(cleaned(NAME, data).data)


def test_slides_inside_stay_behind():
    taken = cleaned(NAME, template(templates.with_slides))
    assert [(issue.code, issue.severity) for issue in taken.issues] == [("template-slides", "warning")]
    assert "(2)" in taken.issues[0].message
    assert all("Отчёт".encode() not in part for part in parts(taken.data).values())


def test_links_stay_behind_and_what_they_show():
    taken = cleaned(NAME, template(templates.with_links))
    assert [issue.code for issue in taken.issues] == ["template-links", "template-extras"]
    assert all(b"External" not in part and b"ivanova" not in part and b"hlinkClick" not in part
               and b"r:link" not in part for part in parts(taken.data).values())
    layout = pptx.Presentation(io.BytesIO(taken.data)).slide_layouts[1]
    assert [one.placeholder_format.idx for one in layout.placeholders][:2] == [0, 1]  # the word itself stays


@pytest.mark.parametrize(("change", "code"), [
    (templates.with_object, "template-extras"),
    (templates.with_picture(b"\xd7\xcd\xc6\x9a a drawing for Windows"), "template-extras"),
    (templates.without_titles, "template-no-title"),
    (templates.with_picture(PNG + b"\0" * TEMPLATE_PICTURE_BYTES), "template-picture"),
], ids=["object", "drawing", "no-title", "large-picture"])
def test_what_should_not_be_there_is_said(change, code: str):
    taken = cleaned(NAME, template(change))
    assert [issue.code for issue in taken.issues] == [code]
    assert bool(taken.data) is (code == "template-extras")
    assert all(b"drawing for" not in part and b"oleObj" not in part for part in parts(taken.data).values()) \
        if taken.data else True


def test_a_large_picture_is_named_by_its_layout():
    (issue,) = cleaned(NAME, template(templates.with_picture(PNG + b"\0" * TEMPLATE_PICTURE_BYTES))).issues
    assert "рисунок на макете «Title and Content» больше 3 МБ" in issue.message


MAIN = b"presentationml.presentation.main+xml"
DOCTYPE = b'<!DOCTYPE x [<!ENTITY a "boom">]>'


@pytest.mark.parametrize(("change", "code"), [
    ({"[Content_Types].xml": lambda data: data.replace(b"vnd.openxmlformats-officedocument." + MAIN,
                                                       b"vnd.ms-powerpoint.template.macroEnabled.main+xml")}, "macros"),
    ({"ppt/vbaProject.bin": lambda data: b"macros"}, "macros"),
    ({"ppt/theme/theme1.xml": lambda data: data.replace(b"?>", b"?>" + DOCTYPE, 1)}, "unreadable"),
    ({"ppt/theme/theme1.xml": lambda data: b"<a/>"}, "unreadable"),
    ({"ppt/slideMasters/slideMaster1.xml": lambda data: data[:500]}, "unreadable"),
    ({"ppt/slideLayouts/slideLayout2.xml": lambda data: data + b" " * (5 << 20)}, "large"),
    ({"ppt/presentation.xml": lambda data: data.replace(b'cx="9144000"', b'cx="914400"')}, "size"),
    ({"ppt/presentation.xml": lambda data: data.replace(b"presentationml/2006", b"presentationml/strict")},
     "unreadable"),
], ids=["macros", "macros-hidden", "entities", "no-theme", "cut-off", "huge-part", "narrow", "strict"])
def test_what_is_no_sound_template_is_refused_in_a_sentence(change, code: str):
    assert codes(rewritten(template(), change)) == [f"template-{code}"]


@pytest.mark.parametrize(("data", "code"), [
    (b"", "other"), (PNG, "other"), (b"PK\x03\x04 cut", "unreadable"), (b"\0" * (TEMPLATE_BYTES + 1), "large"),
], ids=["empty", "picture", "cut-off", "large"])
def test_other_files_are_told_what_is_wanted(data: bytes, code: str):
    assert codes(data) == [f"template-{code}"]


def test_the_reading_process_gives_the_same():
    data = template(templates.with_slides)
    assert door.slide_template(NAME, data) == cleaned(NAME, data)

"""A paper written into the centre's own template: its page, styles and head, our words."""

import shutil
import subprocess

import pytest

from shnor.loaders.files.letterheads.template import cleaned
from shnor.reports.papers import word
from shnor.reports.papers.blocks import numbers
from tests.loaders.files.letterheads import letterheads
from tests.loaders.files.letterheads.letterheads import ORGAN, PAGE, in_head, letterhead
from tests.reports.papers import made, read_back
from tests.reports.papers.read_back import W
from tests.reports.slides import printed


def template(*changes) -> bytes:
    return cleaned("Бланк.docx", letterhead(*changes)).data


def first_page_apart(document) -> None:
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "Шапка первой страницы"


def renamed_styles(document) -> None:
    """As a Word of another language has them: other ids, the same names."""
    for style in document.styles.element.iter(f"{W}style"):
        style.set(f"{W}styleId", f"a{style.get(f'{W}styleId')}")
        for name in ("basedOn", "next", "link"):
            if (one := style.find(f"{W}{name}")) is not None:
                one.set(f"{W}val", f"a{one.get(f'{W}val')}")


@pytest.mark.parametrize(("changes", "heads"), [
    pytest.param((), {"first": f"{ORGAN}{made.LABEL}", "default": f"{ORGAN}2{made.LABEL}"}, id="without-numbers"),
    pytest.param((in_head(PAGE),), {"default": f"{ORGAN}7{made.LABEL}"}, id="with-numbers"),
    pytest.param((first_page_apart,), {"first": f"Шапка первой страницы{made.LABEL}",
                                       "default": f"{ORGAN}2{made.LABEL}"}, id="first-page"),
])
def test_its_head_is_kept_and_has_what_a_paper_must_have(changes, heads):
    for copy in (word.clean, word.sourced):
        assert read_back.headers(copy(made.NOTE, template(*changes))) == heads


def test_a_picture_of_the_head_stands_on_the_first_page_too():
    data = word.clean(made.NOTE, template(letterheads.with_picture()))
    held = [name for name in read_back.names(data) if name.startswith("word/_rels/header")]
    assert len(held) == 2
    assert [len(read_back.part(data, name)) for name in held] == [1, 1]


@pytest.mark.parametrize("changes", [pytest.param((), id="ours"), pytest.param((renamed_styles,), id="other-ids")])
def test_the_words_are_ours_and_every_style_is_known(changes):
    base = template(*changes)
    clean, sourced = word.clean(made.NOTE, base), word.sourced(made.NOTE, base)
    ours = [text for text in read_back.paragraphs(word.clean(made.NOTE)) if text != ORGAN]  # its head says that
    assert read_back.paragraphs(clean) == read_back.paragraphs(sourced) == ours
    assert len(read_back.comments(sourced)) == len([*numbers(made.NOTE)])
    assert read_back.hidden(clean) == []
    styles = read_back.part(sourced, "word/styles.xml")
    ids = [one.get(f"{W}styleId") for one in styles.iter(f"{W}style")]
    assert len(ids) == len({*ids})
    for name in ("document", "comments", "styles"):
        root = read_back.part(sourced, f"word/{name}.xml")
        used = {one.get(f"{W}val") for kind in ("pStyle", "rStyle", "tblStyle", "basedOn", "link", "next")
                for one in root.iter(f"{W}{kind}")}
        assert used <= {*ids}


def test_a_style_of_the_template_is_used_as_it_is():
    def large(document) -> None:
        document.styles["Heading 1"].font.name = "Arial"
    data = word.clean(made.NOTE, template(large, renamed_styles))
    heading = next(one for one in read_back.part(data, "word/document.xml").iter(f"{W}pStyle")
                   if one.get(f"{W}val") == "aHeading1")
    assert read_back.said(heading.getparent().getparent()) == "Основание"
    fonts = next(one for one in read_back.part(data, "word/styles.xml").iter(f"{W}style")
                 if one.get(f"{W}styleId") == "aHeading1").find(f"{W}rPr/{W}rFonts")
    assert fonts.get(f"{W}ascii") == "Arial"


def test_the_same_template_gives_the_same_file():
    base = template(letterheads.with_picture())
    assert word.sourced(made.NOTE, base) == word.sourced(made.NOTE, base)


@pytest.mark.office
@printed.needs_poppler
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_opens_it(tmp_path):
    path = tmp_path / "paper.docx"
    path.write_bytes(word.sourced(made.NOTE, template(letterheads.with_picture())))
    subprocess.run(["soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'office').as_uri()}", "--convert-to",
                    "pdf", "--outdir", tmp_path, path], check=True, capture_output=True, timeout=180)
    found = printed.pages((tmp_path / "paper.pdf").read_bytes(), tmp_path)
    assert len(found) > 5
    assert all(ORGAN in page and made.LABEL in page for page in found)

"""Word repairs, with a warning, a document whose properties do not stand in the order of the standard."""

from itertools import pairwise

import pytest

from shnor.loaders.files.letterheads.template import cleaned
from shnor.reports.papers import sheet, word
from tests.loaders.files.letterheads import letterheads
from tests.loaders.files.letterheads.letterheads import PAGE, in_head, letterhead
from tests.reports.papers import made, read_back
from tests.reports.papers.read_back import W

ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
           "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi "
           "adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection "
           "textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
           "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs "
           "em lang eastAsianLayout specVanish oMath",
    "pBdr": "top left bottom right between bar",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
             "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
              "pgNumType cols formProt vAlign noEndnote titlePg",
    "settings": "zoom defaultTabStop autoHyphenation evenAndOddHeaders characterSpacingControl compat themeFontLang "
                "clrSchemeMapping decimalSymbol listSeparator",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
             "personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
}


def both_sides(document) -> None:
    document.settings.odd_and_even_pages_header_footer = True
    document.sections[0].different_first_page_header_footer = True


LETTERHEAD = cleaned("бланк.docx", letterhead(both_sides, letterheads.with_picture(), in_head(PAGE))).data


@pytest.mark.parametrize("data", [
    pytest.param(word.clean(made.NOTE), id="clean"), pytest.param(word.sourced(made.NOTE), id="sourced"),
    pytest.param(word.sourced(made.ORDER), id="order"), pytest.param(sheet.docx(made.SHEET), id="sheet"),
    pytest.param(word.sourced(made.NOTE, LETTERHEAD), id="letterhead")])
def test_properties_stand_in_the_order_of_the_standard(data):
    for name in read_back.names(data):
        if not name.startswith("word/") or not name.endswith(".xml") or "theme" in name:
            continue
        for kind, order in ORDERS.items():
            for one in read_back.part(data, name).iter(f"{W}{kind}"):
                found = [child.tag.removeprefix(W) for child in one]
                assert found == sorted(found, key=order.split().index), (name, kind)


@pytest.mark.parametrize("data", [
    pytest.param(word.clean(made.NOTE), id="clean"), pytest.param(word.sourced(made.ORDER), id="no-sources"),
    pytest.param(word.sourced(made.NOTE), id="sourced"), pytest.param(sheet.docx(made.SHEET), id="sheet"),
    pytest.param(word.clean(made.EMPTY), id="empty")])
def test_every_cell_and_the_document_end_with_a_paragraph_and_no_two_tables_touch(data):
    root = read_back.part(data, "word/document.xml")
    assert all(cell[-1].tag == f"{W}p" for cell in root.iter(f"{W}tc"))
    body = [one.tag.removeprefix(W) for one in root.find(f"{W}body")]
    assert body[-2:] == ["p", "sectPr"]
    assert ("tbl", "tbl") not in pairwise(body)

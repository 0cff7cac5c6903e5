"""«Листок к совещанию» as a document of Word: the page as it was fitted, in letters a little smaller, for those of Word
are wider than the ones it was measured in."""

from docx.shared import Mm

from shnor.reports.papers.office import edges, package, pictures, styles, tables
from shnor.reports.papers.office.text import appended, of_runs, paragraph, run
from shnor.reports.papers.sheet_laid import BY_HAND, STRIP, WIDTH, Laid, Part
from shnor.wording import typeset

SIDES_MM = (16, 15, 14, 15)
"""Top, right, bottom, left."""
SMALLER, NOTE = 0.94, 0.85
"""Letters beside those of the PDF; those of the foot beside the others."""
_WIDTH = WIDTH * tables.TWIPS
_RULE = '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="808080"/></w:pBdr>'
_LINES = _RULE.replace("</w:pBdr>", _RULE.removeprefix("<w:pBdr>").replace("<w:bottom", "<w:between"))
"""Lines under each of several paragraphs, which one border would only draw under the last."""


def _apart(size: float, part: float) -> str:
    """Room over a paragraph: so much of the size of its letters."""
    return f'<w:spacing w:before="{round(size * part * tables.TWIPS)}"/>'


def written(page: Laid) -> bytes:
    """The file; the same page gives the same bytes."""
    made = package.opened(None)
    section = made.sections[0]
    section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = map(Mm, SIDES_MM)
    section.header_distance = Mm(7)
    ids, body, size = styles.known(made, template=False), made.element.body, round(2 * SMALLER * page.size) / 2
    title = of_runs(run(typeset(page.title), round(1.15 * size), bold=True), "Normal", ids, size=size)
    for xml in (_beside(title, paragraph((page.place,), "Normal", ids, None, '<w:jc w:val="right"/>', size), 0.68),
                of_runs("", "PaperExecutor", ids, f'{_RULE}<w:spacing w:line="120" w:lineRule="exact"/>')):
        appended(body, xml)
    for part in page.parts:
        for xml in _part(part, ids, size):
            appended(body, xml)
    _foot(made, page, ids, size)
    edges.written(made, ids, page.label, numbered=False)
    return package.saved(made)


def _part(part: Part, ids: styles.Ids, size: float) -> list[str]:
    first, *others = part.lines or ("",)
    title = run(f"{part.title} " if part.title else "", size, bold=True)
    found = [of_runs(title + run(first, size), "Normal", ids, _apart(size, 0.4), size)]
    found += [paragraph((words,), "Normal", ids, None, f'{_apart(size, 0.08)}<w:ind w:left="240"/>', size)
              for words in others]
    for table in part.tables:
        found.append(paragraph((table.title,), "Normal", ids, None, f"<w:keepNext/>{_apart(size, 0.3)}", size))
        found.append(tables.grid(table, _WIDTH, ids, None, tables.SIZES[-1]))
    if not part.lines and not part.tables:
        found += BY_HAND * [paragraph((" ",), "Normal", ids, None, f"{_LINES}{_apart(size, 0.2)}", size)]
    return found


def _foot(made: package.Document, page: Laid, ids: styles.Ids, size: float) -> None:
    """The picture at the left, where its numbers are from at the right."""
    body, small = made.element.body, round(2 * NOTE * size) / 2
    appended(body, of_runs("", "PaperExecutor", ids, _apart(size, 0.3), small))
    told = "".join(paragraph((line,), "Normal", ids, None, '<w:jc w:val="right"/>', small) for line in page.foot)
    if page.picture is None:
        appended(body, _beside(paragraph((), "Normal", ids), told, 0.3))
    else:
        title = paragraph((page.picture.chart.title,), "Normal", ids, None, "", small)
        holder = of_runs("", "PaperExecutor", ids)
        made_row = appended(body, _beside(title + holder, told, 0.5))
        place = next(made_row.iter(f"{{{package.W}}}tc")).p_lst[-1]
        pictures.hang(made, place, page.strip, STRIP, page.picture.chart)
    appended(body, of_runs("", "PaperExecutor", ids, '<w:spacing w:line="20" w:lineRule="exact"/>'))


def _beside(left: str, right: str, share: float) -> str:
    """Two cells without lines; share: of the width the left one has."""
    wide = round(_WIDTH * share)
    cells = "".join(f'<w:tc><w:tcPr><w:tcW w:w="{one}" w:type="dxa"/><w:vAlign w:val="bottom"/></w:tcPr>{content}'
                    "</w:tc>" for one, content in ((wide, left), (_WIDTH - wide, right)))
    return (f'<w:tbl><w:tblPr><w:tblW w:w="{_WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left '
            'w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol '
            f'w:w="{wide}"/><w:gridCol w:w="{_WIDTH - wide}"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}'
            "</w:tr></w:tbl>")

"""What stands at the top of every page: its number from the second on, and that the data are invented."""

from copy import deepcopy
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn
from docx.section import Section

from shnor.reports.papers.office.package import element
from shnor.reports.papers.office.styles import Ids
from shnor.reports.papers.office.text import paragraph

_PAGE = ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar '
         'w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>')


def written(made: Document, ids: Ids, label: str, *, numbered: bool) -> None:
    """numbered: pages have numbers; a template that has them itself gets no second ones."""
    section = made.sections[0]
    if numbered and not _has_numbers(made):
        if not section.different_first_page_header_footer:
            _first_as_others(section)
        for header in _headers(made)[1:]:
            _put(header, f'<w:p><w:pPr><w:pStyle w:val="{ids["Header"]}"/><w:jc w:val="center"/></w:pPr>{_PAGE}</w:p>')
    if label:
        for header in _headers(made):
            _put(header, paragraph((label,), "PaperLabel", ids))


def marked(made: Document, ids: Ids, words: str) -> None:
    """The words at the top of every page of a document that is there already."""
    for header in _headers(made):
        _put(header, paragraph((words,), "PaperLabel", ids))


def said(made: Document) -> str:
    """What the head of the first page says, in plain letters."""
    first = _headers(made)[0]
    return "" if first.is_linked_to_previous else plain(" ".join(line.text for line in first.paragraphs))


def plain(text: str) -> str:
    """Letters of one size with single spaces, to be looked for."""
    return " ".join(text.lower().split())


def _headers(made: Document) -> list[Any]:
    """First the one of the first page; that of even pages where they have their own."""
    section = made.sections[0]
    first = [section.first_page_header] if section.different_first_page_header_footer else []
    even = [section.even_page_header] if made.settings.odd_and_even_pages_header_footer else []
    return [*first, section.header, *even]


def _first_as_others(section: Section) -> None:
    """The first page gets a head of its own, with what stands on the others."""
    section.different_first_page_header_footer = True
    for old, new in ((section.header, section.first_page_header), (section.footer, section.first_page_footer)):
        if not old.is_linked_to_previous:
            new.is_linked_to_previous = False
            _copied(old, new)


def _copied(old: Any, new: Any) -> None:
    for child in [*new._element]:
        new._element.remove(child)
    names = {name: new.part.relate_to(one.target_part, one.reltype) for name, one in old.part.rels.items()
             if not one.is_external}
    for child in old._element:
        copied = deepcopy(child)
        for holder in copied.iter():
            for name in (qn("r:embed"), qn("r:id")):
                if holder.get(name) in names:
                    holder.set(name, names[holder.get(name)])
        new._element.append(copied)


def _has_numbers(made: Document) -> bool:
    edges = (*_headers(made), made.sections[0].footer)
    return any("PAGE" in (field.get(qn("w:instr")) or field.text or "").split()
               for edge in edges if not edge.is_linked_to_previous
               for field in edge._element.iter(qn("w:instrText"), qn("w:fldSimple")))


def _put(header: Any, xml: str) -> None:
    """Appends to it; a new one is empty."""
    if header.is_linked_to_previous:
        header.is_linked_to_previous = False
        for child in [*header._element]:
            header._element.remove(child)
    header._element.append(element(xml))

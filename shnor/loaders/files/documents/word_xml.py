"""Documents of Word 2003 written as one XML."""

from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from lxml import etree

from shnor.loaders.files.documents.typed import typed_table
from shnor.loaders.files.documents.word import tables_of
from shnor.loaders.files.documents.word_text import clear
from shnor.loaders.files.raw import Failed, Raw
from shnor.loaders.files.workbooks.xml_books import parsed

_OLD = b"http://schemas.microsoft.com/office/word/2003/wordml"


def read_xml_document(data: bytes) -> list[Raw]:
    """The tables in their order.

    Raises:
        Failed: there is no table in the document.
    """
    root = parsed(data)
    for merge in root.iter(f"{{{_OLD.decode()}}}vmerge"):
        merge.tag = merge.tag.replace("vmerge", "vMerge")
    # the same elements under an older name; parsed anew so that they are of the kind the reader of documents knows
    document = parse_xml(etree.tostring(root).replace(_OLD, qn("w:x")[1:-2].encode()))
    for change in document.iter("{http://schemas.microsoft.com/aml/2001/core}annotation"):
        _as_today(change)
    body = next((part for part in document.iter(qn("w:body"))), None)
    if body is None:
        raise Failed("no-tables")
    clear(body)
    found, left = tables_of(body, None)
    return found or [typed_table(left)]


def _as_today(change) -> None:
    """Word 2003 writes a change as an annotation with its kind."""
    kind = next((value for key, value in change.items() if key.endswith("}type")), "")
    if kind == "Word.Deletion":
        change.tag = qn("w:del")

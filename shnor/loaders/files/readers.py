"""Which reader reads what. Imports wait until needed: each reader brings a library of its own."""

from collections.abc import Callable
from typing import Any

from shnor.loaders.files.raw import Raw


def tables(task: str, data: bytes, options: dict[str, Any]) -> list[Raw]:
    """task: workbook | document | opendocument | richtext | text, or one of those of `_of_other_programs`.

    Raises:
        Failed: nothing was read, for a reason known by name; a reader may raise anything else too.
    """
    if task == "workbook":
        from shnor.loaders.files.workbooks.sheets import read_workbook
        return read_workbook(data, **options)
    if task == "document":
        from shnor.loaders.files.documents.word import read_document
        return read_document(data, **options)
    if task == "opendocument":
        from shnor.loaders.files.documents.opendocument import read_opendocument
        return read_opendocument(data, **options)
    if task == "richtext":
        from shnor.loaders.files.documents.richtext import read_richtext
        return read_richtext(data, **options)
    if task == "text":
        from shnor.loaders.files.workbooks.text_tables import read_text
        return read_text(data, **options)
    return _of_other_programs(task)(data)


def _of_other_programs(task: str) -> Callable[[bytes], list[Raw]]:
    """task: page | saved-page | xml-book | flat-book | flat-text | xml-document | sylk | dif | old-word."""
    if task in ("page", "saved-page"):
        from shnor.loaders.files.documents.web_pages import read_web_archive, read_web_page
        return read_web_page if task == "page" else read_web_archive
    if task in ("xml-book", "flat-book"):
        from shnor.loaders.files.workbooks.xml_books import read_flat_book, read_xml_book
        return read_xml_book if task == "xml-book" else read_flat_book
    if task == "flat-text":
        from shnor.loaders.files.documents.opendocument import read_flat_text
        return read_flat_text
    if task == "xml-document":
        from shnor.loaders.files.documents.word_xml import read_xml_document
        return read_xml_document
    if task == "old-word":
        from shnor.loaders.files.documents.old_word import read_old_word
        return read_old_word
    from shnor.loaders.files.workbooks.old_exchange import read_dif, read_sylk
    return read_sylk if task == "sylk" else read_dif

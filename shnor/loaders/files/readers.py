"""Which reader reads what. Imports wait until needed: each reader brings a library of its own."""

from typing import Any

from shnor.loaders.files.raw import Raw


def tables(task: str, data: bytes, options: dict[str, Any]) -> list[Raw]:
    """task: workbook | document | opendocument | richtext | text.

    Raises:
        Failed: nothing was read, for a reason known by name; a reader may raise anything else too.
    """
    if task == "workbook":
        from shnor.loaders.files.sheets import read_workbook
        return read_workbook(data, **options)
    if task == "document":
        from shnor.loaders.files.documents import read_document
        return read_document(data, **options)
    if task == "opendocument":
        from shnor.loaders.files.opendocument import read_opendocument
        return read_opendocument(data, **options)
    if task == "richtext":
        from shnor.loaders.files.richtext import read_richtext
        return read_richtext(data, **options)
    from shnor.loaders.files.text_tables import read_text
    return read_text(data, **options)

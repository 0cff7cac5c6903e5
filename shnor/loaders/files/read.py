"""Bytes of a file → grids of its tables, or the sentence why not. Bad input never raises, but a reader may abort the
process or eat all memory: see `loaders.process`."""

from shnor.datasets import Grid, Looks
from shnor.datasets.limits import FILE_CELLS
from shnor.loaders.files.compound import DOCUMENT_NAMES
from shnor.loaders.files.doubts import doubts
from shnor.loaders.files.guard import Accepted, Refused, inspect
from shnor.loaders.files.raw import Failed, Raw
from shnor.loaders.files.readers import tables
from shnor.loaders.issues import of_documents
from shnor.loaders.issues import of_files as say
from shnor.loaders.issues.entry import IssueType
from shnor.loaders.types import Issue

_TASKS = {"docx": "document", "odt": "opendocument", "rtf": "richtext", "csv": "text", "html": "page",
          "mhtml": "saved-page", "spreadsheetml": "xml-book", "fods": "flat-book", "fodt": "flat-text",
          "wordml": "xml-document", "sylk": "sylk", "dif": "dif", "doc": "old-word"}
_PAGES = ("html", "mhtml")
_DOCUMENTS = ("docx", "odt", "rtf", "fodt", "wordml", "doc")
_FAILED = {"memory": say.TOO_HEAVY, "password": say.PASSWORD, "no-tables": say.NO_TABLES,
           "typed-table": of_documents.TYPED, "old-word": say.OLD_WORD}


def read(name: str, data: bytes, encoding: str = "") -> tuple[tuple[Grid, ...], tuple[Issue, ...]]:
    """Tables of one file: a sheet with cells is a grid, a table of a document is a grid «Таблица 1».

    Empty sheets are left out. If nothing could be read: no grids and one issue about the whole file. encoding: the
    title of a code page, what the person answered to the question about the letters of a text.
    """
    try:
        accepted = inspect(name, data)
    except Refused as refused:
        return (), (refused.issue,)
    unreadable = say.UNREADABLE_DOCUMENT if accepted.format in _DOCUMENTS else say.UNREADABLE
    try:
        grids = _grids(accepted, encoding)
    except Failed as failed:
        return (), (_why(name, accepted.format, str(failed), unreadable).at(name=name),)
    except MemoryError:
        return (), (say.TOO_HEAVY.at(name=name),)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # a panic of a reader is no Exception
        return (), (unreadable.at(name=name),)
    if not grids:
        return (), (say.NO_DATA.at(name=name),)
    return grids, doubts(name, data, grids, encoding) if accepted.format == "csv" else ()


def _why(name: str, what: str, reason: str, unreadable: IssueType) -> IssueType:
    """A page without a table is told by what its name promises."""
    if reason == "no-tables" and what in _PAGES:
        return say.WEB_PAGE_DOCUMENT if name.lower().endswith(DOCUMENT_NAMES) else say.WEB_PAGE
    return _FAILED.get(reason, unreadable)


def _grids(accepted: Accepted, encoding: str) -> tuple[Grid, ...]:
    task = _TASKS.get(accepted.format, "workbook")
    options = {"workbook": {"form": accepted.format}, "text": {"encoding": encoding}}.get(task, {})
    raws = tables(task, accepted.data, options)
    if sum(len(raw.cells) * max(map(len, raw.cells), default=0) for raw in raws) > FILE_CELLS:
        raise Failed("memory")
    return tuple(_grid(raw) for raw in raws if any(value is not None for row in raw.cells for value in row))


def _grid(raw: Raw) -> Grid:
    return Grid(**raw._asdict() | {"looks": Looks(*raw.looks)})

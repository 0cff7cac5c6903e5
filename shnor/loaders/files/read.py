"""Bytes of a file → grids of its tables, or the sentence why not. Bad input never raises, but a reader may abort the
process or eat all memory: see `loaders.process`."""

from shnor.datasets import Grid, Looks
from shnor.loaders.files.guard import Accepted, Refused, inspect
from shnor.loaders.files.raw import Failed, Raw
from shnor.loaders.files.readers import tables
from shnor.loaders.issues import of_files as say
from shnor.loaders.types import Issue

_TASKS = {"docx": "document", "odt": "opendocument", "rtf": "richtext", "csv": "text"}
_DOCUMENTS = ("docx", "odt", "rtf")
_FAILED = {"memory": say.TOO_HEAVY, "password": say.PASSWORD, "no-tables": say.NO_TABLES}


def read(name: str, data: bytes) -> tuple[tuple[Grid, ...], tuple[Issue, ...]]:
    """Tables of one file: a sheet with cells is a grid, a table of a document is a grid «Таблица 1».

    Empty sheets are left out. If nothing could be read: no grids and one issue about the whole file.
    """
    try:
        accepted = inspect(name, data)
    except Refused as refused:
        return (), (refused.issue,)
    unreadable = say.UNREADABLE_DOCUMENT if accepted.format in _DOCUMENTS else say.UNREADABLE
    try:
        grids = _grids(accepted)
    except Failed as failed:
        return (), (_FAILED.get(str(failed), unreadable).at(name=name),)
    except MemoryError:
        return (), (say.TOO_HEAVY.at(name=name),)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # a panic of a reader is no Exception
        return (), (unreadable.at(name=name),)
    return grids, () if grids else (say.NO_DATA.at(name=name),)


def _grids(accepted: Accepted) -> tuple[Grid, ...]:
    task = _TASKS.get(accepted.format, "workbook")
    options = {"form": accepted.format} if task == "workbook" else {}
    raws = tables(task, accepted.data, options)
    return tuple(_grid(raw) for raw in raws if any(value is not None for row in raw.cells for value in row))


def _grid(raw: Raw) -> Grid:
    return Grid(**raw._asdict() | {"looks": Looks(*raw.looks)})

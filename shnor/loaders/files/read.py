"""Bytes of a file → grids of its tables, or the sentence why not. Bad input never raises."""

from functools import cache

from shnor.datasets import Grid
from shnor.loaders.files.guard import Accepted, Refused, inspect
from shnor.loaders.files.pool import SECONDS, Pool, Stopped
from shnor.loaders.issues import of_files as say
from shnor.loaders.issues.entry import IssueType
from shnor.loaders.types import Issue

_TASKS = {"docx": "document", "odt": "opendocument", "rtf": "richtext", "csv": "text"}
_STOPPED: dict[str, IssueType] = {
    "time": say.TOO_LONG, "memory": say.TOO_HEAVY, "died": say.TOO_HEAVY, "password": say.PASSWORD,
    "no-reader": say.NO_READER, "no-tables": say.NO_TABLES,
}


@cache
def pool() -> Pool:
    """The reading processes of this process."""
    return Pool()


def read(name: str, data: bytes) -> tuple[tuple[Grid, ...], tuple[Issue, ...]]:
    """Tables of one file: a sheet with cells is a grid, a table of a document is a grid «Таблица 1».

    Empty sheets are left out. If nothing could be read: no grids and one issue about the whole file.
    """
    try:
        grids = _grids(inspect(name, data), data)
    except Refused as refused:
        return (), (refused.issue,)
    except Stopped as stopped:
        issue = _STOPPED.get(str(stopped), say.UNREADABLE)
        return (), (issue.at(name=name, limit=round(SECONDS)),)
    return grids, () if grids else (say.NO_DATA.at(name=name),)


def _grids(accepted: Accepted, data: bytes) -> tuple[Grid, ...]:
    task = _TASKS.get(accepted.format, "workbook")
    options = {"errors": True} if accepted.errors else {}
    raws = pool().read(task, data, **options)
    return tuple(Grid(*raw) for raw in raws if any(value is not None for row in raw.cells for value in row))

"""The door for everybody outside: files are opened, read and checked in the reading process."""

import pickle
import threading
from functools import cache
from hashlib import sha256

from shnor.datasets import Grid
from shnor.loaders.claims.said import Paper
from shnor.loaders.issues import of_files as say
from shnor.loaders.issues import of_letterheads, of_papers, of_templates
from shnor.loaders.issues.entry import IssueType
from shnor.loaders.process.pool import SECONDS, Pool, Stopped
from shnor.loaders.types import Answers, Checked, Issue, Known, Opened, PaperTemplate, SlideTemplate

NO_ANSWERS: Answers = {}
_last: tuple[Known, bytes] | None = None
_STOPPED: dict[str, IssueType] = {
    "time": say.TOO_LONG, "memory": say.TOO_HEAVY, "died": say.TOO_HEAVY, "no-reader": say.NO_READER,
    "stopped": say.STOPPED,
}


@cache
def pool() -> Pool:
    """The reading processes of this process."""
    return Pool()


def check(name: str, data: bytes, known: Known, answers: Answers = NO_ANSWERS,
          stop: threading.Event | None = None) -> Checked:
    """Read, recognise, type and check one file. Never raises for what is in it; the same input gives the same result.

    answers: what the person answered to questions; a text stands for the cell, KEEP leaves it and is not asked again.
    stop: set by another thread, it ends the reading of this file.
    """
    if stop and stop.is_set():
        return _without(name, data, "stopped")
    try:
        return pool().run("check", name, data, dict(answers), known=pickled(known), stop=stop)
    except Stopped as stopped:
        return _without(name, data, str(stopped))


def _without(name: str, data: bytes, reason: str) -> Checked:
    """Nothing was read, for this reason."""
    return Checked(name, sha256(data).hexdigest(), issues=(_issue(name, reason),))


def _issue(name: str, reason: str) -> Issue:
    return _STOPPED.get(reason, say.UNREADABLE).at(name=name, limit=round(SECONDS))


def opened(name: str, data: bytes, stop: threading.Event | None = None) -> list[Opened]:
    """The files inside an archive or a letter; a file that is neither is itself, one that cannot be opened is itself
    with the reason. What was stopped by a person is itself and may be opened again."""
    try:
        return pool().run("open", name, data, stop=stop)
    except Stopped as stopped:
        return [Opened(name, data, None if str(stopped) == "stopped" else _issue(name, str(stopped)))]


def slide_template(name: str, data: bytes, stop: threading.Event | None = None) -> SlideTemplate:
    """The look of a presentation of the municipality; never raises for what is in it, the same file gives the same."""
    try:
        return pool().run("template", name, data, stop=stop)
    except Stopped as stopped:
        why = {"no-reader": say.NO_READER, "unreadable": of_templates.UNREADABLE}.get(
            str(stopped), of_templates.NOT_READ)
        return SlideTemplate(b"", issues=(why.at(name=name, limit=round(SECONDS)),))


def paper_template(name: str, data: bytes, stop: threading.Event | None = None) -> PaperTemplate:
    """The look of a document of the centre; never raises for what is in it, the same file gives the same."""
    try:
        return pool().run("letterhead", name, data, stop=stop)
    except Stopped as stopped:
        why = {"no-reader": say.NO_READER, "unreadable": of_letterheads.UNREADABLE}.get(
            str(stopped), of_letterheads.NOT_READ)
        return PaperTemplate(b"", (why.at(name=name, limit=round(SECONDS)),))


def paper(name: str, data: bytes, stop: threading.Event | None = None) -> Paper:
    """What a finished document says; never raises for what is in it. Nothing of the document is kept."""
    try:
        return pool().run("paper", name, data, stop=stop)
    except Stopped as stopped:
        why = {"no-reader": say.NO_READER, "unreadable": say.UNREADABLE_DOCUMENT}.get(str(stopped), of_papers.NOT_READ)
        return Paper(name, refused=why.at(name=name, limit=round(SECONDS)))


def form(name: str, data: bytes) -> tuple[str, tuple[Grid, ...], tuple[Issue, ...]]:
    """Kind (xlsx, docx, another) and tables of a form of somebody else; never raises for what is in it."""
    try:
        return pool().run("form", name, data)
    except Stopped as stopped:
        return "", (), (_issue(name, str(stopped)),)


def pickled(known: Known) -> bytes:
    """Files of one drop are checked against one object: it is pickled once."""
    global _last
    last = _last
    if last is None or last[0] is not known:
        last = _last = known, pickle.dumps(known, protocol=5)
    return last[1]

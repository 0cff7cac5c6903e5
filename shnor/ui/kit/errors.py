"""An error on a page: a sentence with a number for the person, a line without cell values in the log."""

import logging
import secrets
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path

import streamlit as st

from shnor import private
from shnor.errors import ShnorError
from shnor.ui.kit import html, over
from shnor.ui.kit.plain import plain
from shnor.ui.run.session import Over

ROOT = Path(__file__).resolve().parents[3]
SENTENCE = ("На этой странице случилась ошибка программы. Принятые отчёты не затронуты. Обновите страницу; если "
            "повторится, передайте номер ошибки тому, кто сопровождает программу: **{number}**.")


class ErrorLog:
    """folder: where `errors.log` is kept, at most four files of one megabyte."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        # Streamlit would print the message of the exception, and a message may quote a cell.
        logging.getLogger("streamlit.error_util").addFilter(lambda record: record.exc_info is None)

    def show(self, error: Exception) -> bool:
        """Told by Streamlit about an exception no page caught; True = Streamlit shows nothing of its own."""
        if isinstance(error, Over):  # out of a press of a button: the page itself has not run yet
            over.tell()
            return True
        number = self.record(error)
        if isinstance(error, ShnorError):
            st.error(plain(str(error)), icon=":material/error:")
        else:
            st.error(SENTENCE.format(number=plain(number)), icon=":material/error:")
        return True

    def record(self, error: BaseException) -> str:
        """Writes number, moment, types and places; returns the number. A full disk must not hide the error."""
        number = secrets.token_hex(3).upper()
        line = f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ} {number} {described(error)}\n"
        try:
            self._write(line)
        except OSError:
            return number + " (в журнал не записано)"
        return number

    def _write(self, line: str) -> None:
        path = private.folder(self.folder) / "errors.log"
        handler = RotatingFileHandler(path, maxBytes=1_000_000, backupCount=3, encoding="utf-8")
        handler.terminator = ""
        handler.emit(logging.LogRecord("shnor", logging.ERROR, "", 0, line, None, None))
        handler.close()
        private.file(path)


def described(error: BaseException) -> str:
    """Types of the exception and its causes, and the places in our code; never a message: it may quote a cell."""
    parts = []
    current: BaseException | None = error
    while current is not None:
        places = [place for frame in traceback.extract_tb(current.__traceback__) if (place := ours(frame))]
        parts.append(f"{type(current).__module__}.{type(current).__qualname__} at {' > '.join(places) or '?'}")
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return " <- ".join(parts)


def ours(frame: traceback.FrameSummary) -> str | None:
    path = Path(frame.filename)
    if not path.is_relative_to(ROOT) or ".venv" in path.parts:
        return None
    return f"{path.relative_to(ROOT).as_posix()}:{frame.lineno} {frame.name}"


def done(action: Callable[[], object]) -> bool:
    """Whether the action went through; what stands against it is said on the page."""
    try:
        action()
    except ShnorError as error:
        html.text(str(error), mark="shnor-error")
        return False
    return True


def again_after(action: Callable[[], object]) -> None:
    """Draws the page anew once the action went through; what stands against it is said and leaves it as it was."""
    if done(action):
        st.rerun()

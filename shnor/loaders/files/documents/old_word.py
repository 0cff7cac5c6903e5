"""Old Word (.doc): LibreOffice, where it is installed, makes a document of today of it. Elsewhere nothing is read."""

import contextlib
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

import psutil

from shnor.loaders.files.documents.word import read_document
from shnor.loaders.files.raw import Failed, Raw

SECONDS = 22
"""Less than the reading process has for a file, so that the office ends before it."""
_FOLDER = "shnor-word-"
_LEFT_BEHIND = 600
"""Seconds; no conversion takes so long."""
_NAMES = ("soffice", "libreoffice")
_FOLDERS = ("C:/Program Files/LibreOffice/program", "C:/Program Files (x86)/LibreOffice/program",
            "/Applications/LibreOffice.app/Contents/MacOS", "/opt/libreoffice/program")


def office() -> str:
    """The program, or "" where there is none."""
    places = [shutil.which(name) for name in _NAMES]
    places += [shutil.which(name, path=folder) for folder in _FOLDERS for name in _NAMES]
    return next(filter(None, places), "")


def read_old_word(data: bytes) -> list[Raw]:
    """Tables of the document in their order.

    Raises:
        Failed: old-word where nothing came of it.
    """
    made = converted(data)
    try:
        return read_document(made)
    except Failed:  # some versions of the office lose the tables of a .doc: people still see them in their Word
        raise Failed("old-word") from None


def converted(data: bytes) -> bytes:
    """The same document as Word writes it today.

    Raises:
        Failed: old-word where there is no office or nothing came of it.
    """
    program = office()
    if not program:
        raise Failed("old-word")
    _clear_up()
    with tempfile.TemporaryDirectory(prefix=_FOLDER, ignore_cleanup_errors=True) as folder:
        source = Path(folder) / "document.doc"
        source.write_bytes(data)
        _convert(program, source)
        made = source.with_suffix(".docx")
        if not made.exists():
            raise Failed("old-word")
        return made.read_bytes()


def _clear_up() -> None:
    """Folders of conversions whose process was stopped in the middle."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_FOLDER}*"):
        with contextlib.suppress(OSError):
            if time.time() - folder.stat().st_mtime > _LEFT_BEHIND:
                shutil.rmtree(folder, ignore_errors=True)


def _convert(program: str, source: Path) -> None:
    command = [program, "--headless", "--norestore", "--nolockcheck",
               f"-env:UserInstallation={(source.parent / 'profile').as_uri()}",
               "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(source.parent), str(source)]
    try:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL, cwd=source.parent,
                                   creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0))
    except OSError:
        raise Failed("old-word") from None
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired:
        _end(process)
        raise Failed("old-word") from None


def _end(process: subprocess.Popen[bytes]) -> None:
    """The program starts another one that does the work."""
    with contextlib.suppress(psutil.Error):
        for child in psutil.Process(process.pid).children(recursive=True):
            with contextlib.suppress(psutil.Error):
                child.kill()
    process.kill()
    process.wait()

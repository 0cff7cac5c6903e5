"""A dropped archive or letter: each file inside it is a file of its own. Nothing is written to the disk."""

import io
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from pathlib import PurePosixPath

from shnor.loaders.files.archive import blocks
from shnor.loaders.files.sniff import OLE, sniff
from shnor.loaders.issues import of_files as say
from shnor.loaders.types import Issue

MAX_FILES = 300
MAX_DEPTH = 2
"""An archive in a letter is opened; an archive in an archive in a letter is a file that says it is an archive."""
MAX_UNPACKED = 200 << 20
MAX_RATIO = 150
RATIO_FROM = 20 << 20

Inside = list[tuple[str, bytes]]
_UTF8 = 0x800
_SERVICE = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")
_IN_BODY = "image"


class Closed(Exception):
    """The container is not to be opened; issue says why."""

    def __init__(self, issue: Issue) -> None:
        super().__init__(issue.message)
        self.issue = issue


def opened(name: str, data: bytes, depth: int = 0) -> Inside:
    """The files inside; a file that is no container, or one that cannot be opened, is itself."""
    try:
        inside = members(name, data) if depth < MAX_DEPTH else None
    except Closed:
        inside = None
    if inside is None:
        return [(name, data)]
    found = [file for inner, content in inside for file in opened(inner, content, depth + 1)]
    return found if len(found) <= MAX_FILES else [(name, data)]


def members(name: str, data: bytes) -> Inside | None:
    """Name and bytes of each file inside; None for what is neither an archive nor a letter.

    Raises:
        Closed: damaged, empty, or more than an archive of reports can be.
    """
    what = sniff(name, data)
    if what == "zip":
        return _distinct(_zipped(name, data))
    return _distinct(_attached(name, data)) if what == "letter" and not data.startswith(OLE) else None


def _zipped(name: str, data: bytes) -> list[tuple[PurePosixPath, bytes]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir() and not _is_service(entry.filename)]
    if not entries:
        raise Closed(say.ARCHIVE_EMPTY.at(name=name))
    if len(entries) > MAX_FILES:
        raise Closed(say.ARCHIVE_TOO_MANY.at(name=name, limit=MAX_FILES))
    found, total = [], 0
    for entry in entries:
        content = bytearray()
        try:
            for block in blocks(data, entry):
                total += len(block)
                if total > MAX_UNPACKED or (total > RATIO_FROM and total > MAX_RATIO * len(data)):
                    raise Closed(say.ARCHIVE_BOMB.at(name=name))
                content += block
        except (zlib.error, struct.error):
            raise Closed(say.TRUNCATED.at(name=name)) from None
        found.append((PurePosixPath(_name(entry).replace("\\", "/")), bytes(content)))
    return found


def _is_service(name: str) -> bool:
    return name.startswith(_SERVICE[0]) or PurePosixPath(name).name in _SERVICE


def _name(entry: zipfile.ZipInfo) -> str:
    """Old packers write the name in the code page of DOS and do not say so."""
    if entry.flag_bits & _UTF8:
        return entry.filename
    try:
        raw = entry.filename.encode("cp437")
    except UnicodeEncodeError:
        return entry.filename
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp866")


def _attached(name: str, data: bytes) -> list[tuple[PurePosixPath, bytes]]:
    """Attachments of a letter. Who sent it is not kept; pictures of its text are no attachments."""
    try:
        letter = message_from_bytes(data, policy=policy.default)
        found = [(PurePosixPath(title.replace("\\", "/")), content) for part in _parts(letter)
                 for title, content in _attachment(part)]
    except (ValueError, LookupError, TypeError, AttributeError):  # a header no reader of letters understands
        raise Closed(say.LETTER.at(name=name)) from None
    if not found:
        raise Closed(say.LETTER_EMPTY.at(name=name))
    return found


def _parts(letter: Message) -> Iterator[Message]:
    for part in letter.iter_parts() if isinstance(letter, EmailMessage) and letter.is_multipart() else ():
        if part.get_content_maintype() == "multipart":
            yield from _parts(part)
        else:
            yield part


def _attachment(part: Message) -> Iterator[tuple[str, bytes]]:
    title = part.get_filename()
    if part.get_content_type() == "message/rfc822":
        inside = part.get_payload(0)
        if not isinstance(inside, Message):
            raise TypeError(title)
        yield f"{title or 'письмо'}".removesuffix(".eml") + ".eml", inside.as_bytes()
    elif title and not (part.get_content_maintype() == _IN_BODY and part.get("Content-ID")
                        and part.get_content_disposition() != "attachment"):
        content = part.get_payload(decode=True)
        yield title, content if isinstance(content, bytes) else b""


def _distinct(found: list[tuple[PurePosixPath, bytes]]) -> Inside:
    """Names without folders; files of one name keep the folder they came from."""
    count = Counter(path.name for path, _ in found)
    return [(path.name if count[path.name] == 1 else " — ".join(path.parts[-2:]), content) for path, content in found]

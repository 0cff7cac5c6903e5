"""A form of somebody else that is to be written into: small, and XML in each part, so that whoever writes meets no
surprise. Looked through in the reading process."""

import zipfile
import zlib
from io import BytesIO

from lxml import etree

from shnor.datasets.limits import FORM_BYTES
from shnor.loaders.issues.entry import IssueType
from shnor.loaders.issues.of_papers import FORM_LARGE, FORM_UNSOUND

KINDS = frozenset({"xlsx", "docx"})
_XML = (".xml", ".rels")


def objection(data: bytes) -> IssueType | None:
    """Why a package is not written into; None of a sound one."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            if sum(entry.file_size for entry in package.infolist()) > FORM_BYTES:
                return FORM_LARGE
            sound = all(_sound(entry.filename, package.read(entry)) for entry in package.infolist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError, RuntimeError, zlib.error):
        sound = False
    return None if sound else FORM_UNSOUND


def _sound(name: str, part: bytes) -> bool:
    """Nothing of it is deeper or longer than lxml reads, and it declares nothing of its own."""
    if not name.endswith(_XML):
        return True
    try:
        root = etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return False
    return not root.getroottree().docinfo.doctype

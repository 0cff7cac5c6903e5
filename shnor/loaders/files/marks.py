"""Text files told apart by how they begin: pages, letters, links, tables in text formats; what is left is CSV."""

import codecs
import json
import re

from shnor.datasets.limits import LETTERS_HEAD_BYTES
from shnor.loaders.files.encodings import marked

_LOOK = 64 << 10
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")

_PROLOGUE = re.compile(r"\s*(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE\s+(?P<type>[\w:]+)[^<>\[]*(?:\[.*?\])?\s*>)", re.S | re.I)
_ROOT = re.compile(r"\s*<(?P<tag>[\w:.-]+)(?P<attributes>[^<>]*)")
_CELLS = re.compile(r"<t[dr][\s>]", re.I)
_HTML = re.compile("html|head|body|meta|title|style|script|link|base|table|thead|tbody|tfoot|tr|td|th|caption|col|"
                   "colgroup|div|span|p|b|i|u|s|a|br|hr|h[1-6]|center|font|img|pre|ul|ol|li|form|input|strong|em|section|"
                   "article|main|header|footer|nav|o:p")
_XML = (
    ("urn:schemas-microsoft-com:office:spreadsheet", "spreadsheetml"),
    ("schemas.microsoft.com/office/word/2003/wordml", "wordml"),
    ("schemas.microsoft.com/office/2006/xmlpackage", "flat"),
    ("opendocument.spreadsheet", "fods"), ("opendocument.text", "fodt"), ("v8.1c.ru/8.2/data/spreadsheet", "mxl"),
    ("v8.1c.ru/spreadsheet", "mxl"), ("gribuser.ru/xml/fictionbook", "book"),
)
_ROOTS = {"svg": "svg", "plist": "plist", "fictionbook": "book", "w:worddocument": "wordml", "pkg:package": "flat",
          "ss:workbook": "spreadsheetml"}

_HEADER = re.compile(rb"([!-9;-~]+):(?:[ \t]|\r?$)")
_MAIL = frozenset((b"from", b"to", b"cc", b"subject", b"date", b"mime-version", b"message-id", b"received",
                   b"return-path", b"delivered-to", b"reply-to", b"sender", b"content-type", b"x-mailer"))
_TRAVELLED = frozenset((b"to", b"received", b"delivered-to", b"return-path", b"message-id", b"x-mailer", b"cc"))
_ARCHIVED = frozenset((b"x-document-type", b"snapshot-content-location"))
_SAVED_PAGE = re.compile(rb"^from:\s*[\"'<]*(?:saved by"
                         rb"|\xd1\xee\xf5\xf0|\xd0\xa1\xd0\xbe\xd1\x85\xd1\x80)", re.I | re.M)
_SENDER = re.compile(rb"^from:.*@", re.I | re.M)
_PAGE = re.compile(rb"^content-type:\s*(?:multipart/related|text/html)", re.I | re.M)
_HEADERS = 3
_LINK = re.compile(r"(?:\[\{[^\n]*\}\w*\]\s[^\[]*)?\[InternetShortcut\]|\[Desktop Entry\].*^(?:URL|Type=Link)"
                   r"|https?://\S+\s*\Z", re.S | re.M | re.I)
_SYLK = re.compile(r"ID;P[^\r\n]*[\r\n]+[A-Z]{1,2};")
_DIF = re.compile(r"TABLE\s*[\r\n]+\s*0,\d")
_TO_THE_CLOUD = ("doc_id", "url", "resource_id")


def is_text(data: bytes) -> bool:
    """Text in any code page, UTF-16 and UTF-32 without a mark of their order too; Ctrl-Z may end it."""
    if marked(data):
        return True
    head = data[:4096].rstrip(b"\x1a\x00") if len(data) <= 4096 else data[:4096]
    return bool(head) and not _CONTROL.search(head)


def kind(name: str, data: bytes) -> str:
    """html | mhtml | spreadsheetml | wordml | flat | fods | fodt | sylk | dif | rtf | letter | link | json | plist |
    svg | mxl | book | xml | signature | csv."""
    page = marked(data)
    text = data[:_LOOK].decode(page or "latin-1", "ignore").lstrip("\ufeff\x00 \t\r\n\xa0")
    if text.startswith("<") and (what := _marked_up(text)):
        return what
    if text.startswith("{\\rtf"):
        return "rtf"
    if page in ("", "utf-8-sig") and (what := _with_headers(data)):
        return what
    if len(_CELLS.findall(text)) > 1 and "<table" in text.lower():
        return "html"
    for what, pattern in (("link", _LINK), ("sylk", _SYLK), ("dif", _DIF)):
        if pattern.match(text):
            return what
    if text.startswith("-----BEGIN PGP"):
        return "signature"
    return _json(name, data, page) or "csv"


def _marked_up(text: str) -> str | None:
    """By the root element; None for a text that only begins with «<»."""
    page = xml = False
    while before := _PROLOGUE.match(text):
        page = page or (before["type"] or "").lower() == "html"
        xml = xml or before[0].lstrip().startswith(("<?xml", "<?mso"))
        text = text[before.end():]
    root = _ROOT.match(text)
    if not root:
        return "html" if page else "xml" if xml else None
    tag, attributes = root["tag"].lower(), root["attributes"].lower()
    of_namespace = next((what for mark, what in _XML if mark in attributes), None)
    if page or tag == "html":
        return "html"
    own = _ROOTS.get(tag) or of_namespace
    if own == "plist":
        return "link" if "<key>URL</key>" in text else "plist"
    if own or _HTML.fullmatch(tag) or len(_CELLS.findall(text)) > 1:
        return own or "html"
    return "xml" if xml or "xmlns" in attributes or f"</{tag}" in text.lower() else None


def _with_headers(data: bytes) -> str | None:
    """letter | mhtml (a page with its pictures in one file) | None, by the lines before the first empty one."""
    names, first = letters_head(data)
    if len(names) < _HEADERS and not (len(names) > 1 and b"content-type" in names and b"boundary=" in first.lower()):
        return None
    if not _MAIL & set(names):
        return None
    sent = bool(_TRAVELLED & set(names)) or bool(_SENDER.search(first))
    page = _PAGE.search(first) and not sent
    return "mhtml" if _ARCHIVED & set(names) or page or _SAVED_PAGE.search(first) else "letter"


def letters_head(data: bytes) -> tuple[list[bytes], bytes]:
    """(names of the headers in small letters, the text of the head); no names where a line is no header. A line that
    goes on with a blank belongs to the one above; «From » may begin a letter of a mailbox."""
    text = data[:LETTERS_HEAD_BYTES].removeprefix(codecs.BOM_UTF8).lstrip(b"\r\n")
    head = re.split(rb"\r?\n\r?\n|\r\r", text, maxsplit=1)[0]
    names = []
    for place, line in enumerate(head.splitlines()):
        header = _HEADER.match(line)
        if header:
            names.append(header[1].lower())
        elif not (line[:1] in (b" ", b"\t") and names) and not (place == 0 and line.startswith(b"From ")):
            return [], b""
    return names, head


def _json(name: str, data: bytes, page: str) -> str | None:
    """A pointer to a table in the cloud, or data for programs."""
    if data.lstrip(codecs.BOM_UTF8 + b" \t\r\n\x00")[:1] not in (b"{", b"["):
        return None
    try:
        value = json.loads(data.decode(page or "utf-8").lstrip("\ufeff"))
    except (ValueError, RecursionError):
        return "json" if name.lower().endswith((".json", ".geojson")) else None
    return "link" if isinstance(value, dict) and any(key in value for key in _TO_THE_CLOUD) and len(value) < 9 else \
        "json" if isinstance(value, (dict, list)) else None

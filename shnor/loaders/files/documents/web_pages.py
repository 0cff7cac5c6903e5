"""Tables of web pages, whatever their name: school systems export them as .xls and .doc. A grid a table."""

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from typing import Any

from lxml import etree

from shnor.datasets.limits import PAGE_CELLS, PAGE_COLUMNS
from shnor.loaders.files.documents.nested import layouts
from shnor.loaders.files.encodings import decoded, encoding
from shnor.loaders.files.looks.marks import Marks
from shnor.loaders.files.raw import Failed, Plain, Raw, heading_of

_WHOLE_WIDTH = 50
"""A title over more columns than this is only as wide as the table."""
_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_PROLOGUE = re.compile(r"\s*<\?xml[^>]*\?>")
_ASIDE = frozenset(("head", "script", "style", "title", "template", "noscript", "object", "iframe", "svg"))
_BLOCKS = frozenset(("p", "div", "li", "tr", "td", "th", "table", "caption", "h1", "h2", "h3", "h4", "h5", "h6", "ul",
                     "ol", "dt", "dd", "center", "form", "section", "header", "pre", "blockquote", "body", "option"))
_NOT_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE)
_STRIKES = frozenset(("s", "strike", "del"))
_SPACE = re.compile(r"[ \t\r\n\f]+")
_BREAK = re.compile(r" *\n[ \n]*")


def read_web_page(data: bytes) -> list[Raw]:
    """«Таблица 1», «Таблица 2»… in their order; a table that only lays the page out is none.

    Raises:
        Failed: there is no table in the page.
    """
    return _numbered(tables_of(page_text(data)))


def read_web_archive(data: bytes) -> list[Raw]:
    """The same of a page saved as one file (MHTML): of all its pages.

    Raises:
        Failed: there is no table in any of them.
    """
    letter = message_from_bytes(data.lstrip(), policy=policy.compat32)
    found: list[Raw] = []
    for part in letter.walk():
        body = part.get_payload(decode=True) if part.get_content_type() == "text/html" else None
        if isinstance(body, bytes):
            found += tables_of(page_text(body, part.get_content_charset() or ""))
    return _numbered(found)


def page_text(data: bytes, charset: str = "") -> str:
    """The text of a page: utf-8 where it can be nothing else, then what the page itself declares, then by letters."""
    own = encoding(data)
    declared = charset or next((name.decode() for name in _DECLARED.findall(data[:4096])), "")
    if own or not declared or declared.lower().startswith("utf"):
        return decoded(data)
    try:
        return data.decode(declared, "replace")
    except LookupError:
        return decoded(data)


def tables_of(page: str) -> list[Raw]:
    """The tables of a page without their names."""
    text = _PROLOGUE.sub("", page.replace("\x00", ""), count=1)
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    root = etree.fromstring(text.encode("utf-8", "replace"), parser) if text.strip() else None
    if root is None:
        return []
    tables = list(root.iter("table"))
    if not tables and next(root.iter("tr"), None) is not None:  # rows without the table around them
        return [_table(root, [])]
    outside = layouts(tables, _own, lambda table: next(table.iterancestors("table"), None))
    return list(_walk(root, outside))


def _numbered(found: list[Raw]) -> list[Raw]:
    filled = [raw for raw in found if any(any(row) for row in raw.cells)]
    if not filled:
        raise Failed("no-tables")
    return [raw._replace(sheet=f"Таблица {number}") for number, raw in enumerate(filled, start=1)]


def _walk(root, outside: dict[Any, bool]) -> Iterator[Raw]:
    """Tables with the lines that stand above each."""
    both = any(outside.values())
    pieces: list[str] = []
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "start" and element.tag == "table" and outside.get(element, True):
            yield _table(element, _tidy(pieces).split("\n"), inner=element not in outside)
            pieces = []
            if element not in outside:
                walk.skip_subtree()
        elif both and outside.get(next(element.iterancestors("table"), None)):
            pieces += ["\n"]  # it stands in its own cell already
        elif event == "start":
            pieces += _opening(element)
            if element.tag in _ASIDE:
                walk.skip_subtree()
        else:
            pieces += _closing(element)


def _table(table, above: list[str], inner: bool = True) -> Raw:
    """inner: with the text of tables inside."""
    # Excel writes the widths of columns into a hidden row
    rows = [row for row in _rows(table) if not _is_hidden(row) or _tidy(_pieces(row))]
    grid: list[list[Plain]] = []
    merged: list[tuple[int, int, int, int]] = []
    covered: dict[int, int] = {}  # column -> the last row a cell from above reaches
    marks = Marks(hidden_rows={number for number, row in enumerate(rows) if _is_hidden(row)})
    size = 0
    for number, row in enumerate(rows):
        texts: list[Plain] = []
        for cell in _cells(row):
            while covered.get(len(texts), -1) >= number:
                texts.append(None)
            wide, high = _span(cell, "colspan", PAGE_COLUMNS), _span(cell, "rowspan", len(rows) - number)
            wide = 1 if wide > _WHOLE_WIDTH else wide
            if wide * high > 1:
                merged.append((number, len(texts), number + high - 1, len(texts) + wide - 1))
            marks.struck += [(number, len(texts))] if _is_struck(cell) else []
            covered |= dict.fromkeys(range(len(texts), len(texts) + wide), number + high - 1)
            texts += [_text(cell, inner) or None, *[None] * (wide - 1)]
        grid.append(texts[:PAGE_COLUMNS])
        size += len(texts)
        if size > PAGE_CELLS:
            raise Failed("memory")
    caption = [_tidy(_pieces(line)) for line in table.iterchildren("caption")]
    heading = heading_of((*above, *caption))
    hidden = any(map(_is_hidden, (table, *table.iterancestors())))
    return _even(grid, merged)._replace(hidden=hidden, heading=heading, looks=marks.shown(grid))


def _even(grid: list[list[Plain]], merged: list[tuple[int, int, int, int]]) -> Raw:
    """All rows as long as the longest; merged cells end there."""
    width = max(map(len, grid), default=0)
    cells = tuple((*row, *[None] * (width - len(row))) for row in grid)
    return Raw("", cells, tuple((top, left, bottom, min(right, width - 1)) for top, left, bottom, right in merged))


def _own(table) -> list[int]:
    """Cells of each row with text outside the tables inside them."""
    return [sum(bool(_text(cell, inner=False)) for cell in _cells(row)) for row in _rows(table)]


def _rows(table) -> list:
    return [row for row in table.iter("tr") if next(row.iterancestors("table"), table) is table]


def _cells(row) -> list:
    return [cell for cell in row.iter("td", "th") if next(cell.iterancestors("tr"), row) is row]


def _text(cell, inner: bool) -> str:
    return _tidy([_SPACE.sub(" ", cell.text or "")] if not len(cell) else _pieces(cell, inner))


def _pieces(top, inner: bool = True) -> list[str]:
    """inner: with the text of tables inside."""
    pieces: list[str] = []
    walk = etree.iterwalk(top, events=("start", "end"))
    for event, element in walk:
        if event == "start":
            pieces += _opening(element)
            if element.tag in _ASIDE or (element.tag == "table" and not inner):
                walk.skip_subtree()
        elif element is not top:
            pieces += _closing(element)
    return pieces


def _opening(element) -> list[str]:
    if element.tag in _ASIDE:
        return []
    field = element.get("value") or "" if element.tag == "input" and element.get("type", "text") == "text" else ""
    text = field or element.text or ""
    if element.tag == "option" and element.get("selected") is None:
        return []
    return [*(["\n"] if element.tag in _BLOCKS or element.tag == "br" else []), _SPACE.sub(" ", text)]


def _closing(element) -> list[str]:
    tail = _SPACE.sub(" ", element.tail or "")
    return ["\n", tail] if element.tag in _BLOCKS else [tail]


def _tidy(pieces: list[str]) -> str:
    return re.sub(" {2,}", " ", _BREAK.sub("\n", "".join(pieces))).strip(" \n")


def _is_hidden(element) -> bool:
    return element.get("hidden") is not None or bool(_NOT_SHOWN.search(element.get("style") or ""))


def _is_struck(cell) -> bool:
    """All there is to read in it is crossed out."""
    pieces = [(element, element.text) for element in cell.iter()]
    pieces += [(element.getparent(), element.tail) for element in cell.iter() if element is not cell]
    own = [element for element, text in pieces if (text or "").strip()]
    return bool(own) and all(any(_crosses(around) for around in (element, *element.iterancestors())) for element in own)


def _crosses(element) -> bool:
    return element.tag in _STRIKES or "line-through" in (element.get("style") or "").lower()


def _span(cell, attribute: str, most: int) -> int:
    """0 means: to the end."""
    text = (cell.get(attribute) or "1").strip()
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 1
    return max(1, min(number or most, most))

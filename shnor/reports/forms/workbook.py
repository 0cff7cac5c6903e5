"""Cells of a workbook (.xlsx) written into the XML of its sheets. Styles, widths, pictures, other sheets stay as they
are; a cell that is protected is left alone; of a merged range the first cell is written.

Formulas keep their text and lose their last results on a sheet that is written: a program that opens the file counts a
formula without a result anew, and would show the old one otherwise.
"""

import posixpath
import re
from collections import defaultdict
from collections.abc import Mapping

from shnor.reports.forms.filled import FORMULA, NO_SHEET, PROTECTED, Filled, Target, Value, Values
from shnor.reports.forms.package import Element, Package, written

_BOOK, _STYLES, _CHAIN, _TYPES = "xl/workbook.xml", "xl/styles.xml", "xl/calcChain.xml", "[Content_Types].xml"
_BOOK_RELATIONS = "xl/_rels/workbook.xml.rels"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def fill(data: bytes, values: Values) -> Filled:
    """values: cell → number, text or None. Every part of the package but the sheets written is byte-equal; the chain of
    calculation goes only where a written cell held a formula."""
    package = Package(data)
    parts, locked = _sheets(package), _locked(package)
    left: dict[Target, str] = {}
    changed: dict[str, bytes] = {}
    formula = False
    for sheet, cells in _by_sheet(values).items():
        part = parts.get(sheet)
        if part is None:
            left |= dict.fromkeys(cells, NO_SHEET)
            continue
        made = _Sheet(package.tree(part), locked)
        for target, value in cells.items():
            if why := made.write(target.address, value):
                left[target] = why
        if made.touched:
            made.forget_results()
            changed[part] = written(made.root)
        formula = formula or made.had_formula
    gone = frozenset({_CHAIN}) if formula and _CHAIN in package.names else frozenset[str]()
    if gone:
        changed |= _without_chain(package)
    return Filled(package.with_parts(changed, gone), len(values) - len(left), left)


def _by_sheet(values: Values) -> dict[str, dict[Target, Value]]:
    found: dict[str, dict[Target, Value]] = defaultdict(dict)
    for target, value in values.items():
        found[target.sheet][target] = value
    return found


def _sheets(package: Package) -> dict[str, str]:
    """Name of a sheet → its part."""
    targets = {relation.get("Id"): relation.get("Target", "") for relation in package.tree(_BOOK_RELATIONS)}
    found: dict[str, str] = {}
    for sheet in package.tree(_BOOK).iter("{*}sheet"):
        id = next((value for name, value in sheet.items() if name.endswith("}id")), "")
        target = targets.get(id) or ""
        part = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join("xl", target))
        if part in package.names:
            found[sheet.get("name", "")] = part
    return found


def _locked(package: Package) -> list[bool]:
    """Of each style whether its cells are locked; they are unless it is said otherwise."""
    if _STYLES not in package.names:
        return []
    formats = next(package.tree(_STYLES).iter("{*}cellXfs"), None)
    return [] if formats is None else [
        all(mark.get("locked", "1") not in ("0", "false") for mark in one.iter("{*}protection")) for one in formats]


class _Sheet:
    def __init__(self, root: Element, locked: list[bool]) -> None:
        self.root, self._locked = root, locked
        self.touched = self.had_formula = False
        self._space = root.tag.partition("}")[0] + "}"
        self._data = next(root.iter(f"{self._space}sheetData"))
        protection = next(root.iter(f"{self._space}sheetProtection"), None)
        self._protected = protection is not None and protection.get("sheet", "0") in ("1", "true")
        self._merged = [_area(one.get("ref", "")) for one in root.iter(f"{self._space}mergeCell")]
        self._rows = {int(row.get("r") or 0): row for row in self._data}
        self._cells = {cell.get("r"): cell for row in self._data for cell in row}

    def write(self, address: str, value: Value) -> str:
        """Why it was not written, "" = it was."""
        address = self._first(address.upper())
        cell = self._cells.get(address)
        style = cell.get("s") if cell is not None else self._style(address)
        if self._protected and self._is_locked(style):
            return PROTECTED
        formula = cell.find(f"{self._space}f") if cell is not None else None
        if formula is not None and (formula.get("t") in ("shared", "array", "dataTable") or formula.get("ref")):
            return FORMULA
        self.had_formula = self.had_formula or formula is not None
        self._put(cell if cell is not None else self._made(address, style), value)
        self.touched = True
        return ""

    def forget_results(self) -> None:
        for formula in self.root.iter(f"{self._space}f"):
            cell = formula.getparent()
            for result in cell.findall(f"{self._space}v"):
                cell.remove(result)
            cell.attrib.pop("t", None)

    def _put(self, cell: Element, value: Value) -> None:
        for inside in list(cell):
            cell.remove(inside)
        cell.attrib.pop("t", None)
        if value is None:
            return
        if isinstance(value, str):
            cell.set("t", "inlineStr")
            text = _inside(_inside(cell, f"{self._space}is"), f"{self._space}t")
            text.set(_SPACE, "preserve")
            text.text = _clean(value)
        else:
            _inside(cell, f"{self._space}v").text = repr(value) if isinstance(value, float) else str(value)

    def _first(self, address: str) -> str:
        row, column = place(address)
        for top, left, bottom, right in self._merged:
            if top <= row <= bottom and left <= column <= right:
                return f"{_letters(left)}{top}"
        return address

    def _is_locked(self, style: str | None) -> bool:
        number = int(style or 0)
        return self._locked[number] if number < len(self._locked) else True

    def _style(self, address: str) -> str | None:
        """Of a cell that is not there yet: its row's, else its column's."""
        number, column = place(address)
        row = self._rows.get(number)
        if row is not None and row.get("s") and row.get("customFormat") in ("1", "true"):
            return row.get("s")
        return next((one.get("style") for one in self.root.iter(f"{self._space}col")
                     if int(one.get("min", 0)) <= column <= int(one.get("max", 0))), None)

    def _made(self, address: str, style: str | None) -> Element:
        number, column = place(address)
        row = self._rows.get(number)
        if row is None:
            row = self._data.makeelement(f"{self._space}row", {"r": str(number)})
            self._data.insert(sum(known < number for known in self._rows), row)
            self._rows[number] = row
        before = sum(place(cell.get("r", "A1"))[1] < column for cell in row)
        cell = row.makeelement(f"{self._space}c", {"r": address, **({"s": style} if style else {})})
        row.insert(before, cell)
        self._cells[address] = cell
        return cell


def _inside(parent: Element, tag: str) -> Element:
    made = parent.makeelement(tag, {})
    parent.append(made)
    return made


def _clean(text: str) -> str:
    """Signs XML has no place for."""
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", text)


def place(address: str) -> tuple[int, int]:
    """Row and column, from 1."""
    letters = address.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(address[len(letters):]), column


def _letters(column: int) -> str:
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def _area(reference: str) -> tuple[int, int, int, int]:
    first, _, last = reference.partition(":")
    return (*place(first), *place(last or first))


def _without_chain(package: Package) -> Mapping[str, bytes]:
    """The two lists that name the chain."""
    types, relations = package.tree(_TYPES), package.tree(_BOOK_RELATIONS)
    for one in list(types):
        if one.get("PartName") == f"/{_CHAIN}":
            types.remove(one)
    for one in list(relations):
        if one.get("Type", "").endswith("/calcChain"):
            relations.remove(one)
    return {_TYPES: written(types), _BOOK_RELATIONS: written(relations)}

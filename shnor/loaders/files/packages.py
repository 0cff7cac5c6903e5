"""Packages of Office (xlsx, docx and their relatives): which part is the main one, and the same package as the
readers know it. Programs that keep to the standard may call any part as they like; readers look for usual names."""

import base64
import io
import posixpath
import re
import zipfile
from collections.abc import Callable, Mapping
from functools import partial
from xml.etree import ElementTree

from shnor.datasets.limits import PACKAGE_LIST_BYTES

TYPES_PART = "[Content_Types].xml"
_ROOT_RELATIONS = "_rels/.rels"
_MAIN = (
    ("spreadsheetml.sheet.main", "xlsx"), ("spreadsheetml.template.main", "xlsx"),
    ("ms-excel.sheet.macroenabled.main", "xlsx"),
    ("ms-excel.template.macroenabled.main", "xlsx"), ("ms-excel.addin.macroenabled.main", "xlsx"),
    ("ms-excel.sheet.binary.macroenabled.main", "xlsb"), ("wordprocessingml.document.main", "docx"),
    ("wordprocessingml.template.main", "docx"), ("ms-word.document.macroenabled.main", "docx"),
    ("ms-word.template.macroenabledtemplate.main", "docx"), ("presentationml", "presentation"),
    ("ms-powerpoint", "presentation"), ("ms-visio", "drawing"), ("xps-fixeddocumentsequence", "xps"),
    ("oxps-fixeddocumentsequence", "xps"),
)
_USUAL = {"xl/workbook.xml": "xlsx", "xl/workbook.bin": "xlsb", "word/document.xml": "docx",
          "ppt/presentation.xml": "presentation"}
_TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
    "xlsb": "application/vnd.ms-excel.sheet.binary.macroEnabled.main",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
}
_BOOK_PARTS = {"sharedStrings": "xl/sharedStrings", "styles": "xl/styles"}
_SHEETS = ("worksheet", "chartsheet", "dialogsheet", "xlMacrosheet")
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/([A-Za-z]+)/([A-Za-z]+)")
_STRICT_NAMES = {b"extendedProperties": b"extended-properties", b"customProperties": b"custom-properties"}
_OF_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OF_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_FLAT = "{http://schemas.microsoft.com/office/2006/xmlPackage}"

Parts = dict[str, Callable[..., bytes]]
"""Path with «/» → its bytes (not more than so many), in the order of the package."""


def kind(archive: zipfile.ZipFile) -> str | None:
    """xlsx | xlsb | docx | presentation | drawing | xps | package (of no kind we know); None: no package of Office."""
    parts = _parts(archive)
    return _main(parts)[1] if _part(parts, TYPES_PART) else next(
        (what for path, what in _USUAL.items() if _part(parts, path)), None)


def is_plain(data: bytes, what: str) -> bool:
    """The readers know it as it is."""
    if data[:2] != b"PK" or what in ("ods", "odt"):
        return data[:2] == b"PK"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = _parts(archive)
        if any(entry.filename not in parts for entry in archive.infolist() if not entry.is_dir()) or \
                _ROOT_RELATIONS not in parts:
            return False
        return _is_usual(parts) if what == "docx" else not _book_names(parts, what)


def plain(data: bytes, what: str) -> bytes:
    """The package as the readers know it. What is unpacked here is as large as it is: look at its size before.

    Raises:
        zipfile.BadZipFile, zlib.error, ValueError, SyntaxError and the like: it is damaged.
    """
    if what == "flat":
        return plain(_packed(_of_flat(data)), "docx")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = _parts(archive)
        if what in ("ods", "odt"):
            return _packed(parts)
        names = _book_names(parts, what) if what in ("xlsx", "xlsb") else {}
        return _packed(_rewritten(parts, names, _main(parts)[0], what))


def _parts(archive: zipfile.ZipFile) -> Parts:
    return {entry.filename.replace("\\", "/").lstrip("/"): partial(_read, archive, entry)
            for entry in archive.infolist() if not entry.is_dir()}


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, size: int = -1) -> bytes:
    with archive.open(entry) as stream:
        return stream.read(size)


def _part(parts: Mapping[str, object], path: str) -> str:
    """As the package writes it: names differ in capitals only. Empty where there is no such part."""
    return path if path in parts else next((part for part in parts if part.lower() == path.lower()), "")


def _main(parts: Parts) -> tuple[str, str]:
    """(path, kind) of the main part: what the package points to, else a part of such a type."""
    types = _content_types(parts)
    pointed = [target for name, target in _relations(parts, "").values() if name == "officeDocument"]
    for path in (*pointed, *types):
        path = _part(parts, path)
        declared = types.get(path.lower()) or types.get("*." + path.rpartition(".")[2].lower(), "")
        what = next((what for mark, what in _MAIN if mark in declared), None)
        if path and what:
            return path, what
    usual = next(((path, what) for path, what in _USUAL.items() if _part(parts, path)), None)
    other = next((what for mark, what in _MAIN if any(mark in declared for declared in types.values())), "package")
    return usual or ("", other)


def _content_types(parts: Parts) -> dict[str, str]:
    """Path of a part or «*.extension», in small letters → its type, in small letters."""
    listed = _xml(parts, _part(parts, TYPES_PART))
    return {(item.get("PartName", "").lstrip("/\\").replace("\\", "/") or "*." + item.get("Extension", "")).lower():
            item.get("ContentType", "").lower() for item in (listed if listed is not None else ())}


def _relations(parts: Parts, path: str) -> dict[str, tuple[str, str]]:
    """Id → (last word of the type, path of the target) of what a part points to inside the package."""
    folder, name = posixpath.split(path)
    listed = _xml(parts, _part(parts, posixpath.join(folder, "_rels", name + ".rels")))
    return {item.get("Id", ""): (item.get("Type", "").rpartition("/")[2], _target(folder, item.get("Target", "")))
            for item in (listed if listed is not None else ()) if item.get("TargetMode") != "External"}


def _target(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/" + folder, target.replace("\\", "/"))).lstrip("/")


def _xml(parts: Parts, path: str) -> ElementTree.Element | None:
    """None: there is no such part, or it is none that could be read."""
    text = parts[path](PACKAGE_LIST_BYTES) if path else b""
    if not text or len(text) == PACKAGE_LIST_BYTES or b"<!DOCTYPE" in text:
        return None
    try:
        return ElementTree.fromstring(text)
    except (ElementTree.ParseError, ValueError, LookupError):
        return None


def _book_names(parts: Parts, what: str) -> dict[str, str]:
    """Path → the usual path, of those parts of a workbook that stand elsewhere."""
    path, _ = _main(parts)
    ending = ".bin" if what == "xlsb" else ".xml"
    usual = {path: "xl/workbook" + ending}
    for name, target in _relations(parts, path).values():
        target = _part(parts, target)
        if name in _BOOK_PARTS:
            usual[target] = _BOOK_PARTS[name] + ending
        elif name in _SHEETS and not target.startswith("xl/"):
            usual[target] = f"xl/worksheets/{posixpath.basename(target)}"
    return {part: name for part, name in usual.items() if part and part != name}


def _is_usual(parts: Parts) -> bool:
    """A document as the reader of documents takes it: its type, its relations, the letters of its names."""
    types, text = parts.get(TYPES_PART), parts[_ROOT_RELATIONS](PACKAGE_LIST_BYTES)
    return types is not None and _TYPES["docx"].encode() in types(PACKAGE_LIST_BYTES) and \
        _main(parts)[0].encode() in text and not _STRICT.search(text)


def _rewritten(parts: Parts, names: dict[str, str], path: str, what: str) -> Parts:
    """Each part under its usual name; what points to it points there."""
    owners = {_relations_of(part).lower(): part for part in ("", *parts)}
    made: Parts = {TYPES_PART: partial(_types, parts, names, path, what),
                   _ROOT_RELATIONS: partial(_to_main, names.get(path, path))}
    for part, read in parts.items():
        owner = owners.get(part.lower())
        if part.lower() == TYPES_PART.lower():
            continue
        if owner is not None:
            made[_relations_of(names.get(owner, owner))] = partial(_pointers, parts, owner, names)
        elif what == "docx" and part.lower().endswith(".xml"):
            made[part] = partial(_of_today, read)
        else:
            made[names.get(part, part)] = read
    return made


def _to_main(path: str) -> bytes:
    listed = ElementTree.Element(f"{{{_OF_RELATIONS}}}Relationships")
    kind_of = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    ElementTree.SubElement(listed, f"{{{_OF_RELATIONS}}}Relationship", {"Id": "rId1", "Type": kind_of, "Target": path})
    return ElementTree.tostring(listed, encoding="utf-8", xml_declaration=True)


def _relations_of(path: str) -> str:
    folder, name = posixpath.split(path)
    return posixpath.join(folder, "_rels", name + ".rels")


def _of_today(read: Callable[..., bytes]) -> bytes:
    return _STRICT.sub(_transitional, read())


def _transitional(found: re.Match[bytes]) -> bytes:
    return b"http://schemas.openxmlformats.org/%s/2006/%s" % (found[1], _STRICT_NAMES.get(found[2], found[2]))


def _types(parts: Parts, names: dict[str, str], path: str, what: str) -> bytes:
    listed = _xml(parts, _part(parts, TYPES_PART))
    listed = ElementTree.Element(f"{{{_OF_TYPES}}}Types") if listed is None else listed
    for item in list(listed):
        part = _part(parts, item.get("PartName", "").replace("\\", "/").lstrip("/"))
        if part == path:
            listed.remove(item)
        elif item.get("PartName"):
            item.set("PartName", "/" + names.get(part, part))
    main = {"PartName": "/" + names.get(path, path), "ContentType": _TYPES[what]}
    ElementTree.SubElement(listed, f"{{{_OF_TYPES}}}Override", main)
    return ElementTree.tostring(listed, encoding="utf-8", xml_declaration=True)


def _pointers(parts: Parts, owner: str, names: dict[str, str]) -> bytes:
    """The relations of a part, whole paths in them."""
    folder = posixpath.dirname(owner)
    listed = _xml(parts, _part(parts, _relations_of(owner)))
    made = ElementTree.Element(f"{{{_OF_RELATIONS}}}Relationships")
    for item in listed if listed is not None else ():
        target = item.get("Target", "")
        if item.get("TargetMode") != "External":
            part = _part(parts, _target(folder, target)) or _target(folder, target)
            target = "/" + names.get(part, part)
        kind_of = _STRICT.sub(_transitional, item.get("Type", "").encode()).decode()
        ElementTree.SubElement(made, item.tag, item.attrib | {"Target": target, "Type": kind_of})
    return ElementTree.tostring(made, encoding="utf-8", xml_declaration=True)


def _packed(parts: Parts) -> bytes:
    """Not compressed: it lives a moment."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for path, read in parts.items():
            archive.writestr(zipfile.ZipInfo(path), read())
    return out.getvalue()


def _of_flat(data: bytes) -> Parts:
    """Parts of a Word document saved as one XML file («XML-документ Word»)."""
    if b"<!DOCTYPE" in data:
        raise ValueError("entities")
    made: Parts = {}
    types = ElementTree.Element(f"{{{_OF_TYPES}}}Types")
    for part in ElementTree.fromstring(data).iter(f"{_FLAT}part"):
        path = part.get(f"{_FLAT}name", "")
        ElementTree.SubElement(types, f"{{{_OF_TYPES}}}Override", PartName=path,
                               ContentType=part.get(f"{_FLAT}contentType", ""))
        content, binary = part.find(f"{_FLAT}xmlData/*"), part.findtext(f"{_FLAT}binaryData")
        text = ElementTree.tostring(content) if content is not None else base64.b64decode(binary or "")
        made[path.lstrip("/")] = partial(bytes, text)
    return {TYPES_PART: lambda: ElementTree.tostring(types)} | made

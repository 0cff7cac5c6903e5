"""The XML of a head, a foot or the styles of a document without whatever leads out of it, is hidden, tells who has
edited it, or counts by itself."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from shnor.loaders.files.presentations.pages import A, R, taken_fallbacks

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
V, VO = "{urn:schemas-microsoft-com:vml}", "{urn:schemas-microsoft-com:office:office}"
_KNOWN = (W, WP, PIC, A, V, VO, R)
"""Languages whose elements and attributes stay; the others only newer programs know."""
_UNWRAPPED = ("hyperlink", "smartTag", "customXml", "sdt", "sdtContent", "ins", "moveTo", "fldSimple")
"""What stands around text: the text stays."""
_GONE = ("del", "moveFrom", "object", "control", "altChunk", "sdtPr", "sdtEndPr", "customXmlPr", "smartTagPr",
         "proofErr", "permStart", "permEnd", "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd",
         "commentReference", "annotationRef", "footnoteReference", "endnoteReference", "lastRenderedPageBreak",
         "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange", "numberingChange",
         "numPr", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "subDoc",
         "contentPart", "rsid")
_LOST = ("object", "control", "altChunk", "subDoc", "contentPart")
_EDITED = ("ins", "del", "moveFrom", "moveTo", "commentReference")
_COUNTED = ("PAGE", "NUMPAGES", "SECTIONPAGES")
"""Fields that may count by themselves; of others only what a link says stays, as text."""
_ADDRESSES = ("src", "href", f"{VO}href", f"{VO}relid", f"{VO}title", "alt", "title")


@dataclass
class Found:
    """How much there was of what is not taken."""

    links: int = 0
    lost: int = 0
    edits: int = 0
    fields: int = 0


def cleaned(root: Any, kept: Collection[str], found: Found) -> None:
    """Changes the tree. kept: ids of the relations that stay."""
    taken_fallbacks(root)
    for name in _EDITED:
        found.edits += len([*root.iter(f"{W}{name}")])
    for run in [*root.iter(f"{W}r")]:
        if run.find(f"{W}rPr/{W}vanish") is not None:
            found.edits += 1
            run.getparent().remove(run)
    found.links += len([*root.iter(f"{W}hyperlink")])
    found.lost += sum(len([*root.iter(f"{W}{name}")]) for name in _LOST)
    _fields(root, found)
    for name in _GONE:
        for one in [*root.iter(f"{W}{name}")]:
            _removed(one)
    for name in _UNWRAPPED:
        for one in [*root.iter(f"{W}{name}")]:
            _unwrapped(one)
    _strange(root)
    found.lost += _pictures(root, kept)


def _removed(one: Any) -> None:
    if one.getparent() is not None:
        one.getparent().remove(one)


def _unwrapped(one: Any) -> None:
    parent = one.getparent()
    if parent is None:
        return
    place = parent.index(one)
    parent.remove(one)
    for child in reversed([*one]):
        parent.insert(place, child)


def _strange(root: Any) -> None:
    """Elements and attributes of other languages, traces of editing, names of files and people at pictures."""
    for one in [*root.iter()]:
        if not isinstance(one.tag, str) or not one.tag.startswith(_KNOWN) or one.tag == f"{A}extLst":
            _removed(one)
            continue
        for name in [*one.attrib]:
            outside = name.startswith("{") and not name.startswith((*_KNOWN, "{http://www.w3.org/XML/1998"))
            if outside or name.startswith(f"{W}rsid") or (one.tag.startswith((V, VO)) and name in _ADDRESSES):
                del one.attrib[name]
    for one in root.iter(f"{WP}docPr", f"{PIC}cNvPr"):
        for name in ("descr", "title"):
            one.attrib.pop(name, None)
        one.set("name", "Рисунок")
    for name in ("hlinkClick", "hlinkHover"):
        for one in [*root.iter(f"{A}{name}")]:
            _removed(one)


def _pictures(root: Any, kept: Collection[str]) -> int:
    """Takes away each drawing with a relation that does not stay, or with content that is no picture."""
    for one in root.iter(f"{A}blip"):
        if one.get(f"{R}embed") in kept:
            one.attrib.pop(f"{R}link", None)  # the picture lies inside and at its address as well
    gone = set()
    for one in [*root.iter(f"{W}drawing", f"{W}pict")]:
        inside = [*one.iter()]
        foreign = any(_leads_out(each, kept) for each in inside)
        empty = one.tag == f"{W}drawing" and not any(each.tag == f"{PIC}pic" for each in inside)
        if foreign or empty:
            gone.add(one)
    for one in gone:
        _removed(one)
    for one in [*root.iter()]:
        if _leads_out(one, kept):
            _removed(one)
    return len(gone)


def _leads_out(one: Any, kept: Collection[str]) -> bool:
    return any(name.startswith(R) and value not in kept for name, value in one.attrib.items())


def _fields(root: Any, found: Found) -> None:
    """Fields that are not counted lose their code; only a link keeps what it says."""
    for one in [*root.iter(f"{W}fldSimple")]:
        name = _name(one.get(f"{W}instr", ""))
        if name not in _COUNTED:
            found.fields += 1
            for child in [*one] if name != "HYPERLINK" else []:
                one.remove(child)
        else:
            _written_out(one, name)
    for holder in [*root.iter(f"{W}p")]:
        _complex(holder, found)


def _written_out(one: Any, name: str) -> None:
    """A counted field in one element as the runs it stands for: what is around text is unwrapped later."""
    run = f"{W}r"
    texts = [*one]
    for child in texts:
        one.remove(child)
    for kind in ("begin", name, "separate"):
        holder = one.makeelement(run, {})
        if kind == name:
            code = one.makeelement(f"{W}instrText", {})
            code.text = f" {name} "
            holder.append(code)
        else:
            holder.append(one.makeelement(f"{W}fldChar", {f"{W}fldCharType": kind}))
        one.append(holder)
    one.extend(texts)
    end = one.makeelement(run, {})
    end.append(one.makeelement(f"{W}fldChar", {f"{W}fldCharType": "end"}))
    one.append(end)


def _complex(holder: Any, found: Found) -> None:
    """Fields of one paragraph, those inside one another too."""
    open_fields: list[dict[str, Any]] = []
    for run in [*holder.iter(f"{W}r")]:
        mark = run.find(f"{W}fldChar")
        kind = mark.get(f"{W}fldCharType") if mark is not None else ""
        if kind == "begin":
            open_fields.append({"code": "", "marks": [], "result": [], "told": False})
        if not open_fields:
            continue
        own = open_fields[-1]
        if kind or not own["told"]:
            own["marks"].append(run)
            own["code"] += "".join(one.text or "" for one in run.iter(f"{W}instrText"))
        else:
            own["result"].append(run)
        own["told"] = own["told"] or kind == "separate"
        if kind == "end":
            _ended(open_fields.pop(), found)
    for own in open_fields:
        _ended(own, found)


def _ended(field: dict[str, Any], found: Found) -> None:
    name = _name(field["code"])
    if name in _COUNTED:
        code = next(one for run in field["marks"] for one in run.iter(f"{W}instrText"))
        for run in field["marks"]:
            for one in run.iter(f"{W}instrText"):
                one.text = f" {name} " if one is code else ""
        return
    found.fields += 1
    for run in (*field["marks"], *(field["result"] if name != "HYPERLINK" else ())):
        _removed(run)


def _name(code: str) -> str:
    return (code.split() or [""])[0].upper()

"""Rows of a table of results that are not schools: districts, the region, the whole country, groups of schools.

Of several districts the own one is that whose schools stand under it; the others are left out with a word, and so are
groups («Сельские школы»): their pupils are counted in their schools.
"""

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import NamedTuple

from shnor.datasets import Spot, Value, column_letters
from shnor.datasets.results import (
    ALL_GROUPS,
    DISTRICT_CODE,
    DISTRICTS,
    GROUP_CODE,
    OTHER_GROUPS,
    REGIONS,
    SCHOOL_WORDS,
)
from shnor.loaders.records.draft import Draft, shown
from shnor.loaders.words.headers import normalise
from shnor.loaders.words.schools import find

_CODE = re.compile(GROUP_CODE, re.I)
_SHOWN = 3
LEFT = "left"
"""The level of a row that sums up schools and is none of the four levels."""


class Group(NamedTuple):
    """level: of the declaration, or LEFT. name: as written, without the code. login: of a school, «edu990005»."""

    level: str
    name: str
    login: str = ""


@lru_cache(maxsize=5_000)
def group(text: str) -> Group | None:
    """«МБОУ ООШ № 5(edu990005)» → a school; None for a text that by itself says nothing of a level."""
    clean = " ".join(text.split())
    coded = _CODE.search(clean)
    name, code = _CODE.sub("", clean).strip(), (coded["code"] or coded["first"]).lower() if coded else ""
    if code.startswith(("edu", "sch")):
        return Group("school", name, code)
    if code:
        return Group("municipality" if re.fullmatch(DISTRICT_CODE, code) else "region", name)
    low = normalise(name)
    if re.fullmatch(ALL_GROUPS, low):
        return Group("country", name)
    if re.fullmatch(OTHER_GROUPS, low):
        return Group(LEFT, name)
    if re.search(SCHOOL_WORDS, low):
        return Group("school", name)
    found = [(match.start(), level) for level, pattern in (("region", REGIONS), ("municipality", DISTRICTS))
             if (match := re.search(pattern, low))]
    return Group(min(found)[1], name) if found else None  # «Заречный район Приозёрного края»


def settle(draft: Draft, *, only_known: bool) -> None:
    """Before typing: groups become levels, schools stay as they are looked up, what is no row of ours is left out.
    only_known: a text that is neither is an error (ФИС ОКО); else it may be a school written in another way."""
    texts = [shown(value) for value in draft.body.values("school_id")]
    read = {text: _read(draft, text, only_known=only_known) for text in dict.fromkeys(texts)}
    left = _strangers(draft, texts, read)
    for row, text in enumerate(texts):
        one = read[text]
        if one is None or one.level != "school":
            put(draft, row, "school_id", None)
        elif one.login or only_known:
            put(draft, row, "school_id", one.login or one.name)
        if one is None and row not in left:
            draft.findings.add("fis-group", *draft.body.place(row, "school_id"), text,
                               column=draft.body.kind["school_id"].title)
    if only_known or any(one and one.level != "school" for one in read.values()):
        draft.columns["level"] = [one.level if (one := read[text]) else "school" for text in texts]
        draft.spots["level"] = (Spot(letters(draft, "school_id")),)
    _leave(draft, left | _sums(draft, texts, read))


def _read(draft: Draft, text: str, *, only_known: bool) -> Group | None:
    """A name of the register is a school, whatever its words; a login stands for a school the register knows by it."""
    one, schools = group(text), draft.known.schools
    if one and one.login:  # its name must not say another school than its login
        return one._replace(login="", name=text)
    if one and one.level == "school":
        return one
    if not text or find(text, schools).kind == "exact":
        return Group("school", text)
    return one if one or only_known else Group("school", text)


def _sums(draft: Draft, texts: Sequence[str], read: dict[str, Group | None]) -> set[int]:
    """Rows of groups of schools, told once."""
    rows = [row for row, text in enumerate(texts) if (one := read[text]) and one.level == LEFT]
    if rows:
        names = list(dict.fromkeys(f"«{texts[row]}»" for row in rows))
        more = f" и ещё {len(names) - _SHOWN}" if len(names) > _SHOWN else ""
        draft.findings.add("group-left", *draft.body.place(rows[0], "school_id"), ", ".join(names[:_SHOWN]) + more,
                           topic="группы школ", column=draft.body.kind["school_id"].title)
    return set(rows)


def _strangers(draft: Draft, texts: Sequence[str], read: dict[str, Group | None]) -> set[int]:
    """Rows of other districts and of their schools, told once. The form keeps one district, the own one."""
    under: list[str] = []
    district = ""
    for text in texts:
        one = read[text]
        if one and one.level in ("municipality", "region", "country"):
            district = text if one.level == "municipality" else ""
        under.append(district)
    districts = {text for text in under if text}
    if len(districts) < 2:
        return set()
    known = {text: bool(one.login) or find(one.name, draft.known.schools).kind == "exact"
             for text, one in read.items() if one and one.level == "school"}
    own = {district for text, district in zip(texts, under, strict=True) if district and known.get(text)}
    kept = own if len(own) == 1 else set()
    rows = {row for row, (text, district) in enumerate(zip(texts, under, strict=True)) if district
            and (text in districts - kept or (district not in own and not known.get(text)))}
    if rows:
        _tell_strangers(draft, texts, sorted(rows))
    return rows


def _tell_strangers(draft: Draft, texts: Sequence[str], rows: Sequence[int]) -> None:
    seen = ", ".join(f"«{texts[row]}»" for row in rows[:_SHOWN])
    draft.findings.add("districts-left", *draft.body.place(rows[0], "school_id"), len(rows),
                       topic="другие муниципалитеты", column=draft.body.kind["school_id"].title, seen=seen)


def _leave(draft: Draft, rows: Collection[int]) -> None:
    """Take rows out of what is read."""
    body = draft.body
    kept = [row for row in range(len(body.rows)) if row not in rows]
    if len(kept) == len(body.rows):
        return
    for name in ("rows", "numbers", "of_part", "sections", "section_places"):
        values = getattr(body, name)
        setattr(body, name, [values[row] for row in kept] if values else values)
    draft.columns = {name: [values[row] for row in kept] for name, values in draft.columns.items()}


def put(draft: Draft, row: int, name: str, value: Value) -> None:
    """Stand a value in a cell of the rows that are read; the sheet that is kept stays as it came."""
    place = draft.body.match.columns[name]
    cells = [*draft.body.rows[row]]
    cells += [None] * (place + 1 - len(cells))
    cells[place] = value
    draft.body.rows[row] = tuple(cells)


def letters(draft: Draft, name: str) -> str:
    """Of the column of the sheet."""
    return column_letters(draft.body.match.columns[name])

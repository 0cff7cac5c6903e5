"""Which activity of the municipality's roadmap an activity of a school stands under, as its plan writes it."""

import re
from dataclasses import dataclass

import pyarrow as pa

from shnor import wording
from shnor.service.figures import roadmap
from shnor.service.figures.rows import chosen, values

_DOTTED = re.compile(r"(?<![\d.])\d{1,2}(?:\.\d{1,2})+(?!\.?\d)")
"""«2.3» in whatever text; no day with its year."""
_ALONE = re.compile(r"(?:п\.?|пункт\w*|№|мероприяти\w*|\s)*(\d{1,2})\.?\s*", re.I)


@dataclass(frozen=True)
class Above:
    """words: what stands under the activity. named: the activities of the municipality by name; "" where the plan names
    no number, or the base has no roadmap of the municipality for the period."""

    words: str
    named: str = ""


def told(plans: pa.Table, rows: pa.Table, period: str) -> dict[str, Above]:
    """As written → as said, of the rows that pass. plans: rows of all roadmaps; period: of the municipality's one."""
    written = [text for text in values(rows, "parent") if text]
    own = chosen(plans, {**roadmap.OWN, "period": period}) if written else rows.slice(0, 0)
    known = dict(zip(own["number"].to_pylist(), own["activity"].to_pylist(), strict=True))
    return {text: said(text, known) for text in written}


def said(text: str, known: dict[str, str | None]) -> Above:
    """known: number → activity of the municipality's roadmap; empty where there is none to look into."""
    found = numbers(text)
    if not found:
        return Above(f"к мероприятию района: {text}")
    words = f"к {wording.listed(list(found))} муниципальной карты"
    missing = [number for number in found if number not in known]
    if known and missing:
        words += f" (в ней нет {wording.listed(missing)})"
    return Above(words, "; ".join(known[number] or "" for number in found if number in known))


def numbers(text: str) -> tuple[str, ...]:
    """«п. 2.3 дорожной карты округа» → 2.3; a number without a dot only where nothing else is written."""
    alone = _ALONE.fullmatch(text)
    return (alone[1],) if alone else tuple(dict.fromkeys(_DOTTED.findall(text)))

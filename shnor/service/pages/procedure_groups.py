"""To which of the four groups of assessment procedures a procedure belongs; words: `shnor.datasets.works`."""

import re
from collections.abc import Iterable
from functools import cache

from shnor.datasets.works import GROUP_WORDS, GROUPS, PROCEDURES

OTHER = "other"


@cache
def group_of(procedure: str) -> str:
    """A code of GROUPS. The list of procedures is open: what no word tells of is in none of the four."""
    said = _plain(procedure)
    return next((group for group, words in GROUP_WORDS if re.search(words, said)), OTHER)


def present(procedures: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Group → its procedures, both in the order people list them."""
    found: dict[str, list[str]] = {}
    for name in sorted(set(procedures)):
        found.setdefault(group_of(name), []).append(name)
    return {group: tuple(found[group]) for group in GROUPS if group in found}


def named_in(text: str) -> frozenset[str]:
    """Groups of the procedures a text names; each piece of it is used once."""
    left, groups = _plain(text), set()
    for pattern, name in PROCEDURES:
        cut = re.sub(pattern, " ", left)
        if cut != left:
            left = cut
            groups.add(group_of(name))
    return frozenset(groups)


def _plain(text: str) -> str:
    return " ".join(text.split()).lower().replace("ё", "е")

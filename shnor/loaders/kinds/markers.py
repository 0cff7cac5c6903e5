"""Signs of a list of the край after reading: works of its columns, years, whether a sign is there at all."""

import re

from shnor.datasets.markers import MARKED, NOT_MARKED, NOT_THERE, ONLY_MARKED, WORK, WORKS
from shnor.loaders.kinds.derived import said_above, written
from shnor.loaders.records.above import only
from shnor.loaders.records.draft import Draft
from shnor.loaders.words.headers import normalise

_WORK, _ONCE = re.compile(WORK), re.compile(ONLY_MARKED)
_YEARS = re.compile(r"(20\d\d) ?[-/–] ?(?:20)?(\d\d)(?!\d)")
_YEAR = re.compile(r"(?<![\d.])20\d\d(?!\d)")


def finish(draft: Draft) -> None:
    """«Не отмечено» is a fact of the list and no empty cell."""
    if draft.body.layout.unpivot:
        _works(draft)
    _signs(draft)
    _years(draft)


def _works(draft: Draft) -> None:
    """«4 РУ» → Russian of the fourth form."""
    works = [_WORK.fullmatch(normalise(text)) for text in draft.column("subject")]
    draft.columns["grade"] = [work[1] if work else grade
                              for work, grade in zip(works, draft.column("grade"), strict=True)]
    draft.columns["subject"] = [WORKS[work[2]] if work else text
                                for work, text in zip(works, draft.column("subject"), strict=True)]


def _signs(draft: Draft) -> None:
    texts = [normalise(text) for text in written(draft, "sign")]
    signs = [_sign(text, own) for text, own in zip(texts, draft.column("sign"), strict=True)]
    draft.columns["sign"] = signs
    draft.columns["is_marked"] = [None if sign is None else int(sign != NOT_THERE) for sign in signs]


def _sign(text: str, own: str | None) -> str | None:
    """A dash is read as nothing elsewhere, and says here that there is none."""
    if text in NOT_MARKED:
        return NOT_THERE
    return MARKED if _ONCE.fullmatch(text) else own


def _years(draft: Draft) -> None:
    """«2025-2026» → «2025/26»; a list of a year is of that year."""
    if not draft.body.tells("school_year"):
        above = only(_year(line) for line in said_above(draft) if _year(line))
        draft.columns["school_year"] = [year or above for year in draft.column("school_year")]
    draft.columns["school_year"] = [_year(year) or year if year else None for year in draft.column("school_year")]
    draft.columns["year"] = [_end(year) for year in draft.column("school_year")]


def _year(text: str) -> str | None:
    """The only year a text names, as it is stored."""
    if found := _YEARS.search(text):
        return f"{found[1]}/{found[2]}"
    return only(_YEAR.findall(text))


def _end(year: str | None) -> int | None:
    """The year a school year ends in."""
    if not year or not _YEAR.match(year):
        return None
    return int(year[:4]) + ("/" in year)

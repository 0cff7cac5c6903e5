"""Papers after reading: what kind of paper a title names, which activities it refers to, as which paper others cite
it."""

import re

from shnor.datasets.documents import (
    ABOUT,
    ACTIVITY,
    ACTIVITY_ALONE,
    CITED_NUMBER,
    CORRECTIONS,
    PLANS,
    PROJECT_PROGRAMME,
    QUALITY_PLANS,
    SCHOOL_PROGRAMME,
)
from shnor.loaders.kinds.cited import DAY, cited_day
from shnor.loaders.kinds.document_registers import settle
from shnor.loaders.records.draft import Draft
from shnor.loaders.words.headers import normalise
from shnor.loaders.words.school_names import LOOKALIKE

_YEAR = re.compile(r"(?<![\d.])20\d\d(?!\d)")
_SCRAPS = re.compile(r"[\s.\-–—]+")


def finish(draft: Draft) -> None:
    """Fill what the rows do not say in columns of their own."""
    settle(draft)
    papers = list(zip(*(draft.column(name) for name in ("document_type", "title", "replaces")), strict=True))
    draft.columns["about"] = [about(kind or "", title or "") for kind, title, _ in papers]
    draft.columns["corrects"] = ["yes" if replaces or re.search(CORRECTIONS, normalise(f"{kind or ''} {title or ''}"))
                                 else None for kind, title, replaces in papers]
    refers, days = draft.column("refers_to"), draft.column("signed_on")
    draft.columns["activities"] = [";".join(activities(text or "")) for text in refers]
    draft.columns["of_year"] = [_year(text or "") or (day.year if day else None)
                                for text, day in zip(refers, days, strict=True)]
    cited = [text or "" for text in draft.column("cited_as")]
    draft.columns["cited_on"] = list(map(cited_day, cited))
    draft.columns["cited_number"] = [cited_number(text, own or "")
                                     for text, own in zip(cited, draft.column("number"), strict=True)]


def about(document_type: str, title: str) -> str | None:
    """One of ABOUT: «План ВШК на 2026/27 учебный год» → «vshk»; None of any other paper."""
    text = normalise(f"{document_type} {title}")
    plans = ";".join(name for name, words in QUALITY_PLANS.items() if re.search(words, text))
    if plans in ABOUT and re.search(PLANS, text):
        return plans
    if re.search(SCHOOL_PROGRAMME, text):
        return "programme"
    return "project" if re.search(PROJECT_PROGRAMME, text) else None


def activities(text: str) -> list[str]:
    """«дорожная карта, 1.4 и 2.3» → 1.4, 2.3; a day, a year or the number of a school is no activity."""
    found = re.findall(ACTIVITY, text) or re.findall(ACTIVITY_ALONE, text, re.I)
    alone = [text.strip()] if re.fullmatch(r"\d{1,2}", text.strip()) else []
    return list(dict.fromkeys(found or alone))


def _year(text: str) -> int | None:
    found = _YEAR.search(DAY.sub(" ", text))
    return int(found[0]) if found else None


def cited_number(text: str, own: str) -> str | None:
    """«от 23.12.2019 № 11» → «11»; the own number as it is written where the two differ in dashes, dots or letters
    that look alike alone. None: no number is named."""
    found = re.search(CITED_NUMBER, text)
    if not found:
        return None
    return own if _key(found[1]) == _key(own) else found[1].strip()


def _key(number: str) -> str:
    return _SCRAPS.sub("", number.casefold()).translate(LOOKALIKE)

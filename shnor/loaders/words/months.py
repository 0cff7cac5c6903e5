"""Names of months in every case and shortened, also broken over a line by a PDF («ок-тябре»)."""

import re

from shnor.datasets.months import MONTH_FORMS, SHORT_MONTHS

MONTH = "(?:" + "|".join(rf"{form}|{short}\b\.?"
                         for form, short in zip(MONTH_FORMS, SHORT_MONTHS, strict=True)) + r")(?![а-я])"
"""One month in a text in lower case with е for ё; no groups inside."""
_WHOLE = [re.compile(rf"{form}|{short}\.?") for form, short in zip(MONTH_FORMS, SHORT_MONTHS, strict=True)]
_BROKEN = re.compile(r"([а-я]+)-\s*([а-я]+)")


def month_number(text: str) -> int | None:
    """1…12, or None when it is no month."""
    return next((number for number, form in enumerate(_WHOLE, 1) if form.fullmatch(text)), None)


def mended(text: str) -> str:
    """«ок-тябре» → «октябре»; «март-октябрь» stays a range."""
    def join(found: re.Match[str]) -> str:
        left, right = found[1], found[2]
        whole = month_number(left + right) is not None and month_number(right) is None
        return left + right if whole else found[0]
    return _BROKEN.sub(join, text)

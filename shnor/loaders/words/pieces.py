"""The words of a cell a deadline was read from: readers work on a cleaned text, people wrote another one."""

_LOST = "\u00ad…"
"""Signs the cleaned text does not have."""


def as_written(raw: str, clean: str, at: int, to: int) -> str:
    """What stands in raw where clean[at:to] was read; the whole text where the two do not go sign by sign."""
    places = [place for place, sign in enumerate(raw) if not sign.isspace() and sign not in _LOST]
    before, inside = _signs(clean[:at]), _signs(clean[at:to])
    if len(places) != before + inside + _signs(clean[to:]) or not inside:
        return " ".join(raw.split())
    return " ".join(raw[places[before]:places[before + inside - 1] + 1].split())


def _signs(text: str) -> int:
    return sum(not sign.isspace() for sign in text)

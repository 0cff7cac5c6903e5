"""How a change of a share is said in Russian. Two vocabularies: arithmetic is always said, a conclusion only where the
interval of the difference allows it."""

from shnor.metrics.change import Change
from shnor.nouns import NOUNS
from shnor.wording import agreed, k_of_n, number, percent, points, signed

FEW = 30
"""Fewer people than this on either side: «мало участников» is added to «пока не вывод»."""
SHOWN_FROM = 10
"""Below it no percentage and no difference in percentage points is shown."""


def arithmetic(change: Change) -> str:
    """«на 3 участника меньше: 8 из 20 → 5 из 20», «столько же: 4 из 12 → 4 из 11»."""
    both = f"{k_of_n(change.k0, change.n0)} → {k_of_n(change.k1, change.n1)}"
    return f"{by_people(change.people)}: {both}"


def by_people(difference: int, word: str = "участник") -> str:
    """«на 3 участника меньше», «на 21 участника больше», «столько же». word: people, of NOUNS."""
    if not difference:
        return "столько же"
    forms, size = NOUNS[word], abs(difference)
    genitive, several = forms.singular[1], forms.plural[1]
    people = agreed(size, genitive, forms.paucal or genitive, several)
    return f"на {number(size)}\u00a0{people} {'больше' if difference > 0 else 'меньше'}"


def conclusion(change: Change | None) -> str:
    """«снижение подтверждается», «рост подтверждается», «пока не вывод», «мало участников», «без изменений», «сравнить
    не с чем» (also of no change)."""
    words = {"fall": "снижение подтверждается", "rise": "рост подтверждается", "open": "пока не вывод",
             "small": "мало участников", "same": "без изменений", "none": "сравнить не с чем"}
    if change is None:
        return words["none"]
    few = change.verdict == "open" and min(change.n0, change.n1) < FEW
    return f"мало участников, {words['open']}" if few else words[change.verdict]


def difference(change: Change) -> str:
    """«изменение −7,2 п.п., возможный разброс от −13,1 до −1,3 п.п.»; nothing below SHOWN_FROM on either side."""
    if change.points is None or change.low is None or change.high is None or min(change.n0, change.n1) < SHOWN_FROM:
        return ""
    spread = f"от {signed(change.low * 100)} до {points(change.high)}"
    return f"изменение {points(change.points)}, возможный разброс {spread}"


def sentence(subject: str, change: Change) -> str:
    """One sentence about a share named in the nominative, «доля отметок „2“ …»: a confirmed change as pattern 35, any
    other with its counts and what may not be concluded."""
    if change.verdict == "none":
        return f"{subject}: сравнить не с чем, нет данных за один из периодов."
    counts = f"{k_of_n(change.k0, change.n0)} и {k_of_n(change.k1, change.n1)}"
    if change.verdict in ("fall", "rise"):
        verb = "снизилась" if change.verdict == "fall" else "выросла"
        shares = f"с {percent(change.k0, change.n0)} до {percent(change.k1, change.n1)}"
        moved = points(change.points or 0.0)
        return f"{subject} {verb} {shares} ({counts}, {moved}); {conclusion(change)}."
    said = by_people(change.people)
    return f"{subject}: {counts}, {said}; {conclusion(change)}."

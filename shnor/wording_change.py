"""How a change of a share is said in Russian. Two vocabularies: arithmetic is always said, a conclusion only where the
interval of the difference and the number of comparisons allow it."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from shnor.metrics.change import ALPHA, CONFIRMED, Change
from shnor.nouns import NOUNS
from shnor.wording import MINUS, NBSP, agreed, capital, counted, k_of_n, number, percent

FEW = 30
"""Fewer people than this on either side: «мало участников» is added to «пока не вывод»."""
SHOWN_FROM = 10
"""Below it no percentage and no difference in percentage points is shown."""
WORDS = {"fall": "снижение подтверждается", "rise": "рост подтверждается", "open": "пока не вывод",
         "small": "мало участников", "same": "без изменений", "none": "сравнить не с чем",
         "other": "состав школ разный, сравнить нельзя"}
OTHERS = ("", "", "двум", "трём", "четырём", "пяти", "шести", "семи", "восьми", "девяти", "десяти")
"""So many in the dative."""
MANY = ("", "одного", "двух", "трёх", "четырёх", "пяти", "шести", "семи", "восьми", "девяти", "десяти")
"""So many in the genitive."""


def arithmetic(change: Change) -> str:
    """«на 3 участника меньше: 8 из 20 → 5 из 20», «таких на 35 меньше: 131 из 436 → 96 из 421», «столько же: 4 из 12 →
    4 из 11»; of different schools the counts alone."""
    both = f"{k_of_n(change.k0, change.n0)} → {k_of_n(change.k1, change.n1)}"
    return f"{_people(change)}: {both}" if change.verdict != "other" else both


def of_few(text: str, n: int) -> str:
    """«9 из 11 (82 %), мало участников»: what a share of so few is told with; without a percentage («1 из 8», «11 при
    общем числе 10 — проверьте числа») nothing is added."""
    return f"{text}, {WORDS['small']}" if SHOWN_FROM <= n < FEW and "%" in text else text


def by_people(difference: int, word: str = "участник") -> str:
    """«на 3 участника меньше», «на 21 участника больше», «столько же». word: people, of NOUNS."""
    if not difference:
        return "столько же"
    forms, size = NOUNS[word], abs(difference)
    genitive, several = forms.singular[1], forms.plural[1]
    people = agreed(size, genitive, forms.paucal or genitive, several)
    return f"на {number(size)}\u00a0{people} {'больше' if difference > 0 else 'меньше'}"


def moved(change: Change | None) -> str:
    """By how many people; nothing where there is no change or its sides are of different schools."""
    return _people(change) if change and change.verdict not in ("other", "moved", "none") else ""


def _people(change: Change) -> str:
    """Where not as many took part as before, «на 35 участников меньше» would be read of those who took part."""
    if change.n0 == change.n1 or not change.people:
        return by_people(change.people)
    return f"таких на {number(abs(change.people))}{NBSP}{'больше' if change.people > 0 else 'меньше'}"


def conclusion(change: Change | None, school: str = "") -> str:
    """«снижение подтверждается», «снижение подтверждается, но за счёт одной школы; по остальным пяти пока не вывод»,
    «пока не вывод: одно из 26 сравнений», «пока не вывод», «мало участников», «без изменений», «сравнить не с чем»
    (also of no change). school: the name of the one it rests on, for those who may see it."""
    if change is None:
        return WORDS["none"]
    if change.verdict in CONFIRMED:
        return f"{WORDS[change.verdict]}{_rests(change, school)}"
    if change.verdict == "one":
        compared = counted(change.family, "сравнение", "gen")
        return f"{WORDS['open']}: одно из {compared}{_rests(change, school)}"
    if change.verdict == "same" and change.people:
        return f"доля {WORDS['same']}"
    if change.verdict == "moved":
        more = "больше" if change.n1 > change.n0 else "меньше"
        return f"не сравниваем: участников стало на {percent(abs(change.n1 - change.n0), change.n0, 0)} {more}"
    few = change.verdict == "open" and min(change.n0, change.n1) < FEW
    return f"мало участников, {WORDS['open']}" if few else WORDS[change.verdict]


def _rests(change: Change, school: str) -> str:
    """What a conclusion rests on, where that is one school; of a mere observation where it is one and the same."""
    if len(change.rests) == 1:
        alone = f"за счёт одной школы{f' ({school})' if school else ''}"
        if change.verdict not in CONFIRMED:
            return f", {alone}"
        return f", но {alone}; {_others(change.schools - 1)} {WORDS['open']}"
    if change.rests and change.verdict in CONFIRMED:
        return f", но без любой из {counted(len(change.rests), 'школа', 'gen')} — {WORDS['open']}"
    return ""


def _others(size: int) -> str:
    """«по другой школе», «по остальным пяти», «по остальным 21»."""
    if size == 1:
        return "по другой школе"
    return f"по остальным {OTHERS[size] if size < len(OTHERS) else number(size)}"


def difference(change: Change) -> str:
    """«изменение −7,2 п.п., возможный разброс от −13,1 до −1,3 п.п.»; nothing below SHOWN_FROM on either side and of
    different schools."""
    if change.points is None or change.low is None or change.high is None or min(change.n0, change.n1) < SHOWN_FROM:
        return ""
    spread = f"от {signed(change.low * 100)} до {points(change.high)}"
    return f"изменение {points(change.points)}, возможный разброс {spread}"


def signed(value: float | Fraction) -> str:
    """«+21,4», «−7,3», «0,0»; a fraction is rounded from its whole numbers, half away from zero: −21,25 is «−21,3»."""
    text = number(_tenths(value) if isinstance(value, Fraction) else value, 1)
    return f"+{text}" if value > 0 and text.strip("0,") else text if text.strip(f"0,{MINUS}") else number(0, 1)


def _tenths(value: Fraction) -> Decimal:
    halves = 20 * abs(value) + 1
    size = Decimal(halves.numerator // (2 * halves.denominator)) / 10
    return -size if value < 0 else size


def points(change: float | Fraction) -> str:
    """A change of a share (0…1) in percentage points: «−7,3 п.п.»; of counts give the exact fraction."""
    return f"{signed(change * 100)}{NBSP}п.п."


def sentence(subject: str, change: Change, school: str = "") -> str:
    """One sentence about a share named in the nominative, «доля отметок „2“ …»: a confirmed change as pattern 35, any
    other with its counts and what may not be concluded. school: as in `conclusion`."""
    if change.verdict == "none":
        return f"{subject}: сравнить не с чем, нет данных за один из периодов."
    counts = f"{k_of_n(change.k0, change.n0)} и {k_of_n(change.k1, change.n1)}"
    if change.verdict in CONFIRMED and change.points is not None:
        verb = "снизилась" if change.verdict == "fall" else "выросла"
        shares = f"с {percent(change.k0, change.n0)} до {percent(change.k1, change.n1)}"
        return (f"{subject} {verb} {shares} ({counts}, {points(change.points)}); {conclusion(change, school)}.")
    said = moved(change) if change.verdict != "same" or not change.people else ""
    return f"{subject}: {', '.join(filter(None, (counts, said)))}; {conclusion(change, school)}."


def by_chance(changes: Iterable[Change | None], *, apart: bool = False) -> str:
    """What stands under a table of comparisons: how many there are, and how many of them would look confirmed though
    nothing has changed. apart: each line belongs to another set of comparisons, made at once with other tables."""
    compared = [change for change in changes if change and change.is_compared]
    if not compared:
        return ""
    size = len(compared) if apart else max(len(compared), *(change.family for change in compared))
    if size == 1:
        return "Сравнений в таблице: 1, поправка на их число не нужна."
    whole = f", всего по этим данным {number(size)}" if size > len(compared) else ""
    said = f"Сравнений в таблице: {number(len(compared))}{whole}."
    deal = "вывод по каждой школе делаем с поправкой на число сравнений." if apart else (
        "вывод делаем с поправкой на их число.")
    lucky = int(size * ALPHA + 0.5)
    if not lucky:
        return f"{said} {capital(deal)}"
    looks = agreed(lucky, "выглядело бы подтверждённым", *["выглядели бы подтверждёнными"] * 2)
    so_many = MANY[lucky] if lucky < len(MANY) else number(lucky)
    return f"{said} Даже если бы ничего не менялось, около {so_many} из них {looks}, поэтому {deal}"

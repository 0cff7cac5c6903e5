"""How numbers, days and counted things are written in Russian. The only place where a figure is rounded."""

import math
import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Protocol

from babel.dates import format_date

from shnor import periods
from shnor.nouns import CASES, EVENT_KINDS, NOUNS, VERBS, Case, gender

NBSP, MINUS, DASH, LONG_DASH = "\u00a0", "−", "–", "—"
WHOLE_BELOW = 200
"""From so many on one decimal is shown: below it a tenth of a percent is less than half of one thing counted."""
NO_DATA, NO_REPORT = "нет данных", "нет сведений"
CHECK = "проверьте числа"
PLAN_SHARE = "доля плана"
"""The unit of a share that may pass the whole: done of what was planned."""


class ShownFigure(Protocol):
    """What of a figure is written; see `shnor.metrics.figure.Figure`."""

    @property
    def status(self) -> str: ...
    @property
    def numerator(self) -> int: ...
    @property
    def denominator(self) -> int | None: ...
    @property
    def value(self) -> float | None: ...
    @property
    def unit(self) -> str: ...
    @property
    def about(self) -> bool: ...
    @property
    def most(self) -> bool: ...


def agreed(n: float, one: str, few: str, many: str, fraction: str = "") -> str:
    """The word that goes with a number in the nominative: 1 включена, 2 включены, 5 включено; 1,5 takes fraction."""
    if n != int(n):
        return fraction or few
    last, teen = abs(int(n)) % 10, 11 <= abs(int(n)) % 100 <= 14
    if last == 1 and not teen:
        return one
    return few if 2 <= last <= 4 and not teen else many


def noun(n: float, word: str, case: Case = "nom") -> str:
    """The word as it stands after the number. Raises KeyError for a word that is not in NOUNS."""
    forms, place = NOUNS[word], CASES.index(case)
    genitive = CASES.index("gen")
    if case == "nom":
        return agreed(n, forms.singular[0], forms.paucal or forms.singular[genitive], forms.plural[genitive],
                      forms.singular[genitive])
    several = forms.plural[place]
    return agreed(n, forms.singular[place], several, several, forms.singular[genitive])


def verb(n: float, word: str) -> str:
    """The verb as it agrees with a number: завершил 1 (21), завершили 2 (11). word: one of VERBS."""
    one, several = VERBS[word]
    return agreed(n, one, several, several)


def counted(n: float, word: str, case: Case = "nom") -> str:
    """«21 мероприятие», «по 21 мероприятию» with case dat; the space does not break."""
    return f"{number(n)}{NBSP}{noun(n, word, case)}"


def number(value: float | Decimal, digits: int | None = None) -> str:
    """«1 234,5», «−3»: decimal comma, non-breaking thousands, half up to `digits`, or as it is."""
    exact = Decimal(str(value))
    if digits is not None:
        exact = exact.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    elif exact == exact.to_integral_value():
        exact = exact.to_integral_value()
    text = f"{abs(exact):,f}".replace(",", NBSP).replace(".", ",")
    return f"{MINUS}{text}" if exact < 0 else text


def percent(k: int, n: int, digits: int | None = None) -> str:
    """«79 %» from the counts, half up: whole below n = 200, else one decimal. Nobody counted: «нет данных»; more than
    the whole: «проверьте числа»."""
    if n <= 0:
        return NO_DATA
    if k > n:
        return CHECK
    places = (0 if n < WHOLE_BELOW else 1) if digits is None else digits
    scale = 10**places
    rounded = Decimal((2 * k * 100 * scale + n) // (2 * n)) / scale  # whole numbers: 0,5 is never 0,49999
    return f"{number(rounded, places)}{NBSP}%"


def k_of_n(k: int, n: int) -> str:
    """«15 из 19»; a part never passes its whole: «15 при общем числе 12 — проверьте числа»."""
    whole = f"{number(k)} при общем числе {number(n)}{NBSP}{LONG_DASH} {CHECK}"
    return f"{number(k)} из {number(n)}" if k <= n else whole


def deadlines_due(due: int, planned: int) -> tuple[str, str, str]:
    """«срок наступил: », «2», « из 10»: the one sentence of how many deadlines have come, the number apart so that it
    may lead to its rows. What is counted are deadlines: an activity «в марте и ноябре» has two of them."""
    return "срок наступил: ", number(due), f" из {number(planned)}"


def of_plan(k: int, n: int) -> str:
    """«7 из 8 (88 %)»; over the plan «12 при плане 10», never more than the whole."""
    return f"{number(k)} при плане {number(n)}" if k > n else of_whole(k, n)


def of_whole(k: int, n: int, *, few: bool = False) -> str:
    """«15 из 19 (79 %)»; few: a small group, without the percentage."""
    return k_of_n(k, n) if few or k > n else f"{k_of_n(k, n)} ({percent(k, n)})"


def beyond_staff(people: int, staff: int | None) -> str:
    """«; в школе 11 педагогов: проверьте числа» where more of them are counted than work there; else ""."""
    return f"; в школе {counted(staff, 'педагог')}: {CHECK}" if staff and people > staff else ""


def event_count(n: float, kind: str) -> str:
    """«2 методические сессии»; a kind whose cases are unknown stands before its number: «хакатон — 3»."""
    return counted(n, kind) if kind in NOUNS else f"{kind}{NBSP}{LONG_DASH} {number(n)}"


def event_kinds(kind: str) -> str:
    """«Методические сессии»: the name of a row; a kind whose cases are unknown as it is written."""
    return capital(NOUNS[kind].plural[0] if kind in NOUNS else kind)


def events(counts: Mapping[str, float]) -> str:
    """«8 практико-ориентированных семинаров, 6 вебинаров, 3 видеоконференции»; those that were none are left out."""
    return ", ".join(event_count(counts[kind], kind) for kind in sorted(counts, key=by_event_kind) if counts[kind])


def held(counts: Mapping[str, float]) -> str:
    """The word before `events`: «проведён» 1 семинар, «проведена» 21 консультация, «проведено» 5 семинаров; of several
    kinds «проведено:»."""
    kinds = [kind for kind in counts if counts[kind]]
    if len(kinds) != 1 or kinds[0] not in NOUNS:
        return "проведено:"
    return agreed(counts[kinds[0]], {"m": "проведён", "f": "проведена"}.get(gender(kinds[0]), "проведено"),
                  "проведено", "проведено")


def by_event_kind(kind: str) -> tuple[int, tuple[float, ...]]:
    """Sort key: the order of a report, then other kinds by letters."""
    return EVENT_KINDS.index(kind) if kind in EVENT_KINDS else len(EVENT_KINDS), by_letters(kind)


def figure_text(figure: ShownFigure) -> str:
    """«15 из 19 (79 %)», «16 мероприятий», «3 из 8» for a small group, «≈ 27 541 из 125 400 (22,0 %)» of counts that
    are near, «не более 8 из 14 (57 %)» of a ceiling, «нет сведений», «нет данных»."""
    return f"≈{NBSP}{_figure_text(figure)}" if figure.about else f"{at_most(figure)}{_figure_text(figure)}"


def at_most(figure: ShownFigure) -> str:
    """«не более » before a number that may count one person twice; nobody is nobody."""
    return "не более " if figure.most and figure.numerator and figure.status in ("ok", "small") else ""


def _figure_text(figure: ShownFigure) -> str:
    if figure.status in ("no_data", "no_report"):
        return NO_DATA if figure.status == "no_data" else NO_REPORT
    if figure.status == "no_n":
        return f"{_stated(figure.value)}, число опрошенных не указано"
    if figure.denominator is None:
        return counted(figure.numerator, figure.unit) if figure.unit in NOUNS else number(figure.numerator)
    if figure.unit == PLAN_SHARE and figure.numerator > figure.denominator:
        return of_plan(figure.numerator, figure.denominator)
    if figure.unit not in (PLAN_SHARE, "доля"):  # a mean: the sum of marks or weights says nothing by itself
        return f"{number(figure.value or 0, 2)} ({counted(figure.denominator, 'участник')})"
    return of_whole(figure.numerator, figure.denominator, few=figure.status == "small")


def _stated(value: float | None) -> str:
    """A percentage as its file states it, «94,5 %»: hundredths of a percent are kept."""
    if value is None or value > 1:
        return NO_DATA if value is None else CHECK
    return f"{number(Decimal(round(value * 10_000)) / 100)}{NBSP}%"


def day(value: date) -> str:
    """«18.11.2026»."""
    return f"{value:%d.%m.%Y}"


def day_in_words(value: date) -> str:
    """«27 ноября 2026 года»."""
    return format_date(value, f"d{NBSP}MMMM y 'года'", locale="ru")


def month(value: date) -> str:
    """«ноябрь 2026»."""
    return format_date(value, "LLLL y", locale="ru")


def span(low: object, high: object) -> str:
    """«5–8»; one value if both are the same."""
    return f"{low}" if low == high else f"{low}{DASH}{high}"


def days(start: date, end: date) -> str:
    """«18.11.2026» or «01.11.2026–30.11.2026»."""
    return span(day(start), day(end))


def days_in_words(start: date, end: date) -> str:
    """«1–30 ноября 2026 года», «26 октября — 1 ноября 2026 года»."""
    if start == end:
        return day_in_words(end)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}{DASH}{day_in_words(end)}"
    pattern = f"d{NBSP}MMMM" if start.year == end.year else f"d{NBSP}MMMM y 'года'"
    return f"{format_date(start, pattern, locale='ru')}{NBSP}{LONG_DASH} {day_in_words(end)}"


def months_in_words(start: date, end: date) -> str:
    """«ноябрь 2026 года», «январь–ноябрь 2026 года», «декабрь 2025 — январь 2026 года»."""
    last = f"{month(end)} года"
    if (start.year, start.month) == (end.year, end.month):
        return last
    if start.year == end.year:
        return f"{format_date(start, 'LLLL', locale='ru')}{DASH}{last}"
    return f"{month(start)}{NBSP}{LONG_DASH} {last}"


def period(code: str) -> str:
    """A stored period, day or span of days as people read it: «18.11.2026», «26 октября — 1 ноября 2026 года»,
    «ноябрь 2026 года», «2026 год»; months from first to last day as months."""
    if len(code) == len("2026-11-18"):
        return day(periods.first_day(code))
    if len(code) < len("2026-11-18"):
        return periods.parse(code).title
    first, last = periods.first_day(code), periods.final_day(code)
    whole = first.day == 1 and last == periods.last_day(last.year, last.month)
    return months_in_words(first, last) if whole else days_in_words(first, last)


def monthly(now: float, before: float) -> str:
    """«в среднем 1,4 в месяц против 1,0»: periods of different length are compared by month."""
    return f"в среднем {number(now, 1)} в месяц против {number(before, 1)}"


def listed(items: Sequence[str]) -> str:
    """«а», «а и б», «а, б и в»."""
    *first, last = items or [""]
    return f"{', '.join(first)} и {last}" if first else last


def quoted(text: str) -> str:
    """«Текст»; quotation marks inside become „ “."""
    return "«" + text.replace("«", "„").replace("»", "“") + "»"


def typeset(text: str) -> str:
    """A space that must not break: after № and before %."""
    return re.sub(r"№\s*(?=\w)", f"№{NBSP}", re.sub(r"(?<=\d)\s*%", f"{NBSP}%", text))


def capital(text: str) -> str:
    """With a capital letter, the rest as it is."""
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """With a small letter, the rest as it is."""
    return text[:1].lower() + text[1:]


def unbroken(text: str) -> str:
    """The words stay on one line."""
    return text.replace(" ", NBSP)


def short_school(name: str) -> str:
    """«№ 5» of «МБОУ ООШ № 5»; a school without a number by its name."""
    _, sign, number = name.rpartition("№")
    return f"№{number}" if sign else name


def over(name: str) -> str:
    """A set of schools after a figure: « по 6 школам перечня»; the name of one school stands after a comma."""
    return f" {name}" if name.startswith("по ") else f", {name}" if name else ""


def by_letters(text: str) -> tuple[float, ...]:
    """Sort key of Russian text: ё follows е, capital letters do not matter."""
    return tuple(ord("е") + 0.5 if letter == "ё" else float(ord(letter)) for letter in text.lower())


def by_number(text: str) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Sort key by the numbers in a text: «№ 5» before «№ 11», «1.2» before «1.10»; without a number last."""
    numbers = tuple(float(found) for found in re.findall(r"\d+", text.rpartition("№")[2]))
    return numbers or (math.inf,), by_letters(text)

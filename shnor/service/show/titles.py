"""Titles of slides: the conclusion, from a closed list of sentences, each with the condition under which it is true."""

import re
from collections.abc import Collection, Sequence
from datetime import date

from shnor import wording, wording_change
from shnor.metrics.change import Change

MANY = ("", "одна", "две", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять")
"""So many schools."""
SEEN = {"что\u00a0сделано": {"deadlines", "advice"}, "что\u00a0изменилось": {"marks", "schools", "children"},
        "что\u00a0говорят педагоги": {"answers"}}
"""What a show has to say → by which of its slides."""
SUMMER = 7
"""From July on the next half-year is the first of the coming year."""


def schools(size: int, year: int) -> str:
    """«Что помогло шести школам в 2026 году»."""
    if size < 2:
        return f"Что помогло школе в {year}{wording.NBSP}году"
    so_many = wording_change.OTHERS[size] if size < len(wording_change.OTHERS) else wording.number(size)
    return f"Что помогло {so_many} {wording.noun(size, 'школа', 'dat')} в {year}{wording.NBSP}году"


def opening(size: int, year: int, shown: Collection[str]) -> str:
    """shown: keys of ready slides. «Что помогло» is said where need, help and result stand side by side; else what
    there is to see: «Шесть школ в 2026 году: что сделано и что изменилось»."""
    if "chain" in shown:
        return schools(size, year)
    named = f"{wording.capital(MANY[size])} {wording.noun(size, 'школа')}" if 1 < size < len(MANY) else (
        wording.counted(size, "школа") if size > 1 else "Школа")
    told = [words for words, keys in SEEN.items() if not keys.isdisjoint(shown)][:2]
    what = f": {wording.listed(told)}" if told else ""
    return f"{named} в{wording.NBSP}{year}{wording.NBSP}году{what}"


def half_year(day: date) -> str:
    """«К концу встречи выберем две меры на январь–июнь 2027 года»: the half-year that comes; «I полугодие» of a school
    is another one."""
    coming = ("январь–июнь", day.year + 1) if day.month >= SUMMER else ("июль–декабрь", day.year)
    return f"К концу встречи выберем две меры на {coming[0]} {coming[1]}{wording.NBSP}года"


def sizes(classes: Sequence[str]) -> str:
    """classes: of size, those that have schools, the smallest first: «от 50 до 99»."""
    if len(classes) == 1:
        return f"Школы близки по числу обучающихся: {classes[0]}"
    least, most = numbers_of(classes[0])[-1], numbers_of(classes[-1])[0]
    over = least if classes[0].startswith("менее") else least + 1
    return (f"Школы очень разные: в одних меньше {wording.number(over)} обучающихся, в других "
            f"{wording.number(most)} и больше")


def numbers_of(size: str) -> list[int]:
    """[50, 99] of «от 50 до 99»."""
    return [int(number) for number in re.findall(r"\d+", size.replace(wording.NBSP, ""))]


def deadlines(done: int, due: int) -> str:
    """«Из 36 дел с наступившим сроком сделано 33»."""
    of = wording.agreed(due, "дела", *["дел"] * 2)
    return f"Из {wording.number(due)}{wording.NBSP}{of} с наступившим сроком сделано {wording.number(done)}"


def advice(done: int, given: int) -> str:
    """«Из 15 рекомендаций выполнено 8»."""
    of = wording.agreed(given, "рекомендации", *["рекомендаций"] * 2)
    done_so = wording.agreed(done, "выполнена", *["выполнено"] * 2)
    return f"Из {wording.number(given)}{wording.NBSP}{of} {done_so} {wording.number(done)}"


def marks(work: str, change: Change | None, newest: str) -> str:
    """«ВПР, математика: отметок „2“ стало меньше, 22,8 % против 30,0 %». Less and more are arithmetic; what may be
    concluded is the line under it. newest: of the last year, where there is nothing to compare it with."""
    if change is None or change.points is None:
        return f"{work}: отметок «2» {newest}"
    shares = [wording.percent(k, n) for k, n in ((change.k1, change.n1), (change.k0, change.n0))]
    if not change.points or shares[0] == shares[1]:
        return f"{work}: доля отметок «2» та же, {shares[0]}"
    verb = "меньше" if change.points < 0 else "больше"
    return f"{work}: доля отметок «2» стала {verb}, {shares[0]} против {shares[1]}"


def by_school(changes: Sequence[Change]) -> str:
    """changes: of the schools that are shown in two years."""
    ways = {(change.points > 0) - (change.points < 0) for change in changes if change.points is not None}
    if len(ways) > 1:
        return "По школам картина разная, и это нормально"
    return {frozenset({-1}): "Во всех показанных школах доля отметок «2» меньше, чем год назад",
            frozenset({1}): "Во всех показанных школах доля отметок «2» больше, чем год назад",
            }.get(frozenset(ways), "По школам: сравнивать пока не с чем")


def children(changes: Sequence[tuple[str, Change]]) -> str:
    """changes: «5 → 6 класс» and how the same children stand a year on."""
    told = [name for name, change in changes if change.verdict in ("fall", "rise")]
    if not told:
        return "Те же дети год спустя: сдвиг пока не подтверждается"
    return f"Те же дети год спустя: сдвиг подтверждается, {wording.listed(told)}"


def answers(k: int, n: int) -> str:
    """«Анкета педагогов: положительно ответили 63 из 74»."""
    return f"Анкета: положительно {wording.verb(k, 'ответили')} {wording.k_of_n(k, n).replace(' ', wording.NBSP)}"


def chain(found: int, helped: int, closed: int | None, *, better: bool, named: bool) -> str:
    """closed None: nobody was diagnosed again. better: where there was help, most are closed, and more of them than
    where there was none. named: courses and tutors are among the help."""
    whole = f"{wording.number(found)}{wording.NBSP}{wording.noun(found, 'дефицит', 'gen')}"
    if closed is None:
        return f"Помощь организована по {wording.number(helped)} из {whole}, устранение не проверялось"
    if better:
        return "Где дефицит закрыт курсом и тьютором, повторная диагностика лучше" if named else \
            "Где была помощь, повторная диагностика лучше"
    return f"Из {whole} помощь организована по {wording.number(helped)}, устранено {wording.number(closed)}"

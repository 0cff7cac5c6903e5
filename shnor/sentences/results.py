"""Patterns of marks: at which stage, beside the year before, of the same pupils, beside the journal, on a list."""

from collections.abc import Sequence

from shnor.metrics.change import CONFIRMED, Change
from shnor.sentences.agreement import (
    DASH,
    adds_up,
    counted,
    figure,
    in_brackets,
    listed,
    nobody,
    part_of,
    percent,
    unknown,
)
from shnor.sentences.names import SchoolName, by_type
from shnor.sentences.pieces import Amount, Number, Pieces, Sentences, Share, Source, said
from shnor.sentences.subjects import dative
from shnor.wording import NBSP, number, typeset, verb
from shnor.wording_change import FEW, SHOWN_FROM, conclusion, points

TWO = "отметку «2»"
USUAL = "находится в пределах обычных колебаний при таком числе участников"
FEW_PEOPLE = "участников мало, вывод не делается"


def stages(exam: str, subject: str, first: Share, reserve: Amount, september: Amount) -> Sentences:
    """Отметку «2» на ОГЭ по математике в основной день получили 24 из 97 (24,7 %), после резервных дней — 9, после
    сентября — 3. The stage is always named; a stage without data is left out."""
    about = f"на {exam} по {dative(subject)}"
    if unknown(first):
        return said("stages", f"Сведений об отметках {about} в основной день нет")
    if not first.whole:
        return said("stages", f"В основной день {about.replace('на ', 'в ', 1)} никто не участвовал")
    if not first.part:
        return said("stages", f"{TWO} {about} в основной день ",
                    nobody(first, "участник", "не получил ни один из ", "никто не получил"))
    later = [(f", {name}{DASH}", figure(one)) for name, one in (("после резервных дней", reserve),
                                                              ("после сентября", september)) if not unknown(one)]
    return said("stages", f"{TWO} {about} в основной день {verb(first.part, 'получили')} ", part_of(first),
                in_brackets(first), *later)


def year_before(before: Share, change: Change | None, now: Source | None = None) -> Sentences:
    """Годом ранее — 33 из 103 (32,0 %); различие −7,3 п.п. находится в пределах обычных колебаний при таком числе
    участников. change: from the year before to this one. now: what the difference rests on."""
    if unknown(before) or not before.whole:
        return said("year_before", "Сведений за предыдущий год нет")
    start = (f"Годом ранее{DASH}", *part_of(before), *in_brackets(before), "; ")
    if change is None or change.points is None or not change.points or min(change.n0, change.n1) < SHOWN_FROM:
        return said("year_before", start, _without_points(change))
    if change.verdict not in CONFIRMED and min(change.n0, change.n1) < FEW:
        return said("year_before", start, FEW_PEOPLE)
    if change.verdict in CONFIRMED:
        by = Number(points(abs(change.points)).lstrip("+"), now)
        word, rest = conclusion(change).split(" ", 1)
        return said("year_before", start, f"{word} на{NBSP}", by, f" {rest}")
    shown = Number(points(change.points), now)
    if change.verdict != "open":
        return said("year_before", start, "различие ", shown, f"; {conclusion(change)}")
    return said("year_before", start, "различие ", shown, f" {USUAL}")


def _without_points(change: Change | None) -> str:
    if change and change.points == 0:
        return "доля не изменилась"
    if change is None or change.verdict in ("other", "moved", "none"):
        return conclusion(change)
    return FEW_PEOPLE


def share_changed(subject: str, over: str, change: Change, before: Share, now: Share, *, work: str = "ВПР",
            grades: str = "", years: tuple[str, str] = ("", "")) -> Sentences:
    """Доля отметок «2» на ВПР по математике в 5–8 классах по 6 школам перечня снизилась с 30,0 % до 22,8 % (131 из 436
    и 96 из 421); снижение подтверждается. Of what is not confirmed: … составила в 2024–2025 учебном году 30,0 % (131 из
    436), в 2025–2026 — 22,8 % (96 из 421); снижение пока не подтверждается. over: the set, «по 6 школам
    перечня». grades: «5–8», "" = all. years: «2024–2025», «2025–2026»; unknown: of the paper's and the one before."""
    where = f" в {typeset(grades)} {'классах' if '–' in grades or ',' in grades else 'классе'}" if grades else ""
    about = f"на {work} по {dative(subject)}{where} {typeset(over)}"
    if unknown(before, now) or not before.whole or not now.whole:
        return said("share_changed", f"Доля отметок «2» {about}: сравнить не с чем, нет данных за один из периодов")
    counts = (*part_of(before), " и ", *part_of(now))
    shares = percent(before), percent(now)
    when = (Number(f"в {years[0]} учебном году"), Number(f"в {years[1]}")) if all(years) else (
        "годом ранее", "в этом году")
    if shares[0] is None or shares[1] is None:
        return said("share_changed", f"{TWO} {about} получили: ", when[0], DASH, part_of(before), ", ", when[1], DASH,
                    part_of(now), "; ", not_concluded(change))
    if change.verdict in CONFIRMED:
        moved = "снизилась" if change.verdict == "fall" else "выросла"
        return said("share_changed", f"Доля отметок «2» {about} {moved} с{NBSP}", shares[0], f" до{NBSP}", shares[1],
                    " (", counts, *((f"; {years[0]} и {years[1]} учебные годы",) if all(years) else ()), "); ",
                    conclusion(change))
    return said("share_changed", f"Доля отметок «2» {about} составила ", when[0], " ", shares[0], " (", part_of(before),
                "), ", when[1], DASH, shares[1], " (", part_of(now), "); ", not_concluded(change))


def not_concluded(change: Change) -> str:
    """«снижение пока не подтверждается: оно определяется результатами одной школы», why nothing follows."""
    if change.verdict in ("open", "one") and change.points and min(change.n0, change.n1) >= FEW:
        word, it = ("снижение", "оно") if change.points < 0 else ("рост", "он")
        alone = f": {it} определяется результатами одной школы" if len(change.rests) == 1 else ""
        return f"{word} пока не подтверждается{alone}"
    if change.verdict in ("open", "one", "small"):
        return FEW_PEOPLE
    return "доля не изменилась" if change.verdict == "same" else conclusion(change)


def same_pupils(grades: tuple[int, int], years: tuple[int, int], before: Share, now: Share) -> Sentences:
    """У тех же обучающихся (5 класс 2025 → 6 класс 2026 года): «2» у 5 из 12 и у 4 из 11. Who came since is left out of
    both sides; that not as many wrote the counts show."""
    when = Number(f"{grades[0]}{NBSP}класс {years[0]} → {grades[1]}{NBSP}класс {years[1]} года")
    start = ("У тех же обучающихся (", when, ")")
    if unknown(before, now) or not before.whole or not now.whole:
        return said("same_pupils", start, " сравнить отметки нельзя: нет данных за один из годов")
    if not before.part and not now.part:
        return said("same_pupils", start, " отметок «2» не было")
    rest = "; число писавших различается" if before.whole != now.whole else ""
    return said("same_pupils", start, ": «2» у ", part_of(before), " и у ", part_of(now), rest)


def journal(confirmed: Share, lower: Amount, higher: Amount) -> Sentences:
    """Отметки подтвердили 60, получили ниже журнальной 20, выше — 7 из 87 участников, у которых есть обе отметки.
    confirmed: of those with both marks. The three make the whole, else ValueError."""
    if unknown(confirmed, lower, higher):
        return said("journal", "Сведений о соответствии отметок журналу нет")
    if not confirmed.whole:
        return said("journal", "Участников, у которых есть обе отметки, нет")
    adds_up(confirmed, Amount(confirmed.part), lower, higher)
    k = confirmed.part or 0
    if not k and confirmed.whole == 1:
        return said("journal", "У единственного участника, у которого есть обе отметки, отметка ",
                    f"{'ниже' if lower.value else 'выше'} журнальной")
    whole = counted(Amount(confirmed.whole, confirmed.source), "участник", "gen")
    first: Pieces = (f"отметки {verb(k, 'подтвердили')} ", Number(number(k), confirmed.source)) if k else (
        "отметки не подтвердил ни один",)
    others = [(f"{name}{DASH}у{NBSP}", figure(one)) for name, one in (
        ("ниже журнальной", lower), ("выше журнальной" if not lower.value else "выше", higher)) if one.value]
    rest = ("; отметка ", *listed([*others])) if others else ()
    return said("journal", first, " из ", whole, f", у {_who(confirmed.whole)} есть обе отметки", rest)


def _who(n: int) -> str:
    return "которого" if n % 10 == 1 and n % 100 != 11 else "которых"


def markers(name: str, year: int, schools: Sequence[SchoolName] | None, source: Source | None = None, *,
            paper: str = "") -> Sentences:
    """В списке Рособрнадзора за 2025 год признаки, требующие дополнительного анализа, отмечены по 1 школе: МАОУ СОШ
    № 11. name: whose list, in the genitive; paper: the letter it came with, where the list has no other name. schools
    None: the list was not loaded, which is never «не выявлено»."""
    of, by = f" {name}" if name else "", f" ({typeset(paper)})" if paper else ""
    if schools is None:
        return said("markers", f"Сведения списка{of} за ", Number(f"{year}"), f" год{by} не загружены")
    start = (f"В списке{of} за ", Number(f"{year}"), f" год{by} признаки, требующие дополнительного анализа, ")
    if not schools:
        return said("markers", start, "у школ перечня не отмечены")
    return said("markers", start, "отмечены по ", counted(Amount(len(schools), source), "школа", "dat"),
                f": {by_type(schools)}")

"""Charts that are hard to draw: long names, many rows, gaps, small groups, narrow parts. All of it is invented."""

from shnor.charts import answers, facts
from shnor.charts.facts import Break, Chart, Point, Series
from shnor.charts.shapes.shape import Shape, shape
from tests.reports.slides import decks
from tests.reports.slides.decks import chart, part

YEARS = ("2022–2023", "2023–2024", "2024–2025", "2025–2026")
MONTHS = ("янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
SCALE = ("да", "скорее да", "скорее нет", "нет")
LETTERS = "АБВГДЕЖЗИКЛМНО"


def years(name: str, *counts: tuple[int, int] | None) -> Series:
    return Series(name, tuple(part(at, *one) if one else Point(at, why=facts.NOT_SAT)
                              for at, one in zip(YEARS, counts, strict=True)))


def answered(name: str, *counts: int) -> Series:
    return Series(name, tuple(facts.share(at, k, sum(counts)) for at, k in zip(SCALE, counts, strict=True)))


A, B, FEW = ((50, 150), (52, 155), (24, 146), (20, 140)), ((14, 42), None, (12, 40), (10, 41)), (
    (3, 9), (4, 8), (2, 7), (1, 8))
LONG = "Разбор заданий с тьютором и открытые уроки школ-партнёров района "
ODD: dict[str, tuple[Chart, Shape]] = {
    "scale": (chart("scale", "", answered("Помощь адресная", 41, 17, 17, 4), answered("Вовремя", 2, 40, 2, 1),
                    answered("Малая группа", 2, 2, 1, 1)),
              shape("distribution", answers.looks(SCALE, SCALE[:2]), middle=answers.middle(SCALE, SCALE[:2]))),
    "three-lines": (chart("three", "", years("Школа А", *A), years("Школа Б", *B), years("Школа с длинным именем",
                                                                                        *FEW)), shape("trend")),
    "two-breaks": (chart("breaks", "", years("Школа А", *A), years("Школа Б", *B), breaks=(
        Break(YEARS[1], "ряд прерван: другая работа, другие дети"), Break(YEARS[3], "другие классы"))), shape("trend")),
    "seven-lines": (chart("seven", "", *(years(f"Школа {letter}", *A) for letter in LETTERS[:7])), shape("trend")),
    "means": (chart("means", "", Series("", tuple(
        Point(at, "3,12 (421 участник)", None, 421, 3.12, 3.0, 3.2) for at in YEARS)), ends=(2, 5)), shape("trend")),
    "months": (chart("months", "", Series("", tuple(facts.count(at, k) for at, k in zip(
        MONTHS, (3, 5, 0, 2, 8, 1, 0, 0, 12, 15, 7, None), strict=True)))), shape("trend", of_shares=False)),
    "shares-of-months": (chart("shares", "", Series("", tuple(
        part(at, k, 40) if k else Point(at, why=facts.NOT_SENT) for at, k in zip(
            MONTHS, (3, 5, 6, 2, 8, 1, 0, 0, 12, 15, 7, 0), strict=True)))), shape("trend")),
    "many-dots": (chart("dots", "", *(Series(f"Школа {letter}", (part("", 20, 60),)) for letter in LETTERS)),
                  shape("dots")),
    "long-names": (chart("names", "", *(Series(LONG * 3, (facts.share("", k, 74),)) for k in (63, 41))), shape("bars")),
    "counts": (chart("counts", "", *(Series(name, (facts.count("", k),)) for name, k in (
        ("вебинары", 63), ("семинары", 0), ("курсы", None)))), shape("bars", whole=False)),
    "narrow": (chart("narrow", "", decks.spread("2025–2026", decks.MARK_PARTS, 3, 2, 400, 4, 2)),
               shape("distribution", decks.MARK_PARTS)),
    "moments": (chart("moments", "", *(Series(name, (part(YEARS[2], *before), part(YEARS[3], *after),
                                                     part("все школы", 96, 421))) for name, before, after in (
        ("ВПР, математика, 6 класс, те же дети", (61, 142), (70, 139)), ("ОГЭ", (48, 137), (44, 140)),
        ("малая", (3, 9), (4, 8)), ("ещё одна малая", (3, 9), (4, 8))))), shape("dumbbell")),
    "panels": (chart("panels", "", *(years(f"Школа {letter}", *(FEW if letter == "В" else A)) for letter in LETTERS)),
               shape("multiples")),
    "nothing": (chart("nothing", "", Series("", (Point("2026", why=facts.NOT_SENT),))), shape("trend")),
    "no-series": (chart("none", ""), shape("bars")),
}

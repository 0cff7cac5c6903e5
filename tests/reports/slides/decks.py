"""A deck with one slide of every body and every shape, for the tests of all its writers. All of it is invented."""

import zlib
from dataclasses import replace
from datetime import date
from struct import pack

from shnor.charts import facts
from shnor.charts.facts import Break, Chart, Point, Series
from shnor.charts.shapes import shape
from shnor.charts.styles import MARKS, STYLES
from shnor.metrics.formulas import wilson
from shnor.reports.slides.deck import Blank, Deck, Grid, Image, Picture, Slide, Steps, Task, Words

DAY = date(2026, 11, 27)
LABEL = "Пример, данные вымышлены"
SET, FORM = "по 6 школам перечня", "форма «Результаты»"
YEARS = ("2021–2022", "2022–2023", "2023–2024", "2024–2025", "2025–2026")
MONTHS = ("сен", "окт", "ноя", "дек")
PARTS = {STYLES[name].word: STYLES[name] for name in ("confirmed", "awaited", "not_done", "no_report")}
MARK_PARTS = {style.word: style for style in MARKS.values()}
LINK = "/source?school=05&metric=marks_2"
"""Leads to rows of one school: it must be in no file of a show."""


def part(at: str, k: int, n: int, link: str = "") -> Point:
    """A part of a whole with its interval."""
    low, high = wilson([k], [n])
    return facts.share(at, k, n, float(low[0]), float(high[0]), link)


def chart(name: str, title: str, *series: Series, unit: str = "доля", **more) -> Chart:
    return Chart(name, title, unit, SET, DAY, FORM, series, **more)


def sums(name: str, *numbers: int) -> Series:
    return Series(name, tuple(facts.count(at, k) for at, k in zip(MONTHS, numbers, strict=False)))


def spread(name: str, parts, *numbers: int) -> Series:
    return Series(name, tuple(facts.count(at, k) for at, k in zip(parts, numbers, strict=False)))


TREND = chart("trend", "Доля отметок «2», математика", Series("", (
    part(YEARS[0], 118, 440), part(YEARS[1], 140, 431), Point(YEARS[2], why=facts.NOT_SENT),
    part(YEARS[3], 131, 436), part(YEARS[4], 96, 421, LINK))), breaks=(Break(YEARS[1], "ВПР перенесли на осень"),))
DOTS = chart("dots", "Хотя бы одна «2»", Series("все 6 школ", (part("2026", 96, 421),), quiet=True), *(
    Series(f"Школа {letter}", (part("2026", *own, LINK),)) for letter, own in zip(
        "АБВГДЕ", ((24, 146), (12, 40), (2, 7), (27, 94), (11, 62), (20, 72)), strict=True)))
BARS = chart("bars", "Что назвали полезным", *(Series(name, (facts.share("", k, 74),)) for name, k in (
    ("Разбор заданий с тьютором", 63), ("Открытые уроки школ-партнёров", 41), ("Курсы", 28))), unit="человек")
ROADMAP = chart("roadmap", "Дела дорожных карт, срок которых наступил", *(
    spread(name, PARTS, *counts) for name, counts in (
        ("Кадры", (9, 2, 1, 0)), ("Результаты", (12, 1, 1, 1)), ("Семья", (6, 3, 0, 0)))), unit="мероприятий")
MARKS_OF_YEARS = chart("marks", "Отметки за работу", spread("2024–2025", MARK_PARTS, 21, 98, 186, 131, 0),
                       spread("2025–2026", MARK_PARTS, 20, 106, 199, 96, 0), unit="человек")
DUMBBELL = chart("dumbbell", "Те же дети год спустя: «4» и «5»", *(
    Series(name, (part(YEARS[3], *before), part(YEARS[4], *after))) for name, before, after in (
        ("5 → 6 класс", (61, 142), (70, 139)), ("6 → 7 класс", (48, 137), (44, 140)),
        ("7 → 8 класс", (3, 9), (4, 8)))))
MULTIPLES = chart("multiples", "Доля отметок «2» по школам", *(
    Series(f"Школа {letter}", tuple(part(at, *own) for at, own in zip(YEARS[2:], counts, strict=True)), words, LINK)
    for letter, counts, words in (
        ("А", ((50, 150), (52, 155), (24, 146)), "стало меньше"),
        ("Б", ((14, 42), (16, 44), (12, 40)), "пока не вывод"),
        ("В", ((3, 9), (4, 8), (2, 7)), "мало участников"),
        ("Г", ((17, 95), (20, 94), (27, 94)), "пока не вывод"),
        ("Д", ((15, 60), (17, 63), (11, 62)), "пока не вывод"),
        ("Е", ((22, 75), (22, 72), (20, 72)), "пока не вывод"))))
PLAN_FACT = chart("plan_fact", "План и факт дорожных карт", sums("план", 10, 20, 36, 42), sums("факт", 9, 18, 33),
                  unit="мероприятий")
ADDING_UP = chart("adding_up", "Помощь школам с начала года", sums("консультации", 4, 9, 15, 19),
                  sums("выезды", 2, 3, 6, 7), sums("открытые уроки", 1, 1, 2, 5), unit="раз")
SOURCES = Grid(("Показатель", "Год", "Получили «2»", "Писали"), (
    ("Отметка «2», математика", "2024–2025", "131", "436"), ("Отметка «2», математика", "2025–2026", "96", "421")),
    numbers=(2, 3))
SLIDES_OF_SHAPES = (
    ("trend", "Отметок «2» по математике стало меньше: 22,8 % против 30,0 %",
     Picture(TREND, shape("trend", height=270))),
    ("dots", "Школы очень разные, и разброс велик", Picture(DOTS, shape("dots"))),
    ("bars", "Учителя ценят адресность: 63 из 74", Picture(BARS, shape("bars"))),
    ("roadmap", "Из 36 дел с наступившим сроком подтверждены 27", Picture(ROADMAP, shape("distribution", PARTS))),
    ("marks", "Отметок «3» и «4» стало больше, отметок «2» меньше",
     Picture(MARKS_OF_YEARS, shape("distribution", MARK_PARTS))),
    ("dumbbell", "Те же дети год спустя: где сдвиг есть", Picture(DUMBBELL, shape("dumbbell"))),
    ("multiples", "По школам картина разная, и это нормально", Picture(MULTIPLES, shape("multiples", across=3))),
    ("plan_fact", "Сделано 33 дела из 36, срок которых наступил",
     Picture(PLAN_FACT, shape("plan_fact", today="ноя", due=36))),
    ("adding_up", "Чаще всего школы просят консультацию", Picture(ADDING_UP, shape("adding_up"))),
)


def image(width: int = 64, height: int = 48) -> Image:
    """A plain blue PNG, made here."""
    def chunk(kind: bytes, data: bytes) -> bytes:
        return pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + b"\x1f\x5f\x8b" * width) * height
    return Image(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", pack(">2I5B", width, height, 8, 2, 0, 0, 0))
                 + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""), "png", "Синяя фотография урока")


def deck(label: str = LABEL) -> Deck:
    """Every body and every shape once; the last slide is hidden."""
    source = f"{SET} · на 27.11.2026 · {FORM}"
    shapes = tuple(Slide(id=name, title=title, body=body, source=source, sources=SOURCES,
                         notes=("Почему это можно говорить.", f"Источник: {FORM}, 96 из 421 и 131 из 436."))
                   for name, title, body in SLIDES_OF_SHAPES)
    return Deck("Что помогло школам в 2026 году", "Заречный муниципальный округ", DAY, label=label, slides=(
        Slide(id="opening", title="Что помогло шести школам за год", lead="Семинар 3 декабря 2026 года", seconds=30,
              notes=("Школы условные, цифры настоящие.",)),
        Slide(id="words", title="К концу встречи выберем две меры на I полугодие", seconds=60, body=Words(
            ("Разбор заданий с тьютором", "Открытые уроки школ-партнёров"), boxes=True)),
        *shapes,
        Slide(id="steps", title="Где дефицит закрыт курсом и тьютором, повторная диагностика лучше", body=Steps((
            ("34", "учителя с дефицитом"), ("29", "получили курс и тьютора"), ("17", "дефицит закрыт"))),
            lead="Это связь, а не доказательство", source=source, sources=SOURCES),
        Slide(id="grid", title="Отметок «2» меньше в трёх классах из трёх", body=Grid(
            ("Класс", "2024–2025", "2025–2026"), (
                ("5 класс", "31 из 96", "22 из 91"), ("6 класс", "40 из 112", "28 из 108"),
                ("7 класс", "29 из 101", "24 из 99")), numbers=(1, 2)), source=source),
        Slide(id="image", title="Как это сделала школа В", lead="Четыре шага за семестр", body=image()),
        Slide(id="task", title="Ваша очередь: карточка вашей школы", seconds=360, body=Task((
            "Что из сказанного похоже на вашу школу?", "Какая помощь нужна до декабря?", "Кто отвечает?"), minutes=5)),
        Slide(id="blank", title="Решаем: две меры, срок, кто отвечает",
              body=Blank(("Мера", "Срок", "Кто отвечает"), 2, widths=(5, 2, 3))),
        Slide(id="sources", title="Откуда цифры", body=SOURCES, source=source, hidden=True)))


def without(one: Deck, kind: type) -> Deck:
    """The deck without the slides whose body is of this kind."""
    return replace(one, slides=tuple(slide for slide in one.slides if not isinstance(slide.body, kind)))

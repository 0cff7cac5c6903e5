"""Every shape of the vocabulary on one page, drawn from invented counts: to be looked at in colour, in grey and as who
does not tell colours apart sees it."""

from datetime import date

import plotly.graph_objects as go
import streamlit as st

from shnor import charts
from shnor.charts import answers, facts, shapes
from shnor.charts.facts import Break, Chart, Series
from shnor.charts.styles import MARKS, STYLES
from shnor.metrics.formulas import wilson

DAY = date(2026, 11, 27)
YEARS = ("2023–2024", "2024–2025", "2025–2026")
SCHOOLS = {"МБОУ СОШ № 3": ((50, 150), (52, 155), (24, 146)), "МБОУ ООШ № 5": ((14, 42), (16, 44), (12, 40)),
           "МБОУ ООШ № 9": ((3, 9), (4, 8), (2, 7)), "МАОУ СОШ № 11": ((17, 95), (20, 94), (27, 94))}
MONTHS = ("сен", "окт", "ноя", "дек")


def low(at: str, k: int, n: int) -> facts.Point:
    low_end, high_end = wilson([k], [n])
    return facts.share(at, k, n, float(low_end[0]), float(high_end[0]))


def chart(name: str, *series: Series, **more) -> Chart:
    return Chart(name, "Пример, данные вымышлены", "доля", "по 4 школам", DAY, "пример", series, **more)


def over_years(name: str) -> Series:
    return Series(name, tuple(low(year, *counts) for year, counts in zip(YEARS, SCHOOLS[name], strict=True)),
                  words="пока не вывод")


def sums(name: str, *numbers: int) -> Series:
    return Series(name, tuple(facts.count(month, k) for month, k in zip(MONTHS, numbers, strict=False)))


WORDS = {style.word: style for style in MARKS.values()}
SCALE = ("да", "скорее да", "скорее нет", "нет")
STANDINGS = {style.word: style for style in STYLES.values()}
PICTURES = {
    "trend": shapes.trend(chart("trend", over_years("МБОУ СОШ № 3"), breaks=(Break(YEARS[1], "ряд прерван"),))),
    "compared": shapes.trend(chart("compared", *map(over_years, SCHOOLS))),
    "multiples": shapes.multiples(chart("multiples", *map(over_years, SCHOOLS)), across=4),
    "marks": shapes.distribution(chart("marks", Series("2026", tuple(
        facts.count(word, k) for word, k in zip(WORDS, (20, 106, 199, 96, 4), strict=True)))), WORDS),
    "standings": shapes.distribution(chart("standings", Series("Срок наступил", tuple(
        facts.count(word, k) for word, k in zip(STANDINGS, (15, 4, 3, 4, 2, 6, 2), strict=True)))), STANDINGS),
    "scale": shapes.distribution(chart("scale", *(Series(name, tuple(facts.share(at, k, sum(counts)) for at, k in zip(
        SCALE, counts, strict=True))) for name, counts in (("апрель", (41, 17, 17, 4)), ("ноябрь", (44, 19, 10, 1))))),
        answers.looks(SCALE, SCALE[:2]), middle=answers.middle(SCALE, SCALE[:2])),
    "dots": shapes.dots(chart("dots", *(Series(name, (low("2026", *own[-1]),)) for name, own in SCHOOLS.items()))),
    "dumbbell": shapes.dumbbell(chart("dumbbell", *(Series(name, tuple(low(year, *counts) for year, counts in zip(
        YEARS[1:], own[1:], strict=True))) for name, own in SCHOOLS.items()))),
    "plan_fact": shapes.plan_fact(chart("plan_fact", sums("план", 10, 20, 36, 42), sums("факт", 9, 18, 33)), "ноя"),
    "bars": shapes.bars(chart("bars", *(Series(name, (low("2026", *own[-1]),)) for name, own in SCHOOLS.items()))),
}
for name, picture in PICTURES.items():
    with st.container(key=f"shnor_block_{name}"):
        st.plotly_chart(go.Figure(picture), config=charts.CONFIG, theme=None, key=name)

"""Results of assessed works: which share of pupils got which mark, and whether it agrees with the mark at school.

N = «5» + «4» + «3» + «2» + not assessed; the exempt are not in it (help of «Сетевой город», formulas of the reports
«успеваемость», «качество знаний»). An empty base gives no value, never 0.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

import narwhals as nw

from shnor.metrics import norms
from shnor.metrics.counting import flag, frame, known, on, trace
from shnor.metrics.passport import Better, Marking, Metric, Rows
from shnor.metrics.tally import Tally, added

col = nw.col

MARKS = ("n5", "n4", "n3", "n2")
PAIRS = ("lowered", "confirmed", "raised")
BY = ("procedure", "stage", "school_year", "term", "level", "grade", "subject")
"""Procedures, stages and levels are never mixed: a row of a municipality is not added to rows of schools."""
CLASS = ("procedure", "stage", "school_year", "term", "level", "school_id", "grade", "subject", "part")
"""What a row by class shares with the row of all classes: marks and comparisons with the journal are rows apart."""
MINIMUM = norms.SMALL
"""ФИОКО, рекомендации по проведению анализа результатов ВПР (2026): выводы по группе не менее 10 участников."""
BREAKS = {"ВПР": ("2021/22", "2022/23")}
"""Procedure → school years a new series begins with. ВПР of 2022 were moved to 19.09–24.10.2022 and written by the next
classes: neither the years before nor the years after compare with them."""
SOU = {"n5": 100, "n4": 64, "n3": 36, "n2": 16, "na": 7}
"""Weights of a mark in степень обученности (В. П. Симонов); «не аттестован» 7 as in «Сетевой город»."""
SUMS = ("participants", *MARKS, "na", "below", *PAIRS)
NEEDS = {"results": (*CLASS, "class_label", *SUMS, "source_kind", "known_on")}
EXACT_UP_TO = 5_000
"""More participants than this, and a percentage with two decimals stands for several numbers of pupils."""


def classify(results: Any, *, as_of: date) -> Rows:
    """Rows of works that were over by the day, with whole numbers to be summed.

    Where a school gave one row for all classes of a grade and rows by class too, the rows by class weigh nothing:
    the same pupils would count twice. Marks take part where all four are known; where they are not, «below the
    threshold» stands for «2» and the participants for N. Pairs take part where all three are known.

    Returns: the rows with pupils (N), passed, good, points_sou, points, assessed, low, low_base, pairs, is_weighed,
        is_about (marks rebuilt from percentages of very many), and the weights used by the passports.
    """
    rows = frame(results).with_columns(is_known=known(as_of)).filter(on("is_known")).drop("is_known")
    whole = rows.filter(col("class_label").fill_null("") == "").select(*CLASS).unique([*CLASS])
    rows = rows.join(whole.with_columns(nw.lit(1).alias("has_whole")), on=[*CLASS], how="left")
    rows = rows.with_columns(
        is_weighed=1 - flag((col("class_label").fill_null("") != "") & ~col("has_whole").is_null()),
        has_marks=_known(MARKS), has_pairs=_known(PAIRS),
        has_below=flag(~col("below").is_null() & ~col("participants").is_null()))
    marks, pairs = col("is_weighed") * col("has_marks"), col("is_weighed") * col("has_pairs")
    alone = col("is_weighed") * (1 - col("has_marks")) * col("has_below")
    rounded = flag(col("source_kind").fill_null("") == "rebuilt") * flag(col("participants") > EXACT_UP_TO)
    rows = rows.with_columns(
        is_about=marks * rounded.fill_null(0), **{f"m_{name}": marks * _number(name) for name in (*MARKS, "na")},
        **{f"k_{name}": pairs * _number(name) for name in PAIRS},
        low_else=alone * _number("below"), base_else=alone * _number("participants"))
    return _weighed(rows).drop("has_whole")


def _weighed(rows: Rows) -> Rows:
    n5, n4, n3, n2, na = (col(f"m_{name}") for name in (*MARKS, "na"))
    return rows.with_columns(
        pupils=n5 + n4 + n3 + n2 + na, assessed=n5 + n4 + n3 + n2, passed=n5 + n4 + n3, good=n5 + n4,
        points=5 * n5 + 4 * n4 + 3 * n3 + 2 * n2,
        points_sou=SOU["n5"] * n5 + SOU["n4"] * n4 + SOU["n3"] * n3 + SOU["n2"] * n2 + SOU["na"] * na,
        low=n2 + col("low_else"), low_base=n5 + n4 + n3 + n2 + na + col("base_else"),
        pairs=col("k_lowered") + col("k_confirmed") + col("k_raised"))


def _known(names: tuple[str, ...]) -> nw.Expr:
    condition = ~col(names[0]).is_null()
    for name in names[1:]:
        condition = condition & ~col(name).is_null()
    return flag(condition)


def _number(name: str) -> nw.Expr:
    return col(name).fill_null(0).cast(nw.Int64)


def same_series(procedure: str, before: str, after: str) -> bool:
    """Whether two school years of a procedure may stand side by side."""
    first, last = sorted((before, after))
    return not any(first < start <= last for start in BREAKS.get(procedure, ()))


MARKING = Marking("results", NEEDS, classify, trace, after=frozenset(CLASS), period="school_year", parts={
    "m_n5": "Получили «5»", "m_n4": "Получили «4»", "m_n3": "Получили «3»", "m_n2": "Получили «2»",
    "m_na": "Не аттестованы"})
_WORKS = "выгрузки ФИС ОКО, своды результатов по школам, отметки школ (форма М-5)"
_ALL = ("участники: «5» + «4» + «3» + «2» + не аттестованные; освобождённые не входят; работы, которые закончились не "
        "позже даты")


_N = (added("pupils", n5=1, n4=1, n3=1, n2=1, na=1),)
_PAIRED = (added("pairs", lowered=1, confirmed=1, raised=1),)


def _metric(id: str, title: str, formula: str, numerator: str, denominator: str, made: tuple[Tally, ...],
            base: tuple[Tally, ...] = _N, *, better: Better = "больше",
            unit: str = "доля", counted: str = "один обучающийся, писавший работу",
            source: str = _WORKS, more: Mapping[str, str] | None = None) -> Metric:
    return Metric(id=id, title=title, unit=unit, better=better, formula=formula, source=source, counted=counted,
                  marking=MARKING, numerator=numerator, denominator=denominator, made=made, base=base, minimum=MINIMUM,
                  interval=unit == "доля", by=BY, more=more or {}, about="is_about")


METRICS = (
    _metric("pass_rate", "Успеваемость", f"(«5» + «4» + «3») / участники; {_ALL}", "passed", "pupils",
            (added("pupils", n5=1, n4=1, n3=1),)),
    _metric("quality_rate", "Качество знаний", f"(«5» + «4») / участники; {_ALL}", "good", "pupils",
            (added("pupils", n5=1, n4=1),)),
    _metric("sou_index", "Степень обученности (СОУ)",
            f"(100 × «5» + 64 × «4» + 36 × «3» + 16 × «2» + 7 × не аттестованные) / участники, "
            f"по В. П. Симонову; {_ALL}",
            "points_sou", "pupils", (Tally("sum", SOU, "pupils"),), unit="индекс"),
    _metric("mean_mark", "Средняя отметка", "сумма отметок / (участники − не аттестованные)", "points",
            "assessed", (added("pupils", n5=5, n4=4, n3=3, n2=2),), (added("pupils", n5=1, n4=1, n3=1, n2=1),),
            unit="отметка"),
    _metric("low_mark_share", "Получили отметку «2» или не преодолели минимальный порог",
            "получившие «2», а где отметок нет — не преодолевшие минимальный порог / участники, а где отметок нет — "
            f"все писавшие; {_ALL}", "low", "low_base",
            (added("pupils", n2=1), added("base_else", below=1)), (*_N, added("base_else", participants=1)),
            better="меньше"),
    _metric("confirmed_share", "Подтвердили отметку по журналу",
            "отметка за работу равна отметке по журналу / обучающиеся, у которых есть обе отметки", "k_confirmed",
            "pairs", (added("pairs", confirmed=1),), _PAIRED, counted="один обучающийся, у которого есть обе отметки"),
    _metric("lowered_share", "Получили отметку ниже журнальной",
            "отметка за работу меньше отметки по журналу / обучающиеся, у которых есть обе отметки", "k_lowered",
            "pairs", (added("pairs", lowered=1),), _PAIRED, better="",
            counted="один обучающийся, у которого есть обе отметки"),
    _metric("raised_share", "Получили отметку выше журнальной",
            "отметка за работу больше отметки по журналу / обучающиеся, у которых есть обе отметки", "k_raised",
            "pairs", (added("pairs", raised=1),), _PAIRED, better="",
            counted="один обучающийся, у которого есть обе отметки"),
)

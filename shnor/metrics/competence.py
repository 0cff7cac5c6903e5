"""Tests of the competence of teachers and heads: how many took part, by level, how many successfully.

Each level has a base of its own: the people of the tests that tell of it. A level nobody tells of is not one nobody
has reached.
"""

from datetime import date
from typing import Any

from narwhals import col, lit

from shnor.metrics.counting import flag, frame, trace
from shnor.metrics.passport import Marking, Metric, Rows
from shnor.metrics.tally import Tally, added

NEEDS = {"competence": ("school_id", "held_on", "subject", "role", "took_part", "high", "middle", "low", "passed",
                        "year")}
LEVELS = {"high": "высокий", "middle": "средний", "low": "низкий"}
"""In the order they are shown."""
COUNTED = (*LEVELS, "passed")


def classify(competence: Any, *, as_of: date) -> Rows:
    """n_people: who took part by the day. Of each of COUNTED: is_<name> (the test tells of it), n_<name> and its base
    n_of_<name>. is_silent: a test that tells of no level."""
    held = flag(col("held_on") <= lit(as_of))
    marked = frame(competence).with_columns(is_held=held, people=col("took_part").fill_null(0))
    marked = marked.with_columns(n_people=col("is_held") * col("people"), **{
        f"is_{name}": col("is_held") * flag(~col(name).is_null()) for name in COUNTED})
    marked = marked.with_columns(is_silent=col("is_held") * (1 - col("is_high")) * (1 - col("is_middle"))
                                 * (1 - col("is_low")))
    return marked.with_columns(
        **{f"n_{name}": col(f"is_{name}") * col(name).fill_null(0) for name in COUNTED},
        **{f"n_of_{name}": col(f"is_{name}") * col("people") for name in COUNTED}).drop("people")


MARKING = Marking("competence", NEEDS, classify, trace, period="year")
_SOURCE = "итоги диагностики компетенций (центр, организация-исполнитель)"
_HELD = "диагностики не позже дня расчёта; прохождение — один человек в одной диагностике: прошедший две учтён дважды"


def _metric(id: str, title: str, unit: str, formula: str, numerator: str, **said: Any) -> Metric:
    return Metric(id=id, title=title, unit=unit, formula=formula, numerator=numerator, source=_SOURCE,
                  counted="один человек в одной диагностике", marking=MARKING, by=("year", "role"),
                  **{"better": "", **said})


def _level(name: str, title: str, words: str, better: str) -> Metric:
    return _metric(f"competence_{name}", title, "доля",
                   f"прохождения, {words} / прохождения тех диагностик, где это число названо; {_HELD}", f"n_{name}",
                   denominator=f"n_of_{name}", made=(Tally("sum", {name: 1}, f"is_{name}"),),
                   base=(added(f"is_{name}", took_part=1),), minimum=10, better=better)


METRICS = (
    _metric("competence_people", "Прохождений диагностики компетенций", "прохождение",
            f"сумма прохождений; {_HELD}", "n_people", made=(added("is_held", took_part=1),),
            more={"is_silent": "диагностик без уровней"}),
    _level("high", "Высокий уровень компетенций", "показавшие высокий уровень", "больше"),
    _level("middle", "Средний уровень компетенций", "показавшие средний уровень", ""),
    _level("low", "Низкий уровень компетенций", "показавшие низкий уровень", "меньше"),
    _level("passed", "Диагностика пройдена успешно", "завершённые успешно", "больше"),
)

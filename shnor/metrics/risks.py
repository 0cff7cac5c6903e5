"""The risk profile of schools: levels of factors, which are chosen, and for which of these there is no measure.

A profile is of a year and known from its first day. A level nobody has set is unknown, never low.
"""

from datetime import date
from typing import Any

from narwhals import col

from shnor.metrics.counting import flag, frame, trace
from shnor.metrics.passport import Marking, Metric, Rows
from shnor.metrics.tally import rows

NEEDS = {"risks": ("school_id", "year", "factor", "factor_id", "level", "chosen", "measure")}


def classify(risks: Any, *, as_of: date) -> Rows:
    """Factors of profiles of years that have begun: is_levelled (its level is set), is_high, is_middle, is_low,
    is_unset (not set), is_chosen, is_bare (chosen, no measure written)."""
    told = frame(risks)
    begun, chosen = flag(col("year") <= as_of.year), flag(col("chosen") == "yes")
    told = told.with_columns(
        is_high=begun * flag(col("level") == "high"), is_middle=begun * flag(col("level") == "middle"),
        is_low=begun * flag(col("level") == "low"), is_unset=begun * flag(col("level").is_null()),
        is_chosen=begun * chosen, is_bare=begun * chosen * flag(col("measure").fill_null("") == ""))
    return told.with_columns(is_levelled=col("is_high") + col("is_middle") + col("is_low"))


MARKING = Marking("risks", NEEDS, classify, trace, period="year",
                  parts={"middle": "средний уровень", "low": "низкий уровень", "unset": "уровень не определён"})
_SOURCE = "рисковые профили школ"
_ONE = "один фактор риска одной школы в одном году"
_YEAR = "считаются профили года, который начался"


def _metric(id: str, title: str, formula: str, **said: Any) -> Metric:
    return Metric(id=id, title=title, unit="доля", better="меньше", minimum=10, formula=f"{formula}; {_YEAR}",
                  source=_SOURCE, counted=_ONE, marking=MARKING, **said)


METRICS = (
    _metric("risk_high_share", "Факторы риска высокого уровня",
            "факторы высокого уровня / все факторы, уровень которых определён", numerator="is_high",
            denominator="is_levelled", made=(rows("level"),), base=(rows("level"),), by=("year",),
            more={"is_middle": "средний уровень", "is_low": "низкий уровень",
                                      "is_unset": "уровень не определён"}),
    _metric("risk_without_measure", "Выбранные факторы риска, по которым меры нет",
            "выбранные школой факторы без записанной меры / все выбранные факторы", numerator="is_bare",
            denominator="is_chosen", made=(rows("factor"),), base=(rows("chosen"),), by=("year",)),
)

"""Signs that need more analysis, from lists of the край or of ФИОКО: how many schools of a list have one. A count and
no share: a list that names marked schools alone would give the whole.

Facts of somebody else's list, never a verdict. A school that a list does not name is not counted by it: of such a
school nothing is known.
"""

from datetime import date
from typing import Any

import narwhals as nw
from narwhals import col

from shnor.metrics.counting import flag, frame, trace
from shnor.metrics.passport import Marking, Metric, Rows
from shnor.metrics.tally import once, rows

NEEDS = {"markers": ("school_id", "school_year", "year", "procedure", "subject", "grade", "sign", "source",
                     "is_marked")}
SCHOOL = ("school_id", "year", "source")
"""A school in one list of one year."""
_ROW = ("procedure", "subject", "grade", "sign", "school_year")


def classify(markers: Any, *, as_of: date) -> Rows:
    """Rows of lists of years that have begun: is_listed, is_sign (a sign is written). One row of a school in a list
    carries n_named, one of those with a sign n_marked."""
    told = frame(markers).with_columns(
        source=col("source").fill_null(""),
        row_key=nw.concat_str(*(col(name).fill_null("") for name in _ROW), separator="\n"))
    told = told.with_columns(is_listed=flag(col("year") <= as_of.year) * flag(col("school_id").fill_null("") != ""))
    told = told.with_columns(is_sign=col("is_listed") * flag(col("is_marked") == 1))
    return _first(_first(told, "is_listed", "n_named"), "is_sign", "n_marked")


def _first(told: Rows, among: str, name: str) -> Rows:
    """name: 1 in the first row of each school of a list among these."""
    firsts = told.filter(col(among) == 1).group_by(*SCHOOL).agg(nw.col("row_key").min().alias("first_key"))
    told = told.join(firsts, on=[*SCHOOL], how="left")
    return told.with_columns(**{name: col(among) * flag(col("row_key") == col("first_key"))}).drop("first_key")


MARKING = Marking("markers", NEEDS, classify, trace, after=frozenset({"school_id", "year", "source"}), period="year")
_SOURCE = "списки края и ФИОКО о признаках, требующих дополнительного анализа"
_LISTS = ("считаются списки года, который начался; школа, которой в списке нет, не считается; «не отмечено» в списке — "
          "это не вывод центра")
METRICS = (
    Metric(id="marked_schools", title="Школы, по которым отмечены признаки, требующие дополнительного анализа",
           unit="школа", better="", source=_SOURCE, counted="одна школа одного списка", marking=MARKING,
           formula="сколько школ, у которых в списке есть хотя бы один признак; доли нет: список может называть только "
                   f"такие школы; {_LISTS}",
           numerator="n_marked", made=(once("is_sign", "is_marked", SCHOOL),), by=("year", "source"),
           more={"is_sign": "признаков", "n_named": "школ названо в списке"}),
    Metric(id="markers_count", title="Признаки, требующие дополнительного анализа", unit="признак", better="",
           source=_SOURCE, counted="один признак одной школы по одной работе", marking=MARKING, numerator="is_sign",
           formula=f"сколько признаков отмечено в списке; {_LISTS}", made=(rows("sign"),), by=("year", "source")),
)

"""Sessions of the programmes of help: how many were held, how many people came, how many of those who were invited.

A session told by the centre and by schools is one session: the same programme, module, session, period and subject. The
centre's own number of people counts; where it is silent, those of the schools add up, for each school tells of its own.
What goes over a border of months or years is one row, counted from its last day.
"""

from datetime import date
from typing import Any

import narwhals as nw
from narwhals import col, lit

from shnor.metrics.counting import flag, frame, known, on, trace
from shnor.metrics.passport import Marking, Metric, Rows
from shnor.metrics.tally import added, rows

SAME = ("programme", "module", "session", "period", "subject")
NEEDS = {"programmes": (*SAME, "school_id", "invited", "came", "year", "known_on")}


def classify(programmes: Any, *, as_of: date) -> Rows:
    """n_held: a session held by the day, once whoever tells of it; n_came: who came; is_both: people are told on both
    sides, not more came than were invited, then n_came_of, n_invited; is_over: more came; is_uncounted: a session of
    which no row tells how many came."""
    sessions = frame(programmes).with_columns(**{name: col(name).fill_null("") for name in (*SAME, "school_id")})
    sessions = _tellers(sessions.with_columns(is_held=known(as_of)))
    sessions = sessions.with_columns(is_told=col("is_held") * flag((col("by_centre") == 0) | (col("school_id") == "")))
    silent = flag(col("most").is_null())
    both = col("is_told") * (1 - flag(col("came").is_null())) * (1 - flag(col("invited").is_null()))
    return sessions.with_columns(
        n_held=col("is_held") * col("is_first"), n_came=col("is_told") * col("came").fill_null(0),
        is_uncounted=col("is_held") * col("is_first") * silent,
        is_over=both * flag(col("came") > col("invited")), is_both=both * (1 - flag(col("came") > col("invited"))),
    ).with_columns(n_came_of=col("is_both") * col("came").fill_null(0),
                   n_invited=col("is_both") * col("invited").fill_null(0)).drop("most", "by_centre", "is_first")


def _tellers(sessions: Rows) -> Rows:
    """is_first: the row that stands for its session: the centre's, else the first school's; by_centre: the centre tells
    how many came; most: null where nobody does."""
    held = sessions.filter(on("is_held"))
    first = held.group_by(*SAME).agg(nw.col("school_id").min().alias("first_school"))
    counted = held.filter(~col("came").is_null())
    most = counted.group_by(*SAME).agg(nw.col("came").max().alias("most"))
    centre = counted.filter(col("school_id") == "").select(*SAME, centre=lit(1)).unique([*SAME])
    for told in (first, most, centre):
        sessions = sessions.join(told, on=[*SAME], how="left")
    return sessions.with_columns(is_first=flag(col("school_id") == col("first_school")),
                                 by_centre=flag(col("centre") == 1)).drop("first_school", "centre")


MARKING = Marking("programmes", NEEDS, classify, trace, period="year",
                  after=frozenset({"programme", "module", "session", "subject", "year"}))
_LOG = "журнал занятий программ помощи"
_ONCE = ("занятие считается один раз, с его последнего дня; через границу месяца стоит в месяце первого дня; если о "
         "нём сообщили и центр, и школы (те же программа, модуль, занятие, даты и предмет), это одно занятие")


def _metric(id: str, title: str, unit: str, formula: str, numerator: str, **said: Any) -> Metric:
    return Metric(id=id, title=title, unit=unit, formula=f"{formula}; {_ONCE}", numerator=numerator, source=_LOG,
                  marking=MARKING, **{"better": "", "by": ("programme", "year"), **said})


METRICS = (
    _metric("programme_sessions", "Проведено занятий программ помощи", "занятие", "сумма занятий, проведённых к дате",
            "n_held", counted="одно занятие одной программы", made=(rows("programme", "period"),)),
    _metric("programme_people", "Пришли на занятия программ помощи", "участник",
            "сумма пришедших по занятиям, где их число указано: число центра, а если его нет — сумма чисел школ; один "
            "человек на двух занятиях считается дважды", "n_came", counted="одно участие в одном занятии",
            made=(added("n_came", came=1),), more={"is_uncounted": "занятий без числа пришедших"}),
    _metric("programme_attendance", "Пришли на занятия из приглашённых", "доля",
            "пришедшие / приглашённые, по строкам, где указаны оба числа и пришло не больше, чем приглашено",
            "n_came_of", denominator="n_invited", minimum=10, better="больше",
            counted="один приглашённый на одно занятие", made=(added("n_came_of", came=1),),
            base=(added("n_invited", invited=1),), more={"is_over": "строк, где пришло больше, чем приглашено"}),
)

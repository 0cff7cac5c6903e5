"""Methodical help: what was held, against the plan, and which questions of schools are answered.

Help is what the centre, a mentor, a tutor or a curator holds; what a school held by itself is no help and is named
apart. An event reported by a school and written in the centre's log is one event; so is one that several schools
report. It is known by its day, kind and topic; where one of them is missing, nothing is merged.
"""

from datetime import date
from typing import Any

import narwhals as nw
from narwhals import col, lit

from shnor.metrics.counting import flag, frame, known, on, trace
from shnor.metrics.formulas import share
from shnor.metrics.passport import Marking, Metric, Rows
from shnor.metrics.tally import added, rows

HELPERS = ("center", "mentor", "tutor", "curator", "other")
"""Who helps. A line of the centre's log that names nobody is the centre's; a school's own report that names nobody
speaks of the school itself."""
EVENT_NEEDS = {"events": ("period", "event_kind", "organiser", "participants", "school_id", "number", "state", "same",
                          "year", "known_on", "subject")}
REQUEST_NEEDS = {"requests": ("known_on", "answer", "answer_by", "answered_on")}


def classify(events: Any, *, as_of: date) -> Rows:
    """Rows of the log with weights: n_held (help held by the day and not told twice), n_own (held by schools
    themselves), n_planned, n_of_plan (held, of a kind that has a plan), n_people; flags is_held, is_planned, is_repeat,
    is_own, is_uncounted (held, participants not told)."""
    rows = frame(events).with_columns(number=col("number").fill_null(1), same=col("same").fill_null(""),
                                      subject=col("subject").fill_null(""))
    helped = flag(col("organiser").is_in(HELPERS))
    log = flag(col("school_id") == "") * flag(col("organiser").is_null())
    told = flag(col("state") == "held") * known(as_of)
    rows = rows.with_columns(is_told=told * (helped + log), is_own=told * (1 - helped - log))
    rows = _repeats(_subjects(rows))
    rows = _planned(rows.with_columns(is_held=col("is_told") * (1 - col("is_repeat"))))
    return rows.with_columns(
        n_held=col("is_held") * col("number"),
        n_own=col("is_own") * col("number"),
        n_of_plan=col("is_held") * col("has_plan") * col("number"),
        n_planned=col("is_planned") * col("number"),
        n_people=col("is_held") * col("participants").fill_null(0),
        is_uncounted=col("is_held") * flag(col("participants").is_null()))


def _repeats(rows: Rows) -> Rows:
    """is_repeat: told already by the centre's log, or, where the log is silent of it, by the first school's report."""
    known = rows.filter(on("is_told") & (col("same") != ""))
    log = known.filter(col("school_id") == "").select("same", in_log=lit(1)).unique(["same"])
    first = known.group_by("same").agg(nw.col("school_id").min().alias("first_school"))
    rows = rows.join(log, on="same", how="left").join(first, on="same", how="left")
    in_log, later = flag(col("in_log") == 1), flag(col("school_id") > col("first_school"))
    by_school = flag(col("school_id") != "")
    return rows.with_columns(is_repeat=col("is_told") * by_school * (in_log + (1 - in_log) * later)).drop(
        "in_log", "first_school")


def _subjects(rows: Rows) -> Rows:
    """An event told twice has the subject that one of its rows tells."""
    said = rows.filter(on("is_told") & (col("same") != "") & (col("subject") != ""))
    told = said.group_by("same").agg(nw.col("subject").min().alias("told_subject"))
    rows = rows.join(told, on="same", how="left")
    named = nw.when((col("subject") == "") & (col("is_told") == 1)).then(col("told_subject").fill_null(""))
    return rows.with_columns(subject=named.otherwise(col("subject"))).drop("told_subject")


def _planned(rows: Rows) -> Rows:
    """is_planned: a line of the plan that counts. A plan for the whole year counts instead of the planned days and
    months inside it. has_plan: the kind is planned in that year."""
    whole = flag(col("state") == "planned") * flag(col("period") == col("year").cast(nw.String))
    rows = rows.with_columns(is_whole=whole)
    years = rows.filter(on("is_whole")).select("event_kind", "year", for_year=lit(1)).unique(["event_kind", "year"])
    rows = rows.join(years, on=["event_kind", "year"], how="left")
    part = flag(col("state") == "planned") * (1 - flag(col("for_year") == 1))
    rows = rows.with_columns(is_planned=col("is_whole") + part)
    plans = rows.filter(on("is_planned")).select("event_kind", "year", planned=lit(1)).unique(["event_kind", "year"])
    rows = rows.join(plans, on=["event_kind", "year"], how="left")
    return rows.with_columns(has_plan=flag(col("planned") == 1)).drop("is_whole", "for_year", "planned")


def classify_requests(requests: Any, *, as_of: date) -> Rows:
    """Questions asked by the day: is_asked, is_answered (by the day; an answer that names no day counts with its
    question), is_open, is_overdue (open after its day)."""
    rows = frame(requests)
    asked = known(as_of)
    later = flag(col("answered_on") > lit(as_of))
    rows = rows.with_columns(is_asked=asked, is_answered=asked * (1 - flag(col("answer").is_null())) * (1 - later))
    rows = rows.with_columns(is_open=col("is_asked") * (1 - col("is_answered")))
    return rows.with_columns(is_overdue=col("is_open") * flag(col("answer_by") < lit(as_of)))


def months_between(first: date, last: date) -> int:
    """Months from the one to the other, both counted."""
    return (last.year - first.year) * 12 + last.month - first.month + 1


def per_month(count: int, first: date, last: date) -> float:
    """How many a month on average over the months from the one to the other, both counted. Unrounded."""
    return float(share(count, months_between(first, last)))


# The subject comes after: a row that does not tell it takes it from another row of the same event.
MARKING = Marking("events", EVENT_NEEDS, classify, trace, after=frozenset({"event_kind", "year", "subject"}),
                  period="year")
REQUESTS = Marking("requests", REQUEST_NEEDS, classify_requests, trace)
_LOG = "журнал мероприятий центра; отчёты школ за месяц (форма М-3)"
_ONCE = ("считается помощь: то, что провели центр, наставники, тьюторы и кураторы; что школы провели сами, названо "
         "отдельно; мероприятие, о котором сообщили и центр, и школа или несколько школ (тот же день, вид и тема), "
         "считается один раз; отменённые не считаются")
_KNOWN = "что названо за период, считается с его последнего дня"
_EVENT = "одно мероприятие; в строке журнала их может быть несколько"
_PLAN = "план на год, а если его нет — сумма запланированного на месяцы и дни этого года"
_HELD = (added("is_held", empty=1, number=1),)


def _metric(id: str, title: str, unit: str, formula: str, numerator: str, **said: Any) -> Metric:
    return Metric(id=id, title=title, unit=unit, formula=formula, numerator=numerator, source=_LOG,
                  marking=MARKING, **{"better": "", "counted": _EVENT, **said})


METRICS = (
    _metric("events_count", "Проведено мероприятий", "мероприятие",
            f"сумма проведённых к дате; {_KNOWN}; {_ONCE}", "n_held", made=_HELD, by=("event_kind", "year"),
            more={"is_own": "провели сами школы"}),
    _metric("events_plan_share", "Проведено из запланированного", "доля плана",
            f"проведённые к дате того вида, у которого есть план на этот год / {_PLAN}; {_ONCE}; сверх плана "
            "показывается числами, без процентов", "n_of_plan", denominator="n_planned",
            made=(added("n_of_plan", empty=1, number=1),), base=(added("n_planned", empty=1, number=1),), minimum=10,
            better="больше", by=("event_kind", "year")),
    _metric("events_participants", "Участников мероприятий", "участник",
            f"сумма участников проведённых мероприятий, у которых их число указано; один человек на двух мероприятиях "
            f"считается дважды; {_ONCE}", "n_people", by=("event_kind", "year"),
            made=(added("is_held", participants=1),),
            counted="одно участие в одном мероприятии", more={"is_uncounted": "число участников не указано"}),
    Metric(id="requests_answered", title="Отвечено на вопросы школ", unit="доля", better="больше", minimum=10,
           formula="вопросы с ответом, данным не позже даты / все вопросы, заданные к этой дате (день вопроса, а если "
                   "он не назван — последний день месяца отчёта; что прочитано или отвечено раньше — с того дня)",
           source="отчёты школ за месяц (форма М-4); ответы центра", counted="один вопрос одной школы",
           marking=REQUESTS, numerator="is_answered", denominator="is_asked",
           made=(rows("answer"),), base=(rows("need"),),
           more={"is_overdue": "день ответа прошёл"}),
)

"""The roadmap: what was due, what was done, by what it is proved, and where nobody has reported.

One unit of the counts is a deadline: an activity × a period of the plan × a milestone.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

import narwhals as nw
import pyarrow as pa

from shnor.metrics.counting import collect, flags, frame
from shnor.metrics.passport import REPORT_DAY, Better, Marking, Metric, Rows
from shnor.metrics.referred import PAPER, has_paper
from shnor.metrics.standings import EARLY, KEY, NEWEST, SUMS, UNRECOGNISED, trace
from shnor.metrics.tally import Tally, different, rows

col, lit = nw.col, nw.lit

SUMMABLE = ("total", "level", "rate", "boolean", "none")
"""What a number of a month may be added up for: a share or two numbers in one cell may not."""

DAYS = 10**8
NEEDS = {"roadmap": (*KEY, "school_id", "planned", "planned_value", "planned_value2", "total_value", "operator",
                     "semantics", "deadline_end"),
         "progress": (*KEY, "month", "status", "done_date", "done_value", "document", REPORT_DAY),
         "documents": (*PAPER,)}


def classify(roadmap: Any, progress: Any, documents: Any, *, as_of: date) -> Rows:
    """Marks each deadline of the plan with where it stands on a day.

    A report counts from its own day, and a «выполнено» from its own date: a late report proves work done in time. The
    newest counted month decides; «без изменений» says on its own day that what was told before still holds, and where
    nothing was told, nothing is known. Undone is «не выполнено» where that was said, or where a report made after the
    deadline leaves it so: what was told before its last day does not say what came of it, that is «нет сведений».
    A number for the whole term with an empty cell for the period is neither 0 nor a plan: it takes no part. What is
    done is proved by a document a report names or by a paper of the register that names the activity.

    Args:
        roadmap: one row per activity, period and milestone; needs the columns of NEEDS.
        progress: one row per activity, period, milestone and month; needs the columns of NEEDS.
        documents: one row per paper; needs the columns of NEEDS.
        as_of: the day of the count.
    Returns: the rows of roadmap with is_… flags (0/1), deadline_day (a number like 20261130, after a move), done_total
        and helpers. Flags are multiplied and taken from 1, which every engine does alike with whole numbers.
    """
    rows = frame(roadmap).join(_summary(frame(progress), as_of), on=KEY, how="left")
    rows = _with_papers(rows, documents, as_of).with_columns(
        worked_day=col("done_code") - col("done_month") * DAYS, planned_day=_day("deadline_end"),
        deadline_day=nw.coalesce(col("moved_code") - col("moved_month") * DAYS, _day("deadline_end")))
    return _judge(_place(_seen(rows, int(f"{as_of:%Y%m%d}"))))


def _with_papers(rows: Rows, documents: Any, as_of: date) -> Rows:
    """has_paper: a paper signed by the day belongs to the deadline."""
    placed, papers = collect(rows), collect(frame(documents).filter(col("signed_on") <= lit(as_of)))
    return frame(placed.append_column("has_paper", has_paper(placed, papers)))


def _seen(rows: Rows, today: int) -> Rows:
    """What plan and reports say, each as a flag of its own. today: 20261130."""
    unplanned, unnamed = col("planned_value").is_null(), col("planned").is_null()
    deadline, worked, planned = col("deadline_day"), col("worked_day"), col("planned_value")
    most = col("operator").fill_null("") == "<="
    return flags(
        rows,
        was_done=col("done_month") == col("fact_month"), was_dropped=col("dropped_month") == col("fact_month"),
        was_told=~col("reported_month").is_null(), was_named=col("documents") > 0,
        was_proved=(col("documents") > 0) | (col("has_paper") > 0),
        is_wanted=(planned > 0) | (col("planned_value2") > 0) | unplanned & (~unnamed | col("total_value").is_null()),
        is_unstated=unplanned & unnamed & ~col("total_value").is_null(),
        has_come=deadline <= today, is_coming=deadline > today, has_no_day=deadline.is_null(),
        was_covered=(col("denied_month") == col("fact_month")) | (col("reported_day") > deadline) & (col("spoken") > 0),
        was_on_time=(worked > 0) & (worked <= col("planned_day")), was_undated=worked == 0,
        was_reached=most & (col("done_total") <= planned) | ~most & (col("done_total") >= planned),
        has_both=(planned > 0) & (col("numbers") > 0) & col("semantics").fill_null("none").is_in([*SUMMABLE]))


def _summary(progress: Rows, as_of: date) -> Rows:
    """One row per deadline: the newest month of each kind of fact, the last day of a report, the dates of the newest
    «выполнено» (0 = without) and «перенесено» joined to their months (maxima of whole numbers cost one pass, a window
    for each three), sums."""
    status, heard_of, done, said = col("status"), col("was_heard"), col("is_done"), col("is_said")
    marked = progress.with_columns(
        was_heard=col(REPORT_DAY) <= as_of, told_month=_month("month"), told_day=_day(REPORT_DAY),
        is_done=(status == "done") & (nw.coalesce(col("done_date"), col(REPORT_DAY)) <= as_of)).with_columns(
        is_said=status.is_in(["in_progress", "not_done", "moved", "dropped"]) & heard_of,
        code=col("told_month") * DAYS + _day("done_date").fill_null(0)).with_columns(
        is_told=heard_of | done, is_fact=done | said, is_moved=(status == "moved") & said & ~col("done_date").is_null(),
        is_dropped=(status == "dropped") & said, is_denied=(status == "not_done") & said,
        is_repeated=(status == "unchanged") & heard_of)
    counts = col("is_fact") | col("is_repeated")
    marked = flags(
        marked.with_columns(counts=counts), spoken=said | (status == "done") & heard_of,
        documents=(done | col("is_repeated")) & ~col("document").is_null(),
        numbers=counts & ~col("done_value").is_null())
    weighed = marked.select(
        *KEY, reported_month=_where("is_told", "told_month"), reported_day=_where("was_heard", "told_day"),
        fact_month=_where("is_fact", "told_month"), denied_month=_where("is_denied", "told_month"),
        done_month=_where("is_done", "told_month"), done_code=_where("is_done", "code"),
        moved_month=_where("is_moved", "told_month"), moved_code=_where("is_moved", "code"),
        dropped_month=_where("is_dropped", "told_month"), done_total=_where("counts", "done_value"),
        numbers="numbers", documents="documents", spoken="spoken")
    return weighed.group_by(KEY).agg(*(col(name).max() for name in NEWEST), *(col(name).sum() for name in SUMS))


def heard(progress: Any, *, as_of: date) -> pa.Table:
    """What each report alone adds on a day: src, numbers and documents that count, spoken. A sum
    over one report is that report."""
    return collect(_summary(frame(progress).with_columns(milestone=col("src")), as_of)).rename_columns(
        {"milestone": "src"})


def _where(condition: str, value: str) -> nw.Expr:
    return nw.when(col(condition)).then(col(value))


def _month(name: str) -> nw.Expr:
    """202611: dates as whole numbers, because truncating a date gives a moment on DuckDB."""
    return col(name).dt.year() * 100 + col(name).dt.month()


def _day(name: str) -> nw.Expr:
    """20261118."""
    return _month(name) * 100 + col(name).dt.day()


def _place(rows: Rows) -> Rows:
    """Which deadlines take part, and which of them have come. is_planned = due + ahead + ahead_done + unrecognised."""
    takes_part = col("is_wanted") * (1 - col("was_dropped"))
    coming = takes_part * col("is_coming")
    return rows.with_columns(
        is_planned=takes_part,
        is_unplanned=1 - col("is_wanted") - col("is_unstated"),
        is_dropped=col("is_wanted") * col("was_dropped"),
        is_due=takes_part * col("has_come"),
        is_ahead=coming * (1 - col("was_done")),
        is_ahead_done=coming * col("was_done"),
        is_unrecognised=takes_part * col("has_no_day"),
        is_done=takes_part * col("was_done"),
        is_silent=takes_part * (1 - col("was_told")),
        is_unseen=0 * takes_part)


def _judge(rows: Rows) -> Rows:
    """The four parts of what was due, and the other flags of the metrics."""
    done_due = col("is_due") * col("is_done")
    undone = col("is_due") * (1 - col("is_done"))
    measured = col("is_due") * col("has_both")
    return rows.with_columns(
        activity_key=nw.concat_str(col("plan"), col("number"), separator="\n"),
        is_done_due=done_due,
        is_confirmed=done_due * col("was_proved"),
        is_awaited=done_due * (1 - col("was_proved")),
        is_named=done_due * col("was_named"),
        is_in_register=done_due * col("was_proved") * (1 - col("was_named")),
        is_not_done=undone * col("was_covered"),
        is_no_report=undone * (1 - col("was_covered")),
        is_on_time=done_due * col("was_on_time"),
        is_undated=done_due * col("was_undated"),
        is_dated=done_due * (1 - col("was_undated")),
        is_measured=measured,
        is_attained=measured * col("was_reached"))


MARKING = Marking("roadmap", NEEDS, classify, trace, whose="plan", parts={
    "due": "Срок наступил", "unseen": "Школа знакомится", "confirmed": "Подтверждено",
    "awaited": "Выполнено, документ ожидается", "not_done": "Не выполнено", "no_report": "Нет сведений",
    "undated": "Выполнено, дата не названа", "ahead_done": "Выполнено раньше срока", "ahead": "Срок не наступил",
    "dropped": "Снято", "unrecognised": "Срок не распознан", "unplanned": "Не запланировано на этот период",
    "unstated": "План на период не указан", "planned": "Запланировано", "done": "Выполнено",
    "done_due": "Выполнено из наступивших", "in_register": "Документа в отчёте нет, но он есть в реестре"})
_SOURCES = "утверждённая дорожная карта; отчёты школ за месяц (форма М-1)"
_DUE = ("сроки, наступившие к дате включительно; снятые и не запланированные на этот период не участвуют, "
        "перенесённые считаются по новому сроку")
_BESIDE = {"is_ahead_done": EARLY, "is_unrecognised": UNRECOGNISED}
_QUIET = ("is_no_report", "is_due")
FEW = 10
"""Of fewer deadlines there is no percentage: one more or less would move it by a tenth and more."""


_DUE_ROWS, _DONE_ROWS = rows("deadline"), rows(reports=("status",))
_REACHED = Tally("reached", {"planned_value": 1}, reports=("done_value",))
_TALLIES = {
    "roadmap_done_due": (_DONE_ROWS, _DUE_ROWS), "roadmap_done_year": (_DONE_ROWS, _DUE_ROWS),
    "roadmap_no_report": (_DUE_ROWS, _DUE_ROWS), "roadmap_on_time": (rows(reports=("done_date",)), _DUE_ROWS),
    "roadmap_attainment": (_REACHED, rows("planned_value", reports=("done_value",)))}
"""Which cells show that a deadline takes part in the one count and in the other."""
_PROVED = (rows(reports=("document",), over="is_named"), rows("number", over="is_in_register"))
"""By a report, or by a paper of the register that names the number."""
REGISTER, OF_REGISTER = "реестр документов", "документ есть только в реестре"


def _metric(id: str, title: str, formula: str, numerator: str, denominator: str, *,
            tallies: tuple[tuple[Tally, ...], tuple[Tally, ...]] | None = None, source: str = _SOURCES,
            better: Better = "больше", silence: tuple[str, str] | None = _QUIET,
            more: Mapping[str, str] = _BESIDE) -> Metric:
    made, base = tallies or tuple((one,) for one in _TALLIES[id])
    return Metric(id=id, title=title, unit="доля", better=better, formula=formula, source=source, minimum=FEW,
                  made=made, base=base,
                  counted="один срок: мероприятие × период плана × срок внутри периода", marking=MARKING,
                  compared=("plan",), numerator=numerator, denominator=denominator, silence=silence,
                  more=more)


METRICS = (
    Metric(id="roadmap_activities", title="Мероприятий в дорожной карте", unit="мероприятие", better="",
           formula="число разных номеров мероприятий в каждой дорожной карте", source="утверждённая дорожная карта",
           counted="одно мероприятие: дорожная карта × номер", marking=MARKING, compared=("plan",),
           numerator="activity_key", made=(different("activity_key", "plan", "number"),), distinct=True),
    _metric("roadmap_done_due", "Выполнено из наступивших",
            f"выполненные, с документом и без / {_DUE}", "is_done_due", "is_due"),
    _metric("roadmap_done_year", "Выполнено из всего запланированного",
            "выполненные к дате / все сроки выбранных периодов, кроме снятых и не запланированных; ещё не наступившие "
            "и не распознанные участвуют", "is_done", "is_planned", silence=("is_silent", "is_planned"),
            more={"is_unrecognised": UNRECOGNISED}),
    _metric("roadmap_no_report", "Нет сведений",
            "сроки, о выполнении которых не сообщено, «не выполнено» не сказано и после последнего дня которых отчёта "
            f"ещё не было / {_DUE}", "is_no_report", "is_due", better="меньше", silence=None),
    _metric("roadmap_on_time", "Выполнено в срок",
            "выполненные не позже первоначального срока / выполненные с названной датой из тех, по которым срок "
            "наступил; о выполненном без даты это неизвестно, оно стоит рядом", "is_on_time", "is_dated",
            more={"is_undated": "выполнено, дата не названа", "is_ahead_done": EARLY}),
    _metric("roadmap_with_document", "Подтверждено документом из выполненного",
            "выполненные, у которых документ назван в отчёте или есть в реестре: той же школы (или муниципалитета), с "
            "номером этого мероприятия в графе «К чему относится», того же года / выполненные из тех, по которым срок "
            "наступил", "is_confirmed", "is_done_due", tallies=(_PROVED, (_DONE_ROWS,)),
            source=f"{_SOURCES}; {REGISTER}", more={"is_in_register": OF_REGISTER}),
    _metric("roadmap_attainment", "Достигнуто плановое число",
            "сроки, по которым сумма сделанного за месяцы достигла плана (при знаке «не более»: не превысила его) / "
            "наступившие сроки с числом в плане и хотя бы одним числом в отчётах; планы-доли и планы из двух "
            "показателей не участвуют", "is_attained", "is_measured", more={}),
)

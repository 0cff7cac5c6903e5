"""The roadmap: what was due, what was done, by what it is proved, and where nobody has reported.

One unit of the counts is a deadline: an activity × a period of the plan × a milestone.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import narwhals as nw
import pyarrow as pa

from shnor.metrics.counting import collect, count, flag, frame, on, spread
from shnor.metrics.passport import Metric, Rows

col, lit = nw.col, nw.lit

KEY = ["plan", "number", "period", "milestone"]
CONFIRMED, AWAITED, NOT_DONE, NO_REPORT = "подтверждено", "выполнено, документ ожидается", "не выполнено", "нет сведений"
AHEAD, DROPPED, UNPLANNED, UNRECOGNISED = "срок не наступил", "снято", "не запланировано", "срок не распознан"
STANDINGS = (CONFIRMED, AWAITED, NOT_DONE, NO_REPORT, AHEAD, DROPPED, UNPLANNED, UNRECOGNISED)
DUE_PARTS = {"confirmed": CONFIRMED, "awaited": AWAITED, "not_done": NOT_DONE, "no_report": NO_REPORT}
"""The parts of «срок наступил», in the order they are shown; they add up to it."""
PARTS = ("due", *DUE_PARTS, "ahead", "ahead_done", "dropped", "unrecognised", "unplanned", "done", "planned")
SUMMABLE = ("total", "level", "rate", "boolean", "none")
"""What a number of a month may be added up for: a share or two numbers in one cell may not."""


def classify(roadmap: Any, progress: Any, *, as_of: date) -> Rows:
    """Marks each deadline of the plan with where it stands on a day.

    A report counts when its month began by that day, and a «выполнено» also when its own date is not later: a late
    report proves work done in time. The newest counted month decides; «без изменений» decides nothing but proves that
    a report came. Due without a report of the deadline's month or later is «нет сведений», not «не выполнено».

    Args:
        roadmap: one row per activity, period and milestone; needs the key, planned_value, planned_value2, operator,
            semantics, deadline_end, src.
        progress: one row per activity, period, milestone and month; needs the key, month, status, done_date,
            done_value, document, note, src.
        as_of: the day of the count.
    Returns: the rows of roadmap with is_… flags (0/1), standing (one of STANDINGS), due_date (deadline_end, after a move the new day),
        fact_status, fact_date, fact_document, fact_note, reported_month, done_total, src_progress.
    """
    rows = _standing_facts(frame(roadmap), _reports(frame(progress), as_of))
    rows = rows.with_columns(
        due_date=nw.coalesce(col("moved_to"), col("deadline_end")),
        activity_key=nw.concat_str(col("plan"), col("number"), separator="\n"),
        src_progress=nw.when(col("fact_status").is_in(["done", "dropped"])).then(col("src_fact"))
        .otherwise(nw.coalesce(col("src_newest"), col("src_fact"))),
        fact_document=nw.coalesce(col("fact_document"), col("newest_document")),
        was_done=flag(col("fact_status") == "done"),
        was_dropped=flag(col("fact_status") == "dropped"),
        was_reported=flag(~col("reported_month").is_null()),
        has_document=flag(col("documents") > 0),
        is_wanted=flag(col("planned_value").is_null() | (col("planned_value") > 0) | (col("planned_value2") > 0)),
    ).drop("moved_to", "src_fact", "src_newest", "newest_document")
    return _judge(_place(rows, as_of))


def _reports(progress: Rows, as_of: date) -> Rows:
    """The rows of reports that may be known or believed on the day. is_fact: it decides the status."""
    told = col("month") <= as_of
    done = (col("status") == "done") & (nw.coalesce(col("done_date"), col("month")) <= as_of)
    said = col("status").is_in(["in_progress", "not_done", "moved", "dropped"]) & told
    marked = progress.with_columns(is_fact=flag(done | said), is_told=flag(told),
                                   is_kept=flag((col("status") == "unchanged") & told))
    marked = marked.filter((col("is_fact") == 1) | (col("is_told") == 1))
    counts = (col("is_fact") == 1) | (col("is_kept") == 1)
    proves = (col("status") == "done") & (col("is_fact") == 1) | (col("is_kept") == 1)
    return marked.with_columns(
        counted_value=nw.when(counts).then(col("done_value")),
        has_number=flag(counts & ~col("done_value").is_null()),
        is_proof=flag(proves & ~col("document").is_null()))


def _standing_facts(roadmap: Rows, reports: Rows) -> Rows:
    """Joins to each deadline its newest fact, its newest report, where it was moved to, and its sums."""
    facts = _newest(reports.filter(col("is_fact") == 1)).select(
        *KEY, fact_status="status", fact_date="done_date", fact_document="document", fact_note="note", src_fact="src")
    newest = _newest(reports).select(*KEY, reported_month="month", newest_document="document", src_newest="src")
    moves = _newest(reports.filter((col("is_fact") == 1) & (col("status") == "moved"))).select(
        *KEY, moved_to="done_date")
    sums = reports.group_by(KEY).agg(
        col("counted_value").sum().alias("done_total"), col("has_number").sum().alias("numbers"),
        col("is_proof").sum().alias("documents"))
    for found in (facts, newest, moves, sums):
        roadmap = roadmap.join(found, on=KEY, how="left")
    return roadmap


def _newest(reports: Rows) -> Rows:
    return reports.unique([*KEY], keep="last", order_by=["month"])


def _place(rows: Rows, as_of: date) -> Rows:
    """Which deadlines take part, and which of them have come."""
    takes_part = (col("is_wanted") == 1) & (col("was_dropped") == 0)
    return rows.with_columns(
        is_planned=flag(takes_part),
        is_unplanned=flag(col("is_wanted") == 0),
        is_dropped=flag((col("is_wanted") == 1) & (col("was_dropped") == 1)),
        is_due=flag(takes_part & (col("due_date") <= as_of)),
        is_ahead=flag(takes_part & (col("due_date") > as_of)),
        is_unrecognised=flag(takes_part & col("due_date").is_null()),
        is_done=flag(takes_part & (col("was_done") == 1)),
        is_silent=flag(takes_part & (col("was_reported") == 0)),
        was_covered=flag(_months("reported_month") >= _months("due_date")),
        was_on_time=flag(col("fact_date") <= col("deadline_end")),
        was_undated=flag(col("fact_date").is_null()),
        was_reached=flag(nw.when(col("operator") == "<=").then(col("done_total") <= col("planned_value"))
                         .otherwise(col("done_total") >= col("planned_value"))),
        has_both=flag((col("planned_value") > 0) & (col("numbers") > 0)
                      & (col("semantics").is_in([*SUMMABLE]) | col("semantics").is_null())))


def _months(name: str) -> nw.Expr:
    """The month of a day as a whole number: truncating a date gives a moment on DuckDB."""
    return col(name).dt.year() * 12 + col(name).dt.month()


def _judge(rows: Rows) -> Rows:
    """The four parts of what was due, the flags of the metrics, and the word for each row."""
    undone = on("is_due") & (col("is_done") == 0)
    done_due = on("is_due", "is_done")
    return rows.with_columns(
        is_done_due=flag(done_due),
        is_confirmed=flag(done_due & (col("has_document") == 1)),
        is_awaited=flag(done_due & (col("has_document") == 0)),
        is_not_done=flag(undone & (col("was_covered") == 1)),
        is_no_report=flag(undone & (col("was_covered") == 0)),
        is_ahead_done=flag(on("is_ahead", "is_done")),
        is_on_time=flag(on("is_due", "is_done", "was_on_time")),
        is_undated=flag(on("is_due", "is_done", "was_undated")),
        is_measured=flag(on("is_due", "has_both")),
        is_attained=flag(on("is_due", "has_both", "was_reached")),
        standing=_word())


def _word() -> nw.Expr:
    """The first that holds. Work done before its day is done, not «срок не наступил»."""
    word = nw.when(col("was_covered") == 1).then(lit(NOT_DONE)).otherwise(lit(NO_REPORT))
    for condition, text in ((on("is_ahead"), AHEAD), (on("is_unrecognised"), UNRECOGNISED), (on("is_done"), AWAITED),
                            (on("is_done", "has_document"), CONFIRMED), (on("is_dropped"), DROPPED),
                            (on("is_unplanned"), UNPLANNED)):
        word = nw.when(condition).then(lit(text)).otherwise(word)
    return word


def parts(frames: Mapping[str, Any], *, by: Sequence[str] = (), as_of: date,
          groups: pa.Table | None = None) -> pa.Table:
    """By group: due and its four parts, and what stands beside it (PARTS, `activities`, `rows`); whole numbers."""
    rows = classify(frames["roadmap"], frames["progress"], as_of=as_of)
    table = count(rows, by, [f"is_{part}" for part in PARTS], distinct=["activity_key"])
    return spread(table.rename_columns([*by, *PARTS, "activities", "rows"]), by, groups)


def standings(frames: Mapping[str, Any], *, as_of: date) -> pa.Table:
    """Every deadline with its flags and the word of where it stands, in the order it was loaded."""
    return collect(classify(frames["roadmap"], frames["progress"], as_of=as_of)).sort_by("src")


DEADLINE = "один срок: мероприятие × период плана × срок внутри периода"
SOURCES = "утверждённая дорожная карта; отчёты школ за месяц (форма М-1)"
_DUE = ("сроки, наступившие к дате включительно; снятые и не запланированные на этот период не участвуют, "
        "перенесённые считаются по новому сроку")
_UNKNOWN = {"is_unrecognised": UNRECOGNISED}
_QUIET = ("is_no_report", "is_due")

METRICS = (
    Metric(id="roadmap_activities", title="Мероприятий в дорожной карте", unit="мероприятие", better="",
           formula="число разных номеров мероприятий в каждой дорожной карте", source="утверждённая дорожная карта",
           counted="одно мероприятие: дорожная карта × номер", classify=classify, numerator="activity_key",
           distinct=True),
    Metric(id="roadmap_done_due", title="Выполнено из того, по чему срок наступил", unit="доля", better="больше",
           formula=f"выполненные (с документом и без) / {_DUE}", source=SOURCES, counted=DEADLINE, classify=classify,
           numerator="is_done_due", denominator="is_due", silence=_QUIET, more=_UNKNOWN),
    Metric(id="roadmap_done_year", title="Выполнено из всего запланированного", unit="доля", better="больше",
           formula="выполненные к дате / все сроки выбранных периодов, кроме снятых и не запланированных; сроки, которые "
                   "ещё не наступили или не распознаны, участвуют",
           source=SOURCES, counted=DEADLINE, classify=classify, numerator="is_done", denominator="is_planned",
           silence=("is_silent", "is_planned"), more=_UNKNOWN),
    Metric(id="roadmap_no_report", title="Нет сведений", unit="доля", better="меньше",
           formula="сроки, о выполнении которых не сообщено и по которым нет отчёта за месяц окончания срока или более "
                   f"поздний / {_DUE}",
           source=SOURCES, counted=DEADLINE, classify=classify, numerator="is_no_report", denominator="is_due",
           more=_UNKNOWN),
    Metric(id="roadmap_on_time", title="Выполнено в срок", unit="доля", better="больше",
           formula=f"выполненные не позже первоначального срока / {_DUE}; без даты выполнения не считается "
                   "выполненным в срок",
           source=SOURCES, counted=DEADLINE, classify=classify, numerator="is_on_time", denominator="is_due",
           silence=_QUIET, more={"is_undated": "выполнено, дата не указана", **_UNKNOWN}),
    Metric(id="roadmap_with_document", title="Подтверждено документом из выполненного", unit="доля", better="больше",
           formula="выполненные с указанным документом / выполненные из тех, по которым срок наступил",
           source=SOURCES, counted=DEADLINE, classify=classify, numerator="is_confirmed", denominator="is_done_due",
           silence=_QUIET),
    Metric(id="roadmap_attainment", title="Достигнуто плановое число", unit="доля", better="больше",
           formula="сроки, по которым сумма сделанного за месяцы достигла плана (при знаке «не более» — не превысила "
                   "его) / наступившие сроки с числом в плане и хотя бы одним числом в отчётах; планы-доли и планы из "
                   "двух показателей не участвуют",
           source=SOURCES, counted=DEADLINE, classify=classify, numerator="is_attained", denominator="is_measured",
           silence=_QUIET),
)

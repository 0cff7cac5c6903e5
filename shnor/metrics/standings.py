"""Where a deadline of a roadmap stands, in words, and the report that says so: what marked rows are shown as.

Everything here is of an Arrow table that has been counted already; the marking itself knows no engine.
"""

from datetime import date
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from shnor.metrics.counting import collect, frame
from shnor.metrics.passport import REPORT_DAY, Rows
from shnor.metrics.referred import referred

KEY = ["plan", "number", "period", "milestone"]
CONFIRMED, AWAITED = "подтверждено", "выполнено, документ ожидается"
NOT_DONE, NO_REPORT = "не выполнено", "нет сведений"
AHEAD, DROPPED, UNPLANNED, UNRECOGNISED = "срок не наступил", "снято", "не запланировано", "срок не распознан"
EARLY, UNSTATED = "выполнено раньше срока", "план на период не указан"
UNSEEN = "школа знакомится"
"""A report that is accepted tells of it anew, and is not shown before the school has seen what it makes."""
STANDINGS = (CONFIRMED, AWAITED, NOT_DONE, NO_REPORT, EARLY, AHEAD, UNSEEN, DROPPED, UNPLANNED, UNSTATED, UNRECOGNISED)
DUE_PARTS = {"confirmed": CONFIRMED, "awaited": AWAITED, "not_done": NOT_DONE, "no_report": NO_REPORT}
"""The parts of «срок наступил», in the order they are shown; they add up to it."""
PARTS = ("due", *DUE_PARTS, "undated", "ahead_done", "ahead", "dropped", "unrecognised", "unplanned", "unstated",
         "done", "planned", "unseen")
NEWEST = ("reported_month", "reported_day", "fact_month", "done_month", "done_code", "denied_month", "moved_month",
          "moved_code", "dropped_month")
SUMS = ("done_total", "numbers", "documents", "spoken")
"""Helpers of the marking: the newest month or day of each kind of word, and sums over reports."""
_WORDS = (
    (UNSTATED, ("is_unstated",)), (UNPLANNED, ("is_unplanned",)), (DROPPED, ("is_dropped",)),
    (EARLY, ("is_ahead_done",)), (CONFIRMED, ("is_done", "was_proved")), (AWAITED, ("is_done",)),
    (UNRECOGNISED, ("is_unrecognised",)), (AHEAD, ("is_ahead",)), (NOT_DONE, ("was_covered",)))
"""The first that holds, by its flags; else NO_REPORT."""


def _standing(rows: pa.Table) -> pa.ChunkedArray:
    holds = []
    for _, (first, *others) in _WORDS:
        condition = pc.equal(rows[first], 1)
        for name in others:
            condition = pc.and_(condition, pc.equal(rows[name], 1))
        holds.append(condition.combine_chunks())
    return pc.case_when(pc.make_struct(*holds), *(pa.scalar(word) for word, _ in _WORDS), pa.scalar(NO_REPORT))


def trace(rows: Rows, roadmap: Any, progress: Any, documents: Any, *, as_of: date) -> pa.Table:
    """Classified rows as they are shown, in the order they were loaded, each with what it rests on.

    Adds standing (one of STANDINGS), due_date (the last day of the deadline, after a move), fact_status, fact_date,
    fact_document, fact_note of the newest deciding row, reported_on (the month of the newest report), report_day (its
    day), src_progress: the deciding row where work was done or dropped, else the newest report; src_documents: the
    paper of the register that proves what is done where no report names one, fact_document says which.
    """
    table, reports = collect(rows), collect(frame(progress))
    listed = _keys(reports, pc.add(pc.multiply(pc.year(reports["month"]), 100), pc.month(reports["month"])))
    fact, newest = (reports.take(pc.index_in(_keys(table, table[month]), listed))
                    for month in ("fact_month", "reported_month"))
    decided = pc.fill_null(pc.is_in(fact["status"], pa.array(["done", "dropped"], fact["status"].type)), False)
    days = [n and date.fromisoformat(str(n)) for n in table["deadline_day"].to_pylist()]
    paper = _papers(table, documents, as_of)
    added = {
        "standing": _standing(table), "due_date": pa.array(days, pa.date32()), "fact_status": fact["status"],
        "fact_date": fact["done_date"], "src_documents": paper["src"],
        "fact_document": pc.coalesce(fact["document"], newest["document"], paper["words"]),
        "fact_note": fact["note"], "reported_on": newest["month"], REPORT_DAY: newest[REPORT_DAY],
        "src_progress": pc.if_else(decided, fact["src"], newest["src"])}
    kept = table.drop_columns(["deadline_day", "worked_day", *NEWEST, *SUMS[1:]])
    return pa.table({**dict(zip(kept.column_names, kept.columns, strict=True)), **added}).sort_by("src")


def _papers(rows: pa.Table, documents: Any, as_of: date) -> pa.Table:
    """For each row src and words of the paper of the register it rests on; both empty where a report names one, or
    nothing is done."""
    papers = collect(frame(documents))
    papers = papers.filter(pc.less_equal(papers["signed_on"], pa.scalar(as_of, pa.date32())))
    words = [f"{row['document_type']} от {row['signed_on']:%d.%m.%Y}{' № ' if row['number'] else ''}"
             f"{row['number'] or ''} (реестр)" for row in papers.to_pylist()]
    named = pa.table({"src": papers["src"], "words": pa.array(words, pa.string())})
    rests = pc.and_(pc.equal(rows["was_done"], 1), pc.equal(rows["was_named"], 0)).combine_chunks()
    places = pc.if_else(rests, referred(rows, papers), pa.scalar(None, pa.int64()))
    return named.take(places)


def with_unseen(shown: pa.Table, taken: pa.Table) -> pa.Table:
    """The same marked rows, of which those that stand otherwise with reports that are not shown yet take part in no
    count but their own: neither what was known before is said of them nor what is known now. A plan with one of them is
    not one nobody has told of.

    Args:
        shown: marked without these reports.
        taken: marked with them.
    """
    now = taken["standing"].take(pc.index_in(shown["src"], taken["src"]))
    moved = pc.fill_null(pc.not_equal(shown["standing"], now), False)
    columns = {name: pc.if_else(moved, pa.scalar(0, shown[name].type), shown[name])
               if name.startswith("is_") else shown[name] for name in shown.column_names}
    told = pc.is_in(shown["plan"], shown["plan"].filter(moved).combine_chunks())
    columns["is_silent"] = pc.if_else(told, pa.scalar(0, shown["is_silent"].type), shown["is_silent"])
    return pa.table({**columns, "is_unseen": moved.cast(pa.int64()),
                     "standing": pc.if_else(moved, UNSEEN, shown["standing"])})


def _keys(rows: pa.Table, month: pa.ChunkedArray) -> pa.ChunkedArray:
    """What a report of a month is known by; empty where there is no month."""
    parts = (pc.cast(column, pa.string()) for column in (*(rows[name] for name in KEY), month))
    return pc.binary_join_element_wise(*parts, "\n")

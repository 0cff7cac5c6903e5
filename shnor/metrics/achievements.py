"""Contests, grants, practices, materials, partners: how many took part of how many, contests against their plan.

A contest several schools tell of (the same title and day) is one contest; what a school took from it is its own row.
"""

from datetime import date
from typing import Any

import narwhals as nw
from narwhals import col, lit

from shnor.metrics.counting import day_number, flag, frame, on, settled, trace
from shnor.metrics.passport import Marking, Metric, Rows
from shnor.metrics.tally import added, different, rows

NEEDS = {"achievements": ("school_id", "achievement_type", "title", "held_on", "level", "took_part", "people", "state",
                          "type_id", "year")}


def classify(achievements: Any, *, as_of: date) -> Rows:
    """Rows with flags: is_held (was, by the day; without a day it counts), is_contest and is_planned (a contest held, a
    contest of the plan, in one row each), is_of_plan (held in a year that has a plan), is_grant, is_practice; n_part
    and n_people of rows that tell of how many people took part, is_whole; is_uncounted (held, one of the two numbers
    is not told), is_over (more took part than there were: counted nowhere); material, partner: titles."""
    rows = frame(achievements).with_columns(
        is_held=flag(col("state") == "held") * (1 - flag(col("held_on") > lit(as_of))))
    both = (1 - flag(col("took_part").is_null())) * (1 - flag(col("people").is_null()))
    rows = rows.with_columns(
        is_told=col("is_held") * both, is_over=col("is_held") * flag(col("took_part") > col("people")),
        is_grant=col("is_held") * flag(col("type_id") == "grant"),
        is_practice=col("is_held") * flag(col("type_id") == "practice"),
        material=_title("material"), partner=_title("partner"))
    rows = rows.with_columns(is_whole=col("is_told") * (1 - col("is_over")))
    rows = rows.with_columns(
        n_part=col("is_whole") * col("took_part").fill_null(0), n_people=col("is_whole") * col("people").fill_null(0),
        is_uncounted=col("is_held") * (1 - col("is_told")) * flag(col("type_id") == "contest"))
    return _of_plan(_once(rows))


def _title(kind: str) -> nw.Expr:
    return nw.when((col("is_held") == 1) & (col("type_id") == kind)).then(col("title"))


def _once(rows: Rows) -> Rows:
    """is_contest, is_planned: the first row of each contest with the same title, day and state carries it."""
    contest = flag(col("type_id") == "contest")
    rows = settled(rows.with_columns(
        told=contest * (1 - (1 - col("is_held")) * (1 - flag(col("state") == "planned"))),
        same=nw.concat_str(col("title"), day_number("held_on").fill_null(0).cast(nw.String), col("state"),
                           separator="\n"),
        row_key=nw.concat_str(col("school_id").fill_null(""), col("achievement_type"), separator="\n")))
    first = rows.filter(on("told")).group_by("same").agg(nw.col("row_key").min().alias("first_key"))
    rows = rows.join(first, on="same", how="left")
    rows = rows.with_columns(is_first=col("told") * flag(col("row_key") == col("first_key")))
    return rows.with_columns(is_contest=col("is_first") * col("is_held"),
                             is_planned=col("is_first") * flag(col("state") == "planned")).drop(
        "told", "same", "row_key", "first_key", "is_first")


def _of_plan(rows: Rows) -> Rows:
    """is_of_plan: a contest held in a year of which there is a plan."""
    plans = rows.filter(on("is_planned")).select("year", has_plan=lit(1)).unique(["year"])
    rows = rows.join(plans, on="year", how="left")
    return rows.with_columns(is_of_plan=col("is_contest") * flag(col("has_plan") == 1)).drop("has_plan")


# A contest is told by several schools, and its plan stands in rows of its own: only these two never part them.
MARKING = Marking("achievements", NEEDS, classify, trace, after=frozenset({"year", "type_id"}), period="year", parts={
    "planned": "Конкурсов по плану", "contest": "Конкурсов проведено"})
_SOURCE = "сведения школ и центра о конкурсах, грантах, практиках и материалах"
_TOLD = "что было не позже даты; без даты участвует всегда"


def _metric(id: str, title: str, unit: str, formula: str, numerator: str, **said: Any) -> Metric:
    return Metric(id=id, title=title, unit=unit, formula=formula, numerator=numerator, source=_SOURCE, marking=MARKING,
                  **{"better": "", "by": (), **said})


METRICS = (
    _metric("participation_share", "Участвовали в конкурсах и событиях", "доля",
            f"участвовавшие / все, кто мог участвовать, там, где указаны оба числа; {_TOLD}; человек, участвовавший "
            "дважды, в обоих числах посчитан дважды; строки, где участников больше, чем всего, не участвуют",
            "n_part", denominator="n_people", better="больше", minimum=10, by=("level", "year"),
            made=(added("is_whole", took_part=1),), base=(added("is_whole", people=1),),
            counted="одно возможное участие одного человека",
            more={"is_uncounted": "конкурсов, где числа не указаны",
                  "is_over": "строк, где участников больше, чем всего"}),
    _metric("contests_count", "Конкурсов проведено", "конкурс",
            f"число разных конкурсов (название и день); {_TOLD}; конкурс, о котором сообщили несколько школ, — один",
            "is_contest", by=("year",), made=(rows("title", "held_on"),), counted="один конкурс"),
    _metric("contests_plan_share", "Конкурсы: проведено и в плане", "доля плана",
            f"проведённые конкурсы года, на который есть план / конкурсы плана этого года; {_TOLD}; сверх плана "
            "показывается числами, без процентов", "is_of_plan", denominator="is_planned", better="больше", minimum=10,
            by=("year",), made=(rows("title", "held_on"),), base=(rows("title", "state"),), counted="один конкурс"),
    _metric("grants_count", "Гранты", "грант", f"число строк о грантах; {_TOLD}", "is_grant", by=("year",),
            made=(rows("title", "result"),), counted="один грант одной школы"),
    _metric("practices_count", "Практики", "практика", f"число строк о практиках; {_TOLD}", "is_practice",
            made=(rows("title"),), counted="одна практика одной школы"),
    _metric("materials_count", "Материалы", "материал", f"число разных названий материалов; {_TOLD}", "material",
            made=(different("material", "title"),), distinct=True, counted="один материал"),
    _metric("partners_count", "Партнёры", "партнёр", f"число разных названий партнёров; {_TOLD}", "partner",
            made=(different("partner", "title"),), distinct=True, counted="один партнёр"),
)

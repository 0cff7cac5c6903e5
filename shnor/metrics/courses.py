"""Courses of teachers: people, certificates, hours, the plan of a year and three years against the staff.

People are not certificates: one who finished two programmes is one person with two certificates. Without names that is
known only inside one school and year, where a row says how many of its people are counted in another row already.
"""

from datetime import date
from typing import Any

import narwhals as nw
from narwhals import col, lit

from shnor.metrics import norms
from shnor.metrics.counting import flag, frame, known, on, settled, trace
from shnor.metrics.passport import Marking, Metric, Rows
from shnor.metrics.tally import Tally, added, different

COURSE_NEEDS = {"courses": ("school_id", "period", "state", "subject", "programme", "hours", "people", "certificates",
                            "repeated", "person", "day", "known_on")}
STAFF_NEEDS = {"staff": ("school_id", "on_date", "subject", "people", "vacancies")}
SHARE_NEEDS = {**COURSE_NEEDS, **STAFF_NEEDS}
WHOLE = "Все педагоги"
"""The row of a whole school: where it is there, rows of subjects are not added up (one teaches two subjects)."""
RIGHT_YEARS = norms.RIGHT_YEARS
"""273-ФЗ, ст. 47, ч. 5, п. 2: the right to further training not less than once in three years."""
_ROW = ("period", "state", "subject", "programme", "person")


def classify(courses: Any, *, as_of: date) -> Rows:
    """Rows with weights: n_finished (people, each once a school and year), n_certificates, n_hours (hours ×
    certificates), n_planned, n_of_plan and n_going (finished, still learning, where there is a plan); finisher,
    plan_finisher (a person known by a key; where there is a plan); year, in which the period begins; flags is_done,
    is_going, is_planned, is_without_certificates, is_without_hours."""
    rows = _finished(courses, as_of).with_columns(
        documents=nw.coalesce(col("certificates"), col("people")).fill_null(0),
        is_planned=flag(col("state") == "planned"),
        is_going=col("told") * flag(col("state") == "in_progress"))
    return _planned(_newest_going(rows)).with_columns(
        n_certificates=col("is_done") * col("certificates").fill_null(0),
        n_hours=col("is_done") * col("hours").fill_null(0) * col("documents"),
        n_planned=col("is_planned") * col("once"),
        n_of_plan=col("is_done") * col("has_plan") * col("once"),
        n_going=col("is_going") * col("has_plan") * col("once"),
        plan_finisher=nw.when((col("is_done") == 1) & (col("has_plan") == 1) & (col("person") != "")).then(
            col("person")),
        is_without_certificates=col("is_done") * flag(col("certificates").is_null()) * flag(col("people") > 0),
        is_without_hours=col("is_done") * flag(col("hours").is_null()) * flag(col("documents") > 0))


def _finished(courses: Any, as_of: date) -> Rows:
    """is_done, and whom such a row counts: n_finished, finisher."""
    rows = frame(courses).with_columns(
        year=col("day").dt.year().cast(nw.Int64), person=col("person").fill_null(""),
        school_id=col("school_id").fill_null(""),
        once=col("people").fill_null(0) - col("repeated").fill_null(0), told=known(as_of))
    rows = rows.with_columns(is_done=col("told") * flag(col("state") == "done"))
    return rows.with_columns(n_finished=col("is_done") * col("once"),
                             finisher=nw.when((col("is_done") == 1) & (col("person") != "")).then(col("person")))


def _newest_going(rows: Rows) -> Rows:
    """Who is still learning is told anew each time: the newest word of a school in a year counts."""
    rows = rows.with_columns(said_on=_day("known_on"))
    newest = rows.filter(on("is_going")).group_by("school_id", "year").agg(nw.col("said_on").max().alias("newest"))
    rows = rows.join(newest, on=["school_id", "year"], how="left")
    return rows.with_columns(is_going=col("is_going") * flag(col("said_on") == col("newest"))).drop("newest", "said_on")


def _planned(rows: Rows) -> Rows:
    """has_plan: the school has a plan of that year, or the plan of that year names no schools."""
    plans = rows.filter(on("is_planned")).select("school_id", "year", own=lit(1)).unique(["school_id", "year"])
    common = plans.filter(col("school_id") == "").select("year", common=lit(1))
    rows = rows.join(plans, on=["school_id", "year"], how="left").join(common, on="year", how="left")
    return rows.with_columns(has_plan=flag((col("own") == 1) | (col("common") == 1))).drop("own", "common")


def classify_share(courses: Any, staff: Any, *, as_of: date) -> Rows:
    """Finished rows of three years of schools whose staff is known. One row of a school carries its counts: n_staff and
    n_learned (never more than the staff), n_over (what was counted above it), n_unclear (those of n_learned told by
    periods alone that began before the three years and ended inside); the same of this year: n_staff_year, n_year.
    n_recent, n_this_year: what each row itself says; year_finisher: a person of this year known by a key."""
    rows = settled(_finished(courses, as_of).filter(on("is_done") & (col("school_id") != "")))
    since = _since(as_of)
    of_schools = settled(staff_of_schools(staff, as_of))
    rows = rows.filter(col("known_on") > lit(since)).join(of_schools, on="school_id", how="inner")
    rows = rows.with_columns(
        row_key=nw.concat_str(*(col(name).fill_null("") for name in _ROW), separator="\n"),
        n_recent=col("n_finished") + flag(~col("finisher").is_null()),
        is_this_year=flag(col("year") == as_of.year), is_clear=flag(col("day") > lit(since)))
    rows = rows.with_columns(n_this_year=col("n_recent") * col("is_this_year"),
                             year_finisher=nw.when(on("is_this_year")).then(col("finisher")))
    for name, condition in (("three", "all_staff"), ("year", "is_this_year"), ("clear", "is_clear")):
        rows = _of_school(rows, name, condition)
    return rows.with_columns(
        n_staff=col("is_first_three") * col("all_staff"), n_staff_year=col("is_first_year") * col("all_staff"),
        n_learned=col("is_first_three") * _capped("sum_three"), n_year=col("is_first_year") * _capped("sum_year"),
        n_over=col("is_first_three") * (col("sum_three") - _capped("sum_three")),
        n_unclear=col("is_first_three") * (_capped("sum_three") - _capped("sum_clear")))


def _capped(name: str) -> nw.Expr:
    return nw.when(col(name) > col("all_staff")).then(col("all_staff")).otherwise(col(name))


def _of_school(rows: Rows, name: str, condition: str) -> Rows:
    """sum_<name>: people of the school over the rows where the condition is not 0; is_first_<name>: its first row."""
    chosen = rows.filter(col(condition) > 0)
    named = chosen.filter(~col("finisher").is_null()).select("school_id", "finisher").unique(["school_id", "finisher"])
    keys = named.group_by("school_id").agg(nw.len().alias("keys"))
    sums = chosen.group_by("school_id").agg(nw.col("n_finished").sum().alias("counted"),
                                            nw.col("row_key").min().alias("first_key"))
    rows = rows.join(sums, on="school_id", how="left").join(keys, on="school_id", how="left")
    return rows.with_columns(**{
        f"sum_{name}": (col("counted").fill_null(0) + col("keys").fill_null(0)).cast(nw.Int64),
        f"is_first_{name}": flag(col("row_key") == col("first_key"))}).drop("counted", "first_key", "keys")


def _since(as_of: date) -> date:
    """The same day three years before. What ended after it is inside; what also began before may have been finished
    on either side of it."""
    leap = (as_of.month, as_of.day) == (2, 29)
    return date(as_of.year - RIGHT_YEARS, as_of.month, 28 if leap else as_of.day)


def staff_of_schools(staff: Any, as_of: date) -> Rows:
    """A row a school: all_staff on its newest day."""
    rows = classify_staff(staff, as_of=as_of).filter(on("is_counted"))
    totals = rows.group_by("school_id").agg(nw.col("n_people").sum().alias("all_staff"))
    return totals.filter(col("all_staff") > 0).with_columns(all_staff=col("all_staff").cast(nw.Int64))


def classify_staff(staff: Any, *, as_of: date) -> Rows:
    """is_newest: of the school's newest day by then; is_counted: enters the number of teachers; is_vacant: tells of
    posts nobody fills; n_people."""
    rows = frame(staff).filter(col("on_date") <= lit(as_of)).with_columns(said_on=_day("on_date"))
    newest = rows.group_by("school_id").agg(nw.col("said_on").max().alias("newest"))
    rows = rows.join(newest, on="school_id", how="left")
    rows = rows.with_columns(is_newest=flag(col("said_on") == col("newest")), is_whole=flag(col("subject") == WHOLE))
    whole = rows.filter(on("is_newest", "is_whole")).select("school_id", with_whole=lit(1)).unique(["school_id"])
    rows = rows.join(whole, on="school_id", how="left")
    rows = rows.with_columns(is_counted=col("is_newest") * flag((col("is_whole") == 1) | col("with_whole").is_null()))
    return rows.with_columns(
        is_vacant=col("is_newest") * (1 - col("is_whole")) * flag(col("vacancies") > 0),
        n_people=col("is_counted") * col("people").fill_null(0)).drop("newest", "said_on", "with_whole")


def _day(name: str) -> nw.Expr:
    """20261118."""
    return (col(name).dt.year() * 100 + col(name).dt.month()) * 100 + col(name).dt.day()


MARKING = Marking("courses", COURSE_NEEDS, classify, trace, after=frozenset({"year"}), period="year")
SHARES = Marking("course_shares", SHARE_NEEDS, classify_share, trace, after=frozenset({"school_id"}))
TEACHERS = Marking("staff", STAFF_NEEDS, classify_staff, trace, after=frozenset({"school_id"}))
_LISTS = "списки и отчёты о курсах (школы, центр, организация-исполнитель)"
_STAFF = "кадры по предметам на последнюю дату не позже дня расчёта"
_PERSON = ("один человек с двумя программами за год считается один раз, если это видно из списка с именами (в режиме "
           "«С ФИО» — и из разных файлов) или отмечено в «Из них уже учтены»; иначе он посчитан в каждой строке")
_OF_YEAR = ("год — по началу периода; состояние «завершили», не позже дня расчёта: месяц, квартал или год считаются с "
            "их последнего дня")
_OF_STAFF = (added(of="staff_people", people=1),)


def _learners(people: str, persons: str) -> tuple[Tally, ...]:
    """Numbers of people without those met before, and people known by keys: each in the rows of its own column."""
    return added(people, people=1, repeated=-1), different(persons, "person")


def _metric(id: str, title: str, unit: str, formula: str, numerator: str, **said: Any) -> Metric:
    return Metric(id=id, title=title, unit=unit, formula=formula, numerator=numerator,
                  **{"better": "больше", "source": _LISTS, "marking": MARKING, "by": ("year",), **said})


METRICS = (
    _metric("course_people", "Завершили курсы", "педагог", f"сумма людей по школам; {_OF_YEAR}; {_PERSON}",
            "n_finished", plus="finisher", made=_learners("is_done", "finisher"),
            counted="один человек в одной школе за год"),
    _metric("course_certificates", "Удостоверений о курсах", "удостоверение",
            f"сумма удостоверений; {_OF_YEAR}; где их число не указано, строка не участвует", "n_certificates",
            made=(added("is_done", certificates=1),), counted="одно удостоверение",
            more={"is_without_certificates": "строк без числа удостоверений"}),
    _metric("course_hours", "Объём обучения на курсах", "час",
            f"часы программы × удостоверения (если их число не указано, × люди), сумма по строкам; {_OF_YEAR}",
            "n_hours", made=(Tally("product", {"hours": 1}, "is_done", ("certificates", "people")),),
            counted="один час одного обучившегося", more={"is_without_hours": "строк без числа часов"}),
    _metric("course_plan_share", "Завершили курсы из запланированного", "доля плана",
            "завершившие в школах, у которых есть план на этот год / люди в плане на этот год; кто именно из плана "
            "завершил, по числам не видно; сверх плана показывается числами, без процентов", "n_of_plan",
            denominator="n_planned", plus="plan_finisher", made=_learners("n_of_plan", "plan_finisher"),
            base=(added("is_planned", people=1, repeated=-1),), minimum=10, counted="один человек в одной школе за год",
            more={"n_going": "продолжают обучение"}),
    _metric("course_year_share", "Завершили курсы в этом году, из всех педагогов", "доля",
            "завершившие с начала года дня расчёта, в школе не больше, чем педагогов / педагоги тех же школ; школы, о "
            "курсах которых за год нет ни одной строки, не участвуют", "n_year", denominator="n_staff_year", by=(),
            made=_learners("is_this_year", "year_finisher"), base=_OF_STAFF, within="school_id",
            minimum=10, marking=SHARES, source=f"{_LISTS}; {_STAFF}",
            counted="один педагог школы"),
    _metric("course_staff_share", "Обучались за три года, из всех педагогов", "доля",
            "завершившие за три года до дня расчёта / педагоги тех же школ; школы, о курсах которых за три года нет ни "
            "одной строки, не участвуют. Период входит по последнему дню; если начался он раньше этих трёх лет, срок "
            "не ясен, и такие люди названы отдельно. Без имён человек, учившийся в разные годы, посчитан в каждом, "
            "поэтому число может быть завышено; в школе оно не больше числа педагогов. Остальные имеют право на "
            "обучение (273-ФЗ, ст. 47, ч. 5, п. 2: не реже одного раза в три года)", "n_learned", denominator="n_staff",
            made=_learners("is_done", "finisher"), base=_OF_STAFF, within="school_id",
            by=(), minimum=10, most=True, marking=SHARES, source=f"{_LISTS}; {_STAFF}",
            counted="один педагог школы", more={"n_unclear": "из них срок не ясен",
                                                "n_over": "посчитано сверх числа педагогов: учились не один раз"}),
    _metric("staff_people", "Педагогов в школах", "педагог",
            "сумма по предметам на последнюю дату каждой школы; если есть строка «Все педагоги», берётся она одна",
            "n_people", better="", by=(), made=(added("is_counted", people=1),), marking=TEACHERS, source=_STAFF,
            counted="один педагог школы"),
)

"""Who helps a school: schools of the list with a mentor or a tutor, how many have a curator or a coordinator, and
subjects that are looked at there and have no tutor. Everything is in force on the day: from its first day to its last.

A mentor is appointed by an order: who is entered without its particulars is told beside. Curators and school
coordinators belong to the project 500+ and not to every school of the list: they are counts without a base.

Where nobody has entered a single helper by the day, nothing is known and nothing is counted: an empty register is not
a municipality without mentors.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

import narwhals as nw
from narwhals import col, lit

from shnor.metrics.counting import day_number, flag, frame, in_force, on, trace
from shnor.metrics.courses import WHOLE, classify_staff
from shnor.metrics.passport import Marking, Metric, Rows
from shnor.metrics.tally import rows

ROLES = ("mentor", "tutor", "curator", "municipal_coordinator", "school_coordinator")
NO_SUBJECT = (WHOLE, "администрация", "директор", "заместитель директора", "педагог-психолог", "социальный педагог",
              "учитель-логопед", "учитель-дефектолог", "педагог-библиотекарь", "библиотекарь", "воспитатель",
              "педагог-организатор", "педагог дополнительного образования", "советник директора по воспитанию",
              "старший вожатый", "тьютор", "другие предметы", "прочие", "иные")
"""Rows of a list of teachers that are no subject: nobody is a tutor of them."""
ROLE_NEEDS = {"support_roles": ("school_id", "role_id", "subject", "document", "valid_from", "valid_to")}
LIST_NEEDS = {"statuses": ("school_id", "status", "valid_from", "valid_to")}
STAFF_NEEDS = {"staff": ("school_id", "on_date", "subject", "people", "vacancies")}
ASKED_NEEDS = {"deficits": ("school_id", "subject", "found_on"), "results": ("school_id", "subject", "known_on")}
SEVEN = ("русский язык", "математика", "биология", "физика", "химия", "история", "обществознание")
"""Subjects of the schedule of help of the centre (S1): asked of a school with neither deficits nor results."""


def classify(support_roles: Any, *, as_of: date) -> Rows:
    """is_active: somebody helps on the day; is_ended: has helped before; is_known: the help had begun by the day."""
    helpers = frame(support_roles).with_columns(subject=col("subject").fill_null(""))
    helpers = helpers.with_columns(is_active=in_force(as_of), is_known=flag(col("valid_from") <= lit(as_of)))
    return helpers.with_columns(is_ended=col("is_known") * (1 - col("is_active")))


def classify_schools(statuses: Any, support_roles: Any, *, as_of: date) -> Rows:
    """One row of each school of the list of the day has is_listed; n_listed: the same where any helper is known at all.
    has_<role>: of these, somebody in this role helps on the day; has_order: of these, a mentor whose order is named;
    is_without_order: a mentor, but none of them with an order; is_untold: nobody was ever entered for the school."""
    helpers = classify(support_roles, as_of=as_of)
    schools = _with_known(_listed(statuses, as_of), helpers).with_columns(n_listed=col("is_listed") * col("any_known"))
    told = _schools(helpers.filter(on("is_known")), "told")
    schools = schools.join(told, on="school_id", how="left").with_columns(
        is_untold=col("n_listed") * (1 - flag(col("told") == 1)))
    for role in ROLES:
        helped = _schools(helpers.filter(on("is_active") & (col("role_id") == role)), "helped")
        schools = schools.join(helped, on="school_id", how="left").with_columns(
            **{f"has_{role}": col("n_listed") * flag(col("helped") == 1)}).drop("helped")
    named = helpers.filter(on("is_active") & (col("role_id") == "mentor") & (col("document").fill_null("") != ""))
    schools = schools.join(_schools(named, "named"), on="school_id", how="left").with_columns(
        has_order=col("n_listed") * flag(col("named") == 1))
    return schools.with_columns(is_without_order=col("has_mentor") - col("has_order")).drop(
        "told", "any_known", "named")


def classify_subjects(staff: Any, statuses: Any, support_roles: Any, deficits: Any, results: Any, *,
                      as_of: date) -> Rows:
    """is_subject: a subject somebody teaches, of the newest list of teachers of a school; is_asked: one of these in
    which the school has a deficit or a result by the day, of a school without either one of SEVEN; n_taught: the same
    of a school of the list, where any helper is known at all; is_untutored: no tutor of it helps the school on the day;
    is_by_whole: a tutor of the whole school does, and the subject counts as covered."""
    helpers = classify(support_roles, as_of=as_of)
    listed = _listed(statuses, as_of).filter(on("is_listed")).select("school_id", listed=lit(1)).unique(["school_id"])
    taught = classify_staff(staff, as_of=as_of).join(listed, on="school_id", how="left")
    taught = _with_known(taught, helpers).with_columns(
        is_subject=col("is_newest") * flag(col("people") > 0) * (1 - flag(col("subject").is_in(NO_SUBJECT))))
    taught = _asked(taught, [frame(deficits).filter(col("found_on") <= lit(as_of)),
                             frame(results).filter(col("known_on") <= lit(as_of))])
    taught = taught.with_columns(n_taught=col("is_asked") * flag(col("listed") == 1) * col("any_known"))
    tutors = helpers.filter(on("is_active") & (col("role_id") == "tutor"))
    by_subject = tutors.filter(col("subject") != "")
    own = by_subject.select("school_id", "subject", own=lit(1)).unique(["school_id", "subject"])
    whole = _schools(tutors.filter(col("subject") == ""), "whole")
    taught = taught.join(own, on=["school_id", "subject"], how="left").join(whole, on="school_id", how="left")
    taught = taught.with_columns(by_own=flag(col("own") == 1), by_whole=flag(col("whole") == 1))
    return taught.with_columns(
        is_untutored=col("n_taught") * (1 - col("by_own")) * (1 - col("by_whole")),
        is_by_whole=col("n_taught") * (1 - col("by_own")) * col("by_whole")).drop(
            "listed", "any_known", "own", "whole", "by_own", "by_whole")


def _asked(taught: Rows, told: Sequence[Rows]) -> Rows:
    """told: rows of the files that show in which subjects help may be needed."""
    for place, rows_of in enumerate(told):
        pairs = rows_of.filter(col("subject").fill_null("") != "").select(
            "school_id", "subject", **{f"asked_{place}": lit(1)}).unique(["school_id", "subject"])
        schools = pairs.select("school_id", **{f"any_{place}": lit(1)}).unique(["school_id"])
        taught = taught.join(pairs, on=["school_id", "subject"], how="left").join(schools, on="school_id", how="left")
    own = flag(col("asked_0") == 1) + flag(col("asked_1") == 1)
    some = flag(col("any_0") == 1) + flag(col("any_1") == 1)
    asked = flag(own > 0) + flag(some == 0) * flag(col("subject").is_in(SEVEN))
    return taught.with_columns(is_asked=col("is_subject") * asked).drop("asked_0", "asked_1", "any_0", "any_1")


def _listed(statuses: Any, as_of: date) -> Rows:
    """is_listed: the newest entry of a school in force on the day; a school of two entries is one school."""
    entries = frame(statuses).with_columns(in_list=flag(col("status") == "shnor") * in_force(as_of),
                                           since=day_number("valid_from"))
    newest = entries.filter(on("in_list")).group_by("school_id").agg(nw.col("since").max().alias("newest"))
    entries = entries.join(newest, on="school_id", how="left")
    return entries.with_columns(is_listed=col("in_list") * flag(col("since") == col("newest"))).drop(
        "since", "newest", "in_list")


def _with_known(marked: Rows, helpers: Rows) -> Rows:
    """any_known: 1 where any helper of any school is known by the day."""
    some = helpers.filter(on("is_known")).select("is_known").unique(["is_known"])
    one = some.with_columns(all_of_them=lit(1)).select("all_of_them", "is_known")
    joined = marked.with_columns(all_of_them=lit(1)).join(one, on="all_of_them", how="left")
    return joined.with_columns(any_known=flag(col("is_known") == 1)).drop("all_of_them", "is_known")


def _schools(helpers: Rows, name: str) -> Rows:
    """A row a school, with a 1 under the name."""
    return helpers.select("school_id", **{name: lit(1)}).unique(["school_id"])


# Whether anything is known is asked of the helpers of all schools: rows are chosen after the marking alone.
MARKING = Marking("support_roles", ROLE_NEEDS, classify, trace)
SCHOOLS = Marking("supported", {**LIST_NEEDS, **ROLE_NEEDS}, classify_schools, trace)
SUBJECTS = Marking("tutored", {**STAFF_NEEDS, **LIST_NEEDS, **ROLE_NEEDS, **ASKED_NEEDS}, classify_subjects, trace)
_ORDERS = "список «Наставники и тьюторы» (приказы о закреплении)"
_DAY = ("закреплён — с первого дня по последний из списка, без последнего дня — до сих пор; если в базе нет ни одного "
        "закрепления, показатель не считается")
_OF_LIST = "школы перечня ШНОР, действующего в день расчёта"
_UNTOLD = {"is_untold": "школ, о которых не внесено ни одного закрепления"}


def _of_schools(id: str, title: str, who: str, flag_of: str, **more: str) -> Metric:
    return Metric(id=id, title=title, unit="доля", better="больше", minimum=10,
                  formula=f"{_OF_LIST}, за которыми в этот день закреплён {who} / все {_OF_LIST}; {_DAY}",
                  source=f"{_ORDERS}; перечни школ", counted="одна школа перечня", marking=SCHOOLS,
                  numerator=flag_of, denominator="n_listed", made=(rows("school_id"),),
                  base=(rows("school_id"),), more={**more, **_UNTOLD})


def _schools_with(id: str, title: str, who: str, role: str) -> Metric:
    return Metric(id=id, title=title, unit="школа", better="", counted="одна школа перечня", marking=SCHOOLS,
                  formula=f"{_OF_LIST}, за которыми в этот день закреплён {who}; сколько школ должны его иметь, база "
                          f"не знает: это участники проекта «500+»; {_DAY}",
                  source=f"{_ORDERS}; перечни школ", numerator=f"has_{role}", made=(rows("school_id"),))


def _of_subjects(columns: Sequence[str]) -> Metric:
    return Metric(id="support_subjects_untutored", title="Предметы, за которыми тьютор не закреплён", unit="доля",
                  better="меньше", minimum=10, marking=SUBJECTS, numerator="is_untutored", denominator="n_taught",
                  formula="предметы школ перечня, по которым в этот день тьютор не закреплён / предметы, которые в "
                          "этих школах ведёт хотя бы один педагог (последний список кадров к дню расчёта) и по "
                          "которым у школы есть профессиональный дефицит или результат процедуры; если нет ни тех ни "
                          f"других — из семи: {', '.join(SEVEN)}; предметы одной школы и другой — разные; если "
                          f"тьютор закреплён за всей школой, предмет считается охваченным; {_DAY}",
                  source=f"кадры по предметам; {_ORDERS}; перечни школ; дефициты; результаты",
                  counted="один предмет одной школы перечня",
                  made=(rows(*columns),), base=(rows(*columns),),
                  more={"is_by_whole": "предметов, где тьютор закреплён за всей школой"})


METRICS = (
    _of_schools("support_mentor_share", "Школы перечня, где наставник закреплён приказом",
                "наставник и указан приказ", "has_order", is_without_order="школ с наставником, приказ не указан"),
    _of_schools("support_tutor_share", "Школы перечня с тьютором", "хотя бы один тьютор", "has_tutor"),
    _schools_with("support_curator_schools", "Школ с куратором", "куратор", "curator"),
    _schools_with("support_coordinator_schools", "Школ со школьным координатором", "школьный координатор",
                  "school_coordinator"),
    _of_subjects(("school_id", "subject")),
    Metric(id="support_helpers", title="Действующих закреплений", unit="закрепление", better="",
           formula=f"закрепления, действующие в день расчёта; {_DAY}", source=_ORDERS, marking=MARKING,
           counted="один помощник одной школы по одному предмету или по всей школе", numerator="is_active",
           by=("role_id",), made=(rows("who"),)),
)

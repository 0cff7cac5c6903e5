"""Professional deficits: found, helped, closed at a re-diagnosis; courses that were chosen by one.

A row is one deficit found in one school by one diagnosis. What was found is the sum of three parts: closed, checked and
not closed, never checked again. A deficit nobody has checked is not one that has stayed.
"""

from datetime import date
from typing import Any

from narwhals import coalesce, col, lit, when

from shnor.metrics import courses as of_courses
from shnor.metrics.counting import flag, frame, trace
from shnor.metrics.passport import Marking, Metric, Rows
from shnor.metrics.tally import added, different, rows

NEEDS = {"deficits": ("school_id", "found_on", "subject", "deficit", "group_id", "people", "measure", "rechecked_on",
                      "closed_on", "people_closed", "year")}
COURSE_NEEDS = {"courses": (*of_courses.COURSE_NEEDS["courses"], "by_deficit")}
PARTS = {"closed": "устранён", "kept": "проверен и не устранён", "unchecked": "не проверялся"}
"""The parts of what was found, in the order they are shown; they add up to it."""


def classify(deficits: Any, *, as_of: date) -> Rows:
    """Flags of what was found by the day: is_found, is_helped (a measure is written), is_checked (diagnosed again by
    the day), and its parts is_closed, is_kept, is_unchecked. Cases, one deficit of one teacher each: n_people,
    n_helped, n_checked (where it is told of how many of them it is closed), n_closed. is_without_people: how many
    teachers is not told."""
    found = flag(col("found_on") <= lit(as_of))
    closed = flag(col("closed_on") <= lit(as_of))
    again = flag(coalesce(col("rechecked_on"), col("closed_on")) <= lit(as_of))
    marked = frame(deficits).with_columns(
        is_found=found, is_helped=found * flag(col("measure").fill_null("") != ""), is_closed=found * closed,
        is_checked=found * flag((closed + again) > 0), known=flag(~col("people").is_null()),
        told=flag(~col("people_closed").is_null()), teachers=col("people").fill_null(0))
    marked = marked.with_columns(
        is_kept=col("is_checked") - col("is_closed"), is_unchecked=col("is_found") - col("is_checked"),
        is_without_people=col("is_found") * (1 - col("known")), is_told=col("is_checked") * col("known") * col("told"))
    return marked.with_columns(
        n_people=col("is_found") * col("teachers"), n_helped=col("is_helped") * col("teachers"),
        n_checked=col("is_told") * col("teachers"),
        n_closed=col("is_told") * col("people_closed").fill_null(0),
        is_untold=col("is_checked") * col("known") * (1 - col("told"))).drop("known", "told", "teachers")


def classify_courses(courses: Any, *, as_of: date) -> Rows:
    """Rows of courses as they are marked there, and of them those whose programme was chosen by a diagnosis:
    is_by_deficit, n_by_deficit, deficit_finisher; is_unsaid: it is not told whether it was."""
    marked = of_courses.classify(courses, as_of=as_of).with_columns(
        is_by_deficit=col("is_done") * flag(col("by_deficit") == "yes"),
        is_unsaid=col("is_done") * flag(col("by_deficit").is_null()))
    return marked.with_columns(n_by_deficit=col("is_by_deficit") * col("n_finished"),
                               deficit_finisher=when(col("is_by_deficit") == 1).then(col("finisher")))


MARKING = Marking("deficits", NEEDS, classify, trace, period="year", parts=PARTS)
COURSES = Marking("courses_by_deficit", COURSE_NEEDS, classify_courses, trace, after=frozenset({"year"}), period="year")
_REGISTER = "реестр дефицитов (школы, центр)"
_FOUND = "выявленные не позже дня расчёта; год — по дню выявления"
_CHECKED = "повторная диагностика прошла не позже дня расчёта"
_TWICE = "случай — один дефицит у одного педагога, педагог с двумя дефицитами учтён дважды"


def _metric(id: str, title: str, unit: str, formula: str, numerator: str, **said: Any) -> Metric:
    return Metric(id=id, title=title, unit=unit, formula=formula, numerator=numerator,
                  **{"better": "больше", "source": _REGISTER, "marking": MARKING, "by": ("year",),
                     "counted": "один дефицит в одной школе", **said})


METRICS = (
    _metric("deficits_found", "Выявлено профессиональных дефицитов", "дефицит",
            f"строки реестра, {_FOUND}; тот же дефицит, найденный новой диагностикой, — новая строка", "is_found",
            better="", made=(rows("found_on"),)),
    _metric("deficits_helped", "Помощь организована по дефицитам", "доля",
            f"выявленные дефициты, у которых записана мера / все {_FOUND}; день меры в форме не записывается",
            "is_helped", denominator="is_found", made=(rows("measure"),), base=(rows("found_on"),), minimum=10),
    _metric("deficits_closed", "Устранение подтвердила повторная диагностика", "доля",
            f"дефициты, устранённые не позже дня расчёта / все {_FOUND}; проверялись ли остальные, сказано рядом",
            "is_closed", denominator="is_found", made=(rows("closed_on"),), base=(rows("found_on"),), minimum=10,
            more={"is_kept": "проверен и не устранён", "is_unchecked": "устранение не проверялось"}),
    _metric("deficits_closed_checked", "Устранено из проверенных повторно", "доля",
            f"дефициты, устранённые не позже дня расчёта / дефициты, по которым {_CHECKED}; кого не проверяли, в этой "
            "доле нет", "is_closed", denominator="is_checked", made=(rows("closed_on"),),
            base=(rows("found_on", over="is_checked"),), minimum=10,
            more={"is_kept": "проверен и не устранён", "is_unchecked": "устранение не проверялось"}),
    _metric("deficits_people", "Случаев дефицита у педагогов, сумма по дефицитам", "случай",
            f"сумма случаев по строкам реестра, {_FOUND}; {_TWICE}", "n_people", better="",
            made=(added("is_found", people=1),), counted="один дефицит одного педагога",
            more={"is_without_people": "дефицитов, где число педагогов не указано"}),
    _metric("deficits_people_helped", "Помощь организована, случаи", "доля",
            f"случаи дефицитов, у которых записана мера / все случаи дефицитов, {_FOUND}; {_TWICE}", "n_helped",
            denominator="n_people", made=(added("is_helped", people=1),), base=(added("is_found", people=1),),
            minimum=10, counted="один дефицит одного педагога"),
    _metric("deficits_people_closed", "Устранение подтверждено, случаи", "доля",
            f"случаи, где дефицит устранён / случаи дефицитов, по которым {_CHECKED} и сказано, у скольких "
            f"педагогов его больше нет; {_TWICE}", "n_closed", denominator="n_checked",
            made=(added("is_told", people_closed=1),), base=(added("is_told", people=1),), minimum=10,
            counted="один дефицит одного педагога",
            more={"is_untold": "проверенных дефицитов, где не сказано, у скольких устранён"}),
    _metric("courses_by_deficit", "Завершили курсы по выявленному дефициту", "педагог",
            "люди из «Завершили курсы», чья программа выбрана по итогам диагностики («да» в столбце «По выявленному "
            "дефициту»); кто уже посчитан в другой строке, здесь не повторяется", "n_by_deficit",
            plus="deficit_finisher", made=(added("is_by_deficit", people=1, repeated=-1), different(
                "deficit_finisher", "person")), marking=COURSES, counted="один человек в одной школе за год",
            source="списки и отчёты о курсах (школы, центр, организация-исполнитель)",
            more={"is_unsaid": "строк, где не сказано, по дефициту ли программа"}),
)

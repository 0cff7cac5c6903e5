"""Surveys: how many chose an answer of those who answered the question, and how many answered of those who were asked.

Who did not answer a question is not in its base. The base of a question stands in every row of its options and is
counted once. A percentage that came without its number takes part in no sum.
"""

from datetime import date
from typing import Any

import narwhals as nw
from narwhals import col

from shnor.metrics import norms
from shnor.metrics.counting import flag, frame, known, on, trace
from shnor.metrics.passport import Marking, Metric, Rows
from shnor.metrics.tally import added, once

SHEET = ["survey", "wave", "school_id", "audience"]
"""What one school's answers of one group in one wave are known by."""
QUESTION = [*SHEET, "question"]
NEEDS = {"surveys": (*QUESTION, "option", "answers", "base", "percent", "hundredths", "invited", "positive", "several",
                     "known_on")}
MINIMUM = norms.SMALL
"""Fewer answers are shown as «k из n» without a percentage, as everywhere (ФИОКО 2026: groups of at least ten)."""


def classify(surveys: Any, *, as_of: date) -> Rows:
    """Rows with weights; answers that were not all given by the day have none. n_option, n_option_base: of one option.
    n_positive: positive answers of a question with one choice; n_base: its base, on one row of the question.
    n_answered, n_invited: people of one school and group, on one of its rows. is_stated, is_option_stated: a percentage
    without its number, n_… its hundredths (of a
    question: of its positive answers together, once). is_share: a row of a question whose share is known. is_answered,
    is_invited: rows of a school and group that tell how many answered, how many were asked."""
    rows = frame(surveys).with_columns(
        line=nw.concat_str(col("question"), col("option"), separator="\n"),
        is_told=known(as_of), is_yes=flag(col("positive") == "yes"),
        has_counts=flag(~col("answers").is_null() & ~col("base").is_null()),
        has_percent=flag(~col("percent").is_null() & col("base").is_null()))
    rows = rows.with_columns(is_counted=col("is_told") * col("has_counts"),
                             is_option_stated=col("is_told") * col("has_percent"))
    rows = rows.with_columns(
        told_line=nw.when(on("is_counted")).then(col("line")), told_base=nw.when(on("is_counted")).then(col("base")),
        n_option=col("is_counted") * col("answers").fill_null(0),
        n_option_base=col("is_counted") * col("base").fill_null(0),
        n_option_hundredths=col("is_option_stated") * col("hundredths").fill_null(0),
        gap=col("is_yes") * (1 - col("is_counted")), yes_stated=col("is_option_stated") * col("is_yes"))
    rows = rows.with_columns(stated_line=nw.when(on("yes_stated")).then(col("line")),
                             stated_part=col("yes_stated") * col("n_option_hundredths"))
    return _weighed(_joined(rows)).drop("line", "has_counts", "has_percent", "is_told", "told_line", "told_base", "gap",
                                   "stated_line", "stated_part")


def _joined(rows: Rows) -> Rows:
    """With what is known of the question (all its answers, its base, the one row that carries it), of the same question
    anywhere (whether an answer of it is declared positive) and of all answers of the school and group. All three are
    counted from the same rows: a join of a join would be worked out again and again."""
    asked = rows.group_by(QUESTION).agg(
        col("told_base").max().alias("asked_base"), col("n_option").sum().alias("all_answers"),
        col("told_line").min().alias("asked_line"), col("gap").max().alias("has_gap"),
        col("stated_line").min().alias("first_stated"), col("stated_part").sum().alias("asked_hundredths"))
    judged = rows.group_by(["survey", "question"]).agg(col("is_yes").max().alias("is_judged"))
    sheet = rows.group_by(SHEET).agg(
        col("told_base").max().alias("sheet_base"), col("invited").max().alias("sheet_invited"),
        col("told_line").min().alias("sheet_line"))
    rows = rows.join(asked, on=QUESTION, how="left").join(judged, on=["survey", "question"], how="left")
    return rows.join(sheet, on=SHEET, how="left")


def _weighed(rows: Rows) -> Rows:
    """A share needs an answer of the question declared positive somewhere, and here all positive ones as counts; and
    nobody may have chosen several: then the answers do not exceed the base."""
    one = (col("several").fill_null("") != "yes") & (col("all_answers") <= col("asked_base"))
    first = col("is_counted") * flag(col("line") == col("asked_line"))
    sheet = col("is_counted") * flag(col("line") == col("sheet_line"))
    told = flag(~col("sheet_invited").is_null())
    rows = rows.with_columns(
        is_share=col("is_counted") * flag(one) * col("is_judged") * (1 - col("has_gap")),
        is_stated=col("yes_stated") * flag(col("line") == col("first_stated")))
    return rows.with_columns(
        n_positive=col("is_share") * col("is_yes") * col("n_option"),
        n_base=col("is_share") * first * col("asked_base").fill_null(0),
        n_hundredths=col("is_stated") * col("asked_hundredths"),
        is_answered=col("is_counted") * told, is_invited=told * flag(~col("sheet_line").is_null()),
        is_uninvited=sheet * (1 - told),
        n_answered=sheet * told * col("sheet_base").fill_null(0),
        n_invited=sheet * told * col("sheet_invited").fill_null(0)).drop(
        "asked_base", "all_answers", "asked_line", "has_gap", "is_judged", "sheet_base", "sheet_invited", "sheet_line",
        "first_stated", "asked_hundredths")


MARKING = Marking("surveys", NEEDS, classify, trace, after=frozenset(SHEET), period="wave")
"""A question is judged by the answers declared positive in any file the base has: that is known from the whole base."""
_SOURCES = "сводки ответов школ; выгрузки «Google Forms» и «Яндекс Форм»"
_BASE = ("число ответивших на вопрос (кто не ответил, не входит; у каждой школы и группы берётся один раз); доли, "
         "пришедшие без числа опрошенных, не участвуют; ответы считаются с последнего дня опроса")
_NO_N = "доля без числа опрошенных"


def _metric(id: str, title: str, formula: str, numerator: str, denominator: str, **said: Any) -> Metric:
    return Metric(id=id, title=title, unit="доля", formula=formula, numerator=numerator, denominator=denominator,
                  source=_SOURCES, marking=MARKING, minimum=MINIMUM, interval=True,
                  **{"better": "", "counted": "один ответивший на вопрос", **said})


METRICS = (
    _metric("survey_share", "Ответили положительно",
            f"ответы, которые названы положительными, на вопросы с одним вариантом / {_BASE}", "n_positive", "n_base",
            made=(added("n_positive", answers=1),), base=(once("is_share", "base", QUESTION),), better="больше",
            by=("survey", "wave", "audience", "question"), stated=("is_stated", "n_hundredths"),
            more={"is_stated": _NO_N}),
    _metric("survey_option_share", "Выбрали вариант ответа",
            f"выбравшие вариант / {_BASE}; школы, в сводке которых этого варианта нет, не участвуют; где можно выбрать "
            "несколько, доли в сумме больше 100 %", "n_option", "n_option_base",
            made=(added("is_counted", answers=1),), base=(added("is_counted", base=1),),
            by=("survey", "wave", "audience", "question", "option"),
            stated=("is_option_stated", "n_option_hundredths"), more={"is_option_stated": _NO_N}),
    _metric("survey_response", "Охват опроса",
            "участники опроса (у каждой школы и группы — ответившие на вопрос, на который ответили больше всего) / "
            "сколько человек опрашивали; школы, где это не указано, не участвуют: их охват неизвестен", "n_answered",
            "n_invited", made=(once("is_answered", "base", SHEET),), base=(once("is_invited", "invited", SHEET),),
            better="больше", by=("survey", "wave", "audience"), counted="один участник опроса",
            more={"is_uninvited": "школ, где не указано, скольких опрашивали"}),
)

"""The handbook, rendered from passports and declarations: the same for every base, so it is made once."""

from functools import cache

import streamlit as st
from markupsafe import Markup

from shnor import wording
from shnor.datasets import KINDS, Column, Kind
from shnor.metrics import TOPICS, Metric
from shnor.metrics.standings import DUE_PARTS, EARLY
from shnor.service.figures.rule_words import rule
from shnor.ui.kit import html
from shnor.ui.kit.html import Link, joined, tag

BETTER = {"больше": "чем больше, тем лучше", "меньше": "чем меньше, тем лучше", "": "не оценивается"}
TYPES = {"text": "текст", "whole": "целое число", "number": "число", "date": "дата", "month": "месяц",
         "choice": "выбор из списка", "deadline": "срок, как в документе", "planned": "план, как в документе",
         "school": "школа из реестра", "period": "день, месяц, год или учебный год"}
WORDS = (
    (DUE_PARTS["confirmed"], "выполнено, и указан документ"),
    (DUE_PARTS["awaited"], "школа сообщила, что выполнено; реквизитов документа пока нет"),
    (DUE_PARTS["not_done"], "срок прошёл, и об этом сказано в отчёте: «не выполнено», или отчёт, сделанный после "
                            "последнего дня срока, оставляет мероприятие незавершённым"),
    (DUE_PARTS["no_report"], "срок прошёл, а отчёта после его последнего дня нет: о выполнении ничего не известно; "
                             "рядом стоит последнее слово школы, если оно было"),
    (EARLY, "выполнено, хотя последний день срока ещё впереди"),
    ("дата не названа", "выполнено, но когда, не сказано: было ли это в срок, неизвестно"),
    ("впереди", "срок ещё не наступил, мероприятие не выполнено"),
    ("снято", "мероприятие снято документом и в счёт не входит"),
    ("состояние базы", "номер изменения: по нему любую цифру можно получить ещё раз такой же"))


def show() -> None:
    """Indicators, forms, words: each folded piece opens without asking the program."""
    for title, body in (("Показатели", indicators()), ("Формы", forms()), ("Слова", words())):
        st.header(title)
        html.show(body)


@cache
def indicators() -> Markup:
    return joined(tag("<h3>{}</h3>{}", topic, joined(html.fold(metric.title, _indicator(metric)) for metric in metrics))
                  for topic, metrics in TOPICS.items())


def _indicator(metric: Metric) -> Markup:
    few = f"меньше {metric.minimum}" if metric.minimum else "показываем всегда"
    return html.table_html(["Что", "Как"], [
        ["Как посчитано", metric.formula], ["По столбцам", rule(metric)],
        ["Единица счёта", metric.counted], ["Источник", metric.source],
        ["Направление", BETTER[metric.better]],
        *([["Когда не показываем процент", few]] if metric.denominator else []),
        *([["Возможный разброс", "интервал Уилсона, 95 %"]] if metric.interval else [])])


@cache
def forms() -> Markup:
    """Each form: what a row is, its columns, and the empty form to fill in."""
    return joined(html.fold(kind.title, _form(kind)) for kind in KINDS.values())


def _form(kind: Kind) -> Markup:
    columns = html.table_html(["Столбец", "Что писать", "Допустимо", "Пример"], [_column(c) for c in kind.typed])
    return joined([html.text_html(f"{wording.capital(kind.row)}."), html.text_html(empty_form(kind.id)), columns])


def empty_form(kind: str) -> Link:
    """A file of the server's own, made when it is asked for."""
    return Link("Скачать пустую форму", f"shnor/forms/{kind}.xlsx")


def _column(column: Column) -> list[str]:
    allowed = ", ".join(column.choices.values()) or ", ".join(
        [TYPES[column.type], *(constraint.text for constraint in column.constraints)])
    name = f"{column.title}, обязательно" if column.required else column.title
    return [name, column.description, allowed, "" if column.example is None else str(column.example)]


@cache
def words() -> Markup:
    return html.table_html(["Слово", "Что значит"], WORDS)

"""The handbook, rendered from passports and declarations."""

import streamlit as st

from shnor import wording
from shnor.datasets import KINDS, Column, Kind
from shnor.metrics import TOPICS, Metric
from shnor.metrics.roadmap import DUE_PARTS
from shnor.service.centre import templates
from shnor.ui.kit import html

BETTER = {"больше": "чем больше, тем лучше", "меньше": "чем меньше, тем лучше", "": "не оценивается"}
TYPES = {"text": "текст", "whole": "целое число", "number": "число", "date": "дата", "month": "месяц",
         "choice": "выбор из списка", "deadline": "срок, как в документе", "planned": "план, как в документе",
         "school": "школа из реестра", "period": "день, месяц, год или учебный год"}


def indicators() -> None:
    st.header("Показатели")
    for topic, metrics in TOPICS.items():
        st.subheader(topic)
        for metric in metrics:
            with st.expander(metric.title):
                _indicator(metric)


def _indicator(metric: Metric) -> None:
    few = f"меньше {metric.minimum} участников" if metric.minimum else "показываем всегда"
    html.table(["Что", "Как"], [
        ["Как посчитано", metric.formula], ["Единица счёта", metric.counted], ["Источник", metric.source],
        ["Направление", BETTER[metric.better]],
        *([["Когда не показываем процент", few]] if metric.denominator else [])])


def forms() -> None:
    """Each form: what a row is, its columns, and the empty form to fill in."""
    st.header("Формы")
    for kind in KINDS.values():
        with st.expander(kind.title):
            html.text(f"{wording.capital(kind.row)}.")
            st.download_button("Скачать пустую форму", key=f"shnor_form_{kind.id}", file_name=f"{kind.title}.xlsx",
                               data=lambda kind=kind: templates.kind_template(kind.id))
            html.table(["Столбец", "Что писать", "Допустимо", "Пример"], [_column(kind, c) for c in kind.typed])


def _column(kind: Kind, column: Column) -> list[str]:
    allowed = ", ".join(column.choices.values()) or ", ".join(
        [TYPES[column.type], *(constraint.text for constraint in column.constraints)])
    name = f"{column.title}, обязательно" if column.required else column.title
    return [name, column.description, allowed, "" if column.example is None else str(column.example)]


def words() -> None:
    st.header("Слова")
    html.table(["Слово", "Что значит"], [[word, meaning] for word, meaning in (
        (DUE_PARTS["confirmed"], "выполнено, и указан документ"),
        (DUE_PARTS["awaited"], "школа сообщила, что выполнено; реквизитов документа пока нет"),
        (DUE_PARTS["not_done"], "срок прошёл, и отчёт говорит, что мероприятие не завершено"),
        (DUE_PARTS["no_report"], "срок прошёл, а отчёта за этот месяц нет: о выполнении ничего не известно"),
        ("впереди", "срок ещё не наступил"), ("снято", "мероприятие снято документом и в счёт не входит"),
        ("состояние базы", "номер изменения: по нему любую цифру можно получить ещё раз такой же"))])

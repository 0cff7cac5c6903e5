"""The handbook, rendered from passports, thresholds and declarations: the same for every base with the same thresholds,
so it is made once."""

from collections.abc import Iterable
from functools import cache, lru_cache

from markupsafe import Markup

from shnor import config, wording
from shnor.datasets import KINDS, Column, Kind
from shnor.metrics import METRICS, TOPICS, Metric
from shnor.metrics.norms import SHIPPED, Norm
from shnor.metrics.standings import DUE_PARTS, EARLY, UNSEEN
from shnor.service.figures.rule_words import rule
from shnor.ui.kit import html, thresholds
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
    (UNSEEN, "отчёт школы принят и говорит об этом новое; руководитель увидит, когда школа ознакомится"),
    ("снято", "мероприятие снято документом и в счёт не входит"),
    ("состояние базы", "номер изменения: по нему любую цифру можно получить ещё раз такой же"))


LIST = "handbook"
"""The name of the list that is searched."""


def show(rows: tuple[Norm, ...]) -> None:
    """The search, then everything it looks through; each entry opens without asking the program. rows: thresholds."""
    html.show(book(rows))


@lru_cache(maxsize=8)
def book(rows: tuple[Norm, ...] = SHIPPED) -> Markup:
    size = len(METRICS) + len(thresholds.by_norm(rows)) + len(KINDS) + len(WORDS)
    search = tag(
        "<div class='shnor-booksearch'><input type='search' data-shnor-search='{}' aria-label='Что найти' "
        "placeholder='Показатель, форма, столбец, слово'><span>Показано: <b data-shnor-found='{}'>{}</b> из {}</span>"
        "</div><p class='shnor-text' data-shnor-none='{}' hidden>Ничего не найдено. Попробуйте одно слово, без "
        "окончания: «удостовер», «опрос».</p>", LIST, LIST, size, size, LIST)
    return search + tag("<div class='shnor-book' data-shnor-list='{}'><div>{}{}</div><div>{}{}</div></div>", LIST,
                        indicators(), norms(rows), forms(), words())


def _group(title: str, rows: Iterable[Markup]) -> Markup:
    return tag("<section><h3>{}</h3>{}</section>", title, joined(rows))


def _entry(title: str, body: Markup) -> Markup:
    """A folded row of the list."""
    return tag("<details data-shnor-row><summary>{}</summary>{}</details>", html.typeset(title), body)


@cache
def indicators() -> Markup:
    return joined(_group(topic, (_entry(metric.title, _indicator(metric)) for metric in metrics))
                  for topic, metrics in TOPICS.items())


def _indicator(metric: Metric) -> Markup:
    """What is counted, how, from which documents, and from how many on a percentage is shown."""
    few = f"процент показываем, если участников не меньше {metric.minimum}; иначе только числа" if metric.minimum else \
        "процент показываем всегда"
    said = [("Что считаем", metric.counted), ("Как", metric.formula), ("По столбцам", rule(metric)),
            ("Откуда", metric.source), ("Лучше", BETTER[metric.better])]
    if metric.denominator:
        said.append(("Наименьшая группа", few))
    if metric.interval:
        said.append(("Возможный разброс", "интервал Уилсона, 95 %"))
    return tag("<dl>{}</dl>", joined(tag("<dt>{}</dt><dd>{}</dd>", name, html.typeset(text)) for name, text in said))


def norms(rows: tuple[Norm, ...]) -> Markup:
    """Each threshold and scale: its rows with their days and documents, one's own beside those of the program."""
    return _group("Пороги и шкалы", (_entry(name, thresholds.table_html(own))
                                     for name, own in thresholds.by_norm(rows).items()))


@cache
def forms() -> Markup:
    """Each form: what a row is, its columns, and the empty form to fill in."""
    return _group("Формы", (_entry(kind.title, _form(kind)) for kind in KINDS.values()))


def _form(kind: Kind) -> Markup:
    columns = html.table_html(["Столбец", "Что писать", "Допустимо", "Пример"], [_column(c) for c in kind.typed])
    return joined([html.text_html(f"{wording.capital(kind.row)}."),
                   tag("<p class='shnor-text'><a href='{}'>{}</a></p>",
                       config.outside(f"/{empty_form(kind.id).page}"), empty_form(kind.id).text), columns])


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
    return _group("Слова", (tag("<p class='shnor-word' data-shnor-row><b>{}</b> {} {}</p>", word, wording.LONG_DASH,
                                meaning) for word, meaning in WORDS))

"""The order of day and month in a column of dates: decided once for all its cells, asked where nothing tells it."""

from collections.abc import Sequence
from datetime import date

from shnor.datasets import Column, Value, column_letters
from shnor.loaders.issues.findings import Findings
from shnor.loaders.tables.body import Body
from shnor.loaders.types import KEEP, Choice
from shnor.loaders.words.day_order import DAY_FIRST, MONTH_FIRST, Order, in_order, order_of, turned
from shnor.loaders.words.values import day

DATED = ("date", "month", "period")
ORDER_UNCLEAR = "day-month-unclear"
TURN, LEAVE = "переставить", "оставить"
_SHOWN = 3


def in_one_order(body: Body, findings: Findings, column: Column, values: list[Value]) -> list[Value]:
    """What is to be read for each cell of a column of dates; the same list where no date is written with a slash."""
    place = body.match.columns.get(column.name)
    order = order_of(values) if column.type in DATED and place is not None else Order()
    if place is None or not (order.proof or order.unclear):
        return values
    letters = column_letters(place)
    first = settled(order, findings, body.sheet, f"столбец {letters}", _cell(body, column, values, order))
    texts = [in_order(value, first) for value in values]
    if order.first == MONTH_FIRST:
        _tell(body, findings, column, values, order)
        return _turned(body, findings, column, texts, letters)
    return texts


def order_topic(where: str) -> str:
    return f"порядок дня и месяца, {where}"


def settled(order: Order, findings: Findings, sheet: str, where: str, cell: str) -> str:
    """The order the texts prove, else the one the person has chosen; else it is asked and the day is taken to stand
    first. where: «столбец A»."""
    topic = order_topic(where)
    answer = findings.answers.get((sheet, topic), "")
    if order.first or answer in (DAY_FIRST, MONTH_FIRST):
        return order.first or answer
    if order.unclear and answer != KEEP:
        text = order.unclear[0]
        choices = tuple(Choice(f"{first}: {_in_words(text, first)}", first) for first in (DAY_FIRST, MONTH_FIRST))
        shown = ", ".join(f"«{one}»" for one in order.unclear[:_SHOWN])
        why = "в одном столбце есть и «день/месяц», и «месяц/день»" if order.mixed else \
            "ни в одной дате нет числа больше 12"
        findings.add(ORDER_UNCLEAR, sheet, cell, text, choices, topic, where=where, shown=shown, why=why)
    return DAY_FIRST


def _cell(body: Body, column: Column, values: Sequence[Value], order: Order) -> str:
    """The cell of the text that proves the order, or of the first that reads two ways."""
    text = order.proof if order.first else order.unclear[0] if order.unclear else order.proof
    return body.place(values.index(text), column.name)[1]


def _tell(body: Body, findings: Findings, column: Column, values: Sequence[Value], order: Order) -> None:
    sheet, cell = body.place(values.index(order.proof), column.name)
    findings.add("month-first", sheet, cell, order.proof, (), f"месяц впереди, «{column.title}»", column=column.title,
                 read=_in_words(order.proof, MONTH_FIRST))


def _turned(body: Body, findings: Findings, column: Column, values: list[Value], letters: str) -> list[Value]:
    """Dates a table program has made of such texts: where the month stood first, it took the day for the month, and
    only texts with a day over 12 stayed texts."""
    made = [value for value in values if isinstance(value, date)]
    if not made or any(turned(value) is value for value in made):
        return values
    topic = f"переставленные даты, столбец {letters}"
    answer = findings.answers.get((body.sheet, topic))
    if answer == TURN:
        return [turned(value) for value in values]
    if answer is None:
        other = turned(made[0])
        cell = body.place(values.index(made[0]), column.name)[1]
        shown = f"{made[0]:%d.%m.%Y}", f"{other:%d.%m.%Y}"
        choices = (Choice(f"{TURN}: {shown[0]} → {shown[1]}", TURN), Choice(f"{LEAVE} {shown[0]}", LEAVE))
        findings.add("dates-turned", body.sheet, cell, shown[0], choices, topic, column=column.title, other=shown[1])
    return values


def _in_words(text: str, first: str) -> str:
    """«04/13/2026 9:00» → «04/13/2026» — это 13.04.2026."""
    written, meant = text.split()[0], str(in_order(text, first)).split()[0]
    read = day(meant).value
    return f"«{written}» — это {read:%d.%m.%Y}" if isinstance(read, date) else f"«{written}»"

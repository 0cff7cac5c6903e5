"""Patterns of the paper itself: by whom and for when it is made, on which order it rests."""

from dataclasses import dataclass
from datetime import date

from shnor.sentences import days
from shnor.sentences.names import Cases, title
from shnor.sentences.pieces import Number, Sentences, said
from shnor.wording import LONG_DASH, NBSP, day_in_words, typeset


@dataclass(frozen=True)
class Order:
    """An order as a paper cites it. authority: who gave it, left out while its cases are not known. title: with or
    without its quotation marks."""

    authority: Cases
    day: date
    number: str
    title: str = ""


def prepared(centre: Cases | None, day: date, first: date, last: date) -> Sentences:
    """Справка подготовлена муниципальным казённым учреждением «Центр развития образования» по состоянию на 20 декабря
    2026 года и охватывает период с 1 января по 31 декабря 2026 года."""
    by = f"{typeset(centre.ins)} " if centre and centre.ins else ""
    return said("prepared", f"Справка подготовлена {by}по состоянию на ", Number(day_in_words(day)),
                " и охватывает период ", Number(days.from_to(first, last)))


def ground(order: Order | None) -> Sentences:
    """Основание — приказ управления образования от 12 января 2026 года № 14-осн «Об утверждении…»."""
    if order is None:
        return said("ground", "Приказ, на основании которого подготовлена справка, не указан")
    whose = f"{typeset(order.authority.gen)} " if order.authority.gen else ""
    return said("ground", f"Основание{NBSP}{LONG_DASH} приказ {whose}",
                Number(days.order(order.day, order.number)), f" {title(order.title)}" if order.title else "")

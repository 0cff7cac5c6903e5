"""Patterns of the paper itself: by whom and for when it is made, on which order it rests."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from shnor.sentences import days
from shnor.sentences.names import Cases, title
from shnor.sentences.pieces import Number, Sentences, said
from shnor.wording import LONG_DASH, NBSP, day_in_words, typeset

Shown = Literal["table", "picture"]
PLACES: dict[Shown, str] = {"table": "в таблице", "picture": "на рисунке"}


@dataclass(frozen=True)
class Order:
    """An order as a paper cites it. authority: who gave it, left out while its cases are not known. title: with or
    without its quotation marks."""

    authority: Cases
    day: date
    number: str
    title: str = ""


def prepared(centre: Cases | None, day: date, first: date, last: date, known: date | None = None) -> Sentences:
    """Справка подготовлена муниципальным казённым учреждением «Центр развития образования» по состоянию на 20 декабря
    2026 года и охватывает период с 1 января по 31 декабря 2026 года. known: until when anything was brought in, where
    that is before the day."""
    by = f"{typeset(centre.ins)} " if centre and centre.ins else ""
    late = ("; сведения внесены по ", Number(day_in_words(known))) if known and known < day else ()
    return said("prepared", f"Справка подготовлена {by}по состоянию на ", Number(day_in_words(day)),
                " и охватывает период ", Number(days.from_to(first, last)), late)


def no_data(about: str) -> Sentences:
    """Сведений об анкетировании за этот период нет. about: «об анкетировании»."""
    return said("no_data", f"Сведений {about} за этот период нет")


def shown(what: str, many: bool, place: Shown, number: int = 0) -> Sentences:
    """План и исполнение по видам мероприятий приведены в таблице 1. many: of the verb. number: 0 = not numbered yet; a
    paper numbers its tables and pictures when it is whole."""
    verb = ("приведены" if many else "приведено") if place == "table" else ("показаны" if many else "показана")
    return said("shown", f"{what} {verb} {PLACES[place]}{NBSP}", Number(f"{number}"))


def ground(order: Order | None) -> Sentences:
    """Основание — приказ управления образования от 12 января 2026 года № 14-осн «Об утверждении…». None: nothing is
    said, for who makes the paper is asked."""
    if order is None:
        return ()
    whose = f"{typeset(order.authority.gen)} " if order.authority.gen else ""
    return said("ground", f"Основание{NBSP}{LONG_DASH} приказ {whose}",
                Number(days.order(order.day, order.number)), f" {title(order.title)}" if order.title else "")

"""«Карточка к выезду»: one A4 page for a curator or a mentor, PDF. Plain data in, bytes out; only what the school and
its helpers know of each other, nothing of another school, no name of a person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from shnor import wording
from shnor.reports.sheet import Pair, printed

Advised = tuple[str, str, str]
"""A recommendation, its day, what came of it."""
HEAD, WIDTHS = ("Рекомендация", "Срок", "Что известно"), (6, 2, 4)
NOTHING_ADVISED = "Рекомендаций прошлых выездов в базе нет."
FIELDS = ("Дата выезда и кто приехал:", "Что смотрели:", "Что увидели:", "", "Рекомендация 1, срок:",
          "Рекомендация 2, срок:", "Рекомендация 3, срок:", "Что обещала школа:")
FOOTER = "Данных других школ в карточке нет. После выезда верните лист «Выезд» (форма В-1) в методический центр."


@dataclass(frozen=True)
class VisitCard:
    """What the page says; whatever is empty is left out. about: the line under the name. visits: visits there were and
    the next one. before: what was seen at the last visit that tells it, and what the school promised. last: the paper
    of the last visit and what it advised; older: what is still open of papers before it. due: when and what. risks:
    chosen factors with level and measure. asks: when and what the school asked."""

    school: str
    day: date
    about: str = ""
    visits: str = ""
    before: tuple[Pair, ...] = ()
    last: str = ""
    advised: tuple[Advised, ...] = ()
    older: tuple[Advised, ...] = ()
    due: tuple[Pair, ...] = ()
    risks: tuple[str, ...] = ()
    asks: tuple[Pair, ...] = ()


def pdf(card: VisitCard) -> bytes:
    """The page as PDF; the same card gives the same bytes."""
    about = " · ".join(filter(None, (f"Карточка к выезду на {wording.day(card.day)}", card.about, card.visits)))
    return printed(card.school, about, _sections(card), FOOTER, card.day)


def _sections(card: VisitCard) -> list[dict]:
    advised = _table(card.advised) or {"text": NOTHING_ADVISED}
    found: Sequence[tuple[str, dict]] = (
        (f"Что советовали: {card.last}" if card.last else "Что советовали", advised),
        ("Прошлый выезд", {"pairs": card.before} if card.before else {}),
        ("Осталось с прежних документов", _table(card.older)),
        ("Что наступает", {"pairs": card.due} if card.due else {}),
        ("Что просит школа", {"pairs": card.asks} if card.asks else {}),
        ("Факторы риска, выбранные школой", {"lines": card.risks} if card.risks else {}),
        ("Записать на выезде", {"blank": FIELDS}))
    return [{"title": title, **content} for title, content in found if content]


def _table(rows: Sequence[Advised]) -> dict:
    return {"table": {"head": HEAD, "rows": rows, "fr": WIDTHS}} if rows else {}

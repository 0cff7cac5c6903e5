"""What a placeholder of a paragraph of the centre stands for: names and days, never a figure, which has its source."""

from collections.abc import Mapping

from shnor import wording
from shnor.nouns import CASES
from shnor.sentences import days, names
from shnor.sentences.names import Cases
from shnor.service.papers.sections import ground
from shnor.service.papers.writing import Writing

ORDER = ("приказ", "приказа", "приказу", "приказ", "приказом", "приказе")


def values(writing: Writing) -> Mapping[str, str | Cases]:
    """Name as it is typed, in small letters → a text, or a name in its six cases. What is not known is empty."""
    found: dict[str, str | Cases] = {
        "год": str(writing.last.year), "прошлый год": str(writing.last.year - 1),
        "следующий год": str(writing.last.year + 1), "следующий период": writing.following,
        "дата": wording.day_in_words(writing.day),
        "период": wording.period(writing.asked.period), "перечень": names.same(names.by_type(writing.named(
            writing.listed))), "приказ": _order(writing),
        "школ в перечне": _schools(len(writing.listed)),
        "муниципалитет": writing.cases("municipality"), "центр": writing.cases("center"),
        "орган": writing.cases("authority", writing.kept.particulars.authority)}
    return found | ({"школа": writing.school(writing.asked.school).name} if writing.asked.school else {})


def _schools(n: int) -> Cases:
    nom, gen, dat, ins, pre = (wording.counted(n, "школа", case) for case in CASES)
    return Cases(nom, gen, dat, nom if n % 10 != 1 or n % 100 == 11 else f"{n}{wording.NBSP}школу", ins, pre)


def _order(writing: Writing) -> Cases | str:
    """«приказ управления образования от 12 декабря 2025 года № 226»."""
    order = ground.order(writing)
    if order is None:
        return ""
    said = " ".join(filter(None, (order.authority.gen, days.order(order.day, order.number))))
    return Cases(*(f"{word} {said}" for word in ORDER))

"""Patterns of surveys: how many answered so, of how many asked; what was named; one survey beside another."""

from collections.abc import Sequence

from shnor.metrics.change import Change
from shnor.sentences.agreement import DASH, figure, in_brackets, nobody, part_of, unknown
from shnor.sentences.names import SchoolName, title
from shnor.sentences.pieces import Amount, Number, Pieces, Sentences, Share, said
from shnor.wording import NBSP, capital, number, quoted, small, typeset, verb
from shnor.wording_change import SHOWN_FROM, conclusion, points

NOT_YET = "при таком числе ответов оснований для вывода недостаточно"
UNCHANGED = "доля не изменилась"
MOST = 3
"""So many options one sentence names."""


def positive(share: Share, asked: Share, word: str = "опрошенный", question: str = "") -> Sentences:
    """Положительно ответили 63 из 74 опрошенных педагогов (85,1 %); в опросе участвовали 74 из 118 (62,7 %). asked: who
    took part of all there are; whole None: «охват неизвестен». word: of NOUNS, with its adjective."""
    about = f"на вопрос {title(question)} " if question else ""
    if unknown(share):
        return said("positive", f"Сведений об ответах {about}нет" if about else "Сведений об опросе нет")
    if not share.whole:
        return said("positive", f"{about}никто не ответил" if about else "В опросе никто не участвовал")
    if share.part:
        answered = (f"{about}положительно {verb(share.part, 'ответили')} ", *part_of(share, word), *in_brackets(share))
    else:
        answered = (about, *nobody(share, word, "положительно не ответил ни один из ", "положительных ответов нет"))
    return said("positive", answered, _reach(asked))


def _reach(asked: Share) -> Pieces:
    if unknown(asked) or not asked.whole:
        return ("; охват неизвестен",)
    return (f"; в опросе {verb(asked.part or 0, 'участвовали')} ", *part_of(asked), *in_brackets(asked))


def chosen(options: Sequence[tuple[str, Amount]] | None, n: Amount, *, several: bool = True) -> Sentences:
    """Чаще других назвали: «методику уроков» — 41, «подготовку к ОГЭ» — 33 из 74 (можно было выбрать несколько).
    options: the most frequent first, as they stood in the form; three at most. n: who answered."""
    if options is None or unknown(n):
        return said("chosen", "Сведений о выборе вариантов нет")
    some = [(text, many) for text, many in options if many.value][:MOST]
    if not some:
        return said("chosen", "Ни один из вариантов не назван")
    parts = [piece for place, (text, many) in enumerate(some)
             for piece in (f"{', ' if place else ''}{quoted(text.strip())}{DASH}", figure(many))]
    of = Number(number(n.value or 0), some[-1][1].source)
    return said("chosen", "Чаще других назвали: ", tuple(parts), " из ", of,
                " (можно было выбрать несколько)" if several else "")


def stated(school: SchoolName, percent: Amount) -> Sentences:
    """МБОУ СОШ № 7 сообщила долю 94 % без числа опрошенных; в сводный показатель она не вошла. percent: 0…100 as the
    school wrote it; it is never rebuilt from anything."""
    name = typeset(school.name.nom)
    verb_ = {"m": "сообщил", "f": "сообщила", "n": "сообщило"}[school.gender]
    if percent.value is None:
        return said("stated", f"{name} не {verb_} ни доли, ни числа опрошенных")
    return said("stated", f"{name} {verb_} долю ", Number(f"{number(percent.value)}{NBSP}%", percent.source),
                " без числа опрошенных; в сводный показатель она не вошла")


def waves(before: Share, now: Share, change: Change | None, names: tuple[str, str] = ("весной", "осенью"), *,
          over: str = "") -> Sentences:
    """Весной — 58 из 79 (73,4 %), осенью — 63 из 74 (85,1 %): на 11,7 п.п. больше; при таком числе ответов оснований
    для вывода недостаточно. change: of the same question, from before to now; None: the questions differ. over: of
    whom, where not of all who answered: «школы, участвовавшие в обоих опросах (4)»."""
    if unknown(before, now):
        which = names[0] if unknown(before) else names[1]
        return said("waves", f"Сравнить ответы нельзя: нет данных опроса {small(which)}")
    start = f"{over}: {small(names[0])}" if over else capital(names[0])
    both = (f"{start}{DASH}", *part_of(before), *in_brackets(before), f", {small(names[1])}{DASH}",
            *part_of(now), *in_brackets(now))
    if change is None:
        return said("waves", both, "; вопросы разные, ответы не сравниваем")
    return said("waves", both, _by_points(change, now), "; ", _found(change))


def _by_points(change: Change, now: Share) -> Pieces:
    """«: на 11,7 п.п. больше», where both sides have a percentage and it changed."""
    if change.points is None or not change.points or min(change.n0, change.n1) < SHOWN_FROM:
        return ()
    more = "больше" if change.points > 0 else "меньше"
    return f": на{NBSP}", Number(points(abs(change.points)).lstrip("+"), now.source), f" {more}"


def _found(change: Change) -> str:
    """«рост подтверждается», «при таком числе ответов это ещё не вывод», why there is nothing to compare."""
    return NOT_YET if change.verdict in ("open", "small") else UNCHANGED if change.verdict == "same" else \
        conclusion(change)

"""Patterns of the roadmap. An activity «в марте и ноябре» has two deadlines: where a plan has such ones, what is due,
done and ahead is counted in deadlines, and the sentences say so (unit «срок»)."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from shnor.sentences import days
from shnor.sentences.agreement import (
    DASH,
    adds_up,
    counted,
    dative,
    figure,
    in_brackets,
    joined,
    part_of,
    past,
    present,
    unknown,
)
from shnor.sentences.names import SchoolName, title
from shnor.sentences.pieces import Amount, Number, Pieces, Sentences, Share, Source, said
from shnor.wording import NBSP, agreed, day_in_words, quoted, small, typeset

ACTIVITY, DONE, DEADLINE = "мероприятие", "выполненное мероприятие", "срок"
NAMED = 3
"""So many activities are named beside their numbers."""
NONE = Amount(0)
Unit = Literal["мероприятие", "срок"]


def due(year: int, planned: Amount, directions: Amount, day: date, come: Amount, *,
        unit: Unit = "мероприятие", whose: str = "") -> Sentences:
    """Дорожной картой на 2026 год предусмотрено 42 мероприятия по 4 направлениям; к 27 ноября срок наступил по 36
    мероприятиям. come: whose deadline has come by the day; in deadlines «к 27 ноября наступило 36 сроков». whose: the
    school whose own roadmap it is, in the genitive."""
    if unknown(planned):
        return said("due", "Сведений о дорожной карте на ", Number(f"{year}"), " год нет")
    start = (f"Дорожной картой {typeset(whose)} на " if whose else "Дорожной картой на ", Number(f"{year}"), " год ")
    if not planned.value:
        return said("due", start, "мероприятия не предусмотрены")
    ways = (" по ", *counted(directions, "направление", "dat")) if directions.value else ()
    return said("due", start, "предусмотрено ", counted(planned, ACTIVITY), ways, _come(year, day, come, unit))


def due_within(year: int, first: date, last: date, come: Amount, *, whose: str = "") -> Sentences:
    """По дорожной карте на 2026 год с 1 июля по 31 декабря 2026 года срок наступил по 15 мероприятиям. Of a part of
    one plan, or of each of two."""
    of = f" {typeset(whose)}" if whose else ""
    start = (f"По дорожной карте{of} на ", Number(f"{year}"), " год ",
             Number(days.from_to(first, last)))
    if unknown(come):
        return said("due_within", *start, " сведений о сроках нет")
    if not come.value:
        return said("due_within", *start, " срок ни по одному мероприятию не наступил")
    return said("due_within", *start, " срок наступил по ", counted(come, ACTIVITY, "dat"))


def _come(year: int, day: date, come: Amount, unit: Unit) -> Pieces:
    by = (f"; к{NBSP}", Number(days.near(day, year)))
    if unknown(come):
        return ("; сведений о сроках нет",)
    if not come.value:
        return (*by, " срок ни по одному мероприятию не наступил")
    if unit == DEADLINE:
        return (*by, f" {past(come.value or 0, 'наступил', DEADLINE)} ", *counted(come, DEADLINE))
    return (*by, " срок наступил по ", *counted(come, ACTIVITY, "dat"))


def done_parts(come: Amount, on_time: Amount, late: Amount, not_done: Amount, no_word: Amount, *,
               undated: Amount = NONE, done: Source | None = None) -> Sentences:
    """Выполнено 33, из них 29 в срок и 4 с опозданием. Не выполнено 2, нет сведений по 1. come: whose deadline has
    come; the five parts make it, else ValueError. undated: done on a day nobody named. done: what «33» rests on."""
    if unknown(come, on_time, late, undated, not_done, no_word):
        return said("done_parts", "Сведений о выполнении мероприятий нет")
    if not come.value:
        return ()
    adds_up(come, on_time, late, undated, not_done, no_word)
    whole = Amount(sum(one.value or 0 for one in (on_time, late, undated)), done)
    return said("done_parts", *_done(whole, on_time, late)) + _undated(whole, undated) + _rest(not_done, no_word)


def _done(whole: Amount, on_time: Amount, late: Amount) -> Pieces:
    some = [(one, when) for one, when in ((on_time, "в срок"), (late, "с опозданием")) if one.value]
    if not whole.value:
        return ("Выполненных мероприятий нет",)
    if len(some) == 1 and some[0][0].value == whole.value:
        return "Выполнено ", figure(whole), f", {'' if whole.value == 1 else 'все '}{some[0][1]}"
    parts = joined([(figure(one), f" {when}") for one, when in some])
    return ("Выполнено ", figure(whole), *((", из них ", *parts) if parts else ()))


def _undated(whole: Amount, undated: Amount) -> Sentences:
    if not undated.value:
        return ()
    if undated.value == whole.value:
        return said("done_parts", "Дата выполнения не названа")
    return said("done_parts", "Дата выполнения не названа по ", figure(undated))


def _rest(not_done: Amount, no_word: Amount) -> Sentences:
    failed = ("Не выполнено ", figure(not_done)) if not_done.value else ()
    silent = ("нет сведений по ", figure(no_word)) if no_word.value else ()
    between = ", " if failed and silent else ""
    return said("done_parts", failed, between, silent) if failed or silent else ()


def confirmed(share: Share, *, unit: Unit = "мероприятие") -> Sentences:
    """Документами подтверждено 31 из 33 выполненных мероприятий (93,9 %); реквизиты ожидаются по двум. share: of those
    done, not of those due; in deadlines «Документами подтверждено выполнение по 31 из 33 сроков». Nothing done: nothing
    to say."""
    if unknown(share):
        return said("confirmed", "Сведений о документах, подтверждающих выполнение, нет")
    done, papers = share.whole or 0, share.part or 0
    if not done:
        return ()
    if done == 1:
        return said("confirmed", "Выполненное мероприятие подтверждено документом" if papers else
                    "Выполненное мероприятие документом не подтверждено; реквизиты ожидаются")
    if not papers:
        none = "выполнение ни по одному" if unit == DEADLINE else "ни одно"
        return said("confirmed", f"Документами не подтверждено {none} из ",
                    counted(Amount(done, share.source), DEADLINE if unit == DEADLINE else DONE, "gen"),
                    "; реквизиты ожидаются")
    awaited = ("; реквизиты ожидаются по ", dative(done - papers, share)) if papers < done else ()
    if unit == DEADLINE:
        return said("confirmed", "Документами подтверждено выполнение по ", part_of(share, DEADLINE),
                    in_brackets(share), awaited)
    return said("confirmed", "Документами подтверждено ", part_of(share, DONE), in_brackets(share), awaited)


def not_done(numbers: Sequence[str] | None, reasons: Sequence[tuple[SchoolName, str]] = (),
             source: Source | None = None, *, names: Sequence[str] = (), own: Sequence[str] = ()) -> Sentences:
    """Не выполнены 2 мероприятия: 2.3, 3.1; причина, по сведениям МБОУ ООШ № 9: «…». numbers: of the activities.
    reasons: school and its words, quoted. names: of the activities, one a number; so many are named. own: the reason of
    each where the centre tells of its own work, which it does not cite."""
    if numbers is None:
        return said("not_done", "Сведений о невыполненных мероприятиях нет")
    if not numbers:
        return said("not_done", "Невыполненных мероприятий на дату справки нет")
    start = (f"Не {past(len(numbers), 'выполнен', ACTIVITY)} ", *counted(Amount(len(numbers), source), ACTIVITY), ": ")
    causes = [_clause(one) for one in own] if any(own) else []
    if names and len(numbers) <= NAMED:
        which: list[Pieces] = [(f"{title(name)} (п.{NBSP}", Number(number), ")")
                               for number, name in zip(numbers, names, strict=True)]
        listed = tuple(piece for place, one in enumerate(which) for piece in ((", ", *one) if place else one))
        told = [f"п.{NBSP}{number}{DASH}{cause}" if len(numbers) > 1 else cause
                for number, cause in zip(numbers, causes, strict=False) if cause]
        listed += (f"; {'причина' if len(told) == 1 else 'причины'}: {'; '.join(told)}",) if told else ()
    else:
        said_so = "; ".join(DASH.join(filter(None, one)) for one in zip(numbers, causes, strict=True)) if causes else ""
        listed = (Number(said_so or ", ".join(numbers)),)
    cited = [f"по сведениям {typeset(school.name.gen)}: {quoted(text.strip().rstrip('.'))}" for school, text in reasons
            if text.strip()]
    why = f"; причина, {'; '.join(cited)}" if cited else "" if causes else "; причина не указана"
    return said("not_done", start, listed, why)


def _clause(text: str) -> str:
    """A reason inside a sentence."""
    bare = typeset(text.strip().rstrip("."))
    return bare if bare[:2].isupper() else small(bare)


def no_word(n: Amount, *, unit: Unit = "мероприятие") -> Sentences:
    """По 3 мероприятиям сведения не поступили, вывод об их выполнении не делается. Silence is never a failure."""
    if unknown(n):
        return said("no_word", "Сведения о выполнении мероприятий не поступили")
    if not n.value:
        return ()
    whose = "о" if unit == DEADLINE else agreed(n.value, "о его", "об их", "об их")
    return said("no_word", "По ", counted(n, unit, "dat"),
                f" сведения не поступили, вывод {whose} выполнении не делается")


def lifted(items: Sequence[tuple[str, str]] | None) -> Sentences:
    """С контроля снято 2.6: приказ от 28.08.2026 № 96. items: number of an activity and the paper that lifted it, ""
    is said so; one sentence a paper."""
    if items is None:
        return said("lifted", "Сведений о мероприятиях, снятых с контроля, нет")
    papers: dict[str, list[str]] = {}
    for number, paper in items:
        papers.setdefault(typeset(paper.strip().rstrip(".")), []).append(number)
    return tuple(sentence for paper, numbers in papers.items() for sentence in said(
        "lifted", f"С контроля {'снято' if len(numbers) == 1 else 'сняты'} ", Number(", ".join(numbers)),
        f": {paper}" if paper else "; основание не указано"))


def direction(name: str, share: Share, left: Amount) -> Sentences:
    """По направлению «Работа с педагогами» выполнено 9 из 9; направление завершено. share: done of those whose deadline
    has come. left: activities of it still ahead this year; finished only if none is."""
    start = f"По направлению {title(name)} "
    if unknown(share):
        return said("direction", start, "сведений нет")
    if not share.whole:
        return said("direction", start, "срок ни по одному мероприятию не наступил")
    finished = share.part == share.whole and left.value == 0
    return said("direction", start, "выполнено ", part_of(share), "; направление завершено" if finished else "")


def ahead(n: Amount, nearest: date | None, *, unit: Unit = "мероприятие") -> Sentences:
    """До конца года предстоят 3 мероприятия, ближайший срок 10 декабря 2026 года. None ahead: nothing to say."""
    if unknown(n):
        return said("ahead", "Сведений о предстоящих мероприятиях нет")
    if not n.value:
        return ()
    verb, first = (f"{present(n.value, 'наступит', 'наступят')} ещё", "ближайший") if unit == DEADLINE else (
        present(n.value, "предстоит", "предстоят"), "ближайший срок")
    return said("ahead", f"До конца года {verb} ", counted(n, unit),
                (f", {first} ", Number(day_in_words(nearest))) if nearest else ())

"""Patterns of methodical help: events, projects, mentors, tutors, routes, visits."""

from collections.abc import Sequence
from datetime import date

from shnor.nouns import NOUNS
from shnor.sentences import days
from shnor.sentences.agreement import DASH, counted, figure, in_brackets, listed, part_of, past, unknown
from shnor.sentences.names import SchoolName, title
from shnor.sentences.pieces import Amount, Number, Pieces, Sentences, Share, Source, said
from shnor.sentences.subjects import dative, nominative
from shnor.wording import NBSP, agreed, days_in_words, quoted, typeset
from shnor.wording import listed as joined

TEAMS = "управленческих команд"
NONE = Amount(0)
MOST = 3
"""So many figures one sentence holds."""

Kinds = Sequence[tuple[str, Amount]]
"""A kind of event, in the nominative singular, and how many there were."""


def held(kinds: Kinds | None, whom: str = TEAMS) -> Sentences:
    """Для управленческих команд проведено: 7 практико-ориентированных семинаров, 2 методические сессии, 1
    видеоконференция. whom: in the genitive. From the fourth kind on another sentence goes on."""
    if kinds is None:
        return said("held", f"Сведений о мероприятиях для {whom} нет")
    groups = _by_three(kinds)
    if not groups:
        return said("held", f"Для {whom} мероприятия не проводились")
    starts = (f"Для {whom} проведено: ", *["Кроме того, проведено: "] * (len(groups) - 1))
    return tuple(one for start, group in zip(starts, groups, strict=True) for one in said("held", start, group))


def held_before(year: int, kinds: Kinds | None) -> Sentences:
    """За тот же период 2025 года проведено: 5 семинаров, 1 вебинар. year: that year. For periods of equal length; of
    others `held_monthly`."""
    start = ("За тот же период ", Number(f"{year}"), " года")
    if kinds is None:
        return said("held_before", "Сведений за тот же период ", Number(f"{year}"), " года нет")
    groups = _by_three(kinds)
    if not groups:
        return said("held_before", start, " мероприятия не проводились")
    starts = ((*start, " проведено: "), *[("Кроме того, проведено: ",)] * (len(groups) - 1))
    return tuple(one for begin, group in zip(starts, groups, strict=True)
                 for one in said("held_before", begin, group))


def held_monthly(now: Amount, before: Amount, year: int) -> Sentences:
    """В среднем проводилось 1,4 мероприятия в месяц против 1,0 в 2025 году: периоды разной длины. year: before."""
    if unknown(now, before):
        return said("held_monthly", "Сравнить число мероприятий с ", Number(f"{year}"), " годом нельзя: сведений нет")
    if not now.value:
        return said("held_monthly", "Мероприятия не проводились; в ", Number(f"{year}"), " году проводилось в среднем ",
                    figure(before, 1), " в месяц")
    return said("held_monthly", "В среднем проводилось ", figure(now, 1), " мероприятия в месяц против ",
                figure(before, 1), " в ", Number(f"{year}"), " году: периоды разной длины")


def _by_three(kinds: Kinds) -> list[Pieces]:
    some = [_of_kind(kind, n) for kind, n in kinds if n.value]
    return [listed(some[first:first + MOST]) for first in range(0, len(some), MOST)]


def _of_kind(kind: str, n: Amount) -> Pieces:
    """«2 методические сессии»; a kind whose cases are unknown stands before its number."""
    return counted(n, kind) if kind in NOUNS else (f"{kind}{DASH}", figure(n))


def event_plan(kind: str, planned: Amount, was: Amount) -> Sentences:
    """План по семинарам — 8, проведено 7. Over the plan: По семинарам проведено 12 при плане 10."""
    about = f"по {NOUNS[kind].plural[2]}" if kind in NOUNS else f"по виду {quoted(kind)}"
    if unknown(was):
        return said("event_plan", f"Сведений о проведённых мероприятиях {about} нет")
    if not planned.value:
        return said("event_plan", f"План {about} не установлен, проведено ", figure(was))
    if (was.value or 0) > planned.value:
        return said("event_plan", f"{about} проведено ", figure(was), " при плане ", figure(planned))
    done = (", проведено ", figure(was)) if was.value else (", проведённых нет",)
    return said("event_plan", f"План {about}{DASH}", figure(planned), done)


def project(name: str, first: date, last: date, schools: Amount, teachers: Amount) -> Sentences:
    """В проекте «Умные каникулы» (26 октября — 1 ноября 2026 года) участвовали: школ — 5, педагогов — 38."""
    start = (f"В проекте {title(name)} (", Number(days_in_words(first, last)), ") ")
    if unknown(schools, teachers) and not schools.value and not teachers.value:
        return said("project", f"Сведений об участии в проекте {title(name)} (", Number(days_in_words(first, last)),
                    ") нет")
    if not schools.value and not teachers.value:
        return said("project", start, "школы не участвовали")
    parts = [(f"{word}{DASH}", figure(n)) for word, n in (("школ", schools), ("педагогов", teachers))]
    return said("project", start, "участвовали: ", listed(list(parts)))


def mentors(order: tuple[date, str] | None, share: Share, without: Sequence[SchoolName] = ()) -> Sentences:
    """Наставники закреплены приказом от 12 января 2026 года № 15-осн за 5 из 6 школ; не закреплён за МБОУ ООШ № 9.
    order: its day and number. share: schools with a mentor of all of the list."""
    if unknown(share) or not share.whole:
        return said("mentors", "Сведений о закреплении наставников нет")
    if not share.part:
        return said("mentors", "Наставники не закреплены ни за одной школой перечня")
    by = ("приказом ", Number(days.order(*order)), " ") if order else ()
    if share.part == share.whole:
        one = share.whole == 1
        return said("mentors", "Наставники закреплены ", by, "за " if one else "за каждой из ",
                    counted(Amount(share.whole, share.source), "школа", "ins" if one else "gen"))
    left = (f"; не {'закреплён' if len(without) == 1 else 'закреплены'} за "
            f"{typeset(joined([one.name.ins for one in without]))}") if without else ""
    return said("mentors", "Наставники закреплены ", by, "за ", part_of(share, "школа"), left)


def tutors(subjects: Sequence[str] | None, without: Sequence[str] = (), *, number: Amount | None = None) -> Sentences:
    """Тьюторы закреплены по 7 предметам: русский язык, математика…; не закреплены: физика. number: of the subjects,
    with what it rests on."""
    if subjects is None:
        return said("tutors", "Сведений о закреплении тьюторов нет")
    left = f"; не закреплены: {', '.join(map(nominative, without))}" if without else ""
    if not subjects:
        return said("tutors", "Тьюторы не закреплены ни по одному предмету")
    source = number.source if number else None
    return said("tutors", "Тьюторы закреплены по ", counted(Amount(len(subjects), source), "предмет", "dat"),
                f": {', '.join(map(nominative, subjects))}", left)


def consulted(kinds: Kinds | None, most: Sequence[tuple[str, Amount]] = ()) -> Sentences:
    """Тьюторами проведено 46 консультаций и 12 мастер-классов, чаще всего по русскому языку (18). most: subjects
    that tie for the most, each with its number. The verb agrees with the first kind. Two kinds at most."""
    if kinds is None:
        return said("consulted", "Сведений о работе тьюторов нет")
    some = [(kind, n) for kind, n in kinds if n.value][:MOST - 1]
    if not some:
        return said("consulted", "Консультации и мастер-классы тьюторов не проводились")
    verb = past(some[0][1].value or 0, "проведён", some[0][0]) if some[0][0] in NOUNS else "проведено:"
    what = _of_kind(*some[0]) if len(some) == 1 else (*_of_kind(*some[0]), " и ", *_of_kind(*some[1]))
    where = (f", чаще всего по {joined([dative(name) for name, _ in most])} (", figure(most[0][1]), ")") if most else ()
    return said("consulted", f"Тьюторами {verb} ", what, where)


def routes(share: Share, quarter: str, steps: Share, corrected: Amount) -> Sentences:
    """Индивидуальные маршруты составлены для 23 педагогов (19,5 % от 118); за IV квартал пройдено 40 из 52 этапов,
    скорректировано 4 маршрута. quarter: «IV квартал»."""
    if unknown(Amount(share.part)):
        return said("routes", "Сведений об индивидуальных маршрутах нет")
    if not share.part:
        return said("routes", "Индивидуальные маршруты не составлялись")
    of = in_brackets(share, " от ", Number(f"{share.whole}", share.source)) if share.whole else ()
    passed = agreed(steps.part or 0, "пройден", "пройдено", "пройдено")
    done = (f"; за {quarter} {passed} ", *part_of(steps, "этап")) if steps.whole and not unknown(steps) else ()
    mended = agreed(corrected.value or 0, "скорректирован", "скорректировано", "скорректировано")
    changed = (f", {mended} " if done else f"; за {quarter} {mended} ",
               *counted(corrected, "маршрут")) if corrected.value else ()
    return said("routes", "Индивидуальные маршруты составлены для ",
                counted(Amount(share.part, share.source), "педагог", "gen"), of, done, changed)


def visits(n: Amount, given: Amount | None = None, done: Amount = NONE, ahead: Amount = NONE,
           late: Source | None = None) -> Sentences:
    """Состоялось 14 выездов. Рекомендаций дано 30, выполнено 21, срок не наступил у 5, прошёл у 4,
    выполнение не подтверждено. given: recommendations, None = nothing is said of
    them; ahead: whose day is not named too; the day of all others has passed: late is
    what their number rests on."""
    if unknown(n):
        return said("visits", "Сведений о выездах в школы нет")
    if not n.value:
        return said("visits", "Выезды в школы не проводились")
    first = (f"{past(n.value, 'состоялся', 'выезд')} ", *counted(n, "выезд"))
    if given is None:
        return said("visits", first)
    if given.value is None:
        return said("visits", first, "; сведений о рекомендациях нет")
    if not given.value:
        return said("visits", first, "; рекомендации не давались")
    if (done.value or 0) + (ahead.value or 0) > given.value:
        raise ValueError(f"{done.value} and {ahead.value} are more than {given.value}")
    left = given.value - (done.value or 0) - (ahead.value or 0)
    did = (", выполнено ", figure(done)) if done.value else (", выполненных нет",)
    later = ("срок не наступил у ", figure(ahead)) if ahead.value else ()
    over = (f"{'' if later else 'срок '}прошёл у{NBSP}", figure(Amount(left, late)), ", выполнение не подтверждено"
            ) if left else ()
    told = said("visits", first)
    if later and over and done.value:  # three figures a sentence
        return told + said("visits", "Рекомендаций дано ", figure(given), did) + said("visits", later, ", ", over)
    rest = [piece for one in (later, over) if one for piece in (", ", *one)]
    return told + said("visits", "Рекомендаций дано ", figure(given), did, tuple(rest))

"""Patterns of courses. People are not certificates, and a right to a course is no fault."""

from collections.abc import Sequence

from shnor.sentences.agreement import (
    adds_up,
    counted,
    figure,
    in_brackets,
    nobody,
    part,
    part_of,
    percent,
    unknown,
    whole,
)
from shnor.sentences.pieces import Amount, Number, Pieces, Sentences, Share, said
from shnor.sentences.subjects import nominative
from shnor.wording import CHECK, LONG_DASH, NBSP, verb


def finished(share: Share, schools: Amount, certificates: Amount) -> Sentences:
    """Курсы повышения квалификации прошли 47 педагогов (39,8 % от 118 педагогов 6 школ перечня); удостоверений — 61.
    share: of the teachers who work there on the day; whole None: the staff is not known."""
    if share.part is None:
        return said("finished", "Сведений о курсах повышения квалификации нет")
    papers = (f"; удостоверений{NBSP}{LONG_DASH} ", figure(certificates)) if certificates.value is not None else ()
    if not share.part:
        return said("finished", "Курсы повышения квалификации никто из педагогов не проходил")
    teachers = counted(Amount(share.part, share.source), "педагог")
    where = (" ", *(counted(schools, "школа", "gen") if schools.value != 1 else (
        Number("одной", schools.source), " школы")), " перечня") if schools.value else ()
    if not share.whole:
        people: Pieces = (*teachers, ", численность педагогов не указана")
    elif share.part > share.whole:
        people = (*teachers, " при численности ", whole(share), f"{NBSP}{LONG_DASH} {CHECK}")
    elif percent(share):
        people = (*teachers, *in_brackets(share, " от ", *counted(Amount(share.whole, share.source), "педагог", "gen"),
                                          *where))
    else:
        people = (*part_of(share, "педагог"), *where)
    return said("finished", f"Курсы повышения квалификации {verb(share.part, 'прошли')} ", people, papers)


def course_plan(year: int, done: Share, going_on: Amount, not_begun: Amount) -> Sentences:
    """План курсов на 2026 год: 52, завершили 47 (90,4 %), продолжают 3, не приступили 2. done: of the planned. The
    three parts make the plan, else ValueError; those that are none are left out."""
    start = ("План курсов на ", Number(f"{year}"), " год")
    if done.whole is None:
        return said("course_plan", "Сведений о плане курсов на ", Number(f"{year}"), " год нет")
    if not done.whole:
        return said("course_plan", start, " не составлялся")
    if unknown(done, going_on, not_begun):
        return said("course_plan", start, ": ", whole(done), "; сведений о выполнении нет")
    adds_up(done, Amount(done.part), going_on, not_begun)
    first = (f", {verb(done.part or 0, 'завершили')} ", part(done), *in_brackets(done)) if done.part else (
        ", завершивших нет",)
    rest = [(f", {verb(one.value, word)} ", figure(one)) for word, one in (
        ("продолжают", going_on), ("не приступили", not_begun)) if one.value]
    return said("course_plan", start, ": ", whole(done), first, *rest)


def three_years(share: Share, due: Amount, newcomers: Amount) -> Sentences:
    """За три года обучение прошли 96 из 118 педагогов; для 22 наступает право на обучение. newcomers: who work less
    than three years and have not been on a course yet; they stand apart."""
    if unknown(share):
        return said("three_years", "Сведений об обучении педагогов за три года нет")
    if not share.whole:
        return ()
    adds_up(share, Amount(share.part), due, newcomers)
    if share.part:
        who: Pieces = (f"{verb(share.part, 'прошли')} ", *part_of(share, "педагог"))
    else:
        who = nobody(share, "педагог", "не проходил ни один из ", "никто из педагогов не проходил")
    right = (f"; для{NBSP}", figure(due), " наступает право на обучение") if due.value else ()
    new = (f"; работают менее трёх лет{NBSP}{LONG_DASH} ", figure(newcomers)) if newcomers.value else ()
    return said("three_years", "За три года обучение ", who, right, new)


def no_training(subjects: Sequence[str] | None) -> Sentences:
    """Предметы, по которым ни один педагог школ перечня не прошёл обучение за три года: физика, химия. Over all schools
    of the list, never of one: a sole teacher of a subject is a person."""
    about = "по которым ни один педагог школ перечня не прошёл обучение за три года"
    if subjects is None:
        return said("no_training", "Сведений об обучении педагогов по предметам за три года нет")
    if not subjects:
        return said("no_training", f"Предметов, {about}, нет")
    return said("no_training", f"{'Предметы' if len(subjects) > 1 else 'Предмет'}, "
                f"{about if len(subjects) > 1 else about.replace('по которым', 'по которому')}: "
                f"{', '.join(map(nominative, subjects))}")

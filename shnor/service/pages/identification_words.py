"""What is said of a school and the rule: careful words, each number with the way to its rows. For the coordinator."""

from collections.abc import Iterable, Sequence

from shnor import wording, wording_works
from shnor.datasets.results import STAGES
from shnor.metrics import identification, norms
from shnor.metrics.identification import Clause, Duration, Risk, Rule, Verdict, Work
from shnor.metrics.results import MINIMUM
from shnor.service.figures.norms import source
from shnor.service.pages.grounds import Reason
from shnor.service.pages.identification import LOW, Identified, Signs

NO_GROUND = "Это расчёт муниципалитета; основанием для включения в перечень не является: перечень устанавливает регион."
FEW, DECIDES = "мало участников", ": одного обучающегося достаточно, чтобы итог стал другим"
HELP = "Число участников до порога показано после работ, чтобы понять, кому нужна помощь; это не цель."
PROCEDURE = "Одна процедура здесь — один предмет в одной параллели."
OWN_RULE = "Правило своего региона внесите в «Пороги и шкалы»."
UNCHECKED = "сведения не загружены, условие о двух годах не проверено"
SO_MANY = {1: "одной", 2: "двум", 3: "трём", 4: "четырём", 5: "пяти"}
ORDINALS = ("первый", "второй", "третий", "четвёртый", "пятый", "шестой", "седьмой", "восьмой", "девятый", "десятый")


def years_of(rule: Rule) -> str:
    """«правила 2025 года», «правила 2020–2022 годов», of a region «правила с 01.01.2026»."""
    row = rule.main
    if row.own:
        return f"правила муниципалитета с {wording.day(row.valid_from)}"
    if row.valid_to is None or row.valid_to.year == row.valid_from.year:
        return f"правила {row.valid_from.year}{wording.NBSP}года"
    return f"правила {wording.span(row.valid_from.year, row.valid_to.year)}{wording.NBSP}годов"


def demands(rule: Rule) -> str:
    """«не менее 30 % участников получили отметку «2» или не преодолели минимальный порог по двум и более процедурам
    года или по одной и той же процедуре два года подряд»."""
    share = (f"не менее {wording.number(rule.main.value)}{wording.NBSP}% участников получили отметку «2» или не "
             "преодолели минимальный порог")
    repeated = f"{' и вместе с тем' if rule.together else ' или'} по одной и той же процедуре два года подряд"
    return f"{share} {several(rule)}{repeated if rule.repeated else ''}"


def several(rule: Rule) -> str:
    """«по двум и более процедурам года»."""
    return f"по {SO_MANY.get(rule.works, rule.works)} и более процедурам года"


def notes(rule: Rule) -> str:
    """What the words of the rule mean here, how its «а также» is read and where one's own rule is written."""
    if rule.main.own:
        return PROCEDURE
    read = f"«А также» понято как «{'и' if rule.together else 'или'}»." if rule.repeated else ""
    return " ".join(filter(None, (PROCEDURE, read, OWN_RULE)))


def head(found: Identified | None, rule: Rule | None, year: int) -> str:
    """The answer in one sentence, with the rule and its document."""
    if found is None or not year:
        return ""
    if rule is None:
        return (f"Правила выявления на {year} год в базе нет. Если оно у вас есть, впишите его: форма «Пороги и "
                f"шкалы», {wording.quoted(norms.RULE)}.")
    if found.verdict is None or not found.verdict.looked:
        return f"По порогам {years_of(rule)} смотреть не на что: работ, о которых оно говорит, за {year} год нет."
    said = f"{wording.capital(answer(found.verdict))}{_fires(found, found.verdict)}"
    return f"{said}. {NO_GROUND} {text(rule)}"


def _fires(found: Identified, verdict: Verdict) -> str:
    """« по работам: ВПР, математика, 6 класс — 4 из 11; …»: of clauses that hold, each once."""
    works = {work for clause in verdict.clauses if clause.holds for work in clause.works}
    if not verdict.meets or not works:
        return ""
    now = [work for work in works if work.year == verdict.year]
    now.sort(key=lambda work: wording.by_letters(title(work)))
    told = (_fired(found, verdict, work, [one for one in works if one.same == work.same]) for work in now)
    return f"{'; работы: ' if verdict.small else ' по работам: '}{'; '.join(told)}"


def _fired(found: Identified, verdict: Verdict, work: Work, years: Sequence[Work]) -> str:
    """«ОГЭ, математика, основной день — 3 из 8 (после дополнительного периода — 1 из 8; мало участников: …)»; years:
    with the one before where it counts."""
    beside = [*filter(None, [after(found, work)])]
    beside += [f"в{wording.NBSP}{one.year}{wording.NBSP}году: {wording.k_of_n(one.k, one.n)}"
              for one in years if one != work]
    few = [one for one in years if one.n < MINIMUM]
    beside += [FEW + (DECIDES if any(_decides(verdict, one) for one in few) else "")] if few else []
    told = f"{title(work)}{wording.NBSP}{wording.LONG_DASH} {wording.k_of_n(work.k, work.n)}"
    return f"{told} ({'; '.join(beside)})" if beside else told


def after(found: Identified, work: Work) -> str:
    """«после дополнительного периода — 1 из 8»: what the same exam came to; a rule looks at its main day alone."""
    last = found.later.get(work)
    return wording_works.resit(STAGES[last.stage], last.k, last.n) if last else ""


def _decides(verdict: Verdict, work: Work) -> bool:
    """With one person fewer the work is below the share, and the thresholds are not reached without it."""
    rule = verdict.rule
    others = {one for clause in verdict.clauses for one in clause.works} - {work}
    return identification.between(work.k, work.n, rule.share) == 1 and not identification.judge(
        rule, tuple(others), verdict.year).meets


def answer(verdict: Verdict) -> str:
    """«соответствует порогам правила 2025 года»; of works that few wrote no conclusion, of a year that was not brought
    in that its condition was not checked."""
    rule = verdict.rule
    if verdict.meets and not verdict.small:
        return f"соответствует порогам {years_of(rule)}"
    loaded = f"по загруженным процедурам ({verdict.procedures})"
    if verdict.small:
        said = few(rule)
    elif verdict.meets is None and verdict.clauses[0].holds:
        said = f"{loaded} условие «{several(rule)}» выполняется"
    else:
        said = f"{loaded} порогам {years_of(rule)} не соответствует"
    return f"{said}; {verdict.year - 1} год: {UNCHECKED}" if verdict.unknown else said


def short(verdict: Verdict | None) -> str:
    """The answer as a cell of a table."""
    if verdict is None or not verdict.looked:
        return "работ нет"
    if verdict.small:
        return f"участников менее {norms.SMALL}: пока не вывод"
    if verdict.meets:
        return "соответствует"
    held = verdict.meets is None and verdict.clauses[0].holds
    said = f"по загруженным ({verdict.procedures}) {'одно условие выполняется' if held else 'не соответствует'}"
    return f"{said}; {verdict.year - 1} год не загружен" if verdict.unknown else said


def few(rule: Rule) -> str:
    share = f"{wording.number(rule.main.value)}{wording.NBSP}%"
    return f"доля достигает {share}, но участников менее {norms.SMALL}: пока не вывод"


def text(rule: Rule) -> str:
    """The rule with its document: what it demands and how it is read here."""
    demanded = f"{demands(rule)}; экзамены: {STAGES[rule.stage]}"
    return f"{wording.capital(source(rule.main))}: {demanded}. {notes(rule)}"


def reasons(found: Identified | None) -> tuple[Reason, ...]:
    """What the answer rests on, and what stands near it."""
    if found is None:
        return ()
    if found.verdict is None:
        return (*_since(found),)
    verdict = found.verdict
    said = [reason for clause in verdict.clauses for reason in _clause(found, verdict, clause)]
    if said or any(_near(verdict, work) for work in verdict.looked):
        near = [_work(found, verdict.rule, work) for work in verdict.looked if _near(verdict, work)]
        said += [Reason("на 1 участника ниже порога:", ""), *near] if near else []
        said.append(Reason(signs(found.signs, verdict.year), ""))
    said += [Reason(f"зона риска: {_risk(risk)} (порог: {found.zone})", "") for risk in found.risks]
    return (*said, *_since(found))


def _clause(found: Identified, verdict: Verdict, clause: Clause) -> Iterable[Reason]:
    if not clause.holds:
        return
    if clause.id == "works":
        yield Reason(f"условие «{several(verdict.rule)}» выполняется", "")
        yield from (_work(found, verdict.rule, work) for work in clause.works)
        return
    yield Reason("условие «по одной и той же процедуре два года подряд» выполняется", "")
    for before, now in zip(*_pairs(clause), strict=True):
        small = f"; {few(verdict.rule)}" if min(before.n, now.n) < norms.SMALL else ""
        later = after(found, now)
        yield Reason(f"{title(now)}: {before.year} год — {wording.k_of_n(before.k, before.n)}, {now.year} год — ",
                     wording.k_of_n(now.k, now.n), f"{f', {later}' if later else ''}{small}", LOW, found.where(now))


def _pairs(clause: Clause) -> tuple[list[Work], list[Work]]:
    ordered = sorted(clause.works, key=lambda work: (work.same, work.year))
    return ordered[::2], ordered[1::2]


def _near(verdict: Verdict, work: Work) -> bool:
    """Below the threshold by one person."""
    share = verdict.rule.share
    return not identification.reaches(work.k, work.n, share) and identification.between(work.k, work.n, share) == 1


def _work(found: Identified, rule: Rule, work: Work) -> Reason:
    later = after(found, work)
    return Reason(f"{title(work)}: ", wording.k_of_n(work.k, work.n),
                  f"{f', {later}' if later else ''}; {beside(rule, work)}", LOW, found.where(work))


def beside(rule: Rule, work: Work) -> str:
    """The people between, and of a work that reaches the share with fewer than ten that it is no conclusion."""
    small = work.n < norms.SMALL and identification.reaches(work.k, work.n, rule.share)
    return f"{distance(rule, work)}{f'; {few(rule)}' if small else ''}"


def distance(rule: Rule, work: Work) -> str:
    """Whole people between, both ways: «порог — 4 из 11, на 1 участника больше»."""
    people = identification.between(work.k, work.n, rule.share)
    by = f"{people}{wording.NBSP}{wording.agreed(people, 'участника', 'участника', 'участников')}"
    if identification.reaches(work.k, work.n, rule.share):
        return f"ниже порога — {wording.k_of_n(work.k - people, work.n)}, на {by} меньше"
    return f"порог — {wording.k_of_n(work.k + people, work.n)}, на {by} больше"


def title(work: Work) -> str:
    """«ОГЭ, математика, основной день», «ВПР, математика, 6 класс»."""
    return f"{work.procedure}, {work.subject}, {STAGES[work.stage] if work.stage else f'{work.grade} класс'}"


def signs(found: Signs, year: int) -> str:
    """«признаки, требующие дополнительного анализа, за 2026 год: сведения не загружены»."""
    there = "; ".join(found.marked) or "в загруженном списке не отмечены"
    said = there if found.loaded else "сведения не загружены"
    return f"признаки, требующие дополнительного анализа, за {year} год: {said}"


def _risk(risk: Risk) -> str:
    if risk.id == "left":
        return f"вышла из перечня {wording.day(risk.left)}" if risk.left else ""
    works = ", ".join(f"{title(work)} ({wording.k_of_n(work.k, work.n)})" for work in risk.works)
    return f"{'на пороге' if risk.id == 'one' else 'близко к порогу'}: {works}"


def _since(found: Identified) -> Iterable[Reason]:
    text = listed_years(found.duration)
    if text and found.on_list:
        yield Reason(f"в перечне ШНОР {text}", "")


def listed_years(told: Duration) -> str:
    """«второй год подряд (с 2025 года); группа по длительности: 2 года», with a break «первый год после перерыва»."""
    if not told.running:
        return ""
    ordinal = ORDINALS[told.running - 1] if told.running <= len(ORDINALS) else f"{told.running}-й"
    run = f"{ordinal} год" + (" подряд" if told.running > 1 else " после перерыва" if told.broken else "")
    group = ("1 год", "2 года", "3 года и больше")[told.group - 1]
    since = f" (впервые в {told.first} году)" if told.first and told.total > 1 else ""
    return f"{run}{since}; группа по длительности: {group}"

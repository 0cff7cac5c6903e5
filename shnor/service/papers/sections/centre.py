"""I. The mentors' centre: what was held for the schools' teams, against the plan and the year before, projects,
mentors, visits."""

import re
from collections.abc import Sequence
from datetime import date

from shnor import periods, wording
from shnor.datasets.support_roles import ORDER
from shnor.metrics import events, programmes
from shnor.reports.papers.blocks import Block, Missing, Paragraph, Section, Table
from shnor.sentences import days, paper
from shnor.sentences import support as patterns
from shnor.sentences.pieces import Amount, Sentences
from shnor.service.figures import topics
from shnor.service.figures.rows import Where, only, values
from shnor.service.pages import helpers
from shnor.service.papers import quoted
from shnor.service.papers.writing import Writing, sentences

ID, TITLE = "centre", "Деятельность муниципального наставнического центра"
HELD, PLAN, MENTORS, GIVEN = "events_count", "events_plan_share", "support_mentor_share", "recommendations_done"
SESSIONS, PEOPLE = "programme_sessions", "programme_people"
VISIT = "выезд"
TEAMS = ("center", "curator", "other")
"""Who holds what is held for the teams of schools: not mentors and tutors, whose work is told apart."""
EVENTS, PROGRAMMES, ROLES = "Мероприятия методической помощи", "Занятия программ помощи", "Наставники и тьюторы"
WHOM = "управленческих команд школ муниципалитета"
TABLE = 3
"""From so many kinds on the others stand in the table alone."""


def section(writing: Writing) -> Section:
    kinds = _for_teams(writing, {**writing.within("day"), **of(writing)})
    whom = f"управленческой команды {writing.school(writing.asked.school).name.gen}" if writing.asked.school else (
        WHOM if len(writing.listed) > 1 else patterns.TEAMS)
    before, plan = _before(writing, kinds), _plan(writing, _span(writing, kinds))
    if plan:
        blocks: list[Block] = [Paragraph(sentences(patterns.held(kinds[:TABLE] or None, whom), paper.shown(
            "План и исполнение по видам мероприятий", True, "table"))), plan]
    else:
        blocks = [Paragraph(sentences(patterns.held(kinds or None, whom), before))]
    told = sentences(_projects(writing), _mentors(writing), _visits(writing))
    missing = [] if kinds else [Missing("Нет мероприятий для управленческих команд", EVENTS, "upload")]
    if not told_of_mentors(writing):
        missing.append(Missing("Не сказано, кто чей наставник", ROLES, "upload"))
    return Section(ID, TITLE, (*blocks, *((Paragraph(told),) if told else ())), tuple(missing))


def of(writing: Writing) -> Where:
    """Events for the school the paper is of; for the municipality every event."""
    return {"school_codes": writing.asked.school} if writing.asked.school else {}


def _for_teams(writing: Writing, where: Where) -> list[tuple[str, Amount]]:
    """Visits are told apart."""
    return [(kind, n) for kind, n in held(writing, {**where, "organiser": TEAMS}) if kind != VISIT]


def held(writing: Writing, where: Where) -> list[tuple[str, Amount]]:
    """Kind → how many were held, in the order of a report; those that were none are left out."""
    figures = topics.counted(writing.view, [HELD], by=("event_kind",), as_of=writing.day, where=where)
    kinds = sorted((one.group["event_kind"] for one in figures if one.numerator), key=wording.by_event_kind)
    return [(kind, writing.amount(HELD, {**where, "event_kind": kind})) for kind in kinds]


def _before(writing: Writing, kinds: Sequence[tuple[str, Amount]]) -> Sentences:
    """The same days of the year before."""
    where = _span(writing, kinds)
    return patterns.held_before(writing.first.year - 1, _for_teams(writing, where)) if where else ()


def _span(writing: Writing, kinds: Sequence[tuple[str, Amount]]) -> Where:
    """The same days of the year before, where the log tells of that whole time; else nothing."""
    if not kinds or writing.asked.whole.kind != "year" or _newcomer(writing):
        return {}
    first, last = (_year_before(day) for day in (writing.first, min(writing.last, writing.day)))
    log = only(topics.marked(writing.view, events.MARKING, as_of=writing.day), year=first.year, is_held=1)
    rows = [row for row in log.select(["day", "period"]).to_pylist() if row["day"]]
    longer = any(row["day"] <= last < periods.final_day(row["period"]) for row in rows)
    if not rows or longer or not _begun(writing, first):
        return {}
    return {"day__from": first, "day__to": last, **of(writing)}


def _newcomer(writing: Writing) -> bool:
    """The school the paper is of was on no list the year before: nobody held anything for it."""
    card = writing.cards.get(writing.asked.school)
    return card is not None and writing.last.year - 1 not in card.years


def _begun(writing: Writing, first: date) -> bool:
    """The log tells of the first month of that time, or of earlier ones."""
    rows = only(topics.marked(writing.view, events.MARKING, as_of=writing.day), is_held=1,
                day__to=periods.last_day(first.year, first.month))
    return rows.num_rows > 0


def _year_before(day: date) -> date:
    return day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def _plan(writing: Writing, before: Where) -> Table | None:
    """Kinds that were planned, each against what was held of it; of a calendar year alone, as plans are. before: the
    same time of the year before, empty = nothing is said of it."""
    if writing.asked.school or writing.asked.whole.kind != "year":
        return None
    where = writing.within("day")
    figures = topics.counted(writing.view, [PLAN], by=("event_kind",), as_of=writing.day, where=where)
    kinds = sorted((one.group["event_kind"] for one in figures if one.denominator), key=wording.by_event_kind)
    rows = []
    for kind in kinds:
        share = writing.share(PLAN, {**where, "event_kind": kind})
        then = quoted.number(_held(writing, {**before, "event_kind": kind})) if before else None
        rows.append((wording.event_kinds(kind), quoted.whole(share), quoted.part(share), *((then,) if then else ())))
    year = (_days(before),) if before else ()
    return Table(f"Методические мероприятия: план и исполнение, {wording.period(writing.asked.period)}",
                 ("Вид", "План", "Проведено", *year), tuple(rows),
                 f"журнал мероприятий муниципалитета, {writing.until}") if rows else None


def _days(where: Where) -> str:
    """«С 1 января по 20 декабря 2025 года»."""
    first, last = where["day__from"], where["day__to"]
    assert isinstance(first, date)
    assert isinstance(last, date)
    return wording.capital(days.from_to(first, last))


def _held(writing: Writing, where: Where) -> Amount:
    """Of a time the log tells of: no row is none."""
    found = writing.amount(HELD, where)
    return found if found.value is not None else Amount(0, found.source)


def _projects(writing: Writing) -> Sentences:
    """Sessions of a programme that lasted several days, each time it was held."""
    rows = only(topics.marked(writing.view, programmes.MARKING, as_of=writing.day,
                              where={**writing.within("known_on"), **of(writing)}), n_held=1)
    times = sorted({(row["period"], row["programme"]) for row in rows.select(["period", "programme"]).to_pylist()
                    if periods.first_day(row["period"]) < periods.final_day(row["period"])
                    and len(row["period"]) > len("2026-11-18")})
    return sentences(*(_project(writing, period, name) for period, name in times))


def _project(writing: Writing, period: str, name: str) -> Sentences:
    where: Where = {"programme": name, "period": period, **of(writing)}
    schools = quoted.members(writing.view, SESSIONS, "school_codes", day=writing.day, where=where,
                             title=f"Школ в проекте {wording.quoted(name)}")
    return patterns.project(name, periods.first_day(period), periods.final_day(period), schools,
                            writing.amount(PEOPLE, where))


def told_of_mentors(writing: Writing) -> bool:
    return helping(writing).known


def helping(writing: Writing) -> helpers.Helping:
    """Who helps the schools: the same for every school."""
    return writing.once(helpers.build, day=writing.last, year=writing.year)


def _mentors(writing: Writing) -> Sentences:
    if writing.asked.school:
        return ()
    supported = {one.card.school_id: one for one in helping(writing).schools}
    named = {role.document for code in writing.listed if code in supported
             for role in supported[code].of(helpers.MENTOR)}
    without = [code for code in writing.listed if code in supported and not supported[code].of(helpers.MENTOR)]
    share = quoted.share(writing.view, MENTORS, day=writing.last)
    return patterns.mentors(_order(named), share, writing.named(without))


def _order(documents: set[str]) -> tuple[date, str] | None:
    """The day and number of the one order all of them name."""
    found = {(one["day"], one["number"]) for text in documents if (one := re.search(ORDER, text))}
    if len(found) != 1 or len(documents) != 1:
        return None
    [(day, number)] = found
    return date(*map(int, reversed(day.split(".")))), number


def _visits(writing: Writing) -> Sentences:
    where: Where = {**writing.within("day"), **of(writing), "event_kind": VISIT}
    visits = writing.amount(HELD, where)
    if writing.asked.whole.kind != "year":  # advice is kept by years
        return patterns.visits(visits) if visits.value else ()
    advice = _advice(writing)
    if not advice:
        return patterns.visits(visits, Amount(None))
    share = writing.share(GIVEN, advice)
    if share.whole is None:  # others were advised
        return patterns.visits(visits, Amount(0))
    late = writing.amount(GIVEN, advice, "late").source
    ahead = [writing.amount(GIVEN, advice, part) for part in ("open", "going")]
    return patterns.visits(visits, Amount(share.whole, share.source), Amount(share.part, share.source),
                           quoted.together("Срок рекомендаций не наступил", *ahead), late)


def _advice(writing: Writing) -> Where:
    """Recommendations of visits of the year; empty where the register has none."""
    rows = topics.marked(writing.view, topics.METRICS[GIVEN].marking, as_of=writing.day)
    given = only(rows, year=writing.year, is_given=1)
    names = {name for name in values(given, "source") if name.lower().startswith(VISIT)}
    own: Where = {"school_id": writing.asked.school} if writing.asked.school else {}
    return {"source": tuple(sorted(names)), "year": writing.year, **own} if names else {}

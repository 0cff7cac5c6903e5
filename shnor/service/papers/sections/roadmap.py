"""II. The roadmap: what was planned, what was due and what came of it, direction by direction, what is still ahead."""

from collections.abc import Sequence

import pyarrow as pa

from shnor import periods, wording
from shnor.metrics.standings import AHEAD, DROPPED, DUE_PARTS, NOT_DONE
from shnor.reports.papers.blocks import Block, Missing, Paragraph, Section, Table
from shnor.sentences import roadmap as patterns
from shnor.sentences.names import SchoolName
from shnor.sentences.pieces import Amount, Sentences
from shnor.service.figures import roadmap
from shnor.service.figures.roadmap import Deadline, Parts
from shnor.service.figures.rows import Where
from shnor.service.papers import quoted
from shnor.service.papers.writing import Writing, sentences

ID, TITLE = "roadmap", "Реализация дорожной карты"
DUE, PAPERS, ON_TIME, ACTIVITIES = ("roadmap_done_due", "roadmap_with_document", "roadmap_on_time",
                                    "roadmap_activities")
FORM = "Дорожная карта"
CENTRE = "методический центр"
FROM, TO = "due_date__from", "due_date__to"
LATE = "Выполнено с опозданием"


def section(writing: Writing) -> Section:
    where = _where(writing)
    rows = roadmap.marked(writing.view, as_of=writing.day, where=where)
    parts = roadmap.parts(rows).get(())
    if parts is None or not parts.planned:
        return Section(ID, TITLE, (), (_no_plan(writing),))
    told = roadmap.deadlines(rows)
    if _by_deadline(parts):
        return Section(ID, TITLE, (_counts(writing, where, parts), *_said(_open(writing, where, told))),
                       _missing(writing, told))
    if FROM in where:  # a part of a plan, or of two: the sentence that tells of a plan would be of another number
        return Section(ID, TITLE, (
            _counts(writing, where, parts), *_said(_done(writing, where)), *_said(_open(writing, where, told)),
            *_said(_directions(writing, where, rows))), _missing(writing, told))
    return Section(ID, TITLE, (
        *_said(sentences(_planned(writing, where), _done(writing, where))), *_said(_open(writing, where, told)),
        *_said(_directions(writing, where, rows)), *_said(_left(writing, where, told))), _missing(writing, told))


def _where(writing: Writing) -> Where:
    """The roadmap of the municipality or of the school, of every period that touches the one of the paper; of a part of
    a year the deadlines that end in it."""
    plans = [plan for plan in writing.once(roadmap.plans) if plan.school_id == writing.asked.school]
    asked = writing.asked.whole
    codes = sorted({code for plan in plans for code in plan.periods if _touches(code, asked)})
    where: Where = {"period": tuple(codes) or writing.asked.period, "school_id": writing.asked.school}
    return where if codes == [asked.code] else {**where, FROM: asked.start, TO: asked.end}


def _touches(code: str, asked: periods.Period) -> bool:
    return periods.parse(code).start <= asked.end and periods.parse(code).end >= asked.start


def _by_deadline(parts: Parts) -> bool:
    """Sentences tell of activities: where one has several deadlines, a day is not known or something is not shown yet,
    a table of deadlines stands in their place."""
    return bool(parts.rows != parts.activities or parts.undated or parts.unseen)


def _said(told: Sentences) -> tuple[Block, ...]:
    return (Paragraph(told),) if told else ()


def _planned(writing: Writing, where: Where) -> Sentences:
    directions = quoted.different(writing.view, ACTIVITIES, "direction", day=writing.day, where=where,
                                  title="Направлений дорожной карты")
    return patterns.due(writing.year, writing.amount(ACTIVITIES, where), directions, writing.day,
                        writing.amount(DUE, where, "due"))


def _done(writing: Writing, where: Where) -> Sentences:
    on_time = writing.share(ON_TIME, where)
    dated = Amount(on_time.part or 0, on_time.source)
    late = quoted.rest(on_time, LATE) if on_time.source else Amount(0)
    made = patterns.done_parts(
        writing.amount(DUE, where, "due"), dated, late, writing.amount(DUE, where, "not_done"),
        writing.amount(DUE, where, "no_report"), done=writing.amount(DUE, where, "done_due").source)
    return sentences(made, patterns.confirmed(writing.share(PAPERS, where)))


def _open(writing: Writing, where: Where, told: Sequence[Deadline]) -> Sentences:
    failed = [one for one in told if one.standing == NOT_DONE]
    source = writing.amount(DUE, where, "not_done").source
    reasons = _reasons(writing, failed)
    due = any(one.standing in DUE_PARTS.values() for one in told)
    lifted = [(one.number, one.fact_document or "") for one in told if one.standing == DROPPED]
    return sentences(patterns.not_done([one.number for one in failed], reasons, source) if due else (),
                     patterns.no_word(writing.amount(DUE, where, "no_report")), patterns.lifted(lifted))


def _reasons(writing: Writing, failed: Sequence[Deadline]) -> list[tuple[SchoolName, str]]:
    """In the words of who reported: of the municipality's own roadmap the centre, which has no gender of a school."""
    told = [one for one in failed if one.fact_note]
    whose = {one.school_id or "" for one in told}
    said = []
    for code in whose:
        own = [one for one in told if (one.school_id or "") == code]
        text = "; ".join(map(_numbered, own)) if len(failed) > 1 else str(own[0].fact_note)
        said.append((writing.school(code) if code else SchoolName(writing.cases("center", CENTRE)), text))
    return said


def _numbered(one: Deadline) -> str:
    """«2.3 — не хватило часов»."""
    return f"{one.number}{wording.NBSP}{wording.LONG_DASH} {wording.small(str(one.fact_note).rstrip('.'))}"


def _directions(writing: Writing, where: Where, rows: pa.Table) -> Sentences:
    found: list[Sentences] = []
    for (direction,), parts in roadmap.parts(rows, "direction").items():
        own = {**where, "direction": direction}
        whole = {name: value for name, value in own.items() if name not in (FROM, TO)}
        if direction and parts.planned:
            found.append(patterns.direction(direction, writing.share(DUE, own), writing.amount(DUE, whole, "ahead")))
    return sentences(*found)


def _left(writing: Writing, where: Where, told: Sequence[Deadline]) -> Sentences:
    ahead = [one.due_date for one in told if one.standing == AHEAD and one.due_date]
    return patterns.ahead(writing.amount(DUE, where, "ahead"), min(ahead, default=None))


def _counts(writing: Writing, where: Where, parts: Parts) -> Table:
    """Deadlines, where they are not activities one by one."""
    titles = {"due": "Срок наступил", **{part: wording.capital(words) for part, words in DUE_PARTS.items()}}
    lines = [(title, quoted.number(writing.amount(DUE, where, part))) for part, title in titles.items()]
    return Table("Сроки дорожной карты", ("Показатель", "Сроков"), tuple(lines),
                 f"{_plan(parts)}; на {wording.day(writing.day)}")


def _plan(parts: Parts) -> str:
    return f"мероприятий {wording.number(parts.activities)}, сроков {wording.number(parts.planned)}"


def _no_plan(writing: Writing) -> Missing:
    whose = writing.cards[writing.asked.school].name if writing.asked.school else "муниципалитета"
    return Missing(f"Нет дорожной карты {whose} на {wording.period(writing.asked.period)}", FORM, "upload")


def _missing(writing: Writing, told: Sequence[Deadline]) -> tuple[Missing, ...]:
    silent = [one for one in told if one.standing == DUE_PARTS["no_report"]]
    awaited = [one for one in told if one.standing == DUE_PARTS["awaited"]]
    found = []
    if silent:
        found.append(Missing(f"Нет сведений о выполнении: {_numbers(silent)}", "Отметки о выполнении", "upload"))
    if awaited:
        found.append(Missing(f"Выполнено, документ ожидается: {_numbers(awaited)}", "Отметки о выполнении", "upload"))
    return tuple(found)


def _numbers(told: Sequence[Deadline]) -> str:
    return ", ".join(dict.fromkeys(one.number for one in told))

"""II. The roadmap: what was planned, what was due and what came of it, direction by direction, what is still ahead."""

from collections.abc import Sequence

import pyarrow as pa

from shnor import periods, wording
from shnor.metrics.standings import AHEAD, DROPPED, DUE_PARTS, NOT_DONE
from shnor.reports.papers.blocks import Block, Missing, Paragraph, Section, Table
from shnor.sentences import paper
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
FROM, TO = "due_date__from", "due_date__to"
LATE = "Выполнено с опозданием"


def section(writing: Writing) -> Section:
    """A school year stands on two plans: each is told of by itself."""
    made = [_of_plan(writing, where) for where in _plans(writing)]
    told = [one for one in made if one is not None]
    if not told:
        silent = () if writing.asked.school else (Paragraph(paper.no_data("о реализации дорожной карты")),)
        return Section(ID, TITLE, silent, (_no_plan(writing),))
    return Section(ID, TITLE, tuple(block for one in told for block in one[0]), _missing([
        one for _, deadlines in told for one in deadlines]))


def _of_plan(writing: Writing, where: Where) -> tuple[tuple[Block, ...], list[Deadline]] | None:
    rows = roadmap.marked(writing.view, as_of=writing.day, where=where)
    parts = roadmap.parts(rows).get(())
    if parts is None or not parts.planned:
        return None
    told = roadmap.deadlines(rows)
    open_, ways = _said(_open(writing, where, told)), _directions(writing, where, rows)
    if _by_deadline(parts):
        return (_counts(writing, where, parts), *open_), told
    if FROM in where:  # a part of a plan: the sentence that tells of a plan would be of another number
        return (*_said(sentences(_within(writing, where), _done(writing, where))), *open_, *ways), told
    return (*_said(sentences(_planned(writing, where), _done(writing, where))), *open_, *ways,
            *_said(_left(writing, where, told))), told


def _plans(writing: Writing) -> list[Where]:
    """The roadmaps of the municipality or of the school, of every period that touches the one of the paper, in their
    order; of a part of a plan the deadlines that end in it."""
    plans = [plan for plan in writing.once(roadmap.plans) if plan.school_id == writing.asked.school]
    asked = writing.asked.whole
    codes = sorted({code for plan in plans for code in plan.periods if _touches(code, asked)})
    found: list[Where] = [{"period": code, "school_id": writing.asked.school} for code in codes]
    return [where if where["period"] == asked.code else {**where, FROM: asked.start, TO: asked.end} for where in found]


def _year(where: Where) -> int:
    return periods.final_day(str(where["period"])).year


def _whose(writing: Writing) -> str:
    """The school whose own plan it is."""
    return writing.school(writing.asked.school).name.gen if writing.asked.school else ""


def _within(writing: Writing, where: Where) -> Sentences:
    return patterns.due_within(_year(where), writing.first, writing.last, writing.amount(DUE, where, "due"),
                               whose=_whose(writing))


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
    return patterns.due(_year(where), writing.amount(ACTIVITIES, where), directions, writing.day,
                        writing.amount(DUE, where, "due"), whose=_whose(writing))


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
    own = [] if writing.asked.school else [str(one.fact_note or "") for one in failed]
    return sentences(patterns.not_done([one.number for one in failed], reasons, source, own=own, names=[
        one.activity or "" for one in failed] if all(one.activity for one in failed) else ()) if due else (),
                     patterns.no_word(writing.amount(DUE, where, "no_report")), patterns.lifted(lifted))


def _reasons(writing: Writing, failed: Sequence[Deadline]) -> list[tuple[SchoolName, str]]:
    """In the words of the school whose plan it is; the centre does not cite itself."""
    told = [one for one in failed if one.fact_note]
    if not told or not writing.asked.school:
        return []
    text = "; ".join(map(_numbered, told)) if len(failed) > 1 else str(told[0].fact_note)
    return [(writing.school(writing.asked.school), text)]


def _numbered(one: Deadline) -> str:
    """«2.3 — не хватило часов»."""
    return f"{one.number}{wording.NBSP}{wording.LONG_DASH} {wording.small(str(one.fact_note).rstrip('.'))}"


def _directions(writing: Writing, where: Where, rows: pa.Table) -> tuple[Block, ...]:
    """Two and more stand in a table."""
    found = [(str(name), {**where, "direction": name}) for (name,), parts in roadmap.parts(rows, "direction").items()
             if name and parts.planned]
    whole = FROM not in where
    if len(found) == 1:
        [(name, own)] = found
        return _said(patterns.direction(name, writing.share(DUE, own), writing.amount(DUE, own, "ahead")))
    lines = tuple((wording.typeset(name), quoted.number(writing.share(DUE, own)), *(
        (quoted.number(writing.amount(DUE, own, "ahead")),) if whole else ())) for name, own in found)
    table = Table(f"Направления дорожной карты на {_year(where)} год", (
        "Направление", "Выполнено из наступивших", *(("Осталось",) if whole else ())), lines,
        f"дорожная карта, {writing.until}")
    return (Paragraph(paper.shown("Выполнение по направлениям", False, "table")), table) if found else ()


def _left(writing: Writing, where: Where, told: Sequence[Deadline]) -> Sentences:
    ahead = [one.due_date for one in told if one.standing == AHEAD and one.due_date]
    return patterns.ahead(writing.amount(DUE, where, "ahead"), min(ahead, default=None))


def _counts(writing: Writing, where: Where, parts: Parts) -> Table:
    """Deadlines, where they are not activities one by one."""
    titles = {"due": "Срок наступил", **{part: wording.capital(words) for part, words in DUE_PARTS.items()}}
    lines = [(title, quoted.number(writing.amount(DUE, where, part))) for part, title in titles.items()]
    return Table("Сроки дорожной карты", ("Показатель", "Сроков"), tuple(lines),
                 f"{_plan(parts)}; {writing.until}")


def _plan(parts: Parts) -> str:
    return f"мероприятий {wording.number(parts.activities)}, сроков {wording.number(parts.planned)}"


def _no_plan(writing: Writing) -> Missing:
    whose = writing.cards[writing.asked.school].name if writing.asked.school else "муниципалитета"
    return Missing(f"Нет дорожной карты {whose} на {wording.period(writing.asked.period)}", FORM, "upload")


def _missing(told: Sequence[Deadline]) -> tuple[Missing, ...]:
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

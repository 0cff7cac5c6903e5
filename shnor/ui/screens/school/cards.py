"""Three cards of a school: what is needed now, how we help, where its roadmap stands."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from shnor import wording
from shnor.charts import inline
from shnor.metrics.standings import DUE_PARTS, NO_REPORT, NOT_DONE
from shnor.nouns import NOUNS
from shnor.service.figures.roadmap import BESIDE, Deadline, Parts, beside
from shnor.service.figures.rows import Where
from shnor.service.month.owed import Cell as Owed
from shnor.service.pages import school_words
from shnor.service.pages.questions import Question
from shnor.service.pages.recommendations import Advice
from shnor.service.pages.school import SchoolPage
from shnor.service.pages.school_topics import SchoolTopics
from shnor.ui.kit import html
from shnor.ui.kit.html import NOTHING, Cell, Link, Markup, joined, tag
from shnor.ui.kit.links import to_cells, to_deadline, to_rows
from shnor.ui.run.session import Session
from shnor.ui.screens.roadmap.parts import nothing_due
from shnor.ui.screens.school import months, own

SHOWN, COMING, PROVING, NAMED, ASKED = 5, 2, 1, 40, 2
"""So many lines stand open, of documents and of what lies ahead fewer (one of each where all three stand); the rest is
folded; so many are named at all, of questions fewer: beyond them they are counted."""
EVENT, REPORT, ADVICE = "мероприятие", "отчёт", "рекомендация"
SOON = timedelta(days=30)
"""A recommendation whose day is further off is not needed now."""


class Needed(NamedTuple):
    """A line of «Сейчас нужно». due: None of what has no day of its own. kind: what is counted, of NOUNS."""

    due: date | None
    words: Cell
    kind: str = EVENT


def show(session: Session, data: SchoolPage, told: SchoolTopics, owing: Sequence[Owed],
         reports: Sequence[Owed], advice: Sequence[Advice] = ()) -> None:
    """owing: reports the school has not sent, the earliest day first. reports: of the year, month by month. advice:
    recommendations of the school."""
    html.show(tag("<div class='shnor-cards'>{}{}{}</div>", _needed(session, data, owing, advice),
                  _helped(session, told, data.card.school_id), _roadmap(session, data, reports)))


def _card(title: str, beside_it: str, *parts: Markup) -> Markup:
    return tag("<section class='shnor-card'><h3>{} <small>{}</small></h3>{}</section>", title,
               wording.typeset(beside_it), joined(parts))


def _needed(session: Session, data: SchoolPage, owing: Sequence[Owed], advice: Sequence[Advice] = ()) -> Markup:
    past, ahead = needed(session, data, owing, advice)
    if not (past or ahead or data.awaited):
        words = "Срочного нет." if data.plans else "У школы нет своей дорожной карты в базе."
        return _card("Сейчас нужно", "", html.text_html(words))
    documents = [Needed(row.due_date, _named(session, row)) for row in data.awaited]
    return _card("Сейчас нужно", "", _group("Срок прошёл", _sizes(past), past, SHOWN, "late"),
                 _group("Документ ожидается", wording.number(len(documents)), documents, PROVING),
                 _group("Впереди", _sizes(ahead), ahead, 1 if past and documents else COMING))


def needed(session: Session, data: SchoolPage, owing: Sequence[Owed] = (), advice: Sequence[Advice] = (),
           ) -> tuple[list[Needed], list[Needed]]:
    """What is past its day, reports before events, and what is not; the earliest day first. No blame. owing: reports
    the school has not sent. advice: recommendations of the school."""
    day = session.day
    own_advice = [Needed(one.due, _advised(session, one), ADVICE) for one in advice
                  if one.is_left and one.due and one.due <= day + SOON]
    lines = [*(Needed(cell.due, own.owed(session, cell), REPORT) for cell in owing),
             *(Needed(row.due_date, ["сообщить о ", _named(session, row), f": {_told(row)}"])
               for row in data.no_report), *own_advice,
             *(Needed(row.due_date, [_named(session, row), f": {NOT_DONE}; {row.reason}"]) for row in data.not_done)]
    ahead = [Needed(row.due_date, _named(session, row)) for row in data.ahead]
    past = _by_day([line for line in lines if line.due is None or line.due < day])
    return (sorted(past, key=lambda line: line.kind != REPORT),
            _by_day([*(line for line in lines if line.due and line.due >= day), *ahead]))


def _advised(session: Session, one: Advice) -> Cell:
    """«рекомендация «Провести пробную работу»»; whose it is stands in the cell it leads to."""
    late = ": выполнение не подтверждено" if one.standing == "late" else ""
    return ["рекомендация ", to_cells(session, wording.quoted(one.text), one.upload_id, one.sheet, one.cell), late]


def _by_day(lines: Sequence[Needed]) -> list[Needed]:
    return sorted(lines, key=lambda line: line.due or date.max)


def _sizes(lines: Sequence[Needed]) -> str:
    """«14 мероприятий и 1 отчёт»: the lines of a group by kind, so that its events are those of the roadmap beside."""
    kinds = [line.kind for line in lines]
    return wording.listed([wording.counted(kinds.count(kind), kind) for kind in (EVENT, REPORT, ADVICE)
                           if kind in kinds])


def _group(title: str, size: str, lines: Sequence[Needed], shown: int, mark: str = "") -> Markup:
    """«Срок прошёл: 7 мероприятий» over as many lines, those beyond `shown` folded."""
    if not lines:
        return NOTHING
    return tag("<h4>{}: {}</h4>{}{}", title, size, _listed(lines[:shown], mark), _more(lines[shown:], mark))


def _told(row: Deadline) -> str:
    return "; ".join(filter(None, (NO_REPORT, row.last_word)))


def _named(session: Session, row: Deadline) -> Cell:
    return to_deadline(session, f"{row.number} {wording.quoted(row.activity or '')}", row.src)


def _listed(lines: Sequence[Needed], mark: str) -> Markup:
    return tag("<ul class='shnor-dated'>{}</ul>", joined(
        tag("<li>{}{}</li>", tag("<b class='{}'>{}</b> ", mark, wording.day(line.due)) if line.due else NOTHING,
            html.cell(line.words)) for line in lines))


def _more(lines: Sequence[Needed], mark: str) -> Markup:
    if not lines:
        return NOTHING
    rest = school_words.rest(lines, NAMED, "строка")
    return tag("<details class='shnor-unfold'><summary>ещё {} ▸</summary>{}{}</details>",
               wording.counted(len(lines), "строка"), _listed(lines[:NAMED], mark),
               html.text_html(*rest, mark="shnor-small") if rest else NOTHING)


def _helped(session: Session, told: SchoolTopics, school: str) -> Markup:
    """Help received stands above results: a dot a deed, how many, what comes next, what the school asks."""
    found = told.help
    if not found or not any((*found.counts.values(), *found.others.values())):
        return _card("Чем помогаем", "", html.text_html(school_words.NO_HELP), _asked(told.questions, session.day))
    where = {"school_codes": school, "year": str(found.year)}
    rows = [_kind(session, kind, n, where) for kind, n in found.counts.items()]
    if found.visit:
        rows.append(html.text_html("следующий выезд ", html.Marked(wording.day(found.visit["day"]), "shnor-strong"),
                                   mark="shnor-line"))
    others = [to_rows(session, wording.event_count(n, kind), "events_count", {**where, "event_kind": kind})
              for kind, n in found.others.items() if n]
    if others:
        dotted = [part for link in others for part in (" · ", link)][1:]
        rows.append(html.text_html("ещё: ", *dotted, mark="shnor-small"))
    total = sum((*found.counts.values(), *found.others.values()))
    rows.append(html.text_html(f"всего за {found.year} год: ",
                               to_rows(session, wording.number(total), "events_count", where), mark="shnor-small"))
    return _card("Чем помогаем", school_words.since(found, session.day), *rows, _asked(told.questions, session.day))


def _kind(session: Session, kind: str, n: int, where: Where) -> Markup:
    name = NOUNS[kind].plural[0] if kind in NOUNS else kind
    if not n:
        return html.text_html(f"{name}: пока не было", mark="shnor-line")
    link = to_rows(session, wording.number(n), "events_count", {**where, "event_kind": kind})
    return tag("<p class='shnor-line'>{} {} {}</p>", name, Markup(inline.dots(n, f"{name}: {n}", most=10)),
               html.cell(link))


def _asked(questions: Sequence[Question], day: date) -> Markup:
    """Open questions with the day they are answered by."""
    still = [one for one in questions if not one.answer]
    lines = joined(_question(one, day) for one in still[:ASKED])
    rest = school_words.rest(still, ASKED, "вопрос")
    return lines + (html.text_html(*rest, mark="shnor-small") if rest else NOTHING)


def _question(one: Question, day: date) -> Markup:
    late = "late" if one.answer_by < day else ""
    link = Link(one.need, "support")
    return tag("<p class='shnor-line'>школа просит: {} ({}) · центр ответит до <b class='{}'>{}</b>{}</p>",
               html.cell(link), wording.day(one.asked_on), late, wording.day(one.answer_by),
               ", предлагаемый срок" if one.proposed else "")


def _roadmap(session: Session, data: SchoolPage, reports: Sequence[Owed]) -> Markup:
    row = months.row(session, reports)
    if not data.parts:
        return _card("Дорожная карта", "", html.text_html("У школы нет своей дорожной карты в базе."), row)
    where: Where = {"school_id": data.card.school_id, "period": data.period}
    return _card(f"Дорожная карта, {data.period}", "", *_parts(session, data.parts, where), row)


def _parts(session: Session, counts: Parts, where: Where) -> tuple[Markup, ...]:
    def number(part: str) -> Cell:
        return to_rows(session, wording.number(getattr(counts, part)), "roadmap_done_due", where, part)

    if not counts.due:
        return html.text_html(nothing_due(counts)), _aside(counts, number)
    words, _, rest = wording.deadlines_due(counts.due, counts.planned)
    shown = {part: getattr(counts, part) for part in DUE_PARTS}
    links = {part: to_rows(session, "", "roadmap_done_due", where, part).address for part in DUE_PARTS}
    told = ", ".join(f"{word} {shown[part]}" for part, word in DUE_PARTS.items())
    legend = joined(tag("<span><span class='shnor-key shnor-{}'></span>{} {}</span>", part, word,
                        html.cell(number(part)) if shown[part] else 0) for part, word in DUE_PARTS.items())
    return (html.text_html(wording.capital(words), number("due"), rest, mark="shnor-line"),
            Markup(inline.parts(shown, told, links)), tag("<div class='shnor-legend'>{}</div>", legend),
            _aside(counts, number))


def _aside(counts: Parts, number: Callable[[str], Cell]) -> Markup:
    """What takes no part in «срок наступил»."""
    named = [("у выполненных дата не названа", "undated")] * bool(counts.undated)
    named += [(BESIDE[part], part) for part in beside(counts)]
    parts = [piece for words, part in named for piece in (" · ", f"{words} ", number(part))][1:]
    return html.text_html("кроме того: ", *parts, mark="shnor-small") if parts else NOTHING



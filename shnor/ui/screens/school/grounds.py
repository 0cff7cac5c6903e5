"""«На чём основан вывод»: the list and its document for everybody, reason by reason for the centre alone."""

from collections.abc import Sequence

from shnor import wording, wording_time
from shnor.service.month.owed import Cell as Owed
from shnor.service.pages import grounds, identification, school_since
from shnor.service.pages import identification_words as words
from shnor.service.pages.grounds import Grounds, Reason
from shnor.service.pages.school import SchoolPage
from shnor.service.pages.school_since import Since
from shnor.service.pages.school_topics import SchoolTopics
from shnor.ui.kit import html
from shnor.ui.kit.html import NOTHING, Cell, Link, Markup, tag
from shnor.ui.kit.links import to_rows
from shnor.ui.run import cache
from shnor.ui.run.session import Session

TITLE, BY_RULE = "На что обратить внимание", "По правилу выявления"
COMPARED = ("Особенность — отметок «2» хотя бы на одну больше, чем вышло бы при доле школ перечня за тот же год. Это "
            "сравнение, а не правило отбора.")


def show(session: Session, data: SchoolPage, told: SchoolTopics, found: Grounds | None, since: Since | None,
         reports: Sequence[Owed]) -> None:
    """found, since: None for those who are not shown them."""
    own = _reasons(session, found) if found else NOTHING
    changed = _changed(school_since.lines(since, data.parts, reports, told.results, session.day)) if since else NOTHING
    html.show(tag("<section class='shnor-card'><h3>На чём основан вывод</h3>{}{}{}</section>",
                  html.items_html([*listed(data), *_counts(session, data, told)]), own, changed))


def by_rule(session: Session, school: str) -> tuple[str, tuple[Reason, ...]]:
    """What the rule in force says of the school, and on which figures."""
    built = cache.built(session, identification.build, day=session.day)
    found = built.of(school)
    return words.head(found, built.rule, built.year), words.reasons(found)


def listed(data: SchoolPage) -> list[Cell]:
    """Order and day of each list the school is on, and of those to come."""
    card = data.card
    coming = [f"с {wording.day(status.since)} войдёт в перечень {_list(status.title)}" for status in card.coming]
    if not card.statuses:
        return [f"{'; '.join(('Школа сейчас не входит ни в один перечень', *coming))}."]
    return [*(f"{status.title}: {status.days}, {status.document or 'основание не указано'}"
              for status in card.statuses), *coming]


def _list(title: str) -> str:
    """«ШНОР», a list of several words in quotation marks."""
    return wording.quoted(title) if " " in title else title


def _counts(session: Session, data: SchoolPage, told: SchoolTopics) -> list[Cell]:
    """The school's own counts."""
    said: list[Cell] = []
    where = {"school_id": data.card.school_id, "period": data.period}
    if data.parts and data.parts.due:
        counts = wording.k_of_n(data.parts.confirmed + data.parts.awaited, data.parts.due)
        said.append(["выполнено ", to_rows(session, counts, grounds.DUE, where),
                     wording_time.among_due(data.parts.due)])
    main = [line for line in told.results if line.work.is_first_try and line.after]
    for line in main[:grounds.WORKS]:
        if line.after:
            said.append([f"{line.work.title}, «2»: ", to_rows(session, wording.k_of_n(line.after.k, line.after.n),
                                                              grounds.LOW, line.after.where),
                         f", {line.afterwards}" if line.afterwards else ""])
    return [[piece for part in said for piece in (" · ", part)][1:]] if said else []


def _reasons(session: Session, found: Grounds) -> Markup:
    rows = [_reason(session, reason) for reason in found.reasons]
    none = "Особенностей не найдено." if found.quiet else "Смотреть пока не на что: нет ни работ, ни дорожной карты."
    body = html.items_html(rows) if rows else html.text_html(none)
    more = _fold(f"Ещё: {len(found.more)}", [_reason(session, one) for one in found.more]) if found.more else NOTHING
    quiet = _fold(f"Проверено, особенностей нет: {len(found.quiet)}", [_reason(session, one) for one in found.quiet],
                  COMPARED) if found.quiet else NOTHING
    return tag("<h4>{} <small>видит только центр</small></h4>{}{}{}{}", TITLE, body, more, quiet,
               _rule(session, found))


def _rule(session: Session, found: Grounds) -> Markup:
    """The answer by the rule in a sentence; the figures it rests on, folded."""
    if not found.rule and not found.ruled:
        return NOTHING
    said = html.text_html(found.rule) if found.rule else NOTHING
    rows = [_reason(session, reason) for reason in found.ruled]
    figures = _fold(f"Все проверенные цифры: {len(rows)}", rows, words.HELP) if rows else NOTHING
    return tag("<div class='shnor-unprinted'><h4>{} <small>видит только центр</small></h4>{}{}</div>", BY_RULE, said,
               figures)


def _reason(session: Session, reason: Reason) -> Cell:
    before = wording.capital(reason.before)
    if not reason.figure:
        return before
    link = to_rows(session, reason.figure, reason.metric, reason.where, reason.part) if reason.metric else Link(
        reason.figure, "versions")
    return [before, link, reason.after]


def _changed(lines: Sequence[str]) -> Markup:
    if not lines:
        return NOTHING
    return tag("<h4>Что изменилось</h4>{}", html.items_html([wording.capital(line) for line in lines]))


def _fold(title: str, rows: Sequence[Cell], note: str = "") -> Markup:
    return tag("<details class='shnor-unfold shnor-brief'><summary>{} ▸</summary>{}{}</details>", title,
               html.items_html(rows), html.text_html(note, mark="shnor-small") if note else NOTHING)

"""Where the numbers of a section are from: one beside the text at a time, the one that was clicked."""

from urllib.parse import parse_qsl

from markupsafe import Markup

from shnor import wording
from shnor.reports.papers.blocks import Section
from shnor.sentences.pieces import Source
from shnor.ui.kit import html
from shnor.ui.kit.html import NOTHING, Link, joined, tag
from shnor.ui.run.session import Session
from shnor.ui.screens.papers.text import ANCHOR, sourced

FILES = 4
"""So many files are named; how many more there are is said."""


def draw(session: Session, shown: Section) -> None:
    told = [*sourced(shown)]
    if not told:
        return
    body = joined(_told(session, place, source) for place, source in enumerate(told))
    html.show(tag("<h2 class='shnor-paper-title'>Откуда цифра</h2><div class='shnor-froms'>"
                  "<p class='shnor-small'>Нажмите на число в тексте.</p>{}</div>", body))


def _told(session: Session, place: int, source: Source) -> Markup:
    lines = [tag("<h3>{}</h3>", source.title), tag("<p>{}</p>", wording.typeset(_counts(source)))]
    lines.append(tag("<p class='shnor-small'>{}; на {}</p>", wording.typeset(source.set), wording.day(source.day)))
    if source.formula:
        lines.append(tag("<p class='shnor-small'>{}</p>", wording.typeset(source.formula)))
    lines += [_files(source), _rows(session, source)]
    return tag("<div class='shnor-from' id='{}{}'>{}</div>", ANCHOR, place, joined(lines))


def _counts(source: Source) -> str:
    if source.numerator is None:
        return wording.NO_DATA if source.denominator is None else wording.number(source.denominator)
    if source.denominator is None:
        return wording.number(source.numerator)
    return wording.of_whole(source.numerator, source.denominator, few=source.denominator < 10)


def _files(source: Source) -> Markup:
    if not source.places:
        return NOTHING
    files = {one.file for one in source.places}
    named = joined(tag("<li>«{}», лист «{}»: {}</li>", one.file, one.sheet, one.cells)
                   for one in source.places[:FILES])
    left = len(source.places) - FILES
    more = tag("<li>и ещё листов: {}</li>", left) if left > 0 else NOTHING
    head = f"{wording.counted(source.rows, 'строка')}, {wording.counted(len(files), 'файл')}"
    return tag("<p>{}</p><ul class='shnor-items'>{}{}</ul>", head, named, more)


def _rows(session: Session, source: Source) -> Markup:
    page, _, query = source.link.partition("?")
    if not page:
        return NOTHING
    day = (("day", source.day.isoformat()),) if source.day != session.today else ()
    state = (("state", str(session.state)),) if session.past else ()
    return html.text_html(Link("Показать строки и ячейки", page, (*parse_qsl(query), *day, *state), "shnor-figure"))

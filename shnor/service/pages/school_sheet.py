"""«Лист школы»: what the base knows of one school, as the plain data of a printed page."""

import re
from collections.abc import Sequence
from datetime import date

from shnor import wording, wording_change
from shnor.metrics.change import CONFIRMED, Change
from shnor.metrics.formulas import wilson
from shnor.metrics.standings import DUE_PARTS, NO_REPORT, NOT_DONE
from shnor.reports.sheet import Counts, Moments, Pair, SchoolSheet
from shnor.service.figures.roadmap import BESIDE, Deadline, beside
from shnor.service.month.owed import Cell as Owed
from shnor.service.month.workbook import Book
from shnor.service.pages import school as school_page
from shnor.service.pages import school_topics, school_words
from shnor.service.pages.school import SchoolPage
from shnor.service.pages.school_topics import Cell, Line, SchoolTopics
from shnor.store import View

STATUS_WORDS = re.compile(r"ШНОР|ШНРО|ШНСУ|ШССУ|ОО НОР|низк\w+ (?:образовательн\w+ )?результат|зон\w+ риска|"
                          r"необъективн|500\+", re.I)
"""Words that name the status of a school: a page that may lie in the teachers' room has none of them."""
LISTED, RESULTS, ANSWERS, QUESTIONS = 4, 14, 3, 3
_NAMED = 90


def build(view: View, school: str, *, day: date, book: Book | None = None, owing: Sequence[Owed] = (),
          with_status: bool = False) -> SchoolSheet:
    """The page as of a day. book: the workbook that goes with it, if one does; owing: older reports the school has not
    sent. with_status: print the lists the school
    is in and texts of the roadmap that name its status. Raises ShnorError for an unknown school."""
    page = school_page.build(view, school, day=day)
    told = school_topics.build(view, school, day=day, several_years=False)
    name = _Named(with_status)
    return SchoolSheet(
        school=page.card.name, day=day, about=_about(page, with_status),
        needed=(*_reports(owing, book, day), *_needed(page, name)),
        help=_help(told, day), roadmap=_over(page), parts=_parts(page), beside=_beside(page), results=_results(told),
        courses=_courses(told, day, page.card.staff), survey=_survey(told), questions=_questions(told, name),
        words=tuple((f"{wording.month(row.month)}, {row.number}", name.free(row.note))
                    for row in page.words[:LISTED]))


class _Named:
    """Activities by number and text; a text that names the status of the school is left to its number."""

    def __init__(self, with_status: bool) -> None:
        self._with_status = with_status

    def activity(self, row: Deadline) -> str:
        text = row.activity or ""
        if not self._with_status and STATUS_WORDS.search(text):
            return f"мероприятие № {row.number}"
        short = text if len(text) <= _NAMED else f"{text[:_NAMED].rsplit(' ', 1)[0]}…"
        return f"{row.number} {wording.quoted(short)}"

    def free(self, text: str) -> str:
        """The school's own words."""
        return text if self._with_status else STATUS_WORDS.sub("…", text)


def _about(page: SchoolPage, with_status: bool) -> str:
    card = page.card
    listed = [status.title for status in card.statuses] if with_status else []
    return " · ".join((*([wording.counted(card.pupils, "обучающийся")] if card.pupils is not None else []),
                       *([wording.counted(card.staff, "педагог")] if card.staff is not None else []), *listed))


def _reports(owing: Sequence[Owed], book: Book | None, day: date) -> list[Pair]:
    """Older reports and that of the workbook, the earliest day first."""
    cells = sorted(owing, key=lambda cell: cell.due)
    older = [(cell.due, school_words.asked(cell, day)) for cell in cells[:LISTED]]
    named = sorted((*older, *(_asked(book) if book else ())), key=lambda pair: pair[0])
    return [*((f"{'до' if due >= day else 'срок'} {wording.day(due)}", words) for due, words in named),
            *(("", words) for words in school_words.rest(cells, LISTED, "отчёт", " за прошлые месяцы"))]


def _asked(book: Book) -> list[tuple[date, str]]:
    head = book.head
    cells = wording.counted(book.asked, "ячейка") if book.asked else "по дорожной карте отмечать нечего"
    asked = [(head.due, f"вернуть отчёт за {head.title}: {cells}")]
    if head.term and head.term_due:
        asked.append((head.term_due, f"заполнить «Итоги» за {head.term} в отчёте за {head.title}"))
    return asked


def _needed(page: SchoolPage, name: _Named) -> tuple[Pair, ...]:
    """What is past its day, then documents, then what comes."""
    late = (*_late(page.no_report, f"{NO_REPORT}, сообщите в отчёте", NO_REPORT, name),
            *_late(page.not_done, NOT_DONE, NOT_DONE, name))
    documents = [("документ", f"ожидается по {school_words.numbers(page.awaited)}")]
    ahead = [(f"до {_due(row)}", name.activity(row)) for row in page.ahead[:LISTED]]
    more = [("", words) for words in school_words.rest(page.ahead, LISTED, about=" впереди")]
    return (*late, *(documents if page.awaited else ()), *ahead, *more)


def _late(rows: Sequence[Deadline], said: str, standing: str, name: _Named) -> list[Pair]:
    return [*((f"срок {_due(row)}", "; ".join(filter(None, (f"{name.activity(row)}: {said}", row.last_word,
                                                            name.free(row.reason)))))
              for row in rows[:LISTED]),
            *(("", words) for words in school_words.rest(rows, LISTED, about=f": {standing}"))]


def _due(row: Deadline) -> str:
    return wording.day(row.due_date) if row.due_date else ""


def _over(page: SchoolPage) -> str:
    if not page.parts:
        return ""
    whole = "".join(wording.deadlines_due(page.parts.due, page.parts.planned))
    return f"Дорожная карта, {page.period}. {wording.capital(whole)}"


def _parts(page: SchoolPage) -> tuple[tuple[str, int], ...]:
    if not page.parts or not page.parts.due:
        return ()
    return tuple((title, getattr(page.parts, part)) for part, title in DUE_PARTS.items())


def _beside(page: SchoolPage) -> str:
    """What the four parts do not say: done early, done without a date, ahead."""
    if not page.parts:
        return ""
    undated = [f"у выполненных дата не названа: {page.parts.undated}"] if page.parts.undated else []
    return wording.capital(" · ".join((*undated, *(f"{BESIDE[part]} {n}" for part, n in beside(page.parts).items()))))


def _help(told: SchoolTopics, day: date) -> tuple[str, ...]:
    found = told.help
    counts = {**found.counts, **found.others} if found else {}
    held = [wording.event_count(n, kind) for kind, n in counts.items() if n]
    lines = [f"{school_words.since(found, day)}: {' · '.join(held)}"] if found and held else []
    if found and found.visit:
        lines.append(f"следующий выезд {wording.day(found.visit['day'])}")
    return tuple(lines)


def _results(told: SchoolTopics) -> Counts | None:
    """Counts of the two newest school years and what may be said of the difference; of the number of comparisons only
    where a conclusion hangs on it."""
    shown = [line for line in told.results if not line.work.is_whole or _confirmed(line.change)][:RESULTS]
    rows = tuple((line.name, _cell(line.before), _cell(line.after), wording_change.conclusion(line.change))
                 for line in shown)
    changes = [line.change for line in shown]
    note = wording_change.by_chance(changes) if any(map(_weighed, changes)) else ""
    head = ("Работа", *told.years, "что можно сказать")
    return Counts(head, rows, note, tuple(map(_moments, shown))) if rows else None


def _moments(line: Line) -> Moments:
    before, after = ((cell.k, cell.n) if cell else None for cell in (line.before, line.after))
    low, high = wilson(*after) if after else (None, None)
    return Moments(before, after, None if low is None else float(low), None if high is None else float(high))


def _weighed(change: Change | None) -> bool:
    return change is not None and change.verdict in (*CONFIRMED, "one")


def _confirmed(change: Change | None) -> bool:
    return change is not None and change.verdict in CONFIRMED


def _cell(cell: Cell | None) -> str:
    return wording.k_of_n(cell.k, cell.n) if cell else wording.LONG_DASH


def _courses(told: SchoolTopics, day: date, staff: int | None) -> tuple[str, ...]:
    said = [f"{before}{wording.figure_text(figure)}{after}" for before, figure, after in school_words.courses(
        told.courses, told.courses_year, day, staff)]
    return (" · ".join(said),) if said else ()


def _survey(told: SchoolTopics) -> tuple[str, ...]:
    """Positive answers of the newest wave and who answered."""
    lines = []
    for asked in told.surveys[:ANSWERS]:
        answered = school_words.answered(asked.response) if asked.response else ""
        share = wording_change.of_few(wording.figure_text(asked.now), asked.now.denominator or 0)
        lines.append(f"{wording.quoted(asked.question)}: {share}{answered}")
    return tuple(lines)


def _questions(told: SchoolTopics, name: _Named) -> tuple[Pair, ...]:
    """What the school asked, with the answer or the day it is promised for."""
    return tuple((wording.day(one.asked_on), f"{name.free(one.need)} → "
                  + (name.free(one.answer) if one.answer else f"ответ до {wording.day(one.answer_by)}"))
                 for one in told.questions[:QUESTIONS])

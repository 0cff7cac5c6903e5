"""«Свод месяца»: one sheet for the centre: whose report came, where each roadmap stands, what stays open, what help was
given. Its figures are those of the first page, each with its source; of a month that is over as of its last day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from shnor import wording
from shnor.errors import NotAllowed
from shnor.metrics.standings import AWAITED, DUE_PARTS, NO_REPORT, NOT_DONE
from shnor.reports.papers.blocks import Block, Missing, Paper, Paragraph, Section, Table
from shnor.sentences import VERSION
from shnor.sentences import reports as of_reports
from shnor.sentences import roadmap as of_roadmaps
from shnor.sentences import support as of_support
from shnor.sentences.pieces import Amount, Number, Piece, Sentences, Share, Source
from shnor.service.figures.rows import Where
from shnor.service.month import forms
from shnor.service.month.owed import Cell, sums
from shnor.service.pages import matrix, overview, questions
from shnor.service.pages import sent as of_sent
from shnor.service.pages.month_table import HELP, PLAN, state_in_words
from shnor.service.pages.overview import Line, Overview
from shnor.service.pages.sent import Sent
from shnor.service.papers import note, quoted
from shnor.service.papers.sections import centre
from shnor.service.papers.sections.roadmap import DUE, LATE, ON_TIME, PAPERS
from shnor.service.papers.writing import WRITERS, Asked, Kept, Writing, opened, sentences
from shnor.store import View

OWN = "Муниципалитет"
OPEN = (("not_done", NOT_DONE), ("no_report", NO_REPORT), ("awaited", AWAITED))
"""Part of what was due → its standing, in the order of the table of what stays open."""
SOURCE = "формы «Отчёт за месяц», «Дорожная карта», «Мероприятия», «Курсы», «Вопрос центру»"


@dataclass(frozen=True)
class Month:
    """What the sheet is made of. data, lines: of the last day that is counted; cells: code → its report, None where
    nobody asks it."""

    writing: Writing
    first: date
    data: Overview
    lines: Sequence[Line]
    cells: dict[str, Cell | None]
    sent: Sent

    @property
    def name(self) -> str:
        """«ноябрь 2026 года»."""
        return self.writing.asked.whole.title

    def plan(self, school: str | None = None) -> Where:
        """Rows of the roadmaps of the period; school "" = the municipality's own."""
        own: Where = {} if school is None else {"school_id": school}
        return {"period": self.data.period, **own}

    def amount(self, school: str | None, part: str) -> Number:
        return quoted.number(self.writing.amount(DUE, self.plan(school), part))


def build(view: View, asked: Asked, kept: Kept, *, label: str = "") -> Paper:
    """asked: of a month. label: of invented data. Raises NotAllowed for who may not see it, ValueError for an unknown
    period."""
    if view.scope.role not in WRITERS or asked.school:
        raise NotAllowed(note.NOT_YOURS)
    made = _counted(view, asked, kept)
    sections = (_reports(made), _open(made), _help(made))
    writing = made.writing
    return Paper("month", _title(writing), writing.day, writing.first, asked.whole.end,
                 f"школы перечня {writing.last.year} года и сопровождаемые ({len(made.lines)})", sections,
                 note.requisites(writing), label, VERSION)


def awaited(kept: Kept, day: date) -> str:
    """Code of the month whose reports are collected on the day."""
    return f"{forms.of(kept.about).awaited_month(day):%Y-%m}"


def _counted(view: View, asked: Asked, kept: Kept) -> Month:
    writing = opened(view, replace(asked, day=min(asked.day, asked.whole.end)), kept)
    data = overview.build(view, day=writing.day)
    sent = of_sent.build(view, day=asked.day, forms=forms.of(kept.about))
    first = asked.whole.start
    reports = {code: cells[0] for code, cells in sent.by_school((first,)).items()}
    return Month(writing, first, data, matrix.chosen(data.lines, data.cards, matrix.HELPED), reports, sent)


def _title(writing: Writing) -> str:
    over = writing.day >= writing.asked.whole.end
    until = "" if over else f" (по состоянию на {wording.day_in_words(writing.day)})"
    place = f" {writing.cases('municipality').gen}" if writing.kept.about.get("municipality") else ""
    return f"Свод за {writing.asked.whole.title}: школы с низкими образовательными результатами{place}{until}"


def _reports(made: Month) -> Section:
    heads = ("Школа", "Отчёт", "Срок наступил", *map(wording.capital, DUE_PARTS.values()))
    rows = [(line.card.name, state_in_words(made.cells.get(line.card.school_id)), *_parts(made, line.card.school_id))
            for line in made.lines]
    rows += [(OWN, "", *_parts(made, ""))] if made.data.own else []
    silent = [line.card.name for line in made.lines
              if (cell := made.cells.get(line.card.school_id)) and cell.state in matrix.WAITS]
    missing = (Missing(f"Отчёт за {made.name} ещё не принят: {', '.join(silent)}", "Отчёт за месяц", "upload"),)
    table = Table(f"Отчёты за {made.name} и сроки дорожных карт", heads, tuple(rows), _source(made))
    return Section("reports", "Отчёты и сроки по школам", (Paragraph(_came(made)), table), missing if silent else (),
                   numbered=False)


def _source(made: Month) -> str:
    return f"{SOURCE}; на {wording.day(made.writing.day)}; порядок по номеру школы"


def _came(made: Month) -> Sentences:
    counted = sums(cell for cell in made.cells.values() if cell)
    source = Source("", f"Отчёты за {made.name}", "приняты все листы, которые спрашивали у школы",
                    "школы, у которых отчёт спрашивают", made.writing.day, counted.taken, counted.expected,
                    link=f"upload?month={made.first:%Y-%m}")
    parts = [Amount(n, quoted.counted(source, n)) for n in (
        counted.late, counted.partial, counted.expected - counted.taken - counted.partial)]
    return of_reports.came(made.name, Share(counted.taken, counted.expected, source), *parts)


def _parts(made: Month, school: str) -> Iterator[Piece]:
    """Nothing where there is no roadmap: that is no zero."""
    counts = made.data.own if not school else next(
        line.counts for line in made.lines if line.card.school_id == school)
    for part in ("due", *DUE_PARTS):
        yield made.amount(school, part) if counts else wording.NO_DATA


def _done(made: Month) -> Sentences:
    """Of all roadmaps together, in deadlines."""
    writing, where = made.writing, made.plan()
    if not made.data.period:
        return ()
    on_time, done = writing.share(ON_TIME, where), writing.amount(DUE, where, "done_due")
    late = quoted.rest(on_time, LATE) if on_time.source else Amount(0)
    undated = Amount((done.value or 0) - (on_time.whole or 0), done.source)
    told = of_roadmaps.done_parts(
        writing.amount(DUE, where, "due"), Amount(on_time.part or 0, on_time.source), late,
        writing.amount(DUE, where, "not_done"), writing.amount(DUE, where, "no_report"), undated=undated,
        done=done.source)
    return sentences(told, of_roadmaps.confirmed(writing.share(PAPERS, where), unit="срок"))


def _open(made: Month) -> Section:
    """Activities by their numbers, where a deadline has come and something is still asked for."""
    numbers = {standing: _by_school(made.data.open.get(standing, ())) for _, standing in OPEN}
    names = {line.card.school_id: line.card.name for line in made.lines} | {"": OWN}
    rows = [(name, *(_cell(made, school, part, numbers[standing].get(school, ())) for part, standing in OPEN))
            for school, name in names.items() if any(school in found for found in numbers.values())]
    told = _done(made)
    blocks: tuple[Block, ...] = (Paragraph(told),) if told else ()
    if rows:
        heads = ("Чья дорожная карта", *(wording.capital(DUE_PARTS[part]) for part, _ in OPEN))
        blocks = (*blocks, Table("Мероприятия, по которым срок наступил и что-то ещё нужно", heads, tuple(rows),
                                 "номера мероприятий дорожных карт; «нет сведений» не значит «не выполнено»"),)
    return Section("open", "Все дорожные карты вместе", blocks, numbered=False)


def _by_school(told: Sequence[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for school, number in told:
        found.setdefault(school, []).append(number)
    return found


def _cell(made: Month, school: str, part: str, numbers: Sequence[str]) -> Piece:
    return Number(", ".join(numbers), made.amount(school, part).source) if numbers else wording.LONG_DASH


def _help(made: Month) -> Section:
    """Events of the month, courses of the year against their plan, what schools ask for."""
    writing = made.writing
    asked = [one for one in questions.requests_of(writing.view, writing.day) if not one.answer]
    heads = ("Школа", "Всего", *HELP.values(), f"Курсы {writing.year}: завершили из плана", "Просьб без ответа")
    rows = tuple(_helped(made, line, sum(one.school_id == line.card.school_id for one in asked))
                 for line in made.lines)
    whose = {line.card.school_id: line.card.name for line in made.lines}
    wishes = tuple((whose.get(one.school_id, one.school_id), one.need, wording.day(one.answer_by)) for one in asked)
    table = Table("О чём просят школы", ("Школа", "Просьба", "Ответить до"), wishes, "форма «Вопрос центру»")
    told = of_support.held(centre.held(writing, writing.within("day")), "школ")
    of_month = Table(f"Мероприятия для школ за {made.name} и курсы года", heads, rows,
                     "одно мероприятие для нескольких школ стоит у каждой")
    return Section("help", "Помощь школам", (Paragraph(told), of_month, *((table,) if wishes else ())), numbered=False)


def _helped(made: Month, line: Line, asked: int) -> tuple[Piece, ...]:
    """asked: so many questions of the school have no answer yet."""
    writing, school = made.writing, line.card.school_id
    plan = quoted.number(writing.share(PLAN, {"school_id": school, "year": writing.year}))
    return line.card.name, *_held(made, school), plan, _asked(made, asked)


def _held(made: Month, school: str) -> Iterator[Number]:
    """All events the school took part in, and of them those that are held for one school."""
    writing = made.writing
    kinds = dict(centre.held(writing, {**writing.within("day"), "school_codes": school}))
    none = Source(centre.HELD, f"Мероприятия за {made.name}", "строки журнала, в которых названа школа",
                  "журнал мероприятий", writing.day, 0, link="support")
    every = quoted.together(none.title, *kinds.values())
    for found in (every, *(kinds.get(kind, Amount(0)) for kind in HELP)):
        yield Number(wording.number(found.value or 0), found.source or none)


def _asked(made: Month, n: int) -> Number:
    return Number(wording.number(n), Source("", "Просьбы школы без ответа", "просьбы, на которые центр ещё не ответил",
                                            "форма «Вопрос центру»", made.writing.day, n, link="support"))

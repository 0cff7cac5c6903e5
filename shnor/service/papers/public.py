"""«Открытая публикация»: what June and December tell everybody. The schools of the list together, never one of them:
numbers are masked as for a room at a seminar, and no count of people below the limit is printed at all. No paragraph
of the centre is in it, for nobody can vouch that it names no school and no person; no source, no executor, no signer.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace

from shnor import periods, wording
from shnor.charts.facts import TOO_FEW
from shnor.errors import NotAllowed
from shnor.metrics import METRICS
from shnor.metrics.figure import Figure
from shnor.metrics.results import MINIMUM
from shnor.reports.papers.blocks import Block, Own, Paper, Paragraph, Requisites, Section, Table
from shnor.sentences import VERSION, of_list
from shnor.sentences import courses as of_courses
from shnor.sentences import surveys as of_surveys
from shnor.sentences.pieces import Amount, Piece, Sentence, Share
from shnor.service.figures import topics
from shnor.service.figures.lines import Cell
from shnor.service.figures.rows import Where
from shnor.service.pages.results import ResultsPage
from shnor.service.papers import note
from shnor.service.papers.sections import centre, courses, results, roadmap, surveys
from shnor.service.papers.writing import WRITERS, Asked, Kept, Writing, opened
from shnor.service.show import letters
from shnor.service.show.letters import Letters
from shnor.service.show.masking import SCHOOLS, Masks, schools_behind
from shnor.shows import Told
from shnor.store import View

TOGETHER = "Показатели приводятся по школам перечня вместе."
RULES = (f"Показатели отдельных школ и работников, числа менее {MINIMUM} человек и числа, из которых их можно "
         "вычислить, не публикуются.")
EARLY = "Результаты работ этого учебного года предварительные: после августа они могут быть уточнены."
SAFE: dict[Callable[[Writing], Section], tuple[str, ...]] = {
    roadmap.section: ("due", "done_parts", "confirmed", "no_word", "direction", "ahead"),
    centre.section: ("held", "held_before"),
}
"""Sections of the справка whose numbers are of deadlines and events → the sentences of them that name nobody."""


@dataclass(frozen=True)
class Published:
    """told: exact numbers of it, of which schools together: what is published or shown later is measured by them."""

    paper: Paper
    told: frozenset[Told]


def build(view: View, asked: Asked, kept: Kept, *, label: str = "") -> Paper:
    """Where nothing was told before."""
    return counted(view, asked, kept, label=label).paper


def counted(view: View, asked: Asked, kept: Kept, *, label: str = "", before: Collection[Told] = ()) -> Published:
    """before: what was told in shows and publications. Raises NotAllowed for who may not see it and for one school,
    ValueError for an unknown period."""
    if view.scope.role not in WRITERS or asked.school:
        raise NotAllowed(note.NOT_YOURS)
    writing = opened(view, asked, kept)
    masks = Masks(before)
    sections = [_about(writing), *(_safe(make(writing), patterns) for make, patterns in SAFE.items())]
    if len(writing.listed) >= SCHOOLS:
        together = _Together(writing, masks)
        sections += [together.courses(), together.surveys(), together.results(), together.formulas()]
    plain = tuple(replace(one, blocks=tuple(_nameless(view, one)), missing=()) for one in sections if one.blocks)
    paper = Paper("public", _title(writing), asked.day, writing.first, asked.whole.end,
                  f"школы перечня {writing.last.year} года", plain, _requisites(writing), label, VERSION)
    return Published(paper, frozenset(masks.told))


def shown_as(asked: Asked) -> str:
    """Under which name what it tells is kept among what shows have told."""
    return f"public {asked.period}"


def _title(writing: Writing) -> str:
    over = writing.day >= writing.asked.whole.end
    until = "" if over else f" (по состоянию на {wording.day_in_words(writing.day)})"
    place = f" {writing.cases('municipality').gen}" if writing.kept.about.get("municipality") else ""
    when = note.WHEN[writing.asked.whole.kind](writing.asked.whole)
    return f"Сведения о методическом сопровождении школ с низкими образовательными результатами{place} {when}{until}"


def _requisites(writing: Writing) -> Requisites:
    whole = note.requisites(writing)
    return Requisites(authority=whole.authority, centre=whole.centre, place=whole.place)


def _about(writing: Writing) -> Section:
    size = of_list.published(writing.last.year, Amount(len(writing.listed)))
    rules = f"{TOGETHER} {RULES}" if len(writing.listed) >= SCHOOLS else RULES
    return Section("about", "О сведениях", (Paragraph(size), Own("rules", rules)), numbered=False)


def _safe(section: Section, patterns: tuple[str, ...]) -> Section:
    """Its tables count deadlines and events by part and by kind."""
    blocks: list[Block] = []
    for one in section.blocks:
        if isinstance(one, Paragraph):
            told = tuple(sentence for sentence in one.sentences if sentence.pattern in patterns)
            blocks += [Paragraph(told)] if told else []
        elif isinstance(one, Table):
            blocks.append(one)
    return replace(section, blocks=tuple(blocks))


class _Together:
    """Numbers of people of all schools of the list."""

    def __init__(self, writing: Writing, masks: Masks) -> None:
        self._writing, self._masks = writing, masks
        self._every = [*writing.cards]
        self._used: dict[str, None] = {}

    def _why(self, metric: str, told: Share, where: Where, named: Where) -> str:
        """Why a number is not published; "" = it is. named: what tells it from the same of another time."""
        if told.part is None or not told.whole:
            return wording.NO_DATA
        if any(0 < n < MINIMUM for n in (told.part, told.whole, told.whole - told.part)):
            return TOO_FEW
        rows = topics.marked(self._writing.view, METRICS[metric].marking, as_of=self._writing.day, where=where)
        codes = schools_behind(rows, where, self._every)
        figure = Figure(metric, {}, "", self._writing.day, told.part, told.whole, told.part / told.whole, None, None,
                        "ok", rows.num_rows, "доля")
        why = self._masks.why(Cell(figure, {**named, "school_id": tuple(sorted(codes))}))
        if not why:
            self._used[metric] = None
        return why

    def _cell(self, cell: Cell | None) -> tuple[str, Share | None]:
        """(why it is not published, its counts)."""
        if cell is None:
            return wording.NO_DATA, None
        told = Share(cell.figure.numerator, cell.figure.denominator)
        return self._why(cell.figure.metric, told, cell.where, cell.where), told

    def courses(self) -> Section:
        writing = self._writing
        where: Where = {**writing.whose, **writing.within("day")}
        told = courses.of_staff(writing, writing.amount(courses.PEOPLE, where))
        why = self._why(courses.OF_STAFF, told, where, {"period": writing.asked.period})
        said = () if why else of_courses.finished(told, Amount(None), Amount(None))
        return Section(courses.ID, "Повышение квалификации", _blocks("Курсы повышения квалификации", said, why))

    def surveys(self) -> Section:
        data = surveys.page(self._writing)
        why, now = self._cell(data.now if data else None)
        if data is None or why or now is None:
            return Section(surveys.ID, surveys.TITLE, _blocks("Ответы на вопросы анкеты", (), why))
        silent, reached = self._cell(data.reached)
        said = of_surveys.positive(now, Share(None, None) if silent or reached is None else reached,
                                   surveys.ASKED.get(data.chosen.audience, "опрошенный"), data.chosen.question)
        return Section(surveys.ID, surveys.TITLE, _blocks("", said, ""))

    def results(self) -> Section:
        found = [page for name in (results.WORK, results.EXAM) for page in results.pages(self._writing, name)]
        years = sorted({year for page in found for year in page.years})
        rows, told = [], list[Sentence]()
        for page in found:
            assert page.total is not None
            shown = {year: self._cell(cell) for year, cell in zip(page.years, page.total.cells, strict=True)}
            by_year = {year: why or wording.figure_text(cell.figure) for (year, (why, _)), cell in zip(
                shown.items(), page.total.cells, strict=True) if cell}
            rows.append((f"{page.chosen.procedure}, {page.chosen.subject}, {page.classes}",
                         *(by_year.get(year, wording.NO_DATA) for year in years)))
            if len(shown) > 1 and not any(why for why, _ in [*shown.values()][-2:]):
                told += results.changed(self._writing, _unnamed(page))
        heads = ("Работа", *(periods.parse(year).title.partition(" ")[0] for year in years))
        table = Table("Доля отметок «2», учебные годы", heads, tuple(rows), "получили отметку «2» из участников; "
                      f"на {wording.day(self._writing.day)}")
        early = (Own("early", EARLY),) if 5 <= self._writing.day.month < 9 else ()
        blocks: tuple[Block, ...] = (*((Paragraph(tuple(told)),) if told else ()), *((table,) if rows else ()))
        return Section(results.ID, results.TITLE, (*blocks, *early) if rows else ())

    def formulas(self) -> Section:
        rows = tuple((METRICS[name].title, METRICS[name].formula) for name in self._used)
        table = Table("Как посчитаны показатели", ("Показатель", "Как посчитан"), rows)
        return Section("formulas", "Как посчитано", (table,) if rows else (), numbered=False)


def _unnamed(page: ResultsPage) -> ResultsPage:
    """On which school a change rests is not said."""
    assert page.total is not None
    change = page.total.change
    return replace(page, total=replace(page.total, change=change and replace(change, rests=())))


def _blocks(what: str, said: tuple[Sentence, ...], why: str) -> tuple[Block, ...]:
    return (Paragraph(said),) if said else (Own("why", f"{what}: {why}."),)


def _nameless(view: View, section: Section) -> Iterator[Block]:
    """Numbers without their sources, nothing that names a school."""
    known = Letters((), letters.known(view))
    for one in section.blocks:
        if isinstance(one, Paragraph):
            told = tuple(Sentence(sentence.pattern, tuple(map(_bare, sentence.pieces))) for sentence in one.sentences
                         if not known.named(sentence.text))
            yield from (Paragraph(told),) if told else ()
        elif isinstance(one, Table):
            rows = tuple(tuple(map(_bare, row)) for row in one.rows
                         if not any(known.named(cell if isinstance(cell, str) else cell.text) for cell in row))
            yield replace(one, rows=rows)
        else:
            yield one


def _bare(piece: Piece) -> Piece:
    return piece if isinstance(piece, str) else replace(piece, source=None)

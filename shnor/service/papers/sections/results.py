"""VI. Marks: the works of the newest school year beside the year before, the same children a year on, exams stage by
stage, the journal, signs that need more analysis."""

from collections.abc import Sequence

from shnor import periods, wording
from shnor.charts import facts
from shnor.charts.facts import Chart, Series
from shnor.charts.shapes.shape import Shape
from shnor.datasets.results import EXAMS, STAGES
from shnor.reports.papers.blocks import Block, Missing, Paragraph, Picture, Section, Table
from shnor.sentences import paper
from shnor.sentences import results as patterns
from shnor.sentences.pieces import Amount, Sentences, Share
from shnor.sentences.subjects import dative
from shnor.service.figures.cohorts import Cohort
from shnor.service.figures.lines import Cell, Line
from shnor.service.figures.rows import Where
from shnor.service.pages import markers, results
from shnor.service.pages.results import Chosen, ResultsPage
from shnor.service.papers import known, quoted
from shnor.service.papers.writing import Writing, sentences
from shnor.wording_change import SHOWN_FROM

ID, TITLE = "results", "Образовательные результаты"
WORK, EXAM = "ВПР", "ОГЭ"
MAIN, RESERVE, ADDITIONAL = "main", "reserve", "additional"
FORMS = {"results": "Результаты", "markers": "Признаки, требующие дополнительного анализа"}
FEWEST = SHOWN_FROM
"""Of fewer people than this of one school a paper of the municipality says nothing."""
SUBJECTS = 2
"""So many subjects are told in sentences; the others stand on the page of results."""


def section(writing: Writing) -> Section:
    works, exams = ([page for page in pages(writing, name) if not _few(writing, page)] for name in (WORK, EXAM))
    blocks: list[Block] = []
    if works:
        blocks += [*_paragraph(*(changed(writing, page) for page in works)), *_same(writing, works[0]),
                   *_paragraph(_journal(writing, works[0])), *_picture(writing, works[0])]
    if exams:
        blocks += [Paragraph(some) for page in exams if (some := _exam(writing, page))]
    signs, absent = _markers(writing)
    if not works and not exams:
        blocks.append(Paragraph(paper.no_data("об образовательных результатах")))
    blocks += [Paragraph(signs)] if signs else []
    missing = [Missing(f"Нет результатов {name} за учебный год этого периода", FORMS["results"], "upload")
               for name, found in ((WORK, works), (EXAM, exams)) if not found]
    return Section(ID, TITLE, tuple(blocks), (*missing, *absent))


def _paragraph(*told: Sentences) -> tuple[Block, ...]:
    return (Paragraph(some),) if (some := sentences(*told)) else ()


def _few(writing: Writing, page: ResultsPage) -> bool:
    """So few took part that a paper of the municipality, where the only school of the list is named, tells nothing of
    them."""
    assert page.total is not None
    now = page.total.cells[-1]
    return _alone(writing) and now is not None and (now.figure.denominator or 0) < FEWEST


def _alone(writing: Writing) -> bool:
    return not writing.asked.school and len(writing.listed) < 2


def pages(writing: Writing, procedure: str) -> list[ResultsPage]:
    """Of each subject that was written in the school year the period speaks of; mathematics and Russian first, as the
    page has them."""
    whose = writing.asked.school or results.LISTED
    first = results.main(writing.view, Chosen(procedure=procedure, schools=whose), day=writing.last)
    subjects = [name for name, _ in first.choices.get("subject", ())][:SUBJECTS]
    pages = [first if name == first.chosen.subject else results.main(
        writing.view, Chosen(procedure=procedure, subject=name, schools=whose), day=writing.last) for name in subjects]
    return [page for page in pages if page.chosen.procedure == procedure and _is_of(writing, page)]


def _is_of(writing: Writing, page: ResultsPage) -> bool:
    """Its newest year ends inside the period, or the period lies inside it; a school shows its own."""
    own = not writing.asked.school or page.chosen.schools == writing.asked.school
    if not page.years or page.total is None or page.total.cells[-1] is None or not own:
        return False
    year = periods.parse(page.years[-1])
    return year.end >= writing.first and year.start <= writing.asked.whole.end and (
        year.end <= writing.asked.whole.end or year.start <= writing.first)


def _share(writing: Writing, cell: Cell | None) -> Share:
    return quoted.of(writing.view, cell.figure, cell.where) if cell else Share(None, None)


def changed(writing: Writing, page: ResultsPage) -> Sentences:
    assert page.total is not None
    grades = page.classes.rpartition(" ")[0]
    over = wording.over(page.set).removeprefix(", ").strip()
    if page.total.change is None or len(page.total.cells) < 2 or page.total.cells[-2] is None:
        return ()
    before, now = (_share(writing, cell) for cell in page.total.cells[-2:])
    return patterns.share_changed(page.chosen.subject, over if over.startswith("по ") else f"({over})",
                                  page.total.change, before, now, work=page.chosen.procedure, grades=grades,
                                  years=(_short(page.years[-2]), _short(page.years[-1])))


def _same(writing: Writing, page: ResultsPage) -> tuple[Block, ...]:
    """Classes that are the same people as a year before, of the newest two years; several stand in a table."""
    newest = [one for one in page.same_children if one.after == page.years[-1] and not any(one.letters)]
    told = [(one, *shares) for one in newest if (shares := _cohort(writing, page, one))]
    if not told:
        return ()
    years = tuple(periods.parse(code).end.year for code in (told[0][0].before, told[0][0].after))
    if len(told) == 1:
        [(one, before, now)] = told
        return (Paragraph(patterns.same_pupils((one.grade, one.grade + 1), (years[0], years[1]), before, now)),)
    rows = tuple((f"{one.grade}{wording.NBSP}класс → {one.grade + 1}{wording.NBSP}класс", quoted.number(before),
                  quoted.number(now)) for one, before, now in told)
    subject = dative(page.chosen.subject)
    table = Table(f"Отметка «2» у тех же обучающихся год спустя, {page.chosen.procedure} по {subject}", (
        "Класс", *(f"{year} год" for year in years)), rows, "без прибывших за год; число писавших может различаться")
    return (Paragraph(paper.shown(f"Отметки тех же обучающихся по {subject} год спустя", True, "table")), table)


def _cohort(writing: Writing, page: ResultsPage, one: Cohort) -> tuple[Share, Share] | None:
    base: Where = {"procedure": page.chosen.procedure, "subject": page.chosen.subject, "level": "school",
            "school_id": one.schools, **({"stage": page.chosen.stage} if page.chosen.stage else {})}
    before, now = (quoted.share(writing.view, page.chosen.indicator, day=writing.last, where={
        **base, "school_year": year, "grade": str(grade)}) for year, grade in (
            (one.before, one.grade), (one.after, one.grade + 1)))
    if (before.part, before.whole) != (one.change.k0, one.change.n0) or (now.part, now.whole) != (
            one.change.k1, one.change.n1):
        return None
    few = min(before.whole or 0, now.whole or 0) < FEWEST
    return None if few and not writing.asked.school and len(one.schools) == 1 else (before, now)


def _journal(writing: Writing, page: ResultsPage) -> Sentences:
    """Confirmed, lower, higher: three figures of the same participants."""
    lines = {cell.figure.metric: _share(writing, cell) for line in page.journal if (cell := line.cells[-1])}
    confirmed, lower, higher = (lines.get(name, Share(None, None)) for name in results.JOURNAL)
    parts = confirmed.part, lower.part, higher.part
    if None in parts or sum(filter(None, parts)) != confirmed.whole:
        return ()
    return patterns.journal(confirmed, Amount(lower.part, lower.source), Amount(higher.part, higher.source))


def _exam(writing: Writing, page: ResultsPage) -> Sentences:
    """The main day, then what was left after the others, and the main day of the year before."""
    cells = {name: _line(page.stages, STAGES[name]) for name in (MAIN, RESERVE, ADDITIONAL)}
    main = cells[MAIN]
    if main is None or main.cells[-1] is None or page.chosen.procedure not in EXAMS:
        return ()
    first = _share(writing, main.cells[-1])
    later = [_share(writing, line.cells[-1] if line else None) for line in (cells[RESERVE], cells[ADDITIONAL])]
    told = patterns.stages(page.chosen.procedure, page.chosen.subject, first, *(
        Amount(one.part, one.source) for one in later))
    before = main.cells[-2] if len(main.cells) > 1 else None
    return sentences(told, patterns.year_before(_share(writing, before), main.change, first.source) if before else ())


def _line(lines: Sequence[Line], name: str) -> Line | None:
    return next((line for line in lines if line.name == name), None)


def _picture(writing: Writing, page: ResultsPage) -> tuple[Block, ...]:
    """The share over the years, where there are two at least."""
    assert page.total is not None
    points = tuple(facts.of_figure(_short(code), cell.figure if cell else None)
                   for code, cell in zip(page.years, page.total.cells, strict=True))
    if sum(point.value is not None for point in points) < 2:
        return ()
    title = f"{page.chosen.procedure}, {page.chosen.subject}, {page.classes}: доля отметок «2»"
    chart = Chart("note-results", title, "доля отметок «2»", page.set, writing.day, "форма «Результаты»",
                  (Series("", points),))
    said = paper.shown(f"Доля отметок «2» по {dative(page.chosen.subject)} за несколько лет", False, "picture")
    return (Paragraph(said), Picture(chart, Shape("trend")))


def _short(code: str) -> str:
    """«2025–2026»: under a picture there is no room for more."""
    return periods.parse(code).title.partition(" ")[0]


def _markers(writing: Writing) -> tuple[Sentences, tuple[Missing, ...]]:
    """The newest list known by then; a newer year that was not brought in is said to be missing. Which school has a
    sign is for the coordinator alone."""
    if writing.view.scope.role != "coordinator":
        return (), ()
    lists = [one for one in writing.once(markers.build, day=writing.last) if known.by(one.source, writing.last)]
    if not lists:
        return (), (Missing(f"Признаки, требующие дополнительного анализа: {markers.NOT_LOADED}", FORMS["markers"],
                            "upload"),)
    said = markers.absent(lists, writing.day)
    missing = (Missing(f"Признаки, требующие дополнительного анализа: {said}", FORMS["markers"], "upload"),)
    newest = lists[0]
    if writing.asked.school and writing.asked.school not in {one.school_id for one in newest.marked}:
        return (), ()  # «у школ перечня» is not said of one
    marked = [one.school_id for one in newest.marked if one.school_id in (*writing.schools, *(
        () if writing.asked.school else writing.cards))]
    source = writing.amount("marked_schools", newest.where).source
    if not newest.source:
        return (), (Missing("В списке признаков не сказано, чей он", FORMS["markers"], "upload"),)
    named = ("", newest.source) if known.signed(newest.source) else (wording.quoted(newest.source), "")
    return patterns.markers(named[0], newest.year, writing.named(marked), source, paper=named[1]), (
        missing if said else ())

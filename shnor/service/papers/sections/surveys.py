"""V. Surveys: how many answered so, of how many asked; one time beside another; what came without its number."""

from collections.abc import Sequence

from shnor import periods, wording
from shnor.datasets.seasons import SEASONS
from shnor.datasets.surveys import ASKED
from shnor.reports.papers.blocks import Missing, Paragraph, Section
from shnor.sentences import paper
from shnor.sentences import surveys as patterns
from shnor.sentences.pieces import Amount, Sentences, Share
from shnor.service.figures.lines import Cell
from shnor.service.pages import surveys
from shnor.service.pages.surveys import Chosen, SurveysPage
from shnor.service.papers import quoted
from shnor.service.papers.writing import Writing, sentences

ID, TITLE = "surveys", "Результаты анкетирования"
FORM = "Опросы"
SAME = "По школам, участвовавшим в обоих опросах"
MOST = 3
"""So many options are named."""


def section(writing: Writing) -> Section:
    data = page(writing)
    if data is None:
        return Section(ID, TITLE, _nothing(), (Missing("Нет ответов на опросы за период", FORM, "upload"),))
    word = ASKED.get(data.chosen.audience, "опрошенный")
    main = patterns.positive(_share(writing, data.now), _share(writing, data.reached), word, data.chosen.question)
    if data.now is None or not data.now.figure.denominator:  # a share without its number is told below
        main = ()
    told = sentences(main, _waves(writing, data), *(_named(writing, asked.newest) for asked in data.wished))
    whose = (*writing.schools, *(() if writing.asked.school else ("",)))
    stated = [one for one in data.stated if one.school_id in whose and _inside(writing, one.wave)]
    said = sentences(*(patterns.stated(writing.school(one.school_id), Amount(one.percent))
                       for one in stated if one.school_id))
    missing = tuple(Missing(f"{one.school}: доля {wording.number(one.percent)}{wording.NBSP}% без числа опрошенных",
                            FORM, "upload") for one in stated)
    silent = () if not data.silent else (Missing(f"Не прислали ответы: {', '.join(data.silent)}", FORM, "upload"),)
    return Section(ID, TITLE, tuple(Paragraph(some) for some in (told, said) if some) or _nothing(), (
        *missing, *silent))


def _nothing() -> tuple[Paragraph, ...]:
    return (Paragraph(paper.no_data("об анкетировании")),)


def page(writing: Writing) -> SurveysPage | None:
    """Of the survey asked last in the period, of those with positive answers before all others."""
    schools = writing.asked.school or surveys.LIST
    first = surveys.main(writing.view, Chosen(schools=schools), day=writing.last)
    others = [name for name, _ in first.choices.get("survey", ()) if name != first.chosen.survey]
    pages = [first]
    if first.now is None or not first.now.figure.denominator:
        pages = [*(surveys.main(writing.view, Chosen(survey=name, schools=schools), day=writing.last)
                   for name in others), first]
    told = [one for one in pages if one.waves and _inside(writing, one.waves[-1]) and not _of_others(writing, one)]
    return next((one for one in told if one.now is not None and one.now.figure.denominator), next(iter(told), None))


def _of_others(writing: Writing, data: SurveysPage) -> bool:
    """The school the paper is of has no answers: the page shows others in its place."""
    return bool(writing.asked.school) and data.chosen.schools != writing.asked.school


def _inside(writing: Writing, wave: str) -> bool:
    return writing.first <= periods.first_day(wave) <= writing.asked.whole.end


def _share(writing: Writing, cell: Cell | None) -> Share:
    return quoted.of(writing.view, cell.figure, cell.where) if cell else Share(None, None)


def _waves(writing: Writing, data: SurveysPage) -> Sentences:
    """The last two, over the schools that have both; nothing where a sentence would be of other people."""
    if data.pair is None or data.pair.change is None or None in data.pair.cells:
        return ()
    names, (old, new) = _when(*data.waves[-2:]), data.pair.cells
    before, now, every = _share(writing, old), _share(writing, new), _share(writing, data.now)
    same = (now.part, now.whole) == (every.part, every.whole)
    over = "" if same else SAME
    return patterns.waves(before, now, data.pair.change, names, over=over) if names else ()


def _when(before: str, now: str) -> tuple[str, str] | None:
    """«весной 2026 года», «осенью 2026 года»; nothing where both are one season of one year."""
    days = periods.first_day(before), periods.first_day(now)
    first, last = (f"{SEASONS[day.month]} {day.year}{wording.NBSP}года" for day in days)
    return None if first == last else (first, last)


def _named(writing: Writing, options: Sequence[tuple[str, Cell]]) -> Sentences:
    """The most frequent options of a question with several choices, where all were asked the same."""
    ordered = sorted(options, key=lambda one: -one[1].figure.numerator)[:MOST]
    if not ordered or len({cell.figure.denominator for _, cell in ordered}) != 1:
        return ()
    shares = [(name, _share(writing, cell)) for name, cell in ordered]
    told = [(name, Amount(one.part, one.source)) for name, one in shares]
    return patterns.chosen(told, Amount(shares[0][1].whole, shares[0][1].source))

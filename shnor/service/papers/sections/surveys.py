"""V. Surveys: how many answered so, of how many asked; one time beside another; what came without its number."""

from collections.abc import Sequence

from shnor import periods, wording
from shnor.datasets.seasons import SEASONS
from shnor.datasets.surveys import ASKED
from shnor.reports.papers.blocks import Missing, Paragraph, Section
from shnor.sentences import surveys as patterns
from shnor.sentences.pieces import Amount, Sentences, Share
from shnor.service.figures.lines import Cell
from shnor.service.pages import surveys
from shnor.service.pages.surveys import Chosen, SurveysPage
from shnor.service.papers import quoted
from shnor.service.papers.writing import Writing, sentences

ID, TITLE = "surveys", "Результаты анкетирования"
FORM = "Опросы"
MOST = 3
"""So many options are named."""


def page(writing: Writing) -> SurveysPage | None:
    """The survey whose newest wave is of the period."""
    data = surveys.main(writing.view, Chosen(schools=writing.asked.school or surveys.LIST), day=writing.last)
    told = data.waves and _inside(writing, data.waves[-1]) and not _of_others(writing, data)
    return data if told else None


def section(writing: Writing) -> Section:
    data = page(writing)
    if data is None:
        return Section(ID, TITLE, (), (Missing("Нет ответов на опросы за период", FORM, "upload"),))
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
    return Section(ID, TITLE, tuple(Paragraph(some) for some in (told, said) if some), (*missing, *silent))


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
    return patterns.waves(_share(writing, old), _share(writing, new), data.pair.change, names) if names else ()


def _when(before: str, now: str) -> tuple[str, str] | None:
    """«весной», «осенью»; of different years «осенью 2025 года»."""
    days = periods.first_day(before), periods.first_day(now)
    seasons = tuple(SEASONS[day.month] for day in days)
    if days[0].year == days[1].year and seasons[0] != seasons[1]:
        return seasons[0], seasons[1]
    return None if days[0].year == days[1].year else (f"{seasons[0]} {days[0].year} года",
                                                      f"{seasons[1]} {days[1].year} года")


def _named(writing: Writing, options: Sequence[tuple[str, Cell]]) -> Sentences:
    """The most frequent options of a question with several choices, where all were asked the same."""
    ordered = sorted(options, key=lambda one: -one[1].figure.numerator)[:MOST]
    if not ordered or len({cell.figure.denominator for _, cell in ordered}) != 1:
        return ()
    shares = [(name, _share(writing, cell)) for name, cell in ordered]
    told = [(name, Amount(one.part, one.source)) for name, one in shares]
    return patterns.chosen(told, Amount(shares[0][1].whole, shares[0][1].source))

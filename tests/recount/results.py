"""Results: marks «2» by year, class, school and stage, what else is counted of the newest year, the class journal."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from shnor.datasets.results import STAGES
from shnor.service.pages import results
from shnor.store import View
from tests.recount.marks import MUNICIPALITY, REGION, Work, works
from tests.recount.raw import Files
from tests.recount.schools import list_day, schools
from tests.recount.windows import AUTUMN, year_end

Selection = tuple[str, str, str, str]
"""Procedure, stage, term and subject, as chosen on the page."""
LISTED, EVERY, OWN = "перечень", "все школы", "Ш03"
SETS = {LISTED: results.LISTED, EVERY: results.EVERY, OWN: OWN}
YEARS = 3
MAIN_SUBJECTS = ("математика", "русский язык")
SOU = {5: 100, 4: 64, 3: 36, 2: 16}
"""Weights of marks by Simonov."""
JOURNAL = ("ниже", "подтвердили", "выше")
LEVELS = {MUNICIPALITY: "по муниципалитету", REGION: "по краю"}


def counted(files: Files, day: date) -> dict[tuple[str, ...], Any]:
    known = [work for work in works(files) if work.last <= day]
    counts: dict[tuple[str, ...], Any] = {}
    for selection, name in _pages(files):
        rows = [work for work in known if _selection(work) == selection]
        codes = _codes(files, day, rows, name)
        own = [work for work in rows if work.owner in codes]
        years = _years(own)
        lines = _lines([work for work in own if work.size], years)
        lines |= _journal([work for work in own if not work.size], years)
        lines |= _levels([work for work in rows if work.owner in LEVELS and work.year in years], own)
        lines |= _other_lines(selection, [work for work in known if work.size and work.owner in codes], years)
        counts |= {(*selection, name, *line): value for line, value in lines.items()}
    return counts


def _selection(work: Work) -> Selection:
    return work.procedure, work.stage, work.term, work.subject


def _pages(files: Files) -> list[tuple[Selection, str]]:
    """Whatever files hold, for the list; subjects that all classes write for every school and for one as well."""
    selections = sorted({_selection(work) for work in works(files)})
    return [(selection, name) for selection in selections for name in SETS
            if name == LISTED or (selection[0] == "ВПР" and selection[3] in MAIN_SUBJECTS)]


def _codes(files: Files, day: date, rows: list[Work], name: str) -> frozenset[str]:
    """Of schools; the list is that of the newest year with rows of schools."""
    present = frozenset(work.owner for work in rows) - set(LEVELS)
    if name != LISTED:
        return present if name == EVERY else frozenset({name})
    newest = max((work.year for work in rows if work.owner in present), default="")
    return schools(files).listed(list_day(year_end(newest), day)) if newest else frozenset()


def _years(rows: list[Work]) -> list[str]:
    """The last years of one series: works moved to autumn are another."""
    return sorted({work.year for work in rows if (work.procedure, work.year) not in AUTUMN})[-YEARS:]


def _together(rows: Iterable[Work], years: list[str]) -> list[Work]:
    """What a line over years counts: schools that have rows of it in each of its years."""
    shown = [work for work in rows if work.year in years]
    owners = [{work.owner for work in shown if work.year == year} for year in {work.year for work in shown}]
    return [work for work in shown if work.owner in set.intersection(*owners)]


def _lines(rows: list[Work], years: list[str]) -> dict[tuple[str, ...], Any]:
    every = _together(rows, years)
    shown = {"все классы": every,
             **{f"{grade} класс": _together((work for work in rows if work.grade == grade), years)
                for grade in {work.grade for work in rows}},
             **{code: [work for work in rows if work.owner == code] for code in {work.owner for work in rows}}}
    lines: dict[tuple[str, ...], Any] = {(name, year): low(work for work in own if work.year == year)
                                         for name, own in shown.items() for year in years}
    lines |= {(f"отметка «{mark}»", year): _sum((work for work in every if work.year == year), mark)
              for year in years for mark in SOU}
    if len(years) > 1:
        lines["годы вместе",] = low(every)
    return lines | {line: value for year in years
                    for line, value in _beside([work for work in every if work.year == year], year).items()}


def _journal(rows: list[Work], years: list[str]) -> dict[tuple[str, ...], tuple[int, int]]:
    lines: dict[tuple[str, ...], tuple[int, int]] = {}
    for year in years:
        counts = [work.journal for work in _together(rows, years) if work.year == year]
        totals = [sum(places) for places in zip(*counts, strict=True)]
        lines |= {(name, year): (n, sum(totals)) for name, n in zip(JOURNAL, totals, strict=False)}
    return lines


def _other_lines(selection: Selection, rows: list[Work], years: list[str]) -> dict[tuple[str, ...], tuple[int, int]]:
    """Other subjects of the same works, and the stages of an exam in the same subject."""
    procedure, stage, term, subject = selection
    same = [work for work in rows if (work.procedure, work.term) == (procedure, term)]
    lines: dict[tuple[str, ...], list[Work]] = {}
    for work in same:
        if work.stage == stage and work.subject != subject:
            lines.setdefault(("другой предмет", work.subject), []).append(work)
        if work.subject == subject and work.stage:
            lines.setdefault(("этап", work.stage), []).append(work)
    return {(*line, year): low(work for work in _together(own, years) if work.year == year)
            for line, own in lines.items() for year in years}


def _levels(rows: list[Work], own: list[Work]) -> dict[tuple[str, ...], tuple[int, int]]:
    """Of the classes that schools of the set wrote."""
    grades = {work.grade for work in own}
    return {(LEVELS[owner], year): low(
        work for work in rows if (work.owner, work.year) == (owner, year) and work.grade in grades)
        for owner, year in {(work.owner, work.year) for work in rows if work.size}}


def _beside(rows: list[Work], year: str) -> dict[tuple[str, ...], tuple[int, int]]:
    size = _size(rows)
    return {("качество", year): (_sum(rows, 5, 4), size), ("успеваемость", year): (_sum(rows, 5, 4, 3), size),
            ("средняя отметка", year): (sum(mark * _sum(rows, mark) for mark in SOU), size),
            ("обученность", year): (sum(weight * _sum(rows, mark) for mark, weight in SOU.items()), size)}


def _sum(rows: Iterable[Work], *marks: int) -> int:
    return sum(work.marks.get(mark, 0) for work in rows for mark in marks)


def _size(rows: Iterable[Work]) -> int:
    return sum(work.size for work in rows)


def low(rows: Iterable[Work]) -> tuple[int, int]:
    every = list(rows)
    return _sum(every, 2), _size(every)


BESIDE = {"quality_rate": "качество", "pass_rate": "успеваемость", "mean_mark": "средняя отметка",
          "sou_index": "обученность"}
CODES = {title: code for code, title in STAGES.items()}


def shown(view: View, files: Files, day: date) -> dict[tuple[str, ...], Any]:
    figures: dict[tuple[str, ...], Any] = {}
    for (procedure, stage, term, subject), name in _pages(files):
        wanted = results.Chosen(procedure, CODES.get(stage, ""), subject, term, SETS[name])
        page = results.build(view, wanted, day=day)
        if page.chosen == wanted:
            figures |= {(procedure, stage, term, subject, name, *key): value for key, value in _of_page(page).items()}
    return figures


def _of_page(page: results.ResultsPage) -> dict[tuple[str, ...], Any]:
    figures: dict[tuple[str, ...], Any] = {}
    lines = [("все классы", page.total)] if page.total else []
    lines += [(line.school_id or line.name, line) for line in (*page.grades, *page.schools)]
    lines += [(name, line) for line in page.journal for name in JOURNAL if name in line.name.lower()]
    lines += [(name, line) for line in page.beside.levels for name in LEVELS.values() if line.name.startswith(name)]
    for name, line in lines:
        figures |= {(name, year): (cell.figure.numerator, cell.figure.denominator)
                    for year, cell in zip(page.years, line.cells, strict=True) if cell}
    figures |= {(title, line.name, year): (cell.figure.numerator, cell.figure.denominator)
                for title, table in (("другой предмет", page.others), ("этап", page.stages)) for line in table
                for year, cell in zip(page.years, line.cells, strict=True) if cell}
    figures |= {(f"отметка «{mark}»", year): n for year, counts in page.marks.items()
                for mark, n in zip((5, 4, 3, 2), counts, strict=False)}
    figures |= {(BESIDE[name], year): (cell.figure.numerator, cell.figure.denominator)
                for name, line in page.others_counted
                for year, cell in zip(page.years, line.cells, strict=True) if cell}
    if page.pooled:
        figures["годы вместе",] = (page.pooled.figure.numerator, page.pooled.figure.denominator)
    return figures

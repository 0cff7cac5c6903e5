"""Tables of the page of results: by class, stage, subject, against the journal, beside larger sets. What has not
changed noticeably is folded."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from shnor import wording, wording_change
from shnor.metrics.change import CONFIRMED
from shnor.service.figures.lines import Line
from shnor.service.pages.results import ResultsPage
from shnor.service.pages.works_beside import MUNICIPALITY
from shnor.ui.kit import block, compared, html
from shnor.ui.kit.block import Block, Shown
from shnor.ui.kit.html import Cell, Link, Markup
from shnor.ui.run.session import Session
from shnor.ui.screens.results import pictures, words


def by_grade(session: Session, data: ResultsPage) -> Shown | None:
    """Every class, the chosen one marked; a click on a class shows it alone."""
    if len(data.grades) < 2:  # the one class is the line above
        return None
    whole = [data.total] if data.total and not data.chosen.grade else []
    named = [Link(wording.unbroken(line.name), "results", (("grade", line.name.split()[0]),)) for line in data.grades]
    return _table(session, data, "grades", "По классам", "Класс", [*data.grades, *whole], fold=False, chance=True,
                  names=[*named, *("вместе" for _ in whole)])


def by_stage(session: Session, data: ResultsPage) -> Shown | None:
    return _table(session, data, "stages", "После каждого этапа", "Этап", data.stages, fold=False)


def levels(session: Session, data: ResultsPage) -> Shown | None:
    """Every row there may be: ours, then those a file gives for the municipality, the край, the country."""
    if data.total is None:
        return None
    asked = [line for code, line in data.beside.compared if line and code != MUNICIPALITY]
    lines = [data.total, *asked, *data.beside.levels]
    names = [data.set, *(line.set or line.name for line in asked), *(line.name for line in data.beside.levels)]
    return _table(session, data, "levels", "Для сравнения", "Чьи числа", lines, fold=False, names=names)


def others(session: Session, data: ResultsPage) -> Shown | None:
    note = "Каждый предмет — по тем классам, которые его писали." if len(data.grades) > 1 else ""
    named = [Link(wording.unbroken(line.name), "results", (("subject", line.name),)) for line in data.others]
    return _table(session, data, "others", "Другие предметы", "Предмет", data.others, names=named,
                  note=note)


def journal(session: Session, data: ResultsPage) -> Shown | None:
    return _table(session, data, "journal", "Сравнение с отметками по журналу", "Отметка за работу", data.journal,
                  note="Считаются только участники, у которых есть обе отметки.", shares=True)


def _table(session: Session, data: ResultsPage, name: str, title: str, head: str, lines: Sequence[Line], *,
           fold: bool = True, names: Sequence[Cell] = (), note: str = "", shares: bool = False,
           chance: bool = False) -> Shown | None:
    """None without lines. names: in place of those of the lines. shares: whatever indicator is chosen.
    chance: with the line of how many comparisons were made at once; one table of a page has it."""
    if not lines:
        return None
    told = data.of_shares or shares
    heads = (head, *map(words.year, data.years), words.moved_head(data), *((words.SAID,) if told else ()))
    rows = tuple(_row(session, data, line, names[place] if names else compared.named(line, data.set), told)
                 for place, line in enumerate(lines))
    own = Block(f"results-{name}", title, data.set, session.day, pictures.SOURCE, heads, rows,
                tuple(range(1, 1 + len(data.years))), bare=True,
                notes=(note, wording_change.by_chance(line.change for line in lines) if told and chance else ""))
    still = [line.change is not None and line.change.verdict not in CONFIRMED for line in lines]
    loud, quiet = ([row for row, one in zip(rows, still, strict=True) if one is side] for side in (False, True))
    if not fold or not told or len(quiet) < 2:
        loud, quiet = list(rows), []
    return Shown(own, body=_body(own, loud, quiet))


def _body(own: Block, loud: Sequence[tuple[Any, ...]], quiet: Sequence[tuple[Any, ...]]) -> Markup:
    shown = block.table_html(replace(own, rows=tuple(loud))) if loud else Markup()
    if not quiet:
        return shown
    said = f"Ещё {len(quiet)} без заметных изменений" if loud else f"Без заметных изменений: {len(quiet)}"
    return shown + html.fold(said, block.table_html(replace(own, rows=tuple(quiet))))


def _row(session: Session, data: ResultsPage, line: Line, name: Cell, told: bool) -> tuple[Any, ...]:
    points = [pictures.point(session, words.year(code), cell)
              for code, cell in zip(data.years, line.cells, strict=True)]
    moved, said = words.of_total(data, line) if line is data.total else (
        words.changed(data, line), words.conclusion(line.change, line.rests_on))
    return (name, *points, moved, said) if told else (name, *points, moved)



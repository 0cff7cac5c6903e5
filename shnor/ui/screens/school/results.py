"""Results of a school: what changed as one picture, works without a notable change folded, several years together."""

from collections.abc import Sequence

from shnor import periods, wording, wording_change
from shnor.charts import facts, shapes
from shnor.charts.facts import Chart, Point, Series
from shnor.charts.shapes import shape
from shnor.metrics.change import CONFIRMED, Change
from shnor.metrics.figure import Figure
from shnor.metrics.formulas import wilson
from shnor.service.figures import sets
from shnor.service.figures.rows import Where
from shnor.service.pages.school import SchoolPage
from shnor.service.pages.school_list import Beside
from shnor.service.pages.school_topics import LOW, Cell, Line, Pooled, SchoolTopics, Work
from shnor.ui.kit import block, compared, html
from shnor.ui.kit.block import Shown
from shnor.ui.kit.html import tag
from shnor.ui.kit.links import to_rows
from shnor.ui.run.session import Session

SHOWN, EXAMS = 5, 2
"""So many works stand in the picture; so many exams have a place there before larger groups."""
SAID = "Что можно сказать"
PEOPLE = f"{shapes.COUNTED}{wording.NBSP}— получил «2», {shapes.OTHER}{wording.NBSP}— другую отметку"


def show(session: Session, data: SchoolPage, told: SchoolTopics, beside: Beside) -> None:
    if not told.results:
        html.text("Результатов работ школы в базе нет. Страницу заполнят выгрузки ФИС ОКО и своды экзаменов.",
                  mark="shnor-small")
        return
    lines = first(told.results)
    block.show(session, changed(session, data, told, beside))
    _rest(session, told, [line for line in told.results if line not in lines])
    for pooled in told.pooled:
        html.text(f"{pooled.name}: ", _low(session, pooled.own, pooled.where), *_afterwards(session, pooled),
                  *_listed(session, pooled), ".", mark="shnor-small")
    compared.by_chance(line.change for line in told.results)


def changed(session: Session, data: SchoolPage, told: SchoolTopics, beside: Beside) -> Shown | None:
    """What changed, as one picture."""
    if not told.results:
        return None
    return Shown.of(chart(session, data, told, first(told.results), beside), shape("dumbbell"), "Работа", sort=False)


def first(lines: Sequence[Line]) -> list[Line]:
    """Those of the picture, in the order of the works: with a confirmed change, exams on their main day, then the
    largest groups."""
    by_size = sorted(lines, key=_size, reverse=True)
    wanted = [line for line in by_size if line.change and line.change.verdict in CONFIRMED]
    wanted += [line for line in by_size if line.work.is_first_try and line not in wanted][:EXAMS]
    wanted += [line for line in by_size if line not in wanted and line.work.grade]
    wanted += [line for line in by_size if line not in wanted]
    kept = wanted[:SHOWN]
    return [line for line in lines if line in kept]


def _size(line: Line) -> int:
    return (line.after or line.before or Cell(0, 0, {})).n


def chart(session: Session, data: SchoolPage, told: SchoolTopics, lines: Sequence[Line], beside: Beside) -> Chart:
    """Before, after, and the schools of the list beside them."""
    before, after = map(year, told.years)
    school = data.card.school_id
    figures = [beside.of(line.work, school) for line in lines]
    listed = next((figure.set for figure in figures if figure), "")
    series = tuple(Series(line.name, (
        _point(session, before, line.before), _point(session, after, line.after),
        *([_beside(session, listed, figure, beside.where(line.work))] if figure else [])), _said(line))
        for line, figure in zip(lines, figures, strict=True))
    people, shares = [one for one in series if shapes.small(one)], [one for one in series if not shapes.small(one)]
    moments = f"○ {before} → ● {after}" if shares else f"{before} → {after}"
    said = ("форма «Результаты»", "полоса — возможный разброс" if any(one.points[1].low is not None for one in shares)
            else "", f"черта — {listed}" if any(one.points[2:] for one in shares) else "",
            hidden([line.work for line in lines if beside.is_few(line.work)], len(lines)),
            PEOPLE if people else "")
    return Chart("school-results", f"Получили «2»: {moments}", "доля отметок «2»", data.card.name,
                 session.day, " · ".join(filter(None, said)), series)


def hidden(works: Sequence[Work], shown: int) -> str:
    """«школы перечня — не показываем: мало школ», of some of the works with their names."""
    of = f" ({'; '.join(work.title for work in works)})" if len(works) < shown else ""
    return f"школы перечня{of} — {sets.TOO_FEW}" if works else ""


def year(code: str) -> str:
    """«2025–2026»."""
    return periods.parse(code).title.removesuffix(" учебный год") if code else wording.LONG_DASH


def _point(session: Session, at: str, cell: Cell | None) -> Point:
    if cell is None:
        return Point(at, why=facts.NOT_SAT)
    low, high = wilson(cell.k, cell.n)
    return facts.share(at, cell.k, cell.n, float(low), float(high), to_rows(session, "", LOW, cell.where).address)


def _beside(session: Session, at: str, figure: Figure, where: Where) -> Point:
    return facts.of_figure(at, figure, to_rows(session, "", LOW, where).address if where else "")


def _said(line: Line) -> str:
    people = wording_change.moved(line.change) if line.change and line.change.people else ""
    return "; ".join(filter(None, (people, wording_change.conclusion(line.change), line.afterwards)))


def _rest(session: Session, told: SchoolTopics, lines: Sequence[Line]) -> None:
    """Works beside those of the picture: quiet ones are folded."""
    if not lines:
        return
    before, after = map(year, told.years)
    title = shown(len(told.results) - len(lines), [line.change for line in told.results])
    table = html.table_html(["Работа", before, after, SAID], [
        [line.name, _counts(session, line.before), _counts(session, line.after), _said(line)] for line in lines])
    html.show(tag("<details class='shnor-fold shnor-brief'><summary>{}</summary>{}</details>", title, table))


def shown(n: int, changes: Sequence[Change | None]) -> str:
    """«Показано 5 работ из 12, ещё 7; подтверждённых изменений нет ни в одной». changes: of all of them."""
    none = not any(change and change.verdict in CONFIRMED for change in changes)
    return (f"{wording.agreed(n, 'Показана', 'Показаны', 'Показано')} {wording.counted(n, 'работа')} из "
            f"{len(changes)}, ещё {len(changes) - n}{'; подтверждённых изменений нет ни в одной' if none else ''}")


def _counts(session: Session, cell: Cell | None) -> html.Cell:
    return to_rows(session, wording.k_of_n(cell.k, cell.n), LOW, cell.where) if cell else wording.LONG_DASH


def _afterwards(session: Session, pooled: Pooled) -> list[html.Cell]:
    """«, после дополнительного периода — 3 из 29»: the same people once all of them were through."""
    if pooled.last is None:
        return []
    k, n = pooled.last.numerator, pooled.last.denominator or 0
    return [f", {pooled.stage}{wording.NBSP}{wording.LONG_DASH} ",
            to_rows(session, wording.k_of_n(k, n), LOW, pooled.last_where)]


def _listed(session: Session, pooled: Pooled) -> list[html.Cell]:
    """The schools of the list in the newest of the years; one year beside several is said to be one."""
    if pooled.listed is None:
        return [f"; школы перечня — {sets.TOO_FEW}"] if pooled.few else []
    return [f"; {pooled.listed.set} в {year(pooled.newest)} учебном году: ",
            _low(session, pooled.listed, pooled.listed_where)]


def _low(session: Session, figure: Figure, where: Where) -> html.Cell:
    text = wording.figure_text(figure)
    return to_rows(session, text, LOW, where) if where else text

"""Pieces of the page «Результаты»."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from shnor import periods, wording, wording_change
from shnor.charts import facts, shapes
from shnor.charts.facts import Chart, Series
from shnor.charts.styles import MARKS
from shnor.datasets.results import STAGES
from shnor.metrics import METRICS
from shnor.service.figures.cohorts import Cohort
from shnor.service.figures.rows import Where
from shnor.service.pages import results
from shnor.service.pages.results import Chosen, Line, ResultsPage
from shnor.ui.kit import block, choice, compared, html, without_data
from shnor.ui.kit.html import Cell, Tile
from shnor.ui.kit.links import to_rows, to_school
from shnor.ui.run.session import Session

TITLES = {"procedure": "Процедура", "term": "Часть года", "stage": "Этап", "subject": "Предмет", "schools": "Школы"}
WIDTHS = {"procedure": 260, "term": 170, "stage": 280, "subject": 240, "schools": 300}
SAID = "Что можно сказать"


def empty() -> None:
    """Which files would fill the page."""
    without_data.offer(
        "В базе пока нет результатов. Страницу заполнят выгрузки ФИС ОКО «Статистика по отметкам» и «Сравнение "
        "отметок с отметками по журналу», своды ОГЭ и ЕГЭ по школам, отметки школ за четверть: числа по классам и "
        "предметам, без фамилий.", "results")


def chosen() -> Chosen:
    """The filters live in the address: a link to this page shows the same figures to anyone."""
    return Chosen(**{name: st.query_params.get(name, "") for name in TITLES})


def filters(data: ResultsPage) -> None:
    with st.container(horizontal=True):
        for name, title in TITLES.items():
            named = dict(data.choices[name])
            if len(named) < 2 and name not in ("procedure", "subject", "schools"):
                continue
            choice.box(title, name, list(named), getattr(data.chosen, name), width=WIDTHS[name],
                       shown=named.__getitem__)


def year(code: str) -> str:
    """«2025–2026»."""
    return periods.parse(code).title.removesuffix(" учебный год")


def what(data: ResultsPage) -> str:
    """«ВПР, математика, 5–8 классы», an exam with its stage."""
    chosen = data.chosen
    marks = f"отметки за {chosen.term}" if chosen.procedure.startswith("Отметки за") and chosen.term else ""
    work = (marks,) if marks else (chosen.procedure, STAGES.get(chosen.stage, ""), chosen.term)
    return ", ".join(filter(None, (*work, chosen.subject, data.classes)))


def subject(data: ResultsPage) -> str:
    if data.chosen.procedure.endswith("ЕГЭ"):
        return "Доля не преодолевших минимальный порог"
    return "Доля отметок «2»"


def lead(session: Session, data: ResultsPage) -> None:
    """What changed and what may be said of it."""
    total = data.total
    if total is None:
        html.text("По выбранным условиям результатов нет: выберите другой предмет или другие школы.")
        return
    named = f"{subject(data)} ({what(data)}){wording.over(data.set)}"
    html.text(wording_change.sentence(named, total.change, total.rests_on) if total.change else
              f"{named}: {_not_compared(data)}", mark="shnor-lead")
    html.text(*_years(session, data, total), mark="shnor-text")
    notes = [wording_change.difference(total.change) if total.change else "", _other_sets(total),
             compared.left_out(total.left_out, year), other_classes(data), _breaks(data)]
    for note in filter(None, notes):
        html.text(f"{wording.capital(note)}{'' if note.endswith('.') else '.'}", mark="shnor-small")
    if data.pooled:
        html.text("Годы вместе, чтобы участников было больше: ",
                  to_rows(session, wording.figure_text(data.pooled.figure), results.LOW, data.pooled.where),
                  f"{wording.over(data.pooled.figure.set)}.", mark="shnor-small")


def _not_compared(data: ResultsPage) -> str:
    """One year, or none just before the newest."""
    if len(data.years) < 2:
        return "сравнить не с чем, данные есть за один учебный год."
    cells = data.total.cells[-2:] if data.total else ()
    missing = [year(code) for code, cell in zip(data.years[-2:], cells, strict=True) if cell is None]
    return f"сравнить не с чем, нет данных за {wording.listed(missing)} учебный год."


def _years(session: Session, data: ResultsPage, line: Line) -> list[Cell]:
    said: list[Cell] = []
    for code, cell in zip(data.years, line.cells, strict=True):
        shown = _figure(session, cell)
        said += [" · " if said else "", f"{year(code)}: ", shown]
    return said


def _figure(session: Session, cell: results.Cell | None, *, counts: bool = False) -> Cell:
    """A figure that leads to its rows; counts: «k из n» alone."""
    if cell is None:
        return wording.NO_DATA
    figure = cell.figure
    text = wording.k_of_n(figure.numerator, figure.denominator or 0) if counts else wording.figure_text(figure)
    return to_rows(session, text, figure.metric, cell.where)


def _other_sets(line: Line) -> str:
    """Where no school has all the years, each year stands over its own."""
    if line.set:
        return ""
    named = list(dict.fromkeys(cell.figure.set for cell in line.cells[-2:] if cell))
    return f"Школы двух лет разные: сначала {named[0]}, потом {named[1]}." if len(named) > 1 else ""


def other_classes(data: ResultsPage) -> str:
    """Two years that were written by different classes say less of a change than the same classes would."""
    if data.total is None or data.total.change is None:
        return ""
    wrote = [[line.name for line in data.grades if line.cells[place]] for place in (-2, -1)]
    named = [f"{year(code)} — {wording.listed(names)}" for code, names in zip(data.years[-2:], wrote, strict=True)]
    if wrote[0] != wrote[1]:
        return f"Писали разные классы: {'; '.join(named)}."
    schools = wording.counted(data.mixed, "школа", "gen")
    return f"У {schools} в двух годах писали разные классы." if data.mixed else ""


def _breaks(data: ResultsPage) -> str:
    if not data.earlier:
        return ""
    named = ", ".join(year(code) for code in data.earlier)
    return f"С этими учебными годами не сравниваются: {named}. ВПР 2022 года перенесли на осень, ряд прерван."


def beside(session: Session, data: ResultsPage) -> None:
    """What else is counted of the newest year: a tile a figure."""
    if not data.beside:
        return
    html.tiles(Tile(f"{METRICS[cell.figure.metric].title}, {year(data.years[-1])}", wording.figure_text(cell.figure),
                    to_rows(session, "откуда цифра", cell.figure.metric, cell.where)) for cell in data.beside)
    if (over := data.beside[0].figure.set) != data.set:
        html.text(f"Показатели за {year(data.years[-1])} учебный год посчитаны{wording.over(over)}.",
                  mark="shnor-small")


def chart(session: Session, data: ResultsPage) -> None:
    """What changed as a line with its spread, beside it how the marks are spread."""
    if data.total is None:
        return
    left, right = st.columns(2)
    with left:
        block.chart(session, _trend(session, data), shapes.trend, "Показатель")
    with right:
        if data.marks:
            block.chart(session, _marks(session, data), _marks_shape, "Учебный год")


def _trend(session: Session, data: ResultsPage) -> Chart:
    cells = data.total.cells if data.total else ()
    points = [facts.of_figure(year(code), cell.figure if cell else None, _address(session, cell))
              for code, cell in zip(data.years, cells, strict=True)]
    return Chart("results-trend", f"{subject(data)}: {what(data)}", subject(data), data.set, session.day,
                 "форма «Результаты»", (Series(subject(data), tuple(points)),))


def _address(session: Session, cell: results.Cell | None) -> str:
    return to_rows(session, "", cell.figure.metric, cell.where).address if cell else ""


def _marks(session: Session, data: ResultsPage) -> Chart:
    series = tuple(Series(year(code), tuple(facts.count(style.word, counts[place])
                                            for place, style in enumerate(MARKS.values())))
                   for code, counts in data.marks.items())
    return Chart("results-marks", "Отметки по годам", "участников", data.set, session.day, "форма «Результаты»", series)


def _marks_shape(chart: Chart) -> dict[str, Any]:
    return shapes.distribution(chart, {style.word: style for style in MARKS.values()})


def by_grade(session: Session, data: ResultsPage) -> None:
    if len(data.grades) < 2:  # the one class is the line above
        return
    st.header("По классам")
    _lines(session, data, "Класс", [*data.grades, *([data.total] if data.total else [])])


def by_stage(session: Session, data: ResultsPage) -> None:
    if data.stages:
        st.header("После каждого этапа")
        _lines(session, data, "Этап", data.stages)


def by_school(session: Session, data: ResultsPage) -> None:
    if len(data.schools) < 2:
        return
    st.header("По школам")
    head = ["Школа", *map(year, data.years), "Изменение", SAID]
    html.table(head, [_school(session, line) for line in data.schools], numbers=range(1, 1 + len(data.years)))
    html.text("Порядок — по номеру школы. Числа — получившие «2» из писавших.", mark="shnor-small")
    compared.by_chance((line.change for line in data.schools), apart=True)


def _school(session: Session, line: Line) -> list[Cell]:
    figures = (_figure(session, cell, counts=True) for cell in line.cells)
    return [to_school(session, line.school_id, line.name), *figures,
            wording_change.moved(line.change), wording_change.conclusion(line.change, line.rests_on)]


def same_children(session: Session, data: ResultsPage) -> None:
    """A class and the next class a year on, over the schools that have both."""
    if not data.same_children:
        return
    st.header("Те же обучающиеся через год")
    rows = [[f"{c.grade} класс {year(c.before)} → {c.grade + 1} класс {year(c.after)}",
             _cohort(session, data, c, c.grade, c.before, (c.change.k0, c.change.n0)),
             _cohort(session, data, c, c.grade + 1, c.after, (c.change.k1, c.change.n1)),
             wording_change.moved(c.change), wording_change.conclusion(c.change, c.rests_on),
             wording_change.by_people(c.moved)] for c in data.same_children]
    html.table(["Класс и год", "Было", "Стало", "Изменение", SAID, "Участников"], rows, numbers=(1, 2))
    html.text("По школам, где есть оба года. Кто прибыл и кто выбыл, по числам не видно: это почти те же "
              "обучающиеся. Если участников стало больше или меньше чем на пятую часть, годы не сравниваем; из 9 "
              "класса в 10 не прослеживаем: 10 класс набирают заново.", mark="shnor-small")
    compared.by_chance(cohort.change for cohort in data.same_children)


def _cohort(session: Session, data: ResultsPage, cohort: Cohort, grade: int, code: str, counts: tuple) -> Cell:
    where: Where = {
        "procedure": data.chosen.procedure, "stage": data.chosen.stage, "term": data.chosen.term,
        "subject": data.chosen.subject, "level": "school", "grade": grade, "school_year": code,
        "school_id": cohort.schools, "class_label": cohort.letters[code != cohort.before]}
    chosen = {name: value for name, value in where.items() if value}
    return to_rows(session, wording.k_of_n(*counts), results.LOW, chosen)


def journal(session: Session, data: ResultsPage) -> None:
    if data.journal:
        st.header("Сравнение с отметками по журналу")
        _lines(session, data, "Отметка за работу", data.journal)
        html.text("Считаются только участники, у которых есть обе отметки.", mark="shnor-small")


def levels(session: Session, data: ResultsPage) -> None:
    """Rows a file gives for the municipality and the край, named as such."""
    if data.levels and data.total:
        st.header("Для сравнения")
        _lines(session, data, "Чьи числа", [replace(data.total, name=data.set), *data.levels])


def others(session: Session, data: ResultsPage) -> None:
    if data.others:
        st.header("Другие предметы")
        _lines(session, data, "Предмет", data.others)
        if len(data.grades) > 1:
            html.text("Каждый предмет — по тем классам, которые его писали.", mark="shnor-small")


def _lines(session: Session, data: ResultsPage, head: str, lines: Sequence[Line]) -> None:
    rows = [[compared.named(line, data.set), *(_figure(session, cell) for cell in line.cells),
             wording_change.conclusion(line.change, line.rests_on)] for line in lines]
    html.table([head, *map(year, data.years), SAID], rows, numbers=range(1, 1 + len(data.years)))
    compared.by_chance(line.change for line in lines)

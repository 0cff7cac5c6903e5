"""What the page «Результаты» draws, from the bar of choices down."""

from dataclasses import replace

import streamlit as st

from shnor import wording, wording_change
from shnor.service.pages.results import Chosen, ResultsPage
from shnor.ui.kit import block, compared, context, html, running, without_data
from shnor.ui.kit.context import Choice
from shnor.ui.kit.links import to_rows
from shnor.ui.run.session import Session
from shnor.ui.screens.results import classes, pictures, tables, words

CHOICES = {"procedure": ("Процедура", 160), "term": ("Часть года", 140), "stage": ("Этап", 190),
           "subject": ("Предмет", 160), "grade": ("Класс", 150), "indicator": ("Показатель", 0),
           "schools": ("Школы", 200)}
"""Name → what it is called, how wide it stands in the bar."""
FORGET = {"procedure": ("term", "stage", "grade"), "term": ("grade",), "subject": ("grade",)}


def empty() -> None:
    """Which files would fill the page."""
    without_data.offer(
        "В базе пока нет результатов. Страницу заполнят выгрузки ФИС ОКО «Статистика по отметкам» и «Сравнение "
        "отметок с отметками по журналу», своды ОГЭ и ЕГЭ по школам, отметки школ за четверть: числа по классам и "
        "предметам, без фамилий.", "results")


def chosen() -> Chosen:
    """What is not chosen is what the page takes by itself."""
    given = {name: value for name in CHOICES if (value := context.wanted(name))}
    return Chosen(**given, compare=context.compared())


def bar(session: Session, data: ResultsPage) -> None:
    shown = {name: dict(data.choices[name]) for name in CHOICES}
    shown["schools"] = {code: words.school(title) for code, title in shown["schools"].items()}
    shown["indicator"] = {name: words.short(data, name).removesuffix(" отметка") for name in shown["indicator"]}
    context.bar([_choice(name, named) for name, named in shown.items()],
                {name: getattr(data.chosen, name) for name in CHOICES}, dict(data.beside.comparable))
    if said := not_there(data):
        html.text(said, mark="shnor-small")
    context.left_out(session, dict(data.beside.comparable), data.chosen.schools)


def _choice(name: str, named: dict[str, str]) -> Choice:
    label, width = CHOICES[name]
    return Choice(name, label if name == "schools" else "", list(named), named, width, FORGET.get(name, ()),
                  switch=name == "indicator", label=label)


def not_there(data: ResultsPage) -> str:
    """What the address asks for and these results do not have."""
    missing = []
    for name, (title, _) in CHOICES.items():
        asked = context.wanted(name)
        if asked and asked != getattr(data.chosen, name):
            taken = dict(data.choices[name]).get(getattr(data.chosen, name), "") or "все"
            missing.append(f"{wording.small(title)} {wording.quoted(asked)}: показано {wording.quoted(taken)}")
    return f"Таких результатов нет: {'; '.join(missing)}." if missing else ""


def draw(session: Session, data: ResultsPage) -> None:
    if data.total is None:
        html.text("По выбранным условиям результатов нет: выберите другой предмет, класс или другие школы.")
        running.tell(session, "results")
        return
    first(session, data)
    running.tell(session, "results")
    pictures.schools(session, data)
    left, right = st.columns([5, 7])
    with left:
        pictures.same_children(session, data)
    with right:
        tables.by_grade(session, data)
    tables.by_stage(session, data)
    tables.levels(session, data)
    tables.others(session, data)
    tables.journal(session, data)


def first(session: Session, data: ResultsPage) -> None:
    """What changed as a line with its spread; beside it how the marks are spread and the other indicators."""
    left, right = st.columns(2)
    with left:
        block.chart(session, pictures.trend(session, data), pictures.draw_trend, "Школы",
                    notes=_notes(session, data), rows_link=_rows(session, data))
    with right:
        if data.marks:
            block.chart(session, pictures.marks(session, data), pictures.draw_marks, "Учебный год")
        pictures.tiles(session, data)


def _rows(session: Session, data: ResultsPage) -> html.Link | None:
    newest = next((cell for cell in reversed(data.total.cells) if cell), None) if data.total else None
    return replace(to_rows(session, "", newest.figure.metric, newest.where), mark="") if newest else None


def _notes(session: Session, data: ResultsPage) -> tuple[html.Cell, ...]:
    """In full under the line: the sentence, its spread, who is not in it, all years together."""
    total = data.total
    if total is None:
        return ()
    told = total.change if not classes.are_other(data) else None
    spread = wording.capital(wording_change.difference(told)) if told else ""
    why = words.why_open(total) if told else ""
    aside = (words.other_sets(total), compared.left_out(total.left_out, words.year), words.other_classes(data),
             words.breaks(data))
    said = (words.sentence(data), " ".join(filter(None, (spread, why, words.gap(data)))),
            " ".join(filter(None, aside)))
    return *filter(None, said), *_pooled(session, data)


def _pooled(session: Session, data: ResultsPage) -> tuple[html.Cell, ...]:
    if data.pooled is None:
        return ()
    figure = data.pooled.figure
    shown = to_rows(session, wording.figure_text(figure), figure.metric, data.pooled.where)
    summed = data.pooled.where["school_year"]
    codes = sorted(map(str, summed)) if isinstance(summed, tuple) else [str(summed)]
    return ((f"За {words.years(codes)} вместе, чтобы участников было больше: ", shown, f"{wording.over(figure.set)}."),)

"""What the page «Результаты» draws, from the bar of choices down."""

from dataclasses import replace

import streamlit as st

from shnor import wording, wording_change
from shnor.charts.shapes import shape
from shnor.service.pages.results import Chosen, ResultsPage, build
from shnor.ui.kit import block, compared, context, html, running, without_data
from shnor.ui.kit.block import Blocks, Shown
from shnor.ui.kit.context import Choice, Choices
from shnor.ui.kit.links import to_rows
from shnor.ui.run import cache
from shnor.ui.run.session import Session
from shnor.ui.screens.results import classes, pictures, stages, tables, words

CHOICES = {"procedure": ("Процедура", 160), "term": ("Часть года", 140), "stage": ("Этап", 190),
           "subject": ("Предмет", 160), "grade": ("Класс", 150), "indicator": ("Показатель", 0),
           "schools": ("Школы", 200)}
"""Name → what it is called, how wide it stands in the bar."""
GROUP = "group"
ASKED = {GROUP: "Группа процедур", **{name: title for name, (title, _) in CHOICES.items()}}
"""Name → what it is called, of everything that can be chosen."""
FORGET = {GROUP: ("procedure", "term", "stage", "grade"), "procedure": ("term", "stage", "grade"),
          "term": ("grade",), "subject": ("grade",)}


def empty() -> None:
    """Which files would fill the page."""
    without_data.offer(
        "В базе пока нет результатов. Страницу заполнят выгрузки ФИС ОКО «Статистика по отметкам» и «Сравнение "
        "отметок с отметками по журналу», своды ОГЭ и ЕГЭ по школам, отметки школ за четверть: числа по классам и "
        "предметам, без фамилий.", "results")


def made(session: Session, choices: Choices) -> ResultsPage:
    """The data of the page for what is chosen; what is not is what the page takes by itself."""
    given = {name: choices[name] for name in ASKED if name in choices}
    return cache.built(session, build, Chosen(**given, compare=context.compared(choices)), day=session.day)


def bar(session: Session, data: ResultsPage) -> None:
    shown = {name: dict(data.choices[name]) for name in CHOICES}
    shown["schools"] = {code: words.school(title) for code, title in shown["schools"].items()}
    shown["indicator"] = {name: words.short(data, name).removesuffix(" отметка") for name in shown["indicator"]}
    context.bar([_choice(name, named) for name, named in shown.items()],
                {name: getattr(data.chosen, name) for name in CHOICES}, dict(data.beside.comparable))
    if said := not_there(data):
        html.text(said, mark="shnor-small")
    context.left_out(session, dict(data.beside.comparable), data.chosen.schools)


def title(data: ResultsPage) -> None:
    """With the groups of procedures beside it, where there are several, and which of them stand in the one shown."""
    named = dict(data.choices[GROUP])
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center",
                      key="shnor_deeds"):
        st.title("Результаты", width="content")
        if len(named) > 2:
            context.segments(Choice(GROUP, ASKED[GROUP], list(named), named, forget=FORGET[GROUP]), data.chosen.group)
    context.settle(GROUP, data.chosen.group)
    if data.chosen.group:
        procedures = wording.listed([shown for _, shown in data.choices["procedure"]])
        html.text(f"Группа {wording.quoted(named[data.chosen.group])}: {procedures}.", mark="shnor-small")


def _choice(name: str, named: dict[str, str]) -> Choice:
    label, width = CHOICES[name]
    return Choice(name, label if name == "schools" else "", list(named), named, width, FORGET.get(name, ()),
                  switch=name == "indicator", label=label)


def not_there(data: ResultsPage) -> str:
    """What the address asks for and these results do not have."""
    chosen, told = context.choices(), []
    for name in missing(data, chosen):
        taken = dict(data.choices[name]).get(getattr(data.chosen, name), "") or "все"
        told.append(f"{wording.small(ASKED[name])} {wording.quoted(chosen[name])}: показано "
                    f"{wording.quoted(taken)}")
    return f"Таких результатов нет: {'; '.join(told)}." if told else ""


def missing(data: ResultsPage, choices: Choices) -> list[str]:
    """Names of the choices in whose place another one is shown."""
    return [name for name in ASKED if name in choices and choices[name] != getattr(data.chosen, name)]


def blocks(session: Session, choices: Choices) -> Blocks:
    """The blocks of the page as values."""
    data = made(session, choices)
    if data.total is None:
        return Blocks()
    return Blocks.of([trend(session, data), pictures.marks(session, data), *_lower(session, data)],
                     missing(data, choices),
                     context.not_comparable(choices, dict(data.beside.comparable), data.chosen.schools))


def draw(session: Session, data: ResultsPage) -> None:
    if data.total is None:
        html.text("По выбранным условиям результатов нет: выберите другой предмет, класс или другие школы.")
        running.tell(session, "results")
        return
    left, right = st.columns(2)
    with left:
        block.show(session, trend(session, data))
    with right:
        block.show(session, pictures.marks(session, data))
        pictures.tiles(session, data)
    running.tell(session, "results")
    schools, children, grades, *others = _lower(session, data)
    block.rows(session, [([schools],), ([children], [grades]), (others,)], (5, 7))


def _lower(session: Session, data: ResultsPage) -> list[Shown | None]:
    """Below what changed."""
    return [make(session, data) for make in (
        pictures.schools, pictures.same_children, tables.by_grade, tables.by_stage, tables.levels, tables.others,
        tables.journal)]


def trend(session: Session, data: ResultsPage) -> Shown:
    """What changed as a line with its spread."""
    return Shown.of(pictures.trend(session, data), shape("trend", height=270), "Школы", notes=_notes(session, data),
                    rows_link=_rows(session, data))


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
    said = ((words.sentence(data), stages.after(data)), (spread, why, words.gap(data)), aside)
    return *filter(None, (" ".join(filter(None, one)) for one in said)), *_pooled(session, data)


def _pooled(session: Session, data: ResultsPage) -> tuple[html.Cell, ...]:
    if data.pooled is None:
        return ()
    figure = data.pooled.figure
    shown = to_rows(session, wording.figure_text(figure), figure.metric, data.pooled.where)
    summed = data.pooled.where["school_year"]
    codes = sorted(map(str, summed)) if isinstance(summed, tuple) else [str(summed)]
    return ((f"За {words.years(codes)} вместе, чтобы участников было больше: ", shown, f"{wording.over(figure.set)}."),)

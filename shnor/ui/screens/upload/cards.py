"""One file on its way in, opened: every question beside its cell, what would change, its buttons."""

import re
from collections.abc import Collection, Mapping, Sequence

import streamlit as st
from markupsafe import Markup

from shnor import periods, wording
from shnor.datasets import KINDS, Grid, place_of
from shnor.loaders.types import Checked, Issue
from shnor.service.centre import templates
from shnor.service.centre.schools import cards as school_cards
from shnor.service.intake import lists as of_lists
from shnor.service.intake.drop import Reviewed
from shnor.service.intake.questions import folded
from shnor.service.intake.standing import LIST_OF_SCHOOLS, answerable
from shnor.ui.kit import changes, grids, html
from shnor.ui.kit.html import joined
from shnor.ui.kit.plain import plain
from shnor.ui.run import cache, tray
from shnor.ui.run.session import Session
from shnor.ui.screens.upload import lists, questions

ASKED = 5
"""So many are shown at once: one that is answered makes room for the next."""
ORDER = {"error": 0, "question": 1, "warning": 2}


def whole(session: Session, key: str, item: Reviewed, common: questions.Common) -> None:
    """Everything about the file and its buttons; its line stands above."""
    mine = tray.of(session)
    with st.container(border=True, key=f"shnor_card_{key}"):
        html.show(without_people(item))
        _issues(key, item, mine, common, tuple(names(session).values()))
        _answered(key, item, mine)
        _list_of_schools(session, key, item, mine)
        html.show(cache.drawn(item, _changes, tuple(names(session).items())))
        html.show(joined(html.text_html(sentence, mark="shnor-error") for sentence in approved(item)))
        _buttons(session, key, item, mine)
        _sheets(key, item)


def _changes(item: Reviewed, known: Sequence[tuple[str, str]]) -> Markup:
    """What it would change. known: names of schools, by code."""
    return changes.html_of(item.preview, missing=item.incoming.whole, schools=dict(known)) if item.preview else \
        html.NOTHING


def own_questions(key: str, item: Reviewed, common: questions.Common) -> int:
    """How many are asked beside this file and not above all."""
    return sum((answerable(issue) and (key, issue) not in common) or issue.code == LIST_OF_SCHOOLS
               for issue in item.checked.issues)


def without_people(item: Reviewed) -> Markup:
    if not item.checked.dropped:
        return html.NOTHING
    return html.text_html(f"Не читаем и не сохраняем: {', '.join(item.checked.dropped)} — это персональные данные.",
                          mark="shnor-question")


def names(session: Session) -> dict[str, str]:
    return {card.school_id: card.name for card in cache.built(session, school_cards, session.day)}


def approved(item: Reviewed) -> list[str]:
    return [f"{wording.capital(wording.month(month))}: месяц утверждён, отметки за него не принимаются. Откройте его "
            "для исправления на странице «Сроки и версии»." for month in item.approved]


def what_it_is(known_names: Mapping[str, str], item: Reviewed) -> str:
    """«МБОУ ООШ № 5 · Отчёт школы за месяц · ноябрь 2026»"""
    checked = item.checked
    known = dict.fromkeys(layout_title(batch.kind, batch.layout) for batch in checked.batches)
    parts = known_names.get(checked.school, ""), ", ".join(known), _period(checked.period)
    told = " · ".join(filter(None, parts))
    if checked.batches:
        return told
    if checked.period:
        return f"{told}: отчёт пустой, отметок в нём нет"
    if _is_list(item):
        return "похоже на список школ"
    return "таблица не распознана" if checked.kept else "прочитать не удалось"


def _period(code: str) -> str:
    return periods.parse(code).title.removesuffix(" года") if code else ""


def layout_title(kind: str, layout: str) -> str:
    found = next((entry.title for entry in KINDS[kind].layouts if entry.id == layout and entry.form), "")
    return found or KINDS[kind].title


def counts(item: Reviewed) -> str:
    """«3 вопроса», as «Кто сдал» counts them; «1 ошибка» of what no answer here would mend; «вопросов нет»."""
    asked = sum(issue.severity != "warning" and answerable(issue) for issue in item.checked.issues)
    told = [wording.counted(number, word) for number, word in (
        (asked, "вопрос"), (item.errors + item.questions - asked, "ошибка")) if number]
    return ", ".join(told) or "вопросов нет"


def said(item: Reviewed) -> list[Issue]:
    """What there is to say, the weightiest first; columns that were left out are named in a line of their own."""
    told = (issue for issue in item.checked.issues if issue.code != "personal-column")
    return sorted(told, key=lambda issue: ORDER[issue.severity])


def mark(issue: Issue) -> str:
    return "shnor-error" if issue.severity == "error" else "shnor-question"


def _issues(key: str, item: Reviewed, mine: tray.Tray, common: questions.Common, schools: Sequence[str]) -> None:
    ordered, follow = folded(said(item))
    shown = [(place, issue) for place, issue in enumerate(ordered) if (key, issue) not in common]
    if len(shown) < len(ordered):
        html.text(f"Общих вопросов: {len(ordered) - len(shown)}. Они стоят выше файлов.",
                  mark="shnor-small")
    for position, issue in shown[:ASKED]:
        with st.container(key=f"shnor_issue_{key}_{position}"):
            html.show(asked(issue, item.checked, follow.get(position, 0)))
            if answerable(issue):
                _answers(key, position, issue, mine, schools)
    if len(shown) > ASKED:
        html.text(f"И ещё {len(shown) - ASKED}: появятся после ответов; все они и в файле с пометками.",
                  mark="shnor-small")


def asked(issue: Issue, checked: Checked, follow: int, beside: Collection[int] = ()) -> Markup:
    """What is asked, of which cell. follow: so many others hang on its answer. beside: columns, from 0, that are enough
    to tell the row; none given = the whole row."""
    parts = [html.text_html(issue.message, mark=mark(issue))]
    if follow:
        parts.append(html.text_html(f"Из-за этого ещё {wording.counted(follow, 'вопрос')}: они уйдут с ответом или "
                                    "будут показаны после него.", mark="shnor-small"))
    if issue.cell and (grid := next((g for g in checked.grids if g.sheet == issue.sheet), None)):
        columns = {*beside, place_of(issue.cell)[1]} if beside else None
        parts.append(grids.grid_html(grid, {issue.cell}, _rows(issue, checked, grid), columns))
    return joined(parts)


def _rows(issue: Issue, checked: Checked, grid: Grid) -> set[int]:
    """The header and the row asked about: enough to see what the question is of. A header with merged cells has its
    names in the row below as well."""
    row = int(re.sub(r"\D", "", issue.cell)) - 1
    heads = {batch.header_row - 1 for batch in checked.batches if batch.sheet == grid.sheet}
    heads |= {head + 1 for head in heads if any(top == head for top, *_ in grid.merged)}
    return {row, *(head for head in heads if head < row)} if row < len(grid.cells) else set()


def _answers(key: str, position: int, issue: Issue, mine: tray.Tray, schools: Sequence[str]) -> None:
    """Ready answers and a place for another one. An answer stands for the text of the cell."""
    def chosen(number: int) -> None:
        mine.answer(key, *issue.key, issue.choices[number].value)

    with st.container(horizontal=True, vertical_alignment="bottom"):
        questions.choose(issue.choices, f"shnor_choice_{key}_{position}", chosen)
        questions.choose_school(issue, schools, f"shnor_school_{key}_{position}",
                                lambda name: mine.answer(key, *issue.key, name))
        if issue.topic:  # answered by one of the choices, no text of a cell
            return
        with st.popover("другое…"):
            named = f" вместо «{issue.value}»" if issue.value else ""
            st.text_input(plain(f"Что записать{named}"), key=f"shnor_other_{key}_{position}",
                          on_change=_other, args=(key, position, issue, mine))


def _answered(key: str, item: Reviewed, mine: tray.Tray) -> None:
    """Answers that were given, each with the question it answers and the way back."""
    for number, ((sheet, cell), value) in enumerate(item.incoming.answers.items()):
        issue = mine.asked.get((key, sheet, cell))
        asked = questions.in_short(issue.message) if issue else grids.place(sheet, cell, item.checked.file) or "таблица"
        whose = "Ответ школы" if key in mine.letters and mine.letters[key].answers.get((sheet, cell)) == value else \
            "Ваш ответ"
        with st.container(horizontal=True, vertical_alignment="center"):
            html.text(f"{whose}: {questions.said(value, issue)} — {asked}", mark="shnor-small")
            st.button("Спросить снова", key=f"shnor_again_{key}_{number}", type="tertiary", on_click=mine.ask_again,
                      args=(key, sheet, cell))


def _list_of_schools(session: Session, key: str, item: Reviewed, mine: tray.Tray) -> None:
    """A list of schools without our headers: corrected on the spot, it becomes the register."""
    if not _is_list(item):
        return
    with session.view(newest=True) as view:
        reading = of_lists.register_of_grids(item.checked.grids, view)
    if lists.of_register(session, reading, f"shnor_list_{key}", item.checked.file):
        mine.remove(key)
        st.rerun()


def _is_list(item: Reviewed) -> bool:
    return any(issue.code == LIST_OF_SCHOOLS for issue in item.checked.issues)


def _other(key: str, position: int, issue: Issue, mine: tray.Tray) -> None:
    if value := st.session_state.get(f"shnor_other_{key}_{position}"):
        mine.answer(key, *issue.key, value)


def accept(session: Session, key: str, item: Reviewed, mine: tray.Tray) -> None:
    st.button("Принять" if not item.questions else "Принять, вопросы оставить открытыми", type="primary",
              key=f"shnor_accept_{key}",
              on_click=lambda: mine.accept(session.store, {key: item}, session.actor, session.day))


def _buttons(session: Session, key: str, item: Reviewed, mine: tray.Tray) -> None:
    with st.container(horizontal=True):
        if item.ready:
            accept(session, key, item, mine)
        if any(issue.cell for issue in item.checked.issues):
            name = item.checked.file.rsplit(".", 1)[0]
            st.download_button("Файл с пометками", key=f"shnor_marked_{key}", file_name=f"{name} с пометками.xlsx",
                               data=lambda: templates.marked_copy(item.checked.file, item.incoming.data,
                                                                  item.checked.issues))
        st.button("Убрать", key=f"shnor_remove_{key}", on_click=mine.remove, args=(key,))


def _sheets(key: str, item: Reviewed) -> None:
    """The sheets as they were read, drawn when they are asked for."""
    if not item.checked.kept:
        return
    piece = st.expander("Лист, как он прочитан", key=f"shnor_sheets_{key}", on_change="rerun")
    if not piece.open:
        return
    with piece:
        for grid in item.checked.grids:
            html.text(grids.place(grid.sheet, "", item.checked.file) or "таблица", mark="shnor-small")
            grids.show(grid, {issue.cell for issue in item.checked.issues if issue.sheet == grid.sheet})


__all__ = ["accept", "approved", "asked", "counts", "mark", "names", "own_questions", "said", "what_it_is", "whole",
           "without_people"]

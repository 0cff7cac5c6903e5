"""The screen «Приём отчётов»: drop, answer beside the cell, see what will change, accept."""

import re

import streamlit as st

from shnor import periods, wording
from shnor.datasets import KINDS, Grid
from shnor.errors import ShnorError
from shnor.loaders.types import KEEP, Issue
from shnor.service.centre import templates
from shnor.service.centre.schools import cards
from shnor.service.intake import drop as intake
from shnor.service.intake import lists as of_lists
from shnor.service.intake import manual
from shnor.service.intake.drop import Reviewed
from shnor.service.intake.questions import folded
from shnor.service.intake.reading import AGAIN, Progress
from shnor.ui.kit import changes, grids, html
from shnor.ui.kit.effects import effects
from shnor.ui.run import cache, tray
from shnor.ui.run.session import Session
from shnor.ui.screens import summary
from shnor.ui.screens.upload import lists, questions

ASKED = 12
ORDER = {"error": 0, "question": 1, "warning": 2}


def drop(session: Session) -> None:
    """The place for files. What is dropped goes to the tray at once, so that a reload of the page keeps it."""
    mine = tray.of_base(session.base)
    turn = st.session_state.setdefault("shnor_turn", 0)
    files = st.file_uploader("Перетащите сюда файлы отчётов", accept_multiple_files=True, key=f"shnor_drop_{turn}",
                             label_visibility="collapsed")
    if files:
        mine.add([intake.Incoming(file.name, file.getvalue()) for file in files])
        st.session_state["shnor_turn"] = turn + 1
        st.rerun()


def promise() -> None:
    html.text("Перетащите сюда файлы отчётов: таблицы, документы с таблицей, письма с вложениями, архивы ZIP. Ничего "
              "не сохранится, пока вы не нажмёте «Принять».", mark="shnor-small")


@st.dialog("Вставить из письма", width="large")
def paste(session: Session) -> None:
    """A table copied from a letter, read like a file."""
    with st.form("shnor_paste", border=False):
        text = st.text_area("Таблица из письма", height=200,
                            placeholder="Скопируйте таблицу со строкой заголовков и вставьте сюда")
        sent = st.form_submit_button("Прочитать")
    if not sent:
        return
    try:
        file = manual.pasted(text, session.moment())
    except ShnorError as error:
        html.text(str(error), mark="shnor-error")
    else:
        _into_tray(session, file)


def waiting(session: Session) -> None:
    """Every file of the tray with its questions and what it would change."""
    mine = tray.of_base(session.base)
    reviewed = mine.shown(session.store, session.today, tray.PATIENCE)
    if isinstance(reviewed, Progress):
        _reading(session)
        return
    if not reviewed:
        return
    st.subheader(f"Сейчас перетащили: {wording.counted(len(reviewed), 'файл')}")
    common = questions.ask(reviewed, mine)
    for number, (key, item) in enumerate(reviewed.items(), 1):
        with st.container(border=True, key=f"shnor_file_{key}"):
            _file(session, number, key, item, common)
    ready = {key: item for key, item in reviewed.items() if item.ready and not item.questions}
    if len(ready) > 1:
        st.button(f"Принять все готовые: {wording.counted(len(ready), 'файл')}", type="primary", key="shnor_accept_all",
                  on_click=mine.accept, args=(session.store, ready, session.who, session.day))


@st.fragment(run_every=0.5)
def _reading(session: Session) -> None:
    """How far the reading is; the rest of the page is drawn once it has ended."""
    mine = tray.of_base(session.base)
    now = mine.shown(session.store, session.today, patience=0)
    if not isinstance(now, Progress):
        st.rerun()
    what = f" «{now.name}»" if now.name else ""
    html.text(f"Читаем{what}: {now.done} из {wording.counted(now.total, 'файл', 'gen')}." if now.total else
              f"Открываем{what}…", mark="shnor-small")
    st.progress(now.done / now.total if now.total else 0.0)
    st.button("Остановить чтение", key="shnor_stop_reading", on_click=mine.stop)


def _file(session: Session, number: int, key: str, item: Reviewed, common: questions.Common) -> None:
    mine = tray.of_base(session.base)
    html.text(html.Marked(f"{number}. «{item.checked.file}» ", "shnor-strong"), f"→ {what_it_is(session, item)}")
    if item.checked.dropped:
        html.text(f"Не читаем и не сохраняем: {', '.join(item.checked.dropped)} — это персональные данные.",
                  mark="shnor-question")
    _issues(key, item, mine, common)
    _answered(key, item, mine)
    _list_of_schools(session, key, item, mine)
    if item.preview:
        changes.show(item.preview, missing=item.incoming.whole)
    for month in item.approved:
        html.text(f"{wording.month(month)}: месяц утверждён, отметки за него не принимаются. Откройте его для "
                  "исправления на странице «Сроки и версии».", mark="shnor-error")
    _buttons(session, key, item, mine)
    if item.checked.kept:
        with st.expander("Лист, как он прочитан"):
            for grid in item.checked.grids:
                html.text(grids.place(grid.sheet, "", item.checked.file) or "таблица", mark="shnor-small")
                grids.show(grid, {issue.cell for issue in item.checked.issues if issue.sheet == grid.sheet})


def what_it_is(session: Session, item: Reviewed) -> str:
    """«МБОУ ООШ № 5 · Отчёт школы за месяц · ноябрь 2026: 3 вопроса»"""
    checked = item.checked
    whose = next((card.name for card in cache.built(session, cards, session.day)
                  if card.school_id == checked.school), "")
    known = dict.fromkeys(layout_title(batch.kind, batch.layout) for batch in checked.batches)
    said = " · ".join(filter(None, (whose, ", ".join(known), _period(checked.period))))
    if checked.batches:
        return f"{said}: {counts(item)}"
    if checked.period:
        return f"{said}: форма узнана, отметок в ней нет"
    if _is_list(item):
        return "похоже на список школ"
    return "таблица не распознана" if checked.kept else "прочитать не удалось"


def _period(code: str) -> str:
    return periods.parse(code).title.removesuffix(" года") if code else ""


def layout_title(kind: str, layout: str) -> str:
    found = next((entry.title for entry in KINDS[kind].layouts if entry.id == layout and entry.form), "")
    return found or KINDS[kind].title


def counts(item: Reviewed) -> str:
    if item.errors:
        return wording.counted(item.errors, "ошибка")
    return wording.counted(item.questions, "вопрос") if item.questions else "вопросов нет"


def _issues(key: str, item: Reviewed, mine: tray.Tray, common: questions.Common) -> None:
    # columns that were left out are named in one line above
    said = (issue for issue in item.checked.issues if issue.code != "personal-column")
    ordered, follow = folded(sorted(said, key=lambda issue: ORDER[issue.severity]))
    shown = [(place, issue) for place, issue in enumerate(ordered) if (key, issue) not in common]
    if len(shown) < len(ordered):
        html.text(f"Общих вопросов: {len(ordered) - len(shown)}. Они стоят выше файлов.",
                  mark="shnor-small")
    for position, issue in shown[:ASKED]:
        with st.container(key=f"shnor_issue_{key}_{position}"):
            html.text(issue.message, mark="shnor-question" if issue.severity != "error" else "shnor-error")
            if position in follow:
                html.text(f"Из-за этого ещё {wording.counted(follow[position], 'вопрос')}: они уйдут с ответом или "
                          "будут показаны после него.", mark="shnor-small")
            if issue.cell and (grid := next((g for g in item.checked.grids if g.sheet == issue.sheet), None)):
                grids.show(grid, {issue.cell}, _rows(issue, item, grid))
            if issue.severity != "warning" and issue.code != "list-of-schools":
                _answers(key, position, issue, mine)
    if len(shown) > ASKED:
        html.text(f"И ещё {len(shown) - ASKED}: все они в файле с пометками.", mark="shnor-small")


def _rows(issue: Issue, item: Reviewed, grid: Grid) -> set[int]:
    """The header and the row asked about: enough to see what the question is of. A header with merged cells has its
    names in the row below as well."""
    row = int(re.sub(r"\D", "", issue.cell)) - 1
    heads = {batch.header_row - 1 for batch in item.checked.batches if batch.sheet == grid.sheet}
    heads |= {head + 1 for head in heads if any(top == head for top, *_ in grid.merged)}
    return {row, *(head for head in heads if head < row)} if row < len(grid.cells) else set()


def _answers(key: str, position: int, issue: Issue, mine: tray.Tray) -> None:
    """Ready answers and a place for another one. An answer stands for the text of the cell."""
    if not issue.cell and not issue.choices and issue.severity != "question":
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        for number, choice in enumerate(issue.choices):
            st.button(choice.label, key=f"shnor_choice_{key}_{position}_{number}", on_click=mine.answer,
                      args=(key, *issue.key, choice.value))
        if issue.topic:  # answered by one of the choices, no text of a cell
            return
        with st.popover("другое…"):
            st.text_input(f"Что записать вместо «{issue.value}»", key=f"shnor_other_{key}_{position}",
                          on_change=_other, args=(key, position, issue, mine))


def _answered(key: str, item: Reviewed, mine: tray.Tray) -> None:
    """Answers that were given, each with the way back."""
    for number, ((sheet, cell), value) in enumerate(item.incoming.answers.items()):
        said = "как в документе" if value == KEEP else f"«{value}»" if value else "пусто"
        with st.container(horizontal=True, vertical_alignment="center"):
            html.text(f"Ваш ответ: {grids.place(sheet, cell, item.checked.file) or 'таблица'} — {said}.",
                      mark="shnor-small")
            st.button("Спросить снова", key=f"shnor_again_{key}_{number}", type="tertiary", on_click=mine.ask_again,
                      args=(key, sheet, cell))


def _list_of_schools(session: Session, key: str, item: Reviewed, mine: tray.Tray) -> None:
    """A list of schools without our headers: corrected on the spot, it becomes the register."""
    if not _is_list(item):
        return
    with session.store.view() as view:
        reading = of_lists.register_of_grids(item.checked.grids, view)
    if lists.of_register(session, reading, f"shnor_list_{key}", item.checked.file):
        mine.remove(key)
        st.rerun()


def _is_list(item: Reviewed) -> bool:
    return any(issue.code == "list-of-schools" for issue in item.checked.issues)


def _other(key: str, position: int, issue: Issue, mine: tray.Tray) -> None:
    if value := st.session_state.get(f"shnor_other_{key}_{position}"):
        mine.answer(key, *issue.key, value)


def _buttons(session: Session, key: str, item: Reviewed, mine: tray.Tray) -> None:
    with st.container(horizontal=True):
        if item.ready:
            st.button("Принять" if not item.questions else "Принять, вопросы оставить открытыми", type="primary",
                      key=f"shnor_accept_{key}", on_click=mine.accept, args=(session.store, {key: item}, session.who,
                                                                         session.day))
        if any(issue.cell for issue in item.checked.issues):
            name = item.checked.file.rsplit(".", 1)[0]
            st.download_button("Файл с пометками", key=f"shnor_marked_{key}", file_name=f"{name} с пометками.xlsx",
                               data=lambda: templates.marked_copy(item.checked.file, item.incoming.data,
                                                                  item.checked.issues))
        if any(issue.code in AGAIN for issue in item.checked.issues):
            st.button("Прочитать снова", key=f"shnor_read_again_{key}", on_click=mine.read_again)
        st.button("Убрать", key=f"shnor_remove_{key}", on_click=mine.remove, args=(key,))


def accepted(session: Session) -> None:
    """After «Принять»: what was accepted and which figures are different now."""
    last = tray.of_base(session.base).last
    if last is None:
        return
    names = ", ".join(f"«{name}»" for name in last.files)
    if last.problem:
        html.text(html.Marked(f"{names} — не принято. ", "shnor-strong"), last.problem, mark="shnor-error")
        return
    with st.container(border=True, key="shnor_accepted"):
        html.text(html.Marked(f"Принято: {names}. ", "shnor-strong"),
                  html.Link("Вернуть как было", "versions"), " можно в любой день.")
        if last.effects:
            effects(session, last.effects)
        elif not summary.accepted(session, last.before, last.after):
            html.text("Показатели не изменились.")


def _into_tray(session: Session, file: intake.Incoming) -> None:
    tray.of_base(session.base).add([file])
    st.rerun()


__all__ = ["accepted", "drop", "paste", "promise", "waiting"]

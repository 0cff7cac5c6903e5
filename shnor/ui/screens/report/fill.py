"""Two ways to report: the form on the page, or the workbook sent back; «изменений нет» is one click."""

from collections.abc import Callable

import streamlit as st

from shnor import wording
from shnor.desk import Draft
from shnor.service.desk import arrive, deliver, draft, form, standing
from shnor.service.desk.form import Form, Section
from shnor.service.desk.own import SchoolDesk
from shnor.service.month import workbook
from shnor.ui.kit import html, over
from shnor.ui.kit.plain import plain
from shnor.ui.run import desk, uploads
from shnor.ui.run.session import Session
from shnor.ui.screens.report import check, fields
from shnor.workbooks.month import SHEET
from shnor.workbooks.month_sheets import QUESTION

HERE, FILE = "Заполнить здесь", "Прислать файл"


def ways(session: Session, own: SchoolDesk) -> None:
    if problem := st.session_state.pop(check.PROBLEM, ""):
        html.text(problem, mark="shnor-error")
    way = st.segmented_control("Как сдать отчёт", (HERE, FILE), default=HERE, required=True, key="shnor_report_way",
                               label_visibility="collapsed")
    if way == FILE:
        _file(session, own)
    else:
        _form(session, own)


@st.fragment
@over.asked
def _form(session: Session, own: SchoolDesk) -> None:
    """Drawn again by itself when a cell changes: each is written down at once."""
    asked, kept = desk.asked_form(session, own), draft.of(own)
    empty = form.is_empty(asked, kept.values)
    html.text(_saved(own, kept) if not empty else
              "Заполняйте по строке: каждая запись сохраняется сразу, закрыть страницу можно в любой момент. Принятый "
              "отчёт здесь можно дополнить.",
              mark="shnor-small")
    if empty and st.button("Изменений нет: отправить так", key="shnor_report_nothing",
                           help="Отчёт «за месяц изменений нет». Его можно взять обратно, пока центр не принял"):
        _whole_page(lambda: deliver.send(own, deliver.made(own, nothing_new=True).number))
    _activities(own, asked.of(SHEET), kept.values)
    for section in asked.sections:
        if section.sheet not in (SHEET, QUESTION):
            _section(own, section, kept.values)
    if told := _filled(asked, kept.values):
        html.text(told, mark="shnor-small")
    if not empty and st.button("Проверить и отправить", type="primary", key="shnor_report_made"):
        _whole_page(lambda: deliver.made(own))


def _filled(asked: Form, values: fields.Values) -> str:
    """«Заполнено: Месяц — 2 строки, Итоги — 1 строка»: what is folded is not forgotten."""
    counts = {section.sheet: sum(line.filled(values) for line in section.lines) for section in asked.sections
              if section.sheet != QUESTION}
    told = [f"{wording.quoted(sheet)} — {wording.counted(n, 'строка')}" for sheet, n in counts.items() if n]
    return f"Заполнено: {', '.join(told)}." if told else ""


def _whole_page(doing: Callable[[], object]) -> None:
    """After it the form stands there no more. Reading takes a second, more when many send at once."""
    with st.spinner("Проверяем отчёт…"):
        check.deed(doing)
    st.rerun()


def _saved(own: SchoolDesk, kept: Draft) -> str:
    return f"Сохранено {standing.moment(kept.at, own.forms)}. Отчёт ещё не отправлен." if kept.at else ""


def _activities(own: SchoolDesk, section: Section, values: fields.Values) -> None:
    if not section.lines:
        html.text("По дорожной карте за этот месяц отмечать нечего.")
    for line in section.lines:
        fields.activity(own, line, values)


def _section(own: SchoolDesk, section: Section, values: fields.Values) -> None:
    """A sheet beside the roadmap, drawn when it is opened."""
    piece = st.expander(plain(section.heading), key=f"shnor_report_{section.sheet}", on_change="rerun")
    if not piece.open:
        return
    with piece:
        html.text(" ".join(section.hints), mark="shnor-small")
        fields.lines(own, section, values)


def _file(session: Session, own: SchoolDesk) -> None:
    html.text("Скачайте бланк, заполните его в Excel или другой программе и перетащите сюда. Вопросы появятся сразу, "
              "в центр ничего не уйдёт, пока вы не нажмёте «Отправить».", mark="shnor-small")
    turn = st.session_state.setdefault("shnor_report_turn", 0)
    file = st.file_uploader("Перетащите сюда заполненный бланк", key=f"shnor_report_file_{turn}",
                            label_visibility="collapsed")
    st.download_button("Скачать бланк", key="shnor_report_blank", on_click="ignore",
                       file_name=_blank_name(session, own), data=lambda: _blank(own))
    if not file:
        return
    st.session_state["shnor_report_turn"] = turn + 1
    with st.spinner("Читаем файл…"):
        check.deed(lambda: _taken(own, file.name, file.getvalue()))
    uploads.release([file])
    st.rerun()


def _taken(own: SchoolDesk, name: str, data: bytes) -> None:
    st.session_state[check.SAID] = arrive.take(own, name, data).said


def _blank(own: SchoolDesk) -> bytes:
    with own.view() as view:
        return workbook.workbook(view, own.school, own.month, own.forms)


def _blank_name(session: Session, own: SchoolDesk) -> str:
    return workbook.workbook_name(desk.asked_form(session, own).book.head.school_name, own.month)


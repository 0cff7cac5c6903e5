"""A pasted list on screen: corrected as a table, said in words, accepted like a file."""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st

from shnor import wording
from shnor.datasets import KINDS
from shnor.loaders.tables.school_lists import Listed, Reading
from shnor.loaders.types import Known
from shnor.service.intake import lists, manual
from shnor.service.intake.drop import Incoming
from shnor.ui.kit import html
from shnor.ui.kit.plain import plain
from shnor.ui.run import tray
from shnor.ui.run.session import Session

TAKE, CODE, NUMBER, NAME, PUPILS, DOUBT = "Взять", "Код", "Номер", "Название", "Обучающихся", "Что проверить"
NOBODY = "этой школы в списке нет: пропустить"
DOUBTS = 12


def accept_at_once(session: Session, file: Incoming) -> bool:
    """Accept what the person has just corrected on screen; a file with a question stays on «Приём»."""
    mine = tray.of(session)
    mine.add([file])
    shown = {key: item for key, item in mine.review(session.store, session.today).items() if item.incoming == file}
    if not all(item.ready and not item.checked.issues for item in shown.values()):
        return False
    mine.accept(session.store, shown, session.actor, session.day)
    return mine.last is not None and not mine.last.problem


def of_register(session: Session, reading: Reading, key: str, source: str = "Список школ") -> bool:
    """The proposed rows of the register as a table to correct. source: the file they stand in. True when they were
    accepted in this run."""
    reading = _with_lines(session, reading, key)
    if not reading.rows:
        html.text("Ни в одной строке школа не узнана. В строке должны стоять вид школы и номер или название, например "
                  "«МБОУ СОШ № 2», «Октябрьская СОШ» или «Лицей „Северный“».", mark="shnor-error")
        return False
    new = sum(row.take for row in reading.rows)
    html.text(f"Узнано школ: {len(reading.rows)}, новых {new}. Проверьте и поправьте прямо в таблице: код потом не "
              "меняется, остальное исправить можно.")
    html.items([f"{row.name}: {row.doubt}" for row in reading.rows if row.doubt and not row.known][:DOUBTS])
    edited = _editor(reading, key)
    rows = [_corrected(row, line) for row, line in zip(reading.rows, edited.to_dict("records"), strict=True)]
    if problem := _problem(rows):
        html.text(problem, mark="shnor-error")
    taken = [row for row in rows if row.take]
    label = f"Принять список: {wording.counted(len(taken), 'школа')}"
    if not st.button(plain(label), type="primary", key=f"{key}_accept", disabled=bool(problem) or not taken):
        return False
    now = session.moment()
    file = manual.rows("schools", lists.register_rows(taken), f"{source}, проверен {now:%d.%m.%Y %H-%M-%S}")
    return _accepted(session, file)


def _editor(reading: Reading, key: str) -> pd.DataFrame:
    frame = pd.DataFrame([{  # numbers as text: an empty cell of a number column is painted «None»
        TAKE: row.take, CODE: row.code, NUMBER: _text(row.number), NAME: row.name, PUPILS: _text(row.pupils),
        DOUBT: row.doubt, lists.SAID: row.said} for row in reading.rows])
    return st.data_editor(
        frame, key=f"{key}_{hash(reading.rows)}", hide_index=True, disabled=[DOUBT, lists.SAID], num_rows="fixed",
        column_config={TAKE: st.column_config.CheckboxColumn(width="small"),
                       CODE: st.column_config.TextColumn(width=80),
                       NUMBER: st.column_config.TextColumn(width=80, validate=r"^\d{0,4}$"),
                       NAME: st.column_config.TextColumn(width="medium"),
                       PUPILS: st.column_config.TextColumn(width=120, validate=r"^\d{0,4}$"),
                       DOUBT: st.column_config.TextColumn(width="medium"),
                       lists.SAID: st.column_config.TextColumn(width="medium")})


def _with_lines(session: Session, reading: Reading, key: str) -> Reading:
    """Lines set aside are shown; a school that is called otherwise than any other is taken by hand."""
    _set_aside(reading.other)
    if not reading.other:
        return reading
    chosen = st.multiselect("Это тоже школы: взять как написано", reading.other,
                            key=f"{key}_also_{hash(reading.other)}",
                            placeholder="выберите строки, если среди них есть школы")
    with session.view(newest=True) as view:
        return lists.with_lines(reading, chosen, view) if chosen else reading


def _set_aside(words: Sequence[str]) -> None:
    """What names no school, word for word, so that nothing is lost unnoticed."""
    if words:
        html.show(html.fold(f"Школ здесь нет, в список не взято: {wording.counted(len(words), 'строка')}",
                            html.items_html(list(words))))


def _text(value: int | None) -> str:
    return "" if value is None else str(value)


def _corrected(row: Listed, line: dict) -> Listed:
    def whole(value: object) -> int | None:
        return int(value) if isinstance(value, str) and value.isdecimal() else None

    return replace(row, take=bool(line[TAKE]), code=str(line[CODE] or "").strip(), name=str(line[NAME] or "").strip(),
                   number=whole(line[NUMBER]), pupils=whole(line[PUPILS]))


def _problem(rows: list[Listed]) -> str:
    """A code twice or an empty cell; everything else is checked like a file."""
    taken = [row for row in rows if row.take]
    codes = [row.code for row in taken] + [row.code for row in rows if row.known and not row.take]
    if twice := sorted({code for code in codes if codes.count(code) > 1}):
        return f"Код {', '.join(twice)} стоит у двух школ: дайте одной из них другой."
    empty = [row.said for row in taken if not row.code or not row.name]
    return f"Впишите код и название: {', '.join(wording.quoted(said) for said in empty)}." if empty else ""


def of_statuses(session: Session, known: Known, text: str, key: str) -> bool:
    """Who enters, leaves and stays, in words; True when it was accepted in this run."""
    choices = KINDS["statuses"]["status"].choices
    with st.container(horizontal=True):
        status = st.selectbox("Перечень", list(choices), format_func=lambda code: choices[code], key=f"{key}_status",
                              width=200)
        day = lists.day_of(text) or session.today.replace(month=1, day=1)
        since = st.date_input("С какого дня действует", value=day, format="DD.MM.YYYY", width=220,
                              key=f"{key}_since_{hash(text)}")
    document = st.text_input("Каким документом утверждён", value=lists.document_of(text), key=f"{key}_doc_{hash(text)}",
                             placeholder="приказ министерства от 20.11.2026 № 118")
    if since is None or status is None:
        return False
    answers: dict[str, str] = st.session_state.setdefault(f"{key}_answers_{hash(text)}", {})
    with session.view(newest=True) as view:
        new = lists.compare(view, text, status=status, since=since, document=document, answers=answers)
    _ask(new, known, answers, key)
    html.items(lists.in_words(new))
    _set_aside(new.aside)
    if new.later:
        html.text(f"Уже записаны с более поздней даты, не меняем: {', '.join(one.name for one in new.later)}.",
                  mark="shnor-question")
    blocked = bool(new.unknown) or not new.changes
    if not st.button("Принять перечень", type="primary", key=f"{key}_accept", disabled=blocked):
        return False
    now = session.moment()
    return _accepted(session, manual.rows("statuses", lists.status_rows(new), f"Перечень школ {now:%d.%m.%Y %H-%M-%S}"))


def _ask(new: lists.NewList, known: Known, answers: dict[str, str], key: str) -> None:
    """A school the register does not know exactly: which one is it."""
    names = {school.school_id: school.name for school in known.schools}
    for place, one in enumerate(new.unknown):
        near = [school.school_id for school in one.candidates]
        codes = [*near, *(code for code in names if code not in near), ""]
        with st.container(horizontal=True, vertical_alignment="bottom"):
            chosen = st.selectbox(plain(f"{wording.quoted(one.text)} в списке школ не найдена. Какая это школа?"),
                                  codes, format_func=lambda code: names.get(code, NOBODY),
                                  key=f"{key}_ask_{place}_{one.text}", index=0 if near else len(codes) - 1)
            if st.button("Это она" if chosen else "Пропустить", key=f"{key}_said_{place}_{one.text}"):
                answers[one.text] = chosen
                st.rerun()


def _accepted(session: Session, file: Incoming) -> bool:
    if accept_at_once(session, file):
        return True
    html.text("Не всё можно принять сразу: вопросы — на странице «Приём отчётов».", mark="shnor-error")
    st.page_link("upload.py", label="Открыть приём отчётов")
    return False

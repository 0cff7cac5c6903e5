"""«Формы края»: forms others ask for. Whom, what, by when, what is not ready; the form itself, whose cells are clicked
and get a figure; the form filled in."""

from collections.abc import Mapping
from functools import partial

import streamlit as st
from markupsafe import Markup

from shnor import wording
from shnor.datasets import Grid, a1, column_letters
from shnor.errors import NotAllowed
from shnor.metrics import METRICS
from shnor.papers import KeptForm, Wish
from shnor.reports.forms.filled import Target
from shnor.service.centre.schools import cards
from shnor.service.centre.setup import refuse_personal
from shnor.service.papers import form_periods, forms
from shnor.service.papers.forms import Made
from shnor.store import rights
from shnor.ui.kit import html
from shnor.ui.kit.grids import value_text
from shnor.ui.kit.html import Cell, Link, joined, tag
from shnor.ui.kit.plain import plain
from shnor.ui.run import cache, papers, uploads
from shnor.ui.run.session import Session

TITLE = "Формы края"
LEAD = ("Загрузите форму один раз и укажите, какая цифра стоит в какой ячейке. Дальше за любой период форма "
        "заполняется одним нажатием: в файле меняются только эти ячейки. "
        "Чего в базе нет, останется пустым и будет названо.")
FORM, SHEET, CELL = "form", "sheet", "cell"
"""Names in the address."""
TURN, SAID = "shnor_form_turn", "shnor_form_said"
ROWS, COLUMNS, SPARE = 40, 20, 3
"""So much of a sheet is drawn; rows below the last with text."""
FREE = "＋"


def draw(session: Session) -> None:
    html.text(LEAD)
    known = papers.of(session.store).forms.all()
    if said := st.session_state.pop(SAID, ""):
        html.text(said, mark="shnor-error")
    if known:
        _calendar(session, known)
        _form(session, next((one for one in known if one.id == st.query_params.get(FORM)), known[0]))
    _taken(session)


def _calendar(session: Session, known: list[KeptForm]) -> None:
    """«Циклограмма»: what each form still lacks for the year shown."""
    rows: list[list[Cell]] = []
    for one in known:
        made = papers.filled(session, one, str(session.day.year))
        titles = list(dict.fromkeys(empty.title for empty in made.empty))
        lacking = f"{wording.counted(len(made.empty), 'ячейка')}: {'; '.join(titles)}" if titles else "всё готово"
        rows.append([Link(one.name, "forms", ((FORM, one.id),)), one.whom or "не указано", _due(one.due, session),
                     f"{made.written} из {len(forms.wishes(one))}", lacking if one.cells else "ячейки не выбраны"])
    html.table(("Форма", "Кому", "К какому дню", "Заполнится ячеек", "Что не готово"), rows,
               caption=f"Циклограмма форм на {session.day.year} год")


def _due(due: str, session: Session) -> str:
    """In the words of the centre, with the day they name."""
    when = forms.due_on(due, session.day)
    return f"{due} ({wording.day(when)})" if when else due or "не указано"


def _taken(session: Session) -> None:
    turn = st.session_state.setdefault(TURN, 0)
    file = st.file_uploader("Новая форма, .xlsx или .docx", type=["xlsx", "docx"], key=f"shnor_form_file_{turn}")
    if not file:
        return
    st.session_state[TURN] = turn + 1
    rights.refuse(session.actor)
    try:
        form = forms.take(papers.of(session.store).forms, file.name, file.getvalue(), by=session.who)
        st.query_params[FORM] = form.id
    except NotAllowed as refusal:
        st.session_state[SAID] = str(refusal)
    uploads.release([file])
    st.rerun()


def _form(session: Session, form: KeptForm) -> None:
    st.subheader(plain(form.name))
    with st.container(horizontal=True, key="shnor_form_deeds", vertical_alignment="bottom"):
        offered = form_periods.offered(session.day)
        period = st.selectbox("Период", list(offered), format_func=offered.__getitem__, width=260,
                              key=f"shnor_form_period_{form.id}")
        made = papers.filled(session, form, period)
        st.download_button("Заполнить и скачать", data=made.data, file_name=made.name, type="primary",
                           disabled=not form.cells, on_click="ignore", key=f"shnor_form_get_{form.id}")
    _lacking(made)
    grids = st.session_state.setdefault(f"shnor_form_grids_{form.id}", ()) or forms.tables(form)
    st.session_state[f"shnor_form_grids_{form.id}"] = grids
    if not grids:
        html.text("В форме нет ни одной таблицы.", mark="shnor-error")
        return
    names = [grid.sheet for grid in grids]
    grid = next((one for one in grids if one.sheet == st.query_params.get(SHEET)), grids[0])
    if len(names) > 1:
        html.text("Листы: ", *_between([Link(name, "forms", ((FORM, form.id), (SHEET, name))) for name in names]))
    address = st.query_params.get(CELL, "")
    if address:
        _cell(session, form, grid.sheet, address)
    else:
        html.text("Нажмите на ячейку, в которой должна стоять цифра.", mark="shnor-small")
    html.show(_drawn(form, grid, address))
    _asked(session, form)


def _lacking(made: Made) -> None:
    if made.empty:
        html.show(html.fold(f"Останется пустым: {len(made.empty)}", html.table_html(
            ("Ячейка", "Показатель", "Почему"),
            [[f"{one.target.sheet}, {one.target.address}", one.title, one.why] for one in made.empty])))


def _between(links: list[Link]) -> list[Cell]:
    pieces: list[Cell] = [piece for link in links for piece in (" · ", link)]
    return pieces[1:]


def _drawn(form: KeptForm, grid: Grid, chosen: str) -> Markup:
    """The sheet as it is seen: texts, merged cells; an empty cell and one of ours lead to themselves."""
    known = {target.address: wish for target, wish in forms.wishes(form).items() if target.sheet == grid.sheet}
    width = min(max(map(len, grid.cells), default=1), COLUMNS)
    height = min(len(grid.cells) + SPARE, ROWS)
    spans = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in grid.merged}
    covered = {(top + row, left + column) for (top, left), (high, wide) in spans.items() for row in range(high)
               for column in range(wide)} - spans.keys()
    lines = []
    for row in range(height):
        cells = [tag("<td rowspan='{}' colspan='{}'>{}</td>", *spans.get((row, column), (1, 1)),
                     html.cell(_shown(form, grid, row, column, known, chosen)))
                 for column in range(width) if (row, column) not in covered]
        lines.append(tag("<tr><th>{}</th>{}</tr>", row + 1, joined(cells)))
    head = joined(tag("<th>{}</th>", column_letters(column)) for column in range(width))
    return tag("<div class='shnor-scroll'><table class='shnor-grid'><tr><th></th>{}</tr>{}</table></div>", head,
               joined(lines))


def _shown(form: KeptForm, grid: Grid, row: int, column: int, known: Mapping[str, Wish], chosen: str) -> Cell:
    address = a1(row, column)
    value = value_text(grid.cells[row][column]) if row < len(grid.cells) and column < len(grid.cells[row]) else ""
    there = ((FORM, form.id), (SHEET, grid.sheet), (CELL, address))
    if address in known:
        text = f"{METRICS[known[address].metric].title}, {forms.PARTS[known[address].part]}"
        return Link(", ".join((text, *(value for _, value in known[address].where))), "forms", there, "shnor-figure")
    if value:
        return value
    return Link("◉" if address == chosen else FREE, "forms", there)


def _cell(session: Session, form: KeptForm, sheet: str, address: str) -> None:
    """What is to stand in the cell that was clicked."""
    now = forms.wishes(form).get(Target(sheet, address))
    known = forms.known()
    schools = _schools(session)
    with st.container(border=True, key="shnor_form_cell"):
        html.text(html.Marked(f"Ячейка {address}", "shnor-strong"), f", лист {wording.quoted(sheet)}",
                  f"; выбрано {now.settled}" if now else "")
        place = f"{form.id}_{sheet}_{address}"
        metric = st.selectbox("Показатель", list(known), format_func=known.__getitem__,
                              key=f"shnor_form_metric_{place}",
                              index=list(known).index(now.metric) if now and now.metric in known else 0)
        where = _groups(session, metric, dict(now.where) if now else {}, place)
        parts = forms.can_be(metric)
        with st.container(horizontal=True):
            part = st.selectbox("Что писать", parts, format_func=forms.PARTS.__getitem__, width=220,
                                index=parts.index(now.part) if now and now.part in parts else 0,
                                key=f"shnor_form_part_{place}_{metric}")
            school = st.selectbox("По каким школам", list(schools), format_func=schools.__getitem__, width=320,
                                  index=list(schools).index(now.school) if now and now.school in schools else 0,
                                  key=f"shnor_form_school_{place}")
        with st.container(horizontal=True):
            wish = Wish(metric, part, school, wording.day(session.day), tuple(where.items()))
            st.button("Записать в ячейку", type="primary", key="shnor_form_settle",
                      on_click=partial(_settled, session, form, sheet, address, wish))
            if now:
                st.button("Ячейка не наша", key="shnor_form_free",
                          on_click=partial(_settled, session, form, sheet, address, None))


def _groups(session: Session, metric: str, now: Mapping[str, str], place: str) -> dict[str, str]:
    """What else is to be chosen of a figure, one after another: only what the base has is offered."""
    left = list(cache.built(session, forms.choices, metric, day=session.day))
    chosen: dict[str, str] = {}
    if not left:
        return chosen
    with st.container(horizontal=True):
        for name in forms.chosen_by(metric):
            values = list(dict.fromkeys(one[name] for one in left))
            if len(values) == 1:
                chosen[name] = values[0]
            else:
                chosen[name] = st.selectbox(
                    plain(forms.group_title(metric, name)), values, width=320, format_func=_value_title,
                    index=values.index(now[name]) if now.get(name) in values else 0,
                    key=f"shnor_form_{name}_{place}_{metric}_{'_'.join(chosen.values())}")
            left = [one for one in left if one[name] == chosen[name]]
    return chosen


def _value_title(value: str) -> str:
    return value or "не указано"


def _schools(session: Session) -> dict[str, str]:
    with session.view() as view:
        return {forms.LISTED: "школы перечня года", forms.ALL: "все школы",
                **{card.school_id: card.name for card in cards(view, session.day)}}


def _settled(session: Session, form: KeptForm, sheet: str, address: str, wish: Wish | None) -> None:
    rights.refuse(session.actor)
    papers.of(session.store).forms.settle(form.id, sheet, address, wish)
    st.query_params.pop(CELL, None)


def _asked(session: Session, form: KeptForm) -> None:
    """Who asks for it, by when; the form can be taken off."""
    with st.expander("Кому и к какому дню, убрать форму"), st.form(f"shnor_form_asked_{form.id}", border=False):
        whom = st.text_input("Кому сдаём", form.whom)
        due = st.text_input("К какому дню", form.due, placeholder="к 10 декабря")
        if st.form_submit_button("Сохранить"):
            rights.refuse(session.actor)
            refuse_personal(whom, due)
            papers.of(session.store).forms.ask(form.id, whom=whom, due=due)
            st.rerun()
        if st.form_submit_button("Убрать форму"):
            rights.refuse(session.actor)
            papers.of(session.store).forms.drop(form.id)
            st.query_params.pop(FORM, None)
            st.rerun()



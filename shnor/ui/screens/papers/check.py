"""«Проверить готовую справку»: a finished paper beside the base. First the answer as one bar, then what is doubtful
with its sentence, the reason and what the base says. Of the paper nothing is kept but what is shown."""

from collections.abc import Sequence

import streamlit as st

from sample_data import old_paper
from shnor import wording
from shnor.charts.facts import Chart, Point, Series
from shnor.charts.shapes import shape
from shnor.charts.styles import STYLES
from shnor.service.papers.check.check import build
from shnor.service.papers.check.found import REASONS, Checked, Finding
from shnor.ui.kit import block, html
from shnor.ui.kit.block import Block, Shown
from shnor.ui.kit.html import Cell, Marked
from shnor.ui.kit.links import to_rows
from shnor.ui.run import uploads
from shnor.ui.run.session import Session

TITLE = "Проверить готовую справку"
LEAD = ("Выберите справку, приказ или отчёт — свой прошлогодний или чужой. Каждое число, процент, год, школа и номер "
        "приказа найдётся в тексте и сверится с базой. Файл не сохраняется.")
KINDS = ["docx", "odt", "rtf", "txt", "doc"]
SOURCE = "проверенный документ; принятые файлы"
HEAD = ("В документе", "Предложение", "Что не так", "Что известно")
AGREES, DIFFERS, UNCHECKED = "сходится", "расходится", "не сверить"
PARTS = {AGREES: STYLES["confirmed"]._replace(word=AGREES), DIFFERS: STYLES["not_done"]._replace(word=DIFFERS),
         UNCHECKED: STYLES["awaited"]._replace(word=UNCHECKED)}
KEPT, TURN = "shnor_check_kept", "shnor_check_turn"
LONGEST, MOST = 260, 12
"""Signs of a sentence; lines before the others are folded."""


def draw(session: Session) -> None:
    """The place for a file; below it what came of the last one."""
    html.text(LEAD)
    _asked(session)
    checked: Checked | None = st.session_state.get(KEPT)
    if checked is None:
        return
    if checked.refused:
        html.text(checked.refused.message, mark="shnor-error")
        return
    for shown in blocks(session, checked):
        block.show(session, shown)


def _asked(session: Session) -> None:
    turn = st.session_state.setdefault(TURN, 0)
    file = st.file_uploader("Перетащите сюда готовую справку", type=KINDS, key=f"shnor_check_file_{turn}",
                            label_visibility="collapsed")
    if session.demo and st.button("Проверить справку из примера", key="shnor_check_example"):
        _take(session, old_paper.NAME, old_paper.paper())
    if file:
        st.session_state[TURN] = turn + 1
        with st.spinner("Читаем и сверяем…"):
            _take(session, file.name, file.getvalue())
        uploads.release([file])
        st.rerun()


def _take(session: Session, name: str, data: bytes) -> None:
    with session.view() as view:
        st.session_state[KEPT] = build(view, name, data, day=session.day)


def blocks(session: Session, checked: Checked) -> list[Shown]:
    """In the order people read them: the answer, what differs, what is worth a look, the rest."""
    unchecked = checked.of("unchecked")
    doubtful, unmatched = ([one for one in unchecked if one.doubt is doubt] for doubt in (True, False))
    told = [
        _table(session, checked, "differs", "Расходится", checked.of("differs")),
        _table(session, checked, "doubtful", "Сверить нельзя, но стоит посмотреть", doubtful),
        _table(session, checked, "unmatched", "Сверить не с чем", unmatched, folded=True),
        _table(session, checked, "agrees", "Сходится", checked.of("agrees"), folded=True),
    ]
    return [_answer(session, checked), *(one for one in told if one)]


def _answer(session: Session, checked: Checked) -> Shown:
    counts = {AGREES: len(checked.of("agrees")), DIFFERS: len(checked.of("differs")),
              UNCHECKED: len(checked.of("unchecked"))}
    total = sum(counts.values())
    title = f"Сходится {counts[AGREES]}, расходится {counts[DIFFERS]}, не сверить {counts[UNCHECKED]}" if total \
        else "Ни числа, ни школы, ни приказа в документе не нашлось"
    points = tuple(Point(name, wording.number(count), count, total, count / total) for name, count in counts.items()
                   ) if total else ()
    of = f"документ о {checked.year} годе" if checked.year else "год документа не назван"
    chart = Chart("check-answer", title, "мест документа", of, checked.day, SOURCE, (Series("Документ", points),))
    notes = [f"Проверен документ {wording.quoted(checked.name)}."]
    notes += [f"Чисел в таблицах документа, рядом с которыми не сказано, что это: {checked.cells}. Они не сверены."
              ] if checked.cells else []
    return Shown.of(chart, shape("distribution", PARTS, things=True), "Что", sort=False, notes=tuple(notes))


def _table(session: Session, checked: Checked, id: str, title: str, found: Sequence[Finding], *,
           folded: bool = False) -> Shown | None:
    """None: there is none of them."""
    if not found:
        return None
    name = f"{title}: {len(found)}"
    plain = tuple((one.said, one.sentence, REASONS[one.reason], one.told) for one in found)
    rows = [[_said(one), _sentence(one), REASONS[one.reason], _told(session, one)] for one in found]
    first, rest = ([], rows) if folded else (rows[:MOST], rows[MOST:])
    body = html.table_html(HEAD, first) if first else html.NOTHING
    if rest:
        body += html.fold(f"Показать {len(rest)}" if folded else f"Ещё {len(rest)}", html.table_html(HEAD, rest))
    made = Block(f"check-{id}", name, "", checked.day, SOURCE, HEAD, plain, bare=True)
    return Shown(made, body=body)


def _said(one: Finding) -> Cell:
    return [Marked(one.said, "shnor-strong"), f" ({one.place})" if one.place else ""]


def _sentence(one: Finding) -> Cell:
    """Around the piece, where the sentence is long."""
    text = one.sentence
    at = text.find(one.said)
    if len(text) > LONGEST:
        start = max(0, at - LONGEST // 2)
        text = f"{'…' if start else ''}{text[start:start + LONGEST]}…"
        at = text.find(one.said)
    if at < 0:
        return text
    return [text[:at], Marked(one.said, "shnor-strong"), text[at + len(one.said):]]


def _told(session: Session, one: Finding) -> Cell:
    """Leads to the rows of the figure, where there is one."""
    if not one.metric:
        return wording.capital(one.told)
    return to_rows(session, wording.capital(one.told), one.metric, one.where)



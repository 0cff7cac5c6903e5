"""«Разослать месяц»: whom it goes to, how much it asks of each, and the folders of all schools in one file."""

from collections.abc import Sequence
from datetime import date
from statistics import median

import streamlit as st

from shnor import periods, wording
from shnor.service.sending import pack, reminders
from shnor.service.sending.pack import Line
from shnor.ui.kit import html, over
from shnor.ui.run import beside, cache
from shnor.ui.run.session import Session

HEAVY = 25
"""Cells of an ordinary month that still take about ten minutes."""


def entry(session: Session) -> None:
    """The button of the page."""
    if st.button("Разослать месяц", key="shnor_pack"):
        send(session)


@st.dialog("Разослать месяц", width="large")
@over.asked
def send(session: Session) -> None:
    """Nothing goes anywhere by itself: the folders are saved to disk and put into letters by hand."""
    this = periods.containing("month", session.day)
    month = st.selectbox("За какой месяц", [this.previous().start, this.start, this.next().start], index=1, width=260,
                         format_func=wording.month, key="shnor_pack_month")
    lines = cache.built(session, pack.listed, month)
    if not lines:
        html.text("За этот месяц некому разослать: ни одна школа не стоит в перечне и не имеет дорожной карты. Примите "
                  "перечень или дорожные карты.")
        return
    _load(lines)
    hidden = st.toggle("Лист школы без обозначения статуса", value=True, key="shnor_pack_hidden",
                       help="Лист может лежать в учительской: на нём не будет слов о перечне школ.")
    st.download_button(f"Сохранить папки школ: {len(lines)}", type="primary", key="shnor_pack_file",
                       data=lambda: _packed(session, month, with_status=not hidden), mime="application/zip",
                       file_name=f"Отчёт за {wording.month(month)}.zip", on_click=_noted, args=(session, month))
    html.text("В папке каждой школы файл отчёта, лист школы и текст письма. Сведений других школ в ней нет; слова из "
              "дорожной карты самой школы остаются как есть.", mark="shnor-small")


def _load(lines: Sequence[Line]) -> None:
    """How much is asked, school by school, before anything is sent."""
    marks = any(line.marks or line.marks_due for line in lines)
    head = ["Школа", "Отчёт за месяц", "Вернуть до", *(["Итоги", "Вернуть до"] if marks else [])]
    html.table(head, [[line.card.name, wording.counted(line.cells, "ячейка"), wording.day(line.due),
                       *(_marks(line) if marks else ())] for line in lines])
    middle = median(line.cells for line in lines)
    said = f"Нагрузка: половине школ не больше {wording.counted(int(middle + 0.5), 'ячейка', 'gen')}"
    html.text(said + (f"; это больше {HEAVY}, отчёт займёт дольше десяти минут." if middle > HEAVY else "."))


def _marks(line: Line) -> tuple[str, str]:
    if line.marks_due is None:
        return "не нужны", wording.DASH
    return (wording.counted(line.marks, "ячейка") if line.marks else "классы впишет школа"), wording.day(line.marks_due)


def _packed(session: Session, month: date, *, with_status: bool) -> bytes:
    ask = session.store.about().get(reminders.CONTACT) or pack.ASK
    with session.view() as view:
        return pack.pack(view, month, day=session.day, forms=session.forms, with_status=with_status, ask=ask,
                         aside=beside.of(session))


def _noted(session: Session, month: date) -> None:
    """Reminders say when the files went out."""
    session.store.describe(session.actor, **{reminders.sent_key(month): session.today.isoformat()})

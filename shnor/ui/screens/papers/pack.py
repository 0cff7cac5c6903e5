"""«Справки всех школ, ZIP»: of which schools, how far the making is, the file."""

from collections.abc import Callable
from io import BytesIO

import streamlit as st

from shnor import periods, wording
from shnor.errors import ShnorError
from shnor.service.papers import pack, report
from shnor.service.papers.pack import WHOSE, Packed
from shnor.service.papers.writing import Asked
from shnor.ui.kit import html, over
from shnor.ui.kit.plain import plain
from shnor.ui.run import papers
from shnor.ui.run.session import Session, sees_grounds

TITLE = "Справки всех школ, ZIP"


def entry(session: Session, asked: Asked) -> None:
    """The coordinator's: of one school few people are told."""
    if sees_grounds(session) and st.button(TITLE, key="shnor_paper_pack"):
        choose(session, asked)


@st.dialog("Справки всех школ")
@over.asked
def choose(session: Session, asked: Asked) -> None:
    """Nothing is kept of it: a page that is loaded anew in the middle stops the making, and it can be begun again."""
    title = periods.parse(asked.period).title
    whose = st.radio("Для каких школ", list(WHOSE), format_func=WHOSE.__getitem__, key="shnor_paper_pack_whose")
    html.text(f"Чистовик каждой школы за период «{title}», на {wording.day(asked.day)}, в одном архиве. Справки с "
              "вопросами к абзацам тоже войдут: прочитайте их перед подписью.", mark="shnor-small")
    if not st.button("Сделать справки", type="primary", key="shnor_paper_pack_make"):
        return
    bar = st.progress(0.0, "Считаем справки…")
    made = BytesIO()
    try:
        packed = _packed(session, asked, whose, made, lambda done, whole: bar.progress(
            done / whole, plain(f"Готово: {done} из {wording.counted(whole, 'справка', 'gen')}")))
    except ShnorError as refusal:
        bar.empty()
        html.text(str(refusal), mark="shnor-error")
        return
    _offer(packed, made.getvalue(), f"Справки школ, {title.replace('/', '–')}.zip")


def _packed(session: Session, asked: Asked, whose: pack.Whose, into: BytesIO,
            progress: Callable[[int, int], object]) -> Packed:
    template = papers.of(session.store).templates.now()
    with session.view() as view:
        return pack.pack(view, asked, papers.kept(session), into, whose=whose,
                         template=template.data if template else None, label=report.label(session.demo),
                         progress=progress)


def _offer(packed: Packed, data: bytes, name: str) -> None:
    if packed.left:
        html.text(f"Без справки остались: {wording.counted(len(packed.left), 'школа')}. Почему, сказано и в архиве.",
                  mark="shnor-error")
        html.items([f"{school}: {why}" for school, why in packed.left.items()])
    st.download_button(f"Скачать архив: {wording.counted(len(packed.made), 'справка')}", data=data, file_name=name,
                       mime="application/zip", type="primary", on_click="ignore", key="shnor_paper_pack_file")

"""What was signed, whether it still holds, and the centre's own form of a paper."""

import streamlit as st

from shnor import wording
from shnor.loaders.process import door
from shnor.papers import Signed, Template
from shnor.reports.papers.blocks import Paper
from shnor.service.papers import report, signing
from shnor.service.papers.writing import Asked
from shnor.store import rights
from shnor.ui.kit import html
from shnor.ui.kit.plain import plain
from shnor.ui.run import papers
from shnor.ui.run.session import Session

TOLD = "shnor_paper_template_told"
SAME = {None: "Справку сделала другая версия программы: подписанный файл хранится как есть.",
        True: "Из тех же данных файл выходит тем же до байта.",
        False: "Из тех же данных файл выходит другим."}
LISTED = 3
"""So many signed papers are shown, the newest first."""


def signed(session: Session, paper: Paper, asked: Asked) -> None:
    """What was signed, whether the base still says the same, and the way to keep this one: the coordinator's."""
    of = papers.of(session.store)
    listed = of.signed.all()
    if st.button("Подписано: закрепить", key="shnor_paper_sign"):
        rights.refuse(session.actor)
        signing.keep(of, session.store, asked, papers.kept(session), paper, by=session.who)
        st.rerun()
    for one in listed[:LISTED]:
        _held(session, one)
    if len(listed) > LISTED:
        html.text(f"Подписано раньше: {wording.number(len(listed) - LISTED)}.", mark="shnor-small")


def _held(session: Session, one: Signed) -> None:
    moment = one.moment.astimezone(session.zone)
    moved = signing.moved(one, papers.changes(session, one), session.zone)
    said = moved.words if moved else f"Справка подписана {moment:%d.%m.%Y}; данные с тех пор те же"
    with st.expander(plain(said), key=f"shnor_signed_{one.id}"):
        html.text(f"{one.title}. Контрольная сумма {one.sha256[:12]}…", mark="shnor-small")
        html.items(moved.lines if moved else ())
        name = f"Справка, подписано {moment:%d.%m.%Y}"
        with st.container(horizontal=True):
            st.download_button("Подписанный файл", data=one.data, on_click="ignore",
                               key=f"shnor_signed_file_{one.id}", file_name=f"{name}.docx")
            if moved:
                st.download_button("Подписанный файл с отметкой", data=lambda: report.marked(one.data, moved),
                                   on_click="ignore", key=f"shnor_signed_marked_{one.id}",
                                   file_name=f"{name}, с отметкой об изменениях.docx")
        if st.button("Проверить подписанный файл", key=f"shnor_signed_held_{one.id}"):
            html.text(SAME[signing.same(session.store, one)])


def template(session: Session) -> None:
    """The centre's own form of a paper."""
    templates = papers.of(session.store).templates
    with st.expander("Бланк центра", key="shnor_paper_template"):
        html.items(st.session_state.pop(TOLD, ()))
        if kept := templates.now():
            html.text(f"Взят бланк {wording.quoted(kept.name)}: справка и приказ будут в нём.")
            st.button("Вернуть наше оформление", on_click=_taken, args=(session, None), key="shnor_paper_own_look")
        with st.form("shnor_paper_look", clear_on_submit=True, border=False):
            file = st.file_uploader("Файл .docx или .dotx", type=["docx", "dotx"])
            if st.form_submit_button("Взять бланк") and file:
                cleaned = door.paper_template(file.name, file.getvalue())
                st.session_state[TOLD] = tuple(issue.message for issue in cleaned.issues)
                if cleaned.data:
                    _taken(session, Template(file.name, cleaned.data))
                st.rerun()


def _taken(session: Session, template: Template | None) -> None:
    rights.refuse(session.actor)
    papers.of(session.store).templates.take(template)

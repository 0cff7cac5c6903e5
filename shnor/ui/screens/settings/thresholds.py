"""Which thresholds and scales figures go by: shipped and one's own, each with its first day and its document."""

import streamlit as st

from shnor import wording
from shnor.service.figures import norms
from shnor.ui.kit import html, thresholds
from shnor.ui.kit.html import joined
from shnor.ui.run import cache
from shnor.ui.run.session import Session

SAID = ("Свой порог, правило края или шкалу внесите формой «Пороги и шкалы» на странице «Приём»: файлом или вручную. "
        "Строка с тем же названием и той же ступенью действует вместо строки из программы с указанного дня. Первые три "
        "порога записаны в самих показателях: своей строкой они не меняются.")


def settings(session: Session) -> None:
    st.header("Пороги и шкалы")
    html.text(SAID)
    rows = thresholds.by_norm(cache.built(session, norms.table))
    html.show(joined(html.fold(f"{name}, {wording.counted(len(own), 'строка')}", thresholds.table_html(own))
                     for name, own in rows.items()))

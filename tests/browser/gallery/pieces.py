"""One of each; the words are Russian, so any Latin word in sight is Streamlit's own."""

from datetime import date

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from shnor.errors import ShnorError

st.set_page_config(page_title="Проба", layout="wide")


@st.dialog("Окно")
def window() -> None:
    st.write("Текст окна")


if st.button("Открыть окно"):
    window()
if st.button("Ошибка программы"):
    raise ValueError("Иванова 112-233-445 95")
if st.button("Отказ с объяснением"):
    raise ShnorError("Месяц утверждён.")
if st.button("Сообщение"):
    st.toast("Принято")
table = pd.DataFrame({"Школа": ["СОШ № 2", "СОШ № 3"], "Выполнено": [15, 7], "Доля": [0.5, 0.25]})
st.file_uploader("Файлы", type=["xlsx", "docx"], accept_multiple_files=True)
st.file_uploader("Любые файлы", accept_multiple_files=True)
st.multiselect("Школы", ["СОШ № 2", "СОШ № 3"])
st.selectbox("Месяц", ["ноябрь", "декабрь"], index=None)
st.number_input("Сколько", 0, 10, 3)
st.date_input("День", date(2026, 11, 27), format="DD.MM.YYYY")
st.date_input("С какого по какое", (date(2026, 11, 1), date(2026, 11, 27)), format="DD.MM.YYYY")
st.text_input("Строка", help="Что сюда писать")
st.text_area("Абзац")
with st.form("форма"):
    st.text_input("В форме")
    st.form_submit_button("Отправить")
st.dataframe(table, on_select="rerun", selection_mode="multi-row")
st.data_editor(table, num_rows="dynamic")
st.table(table)
st.plotly_chart(go.Figure(go.Bar(x=["а", "б"], y=[1, 2])), config={"displaylogo": False, "displayModeBar": False})
st.metric("Выполнено", "15 из 19", help="Как считается")
st.segmented_control("Вид", ["Список", "Таблица"], default="Список")
st.radio("Один", ["да", "нет"], horizontal=True)
st.checkbox("Отметка")
st.expander("Подробно").write("Текст")
first, second = st.tabs(["Первая", "Вторая"])
first.write("Текст")
st.download_button("Скачать", b"1", "файл.txt")
st.pagination(5)
st.progress(0.5, "Половина")

"""Baselines «empty» and «frame»: our settings, our number of pages, and on the page nothing, or the frame alone."""

import os

import streamlit as st

PAGES = int(os.environ["BENCHMARK_PAGES"])

st.set_page_config(page_title="empty", layout="wide")
blank = [st.Page("blank.py", title=f"Page {n}", url_path=f"page_{n}", default=n == 0) for n in range(PAGES - 1)]
st.navigation([*blank, st.Page("framed.py", title="Frame", url_path="framed")], position="top").run()

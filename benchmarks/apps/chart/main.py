"""Baseline «chart»: pages of Streamlit with one chart each and its default settings, as many as the product has."""

import os

import streamlit as st

PAGES = int(os.environ["BENCHMARK_PAGES"])

st.navigation([st.Page("drawn.py", title=f"Page {n}", url_path=f"page_{n}", default=n == 0) for n in range(PAGES)],
              position="top").run()

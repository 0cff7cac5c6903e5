"""A page with one line of Plotly, as any program would draw it."""

import plotly.graph_objects as go
import streamlit as st

st.plotly_chart(go.Figure(go.Scatter(x=["2024", "2025", "2026"], y=[0.29, 0.3, 0.23])))

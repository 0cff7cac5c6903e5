"""Streamlit pieces shared by pages, and what stands around its server."""

"""What stands around Streamlit's own server: gate, headers, Russian texts, warm start.

Nothing is imported here: a start looks for a copy that runs already before it reads Streamlit.
"""

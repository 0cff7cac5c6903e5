"""ASGI entry: Streamlit's app with our gate, headers, Russian texts and warm start around it.

Not the Streamlit script itself: with a `pages/` folder beside the script Streamlit runs a deep-linked page without it.
"""

from pathlib import Path

import streamlit as st

from shnor import config
from shnor.ui import asgi
from shnor.ui.errors import ErrorLog

settings = config.load()

app = st.App(
    Path(__file__).parent / "pages" / "main.py",
    routes=asgi.routes(),
    middleware=asgi.middleware(),
    lifespan=asgi.lifespan,
    on_script_error=ErrorLog(settings.folder / "logs").show,
)

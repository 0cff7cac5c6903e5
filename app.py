"""ASGI entry: Streamlit's app with our gate, headers, Russian texts and warm start around it.

Not the Streamlit script itself: with a `pages/` folder beside the script Streamlit runs a deep-linked page without it.
"""

from pathlib import Path

import streamlit as st

from shnor import config
from shnor.ui.kit.errors import ErrorLog
from shnor.ui.server import shell

settings = config.load()

app = st.App(
    Path(__file__).parent / "pages" / "main.py",
    routes=shell.routes(),
    middleware=shell.middleware(),
    lifespan=shell.lifespan,
    on_script_error=ErrorLog(settings.folder / "logs").show,
)

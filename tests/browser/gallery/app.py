"""Every Streamlit piece our pages use, behind our own middleware: what a browser test looks at."""

from pathlib import Path

import streamlit as st

from shnor import config
from shnor.ui import asgi
from shnor.ui.errors import ErrorLog

app = st.App(Path(__file__).parent / "pieces.py", routes=asgi.routes(), middleware=asgi.middleware(),
             lifespan=asgi.lifespan, on_script_error=ErrorLog(config.load().folder / "logs").show)

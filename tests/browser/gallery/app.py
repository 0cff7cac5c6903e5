"""Every Streamlit piece our pages use, behind our own middleware: what a browser test looks at."""

from pathlib import Path

import streamlit as st

from shnor import config
from shnor.ui import server
from shnor.ui.kit.errors import ErrorLog

app = st.App(Path(__file__).parent / "pieces.py", routes=server.routes(), middleware=server.middleware(),
             lifespan=server.lifespan, on_script_error=ErrorLog(config.load().folder / "logs").show)

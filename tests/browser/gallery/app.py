"""A page of this folder behind our own middleware: every Streamlit piece our pages use, or, named by GALLERY, every
shape of the vocabulary of pictures: what a browser test looks at."""

import os
from pathlib import Path

import streamlit as st

from shnor import config
from shnor.ui.kit.errors import ErrorLog
from shnor.ui.server import shell

SHOWN = Path(__file__).parent / f"{os.environ.get('GALLERY', 'pieces')}.py"
app = st.App(SHOWN, routes=shell.routes(), middleware=shell.middleware(),
             lifespan=shell.lifespan, on_script_error=ErrorLog(config.load().folder / "logs").show)

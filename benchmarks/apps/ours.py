"""app.py with one route more: an acceptance inside the process that holds the base, asked for by the benchmark.

BENCHMARK_SCRIPT chooses what is served: the product's own frame, or empty pages under the same settings. Errors of a
page are left to Streamlit, so that the benchmark sees them.
"""

import itertools
import os
from datetime import UTC, datetime
from pathlib import Path

import streamlit as st
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from shnor import config
from shnor.service import intake, manual
from shnor.ui import asgi
from shnor.ui.session import open_bases

NUMBERS = itertools.count(1)


def accept(request: Request) -> PlainTextResponse:
    """One mark of one school, checked, previewed and accepted like any file; answers with the new state."""
    settings = config.load()
    store = open_bases().get(settings.own_base)
    today = datetime.now(UTC)
    row = {**request.query_params, "note": f"замер {next(NUMBERS)}"}
    reviewed = intake.review(store, [manual.one_row("progress", row, today)], settings.today())
    before, after = store.state, intake.accept_all(store, reviewed, by="замер")
    if after == before:
        raise ValueError([issue.message for item in reviewed for issue in item.checked.issues])
    return PlainTextResponse(str(after))


app = st.App(
    Path(os.environ["BENCHMARK_SCRIPT"]),
    routes=[*asgi.routes(), Route("/benchmark/accept", accept, methods=["POST"])],
    middleware=asgi.middleware(),
    lifespan=asgi.lifespan,
)

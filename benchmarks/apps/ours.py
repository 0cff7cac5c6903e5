"""app.py with one route more: an acceptance inside the process that holds the base, asked for by the benchmark.

BENCHMARK_SCRIPT chooses what is served: the product's own frame, or empty pages under the same settings. Errors of a
page are left to Streamlit, so that the benchmark sees them.
"""

import itertools
import os
from pathlib import Path

import streamlit as st
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from shnor import config
from shnor.service.intake import manual
from shnor.ui import server
from shnor.ui.run import tray
from shnor.ui.run.session import open_bases

NUMBERS = itertools.count(1)


def accept(request: Request) -> PlainTextResponse:
    """One mark of one school through the tray, as the page «Приём» sends it; answers with the new state."""
    settings = config.load()
    store = open_bases().get(settings.own_base)
    row = {**request.query_params, "note": f"замер {next(NUMBERS)}"}
    file, before = manual.one_row("progress", row, settings.now()), store.state
    mine = tray.of_base(str(store.path))
    mine.add([file])
    mine.accept(store, mine.review(store, settings.today()), "замер", settings.today())
    if store.state == before:
        raise ValueError(mine.last)
    return PlainTextResponse(str(store.state))


app = st.App(
    Path(os.environ["BENCHMARK_SCRIPT"]),
    routes=[*server.routes(), Route("/benchmark/accept", accept, methods=["POST"])],
    middleware=server.middleware(),
    lifespan=server.lifespan,
)

"""app.py with a few routes more, by which the benchmark has things done inside the process that holds the base.

BENCHMARK_SCRIPT chooses what is served: the product's own frame, or empty pages under the same settings. Errors of a
page are left to Streamlit, so that the benchmark sees them.
"""

import itertools
import os
import time
from pathlib import Path

import streamlit as st
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from streamlit.runtime import get_instance

from benchmarks.actor import BY
from shnor import config
from shnor.service.intake import manual
from shnor.service.intake.drop import Incoming
from shnor.ui.run import tray
from shnor.ui.run.session import open_bases
from shnor.ui.server import shell

NUMBERS = itertools.count(1)


def accept(request: Request) -> PlainTextResponse:
    """One mark of one school through the tray, as the page «Приём» sends it; answers with the new state."""
    settings = config.load()
    store = open_bases().get(settings.own_base)
    row = {**request.query_params, "note": f"замер {next(NUMBERS)}"}
    file, before = manual.one_row("progress", row, settings.now()), store.state
    mine = tray.of_base(str(store.path))
    mine.add([file])
    mine.accept(store, mine.review(store, settings.today()), BY, settings.today())
    if store.state == before:
        raise ValueError(mine.last)
    return PlainTextResponse(str(store.state))


async def drop(request: Request) -> PlainTextResponse:
    """A file waits in the tray, read and previewed; answers with 1 when it is ready."""
    data = await request.body()
    store = open_bases().get(config.load().own_base)
    mine = tray.of_base(str(store.path))
    mine.add([Incoming(request.query_params["name"], data)])
    shown = mine.review(store, config.load().today())
    if not all(item.ready for item in shown.values()):
        raise ValueError([issue.message for item in shown.values() for issue in item.checked.issues])
    return PlainTextResponse("1")


def press(request: Request) -> PlainTextResponse:
    """«Принять»: seconds until everything that waits is accepted."""
    store = open_bases().get(config.load().own_base)
    mine = tray.of_base(str(store.path))
    begun = time.perf_counter()
    mine.accept(store, mine.review(store, config.load().today()), BY, config.load().today())
    seconds = time.perf_counter() - begun
    if mine.last is None or mine.last.problem:
        raise ValueError(mine.last)
    return PlainTextResponse(str(seconds))


def clock(request: Request) -> PlainTextResponse:
    """Seconds of the processor this process has used."""
    return PlainTextResponse(str(time.process_time()))


def held(request: Request) -> PlainTextResponse:
    """Bytes of files that people have put on pages and that nobody has let go yet."""
    files = get_instance().uploaded_file_mgr.file_storage
    return PlainTextResponse(str(sum(len(file.data) for own in list(files.values()) for file in list(own.values()))))


DEEDS = accept, drop, press, clock, held
app = st.App(
    Path(os.environ["BENCHMARK_SCRIPT"]),
    routes=[*shell.routes(),
            *(Route(f"/benchmark/{one.__name__}", one, methods=["POST"]) for one in DEEDS)],
    middleware=shell.middleware(),
    lifespan=shell.lifespan,
)

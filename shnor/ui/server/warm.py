"""Before the first page runs: import what pages need and take it out of the garbage collector's walks.

The browser loads its files meanwhile, so the start does not wait for the imports. Only the WebSocket does, over which
pages run: two threads importing the same libraries at once may see them half made.
"""

import asyncio
import gc
import os
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress

from starlette.concurrency import run_in_threadpool
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import App, get_option, runtime

from shnor import config
from shnor.errors import ShnorError
from shnor.ui.run import owners
from shnor.ui.server.listening import refuse_strangers

SELDOM = 20_000, 20, 20
"""Counting a page makes a hundred thousand small things that die by themselves; looking through them as often as Python
does by default costs a tenth of it."""
READY = asyncio.Event()
WRITING = 20
"""Seconds an acceptance under way has at the end of the program; what is not done then leaves nothing."""


class AfterWarming:
    """Lets a WebSocket in when the imports are done."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await READY.wait()
        await self.app(scope, receive, send)


@asynccontextmanager
async def lifespan(app: App) -> AsyncIterator[dict[str, object]]:
    refuse_several_processes(os.environ)
    refuse_strangers(str(get_option("server.address")), os.environ)
    if config.load().origin:
        owners.watch(runtime.get_instance().media_file_mgr)
    warming = asyncio.create_task(get_ready())
    yield {}
    await warming
    with suppress(TimeoutError):
        await asyncio.wait_for(asyncio.to_thread(close), WRITING)


async def get_ready() -> None:
    try:
        await run_in_threadpool(warm)
    finally:
        READY.set()
    if config.load().origin:
        await run_in_threadpool(read_ahead)


def refuse_several_processes(environment: Mapping[str, str]) -> None:
    """The base has one writing process, and uploads and pages live in the memory of one."""
    if int(environment.get("WEB_CONCURRENCY") or 1) > 1:
        raise ShnorError("Программа работает одним процессом. Уберите настройку WEB_CONCURRENCY и запустите снова.")


def close() -> None:
    """What is being written is finished first; then the base holds all of it in one file."""
    from shnor.ui.run import access, session

    session.open_bases().close()
    if session.served():
        access.entry().database.close()


def warm() -> None:
    """Imports here, not at the top: the pages import them too, this only makes the first page not wait."""
    import pandas  # noqa: F401

    from shnor.ui import pages  # noqa: F401

    gc.collect()
    gc.freeze()
    gc.set_threshold(*SELDOM)


def read_ahead() -> None:
    """On a server many send on one day: the process that reads files has read one before the first of them comes."""
    from shnor.loaders.types import Known
    from shnor.service.centre import templates
    from shnor.service.intake.reading import Reader

    Reader().check("начало.xlsx", templates.kind_template("progress"), Known(config.load().today()), {})

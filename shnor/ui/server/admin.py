"""The port beside the program for the machine itself: is it well, how much does it work, make a copy now.

Never behind nginx. Browsers are not answered, so that no page of somebody else asks through them: whoever comes from a
page names its origin. A copy is made for who can read the key in the folder of the data: other users of the machine
could fill its disk else.
"""

import hmac
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from shnor import __version__, config, served
from shnor.errors import ShnorError
from shnor.ui.server.listening import Listening

FROM_PAGES = (b"origin", b"referer", b"sec-fetch-site", b"cookie")
"""What only a browser sends."""
NOT_HERE = "Служебный порт отвечает только программам этого компьютера."
NO_KEY = "Нужен ключ из файла {file} в папке данных: curl -H @ПАПКА/{file} -X POST …/backup"
MEMORY = Path("/proc/self/statm")
KINDS = {"shnor_runs_total": "counter"}
WORDS = {
    "shnor_sessions": "open tabs of browsers", "shnor_entries": "people who are in",
    "shnor_runs_total": "runs of pages since the start", "shnor_memory_bytes": "resident memory of the process",
    "shnor_base_state": "number of changes of the base", "shnor_base_bytes": "size of the base with its log",
    "shnor_copied_timestamp_seconds": "when the last copy was made, 0 = never"}


class Beside(uvicorn.Server):
    """A server that leaves the signals of the process to the program."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


class OnlyMachine:
    """Refuses what is not asked under a name of this machine, and whatever a browser sends."""

    def __init__(self, app: ASGIApp, where: Listening) -> None:
        self.app = app
        hosts = (where.host, "localhost", "127.0.0.1", f"[{where.host}]")
        self._hosts = frozenset(f"{host}:{where.port}".encode() for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            asked = [value for name, value in scope["headers"] if name == b"host"]
            foreign = any(name in FROM_PAGES for name, _ in scope["headers"])
            if len(asked) != 1 or asked[0] not in self._hosts or foreign:
                return await PlainTextResponse(NOT_HERE, 421)(scope, receive, send)
        await self.app(scope, receive, send)


def application(where: Listening) -> Starlette:
    routes = [Route("/health", health), Route("/metrics", metrics), Route("/backup", backup, methods=["POST"])]
    return Starlette(routes=routes, middleware=[Middleware(OnlyMachine, where=where)])


async def health(request: Request) -> JSONResponse:
    """503 when the base or the file of accesses cannot be read."""
    told = await run_in_threadpool(lambda: {"base": _state(_base), "access": _state(_access)})
    well = set(told.values()) == {"ok"}
    return JSONResponse({"name": "shnor-monitor", "version": __version__, **told}, 200 if well else 503)


async def metrics(request: Request) -> PlainTextResponse:
    """Text of Prometheus. Nothing of what is in the base but how much."""
    found = await run_in_threadpool(lambda: list(_measured()))
    lines = [f"# HELP {name} {WORDS[name]}\n# TYPE {name} {KINDS.get(name, 'gauge')}\n{name} {value}\n"
             for name, value in found]
    return PlainTextResponse("".join(lines), media_type="text/plain; version=0.0.4; charset=utf-8")


async def backup(request: Request) -> Response:
    """A whole copy, made by the process that holds the base. 403 without the key, 500 with the sentence."""
    settings = config.load()
    given = request.headers.get("authorization", "").removeprefix("Bearer ")
    if not hmac.compare_digest(given.encode(), served.key(settings.folder).encode()):
        return PlainTextResponse(NO_KEY.format(file=served.KEY), 403)
    from shnor.ui.run import copies

    try:
        made = await run_in_threadpool(copies.make)
    except ShnorError as error:
        return JSONResponse({"error": str(error)}, 500)
    return JSONResponse({"made": [str(made)]})


def _base() -> int:
    from shnor.ui.run import session

    return session.open_bases().get(config.load().own_base).state


def _access() -> int:
    from shnor.ui.run import access

    return len(access.entry().sessions.open())


def _state(part: Callable[[], int]) -> str:
    """A sentence of ours, never the text of another error: a path or a value may stand in it."""
    try:
        part()
    except ShnorError as error:
        return str(error)
    except Exception as error:
        return type(error).__name__
    return "ok"


def _measured() -> Iterator[tuple[str, int]]:
    from streamlit.runtime import Runtime

    from shnor.service.centre import copies
    from shnor.ui.run import runs, session

    path = config.load().own_base
    store = session.open_bases().get(path)
    last = copies.last(store)
    yield "shnor_sessions", _tabs(Runtime.instance()) if Runtime.exists() else 0
    yield "shnor_entries", _access()
    yield "shnor_runs_total", runs.counted()
    if MEMORY.exists():
        yield "shnor_memory_bytes", int(MEMORY.read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    yield "shnor_base_state", store.state
    yield "shnor_base_bytes", sum(file.stat().st_size for file in path.parent.glob(f"{path.name}*") if file.is_file())
    yield "shnor_copied_timestamp_seconds", int(last.moment.timestamp()) if last else 0


def _tabs(runtime) -> int:
    from streamlit.runtime.stats import ACTIVE_SESSIONS_FAMILY

    found = runtime.stats_mgr.get_stats(family_names=[ACTIVE_SESSIONS_FAMILY]).get(ACTIVE_SESSIONS_FAMILY, ())
    return int(sum(stat.value for stat in found))

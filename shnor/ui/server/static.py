"""Serves Streamlit's own files: in Russian, compressed once, with an ETag."""

import re
from functools import lru_cache
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from shnor.ui.server.served import Served, answer, packed
from shnor.ui.server.translation import FOLDER, russian, table_of, tell_missing

TYPES = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".json": "application/json",
         ".svg": "image/svg+xml", ".html": "text/html; charset=utf-8"}
# A path of a page: Streamlit answers it with index.html, and the script in it reads the rest of the address.
PAGE = re.compile(r"/(?!(?:_stcore|static|media|component|oauth2callback|overview)$)[\w-]*")


class RussianStatic:
    """Answers GET and HEAD of bundles and pages; everything else goes on to Streamlit."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = located(scope)
        if path is None:
            return await self.app(scope, receive, send)
        served = await run_in_threadpool(serve, path)
        await answer(served, Headers(scope=scope), path.suffix == ".html")(scope, receive, send)


def located(scope: Scope) -> Path | None:
    """The file to serve for this request, if it is ours to serve."""
    if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
        return None
    if PAGE.fullmatch(scope["path"]):
        return FOLDER / "index.html"
    if not scope["path"].startswith("/static/"):
        return None
    path = (FOLDER / scope["path"].lstrip("/")).resolve()
    return path if path.suffix in TYPES and path.is_relative_to(FOLDER) and path.is_file() else None


@lru_cache(maxsize=512)
def serve(path: Path) -> Served:
    tell_missing(table_of(path.name))
    return packed(russian(path.name, path.read_text("utf-8")).encode(), TYPES[path.suffix])

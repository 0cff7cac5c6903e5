"""Our own scripts of pages: served once, with an ETag like Streamlit's files."""

from functools import cache
from pathlib import Path

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from shnor import config
from shnor.ui.server.served import Served, answer, packed

FOLDER = Path(__file__).resolve().parents[1] / "assets"
NAMES = frozenset(path.name for path in FOLDER.glob("*.js"))


async def asset(request: Request) -> Response:
    """`/shnor/assets/{name}`."""
    name = request.path_params["name"]
    if name not in NAMES:
        return PlainTextResponse("Такого файла нет.", 404)
    return answer(_served(name), Headers(scope=request.scope), False)


@cache
def _served(name: str) -> Served:
    return packed((FOLDER / name).read_bytes(), "text/javascript; charset=utf-8")


def address(name: str) -> str:
    """With a mark of its content: a new version is never taken from what a browser kept."""
    mark = _served(name).etag.strip('"')
    return config.outside(f"/shnor/assets/{name}?{mark[:8]}")

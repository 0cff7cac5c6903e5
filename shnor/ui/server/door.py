"""Server mode: every path and the WebSocket need a session of a person; who has none is led to the entry and back.

The person is asked for again at every run of a script (`shnor.ui.run.session`): an open WebSocket is no right.
"""

from collections.abc import Collection
from urllib.parse import urlencode

from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from shnor.access import Entry
from shnor.ui.run.access import COOKIE, ENTER, LINK
from shnor.ui.server.person import PERSON

OPEN = frozenset({"/shnor/alive", ENTER, LINK})
OVER = "Вход завершён. Откройте страницу входа и войдите снова."


class Door:
    """also: paths of another way in."""

    def __init__(self, app: ASGIApp, entry: Entry, also: Collection[str] = ()) -> None:
        self.app, self._entry, self._open = app, entry, OPEN.union(also)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket") or scope["path"] in self._open:
            return await self.app(scope, receive, send)
        request = HTTPConnection(scope)
        if person := self._entry.sessions.person(request.cookies.get(COOKIE, "")):
            return await self.app({**scope, PERSON: person}, receive, send)
        if scope["type"] == "websocket":
            await receive()
            return await send({"type": "websocket.close", "code": 1008})
        if scope["method"] == "GET" and "text/html" in request.headers.get("accept", ""):
            answer = RedirectResponse(f"{ENTER}?{urlencode({'to': _asked(request)})}", 303,
                                      {"cache-control": "no-store"})
            return await answer(scope, receive, send)
        return await PlainTextResponse(OVER, 403, {"cache-control": "no-store"})(scope, receive, send)


def _asked(request: HTTPConnection) -> str:
    return request.url.path + (f"?{request.url.query}" if request.url.query else "")


def inside(address: str) -> str:
    """An address of ours to go on to, else the first page: nobody is sent to another host."""
    plain = address.startswith("/") and not address.startswith(("//", "/\\")) and not any(
        ord(sign) < 32 or sign == "\\" for sign in address)
    return address if plain and not address.startswith("/shnor/") else "/"

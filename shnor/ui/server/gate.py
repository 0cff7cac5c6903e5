"""Local mode: only who came by the address of this launch gets in; other users of the machine do not. It stands always:
a program that was started without run.py has no secret and opens to nobody.

A key travels once in the address and opens once, then a cookie no script reads takes its place. The address of the
start leads on to a host name of this launch first: a cookie of 127.0.0.1 would go to every server of the machine.
"""

import hmac
import os
from urllib.parse import urlencode

from starlette.requests import HTTPConnection
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from shnor.ui.server import keys

OPEN = frozenset({"/shnor/alive"})
NO_KEY = """<!DOCTYPE html><html lang="ru"><head><meta charset="utf-8"><title>Мониторинг ШНОР</title></head>
<body style="font:18px/1.5 sans-serif;max-width:36em;margin:4em auto;padding:0 1em">
<h1 style="font-size:1.4em">Откройте программу ярлыком</h1>
<p>Эта страница открывается только из запуска программы. Запустите её ещё раз тем же способом, что и обычно:
уже работающая программа найдётся сама, и страница откроется.</p></body></html>"""


def launch_secret() -> str:
    """What run.py made for this launch; empty when the server was started otherwise."""
    return os.environ.get("SHNOR_KEY", "")


class Gate:
    """Every path and the WebSocket need the cookie; `?key=…` gives it to the host asked for and leaves the address."""

    def __init__(self, app: ASGIApp, secret: str) -> None:
        self.app, self._secret, self._keys = app, secret, keys.Keys(secret)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket") or scope["path"] in OPEN:
            return await self.app(scope, receive, send)
        request, port = HTTPConnection(scope), (scope.get("server") or ("", 80))[1] or 80
        name, value = keys.cookie(self._secret, port)
        if scope["type"] == "http" and self._keys.use(request.query_params.get("key", "")):
            answer = self._led(port) if scope["path"] == keys.START else admitted(request, name, value)
            return await answer(scope, receive, send)
        if self._secret and hmac.compare_digest(request.cookies.get(name, "").encode(), value.encode()):
            return await self.app(scope, receive, send)
        if scope["type"] == "http":
            return await HTMLResponse(NO_KEY, 403, {"cache-control": "no-store"})(scope, receive, send)
        await receive()
        await send({"type": "websocket.close", "code": 1008})

    def _led(self, port: int) -> Response:
        """To the host of this launch, with a key of its own: that host has stood in no list of processes."""
        there = f"http://{keys.host(self._secret, port)}:{port}/?key={keys.one_time(self._secret)}"
        return RedirectResponse(there, 303, {"cache-control": "no-store"})


def admitted(request: HTTPConnection, name: str, value: str) -> Response:
    rest = urlencode([(name, value) for name, value in request.query_params.multi_items() if name != "key"])
    # One leading slash: «//host» would lead to another host.
    path = "/" + request.url.path.lstrip("/")
    answer = RedirectResponse(path + ("?" + rest if rest else ""), 303, {"cache-control": "no-store"})
    answer.set_cookie(name, value, httponly=True, samesite="lax", path="/")
    return answer

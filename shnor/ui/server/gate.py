"""Local mode: only who came by the address of this launch gets in; other users of the machine do not.

The key travels once in the address, then in a cookie that no script reads.
"""

import hashlib
import hmac
import os
from urllib.parse import urlencode

from starlette.requests import HTTPConnection
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

OPEN = frozenset({"/shnor/alive"})
NO_KEY = """<!DOCTYPE html><html lang="ru"><head><meta charset="utf-8"><title>Мониторинг ШНОР</title></head>
<body style="font:18px/1.5 sans-serif;max-width:36em;margin:4em auto;padding:0 1em">
<h1 style="font-size:1.4em">Откройте программу ярлыком</h1>
<p>Эта страница открывается только из запуска программы. Запустите её ещё раз тем же способом, что и обычно:
уже работающая программа найдётся сама, и страница откроется.</p></body></html>"""


def launch_key() -> str:
    """The secret run.py made for this launch; empty when the server was started otherwise."""
    return os.environ.get("SHNOR_KEY", "")


class Gate:
    """Every path and the WebSocket need the cookie; `?key=…` gives it and is removed from the address."""

    def __init__(self, app: ASGIApp, key: str) -> None:
        self.app = app
        self.key = key
        # Cookies know no port: two copies on one machine must not overwrite each other's.
        self.cookie = "shnor_" + hashlib.sha256(key.encode()).hexdigest()[:8]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket") or scope["path"] in OPEN:
            return await self.app(scope, receive, send)
        request = HTTPConnection(scope)
        key = request.query_params.get("key")
        if scope["type"] == "http" and key is not None and self.fits(key):
            return await self.admit(request)(scope, receive, send)
        if self.fits(request.cookies.get(self.cookie, "")):
            return await self.app(scope, receive, send)
        if scope["type"] == "http":
            return await HTMLResponse(NO_KEY, 403)(scope, receive, send)
        await receive()
        await send({"type": "websocket.close", "code": 1008})

    def fits(self, key: str) -> bool:
        return hmac.compare_digest(key.encode(), self.key.encode())

    def admit(self, request: HTTPConnection) -> Response:
        rest = urlencode([(name, value) for name, value in request.query_params.multi_items() if name != "key"])
        # One leading slash: «//host» would lead to another host.
        path = "/" + request.url.path.lstrip("/")
        answer = RedirectResponse(path + ("?" + rest if rest else ""), 303, {"cache-control": "no-store"})
        answer.set_cookie(self.cookie, self.key, httponly=True, samesite="lax", path="/")
        return answer

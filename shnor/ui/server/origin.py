"""Who may be asked and from where: the Host of every request and the Origin of whatever changes something or opens the
WebSocket, over which pages run, are those of this program alone.

What runs behind us has its own idea of allowed hosts and would ask a host on the internet for our address when it does
not know one; so it is shown the address it listens on, after ours has been checked. It does not know either that it may
stand below a path of the public address: that is cut off on the way in and put before redirects on the way out.
"""

import re
from collections.abc import Sequence
from urllib.parse import quote, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from shnor.ui.server import keys
from shnor.ui.server.listening import is_local

LOCAL = ("127.0.0.1", "localhost")
READING = ("GET", "HEAD", "OPTIONS")
WRONG = "Этот адрес не принадлежит программе. Откройте её по адресу, который вам прислали."
Address = tuple[str, int]


class Origin:
    """public: «https://monitor.example.ru», also with a path, where a server stands in front of us, "" = this computer
    alone. proxies: from where that server comes beside this machine itself; nobody else is answered then. secret: of a
    launch on one's own computer, which has a host name of its own."""

    def __init__(self, app: ASGIApp, public: str = "", proxies: Sequence[str] = (), secret: str = "") -> None:
        self.app, self.proxies, self._secret = app, proxies, secret
        parts = urlsplit(public)
        self.site, self.path = (f"{parts.scheme}://{parts.netloc}", parts.path) if public else ("", "")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            return await self.app(scope, receive, send)
        headers, listens = Headers(scope=scope), _listens(scope)
        origins = (self.site,) if self.site else self._local(listens[1])
        hosts = [urlsplit(one).netloc for one in origins]
        asked = headers.getlist("host")
        reads = scope["type"] == "http" and scope["method"] in READING
        if len(asked) != 1 or asked[0].lower() not in hosts or not _comes_from(headers, origins, may_lack=reads):
            return await _refuse(scope, receive, send)
        if self.site and not self._in_front(scope):
            return await _refuse(scope, receive, send)
        if self.path and scope["path"] == self.path and reads:
            query = f"?{scope['query_string'].decode('latin-1')}" if scope["query_string"] else ""
            return await RedirectResponse(f"{self.path}/{query}", 308)(scope, receive, send)
        if self.path and not scope["path"].startswith(f"{self.path}/"):
            return await _refuse(scope, receive, send, 404)
        if not self.site and urlsplit(f"//{asked[0]}").hostname in LOCAL:
            return await self.app(scope, receive, send)
        await self.app(self._as_listened(scope, headers, listens), receive, self._led(send, listens))

    def _in_front(self, scope: Scope) -> bool:
        """A connection over a socket of this machine has no address."""
        host = (scope.get("client") or ("",))[0]
        return not host or is_local(host) or host in self.proxies

    def _as_listened(self, scope: Scope, headers: Headers, listens: Address) -> Scope:
        """The same request as if it came to the address we listen on; client: whom the server in front of us names
        last, for only that one was written by it."""
        host = f"{LOCAL[0]}:{listens[1]}"
        path = scope["path"][len(self.path):]
        changed = {**scope, "headers": list(scope["headers"]), "path": path, "raw_path": quote(path).encode()}
        own = MutableHeaders(scope=changed)
        own["host"] = host
        if "origin" in own:
            own["origin"] = f"http://{host}"
        told = headers.get("x-forwarded-for", "").rpartition(",")[2].strip()
        if told and self.site:
            changed["client"] = (told, 0)
        return changed

    def _led(self, send: Send, listens: Address) -> Send:
        """A redirect inside us leads to where browsers are; a cookie goes over TLS alone, also one of Streamlit's."""
        own = re.compile(rf"(?:https?://{re.escape(LOCAL[0])}:{listens[1]})?(/(?!/).*)", re.S)

        def outside(name: bytes, value: bytes) -> bytes:
            if name == b"location" and (found := own.fullmatch(value.decode("latin-1"))):
                return (self.path + found[1]).encode("latin-1")
            bare = self.site and name == b"set-cookie" and b"secure" not in value.lower().replace(b" ", b"").split(b";")
            return value + b"; Secure" if bare else value

        async def led(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [(name, outside(name.lower(), value))
                                                  for name, value in message.get("headers", ())]}
            await send(message)

        return led

    def _local(self, port: int) -> tuple[str, ...]:
        own = (keys.host(self._secret, port),) if self._secret else ()
        return tuple(f"http://{host}:{port}" for host in (*LOCAL, *own))


def _listens(scope: Scope) -> Address:
    host, port = scope.get("server") or (LOCAL[0], None)
    return host, port or 80


def _comes_from(headers: Headers, origins: tuple[str, ...], *, may_lack: bool) -> bool:
    """A browser names the page a request comes from wherever something is sent; a page of ours is read without."""
    told = headers.getlist("origin")
    if not told:
        return may_lack
    return len(told) == 1 and told[0].lower() in origins


async def _refuse(scope: Scope, receive: Receive, send: Send, status: int = 421) -> None:
    if scope["type"] == "http":
        return await PlainTextResponse(WRONG, status)(scope, receive, send)
    await receive()
    await send({"type": "websocket.close", "code": 1008})

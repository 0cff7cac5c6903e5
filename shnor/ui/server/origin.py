"""Who may be asked and from where: the Host of every request and the Origin of whatever changes something or opens the
WebSocket, over which pages run, are those of this program alone.

What runs behind us has its own idea of allowed hosts and would ask a host on the internet for our address when it does
not know one; so it is shown the address it listens on, after ours has been checked.
"""

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

LOCAL = ("127.0.0.1", "localhost")
READING = ("GET", "HEAD", "OPTIONS")
WRONG = "Этот адрес не принадлежит программе. Откройте её по адресу, который вам прислали."
Address = tuple[str, int]


class Origin:
    """public: «https://monitor.example.ru» where a server stands in front of us, "" = this computer alone."""

    def __init__(self, app: ASGIApp, public: str = "") -> None:
        self.app, self.public = app, public

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            return await self.app(scope, receive, send)
        headers, listens = Headers(scope=scope), _listens(scope)
        origins = (self.public,) if self.public else tuple(f"http://{host}:{listens[1]}" for host in LOCAL)
        hosts = [urlsplit(one).netloc for one in origins]
        asked = headers.getlist("host")
        reads = scope["type"] == "http" and scope["method"] in READING
        if len(asked) != 1 or asked[0].lower() not in hosts or not _comes_from(headers, origins, may_lack=reads):
            return await _refuse(scope, receive, send)
        if self.public:
            scope = _as_listened(scope, headers, listens)
        await self.app(scope, receive, send)


def _listens(scope: Scope) -> Address:
    host, port = scope.get("server") or (LOCAL[0], None)
    return host, port or 80


def _comes_from(headers: Headers, origins: tuple[str, ...], *, may_lack: bool) -> bool:
    """A browser names the page a request comes from wherever something is sent; a page of ours is read without."""
    told = headers.getlist("origin")
    if not told:
        return may_lack
    return len(told) == 1 and told[0].lower() in origins


def _as_listened(scope: Scope, headers: Headers, listens: Address) -> Scope:
    """The same request as if it came to the address we listen on; client: whom the server in front of us names last,
    for only that one was written by it."""
    host = f"{LOCAL[0]}:{listens[1]}"
    changed = {**scope, "headers": list(scope["headers"])}
    own = MutableHeaders(scope=changed)
    own["host"] = host
    if "origin" in own:
        own["origin"] = f"http://{host}"
    told = headers.get("x-forwarded-for", "").rpartition(",")[2].strip()
    if told and (scope.get("client") or ("",))[0] in LOCAL:
        changed["client"] = (told, 0)
    return changed


async def _refuse(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "http":
        return await PlainTextResponse(WRONG, 421)(scope, receive, send)
    await receive()
    await send({"type": "websocket.close", "code": 1008})

"""Response headers that keep the page on this machine: no other host, no frame around it, no referrer."""

import hashlib
from base64 import b64encode

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from shnor.ui.server.texts import ORIGIN


def digest(script: str) -> str:
    """The one script that may stand inside a page, as the policy names it."""
    return f"'sha256-{b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


POLICY = "; ".join((
    "default-src 'self'",
    f"script-src 'self' {digest(ORIGIN)}",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self' ws: wss:",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
))
POLICY_NAME = "content-security-policy"
"""An answer that brings a policy of its own keeps it: a show runs two scripts of its own and asks nobody for more."""
REFERRER, TO_US = "referrer-policy", "same-origin"
"""A page that sends a form asks for TO_US: without it the browser hides from us where the form stood."""
HEADERS = {
    POLICY_NAME: POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    REFERRER: "no-referrer",
}
FILES, NOT_KEPT = "/media/", {"cache-control": "no-store"}


class Headers:
    """Adds HEADERS to every HTTP answer; a file of a page is left in no browser's memory."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                own = {REFERRER: TO_US} if headers.get(REFERRER) == TO_US else {}
                own |= {POLICY_NAME: headers[POLICY_NAME]} if POLICY_NAME in headers else {}
                headers.update(HEADERS | own | (NOT_KEPT if FILES in scope["path"] else {}))
            await send(message)

        await self.app(scope, receive, with_headers if scope["type"] == "http" else send)

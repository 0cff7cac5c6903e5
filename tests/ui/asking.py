"""Asks an ASGI program one question, without a server and without a library for it."""

import asyncio
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import unquote, urlencode

from starlette.types import ASGIApp


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


def ask(app: ASGIApp, address: str, method: str = "GET", **headers: str) -> Answer:
    """headers are written with underscores: accept_encoding="gzip"."""
    sent = asyncio.run(talk(app, scope("http", address, headers) | {"method": method}, {"type": "http.request"}))
    head = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return Answer(sent[0]["status"], head, b"".join(message.get("body", b"") for message in sent[1:]))


def post(app: ASGIApp, address: str, fields: Mapping[str, str], **headers: str) -> Answer:
    """Sends a form."""
    body = {"type": "http.request", "body": urlencode(fields).encode(), "more_body": False}
    sent = asyncio.run(talk(app, scope("http", address, headers) | {"method": "POST"}, body))
    head = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return Answer(sent[0]["status"], head, b"".join(message.get("body", b"") for message in sent[1:]))


def knock(app: ASGIApp, address: str, **headers: str) -> str:
    """What a WebSocket gets first: «websocket.accept» or «websocket.close»."""
    sent = asyncio.run(talk(app, scope("websocket", address, headers), {"type": "websocket.connect"}))
    return sent[0]["type"]


def scope(kind: str, address: str, headers: dict[str, str]) -> dict[str, object]:
    path, _, query = address.partition("?")
    pairs = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return {"type": kind, "path": unquote(path), "raw_path": path.encode(), "query_string": query.encode(),
            "headers": pairs, "scheme": "http", "server": ("127.0.0.1", 80), "client": ("127.0.0.1", 1),
            "root_path": ""}


async def talk(app: ASGIApp, scope: dict[str, object], first: dict[str, object]) -> list[dict[str, object]]:
    sent: list[dict[str, object]] = []

    async def receive() -> dict[str, object]:
        return first

    async def send(message: dict[str, object]) -> None:
        sent.append(message)

    await app(scope, receive, send)
    return sent

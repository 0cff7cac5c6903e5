"""Small WebSocket messages leave at once.

The launcher binds its own socket, for which asyncio does not switch off Nagle's algorithm; together with delayed
acknowledgement every answer of a page then waits some 40 ms for nothing.
"""

import socket

from starlette.types import ASGIApp, Receive, Scope, Send


class Promptly:
    """Sets TCP_NODELAY on the connection of every WebSocket, where the server shows its connection."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket" and (connection := connection_of(send)) is not None:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        await self.app(scope, receive, send)


def connection_of(send: Send) -> socket.socket | None:
    """uvicorn's `send` is a method of its protocol, which knows its transport; another server gives None."""
    transport = getattr(getattr(send, "__self__", None), "transport", None)
    return transport.get_extra_info("socket") if transport is not None else None

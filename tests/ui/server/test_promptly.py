"""Answers of a page do not wait for one another on the wire."""

import asyncio
import socket
import threading
import time

import uvicorn
from websockets.sync.client import connect

from shnor.ui.server.promptly import Promptly, connection_of


class Protocol:
    """What uvicorn's WebSocket protocol shows: a transport with its socket, and send as a method."""

    def __init__(self, connection: socket.socket) -> None:
        self.transport, self.connection = self, connection

    def get_extra_info(self, name: str) -> socket.socket:
        return {"socket": self.connection}[name]

    async def send(self, message: dict) -> None:
        """Nothing is sent here."""


async def nothing(scope, receive, send) -> None:
    """An application that ends at once."""


def test_a_websocket_answers_without_waiting():
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as connection:
        before = connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        asyncio.run(Promptly(nothing)({"type": "websocket"}, None, Protocol(connection).send))
        assert (before, connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) != 0) == (0, True)


def test_a_server_that_shows_no_connection_is_left_alone():
    asyncio.run(Promptly(nothing)({"type": "websocket"}, None, nothing))


async def tells(scope, receive, send) -> None:
    """Answers a WebSocket with the option of its own connection."""
    await receive()
    await send({"type": "websocket.accept"})
    option = connection_of(send).getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
    await send({"type": "websocket.send", "text": "at once" if option else "waits"})


def test_the_pinned_server_shows_its_connection():
    """Bound as the launcher binds it: without naming the protocol."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as bound:
        bound.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(Promptly(tells), log_level="error", lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        with connect(f"ws://127.0.0.1:{bound.getsockname()[1]}/") as client:
            assert client.recv(timeout=5) == "at once"
        server.should_exit = True
        thread.join(5)

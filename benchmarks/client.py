"""One tab of a browser, without the browser: Streamlit's protocol over a WebSocket of this machine."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin

from shnor.ui.server import keys

SECRET = "b" * 32
"""Of a launch of the benchmark."""
PROTOCOL = ["streamlit", "PLACEHOLDER_AUTH_TOKEN"]
AGAIN = ForwardMsg.FINISHED_EARLY_FOR_RERUN
SECONDS = 60.0


class PageFailed(Exception):
    """The page drew an error instead of itself, or there is no such page."""


@dataclass(frozen=True)
class Run:
    """One run of a page. seconds: from the request to the message that it is finished; size: bytes received."""

    seconds: float
    size: int
    elements: int


@dataclass
class Tab:
    """page: its address without the slash, "" = the first one. query: what stands behind the question mark."""

    socket: ClientConnection
    page: str = ""
    query: str = ""
    script: str = ""

    async def run(self) -> Run:
        """Ask for the page once more, as F5 would within the session. Raises PageFailed, TimeoutError."""
        async with asyncio.timeout(SECONDS):
            begun = time.perf_counter()
            await self.socket.send(self._request())
            received, messages = await self._answers()
            seconds = time.perf_counter() - begun
        for message in messages:
            _complain(message)
            if message.WhichOneof("type") == "navigation":
                self.script = message.navigation.page_script_hash
        return Run(seconds, received, sum(message.HasField("delta") for message in messages))

    def _request(self) -> bytes:
        message = BackMsg()
        asked = message.rerun_script
        asked.page_name, asked.query_string, asked.page_script_hash = self.page, self.query, self.script
        asked.context_info.locale, asked.context_info.timezone = "ru-RU", "Europe/Moscow"
        return message.SerializeToString()

    async def _answers(self) -> tuple[int, list[ForwardMsg]]:
        """Bytes and messages up to the end of the run that was begun by our request."""
        received, messages, begun = 0, [], False
        while True:
            raw = await self.socket.recv()
            received += len(raw)
            messages.append(ForwardMsg.FromString(raw))
            kind = messages[-1].WhichOneof("type")
            begun = begun or kind == "new_session"
            if kind == "script_finished" and begun and messages[-1].script_finished != AGAIN:
                return received, messages


@asynccontextmanager
async def tab(address: str, page: str = "", **query: str) -> AsyncIterator[Tab]:
    """address: http://127.0.0.1:PORT; no other host is talked to."""
    place = urlsplit(address)
    if place.hostname != "127.0.0.1":
        raise ValueError(address)
    url = f"ws://{place.netloc}/_stcore/stream"
    known = {"Cookie": "=".join(keys.cookie(SECRET, place.port or 80))}
    async with connect(url, subprotocols=PROTOCOL, origin=Origin(f"http://{place.netloc}"), additional_headers=known,
                       compression=None, max_size=None, proxy=None, open_timeout=SECONDS,
                       ping_interval=None) as socket:
        yield Tab(socket, page, urlencode(query))


def _complain(message: ForwardMsg) -> None:
    kind = message.WhichOneof("type")
    if kind == "page_not_found":
        raise PageFailed(f"no page {message.page_not_found.page_name!r}")
    if kind == "delta" and message.delta.new_element.WhichOneof("type") == "exception":
        raise PageFailed(message.delta.new_element.exception.message)

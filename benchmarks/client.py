"""One tab of a browser, without the browser: Streamlit's protocol over a WebSocket of this machine, by the address of a
launch or, in server mode, with the cookie of a person who has come in."""

import asyncio
import time
import urllib.request
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from urllib.parse import urlencode, urlsplit
from uuid import uuid4

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin

from shnor.ui.server import keys

SECRET = "b" * 32
"""Of a launch of the benchmark."""
PROTOCOL = ["streamlit", "PLACEHOLDER_AUTH_TOKEN"]
AGAIN = ForwardMsg.FINISHED_EARLY_FOR_RERUN
SECONDS = 60.0
XSRF = "_streamlit_xsrf"
OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class PageFailed(Exception):
    """The page drew an error instead of itself, or there is no such page."""


@dataclass(frozen=True)
class Entrance:
    """How a browser comes in. origin: of the address people open; cookie: name=value."""

    origin: str
    cookie: str

    @property
    def headers(self) -> dict[str, str]:
        return {"Host": urlsplit(self.origin).netloc, "Origin": self.origin, "Cookie": self.cookie}


def launched(address: str) -> Entrance:
    """Of who came by the address of the launch."""
    place = urlsplit(address)
    return Entrance(f"http://{place.netloc}", "=".join(keys.cookie(SECRET, place.port or 80)))


def asked(address: str, data: bytes | None = None, *, entrance: Entrance, method: str | None = None,
          seconds: float = SECONDS, **headers: str):
    """A request as a browser makes it."""
    request = urllib.request.Request(address, data, {**entrance.headers, **headers}, method=method)
    return OPENER.open(request, timeout=seconds)


@dataclass(frozen=True)
class Run:
    """One run of a page. seconds: from the request to the message that it is finished; size: bytes received."""

    seconds: float
    size: int
    elements: int


@dataclass
class Tab:
    """page: its address without the slash, "" = the first one. query: what stands behind the question mark. widgets:
    key, without one the label → what the last run drew under it; texts: what it wrote; again: the piece of the page
    that wants to be drawn anew by itself."""

    socket: ClientConnection
    address: str
    entrance: Entrance
    page: str = ""
    query: str = ""
    script: str = ""
    session: str = ""
    widgets: dict[str, object] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)
    again: str = ""

    async def run(self, *states: WidgetState, piece: str = "") -> Run:
        """Ask for the page once more, as F5 would within the session. states: what was pressed or typed before. piece:
        of the page, drawn alone. Raises PageFailed, TimeoutError."""
        async with asyncio.timeout(SECONDS):
            begun = time.perf_counter()
            await self.socket.send(self._request(states, piece))
            received, messages = await self._answers()
            seconds = time.perf_counter() - begun
        for message in messages:
            _complain(message)
            self._note(message)
        return Run(seconds, received, sum(message.HasField("delta") for message in messages))

    def state(self, key: str, **value: object) -> WidgetState:
        """Of a widget the last run drew: `trigger_value=True` presses a button. Raises KeyError."""
        return WidgetState(id=self.widgets[key].id, **value)  # type: ignore[attr-defined]

    async def upload(self, key: str, name: str, data: bytes) -> WidgetState:
        """The file behind an uploader, as the browser puts it there before the page is run with it."""
        message = BackMsg()
        message.file_urls_request.request_id = uuid4().hex
        message.file_urls_request.file_names.append(name)
        message.file_urls_request.session_id = self.session
        async with asyncio.timeout(SECONDS):
            await self.socket.send(message.SerializeToString())
            while (found := ForwardMsg.FromString(await self.socket.recv())).WhichOneof("type") != "file_urls_response":
                pass
        [urls] = found.file_urls_response.file_urls
        await asyncio.to_thread(self._put, urls.upload_url, name, data)
        state = WidgetState(id=self.widgets[key].id)  # type: ignore[attr-defined]
        state.file_uploader_state_value.uploaded_file_info.add(
            name=name, size=len(data), file_id=urls.file_id, file_urls=urls)
        return state

    def _put(self, path: str, name: str, data: bytes) -> None:
        """Multipart, with the mark against foreign pages."""
        with asked(f"{self.address}/_stcore/health", entrance=self.entrance) as answer:
            told = answer.headers.get("set-cookie", "").partition(";")[0]
        mark, edge = told.partition("=")[2].strip('"'), uuid4().hex
        body = (f"--{edge}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n"
                "Content-Type: application/octet-stream\r\n\r\n").encode() + data + f"\r\n--{edge}--\r\n".encode()
        headers = {"Content-Type": f"multipart/form-data; boundary={edge}", "X-Xsrftoken": mark,
                   "Cookie": f"{self.entrance.cookie}; {XSRF}={mark}"}
        with asked(f"{self.address}{path}", body, entrance=self.entrance, method="PUT", **headers):
            pass

    def _note(self, message: ForwardMsg) -> None:
        kind = message.WhichOneof("type")
        if kind == "navigation":
            self.script = message.navigation.page_script_hash
        elif kind == "new_session":
            self.session = message.new_session.initialize.session_id or self.session
            if not message.metadata.run.fragment_ids:
                self.widgets, self.texts, self.again = {}, [], ""
        elif kind == "auto_rerun":
            self.again = message.auto_rerun.fragment_id
        elif kind == "delta" and (drawn := message.delta.new_element.WhichOneof("type")):
            piece = getattr(message.delta.new_element, drawn)
            if drawn == "html":
                self.texts.append(piece.body)
            if (told := getattr(piece, "id", "")) and isinstance(told, str):
                key = told.split("-", 2)[-1]  # «$$ID-hash-key»
                self.widgets[piece.label if key == "None" else key] = piece

    def _request(self, states: tuple[WidgetState, ...], piece: str) -> bytes:
        message = BackMsg()
        wanted = message.rerun_script
        wanted.page_name, wanted.query_string, wanted.page_script_hash = self.page, self.query, self.script
        wanted.context_info.locale, wanted.context_info.timezone = "ru-RU", "Europe/Moscow"
        wanted.widget_states.widgets.extend(states)
        wanted.fragment_id = piece
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
async def tab(address: str, page: str = "", *, entrance: Entrance | None = None, **query: str) -> AsyncIterator[Tab]:
    """address: http://127.0.0.1:PORT; no other host is talked to. entrance: None = by the address of the launch."""
    place, way = urlsplit(address), entrance or launched(address)
    if place.hostname != "127.0.0.1":
        raise ValueError(address)
    named = urlsplit(way.origin).netloc
    async with connect(f"ws://{named}/_stcore/stream", host=place.hostname, port=place.port, subprotocols=PROTOCOL,
                       origin=Origin(way.origin), additional_headers={"Cookie": way.cookie}, compression=None,
                       max_size=None, proxy=None, open_timeout=SECONDS, ping_interval=None) as socket:
        yield Tab(socket, address, way, page, urlencode(query))


def _complain(message: ForwardMsg) -> None:
    kind = message.WhichOneof("type")
    if kind == "page_not_found":
        raise PageFailed(f"no page {message.page_not_found.page_name!r}")
    if kind == "delta" and message.delta.new_element.WhichOneof("type") == "exception":
        raise PageFailed(message.delta.new_element.exception.message)

"""The program on a server, as its people meet it: what a path gives, what a page sends over its WebSocket."""

import asyncio
import http.client
import re
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from urllib.parse import quote, unquote_plus, urlencode, urlsplit

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException
from websockets.typing import Origin

from shnor.access import Database, Entry
from shnor.access.database import FILE
from shnor.scope import Role
from shnor.ui.run.access import COOKIE
from tests.browser import running

HOST = "monitor.example.ru"
AGAIN = ForwardMsg.FINISHED_EARLY_FOR_RERUN
NOW = datetime(2026, 11, 27, 9, tzinfo=UTC)
SECONDS = 60.0


@dataclass(frozen=True)
class Got:
    """The answer to a path."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8", "replace")


@dataclass(frozen=True)
class Shown:
    """What one run of a page has sent."""

    messages: tuple[ForwardMsg, ...]

    @property
    def text(self) -> str:
        """Every text of it, as one reads: without marks, with plain spaces."""
        raw = "\n".join(message.SerializeToString().decode("utf-8", "ignore") for message in self.messages)
        apart = re.sub(r"</?(?:td|th|tr|li|p|div|summary|h\d)\b[^>]*>", " ¦ ", raw)  # what stands in cells of their own
        said = unescape(f"{re.sub(r'<[^>]+>', ' ', apart)} ¦ {' ¦ '.join(self.links(raw))}")
        return re.sub(r"[\u00a0\u202f]", " ", said + " " + unquote_plus(said))

    @property
    def html(self) -> str:
        return unescape("\n".join(message.SerializeToString().decode("utf-8", "ignore") for message in self.messages))

    @staticmethod
    def links(raw: str) -> list[str]:
        return re.findall(r"(?:href|title|aria-label)='([^']*)'", raw)

    @property
    def exports(self) -> list[str]:
        """Addresses of tables that leave as Excel."""
        return sorted({*re.findall(r"/shnor/table/[^'\"\s<>\x00-\x1f]+", self.html)})

    @property
    def pages(self) -> set[str]:
        """Those its menu knows, hidden ones too."""
        found = [message.navigation for message in self.messages if message.WhichOneof("type") == "navigation"]
        return {page.url_pathname for one in found for page in one.app_pages}

    @property
    def scripts(self) -> dict[str, str]:
        """Page of its menu → the number Streamlit gives it."""
        found = [message.navigation for message in self.messages if message.WhichOneof("type") == "navigation"]
        return {page.url_pathname: page.page_script_hash for one in found for page in one.app_pages}

    @property
    def labels(self) -> set[str]:
        """Of buttons and of what is uploaded and taken away."""
        found = (message.delta.new_element for message in self.messages if message.WhichOneof("type") == "delta")
        return {getattr(one, one.WhichOneof("type")).label for one in found
                if one.WhichOneof("type") in ("button", "download_button", "file_uploader")}

    @property
    def files(self) -> dict[str, str]:
        """Label of a button whose file is made already → its address."""
        found = (message.delta.new_element for message in self.messages if message.WhichOneof("type") == "delta")
        return {one.download_button.label: one.download_button.url for one in found
                if one.WhichOneof("type") == "download_button" and one.download_button.url}

    @property
    def promises(self) -> dict[str, str]:
        """Label of a button that gives a file → under which name it is asked for."""
        found = (message.delta.new_element for message in self.messages if message.WhichOneof("type") == "delta")
        return {one.download_button.label: one.download_button.deferred_file_id for one in found
                if one.WhichOneof("type") == "download_button"}

    @property
    def last(self) -> tuple[ForwardMsg, ...]:
        """Of its last run alone, where a page asked for another one, what was put on it."""
        begun = [place for place, one in enumerate(self.messages) if one.WhichOneof("type") == "new_session"]
        return tuple(one for one in self.messages[begun[-1]:] if one.WhichOneof("type") == "delta")

    @property
    def ran_whole(self) -> bool:
        """Whether the page was run, not a part of it alone."""
        return any(one.WhichOneof("type") == "new_session" and not one.metadata.run.fragment_ids
                   for one in self.messages)

    @property
    def tab(self) -> str:
        """The number Streamlit gives the tab."""
        return next(one.new_session.initialize.session_id for one in self.messages
                    if one.WhichOneof("type") == "new_session")

    @property
    def failed(self) -> bool:
        return any(message.WhichOneof("type") == "delta" and message.delta.new_element.WhichOneof("type") in (
            "exception", "alert") for message in self.messages)


def pressed(promise: str, shown: Shown) -> BackMsg:
    """A button that gives a file, said from the tab something was shown in."""
    message = BackMsg()
    message.backend_operation_request.session_id = shown.tab
    message.backend_operation_request.deferred_file.file_id = promise
    return message


def rerun(page: str, query: str = "", states: Iterable[WidgetState] = (), fragment: str = "",
          script: str = "") -> BackMsg:
    """What a browser says when a page is opened and when something there was pressed."""
    message = BackMsg()
    asked = message.rerun_script
    asked.page_name, asked.query_string, asked.page_script_hash, asked.fragment_id = page, query, script, fragment
    asked.widget_states.widgets.extend(states)
    asked.context_info.url = f"https://{HOST}/{page}"
    asked.context_info.locale, asked.context_info.timezone = "ru-RU", "Europe/Moscow"
    return message


@dataclass
class Tab:
    """One tab of somebody's browser. script: by which number of Streamlit's it asks for a page, beside its name."""

    socket: ClientConnection
    script: str = field(default="")

    async def run(self, page: str = "", **query: str) -> Shown:
        return await self._ask(page, urlencode(query))

    async def press(self, states: Iterable[WidgetState], page: str, fragment: str = "", **query: str) -> Shown:
        """Sends what widgets say, whether the page has shown them or not. fragment: the part that runs alone."""
        return await self._ask(page, urlencode(query), states, fragment)

    async def _ask(self, page: str, query: str, states: Iterable[WidgetState] = (), fragment: str = "") -> Shown:
        async with asyncio.timeout(SECONDS):
            await self.say(rerun(page, query, states, fragment, self.script))
            return await self._answers()

    async def say(self, message: BackMsg) -> None:
        await self.socket.send(message.SerializeToString())

    async def take(self, shown: Shown, label: str) -> str:
        """The address of a file that is made when its button is pressed."""
        async with asyncio.timeout(SECONDS):
            await self.say(pressed(shown.promises[label], shown))
            while True:
                told = ForwardMsg.FromString(await self.socket.recv())
                if told.WhichOneof("type") == "backend_operation_response":
                    return told.backend_operation_response.deferred_file.url

    async def hears_nothing(self, message: BackMsg) -> bool:
        """Whether what was said has no answer before that of the page that is asked for after it."""
        await self.say(message)
        shown = [one for page in ("school", "handbook", "school") for one in (await self.run(page)).messages]
        return not [one for one in shown if one.WhichOneof("type") == "backend_operation_response"]

    async def _answers(self) -> Shown:
        messages, begun = [], False
        while True:
            messages.append(ForwardMsg.FromString(await self.socket.recv()))
            kind = messages[-1].WhichOneof("type")
            begun = begun or kind == "new_session"
            if kind == "script_finished" and begun and messages[-1].script_finished != AGAIN:
                return Shown(tuple(messages))


def ask(port: int, path: str, word: str = "", method: str = "GET", body: bytes = b"", **headers: str) -> Got:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=SECONDS)
    given = {"Host": HOST, "Origin": f"https://{HOST}", "Cookie": f"{COOKIE}={word}",
             **{name.replace("_", "-"): value for name, value in headers.items()}}
    connection.request(method, quote(path, safe="/?=&%.-_~"), body or None, given)
    answer = connection.getresponse()
    got = Got(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())
    connection.close()
    return got


@dataclass
class Serving:
    """A running program and the file of its accesses."""

    server: running.Server
    entry: Entry

    def person(self, login: str, role: Role, *schools: str, title: str = "") -> str:
        """The word of somebody who has just come in; made when there is nobody of this login."""
        person = self.entry.people.of(login) or self.entry.people.add(login, title or login, role, schools, by="")
        return self.entry.sessions.begin(person, "")

    @property
    def port(self) -> int:
        return urlsplit(self.server.address).port or 80

    def ask(self, path: str, word: str = "", method: str = "GET", body: bytes = b"", **headers: str) -> Got:
        return ask(self.port, path, word, method, body, **headers)

    def tab(self, word: str = ""):
        return connect(f"ws://{HOST}/_stcore/stream", host="127.0.0.1", port=self.port, origin=Origin(f"https://{HOST}"),
                       subprotocols=["streamlit", "PLACEHOLDER_AUTH_TOKEN"], compression=None, max_size=None,
                       additional_headers={"Cookie": f"{COOKIE}={word}"}, proxy=None, ping_interval=None,
                       open_timeout=SECONDS)

    def shown(self, word: str, page: str = "", **query: str) -> Shown:
        """A page opened in a tab of its own."""
        async def open_it() -> Shown:
            async with self.tab(word) as socket:
                return await Tab(socket).run(page, **query)
        return asyncio.run(open_it())

    def lets_in(self, word: str) -> bool:
        async def knock() -> bool:
            try:
                async with self.tab(word):
                    return True
            except WebSocketException:
                return False
        return asyncio.run(knock())


def up(port: int) -> bool:
    """Whether it answers under its public name."""
    try:
        return ask(port, "/shnor/alive").status == 200
    except OSError:
        return False


@contextmanager
def serving(folders: pytest.TempPathFactory, base: Path) -> Iterator[Serving]:
    """The base lies alone in a folder of its own."""
    with ExitStack() as stack:
        server = running.started(stack, folders, database=base, folder=base.parent, SHNOR_ORIGIN=f"https://{HOST}",
                                 SHNOR_KEY="", up=up)
        database = Database(base.parent / FILE, lambda: NOW)
        stack.callback(database.close)
        yield Serving(server, Entry(database))

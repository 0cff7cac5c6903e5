"""What may be said over the WebSocket: to run a page, to stop it, to take one's own file. Streamlit hears more, whoever
says it: to empty the memory of the program, with the open bases and everybody's files on their way in."""

from google.protobuf.message import DecodeError  # type: ignore[import-untyped]
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg

from shnor.access import Entry
from shnor.ui.run import owners
from shnor.ui.run.access import COOKIE

PLAIN = frozenset({"rerun_script", "stop_script", "app_heartbeat", "file_urls_request"})
ASKED, FILE = "backend_operation_request", "deferred_file"


class Spoken:
    """Behind the door. What may not be said is not heard."""

    def __init__(self, app: ASGIApp, entry: Entry) -> None:
        self.app, self._entry = app, entry

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "websocket":
            return await self.app(scope, receive, send)
        word = HTTPConnection(scope).cookies.get(COOKIE, "")

        async def heard() -> Message:
            while True:
                message = await receive()
                if message["type"] != "websocket.receive" or self.may(word, message.get("bytes") or b""):
                    return message

        await self.app(scope, heard, send)

    def may(self, word: str, said: bytes) -> bool:
        """Whoever has left hears from the page itself that they have: it is all they may ask."""
        try:
            message = BackMsg.FromString(said)
        except DecodeError:
            return True  # Streamlit ends such a connection
        kind, person = message.WhichOneof("type"), self._entry.sessions.person(word)
        if person is None:
            return kind == "rerun_script"
        if kind == ASKED:
            asked = message.backend_operation_request
            return asked.WhichOneof("payload") == FILE and owners.FILES.has(asked.deferred_file.file_id, person.login)
        return kind in PLAIN

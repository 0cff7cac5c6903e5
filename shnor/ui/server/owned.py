"""A file is given to whom the page gave it: downloads in Streamlit's memory, and uploads into a tab of one's own. What
Streamlit answers beside that is closed."""

import re

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from shnor.scope import Role
from shnor.ui.run import owners
from shnor.ui.server.person import PERSON

FILE, UPLOAD = re.compile(r"/media/(?P<file>[^/]+)"), re.compile(r"/_stcore/upload_file/(?P<tab>[^/]+)/.*")
CLOSED = re.compile(r"/(?:_stcore/(?:metrics|agent/.*)|auth/.*|oauth2callback)")
"""What Streamlit answers and no page of ours asks for: how full its memory is, its own ways in."""
SEND: frozenset[Role] = frozenset({"coordinator", "director"})
"""Who has something to send."""
NOT_YOURS = "Этого файла здесь нет: откройте страницу ещё раз и возьмите его там."
NOTHING = "Здесь ничего нет."
NOT_HERE = "С этой страницы файлы не отправляют."


class Owned:
    """Behind the door, which says who asks."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or (person := scope.get(PERSON)) is None:
            return await self.app(scope, receive, send)
        if CLOSED.fullmatch(scope["path"]):
            return await PlainTextResponse(NOTHING, 404)(scope, receive, send)
        if (asked := FILE.match(scope["path"])) and not owners.FILES.has(owners.name_of(asked[0]), person.login):
            return await PlainTextResponse(NOT_YOURS, 404, {"cache-control": "no-store"})(scope, receive, send)
        if (asked := UPLOAD.match(scope["path"])) and not (
                person.role in SEND and owners.TABS.has(asked["tab"], person.login)):
            return await PlainTextResponse(NOT_HERE, 403)(scope, receive, send)
        await self.app(scope, receive, send)

"""A sign-in by way of the identity provider: to it, back from it, out of it.

What belongs to one sign-in (state, nonce, the verifier of PKCE, the word in the cookie of the browser that began it) is
derived from one signed state that opens once, so nothing is kept of sign-ins that were begun and left.
"""

import asyncio
import hashlib
import hmac
import secrets
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import quote, unquote, urlsplit

from markupsafe import Markup
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from shnor import config
from shnor.access import Entry, NotAdmitted
from shnor.ui.run.access import BACK, BEGIN, ENTER, OUT
from shnor.ui.server import entering, keys
from shnor.ui.server.door import inside
from shnor.ui.server.oidc.provider import UNCONFIRMED, Provider, Unanswered, Unconfirmed

BROWSER = "__Host-shnor-oidc"
"""Cookie of the browser that began: whose word fits no other state."""
THREADS = 8
"""So many wait for the provider at once; what else a server does in threads goes on without it."""
LONGEST_WAY = 1_000
"""Characters of an address to go on to that are carried along."""
STALE = "Этот вход начат слишком давно, в другом браузере или уже использован. Начните его ещё раз."
BESIDE = Markup('<p class="or">или</p><p><a class="other" href="{begin}?to={to}">Войти через {title}</a></p>')
TO_ENTRY = Markup('<p><a href="{enter}">Ко входу</a></p>')
NOT_KEPT = {"cache-control": "no-store"}
LEFT = Markup("""<p>Из мониторинга вы вышли. Если вы входили через {title}, на общем компьютере выйдите и оттуда: иначе
следующий человек войдёт без пароля.</p><p><a class="other" href="{out}?on=1">Выйти и оттуда</a></p>
<p><a href="{enter}">Войти снова</a></p>""")


class Flow:
    """origin: of the address people open, also below a path of it. Raises setup.BadSetup."""

    def __init__(self, entry: Entry, given: config.Provider, origin: str) -> None:
        self._entry, self._given, self._origin = entry, given, origin
        self._below = urlsplit(origin).path.rstrip("/")
        self._provider, self._secret = Provider(given, origin + BACK), secrets.token_urlsafe(32)
        self._states = keys.Keys(self._secret)
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="provider")

    def routes(self) -> list[Route]:
        """Those of the entry with this way beside."""
        return [*entering.routes(self._entry, self._beside, OUT), Route(BEGIN, self._begin), Route(BACK, self._back),
                Route(OUT, self._out)]

    def _beside(self, to: str) -> Markup:
        return BESIDE.format(begin=self._below + BEGIN, to=quote(to, safe=""), title=self._given.title)

    async def _begin(self, request: Request) -> Response:
        state, to = keys.one_time(self._secret), inside(request.query_params.get("to", "/"))
        try:
            where = await self._apart(self._provider.address, state, *self._of(state))
        except Unanswered as error:
            return self._refused(error, 503)
        answer = RedirectResponse(where, 303, NOT_KEPT)
        carried = quote(to if len(to) <= LONGEST_WAY else "/", safe="")
        answer.set_cookie(BROWSER, f"{self._word(state, 'browser')}.{carried}", max_age=keys.SECONDS, path="/",
                          secure=True, httponly=True, samesite="lax")
        return answer

    async def _back(self, request: Request) -> Response:
        """The browser that began is asked for first: somebody else cannot use a state up."""
        state, address = request.query_params.get("state", ""), entering.address_of(request)
        seen, _, to = request.cookies.get(BROWSER, "").partition(".")
        began = hmac.compare_digest(seen.encode(), self._word(state, "browser").encode())
        if not began or not self._states.use(state):
            return self._refused(STALE)
        try:
            word = await self._apart(self._recognised, state, request.query_params, address)
        except (NotAdmitted, Unconfirmed) as error:
            return self._refused(error)
        except Unanswered as error:
            return self._refused(error, 503)
        answer = entering.admitted(word, inside(unquote(to)))
        answer.delete_cookie(BROWSER, path="/", secure=True, httponly=True, samesite="lax")
        return answer

    async def _out(self, request: Request) -> Response:
        if "on" not in request.query_params:
            return entering.page("Вы вышли", LEFT.format(title=self._given.title, out=self._below + OUT,
                                                         enter=self._below + ENTER))
        try:
            where = await self._apart(self._provider.leaving, self._origin + ENTER)
        except Unanswered as error:
            return self._refused(error, 503)
        return RedirectResponse(where or ENTER, 303, NOT_KEPT)

    async def _apart(self, ask: Callable[..., str], *given: object) -> str:
        return await asyncio.get_running_loop().run_in_executor(self._threads, ask, *given)

    def _recognised(self, state: str, told: QueryParams, address: str) -> str:
        """The word of a new session. Raises NotAdmitted, Unanswered, Unconfirmed."""
        self._entry.may_try(state, address)
        named = told.get("iss") or ("" if self._provider.names_itself() else self._given.issuer)
        try:
            if named != self._given.issuer or "code" not in told:
                raise Unconfirmed(UNCONFIRMED)
            login = self._provider.login(told["code"], *self._of(state))
        except Unconfirmed:
            self._entry.unrecognised(state, address)
            raise
        return self._entry.admit(login, address)

    def _refused(self, said: Exception | str, status: int = 403) -> Response:
        return entering.page("Вход", TO_ENTRY.format(enter=self._below + ENTER), str(said), status)

    def _of(self, state: str) -> tuple[str, str]:
        """Nonce and verifier of a sign-in."""
        return self._word(state, "nonce"), self._word(state, "verifier")

    def _word(self, state: str, what: str) -> str:
        return hmac.new(self._secret.encode(), f"{what}:{state}".encode(), hashlib.sha256).hexdigest()

"""Talks to the identity provider: what it says of itself, a code for a token, its keys. To its own host alone, over
TLS, past every proxy of the environment, following no redirect."""

import logging
import threading
import time
from collections.abc import Mapping
from typing import Any, cast
from urllib.parse import urlencode, urlsplit

from authlib.common.errors import AuthlibBaseError
from authlib.integrations.requests_client import OAuth2Session
from joserfc.errors import BadSignatureError, InvalidKeyIdError, JoseError
from joserfc.jwk import KeySet, KeySetSerialization
from requests import ConnectionError, RequestException, Timeout

from shnor import config
from shnor.errors import ShnorError
from shnor.ui.server.oidc import setup, token

SECONDS, PAUSE = 10, 15
"""So long its answer is waited for; after one that did not come it is left alone so long."""
UNANSWERED = "Сервер учётных записей сейчас не отвечает. Войдите по паролю или попробуйте позже."
UNCONFIRMED = "Сервер учётных записей не подтвердил, кто входит. Попробуйте ещё раз или войдите по паролю."
log = logging.getLogger(__name__)


class Unanswered(ShnorError):
    """The provider cannot be asked now."""


class Unconfirmed(ShnorError):
    """The provider was asked and what it says does not hold."""


class Provider:
    """back: our address people return to, as the provider knows it. Raises setup.BadSetup. Asks nobody before the first
    person wants to come in: without the provider the program starts all the same."""

    def __init__(self, given: config.Provider, back: str) -> None:
        self.given, self._back, self._secret = given, back, setup.secret(given)
        self._said: Mapping[str, Any] = {}
        self._keys: KeySet | None = None
        self._silent_since: float | None = None
        self._lock = threading.Lock()

    def address(self, state: str, nonce: str, verifier: str) -> str:
        """Where a person is sent. Raises Unanswered."""
        with self._session() as session:
            where = self._door("authorization_endpoint")
            return session.create_authorization_url(where, state=state, nonce=nonce, code_verifier=verifier)[0]

    def login(self, code: str, nonce: str, verifier: str) -> str:
        """How whoever came with this code is called here. Raises Unanswered, Unconfirmed."""
        try:
            with self._session() as session:
                session.token_endpoint_auth_method = self._way_to_show_the_secret()
                given = session.fetch_token(self._door("token_endpoint"), code=code, code_verifier=verifier,
                                            grant_type="authorization_code", allow_redirects=False)
                told = self._claims(given["id_token"], nonce, given["access_token"])
                name = told.get(self.given.claim) or self._asked(session, told["sub"]).get(self.given.claim)
        except (ConnectionError, Timeout) as error:
            log.warning("The identity provider does not answer: %s", error)
            raise Unanswered(UNANSWERED) from error
        except (AuthlibBaseError, JoseError, RequestException, ValueError, KeyError, TypeError) as error:
            log.warning("The identity provider did not confirm a sign-in: %s: %s", type(error).__name__, error)
            raise Unconfirmed(UNCONFIRMED) from error
        if not isinstance(name, str) or not name:
            log.warning("The identity provider tells no «%s»", self.given.claim)
            raise Unconfirmed(UNCONFIRMED)
        return name

    def leaving(self, to: str) -> str:
        """Where a person ends what is open with the provider, "" = it has no such door. Raises Unanswered."""
        if "end_session_endpoint" not in self._facts():
            return ""
        asked = urlencode({"client_id": self.given.client, "post_logout_redirect_uri": to})
        return f"{self._door('end_session_endpoint')}?{asked}"

    def names_itself(self) -> bool:
        """Whether it says in each answer who it is."""
        return bool(self._facts().get("authorization_response_iss_parameter_supported"))

    def _session(self) -> OAuth2Session:
        """Past proxies and passwords of the environment, with the certificates that were named."""
        scope = "openid" if self.given.claim == "sub" else "openid profile"
        return OAuth2Session(self.given.client, self._secret, scope=scope, redirect_uri=self._back,
                             code_challenge_method="S256", default_timeout=SECONDS, trust_env=False,
                             verify=str(self.given.ca) if self.given.ca else True)

    def _facts(self) -> Mapping[str, Any]:
        """What it says of itself, asked once. Raises Unanswered, also when it calls itself otherwise than we do: then
        its tokens would be believed for somebody else's."""
        with self._lock:
            if self._said:
                return self._said
            if self._silent_since is not None and time.monotonic() < self._silent_since + PAUSE:
                raise Unanswered(UNANSWERED)
            self._silent_since = time.monotonic()
            said = self._get(self.given.issuer.rstrip("/") + "/.well-known/openid-configuration")
            if said.get("issuer") != self.given.issuer:
                log.warning("SHNOR_OIDC_ISSUER is «%s», it calls itself «%s»", self.given.issuer, said.get("issuer"))
                raise Unanswered(UNANSWERED)
            self._said = said
            return self._said

    def _door(self, name: str) -> str:
        """One of its addresses, on its own host. Raises Unanswered."""
        address = str(self._facts().get(name, ""))
        if urlsplit(address)[:2] != urlsplit(self.given.issuer)[:2]:
            log.warning("The identity provider sends to another host: %s is «%s»", name, address)
            raise Unanswered(UNANSWERED)
        return address

    def _way_to_show_the_secret(self) -> str:
        known = self._facts().get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
        return "client_secret_basic" if "client_secret_basic" in known else "client_secret_post"

    def _claims(self, id_token: str, nonce: str, access: str) -> Mapping[str, Any]:
        """With keys that are kept, and once more with fresh ones: it changes them from time to time."""
        def read(keys: KeySet) -> Mapping[str, Any]:
            return token.claims(id_token, keys, issuer=self.given.issuer, client=self.given.client, nonce=nonce,
                                access=access)
        try:
            return read(self._keys or self._fresh_keys())
        except (InvalidKeyIdError, BadSignatureError):
            return read(self._fresh_keys())

    def _fresh_keys(self) -> KeySet:
        self._keys = KeySet.import_key_set(cast(KeySetSerialization, self._get(self._door("jwks_uri"))))
        return self._keys

    def _asked(self, session: OAuth2Session, subject: object) -> Mapping[str, Any]:
        """More of a person, from where many providers keep all but the signed minimum; of the same person only."""
        answer = session.get(self._door("userinfo_endpoint"), allow_redirects=False)
        answer.raise_for_status()
        told = answer.json()
        if not isinstance(told, dict) or told.get("sub") != subject:
            raise ValueError("of somebody else")
        return told

    def _get(self, address: str) -> dict[str, Any]:
        """Raises Unanswered."""
        try:
            with self._session() as session:
                answer = session.request("GET", address, withhold_token=True, allow_redirects=False)
                answer.raise_for_status()
                said = answer.json()
        except (RequestException, ValueError, OSError) as error:
            log.warning("The identity provider does not answer at «%s»: %s", address, error)
            raise Unanswered(UNANSWERED) from error
        if not isinstance(said, dict):
            raise Unanswered(UNANSWERED)
        return said

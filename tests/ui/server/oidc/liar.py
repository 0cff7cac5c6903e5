"""An identity provider over TLS that signs whatever a test wants it to: what the real one cannot be brought to say."""

import hmac
import json
import ssl
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from authlib.oidc.core.util import create_half_hash
from joserfc import jwt
from joserfc.jwk import RSAKey
from joserfc.jws import JWSRegistry

from tests.tls import Certificate

MADE, UNTIL, OVER = 1_600_000_000, 4_000_000_000, 1_600_000_600
"""Seconds: of 2020, of 2096, ten minutes after the first. No clock is asked."""
CLIENT, SECRET, ACCESS = "shnor", "a word of the tests", "access"
OWN = RSAKey.generate_key(2048, {"kid": "own", "use": "sig", "alg": "RS256"})
NEW = RSAKey.generate_key(2048, {"kid": "new", "use": "sig", "alg": "RS256"})
STRANGE = RSAKey.generate_key(2048, {"kid": "own", "use": "sig", "alg": "RS256"})
"""Called as the other is, and not published."""


@dataclass
class Liar:
    """claims, facts, told: of the token, of itself, of a person: what a test changes in them is said. key: bytes are a
    word both sides know. answer: instead of the one to a code; leads_to: where one with a code is sent on. asked:
    paths; body: what came last."""

    issuer: str
    claims: dict[str, object] = field(default_factory=dict)
    facts: dict[str, object] = field(default_factory=dict)
    told: dict[str, object] = field(default_factory=dict)
    header: dict[str, object] = field(default_factory=lambda: {"alg": "RS256", "kid": "own"})
    key: RSAKey | bytes = field(default_factory=lambda: OWN)
    answer: dict[str, object] = field(default_factory=dict)
    leads_to: str = ""
    published: RSAKey = field(default_factory=lambda: OWN)
    asked: list[str] = field(default_factory=list)
    body: str = ""

    def signs_for(self, nonce: str) -> None:
        """All of it right, for the login oosh5."""
        self.claims = {"iss": self.issuer, "sub": "7", "aud": CLIENT, "exp": UNTIL, "iat": MADE, "nonce": nonce,
                       "at_hash": create_half_hash(ACCESS, "RS256").decode(), "preferred_username": "oosh5"}

    def token(self) -> str:
        if isinstance(self.key, bytes):  # the library would refuse to sign so
            said = ".".join(base64url(json.dumps(part).encode()) for part in (self.header, self.claims))
            return f"{said}.{base64url(hmac.digest(self.key, said.encode(), 'sha256')) if self.key else ''}"
        return jwt.encode(self.header, self.claims, self.key, registry=JWSRegistry(algorithms=[self.header["alg"]]))

    def says(self, path: str) -> dict[str, object]:
        if path == "/.well-known/openid-configuration":
            doors = {f"{name}_endpoint": f"{self.issuer}/{name}" for name in ("authorization", "token", "userinfo")}
            return {"issuer": self.issuer, "jwks_uri": f"{self.issuer}/jwks", **doors,
                    "authorization_response_iss_parameter_supported": True, **self.facts}
        if path == "/jwks":
            return {"keys": [self.published.as_dict(private=False)]}
        if path == "/token":
            return self.answer or {"access_token": ACCESS, "token_type": "Bearer", "id_token": self.token()}
        return {"sub": "7", **self.told}


def base64url(part: bytes) -> str:
    return urlsafe_b64encode(part).decode().rstrip("=")


@contextmanager
def lying(certificate: Certificate) -> Iterator[Liar]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            liar.asked.append(self.path)
            liar.body = self.rfile.read(int(self.headers.get("content-length", 0))).decode() or liar.body
            body = json.dumps(liar.says(self.path)).encode()
            self.send_response(307 if liar.leads_to and self.path == "/token" else 200)
            self.send_header("location", liar.leads_to)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_POST = do_GET

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate.certificate, certificate.key)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    liar = Liar(f"https://localhost:{server.server_address[1]}")
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield liar
    finally:
        server.shutdown()
        thread.join()
        server.server_close()

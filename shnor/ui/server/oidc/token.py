"""What an identity provider has signed about a person, believed only when all of it holds."""

from collections.abc import Mapping

from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.jwk import KeySet
from joserfc.jws import JWSRegistry

ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512")
"""Signed with a key only the provider has: neither «none» nor a word both sides know."""
LEEWAY = 60
"""Seconds by which the two clocks may differ."""


def claims(token: str, keys: KeySet, *, issuer: str, client: str, nonce: str, access: str,
           now: int | None = None) -> Mapping[str, object]:
    """Of an ID token that came with the access token. now: seconds, None = the clock. Raises JoseError: not signed by
    these keys, of another issuer, for another program, over or not yet valid, of another sign-in."""
    read = jwt.decode(token, keys, registry=JWSRegistry(algorithms=ALGORITHMS, strict_check_header=False))
    told = CodeIDToken(read.claims, read.header, {"iss": {"essential": True, "value": issuer},
                                                  "aud": {"essential": True, "value": client}},
                       {"nonce": nonce, "client_id": client, "access_token": access})
    told.validate(now, LEEWAY)
    return told

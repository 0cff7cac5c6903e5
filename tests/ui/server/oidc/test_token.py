"""When a token begins and ends, to the second."""

import pytest
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from shnor.ui.server.oidc import token
from tests.ui.server.oidc.liar import ACCESS, CLIENT, MADE, OWN, Liar

ISSUER, ENDS = "https://id.example.ru", MADE + 600


def read(now: int, **claims: object) -> str:
    liar = Liar(ISSUER)
    liar.signs_for("nonce")
    liar.claims |= {"exp": ENDS} | claims
    return str(token.claims(liar.token(), KeySet([OWN]), issuer=ISSUER, client=CLIENT, nonce="nonce", access=ACCESS,
                            now=now)["preferred_username"])


@pytest.mark.parametrize(("now", "claims"), [
    (MADE, {}), (MADE - token.LEEWAY, {}), (ENDS + token.LEEWAY - 1, {}), (MADE, {"nbf": MADE + token.LEEWAY}),
    (MADE, {"aud": [CLIENT]}), (MADE, {"aud": [CLIENT, "another"], "azp": CLIENT})],
    ids=["made", "their-clock-is-ahead", "just-over", "valid-in-a-minute", "a-list-of-one", "for-us-of-two"])
def test_a_token_in_its_time_is_read(now, claims):
    assert read(now, **claims) == "oosh5"


@pytest.mark.parametrize(("now", "claims"), [
    (ENDS + token.LEEWAY, {}), (MADE - token.LEEWAY - 1, {}), (MADE, {"nbf": MADE + token.LEEWAY + 1})],
    ids=["over", "from-the-future", "not-yet"])
def test_a_token_out_of_its_time_is_not(now, claims):
    with pytest.raises(JoseError):
        read(now, **claims)

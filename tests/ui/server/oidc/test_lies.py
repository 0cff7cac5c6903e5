"""A provider that lies, or somebody who answers for it: each lie alone is refused, and no other host is asked."""

import pytest

from shnor.access import journal
from shnor.access.entry import UNCONFIRMED as JOURNALLED
from shnor.ui.run.access import BEGIN, ENTER
from shnor.ui.server.oidc import provider
from shnor.ui.server.oidc.provider import UNANSWERED, UNCONFIRMED
from tests import tls
from tests.ui.server.oidc.liar import NEW, OVER, OWN, SECRET, STRANGE, UNTIL, lying


@pytest.fixture
def comes(liar, visitor, known):
    """comes(lie, **words): what somebody gets whom the provider sends back after it has lied so."""
    def come(lie=lambda liar: None, **words):
        anna = visitor(known(liar.issuer))
        asked = anna.asked()
        liar.signs_for(asked["nonce"])
        lie(liar)
        return anna, anna.comes_back(**{"code": "code", "state": asked["state"], "iss": liar.issuer} | words)
    return come


def saying(**claims):
    """A token with these claims; None = without."""
    def lie(liar):
        liar.claims = {name: value for name, value in (liar.claims | claims).items() if value is not None}
    return lie


def signed(key, **header):
    def lie(liar):
        liar.key, liar.header = key, liar.header | header
    return lie


def answering(**answer):
    return lambda liar: liar.answer.update({"access_token": "x", "token_type": "Bearer"} | answer)


def test_the_truth_is_believed(comes, entry):
    anna, answer = comes()
    assert (answer.status, entry.sessions.person(anna.session).login) == (303, "oosh5")


LIES = {
    "wrong-issuer": saying(iss="https://elsewhere.example"), "no-issuer": saying(iss=None),
    "wrong-nonce": saying(nonce="another"), "no-nonce": saying(nonce=None),
    "wrong-audience": saying(aud="another"), "no-audience": saying(aud=None),
    "two-audiences-and-nobody-it-is-for": saying(aud=["shnor", "another"]),
    "for-another-though-we-may-use-it": saying(aud="another", azp="shnor"),
    "for-another-of-two": saying(aud=["shnor", "another"], azp="another"),
    "expired": saying(exp=OVER), "never-expires": saying(exp=None), "not-yet-valid": saying(nbf=UNTIL),
    "made-in-the-future": saying(iat=UNTIL), "time-as-a-text": saying(exp="4000000000"),
    "with-another-access-token": saying(at_hash="AAAAAAAAAAAAAAAAAAAAAA"),
    "another-key": signed(STRANGE), "a-key-nobody-published": signed(STRANGE, kid="strange"),
    "unsigned": signed(b"", alg="none"),
    "signed-with-our-secret": signed(SECRET.encode(), alg="HS256"),
    "signed-with-the-public-key": signed(OWN.as_pem(private=False), alg="HS256"),
    "no-token": answering(), "token-is-no-text": answering(id_token=7), "not-a-token": answering(id_token="a.b.c"),
    "an-error": answering(error="invalid_grant"),
    "no-login": saying(preferred_username=None), "login-is-a-list": saying(preferred_username=["oosh5"]),
    "login-is-a-number": saying(preferred_username=5),
}


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES)
def test_a_lie_opens_nothing(comes, entry, lie):
    anna, answer = comes(lie)
    assert (answer.status, UNCONFIRMED in answer.text, anna.session) == (403, True, "")
    assert journal.lines(entry.database, 1)[0].about == JOURNALLED


@pytest.mark.parametrize("words", [{"iss": "https://elsewhere.example"}, {"iss": ""}], ids=["another", "none"])
def test_an_answer_names_who_gives_it(comes, words):
    anna, answer = comes(**words)
    assert (answer.status, UNCONFIRMED in answer.text, anna.session) == (403, True, "")


def test_more_about_a_person_is_believed_of_the_same_person_alone(comes, entry):
    def lie(liar, subject):
        saying(preferred_username=None)(liar)
        liar.told = {"sub": subject, "preferred_username": "oosh5"}
    assert comes(lambda liar: lie(liar, "8"))[1].status == 403
    assert comes(lambda liar: lie(liar, ["7"]))[1].status == 403
    anna, answer = comes(lambda liar: lie(liar, "7"))
    assert (answer.status, entry.sessions.person(anna.session).login) == (303, "oosh5")


def test_nobody_is_sent_to_another_host(visitor, known, liar, other_host):
    liar.facts["authorization_endpoint"] = f"{other_host.issuer}/authorization"
    answer = visitor(known(liar.issuer)).opens(BEGIN)
    assert (answer.status, UNANSWERED in answer.text) == (503, True)


@pytest.mark.parametrize("door", ["token_endpoint", "jwks_uri", "userinfo_endpoint"])
def test_no_other_host_is_asked_whatever_it_says(comes, liar, other_host, door):
    liar.facts[door] = f"{other_host.issuer}/token"
    anna, answer = comes(saying(preferred_username=None))
    assert (answer.status, anna.session, other_host.asked) == (503, "", [])


def test_a_code_is_not_carried_to_another_host(comes, liar, other_host):
    liar.leads_to = f"{other_host.issuer}/token"
    anna, answer = comes(answering(id_token=""))
    assert (answer.status, anna.session, other_host.asked) == (403, "", [])


@pytest.mark.parametrize("lie", [lambda liar: liar.facts.update(issuer="https://elsewhere.example"),
                                 lambda liar: liar.facts.update(issuer=liar.issuer + "/")], ids=["another", "a-slash"])
def test_who_calls_itself_otherwise_is_not_asked(visitor, known, liar, lie):
    lie(liar)
    answer = visitor(known(liar.issuer)).opens(BEGIN)
    assert (answer.status, UNANSWERED in answer.text) == (503, True)


def test_a_certificate_of_another_authority_is_not_believed(visitor, known, tmp_path):
    with lying(tls.made(tmp_path)) as stranger:
        answer = visitor(known(stranger.issuer)).opens(BEGIN)
    assert (answer.status, UNANSWERED in answer.text, stranger.asked) == (503, True, [])


def test_without_the_provider_the_password_still_opens(visitor, known):
    anna = visitor(known("https://localhost:9"))
    assert anna.opens(BEGIN).status == 503
    assert all(words in anna.opens(ENTER).text for words in ("Войти через единую учётную запись", "Пароль"))


def test_a_provider_that_did_not_answer_is_left_alone_for_a_while(visitor, known, liar, monkeypatch):
    anna, right = visitor(known(liar.issuer)), liar.issuer
    liar.facts["issuer"] = "https://elsewhere.example"
    assert [anna.opens(BEGIN).status for _ in range(3)] == [503, 503, 503]
    assert len(liar.asked) == 1
    monkeypatch.setattr(provider, "PAUSE", 0)
    liar.facts["issuer"] = right
    assert anna.opens(BEGIN).status == 303


def test_new_keys_are_fetched_when_a_token_names_one(visitor, known, liar, entry):
    anna = visitor(known(liar.issuer))
    for key, seen in ((OWN, 1), (OWN, 1), (NEW, 2)):
        liar.key, liar.header["kid"], liar.published = key, key.kid, key
        asked = anna.asked()
        liar.signs_for(asked["nonce"])
        assert anna.comes_back(code="code", state=asked["state"], iss=liar.issuer).status == 303
        assert liar.asked.count("/jwks") == seen


def test_a_proxy_of_the_environment_is_not_used(comes, monkeypatch):
    for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert comes()[1].status == 303


def test_where_the_secret_goes_is_what_the_provider_takes(comes, liar):
    liar.facts["token_endpoint_auth_methods_supported"] = ["client_secret_post"]
    assert comes()[1].status == 303
    assert "client_secret=" in liar.body

"""A whole sign-in through the provider of npm over TLS; what is used twice, by another browser or by nobody we know
opens nothing."""

import sys
from urllib.parse import parse_qsl, urlsplit

import pytest

from shnor.access import journal, tries
from shnor.access.entry import NO_ACCESS, UNKNOWN
from shnor.access.entry import UNCONFIRMED as JOURNALLED
from shnor.ui.run.access import BACK, BEGIN, COOKIE, ENTER, LEAVE, OUT
from shnor.ui.server.oidc.flow import BROWSER, STALE
from shnor.ui.server.oidc.provider import UNCONFIRMED, Provider, Unconfirmed
from tests.ui.server.oidc.conftest import behind
from tests.ui.server.oidc.visitor import OURS, Visitor

pytestmark = pytest.mark.slow


@pytest.fixture(scope="session")
def watched() -> list[tuple[str, int]]:
    """Every address this process connects to from now on: a watcher cannot be taken away again."""
    seen: list[tuple[str, int]] = []
    sys.addaudithook(lambda event, given: seen.append(given[1][:2]) if event == "socket.connect"
                     and isinstance(given[1], tuple) else None)
    return seen


@pytest.fixture
def connections(watched):
    watched.clear()
    return watched


@pytest.fixture
def anna(visitor, known, real):
    return visitor(known(real()))


def words(address: str) -> dict[str, str]:
    return dict(parse_qsl(urlsplit(address).query))


def journalled(entry) -> list[tuple[str, str]]:
    return [(line.deed, line.about) for line in journal.lines(entry.database, 2)]


@pytest.mark.parametrize("told_in_token", [True, False], ids=["login-in-the-token", "login-is-asked-for"])
def test_somebody_we_know_comes_in_where_they_wanted_to(visitor, known, real, entry, told_in_token):
    anna = visitor(known(real(told_in_token)))
    answer = anna.opens(anna.goes(anna.begins("/school%3Fday=2026-11-27"), "oosh5"))
    assert (answer.status, answer.headers["location"]) == (303, "/school?day=2026-11-27")
    assert (entry.sessions.person(anna.session).login, BROWSER in anna.cookies) == ("oosh5", False)
    assert anna.opens("/school").text == "page /school"
    assert journalled(entry)[0] == ("вход через учётную запись", "127.0.0.1")


def test_the_subject_itself_may_be_the_login(visitor, known, real, entry):
    anna = visitor(known(real(), claim="sub"))
    anna.opens(anna.goes(anna.begins(), "OOSH5"))
    assert entry.sessions.person(anna.session).login == "oosh5"


def test_nothing_the_provider_tells_of_a_person_is_kept(anna, entry):
    anna.opens(anna.goes(anna.begins(), "oosh5"))
    kept = b"".join(path.read_bytes() for path in entry.database.path.parent.glob("access.sqlite*"))
    assert (b"oosh5" in kept, "Петровна".encode() in kept) == (True, False)


def test_a_whole_sign_in_asks_the_issuer_alone(visitor, known, real, connections):
    issuer = real()
    anna = visitor(known(issuer))
    assert anna.opens(anna.goes(anna.begins(), "oosh5")).status == 303
    assert connections
    assert {port for _, port in connections} == {urlsplit(issuer).port}


@pytest.mark.parametrize(("login", "about"), [("nobody", UNKNOWN), ("oosh6", "oosh6")])
def test_coming_makes_no_access(anna, entry, login, about):
    """The same words for who is not there and for who is switched off."""
    answer = anna.opens(anna.goes(anna.begins(), login))
    assert (answer.status, NO_ACCESS in answer.text, anna.session, login in answer.text) == (403, True, "", False)
    assert journalled(entry)[0] == ("вход не удался", about)
    assert [person.login for person in entry.people.all()] == ["oosh5", "oosh6"]


def test_a_state_opens_once(anna):
    back = anna.goes(anna.begins(), "oosh5")
    cookie = anna.cookies[BROWSER]
    anna.opens(back)
    anna.cookies = {BROWSER: cookie}
    answer = anna.opens(back)
    assert (answer.status, STALE in answer.text, anna.session) == (403, True, "")


def test_a_code_opens_once(visitor, known, real):
    given = known(real())
    asked, verifier = Provider(given, OURS + BACK), "v" * 50
    code = words(visitor(given).goes(asked.address("state", "nonce", verifier), "oosh5"))["code"]
    assert asked.login(code, "nonce", verifier) == "oosh5"
    with pytest.raises(Unconfirmed):
        asked.login(code, "nonce", verifier)


def test_a_code_of_another_sign_in_opens_nothing(anna, entry):
    """Somebody has read a code that was not used yet: the verifier of PKCE is not theirs."""
    stolen = words(anna.goes(anna.begins(), "oosh5"))
    answer = anna.comes_back(**stolen | {"state": anna.asked()["state"]})
    assert (answer.status, UNCONFIRMED in answer.text, anna.session) == (403, True, "")
    assert journalled(entry)[0] == ("вход не удался", JOURNALLED)


def test_a_state_of_another_browser_opens_nothing_and_stays_good(anna, certificate):
    back = anna.goes(anna.begins(), "oosh5")
    other = Visitor(anna.app, certificate.authority)
    for begun in (False, True):
        if begun:
            other.begins()
        answer = other.opens(back)
        assert (answer.status, STALE in answer.text, other.session) == (403, True, "")
    assert anna.opens(back).status == 303


@pytest.mark.parametrize("state", ["", "x", "9999999999.x.y", "ключ"])
def test_a_state_nobody_gave_opens_nothing(anna, state):
    anna.begins()
    answer = anna.comes_back(code="x", state=state)
    assert (answer.status, STALE in answer.text, anna.session) == (403, True, "")


def test_who_gives_up_with_the_provider_is_led_back(anna):
    state = anna.asked()["state"]
    answer = anna.comes_back(error="access_denied", state=state, iss="https://elsewhere.example")
    assert (answer.status, UNCONFIRMED in answer.text, f'href="{ENTER}"' in answer.text) == (403, True, True)


def test_leaving_ends_both_ways_in(anna):
    anna.opens(anna.goes(anna.begins(), "oosh5"))
    word = anna.session
    assert anna.opens(LEAVE, "POST").headers["location"] == OUT
    assert (anna.session, f'href="{OUT}?on=1"' in anna.opens(OUT).text) == ("", True)
    anna.cookies[COOKIE] = word
    assert anna.opens("/school").headers["location"].startswith(ENTER)
    assert anna.goes(anna.opens(f"{OUT}?on=1").headers["location"]).partition("?")[0] == ENTER
    assert 'name="login"' in anna.other.get(anna.begins()).text  # it asks again who they are


def test_below_a_path_everything_leads_below_it(entry, known, real, certificate):
    below = f"{OURS}/monitor"
    anna = Visitor(behind(entry, known(real()), below), certificate.authority)
    assert f'href="/monitor{BEGIN}?to=%2F"' in anna.opens(ENTER).text
    assert anna.asked()["redirect_uri"] == below + BACK
    assert f'href="/monitor{OUT}?on=1"' in anna.opens(OUT).text


def test_the_cookie_of_a_sign_in_is_of_this_host_alone(anna):
    given = anna.opens(BEGIN).headers["set-cookie"].lower()
    assert [word for word in ("__host-", "httponly", "secure", "samesite=lax", "path=/", "max-age=600")
            if word not in given] == []


def test_too_many_tries_from_one_address_wait(anna):
    for _ in range(tries.OF_ADDRESS):
        anna.comes_back(state=anna.asked()["state"])
    assert "Слишком много попыток" in anna.comes_back(state=anna.asked()["state"]).text

"""The gate of a local launch: a key opens once, a cookie from then on; without them nothing is shown or taken."""

import re
from urllib.parse import quote

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute

from shnor.ui.server import keys
from shnor.ui.server.alive import alive
from shnor.ui.server.gate import Gate
from tests.ui.asking import ask, knock

SECRET, NOW = "s" * 32, 1_795_600_000.0


async def page(request):
    return PlainTextResponse(f"page {request.url.query}")


async def stream(socket):
    await socket.accept()


def app(secret: str = SECRET) -> Gate:
    return Gate(Starlette(routes=[
        Route("/shnor/alive", alive), WebSocketRoute("/_stcore/stream", stream),
        Route("/{rest:path}", page, methods=["GET", "PUT"])]), secret)


PATHS = ["/", "/school?school=05", "/media/1.xlsx", "/_stcore/health", "/_stcore/metrics", "/static/js/index.js",
         "//shnor/alive", "/shnor/alive/", "/%2fshnor/alive", "/shnor/alive%2f", "/shnor/alive/../../", "/SHNOR/alive"]
COOKIE = "=".join(keys.cookie(SECRET, 80))


@pytest.mark.parametrize("secret", [SECRET, ""], ids=["launched", "started-without-run.py"])
@pytest.mark.parametrize("cookie", ["", "=".join(keys.cookie("", 80)), "=".join(keys.cookie(SECRET, 81)),
                                    COOKIE[:-1], f"{COOKIE.partition('=')[0]}={SECRET}"],
                         ids=["none", "of-no-secret", "of-another-port", "cut", "the-secret"])
@pytest.mark.parametrize("path", PATHS)
def test_without_the_cookie_nothing_is_shown(path, cookie, secret):
    answer = ask(app(secret), path, cookie=cookie)
    assert (answer.status, "Откройте программу ярлыком" in answer.text, "page" in answer.text) == (403, True, False)
    assert answer.headers["cache-control"] == "no-store"


def test_without_the_cookie_no_file_is_taken_and_no_script_runs():
    assert ask(app(), "/_stcore/upload_file/1", "PUT").status == 403
    assert knock(app(), "/_stcore/stream") == "websocket.close"


def test_a_key_becomes_a_cookie_leaves_the_address_and_opens_once():
    gate, key = app(), keys.one_time(SECRET)
    answer = ask(gate, f"/school?school=05&key={key}")
    assert (answer.status, answer.headers["location"]) == (303, "/school?school=05")
    given = answer.headers["set-cookie"].lower()
    assert ("httponly" in given, "samesite=lax" in given, SECRET in given, key.lower() in given) == (
        True, True, False, False)
    cookie = answer.headers["set-cookie"].split(";")[0]
    assert ask(gate, "/school?school=05", cookie=cookie).text == "page school=05"
    assert knock(gate, "/_stcore/stream", cookie=cookie) == "websocket.accept"
    assert ask(gate, f"/?key={key}").status == 403


def test_the_address_of_the_start_leads_to_the_host_of_the_launch():
    gate, key = app(), keys.one_time(SECRET)
    led = ask(gate, f"{keys.START}?key={key}")
    host, _, rest = led.headers["location"].removeprefix("http://").partition("/")
    assert (led.status, host, "set-cookie" in led.headers) == (303, f"{keys.host(SECRET, 80)}:80", False)
    assert ask(gate, f"/{rest}").headers["set-cookie"].startswith(COOKIE)
    assert ask(gate, f"{keys.START}?key={key}").status == 403


def test_who_is_in_already_starts_again_without_a_key_in_the_address():
    answer = ask(app(), f"/school?key={keys.one_time(SECRET)}", cookie=COOKIE)
    assert (answer.status, answer.headers["location"]) == (303, "/school")


def test_the_host_of_a_launch_is_of_this_launch_and_port():
    names = {keys.host(secret, port) for secret in (SECRET, "t" * 32) for port in (80, 81)}
    assert len(names) == 4
    assert all(re.fullmatch(r"shnor-[0-9a-f]{20}\.localhost", name) for name in names)


@pytest.mark.parametrize("key", ["", "k", SECRET, "ключ", "1.2.3", "9999999999.x.", "of another launch"])
def test_a_wrong_key_opens_nothing(key):
    key = keys.one_time("t" * 32) if key == "of another launch" else key
    answer = ask(app(), f"/?key={quote(key)}")
    assert (answer.status, "set-cookie" in answer.headers) == (403, False)


@pytest.mark.parametrize(("later", "opens"), [(0, True), (keys.SECONDS, True), (keys.SECONDS + 1, False)])
def test_a_key_grows_old(later, opens):
    assert keys.Keys(SECRET).use(keys.one_time(SECRET, NOW), NOW + later) is opens


def test_a_key_says_nothing_without_a_secret():
    assert not keys.Keys("").use(keys.one_time("", NOW), NOW)


def test_keys_whose_time_is_over_are_not_remembered():
    known = keys.Keys(SECRET)
    for hour in range(24):
        assert known.use(keys.one_time(SECRET, NOW + 3600 * hour), NOW + 3600 * hour)
    assert len(known._used) == 1


def test_the_redirect_stays_on_this_host():
    assert not ask(app(), f"//example.org/?key={keys.one_time(SECRET)}").headers["location"].startswith("//")


@pytest.mark.parametrize("path", ["/shnor/alive", "/%73hnor/alive"])
def test_a_second_start_finds_us_without_a_key(path):
    assert '"name":"shnor-monitor"' in ask(app(), path).text

"""Headers of every answer: no other host, no frame, no guessing of types; and the gate of a local launch."""

from urllib.parse import quote

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute

from shnor.ui.server.alive import alive
from shnor.ui.server.gate import Gate
from shnor.ui.server.headers import POLICY, Headers, digest
from shnor.ui.server.texts import ORIGIN
from tests.ui.asking import ask, knock

KEY = "k" * 32


async def page(request):
    return PlainTextResponse(f"page {request.url.query}")


async def stream(socket):
    await socket.accept()


APP = Headers(Gate(Starlette(routes=[
    Route("/shnor/alive", alive), WebSocketRoute("/_stcore/stream", stream),
    Route("/{rest:path}", page, methods=["GET", "PUT"])]), key=KEY))


def test_no_script_inside_a_page_runs_but_our_own():
    scripts = next(part for part in POLICY.split("; ") if part.startswith("script-src"))
    assert scripts == f"script-src 'self' {digest(ORIGIN)}"
    assert digest("alert(1)") not in scripts


def test_no_other_host_is_allowed():
    words = POLICY.replace(";", " ").split()
    assert [word for word in words if "." in word or "http" in word or word == "*"] == []
    assert "'unsafe-eval'" not in words


@pytest.mark.parametrize("path", ["/", "/shnor/alive", "/media/1"])
def test_every_answer_carries_the_headers(path: str):
    headers = ask(APP, path).headers
    assert headers["content-security-policy"] == POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("path", ["/", "/school?school=05", "/media/1.xlsx", "/_stcore/health", "/static/js/index.js"])
def test_without_the_key_nothing_is_shown(path: str):
    answer = ask(APP, path)
    assert answer.status == 403
    assert "Откройте программу ярлыком" in answer.text
    assert "page" not in answer.text


def test_without_the_key_no_file_is_taken():
    assert ask(APP, "/_stcore/upload_file/1", "PUT").status == 403


def test_without_the_key_no_script_runs():
    assert knock(APP, "/_stcore/stream") == "websocket.close"


def test_the_key_becomes_a_cookie_and_leaves_the_address():
    answer = ask(APP, f"/school?school=05&key={KEY}")
    assert (answer.status, answer.headers["location"]) == (303, "/school?school=05")
    given = answer.headers["set-cookie"]
    assert "httponly" in given.lower()
    assert "samesite=lax" in given.lower()
    cookie = given.split(";")[0]
    assert ask(APP, "/school?school=05", cookie=cookie).text == "page school=05"
    assert knock(APP, "/_stcore/stream", cookie=cookie) == "websocket.accept"


@pytest.mark.parametrize("key", ["", "k", "K" * 32, "ключ"])
def test_a_wrong_key_opens_nothing(key: str):
    answer = ask(APP, f"/?key={quote(key)}")
    assert (answer.status, "set-cookie" in answer.headers) == (403, False)


def test_the_redirect_stays_on_this_host():
    location = ask(APP, f"//example.org/?key={KEY}").headers["location"]
    assert not location.startswith("//")


def test_a_second_start_finds_us_without_a_key():
    assert '"name":"shnor-monitor"' in ask(APP, "/shnor/alive").text

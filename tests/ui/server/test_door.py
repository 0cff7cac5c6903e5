"""Server mode: without a session of a person nothing is shown, taken or opened; the entry tells nothing and sends
nobody to another host."""

from datetime import UTC, datetime

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute

from shnor.access import Database, Entry
from shnor.access.entry import OLD_LINK, WRONG
from shnor.ui.pages import PAGES
from shnor.ui.run.access import COOKIE, ENTER, LEAVE, LINK
from shnor.ui.server import entering
from shnor.ui.server.alive import alive
from shnor.ui.server.door import Door, inside
from shnor.ui.server.headers import Headers
from tests.ui.asking import ask, knock, post

PASSWORD = "три синих самовара"
PATHS = [
    "/", *(f"/{page.name}" for page in PAGES), "/media/1.xlsx", "/shnor/table/1/2.xlsx", "/shnor/forms/courses.xlsx",
    "/static/js/index.js", "/_stcore/health", "/_stcore/metrics", "/_stcore/host-config", "/component/x", LEAVE,
    "//shnor/alive", "/shnor/alive/", "/shnor/alive%2f", f"/{ENTER}", f"{ENTER}/", f"{ENTER}/../school"]


async def page(request):
    return PlainTextResponse(f"page {request.url.path}")


async def stream(socket):
    await socket.accept()


@pytest.fixture
def strangers(tmp_path):
    """Nobody has a password yet: making one takes a twentieth of a second on purpose."""
    made = Entry(Database(tmp_path / "access.sqlite", lambda: datetime(2026, 11, 27, 9, tzinfo=UTC)))
    made.people.add("oosh5", "директор МБОУ ООШ № 5", "director", ["Ш05"], by="center")
    return made


@pytest.fixture
def entry(strangers):
    strangers.accept(strangers.invite("oosh5", by="center"), PASSWORD, "")
    return strangers


@pytest.fixture
def app(entry):
    return behind(entry)


def behind(entry: Entry) -> Door:
    return Door(Starlette(routes=[
        *entering.routes(entry), Route("/shnor/alive", alive), WebSocketRoute("/_stcore/stream", stream),
        Route("/{rest:path}", page, methods=["GET", "PUT", "POST", "DELETE"])]), entry)


@pytest.fixture
def cookie(app):
    return entered(app)


def entered(app, password: str = PASSWORD) -> str:
    answer = post(app, ENTER, {"login": "oosh5", "password": password, "to": "/school?school=Ш05"})
    return answer.headers["set-cookie"].split(";")[0]


@pytest.mark.parametrize("cookie", ["", f"{COOKIE}=", f"{COOKIE}=wrong", "shnor=1"])
@pytest.mark.parametrize("path", PATHS)
def test_without_a_session_nothing_is_shown(strangers, path, cookie):
    app = behind(strangers)
    told = ask(app, path, cookie=cookie)
    assert (told.status, "page" in told.text) == (403, False)
    led = ask(app, path, cookie=cookie, accept="text/html")
    assert (led.status, led.headers["location"].partition("?")[0]) == (303, ENTER)


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE"])
def test_without_a_session_nothing_is_taken(strangers, method):
    app = behind(strangers)
    assert ask(app, "/_stcore/upload_file/1", method).status == 403
    assert knock(app, "/_stcore/stream") == "websocket.close"


@pytest.mark.parametrize(("path", "policy"), [(ENTER, "same-origin"), (f"{LINK}?w=x", "same-origin"),
                                              ("/school", "no-referrer")])
def test_a_form_is_sent_with_its_origin(app, cookie, path, policy):
    """Under «no-referrer» a browser writes «Origin: null» over a form, and what has no origin of ours is refused."""
    assert ask(Headers(app), path, cookie=cookie).headers["referrer-policy"] == policy


def test_a_session_opens_and_ends(app, entry, cookie):
    assert ask(app, "/school", cookie=cookie).text == "page /school"
    assert knock(app, "/_stcore/stream", cookie=cookie) == "websocket.accept"
    assert post(app, LEAVE, {}, cookie=cookie).headers["location"] == ENTER
    assert ask(app, "/school", cookie=cookie).status == 403  # a copy of the cookie opens nothing either


@pytest.mark.parametrize("change", [
    lambda entry: entry.people.switch("oosh5", False, by="center"),
    lambda entry: entry.sessions.end(entry.sessions.open()[0].number, by="center"),
    lambda entry: entry.accept(entry.invite("oosh5", by="center"), "совсем другие слова", "")],
    ids=["switched-off", "ended", "a-new-password"])
def test_whoever_lost_the_right_is_out_at_the_next_step(app, entry, cookie, change):
    change(entry)
    assert ask(app, "/", cookie=cookie).status == 403


def test_the_cookie_is_of_this_host_alone_and_no_script_reads_it(app):
    given = post(app, ENTER, {"login": "oosh5", "password": PASSWORD, "to": "/"}).headers["set-cookie"].lower()
    assert [word for word in ("__host-", "httponly", "secure", "samesite=lax", "path=/") if word not in given] == []
    assert "domain" not in given


def test_a_word_prepared_by_somebody_else_is_not_taken_over(app, cookie):
    answer = post(app, ENTER, {"login": "oosh5", "password": PASSWORD}, cookie=f"{COOKIE}=prepared")
    assert "prepared" not in answer.headers["set-cookie"]
    assert answer.headers["set-cookie"].split(";")[0] != cookie


def test_every_refusal_looks_the_same(app):
    bodies = {post(app, ENTER, {"login": "oosh5", "password": wrong}).text.replace("nobody", "oosh5")
              for wrong in ("не те слова", "", "x" * 300)}
    bodies.add(post(app, ENTER, {"login": "nobody", "password": "не те слова"}).text.replace("nobody", "oosh5"))
    [body] = bodies
    assert WRONG in body


def test_the_first_password_by_a_link(app, entry):
    word = entry.invite("oosh5", by="center")
    shown = ask(app, f"{LINK}?w={word}")
    assert (shown.status, "директор МБОУ ООШ № 5" in shown.text) == (200, True)
    given = {"w": word, "password": "новые длинные слова", "again": "новые длинные слава"}
    assert "Пароли не совпали" in post(app, LINK, given).text
    answer = post(app, LINK, {**given, "again": given["password"]})
    assert (answer.status, answer.headers["location"]) == (303, "/")
    assert OLD_LINK in post(app, LINK, {**given, "again": given["password"]}).text
    assert OLD_LINK in ask(app, f"{LINK}?w=nothing").text


def test_one_comes_to_what_one_asked_for(app):
    answer = post(app, ENTER, {"login": "oosh5", "password": PASSWORD, "to": "/school?school=Ш05"})
    assert answer.status == 303
    assert answer.headers["location"].startswith("/school?school=")


@pytest.mark.parametrize("address", [
    "//evil.example", "https://evil.example", "/\\evil.example", "\\evil", "javascript:1", "/a\r\nset-cookie: x", "",
    "/shnor/leave", "evil"])
def test_nobody_is_sent_to_another_host(address):
    assert inside(address) == "/"


def test_what_is_typed_comes_back_as_text(app):
    answer = post(app, ENTER, {"login": "<script>alert(1)</script>", "password": "x", "to": "/'><script>"})
    assert "<script>" not in answer.text


def test_a_body_larger_than_a_form_is_not_read(app):
    assert post(app, ENTER, {"login": "oosh5", "password": PASSWORD, "x": "y" * 10_000}).status == 403

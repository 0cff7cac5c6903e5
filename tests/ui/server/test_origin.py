"""Host and Origin: what is not asked under our own name, or is sent from a page of somebody else, is refused."""

import pytest
from starlette.applications import Starlette
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse
from starlette.routing import Route, WebSocketRoute

from shnor.ui.server import keys
from shnor.ui.server.origin import Origin
from tests.ui.asking import ask, knock

SECRET = "s" * 32
NAME = f"{keys.host(SECRET, 80)}:80"
PUBLIC = "https://monitor.example.ru"


async def page(request):
    return JSONResponse({"host": request.headers["host"], "origin": request.headers.get("origin"),
                         "client": request.client.host})


async def stream(socket):
    await socket.accept()


INSIDE = Starlette(routes=[WebSocketRoute("/_stcore/stream", stream),
                           Route("/{rest:path}", page, methods=["GET", "PUT", "POST", "DELETE"])])
LOCAL, SERVED, LAUNCHED = Origin(INSIDE), Origin(INSIDE, PUBLIC), Origin(INSIDE, secret=SECRET)


@pytest.mark.parametrize(("app", "host", "status"), [
    (LOCAL, "127.0.0.1:80", 200), (LOCAL, "localhost:80", 200), (LOCAL, "LOCALHOST:80", 200),
    (LOCAL, "127.0.0.1:8999", 421), (LOCAL, "evil.example", 421), (LOCAL, "127.0.0.1", 421), (LOCAL, "", 421),
    (LAUNCHED, NAME, 200), (LAUNCHED, NAME.upper(), 200), (LAUNCHED, "127.0.0.1:80", 200), (LOCAL, NAME, 421),
    (LAUNCHED, "shnor-0.localhost:80", 421), (LAUNCHED, NAME.replace(":80", ":81"), 421), (SERVED, NAME, 421),
    (SERVED, "monitor.example.ru", 200), (SERVED, "127.0.0.1:80", 421), (SERVED, "monitor.example.ru:8501", 421),
    (SERVED, "evil.example", 421), (SERVED, "monitor.example.ru.evil.example", 421)])
def test_only_our_own_name_is_answered(app, host, status):
    assert ask(app, "/", host=host).status == status


def test_without_a_host_nothing_is_answered():
    assert ask(LOCAL, "/").status == 421


@pytest.mark.parametrize(("app", "host", "origin", "opens"), [
    (LOCAL, "127.0.0.1:80", "http://127.0.0.1:80", True), (LOCAL, "127.0.0.1:80", "http://localhost:80", True),
    (LOCAL, "127.0.0.1:80", "http://127.0.0.1:8999", False), (LOCAL, "127.0.0.1:80", "http://evil.example", False),
    (LOCAL, "127.0.0.1:80", "null", False), (LOCAL, "127.0.0.1:80", "https://127.0.0.1:80", False),
    (LOCAL, "127.0.0.1:80", None, False),
    (LAUNCHED, NAME, f"http://{NAME}", True), (LAUNCHED, NAME, f"http://{NAME[:-2]}8999", False),
    (LAUNCHED, NAME, "http://127.0.0.1:8999", False), (LAUNCHED, NAME, "http://another.localhost:80", False),
    (SERVED, "monitor.example.ru", PUBLIC, True), (SERVED, "monitor.example.ru", "http://monitor.example.ru", False),
    (SERVED, "monitor.example.ru", "https://evil.example", False), (SERVED, "monitor.example.ru", None, False)])
def test_a_page_of_somebody_else_neither_opens_the_stream_nor_sends(app, host, origin, opens):
    sent = {"host": host, **({"origin": origin} if origin else {})}
    assert knock(app, "/_stcore/stream", **sent) == ("websocket.accept" if opens else "websocket.close")
    for method in ("PUT", "POST", "DELETE"):
        assert ask(app, "/_stcore/upload_file/1", method, **sent).status == (200 if opens else 421)


def test_a_foreign_page_may_not_even_read():
    assert ask(LOCAL, "/", host="127.0.0.1:80", origin="http://evil.example").status == 421


def test_behind_a_server_what_runs_inside_sees_the_address_it_listens_on():
    seen = ask(SERVED, "/", "PUT", host="monitor.example.ru", origin=PUBLIC, x_forwarded_for="6.6.6.6, 10.0.0.5").text
    assert seen == '{"host":"127.0.0.1:80","origin":"http://127.0.0.1:80","client":"10.0.0.5"}'


BELOW = Origin(INSIDE, f"{PUBLIC}/monitor")
OURS = {"host": "monitor.example.ru", "origin": PUBLIC}


@pytest.mark.parametrize(("path", "status"), [
    ("/monitor/", 200), ("/monitor/school", 200), ("/monitor", 308), ("/", 404), ("/school", 404), ("/monitors", 404),
    ("/Monitor/", 404), ("//monitor/", 404)])
def test_below_a_path_nothing_else_is_answered(path, status):
    assert ask(BELOW, path, host="monitor.example.ru").status == status


async def told(request):
    return JSONResponse({"path": request.url.path, "raw": request.scope["raw_path"].decode()})


async def led(request):
    return RedirectResponse(request.query_params["to"])


PATHS = Starlette(routes=[Route("/led", led), WebSocketRoute("/_stcore/stream", stream), Route("/{rest:path}", told)])


def test_what_runs_inside_knows_no_path():
    inside = Origin(PATHS, f"{PUBLIC}/monitor")
    assert ask(inside, "/monitor/shnor/Ш05", **OURS).text == '{"path":"/shnor/Ш05","raw":"/shnor/%D0%A805"}'
    assert knock(inside, "/monitor/_stcore/stream", **OURS) == "websocket.accept"
    assert knock(inside, "/_stcore/stream", **OURS) == "websocket.close"


@pytest.mark.parametrize(("to", "below", "leads"), [
    ("/school", "", "/school"), ("/school", "/monitor", "/monitor/school"),
    ("http://127.0.0.1:80/school", "/monitor", "/monitor/school"), ("http://127.0.0.1:80/school", "", "/school"),
    ("https://elsewhere.example/", "/monitor", "https://elsewhere.example/")])
def test_a_redirect_leads_to_where_browsers_are(to, below, leads):
    inside = Origin(PATHS, PUBLIC + below)
    assert ask(inside, f"{below}/led?to={to}", **OURS).headers["location"] == leads


async def baked(request):
    answer = PlainTextResponse("")
    answer.set_cookie("_streamlit_xsrf", "1", samesite="lax")
    return answer


@pytest.mark.parametrize(("public", "host", "secure"), [
    (PUBLIC, "monitor.example.ru", True), ("", "127.0.0.1:80", False)])
def test_a_cookie_of_a_server_goes_over_tls_alone(public, host, secure):
    inside = Origin(Starlette(routes=[Route("/", baked)]), public)
    assert ("; Secure" in ask(inside, "/", host=host).headers["set-cookie"]) is secure


@pytest.mark.parametrize(("client", "proxies", "status"), [
    ("127.0.0.1", (), 200), ("::1", (), 200), ("10.0.0.5", (), 421), ("10.0.0.5", ("10.0.0.5",), 200),
    ("10.0.0.6", ("10.0.0.5",), 421)])
def test_nobody_but_the_server_in_front_is_answered(client, proxies, status):
    app = Origin(INSIDE, PUBLIC, proxies)

    async def from_there(scope, receive, send):
        await app({**scope, "client": (client, 5)}, receive, send)
    assert ask(from_there, "/", host="monitor.example.ru", x_forwarded_for="6.6.6.6").status == status


def test_what_runs_inside_sees_no_host_of_the_launch():
    seen = ask(LAUNCHED, "/", "PUT", host=NAME, origin=f"http://{NAME}", x_forwarded_for="6.6.6.6").text
    assert seen == '{"host":"127.0.0.1:80","origin":"http://127.0.0.1:80","client":"127.0.0.1"}'


def test_on_ones_own_computer_nobody_names_another_client():
    assert '"client":"127.0.0.1"' in ask(LOCAL, "/", host="127.0.0.1:80", x_forwarded_for="6.6.6.6").text

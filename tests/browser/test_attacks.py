"""What strangers, and people with an access of their own, try on a server: through nginx with TLS, as it is set up in
the folder deploy. Each attempt stands beside what it may get."""

import re
import shutil
import socket
import ssl
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import replace
from urllib.parse import urlencode, urlsplit

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect

from shnor.access import journal
from shnor.access.entry import OLD_LINK, WRONG
from shnor.ui.run.access import BACK, COOKIE, ENTER, LEAVE, LINK
from shnor.ui.server.launch import free_port
from tests.browser.fronted import PASSWORD, Answer, Fronted, listens, started_nginx, trusting

STREAM = "/_stcore/stream"
EVIL = ("https://evil.example", "null", "https://localhost.evil.example", "http://localhost")
TOO_MANY = "Слишком много попыток"


@pytest.fixture(scope="module")
def front(behind_nginx, example_base, tmp_path_factory) -> Fronted:
    base = shutil.copy(example_base(), tmp_path_factory.mktemp("base") / "shnor.duckdb")
    made = behind_nginx(database=base, patient=True)
    made.person("centre", "coordinator", title="координатор")
    for login, school in (("oosh5", "Ш05"), ("sosh7", "Ш07")):
        made.person(login, "director", [school])
        made.give_password(login)
    return made


def posted(front: Fronted, path: str, fields: dict[str, str], *, origin: str | None = "own", word: str = "",
           **headers: str) -> Answer:
    """A form as a browser sends it. origin: None = it names none."""
    named = {} if origin is None else {"Origin": front.origin if origin == "own" else origin}
    body = urlencode(fields).encode()
    return front.ask(path, "POST", word=word, body=body,
                     headers={"Content-Type": "application/x-www-form-urlencoded", **named, **headers})


def entered(front: Fronted, login: str, password: str = PASSWORD, **how: str) -> Answer:
    return posted(front, ENTER, {"login": login, "password": password, "to": "/"}, **how)


def word_of(answer: Answer) -> str:
    return answer.headers["set-cookie"].partition("=")[2].partition(";")[0]


def opens(front: Fronted, word: str, origin: str | None = None, host: str = "") -> bool:
    """Whether the stream over which pages run is opened."""
    named = {"Cookie": f"{COOKIE}={word}", **({"Host": host} if host else {})}
    try:
        with connect(front.origin.replace("https", "wss") + STREAM, origin=origin or front.origin,
                     additional_headers=named, ssl=trusting(), proxy=None, open_timeout=20,
                     subprotocols=["streamlit", "PLACEHOLDER"]):
            return True
    except (InvalidStatus, ConnectionClosed, OSError, EOFError):
        return False


def inside(front: Fronted, word: str) -> bool:
    return front.ask("/", word=word).status == 200


# ---- who somebody is

def test_the_cookie_is_for_this_host_alone_over_tls_and_for_no_script(front):
    told = entered(front, "oosh5").headers["set-cookie"]
    assert told.startswith(f"{COOKIE}=")
    assert COOKIE.startswith("__Host-")
    assert {part.strip().lower() for part in told.split(";")[1:]} >= {"httponly", "secure", "samesite=lax", "path=/"}
    assert "domain" not in told.lower()


@pytest.mark.parametrize("planted", ["", "planted", "another"])
def test_a_word_planted_before_the_entry_opens_nothing_after_it(front, planted):
    before = front.word("sosh7") if planted == "another" else planted
    after = word_of(entered(front, "oosh5", word=before))
    assert after not in ("", before)
    assert inside(front, after)
    assert inside(front, before) == (planted == "another")


def test_a_word_is_worth_nothing_after_its_owner_has_left(front):
    word = word_of(entered(front, "oosh5"))
    assert inside(front, word)
    assert opens(front, word)
    assert posted(front, LEAVE, {}, word=word).status == 303
    assert not inside(front, word)
    assert not opens(front, word)


def test_a_link_opens_once_and_an_older_one_never(front):
    front.person("once", "director", ["Ш05"])
    older, newer = (front.entry.invite("once", by="тест") for _ in range(2))
    fields = {"password": "пять зелёных чайников", "again": "пять зелёных чайников"}
    assert OLD_LINK in posted(front, LINK, {"w": older, **fields}).text
    assert posted(front, LINK, {"w": newer, **fields}).status == 303
    assert OLD_LINK in posted(front, LINK, {"w": newer, **fields}).text


def test_guessing_ends_for_a_login_even_with_the_right_password(front):
    front.person("guessed", "director", ["Ш05"])
    front.give_password("guessed")
    tries = [entered(front, "guessed", f"неверный пароль {n}").text for n in range(6)]
    assert [WRONG in text for text in tries] == [True] * 5 + [False]
    assert TOO_MANY in entered(front, "guessed").text
    assert entered(front, "sosh7").status == 303  # nobody else is shut out with them


def test_a_login_that_is_not_there_looks_like_one_that_is(front):
    front.person("there", "director", ["Ш05"])
    front.give_password("there")
    answers = [[entered(front, login, "неверный пароль") for _ in range(7)] for login in ("there", "nobody-here")]
    told = [[(one.status, re.sub("there|nobody-here", "", one.text), sorted(set(one.headers) - {"date"}))
             for one in of_login] for of_login in answers]
    assert told[0] == told[1]


def test_the_address_in_the_journal_is_nobodys_invention(front):
    entered(front, "sosh7", **{"X-Forwarded-For": "203.0.113.9", "Forwarded": "for=203.0.113.9"})
    line = next(one for one in journal.lines(front.entry.database) if one.deed == "вход")
    assert line.about == "127.0.0.1"


# ---- from where

@pytest.mark.parametrize("origin", [*EVIL, None])
def test_another_page_can_neither_send_nor_open_anything(front, origin):
    word = front.word("oosh5")
    for path in (ENTER, LEAVE, LINK):
        assert posted(front, path, {"login": "oosh5", "password": PASSWORD}, origin=origin, word=word).status == 421
    named = {"Origin": origin} if origin else {}
    assert front.ask("/_stcore/upload_file/1/2", "PUT", word=word, body=b"1", headers=named).status == 421
    assert origin is None or not opens(front, word, origin)
    assert inside(front, word)  # the way out was not taken for them


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "localhost.", "localhost:1", "LOCALHOST@evil.example"])
def test_another_name_is_not_served(front, host):
    word = front.word("oosh5")
    try:
        answer = front.ask("/", word=word, host=host)
    except OSError:
        return  # nginx hangs up on who calls another name
    assert answer.status in (400, 421)
    assert "streamlit" not in answer.text.lower()


@pytest.mark.parametrize("to", ["https://evil.example", "//evil.example", "/\\evil.example", "/\t/evil.example",
                                "javascript:alert(1)", "/shnor/leave", " //evil.example"])
def test_the_entry_sends_nobody_to_another_host(front, to):
    answer = posted(front, ENTER, {"login": "sosh7", "password": PASSWORD, "to": to})
    assert (answer.status, urlsplit(answer.headers["location"]).path) == (303, "/")
    assert urlsplit(answer.headers["location"]).netloc in ("", urlsplit(front.origin).netloc)


# ---- what may be sent

@pytest.mark.parametrize("word", ["", "wrong"])
@pytest.mark.parametrize(("method", "path"), [
    ("PUT", "/_stcore/upload_file/1/2"), ("DELETE", "/_stcore/upload_file/1/2"), ("GET", "/media/1.xlsx"),
    ("GET", "/shnor/table/1/2.xlsx"), ("GET", "/_stcore/health"), ("GET", "/_stcore/host-config"),
    ("GET", "/static/../../etc/passwd"), ("GET", "/%2e%2e/%2e%2e/etc/passwd"), ("GET", "//shnor/alive/../../media/1")])
def test_who_has_not_come_in_gets_nothing(front, method, path, word):
    answer = front.ask(path, method, word=word, body=b"1" if method == "PUT" else None,
                       headers={"Origin": front.origin})
    assert answer.status in (303, 400, 403, 404), answer.text[:200]
    assert answer.status != 303 or answer.headers["location"].startswith(ENTER)


def test_metrics_are_for_the_server_itself(front):
    assert front.ask("/_stcore/metrics", word=front.word("centre")).status == 404


def test_a_body_that_is_too_large_is_refused_before_it_is_sent(front):
    word = front.word("oosh5")
    answer = front.ask("/_stcore/upload_file/1/2", "PUT", word=word, headers={
        "Origin": front.origin, "Content-Length": str(23 * 1024 * 1024)})
    assert answer.status == 413
    assert posted(front, ENTER, {"login": "oosh5", "password": "п" * 5_000}).status == 403


@pytest.mark.parametrize("head", [
    "Content-Length: 5\r\nTransfer-Encoding: chunked", "Content-Length: 5\r\nContent-Length: 6",
    "Transfer-Encoding: xchunked"])
def test_two_lengths_of_one_request_are_no_request(front, head):
    with raw(front) as line:
        line.sendall(f"POST {ENTER} HTTP/1.1\r\nHost: {urlsplit(front.origin).netloc}\r\nOrigin: {front.origin}\r\n"
                     f"{head}\r\n\r\n0\r\n\r\n".encode())
        assert line.recv(4096).split(b" ")[1] in (b"400", b"501")


def test_slow_senders_keep_nobody_waiting(front):
    word = front.word("oosh5")
    with ExitStack() as stack:
        for _ in range(120):
            line = stack.enter_context(raw(front))
            line.sendall(f"POST {ENTER} HTTP/1.1\r\nHost: {urlsplit(front.origin).netloc}\r\n"
                         f"Origin: {front.origin}\r\nContent-Length: 1000\r\n\r\nlogin=".encode())
        assert inside(front, word)
        assert opens(front, word)
        assert entered(front, "sosh7").status == 303


@contextmanager
def raw(front: Fronted) -> Iterator[ssl.SSLSocket]:
    with closing(trusting().wrap_socket(socket.create_connection(("127.0.0.1", front.port), timeout=20),
                                        server_hostname="localhost")) as line:
        yield line


def test_the_entry_is_not_asked_without_end(front, tmp_path):
    port = free_port(front.port + 500)
    nginx = started_nginx(tmp_path, port, front.inside)  # the site as it is: another one lets the tests above through
    try:
        wait_until_listens(port)
        answers = [replace(front, port=port).ask(ENTER).status for _ in range(40)]
        assert (answers[0], answers.count(429) > 10) == (200, True)
        back = [replace(front, port=port).ask(BACK).status for _ in range(3)]  # nor by the way of other accounts
        assert 429 in back
        assert inside(replace(front, port=port), front.word("oosh5"))
    finally:
        nginx.terminate()
        nginx.wait(10)


def wait_until_listens(port: int) -> None:
    until = time.monotonic() + 20
    while not listens(port):
        assert time.monotonic() < until
        time.sleep(0.05)

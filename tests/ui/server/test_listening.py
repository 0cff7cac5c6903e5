"""Where the program may listen and which public address it takes."""

import pytest

from shnor.errors import ShnorError
from shnor.ui.server.listening import Listening, is_local, listening, origin, refuse_strangers


@pytest.mark.parametrize(("text", "public"), [
    ("https://monitor.example.ru", "https://monitor.example.ru"),
    ("https://Monitor.Example.ru/", "https://monitor.example.ru"),
    ("https://example.ru/monitor/", "https://example.ru/monitor"),
    ("https://example.ru:8443", "https://example.ru:8443"),
    ("https://example.ru:443", "https://example.ru")])
def test_a_public_address_is_written_as_browsers_write_it(text, public):
    assert origin(text) == public


@pytest.mark.parametrize("text", [
    "", "http://monitor.example.ru", "http://127.0.0.1:8601", "monitor.example.ru", "https://",
    "https://user@example.ru",
    "https://example.ru/a?b", "https://example.ru/a#b", "https://example.ru/../a", "https://example.ru/<b>",
    "https://example.ru//a", "wss://example.ru", "https://example.ru, https://evil.example"])
def test_any_other_public_address_is_refused(text):
    with pytest.raises(ShnorError, match="--origin https://" if not text else "https://"):
        origin(text)


@pytest.mark.parametrize(("text", "found"), [
    ("127.0.0.1:8601", ("127.0.0.1", 8601)), ("[::1]:80", ("::1", 80)), ("0.0.0.0:1", ("0.0.0.0", 1))])
def test_an_address_to_listen_at(text, found):
    assert listening(text) == Listening(*found)


@pytest.mark.parametrize("text", ["", "8601", ":8601", "127.0.0.1", "127.0.0.1:", "127.0.0.1:99999", "127.0.0.1:-1",
                                  "127.0.0.1:0", "127.0.0.1:x"])
def test_what_is_no_address_gets_an_example(text):
    with pytest.raises(ShnorError, match=r"127\.0\.0\.1:8601"):
        listening(text)


@pytest.mark.parametrize(("host", "local"), [
    ("127.0.0.1", True), ("127.8.8.8", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("::", False),
    ("10.0.0.5", False), ("monitor.example.ru", False), ("127.0.0.1.example.ru", False), ("", False)])
def test_who_reaches_an_address(host, local):
    assert is_local(host) is local


SERVED = {"SHNOR_ORIGIN": "https://monitor.example.ru"}


@pytest.mark.parametrize(("host", "environment", "said"), [
    ("0.0.0.0", {}, "без входа по паролю"), ("0.0.0.0", SERVED, "--proxy")], ids=["alone", "served"])
def test_what_others_reach_and_nothing_guards_is_refused(host, environment, said):
    with pytest.raises(ShnorError, match=said):
        refuse_strangers(host, environment)


@pytest.mark.parametrize(("host", "environment"), [
    ("127.0.0.1", {}), ("127.0.0.1", SERVED), ("0.0.0.0", {**SERVED, "SHNOR_PROXY": "10.0.0.5"})])
def test_what_is_guarded_is_listened_at(host, environment):
    assert refuse_strangers(host, environment) is None

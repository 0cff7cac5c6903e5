"""At ::1, where browsers look for our host name first, nobody else can wait for them."""

import re
import socket

import pytest

from shnor.ui.server import launch, loopback

TAKEN = re.compile("in use|10048|10013")
"""As Linux and Windows say it."""


@pytest.fixture
def port() -> int:
    try:
        with socket.socket(socket.AF_INET6) as probe:
            probe.bind(("::1", 0))
            return probe.getsockname()[1]
    except OSError:
        pytest.skip("This machine has no ::1.")


@pytest.mark.parametrize("address", ["::1", "::"])
def test_nobody_else_gets_what_is_kept(port, address):
    with loopback.kept(port), socket.socket(socket.AF_INET6) as stranger:
        stranger.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        with pytest.raises(OSError, match=TAKEN):
            stranger.bind((address, port))
    assert not loopback.taken(port)


def test_nobody_answers_there(port):
    with loopback.kept(port), socket.socket(socket.AF_INET6) as browser:
        assert browser.connect_ex(("::1", port)) != 0


def test_a_port_somebody_waits_at_is_taken(port):
    assert not launch.taken(port)
    with socket.socket(socket.AF_INET6) as stranger:
        stranger.bind(("::1", port))
        stranger.listen()
        assert launch.taken(port)
        with pytest.raises(OSError, match=TAKEN), loopback.kept(port):
            pass


def test_a_machine_without_such_addresses_is_no_obstacle(monkeypatch):
    def refused(*_):
        raise OSError(97, "Address family not supported by protocol")
    monkeypatch.setattr(socket, "socket", refused)
    assert not loopback.taken(8501)

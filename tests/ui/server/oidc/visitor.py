"""Somebody with a browser between our program, asked without a server, and an identity provider over TLS."""

import asyncio
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urljoin, urlsplit

import lxml.html
import requests
from starlette.types import ASGIApp

from shnor.ui.run.access import BACK, BEGIN, COOKIE
from tests.ui.asking import Answer, scope, talk

OURS = "https://monitor.example.ru"


class Visitor:
    """Keeps the cookies of both sides, as one browser does."""

    def __init__(self, app: ASGIApp, authority: Path) -> None:
        self.app, self.cookies = app, {}
        self.other = requests.Session()
        self.other.verify, self.other.trust_env = str(authority), False

    @property
    def session(self) -> str:
        return self.cookies.get(COOKIE, "")

    def opens(self, address: str, method: str = "GET") -> Answer:
        """An address of ours."""
        own = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        asked = scope("http", address, {"cookie": own, "accept": "text/html"}) | {"method": method}
        sent = asyncio.run(talk(self.app, asked, {"type": "http.request", "body": b"", "more_body": False}))
        for name, value in sent[0]["headers"]:
            if name == b"set-cookie":
                self._keep(value.decode())
        head = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
        return Answer(sent[0]["status"], head, b"".join(message.get("body", b"") for message in sent[1:]))

    def begins(self, to: str = "/") -> str:
        """Where we send a browser that wants to come in."""
        answer = self.opens(f"{BEGIN}?to={to}")
        assert answer.status == 303, answer.text
        return answer.headers["location"]

    def asked(self, to: str = "/") -> dict[str, str]:
        """The same as the words of that address."""
        return {name: values[0] for name, values in parse_qs(urlsplit(self.begins(to)).query).items()}

    def comes_back(self, **words: str) -> Answer:
        return self.opens(f"{BACK}?{urlencode(words)}")

    def goes(self, address: str, login: str = "") -> str:
        """Through the pages of the provider, its forms filled in, until it sends back to us: that address, less our
        own."""
        answer = self.other.get(address, allow_redirects=False)
        for _ in range(12):
            if answer.is_redirect:
                there = urljoin(answer.url, answer.headers["location"])
                if there.startswith(OURS):
                    return there.removeprefix(OURS)
                answer = self.other.get(there, allow_redirects=False)
            else:
                answer = self._fills(answer, login)
        raise AssertionError(f"{answer.url}: {answer.text}")

    def _fills(self, page: requests.Response, login: str) -> requests.Response:
        """The one form there is, with whatever stands in it already."""
        tree = lxml.html.document_fromstring(page.text)
        [form] = tree.forms
        fields = {name: value or login for name, value in form.fields.items()}
        fields |= {button.get("name"): button.get("value") for button in tree.xpath("//button[@name]")}
        return self.other.post(urljoin(page.url, form.action), fields, allow_redirects=False)

    def _keep(self, line: str) -> None:
        for name, morsel in SimpleCookie(line).items():
            self.cookies[name] = morsel.value
            if morsel["max-age"] == "0":
                del self.cookies[name]

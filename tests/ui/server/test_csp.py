"""Headers of every answer: no other host, no frame, no guessing of types."""

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from shnor.ui.server.alive import alive
from shnor.ui.server.headers import POLICY, Headers, digest
from shnor.ui.server.texts import ORIGIN
from tests.ui.asking import ask


async def page(request):
    return PlainTextResponse(f"page {request.url.query}")


APP = Headers(Starlette(routes=[Route("/shnor/alive", alive), Route("/{rest:path}", page)]))


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


@pytest.mark.parametrize(("path", "kept"), [("/media/1.xlsx", "no-store"), ("/", None), ("/static/js/1.js", None)])
def test_a_file_of_a_page_stays_in_no_memory_of_a_browser(path: str, kept: str | None):
    assert ask(APP, path).headers.get("cache-control") == kept

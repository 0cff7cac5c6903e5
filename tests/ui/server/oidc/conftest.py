"""The real identity provider of npm, one that lies, and our program before its people."""

import json
import os
import shutil
import socket
import subprocess
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from filelock import FileLock
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.types import ASGIApp

from shnor import config
from shnor.access import Database, Entry
from shnor.ui.run.access import BACK, BEGIN, ENTER, OUT
from shnor.ui.server.door import Door
from shnor.ui.server.oidc.flow import Flow
from tests import tls
from tests.ui.server.oidc.liar import CLIENT, SECRET, Liar, lying
from tests.ui.server.oidc.visitor import OURS, Visitor

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tls.Certificate:
    return tls.made(tmp_path_factory.mktemp("tls"))


@pytest.fixture
def entry(tmp_path: Path) -> Iterator[Entry]:
    """A director without a password, and one who is switched off."""
    made = Entry(Database(tmp_path / "access.sqlite", lambda: datetime(2026, 11, 27, 9, tzinfo=UTC)))
    for login, school in (("oosh5", "Ш05"), ("oosh6", "Ш06")):
        made.people.add(login, f"директор {school}", "director", [school], by="center")
    made.people.switch("oosh6", False, by="center")
    yield made
    made.database.close()


@pytest.fixture
def known(tmp_path: Path, certificate: tls.Certificate) -> Callable[..., config.Provider]:
    """known(issuer, claim=…): how our program was told of a provider."""
    (tmp_path / "secret").write_text(f"{SECRET}\n", "utf-8")
    (tmp_path / "secret").chmod(0o600)
    return lambda issuer, **other: config.Provider(**{
        "issuer": issuer, "client": CLIENT, "secret_file": tmp_path / "secret", "ca": certificate.authority, **other})


@pytest.fixture
def visitor(entry: Entry, certificate: tls.Certificate) -> Callable[[config.Provider], Visitor]:
    return lambda given: Visitor(behind(entry, given), certificate.authority)


def behind(entry: Entry, given: config.Provider, origin: str = OURS) -> ASGIApp:
    async def page(request):
        return PlainTextResponse(f"page {request.url.path}")
    routes = [*Flow(entry, given, origin).routes(), Route("/{rest:path}", page)]
    return Door(Starlette(routes=routes), entry, (BEGIN, BACK, OUT))


@pytest.fixture
def liar(certificate: tls.Certificate) -> Iterator[Liar]:
    with lying(certificate) as made:
        yield made


@pytest.fixture
def other_host(certificate: tls.Certificate) -> Iterator[Liar]:
    """Should never be asked."""
    with lying(certificate) as made:
        yield made


@pytest.fixture(scope="session")
def packages(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where npm has put the real provider: exactly what package-lock.json names, each file compared with its hash."""
    if not (shutil.which("node") and shutil.which("npm")):
        if os.environ.get("CI"):
            pytest.fail("На сервере проверок нет node и npm.")
        pytest.skip("Нет node и npm: проверки с сервером учётных записей пропущены.")
    cache = getattr(request.config, "cache", None)
    folder = cache.mkdir("identity_provider") if cache else tmp_path_factory.mktemp("identity_provider")
    with FileLock(folder / "lock", timeout=200):
        if not (folder / "node_modules" / ".package-lock.json").exists() or any(
                (folder / name).read_bytes() != (HERE / name).read_bytes() for name in FILES):
            for name in FILES:
                shutil.copy(HERE / name, folder)
            subprocess.run([str(shutil.which("npm")), "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=folder,
                           check=True, capture_output=True)
    return folder


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


FILES = ("package.json", "package-lock.json")


@pytest.fixture
def real(packages: Path, certificate: tls.Certificate) -> Iterator[Callable[..., str]]:
    """real(told_in_token=False, ours=…, issuer=…) starts the provider, which knows us by that origin, and gives its
    issuer."""
    running: list[subprocess.Popen] = []

    def start(told_in_token: bool = False, ours: str = OURS, issuer: str = "") -> str:
        issuer = issuer or f"https://localhost:{free_port()}"
        given = {"issuer": issuer, "port": urlsplit(issuer).port, "client": CLIENT, "secret": SECRET,
                 "back": ours + BACK, "left": ours + ENTER, "key": str(certificate.key), "packages": str(packages),
                 "certificate": str(certificate.certificate), "told_in_token": told_in_token}
        running.append(subprocess.Popen(["node", str(HERE / "provider.mjs"), json.dumps(given)], text=True,
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL))
        assert running[-1].stdout.readline() == "ready\n"
        return issuer
    yield start
    for process in running:
        process.terminate()
        process.wait(10)
        process.stdout.close()

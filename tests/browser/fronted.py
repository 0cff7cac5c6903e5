"""The program as it runs on a server: `python run.py serve` with the real nginx in front of it, over TLS, with the site
of the folder deploy and a certificate made for the test.

`behind_nginx()` (a fixture of conftest.py beside) starts both and gives a `Fronted`: people are made by `person`, a tab
of one of them is opened by `tab(fronted.desk("oosh5"), "/school")`, a plain question is put by `ask`.
"""

import http.client
import os
import re
import shutil
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Collection
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import ModuleType
from unittest.mock import patch
from urllib.parse import urlencode, urlsplit

import pytest

from shnor.access import Database, Entry, Person
from shnor.access.database import FILE
from shnor.scope import Role
from shnor.ui.run.access import COOKIE, ENTER, LINK
from shnor.ui.server.launch import free_port
from shnor.ui.server.listening import is_local
from tests import ports
from tests.browser.running import PROCESSES, ROOT, become
from tests.clock import noon

SITE = ROOT / "deploy" / "nginx.conf"
HOST, OUTSIDE = "localhost", "outside.log"
PASSWORD = "три синих самовара"
MAIN = """daemon off; worker_processes 1; pid {folder}/nginx.pid; error_log {folder}/error.log warn;
{user}
events {{ worker_connections 512; }}
http {{ include /etc/nginx/mime.types; access_log {folder}/access.log;
client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/f;
uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s; include {folder}/site.conf; }}
"""


@dataclass(frozen=True)
class Desk:
    """What a browser of somebody has: tab(desk, "/school"). cookie: None of somebody who has not come in."""

    address: str
    cookie: dict[str, object] | None
    shared: bool = False


@dataclass(frozen=True)
class Answer:
    """headers: names in small letters; of several of one name the last."""

    status: int
    headers: dict[str, str] = field(repr=False)
    body: bytes = field(repr=False)

    @property
    def text(self) -> str:
        return self.body.decode("utf-8", "replace")


@dataclass
class Fronted:
    """A running program and the nginx before it. origin: what browsers open, without a slash at its end. port: of
    nginx. inside, admin: of the program itself. folder: of its data, with server.log. front: of nginx, with access.log.
    """

    origin: str
    port: int
    inside: int
    admin: int
    folder: Path
    front: Path
    base: Path
    entry: Entry = field(repr=False)
    program: BaseProcess = field(repr=False)
    nginx: subprocess.Popen = field(repr=False)

    def person(self, login: str, role: Role, schools: Collection[str] = (), title: str = "") -> Person:
        """A new access, without a password."""
        return self.entry.people.add(login, title or f"{role} {login}", role, schools, by="тест")

    def link(self, login: str) -> str:
        """The address a letter carries: opens once."""
        return f"{self.origin}{LINK}?w={self.entry.invite(login, by='тест')}"

    def give_password(self, login: str, password: str = PASSWORD) -> None:
        self.entry.accept(self.entry.invite(login, by="тест"), password, "127.0.0.1")

    def word(self, login: str) -> str:
        """Of a new session: the value of the cookie."""
        person = self.entry.people.of(login)
        assert person, f"no access {login}"
        return self.entry.sessions.begin(person, "127.0.0.1")

    def cookie(self, login: str) -> dict[str, object]:
        """As Playwright's add_cookies takes it."""
        return {"name": COOKIE, "value": self.word(login), "domain": HOST, "path": "/", "secure": True,
                "httpOnly": True, "sameSite": "Lax"}

    def desk(self, login: str = "") -> Desk:
        """"" = of somebody who has not come in."""
        return Desk(self.origin, self.cookie(login) if login else None)

    def ask(self, path: str, method: str = "GET", *, word: str = "", body: bytes | None = None, host: str = "",
            headers: dict[str, str] | None = None, client: str = "127.0.0.1") -> Answer:
        """One request through nginx, no redirect followed. path: below the origin. host: another one than ours.
        client: the address of this machine it comes from, any of 127.0.0.0/8."""
        parts = urlsplit(self.origin)
        connection = http.client.HTTPSConnection("127.0.0.1", self.port, timeout=30, context=trusting(),
                                                 source_address=(client, 0))
        try:
            connection.putrequest(method, parts.path + path, skip_host=True)
            sent = {"Host": host or parts.netloc, **({"Cookie": f"{COOKIE}={word}"} if word else {}),
                    **({"Content-Length": str(len(body))} if body is not None else {}), **(headers or {})}
            for name, value in sent.items():
                connection.putheader(name, value)
            connection.endheaders(body)
            got = connection.getresponse()
            return Answer(got.status, {name.lower(): value for name, value in got.getheaders()}, got.read())
        finally:
            connection.close()

    def enter(self, login: str, password: str = PASSWORD, *, client: str = "127.0.0.1",
              headers: dict[str, str] | None = None) -> Answer:
        """The form of the entry, sent as a browser sends it."""
        site = urlsplit(self.origin)
        sent = {"Origin": f"{site.scheme}://{site.netloc}", "Content-Type": "application/x-www-form-urlencoded"}
        body = urlencode({"login": login, "password": password, "to": "/"}).encode()
        return self.ask(ENTER, "POST", body=body, headers=sent | (headers or {}), client=client)

    def asked_outside(self) -> list[str]:
        """Every other host the program looked up or connected to since its start."""
        path = self.folder / OUTSIDE
        return path.read_text("utf-8").splitlines() if path.exists() else []

    def log(self) -> str:
        return (self.folder / "server.log").read_text("utf-8", "replace")

    def stop(self) -> None:
        """The program first: its end is part of what is tried. Twice is as good as once."""
        self.program.terminate()
        self.program.join(40)
        if self.program.is_alive():
            self.program.kill()
            self.program.join(10)
        self.nginx.terminate()
        self.nginx.wait(10)
        self.entry.database.close()


def fronted(stack: ExitStack, folders: pytest.TempPathFactory, *, below: str = "", database: Path | None = None,
            today: str = "2026-11-27", patient: bool = False, **environment: str) -> Fronted:
    """below: a path of the public address, «/monitor». patient: nginx lets one address enter as often as it likes, for
    a test has only one. A program without a base makes an empty one."""
    folder, front = folders.mktemp("served"), folders.mktemp("nginx")
    port = ports.free(9100 + os.getpid() % 40)
    inside = free_port(port + 1)
    origin = f"https://{HOST}:{port}{below}"
    entry = Entry(Database(folder / FILE, noon))
    nginx = started_nginx(front, port, inside, below, patient=patient)
    values = {**os.environ, "SHNOR_DATA": str(folder), "SHNOR_TODAY": today, "PYTHONUTF8": "1", "SHNOR_DATABASE": "",
              "SHNOR_ORIGIN": "", "PYTHONPATH": str(ROOT), **environment}
    admin = free_port(inside + 1)
    given = ["--address", f"127.0.0.1:{inside}", "--admin", f"127.0.0.1:{admin}", "--origin", origin,
             *(("--database", str(database)) if database else ())]
    program = PROCESSES.Process(target=serve, args=(values, given, folder / "server.log"), daemon=False)
    with patch.dict(sys.modules, {"__main__": ModuleType("__main__")}):
        program.start()
    own = database or folder / "shnor.duckdb"
    made = Fronted(origin, port, inside, admin, folder, front, own, entry, program, nginx)
    stack.callback(made.stop)
    wait_until_answered(made)
    return made


def serve(environment: dict[str, str], arguments: list[str], log: Path) -> None:
    """Becomes `python run.py serve`."""
    become(environment, log)
    sys.addaudithook(partial(note_outside, log.with_name(OUTSIDE)))
    from shnor.ui.server import serve as of_server

    sys.exit(of_server.main(arguments))


def note_outside(path: Path, event: str, told: tuple[object, ...]) -> None:
    """Every connection and every look-up of a name passes here."""
    if event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyname_ex"):
        asked = told[0]
    elif event in ("socket.connect", "socket.sendto") and isinstance(told[1], tuple):
        asked = told[1][0]
    else:
        return
    name = asked.decode() if isinstance(asked, bytes) else str(asked or HOST)
    if not is_local(name):
        with path.open("a", encoding="utf-8") as file:
            file.write(f"{event} {name}\n")


def started_nginx(folder: Path, port: int, inside: int, below: str = "", *, patient: bool = False) -> subprocess.Popen:
    """The site of the folder deploy, with ports and a certificate of the test."""
    program = shutil.which("nginx")
    if not program:
        if os.environ.get("CI"):
            pytest.fail("На сервере проверок нет nginx.")
        pytest.skip("Нет nginx: проверки через него пропущены.")
    certificate(folder)
    text = site(SITE.read_text("utf-8"), folder, port, inside, below)
    (folder / "site.conf").write_text(text.replace("rate=30r/m", "rate=100r/s") if patient else text, "utf-8")
    (folder / "nginx.conf").write_text(MAIN.format(folder=folder, user="user root;" if os.name != "nt"
                                                   and folder.owner() == "root" else ""), "utf-8")
    return subprocess.Popen([program, "-p", str(folder), "-c", str(folder / "nginx.conf")],
                            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def site(text: str, folder: Path, port: int, inside: int, below: str = "") -> str:
    """What the IT of an administration changes in it, changed for a test."""
    text = text.replace("monitor.example.ru", HOST).replace("127.0.0.1:8601", f"127.0.0.1:{inside}")
    text = re.sub(r"listen 443\b", f"listen 127.0.0.1:{port}", text)
    text = re.sub(r"listen 80\b", f"listen 127.0.0.1:{free_port(port + 300)}", text)
    text = re.sub(r"(ssl_certificate(?:_key)?) .*/(.*);", rf"\1 {folder}/\2;", text)
    return re.sub(r"location (= )?/", rf"location \1{below}/", text) if below else text


def certificate(folder: Path) -> None:
    """cert.pem and key.pem of this test alone."""
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                    "-days", "3650", "-subj", f"/CN={HOST}", "-addext", f"subjectAltName=DNS:{HOST},IP:127.0.0.1",
                    "-keyout", str(folder / "key.pem"), "-out", str(folder / "cert.pem")],
                   check=True, capture_output=True)


def trusting() -> ssl.SSLContext:
    """Of a client that takes any certificate: ours is made by nobody."""
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context


def wait_until_answered(made: Fronted) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until and made.program.is_alive() and made.nginx.poll() is None:
        if listens(made.inside) and listens(made.port) and made.ask("/shnor/alive").status == 200:
            return
        time.sleep(0.1)
    pytest.fail("Программа за nginx не запустилась:\n" + made.log()[-3000:]
                + (made.front / "error.log").read_text("utf-8", "replace")[-2000:])


def listens(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(2)
        return probe.connect_ex(("127.0.0.1", port)) == 0

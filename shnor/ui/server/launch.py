"""The start on one's own computer: finds a copy that already runs, else makes a key, opens the browser and serves.

`python -m shnor.ui.server.launch`, called by run.py. `streamlit run` and not bare uvicorn: only it reads the
config.toml of Streamlit for the address, the port and the limits of the WebSocket.
"""

import argparse
import contextlib
import io
import json
import os
import secrets
import socket
import sys
import threading
import time
import traceback
import urllib.error
import urllib.request
import webbrowser
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from shnor import config, private
from shnor.errors import ShnorError
from shnor.ui.server import keys, loopback
from shnor.ui.server.listening import refuse_strangers
from shnor.ui.server.options import Options

HOST = "127.0.0.1"
ROOT = Path(__file__).resolve().parents[3]

STARTED = """
Программа работает: {address}
{opened}
{second}

Как остановить: закройте это окно или нажмите в нём Ctrl+C. Данные хранятся в папке «{folder}».
"""
OPENED = "Страница откроется в браузере сама. Если не открылась, скопируйте адрес целиком в строку браузера."
NOT_OPENED = "Скопируйте адрес целиком в строку браузера."
SECOND = "Если браузер не найдёт страницу с адресом на «.localhost», откройте в нём другой адрес: {address}"
PORT = 8501
ALREADY = "Программа уже работает: {address}"
OTHER_BASE = ("Программа уже работает на порту {port} с другой базой. Остановите её или запустите эту с другим портом, "
              "например: python run.py --port {free}")
PORT_TAKEN = "Порт {port} занят другой программой. Запустите с другим портом, например: python run.py --port {free}"
NONE_FREE = ("Порт {port} занят другой программой, и рядом с ним свободного нет. Запустите с другим портом, например: "
             "python run.py --port 8501")
READ_ONLY = ("В папку данных «{folder}» нельзя записывать. Разрешите запись или укажите другую папку в переменной "
             "SHNOR_DATA и запустите снова.")
HELP = """Мониторинг ШНОР

  python run.py                    открыть программу в браузере
  python run.py --port 8502        то же на другом порту этого компьютера
  python run.py --database ФАЙЛ    открыть одну эту базу
  python run.py --no-browser       не открывать браузер, только показать адрес
  python run.py serve --help       для нескольких человек на сервере
  python run.py test               проверить программу"""
SERVED = ("Задана переменная SHNOR_ORIGIN, с ней программа работает на сервере. Уберите её или запустите: "
          "python run.py serve")
FAILED = "Программа не запустилась. Подробности для специалиста: {log}"
NO_PORT = "Порта {port} не бывает: порт — число от 1 до 65535. Запустите ещё раз, например с --port 8502."


class Launch(NamedTuple):
    """One running copy, as written in `launch-<port>.json`. key: the secret its addresses are made with. database: "" =
    the bases of the data folder."""

    port: int
    key: str
    database: str

    @property
    def address(self) -> str:
        """Opens once and not for long: whoever reads it off a screen or a list of processes comes too late. Leads on to
        a host name of this launch."""
        return f"http://{HOST}:{self.port}{keys.START}?key={keys.one_time(self.key)}"

    @property
    def second(self) -> str:
        """For a browser that does not find such a name."""
        return SECOND.format(address=f"http://{HOST}:{self.port}/?key={keys.one_time(self.key)}")


def main(arguments: list[str] | None = None) -> int:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    chosen = options(arguments)
    try:
        refuse_server_settings(os.environ)
        refuse_unfit(chosen.port)
        if chosen.database:
            os.environ["SHNOR_DATABASE"] = str(Path(chosen.database).resolve())
        settings = config.load()
    except ShnorError as error:
        print(error)
        return 1
    database = str(settings.database or "")
    running = running_copy(settings.folder, database)
    if running:
        print(ALREADY.format(address=running.address), running.second, sep="\n")
        show(running, chosen.no_browser)
        return 0
    if taken(chosen.port):
        free = free_port(chosen.port + 1)
        sentence = OTHER_BASE if alive(chosen.port) else PORT_TAKEN
        print((sentence if free else NONE_FREE).format(port=chosen.port, free=free))
        return 1
    launch = Launch(chosen.port, secrets.token_urlsafe(24), database)
    try:
        record = remember(settings.folder, launch)
    except OSError:
        print(READ_ONLY.format(folder=settings.folder))
        return 1
    started = threading.Event()
    threading.Thread(target=announce, args=(launch, settings.folder, chosen.no_browser, started), daemon=True).start()
    log = settings.folder / "logs" / "server.log"
    try:
        serve(launch, log)
    finally:
        record.unlink(missing_ok=True)
    print("Программа остановлена." if started.is_set() else FAILED.format(log=log))
    return 0 if started.is_set() else 1


def options(arguments: list[str] | None) -> argparse.Namespace:
    parser = Options(HELP)
    parser.add_argument("--port", type=int, default=PORT)
    parser.add_argument("--database")
    parser.add_argument("--no-browser", action="store_true", default=bool(os.environ.get("CI")))
    return parser.parse_args(arguments)


def refuse_server_settings(environment: Mapping[str, str]) -> None:
    """What a terminal may have left over: on one's own computer nobody else is let in. Raises ShnorError."""
    if environment.get("SHNOR_ORIGIN"):
        raise ShnorError(SERVED)
    refuse_strangers(environment.get("STREAMLIT_SERVER_ADDRESS") or HOST, environment)


def refuse_unfit(port: int) -> None:
    """What was mistyped. Raises ShnorError."""
    if not 0 < port < 1 << 16:
        raise ShnorError(NO_PORT.format(port=port))


def running_copy(folder: Path, database: str) -> Launch | None:
    """The copy that runs on the same data. Records of copies that were killed are passed over."""
    for path in sorted(folder.glob("launch-*.json")):
        try:
            launch = Launch(**json.loads(path.read_text("utf-8")))
        except (OSError, ValueError, TypeError):
            continue
        if launch.database == database and alive(launch.port):
            return launch
    return None


def alive(port: int) -> bool:
    """Whether our program answers there."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(f"http://{HOST}:{port}/shnor/alive", timeout=2) as answer:
            return json.load(answer).get("name") == "shnor-monitor"
    except (OSError, ValueError, AttributeError):
        return False


def taken(port: int) -> bool:
    with socket.socket() as probe:
        if os.name != "nt":
            # On Linux a port of a copy that has just ended counts as free; on Windows this option means the contrary.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return True
    return loopback.taken(port)


def free_port(start: int) -> int:
    """The first one from there on, 0 = none of the next hundred."""
    return next((port for port in range(start, min(start + 100, 65536)) if not taken(port)), 0)


def record_file(folder: Path, port: int) -> Path:
    return folder / f"launch-{port}.json"


def remember(folder: Path, launch: Launch) -> Path:
    """Writes the record so that only this user reads it, and makes the folder of logs."""
    private.folder(private.folder(folder) / "logs")
    path = record_file(folder, launch.port)
    path.unlink(missing_ok=True)
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        json.dump(launch._asdict(), file)
    return path


def announce(launch: Launch, folder: Path, no_browser: bool, started: threading.Event) -> None:
    for _ in range(600):
        if alive(launch.port):
            started.set()
            opened = NOT_OPENED if no_browser else OPENED
            print(STARTED.format(address=launch.address, opened=opened, second=launch.second, folder=folder),
                  flush=True)
            return show(launch, no_browser)
        time.sleep(0.05)


def show(launch: Launch, no_browser: bool) -> None:
    if not no_browser:
        with contextlib.suppress(webbrowser.Error, OSError):
            webbrowser.open(launch.address)


def serve(launch: Launch, log: Path) -> None:
    """Runs until Ctrl+C, however Streamlit and uvicorn report it. Their own English lines go to the log."""
    os.environ["SHNOR_KEY"] = launch.key
    with open(log, "w", encoding="utf-8", buffering=1, opener=private.opener) as file, \
            contextlib.redirect_stderr(file), loopback.kept(launch.port):
        from streamlit.web import cli  # slow, and not needed to find a running copy

        try:
            cli.main(["run", str(ROOT / "app.py"), "--server.port", str(launch.port)], standalone_mode=False)
        except (SystemExit, KeyboardInterrupt):
            pass
        except Exception as error:
            if not isinstance(error.__cause__, KeyboardInterrupt):
                traceback.print_exc()


if __name__ == "__main__":
    sys.exit(main())

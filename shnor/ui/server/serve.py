"""The start on a server: `python run.py serve --address 127.0.0.1:8601 --origin https://monitor.example.ru`.

nginx or Caddy stands in front, closes the connection by TLS and passes everything on. One process: the base has one
writer, and uploads and pages live in the memory of one. uvicorn itself and not `streamlit run`, which knows no bound
of the end.
"""

import argparse
import asyncio
import contextlib
import errno
import io
import os
import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from shnor import config, private, served
from shnor.errors import ShnorError
from shnor.ui.server.listening import Listening, listening, origin, refuse_strangers
from shnor.ui.server.options import Options

if TYPE_CHECKING:
    import uvicorn

ROOT = Path(__file__).resolve().parents[3]
ADDRESS, ADMIN = "127.0.0.1:8601", "127.0.0.1:8602"
END = 8
"""Seconds the open connections have to close by themselves when the program is stopped."""
MOST_MESSAGE = 64 * 1024 * 1024
"""Bytes of one message of a browser. Files come another way and have a limit of their own."""
HELP = """Мониторинг ШНОР на сервере. Впереди стоит nginx или Caddy, примеры настройки — в папке deploy.

  python run.py serve --origin https://monitor.example.ru

  --origin АДРЕС       по какому адресу программу открывают; можно с путём: https://example.ru/monitor
  --address АДРЕС      где программа ждёт nginx или Caddy; обычно 127.0.0.1:8601
  --proxy АДРЕС        откуда приходит nginx или Caddy, если он на другом компьютере
  --admin АДРЕС        служебный порт: состояние, показатели, копия; обычно 127.0.0.1:8602
  --copies ПАПКА       куда складывать копии; обычно папка copies в папке данных
  --database ФАЙЛ      база; обычно своя в папке данных (переменная SHNOR_DATA)

Первый координатор: python run.py users add ИМЯ_ВХОДА"""
STARTING = """Мониторинг ШНОР открывается по адресу {origin}
Ждёт на {where}, служебный порт {admin}, данные в папке «{folder}»."""
NOT_LOCAL = "Служебный порт «{text}» был бы виден по сети. Оставьте 127.0.0.1."
TAKEN = ("Порт {port} занят другой программой или закрыт для этой. Запустите с другим: --address 127.0.0.1:8611 "
         "--admin 127.0.0.1:8612")
READ_ONLY = ("В папку данных «{folder}» нельзя записывать. Разрешите запись или укажите другую папку в переменной "
             "SHNOR_DATA и запустите снова.")


def main(arguments: list[str] | None = None) -> int:
    """0 it was started and stopped, 1 a sentence was printed."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace", line_buffering=True)
    chosen = options(arguments)
    try:
        where, admin = prepared(chosen)
        opened()
        settings = remembered(chosen.admin)
    except ShnorError as error:
        print(error)
        return 1
    print(STARTING.format(origin=settings.origin, where=chosen.address, admin=chosen.admin, folder=settings.folder))
    with contextlib.suppress(KeyboardInterrupt):
        run(where, admin)
    return 0


def options(arguments: list[str] | None) -> argparse.Namespace:
    parser = Options(HELP)
    parser.add_argument("--address", default=ADDRESS)
    parser.add_argument("--origin", default=os.environ.get("SHNOR_ORIGIN", ""))
    parser.add_argument("--proxy", default=os.environ.get("SHNOR_PROXY", ""))
    parser.add_argument("--admin", default=ADMIN)
    parser.add_argument("--copies", default="")
    parser.add_argument("--database", default="")
    return parser.parse_args(arguments)


def prepared(chosen: argparse.Namespace) -> tuple[Listening, Listening]:
    """Says to everything below in which mode it runs, by the environment. Raises ShnorError."""
    os.environ["SHNOR_ORIGIN"] = origin(chosen.origin)
    os.environ["SHNOR_PROXY"] = chosen.proxy
    where, admin = listening(chosen.address), listening(chosen.admin)
    refuse_strangers(where.host, os.environ)
    if not admin.local:
        raise ShnorError(NOT_LOCAL.format(text=chosen.admin))
    for one in (where, admin):
        if taken(one):
            raise ShnorError(TAKEN.format(port=one.port))
    for name, path in (("SHNOR_DATABASE", chosen.database), ("SHNOR_COPIES", chosen.copies)):
        if path:
            os.environ[name] = str(Path(path).resolve())
    os.environ["STREAMLIT_SERVER_ADDRESS"], os.environ["STREAMLIT_SERVER_PORT"] = where.host, str(where.port)
    return where, admin


def opened() -> None:
    """The base is taken before anybody is let in: a second program on the same data ends here. Raises ShnorError."""
    os.umask(0o077)
    os.chdir(ROOT)  # where the settings of Streamlit are looked for
    from shnor.ui.run import session

    settings = config.load()
    try:
        private.folder(private.folder(settings.folder) / "logs")
    except OSError as error:
        raise ShnorError(READ_ONLY.format(folder=settings.folder)) from error
    session.open_bases().get(settings.own_base)


def remembered(admin: str) -> config.Settings:
    """The command line and the timer of copies find this start. Raises ShnorError."""
    settings = config.load()
    try:
        served.remember(settings.folder, served.Served(settings.origin, admin))
        served.key(settings.folder)
    except OSError as error:
        raise ShnorError(READ_ONLY.format(folder=settings.folder)) from error
    return settings


def run(where: Listening, beside: Listening) -> None:
    """Until SIGTERM or Ctrl+C."""
    import uvicorn  # slow, and not needed to refuse a start

    from shnor.ui.server import admin

    program = uvicorn.Server(uvicorn.Config(
        "app:app", host=where.host, port=where.port, ws="websockets-sansio", ws_ping_interval=30, ws_ping_timeout=30,
        ws_max_size=MOST_MESSAGE, ws_per_message_deflate=False, lifespan="on", access_log=False, use_colors=False,
        server_header=False, proxy_headers=False, timeout_keep_alive=75, timeout_graceful_shutdown=END))
    admin_port = admin.Beside(uvicorn.Config(
        admin.application(beside), host=beside.host, port=beside.port, lifespan="off", access_log=False,
        use_colors=False, server_header=False, proxy_headers=False, log_level="warning", timeout_graceful_shutdown=END))
    asyncio.run(both(program, admin_port))


async def both(program: "uvicorn.Server", admin_port: "uvicorn.Server") -> None:
    """The end of the program is the end of the port beside it, which hears no signals itself."""
    served_beside = asyncio.create_task(admin_port.serve())
    try:
        await program.serve()
    finally:
        admin_port.should_exit = True
        await served_beside


def taken(where: Listening) -> bool:
    """Whether another program listens there or holds the port, or the system gives it to none of ours."""
    family = socket.AF_INET6 if ":" in where.host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.settimeout(2)
        reached = "127.0.0.1" if where.host in ("0.0.0.0", "") else where.host
        if probe.connect_ex((reached, where.port)) == 0:
            return True
    try:
        socket.create_server(where, family=family).close()
    except OSError as error:
        return error.errno in (errno.EADDRINUSE, errno.EACCES)
    return False


if __name__ == "__main__":
    sys.exit(main())

"""Where the program listens and under which address people open it: what of it is refused, and why."""

import ipaddress
import re
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urlsplit

from shnor.errors import ShnorError

LOOPBACK_NAMES = ("localhost",)
SITE = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?", re.I)
PATH = re.compile(r"(/[A-Za-z0-9_-]+)*")
ALONE = ("Адрес «{host}» открыл бы программу всей сети без входа по паролю. Уберите его: программа для одного "
         "компьютера работает на 127.0.0.1. Для нескольких человек запустите её на сервере: python run.py serve --help")
NO_ORIGIN = ("Не сказано, по какому адресу программу открывают. Допишите его, например: "
             "--origin https://monitor.example.ru")
NOT_HTTPS = ("Адрес «{text}» не подходит: он начинается с https://, потому что пароли идут только по закрытой связи. "
             "Например: https://monitor.example.ru или https://example.ru/monitor")
NOT_AN_ADDRESS = "Адрес «{text}» не подходит. Нужны адрес и порт этого компьютера, например: 127.0.0.1:8601"
NO_PROXY = ("Адрес «{host}» виден по сети, а связь до него не закрыта. Слушайте 127.0.0.1 или назовите адрес сервера, "
            "который стоит впереди: --proxy 10.0.0.5. Остальным программа не ответит.")


class Listening(NamedTuple):
    """An address of this machine and a port."""

    host: str
    port: int

    @property
    def local(self) -> bool:
        return is_local(self.host)


def is_local(host: str) -> bool:
    """Whether nobody but this machine itself reaches it."""
    if host.lower() in LOOPBACK_NAMES:
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def listening(text: str) -> Listening:
    """«127.0.0.1:8601», «[::1]:8601». Raises ShnorError."""
    host, _, port = text.strip().rpartition(":")
    if not host or not port.isdecimal() or not 0 < int(port) < 65536:
        raise ShnorError(NOT_AN_ADDRESS.format(text=text))
    return Listening(host.strip("[]"), int(port))


def origin(text: str) -> str:
    """The address people open, as it is compared with: «https://monitor.example.ru», «https://example.ru/monitor».
    Raises ShnorError; http is refused on every host, for the cookie of a session travels over TLS alone."""
    if not text.strip():
        raise ShnorError(NO_ORIGIN)
    parts = urlsplit(text.strip().rstrip("/"))
    plain = not (parts.query or parts.fragment) and SITE.fullmatch(parts.netloc) and PATH.fullmatch(parts.path)
    if parts.scheme.lower() != "https" or not plain:
        raise ShnorError(NOT_HTTPS.format(text=text))
    site = parts.netloc.lower().removesuffix(":443")  # browsers leave it out
    return f"https://{site}{parts.path}"


def refuse_strangers(host: str, environment: Mapping[str, str]) -> None:
    """host: what is to be listened at. Raises ShnorError for one that others reach and that nothing guards."""
    if is_local(host):
        return
    if not environment.get("SHNOR_ORIGIN"):
        raise ShnorError(ALONE.format(host=host))
    if not environment.get("SHNOR_PROXY"):
        raise ShnorError(NO_PROXY.format(host=host))

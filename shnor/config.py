"""Where data live and which day it is. Read by app.py, the command line and ui alone."""

import os
import sys
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from platformdirs.api import PlatformDirsABC
from platformdirs.unix import Unix
from platformdirs.windows import Windows
from pydantic import BaseModel, ConfigDict

from shnor.errors import ShnorError

NO_DAY = "SHNOR_TODAY — день вида 2026-11-27, а не «{day}». Исправьте его или уберите и запустите ещё раз."
NO_ZONE = ("Часового пояса «{zone}» нет. SHNOR_TIMEZONE — имя вида Europe/Moscow или Asia/Yekaterinburg. Исправьте его "
           "или уберите и запустите ещё раз.")

class Provider(BaseModel):
    """Who says for us who somebody is, in server mode: the identity provider of the municipality. issuer: as it calls
    itself, «https://id.example.ru/realms/city». client, secret_file: how it knows this program. claim: which of its
    words about a person is the login here, one that people cannot change themselves. title: what stands on the entry
    after «Войти через». ca: certificates it is known by, None = those that are commonly trusted."""

    model_config = ConfigDict(frozen=True)

    issuer: str
    client: str = ""
    secret_file: Path = Path()
    claim: str = "preferred_username"
    title: str = "единую учётную запись"
    ca: Path | None = None


class Settings(BaseModel):
    """folder: where bases, copies and logs live, never beside the code. database: one base for this whole
    process (then no choice is offered). origin: the address people open in server mode, «https://monitor.example.ru»
    or, below a path, «https://example.ru/monitor»; "" = this computer alone. proxies: from which other machines the
    server in front comes. provider: None = people have passwords of ours alone. day: «today» for tests and
    demonstrations; what is accepted then is of that day."""

    model_config = ConfigDict(frozen=True)

    folder: Path
    database: Path | None = None
    timezone: str = "Europe/Moscow"
    day: date | None = None
    origin: str = ""
    proxies: tuple[str, ...] = ()
    copies_folder: Path | None = None
    provider: Provider | None = None

    @property
    def own_base(self) -> Path:
        return self.database or self.folder / "shnor.duckdb"

    @property
    def copies(self) -> Path:
        """Where a server's copies go; another disk is named by who starts it."""
        return self.copies_folder or self.folder / "copies"

    @property
    def demo_base(self) -> Path:
        return self.folder / "demo.duckdb"

    @property
    def second_demo_base(self) -> Path:
        return self.folder / "demo_zarechny.duckdb"

    def now(self) -> datetime:
        moment = datetime.now(ZoneInfo(self.timezone))
        return datetime.combine(self.day, moment.timetz()) if self.day else moment

    def today(self) -> date:
        return self.now().date()


def user_dirs(platform: str = sys.platform) -> PlatformDirsABC:
    """The user's folders of the system. macOS keeps the folder of Linux: that is where its bases are."""
    return Windows("ShnorMonitor", appauthor=False) if platform == "win32" else Unix("shnor-monitor")


def load(environment: dict[str, str] | None = None) -> Settings:
    """SHNOR_DATA (folder), SHNOR_DATABASE (one base), SHNOR_TIMEZONE, SHNOR_TODAY (YYYY-MM-DD), SHNOR_ORIGIN,
    SHNOR_PROXY, SHNOR_COPIES (folder); SHNOR_OIDC_ISSUER, …_CLIENT, …_SECRET_FILE, …_CLAIM, …_TITLE, …_CA of an
    identity provider. Raises ShnorError for a day or a zone that is none."""
    values = os.environ if environment is None else environment
    return Settings(
        folder=Path(values.get("SHNOR_DATA") or user_dirs().user_data_path),
        database=Path(values["SHNOR_DATABASE"]) if values.get("SHNOR_DATABASE") else None,
        timezone=_zone(values.get("SHNOR_TIMEZONE") or "Europe/Moscow"),
        day=_day(values["SHNOR_TODAY"]) if values.get("SHNOR_TODAY") else None,
        origin=values.get("SHNOR_ORIGIN", "").rstrip("/"),
        copies_folder=Path(values["SHNOR_COPIES"]) if values.get("SHNOR_COPIES") else None,
        proxies=tuple(values.get("SHNOR_PROXY", "").replace(",", " ").split()),
        provider=_provider(values) if values.get("SHNOR_ORIGIN") and values.get("SHNOR_OIDC_ISSUER") else None,
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ShnorError(NO_DAY.format(day=text)) from error


def _zone(name: str) -> str:
    try:
        return ZoneInfo(name).key
    except (KeyError, ValueError, OSError) as error:  # unknown; leads out of the folder of zones; such a folder itself
        raise ShnorError(NO_ZONE.format(zone=name)) from error


def _provider(values: Mapping[str, str]) -> Provider:
    given = {name: values.get(f"SHNOR_OIDC_{name.upper()}", "") for name in Provider.model_fields}
    return Provider.model_validate({name: value for name, value in given.items() if value})


def outside(path: str) -> str:
    """A path of ours as browsers ask for it: below that of the public address. What runs inside knows none."""
    return _below(os.environ.get("SHNOR_ORIGIN", "")) + path


@cache
def _below(origin: str) -> str:
    return urlsplit(origin).path.rstrip("/")

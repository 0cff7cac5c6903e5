"""What has to be right before anybody may come in through an identity provider: said at the start, to who set it up."""

import os
import stat
from pathlib import Path
from urllib.parse import urlsplit

from shnor import config
from shnor.errors import ShnorError


class BadSetup(ShnorError):
    """Which variable is wrong and what it has to be."""


def secret(given: config.Provider) -> str:
    """The word the provider knows this program by. Raises BadSetup."""
    address = urlsplit(given.issuer)
    if address.scheme != "https" or not address.netloc or address.query or address.fragment:
        raise BadSetup(f"SHNOR_OIDC_ISSUER: «{given.issuer}» не подходит. Нужен адрес, который начинается с https://, "
                       "так, как его называет сам сервер учётных записей.")
    if not given.client:
        raise BadSetup("SHNOR_OIDC_CLIENT не задан. Нужно имя, под которым сервер учётных записей знает программу.")
    if given.ca and not given.ca.is_file():
        raise BadSetup(f"SHNOR_OIDC_CA: файла «{given.ca}» нет. Нужен файл сертификатов в виде PEM.")
    return _read(given.secret_file)


def _read(path: Path) -> str:
    try:
        if os.name != "nt" and stat.S_IMODE(path.stat().st_mode) & 0o077:
            raise BadSetup(f"SHNOR_OIDC_SECRET_FILE: файл «{path}» читают и другие пользователи этого компьютера. "
                           f"Закройте его: chmod 600 {path}")
        word = path.read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise BadSetup(f"SHNOR_OIDC_SECRET_FILE: файл «{path}» не читается. В нём должно быть секретное слово "
                       "программы на сервере учётных записей.") from error
    if not word:
        raise BadSetup(f"SHNOR_OIDC_SECRET_FILE: файл «{path}» пуст.")
    return word

"""Passwords: kept as argon2id, never readable again."""

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

from shnor.errors import ShnorError

LEAST, MOST = 12, 200
"""Characters; NIST SP 800-63B-4 asks for no composition, only for length and no well-known words."""
KNOWN = ("123456789012", "qwertyuiop12", "passwordpassword", "парольпароль", "йцукенгшщзхъ", "111111111111")
_HASHER = PasswordHasher()
_NOBODY = _HASHER.hash("a password of nobody")


class BadPassword(ShnorError):
    """The sentence says what a password has to be."""


def hashed(password: str, login: str) -> str:
    """Raises BadPassword for one that is short, well known or the login itself."""
    if len(password) < LEAST:
        raise BadPassword(f"Пароль короче {LEAST} знаков. Возьмите три–четыре слова подряд: их легче запомнить, чем "
                          "знаки.")
    if len(password) > MOST:
        raise BadPassword(f"Пароль длиннее {MOST} знаков. Возьмите короче.")
    plain = password.casefold()
    if plain in KNOWN or len(set(plain)) < 4 or login.casefold() in plain:
        raise BadPassword("Такой пароль подберут первым. Возьмите другой: три–четыре слова, без своего имени входа.")
    return _HASHER.hash(password)


def fits(password: str, stored: str | None) -> bool:
    """As long for somebody who is not there or has no password yet as for a wrong one."""
    try:
        return _HASHER.verify(stored or _NOBODY, password[:MOST + 1]) and stored is not None
    except (Argon2Error, InvalidHashError):
        return False

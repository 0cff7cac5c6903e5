"""Passwords: kept as argon2id, never readable again. Its library is loaded when the first password is asked for: on
one's own computer that is never."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from shnor.errors import ShnorError

if TYPE_CHECKING:
    from argon2 import PasswordHasher

LEAST, MOST = 12, 200
"""Characters; NIST SP 800-63B-4 asks for no composition, only for length and no well-known words."""
KNOWN = ("123456789012", "qwertyuiop12", "passwordpassword", "парольпароль", "йцукенгшщзхъ", "111111111111")


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
    return _hasher().hash(password)


def fits(password: str, stored: str | None) -> bool:
    """As long for somebody who is not there or has no password yet as for a wrong one."""
    from argon2.exceptions import Argon2Error, InvalidHashError

    try:
        return _hasher().verify(stored or _of_nobody(), password[:MOST + 1]) and stored is not None
    except (Argon2Error, InvalidHashError):
        return False


@cache
def _hasher() -> PasswordHasher:
    from argon2 import PasswordHasher

    return PasswordHasher()


@cache
def _of_nobody() -> str:
    return _hasher().hash("a password of nobody")

"""The key of one opening, the cookie and the host name of one launch, made from the secret run.py has written down for
this user."""

import hashlib
import hmac
import secrets
import time

SECONDS = 600
"""So long a printed address may wait to be copied; it opens once."""
START = "/shnor/start"
"""An address with a key that leads to the host name of the launch."""


def one_time(secret: str, now: float | None = None) -> str:
    """«1795600000.Yx….9f…»: until when, which one, signed."""
    until = int((time.time() if now is None else now) + SECONDS)
    named = f"{until}.{secrets.token_urlsafe(12)}"
    return f"{named}.{_signed(secret, named)}"


class Keys:
    """Remembers which have been used; whose time is over need not be remembered."""

    def __init__(self, secret: str) -> None:
        self._secret = secret
        self._used: dict[str, int] = {}

    def use(self, key: str, now: float | None = None) -> bool:
        """Whether it opens; the second time it does not."""
        moment = time.time() if now is None else now
        named, _, signature = key.rpartition(".")
        if not self._secret or not hmac.compare_digest(_signed(self._secret, named).encode(), signature.encode()):
            return False
        until = int(named.partition(".")[0])
        self._used = {one: end for one, end in self._used.items() if end >= moment}
        if until < moment or named in self._used:
            return False
        self._used[named] = until
        return True


def cookie(secret: str, port: int) -> tuple[str, str]:
    """Name and value. Cookies know no port: two copies on one machine must neither overwrite nor open each other's."""
    name = f"shnor_{hashlib.sha256(f'{secret}:{port}'.encode()).hexdigest()[:8]}"
    return name, _signed(secret, f"cookie:{port}")


def host(secret: str, port: int) -> str:
    """«shnor-4f3a….localhost»: browsers find it on this machine by themselves. A cookie goes to every port of its host,
    also to a server of another user; of a host that nobody knows there is no other port."""
    return f"shnor-{_signed(secret, f'host:{port}')[:20]}.localhost"


def _signed(secret: str, text: str) -> str:
    return hmac.new(secret.encode(), text.encode(), hashlib.sha256).hexdigest()

"""Pages are tried over the small municipality of the services."""

from tests.service.conftest import filled, filled_base, send, store

__all__ = ["filled", "filled_base", "send", "store"]

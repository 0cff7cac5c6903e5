"""Pages are tried over the small municipality of the services."""

from tests.service.conftest import filled, send, store

__all__ = ["filled", "send", "store"]

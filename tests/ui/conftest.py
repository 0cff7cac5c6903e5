"""Pages are tried over the small municipality of the services."""

from tests.service.conftest import base_of, beginning, filled, send, store

__all__ = ["base_of", "beginning", "filled", "send", "store"]

"""Pieces of the page are tried at the desk of a school of the small municipality."""

from tests.service.desk.conftest import desk, desk_of

__all__ = ["desk", "desk_of"]

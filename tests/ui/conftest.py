"""Pages are tried over the small municipality of the services."""

from pathlib import Path

import pytest

from shnor.desk import Desk
from shnor.ui.run.desks import of_process
from tests.service.conftest import DAY, base_of, beginning, filled, send, store

__all__ = ["base_of", "beginning", "filled", "send", "store"]


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Desk:
    """Of this process, beside a base of its own, as on a server. Without SHNOR_ORIGIN: one's own computer."""
    for name, value in (("ORIGIN", "https://monitor.example.ru"), ("DATABASE", str(tmp_path / "base.duckdb")),
                        ("TODAY", DAY.isoformat())):
        monkeypatch.setenv(f"SHNOR_{name}", value)
    return of_process()

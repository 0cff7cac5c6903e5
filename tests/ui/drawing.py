"""A page run over a base without a server, as the HTML it shows."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from sample_data import make

PAGES = Path(__file__).resolve().parents[2] / "pages"


def bodies(page: str, base: Path, monkeypatch: pytest.MonkeyPatch, query: Mapping[str, str]) -> list[str]:
    """Pieces of HTML in the order of the page, on the day of the examples."""
    monkeypatch.setenv("SHNOR_DATABASE", str(base))
    monkeypatch.setenv("SHNOR_DATA", str(base.parent))
    monkeypatch.setenv("SHNOR_TODAY", make.DAY.isoformat())
    app = AppTest.from_file(str(PAGES / f"{page}.py"), default_timeout=60)
    for name, value in query.items():
        app.query_params[name] = value
    app.run()
    return [block.proto.body for block in app.main if block.type == "html"]

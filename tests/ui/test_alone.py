"""On one's own computer nobody hands in anything: no page opens the desks of schools or offers what belongs to them."""

import shutil

from streamlit.testing.v1 import AppTest

from shnor.desk.database import beside
from tests.clock import DAY
from tests.service.conftest import FILLED
from tests.ui.drawing import PAGES

TELL = ("overview", "upload", "school")
"""Pages that tell of desks on a server."""
OF_DESKS = ("Ознакомлены", "ознакомлена", "Пришло от школ", "Взять обратно", "отправлен, ждёт")
"""Words a page says on a server alone, to a director or about one."""


def test_no_page_opens_or_offers_a_desk(base_of, tmp_path, monkeypatch):
    base = shutil.copy(base_of(*FILLED), tmp_path / "base.duckdb")
    for variable, value in (("DATABASE", str(base)), ("DATA", str(tmp_path)), ("TODAY", DAY.isoformat()),
                            ("ORIGIN", "")):
        monkeypatch.setenv(f"SHNOR_{variable}", value)
    for name in TELL:
        app = AppTest.from_file(str(PAGES / f"{name}.py"), default_timeout=60)
        app.query_params["school"] = "Ш05"
        app.run()
        told = [*(block.proto.body for block in app.main if block.type == "html"), *(one.label for one in app.button)]
        assert not app.exception
        assert told
        assert [(name, word) for word in OF_DESKS if word in " ".join(told)] == []
    assert {path.name for path in tmp_path.iterdir()} >= {base.name}
    assert not beside(base).exists()

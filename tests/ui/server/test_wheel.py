"""The list of texts another version of Streamlit does not contain."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from shnor.ui.server import wheel
from shnor.ui.server.texts import TEXTS


def packed(folder: Path, **bundles: str) -> str:
    path = folder / "streamlit-9.whl"
    with ZipFile(path, "w") as file:
        file.writestr("streamlit/static/index.html", "<html></html>")
        for name, text in bundles.items():
            file.writestr(f"streamlit/static/static/js/{name}.hash.js", text)
    return str(path)


def test_a_text_that_is_nowhere_is_listed(tmp_path: Path):
    assert "axios: '`Network Error`'" in wheel.report(packed(tmp_path, axios="let e=`Offline`"))


def test_a_text_that_moved_is_listed_with_its_bundle(tmp_path: Path):
    assert "axios: '`Network Error`' (now in fetch)" in wheel.report(packed(tmp_path, fetch="let e=`Network Error`"))


def test_a_text_that_is_there_is_not_listed(tmp_path: Path):
    lines = wheel.report(packed(tmp_path, axios="let e=`Network Error`"))
    assert not any(line.startswith("axios") for line in lines)
    assert lines[0] == f"streamlit-9.whl: {wheel.ALL - len(TEXTS['axios'])} of {wheel.ALL} texts are missing"


def test_the_answer_tells_a_script_that_something_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert wheel.main([packed(tmp_path)]) == 1
    assert wheel.main([]) == 0
    assert "pip download" in capsys.readouterr().out

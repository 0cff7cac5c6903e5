"""The log of errors holds numbers, types and places, never what stood in a cell."""

import re
from pathlib import Path

import pytest

from shnor.ui.kit.errors import ErrorLog

CELL = "Фамилия Имя Отчество, 112-233-445 95"


def failed(error: Exception) -> Exception:
    try:
        raise error
    except Exception as caught:
        return caught


def chained() -> Exception:
    try:
        try:
            int(CELL)
        except ValueError as error:
            raise RuntimeError(CELL) from error
    except RuntimeError as caught:
        return caught


@pytest.mark.parametrize("error", [
    pytest.param(failed(ValueError(CELL)), id="message"),
    pytest.param(failed(KeyError(CELL)), id="key"),
    pytest.param(chained(), id="cause"),
])
def test_no_cell_value_reaches_the_log(tmp_path: Path, error: Exception):
    number = ErrorLog(tmp_path).record(error)
    log = (tmp_path / "errors.log").read_text("utf-8")
    assert number in log
    assert type(error).__name__ in log
    assert "tests/ui/kit/test_errors.py:" in log
    assert not re.search("Фамилия|112-233", log)


def test_the_log_does_not_grow_without_end(tmp_path: Path):
    log = tmp_path / "errors.log"
    log.write_text("x" * 999_999, "utf-8")
    ErrorLog(tmp_path).record(failed(ValueError()))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["errors.log", "errors.log.1"]


def test_a_folder_that_cannot_be_written_hides_no_error(tmp_path: Path):
    (tmp_path / "logs").write_text("a file where the folder should be", "utf-8")
    assert "не записано" in ErrorLog(tmp_path / "logs").record(failed(ValueError()))

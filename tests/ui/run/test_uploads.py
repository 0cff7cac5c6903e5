"""A file that was taken from a page lies there no more; files of other people stay."""

from types import SimpleNamespace

import pytest
from streamlit.proto.Common_pb2 import FileURLs
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.uploaded_file_manager import UploadedFile, UploadedFileRec

from shnor.ui.run import uploads


@pytest.fixture
def kept() -> MemoryUploadedFileManager:
    """Two tabs with the same file each."""
    manager = MemoryUploadedFileManager("/upload")
    for tab in ("мой", "чужой"):
        manager.add_file(tab, UploadedFileRec("1", "отчёт.xlsx", "", b"12345"))
    return manager


def test_what_was_taken_is_let_go_and_nobody_elses(kept, monkeypatch):
    monkeypatch.setattr(uploads, "get_script_run_ctx", lambda: SimpleNamespace(
        session_id="мой", uploaded_file_mgr=kept))
    [record] = kept.get_files("мой", ["1"])
    uploads.release([UploadedFile(record, FileURLs())])
    assert [len(kept.get_files(tab, ["1"])) for tab in ("мой", "чужой")] == [0, 1]


def test_without_a_run_of_a_page_there_is_nothing_to_let_go(kept):
    [record] = kept.get_files("мой", ["1"])
    uploads.release([UploadedFile(record, FileURLs())])
    assert len(kept.get_files("мой", ["1"])) == 1

"""Files that people put on a page, let go once they were taken."""

from collections.abc import Iterable

from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import UploadedFile


def release(files: Iterable[UploadedFile]) -> None:
    """Streamlit keeps them for as long as their tab may come back, which is half an hour after it was closed: thirty
    people with a file each would fill the memory of a small server."""
    run = get_script_run_ctx()
    if run is None or not isinstance(run.uploaded_file_mgr, MemoryUploadedFileManager):
        return
    for file in files:
        run.uploaded_file_mgr.remove_file(session_id=run.session_id, file_id=file.file_id)

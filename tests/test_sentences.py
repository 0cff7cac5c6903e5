"""The reviewed list of sentences with counts is what the program says today."""

import difflib
import re

import pytest

from tests import sentences


@pytest.mark.nightly
def test_the_reviewed_list_of_sentences_is_what_the_program_says(monkeypatch):
    """Else run `python -m tests.sentences`, read every line that is new, and commit the list."""
    for name in ("SHNOR_DATABASE", "SHNOR_DATA", "SHNOR_TODAY"):
        monkeypatch.setenv(name, "")  # given back after the test, which sets them for each page
    reviewed, said = sentences.FILE.read_text("utf-8").splitlines(), sentences.collected().splitlines()
    changed = [line for line in difflib.unified_diff(reviewed, said, "reviewed", "said", lineterm="", n=0)
               if not line.startswith("@@")]
    assert not changed, "\n".join([*changed, "Read the new lines aloud; python -m tests.sentences takes them over."])


def test_in_the_list_no_part_passes_its_whole():
    lines = [line for line in sentences.FILE.read_text("utf-8").splitlines() if not line.startswith("#")]
    parts = [(int(k), int(n), line) for line in lines for k, n in re.findall(r"(\d+) из (\d+)", line)]
    shares = [(float(share.replace(",", ".")), line) for line in lines for share in re.findall(r"([\d,]+) %", line)]
    assert len(parts) > 100 < len(shares)
    assert [line for k, n, line in parts if k > n] == []
    assert [line for share, line in shares if share > 100] == []

"""A file with faults ends in sentences with addresses, and nothing of it can be accepted."""

from datetime import date

import pytest

from sample_data import bad
from sample_data.district import SCHOOLS
from shnor.loaders.process.door import check
from shnor.loaders.types import Known, School

KNOWN = Known(today=date(2026, 11, 27),
              schools=tuple(School(school.school_id, school.name, school.number) for school in SCHOOLS))


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    return bad.files(tmp_path_factory.mktemp("bad"))


def checked(path):
    return check(path.name, path.read_bytes(), KNOWN)


@pytest.mark.parametrize(("fault", "expected"), [
    pytest.param("two-bad-rows", [("not-a-date", "C7"), ("unknown-choice", "B12")], id="two-bad-rows"),
    pytest.param("unknown-school", [("unknown-school", "A4")], id="unknown-school"),
    pytest.param("repeated-key", [("repeated-key", "A16")], id="repeated-key"),
    pytest.param("text-in-a-number", [("not-whole", "H8")], id="text-in-a-number"),
    pytest.param("missing-column", [("missing-column", "")], id="missing-column"),
    pytest.param("another-subject", [("unknown-table", "")], id="another-subject"),
])
def test_each_fault_has_its_sentence_and_its_cell(written, fault, expected):
    result = checked(written[fault])
    assert [(issue.code, issue.cell) for issue in result.issues if issue.severity == "error"] == expected
    assert not result.acceptable


@pytest.mark.parametrize("fault", ["empty", "picture", "lock-file", "truncated", "far-cell"])
def test_what_cannot_be_read_is_one_sentence(written, fault):
    result = checked(written[fault])
    assert [issue.severity for issue in result.issues] == ["error"]
    assert not result.acceptable


def test_a_list_of_people_is_not_taken(written):
    result = checked(written["list-of-people"])
    assert not result.acceptable
    assert not any(name in repr(result) for name in bad.PEOPLE)


def test_people_beside_a_form_are_left_out_and_told(written):
    result = checked(written["people-beside"])
    assert [issue.code for issue in result.issues] == ["personal-column", "personal-column"]
    assert not any(name in repr(result) or bad.snils(900_000_100) in repr(result) for name in bad.PEOPLE)


@pytest.mark.parametrize(("number", "expected"), [
    pytest.param(112_233_445, "112-233-445 95", id="published-example"),
    pytest.param(900_000_001, "900-000-001 82", id="checksum-82"),
])
def test_snils_has_its_checksum(number, expected):
    assert bad.snils(number) == expected

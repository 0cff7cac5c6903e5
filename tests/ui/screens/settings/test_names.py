"""A key of a person is never shown."""

from shnor.datasets import COURSES
from shnor.ui.kit import changes
from shnor.ui.screens.source import values


def test_a_key_is_shown_as_a_teacher():
    person = next(column for column in COURSES.columns if column.name == "person")
    assert [values.value_text(person, value, {}) for value in ("0123456789abcdef", "", None)] == ["педагог", "", ""]


def test_a_changed_row_is_named_without_its_key():
    key = {"school_id": "Ш05", "programme": "ФГОС", "person": "0123456789abcdef"}
    assert changes.key_text(key, "courses") == "Ш05, ФГОС"

"""A form of somebody else is looked through before anybody writes into it, and never in the serving process."""

import io
import zipfile

import pytest

from shnor.datasets.limits import FORM_BYTES
from shnor.loaders.files import forms
from shnor.loaders.issues.of_papers import FORM_UNSOUND
from shnor.loaders.process import door
from tests.reports.forms.test_workbook import form, parts_of

SHEET = "xl/worksheets/sheet1.xml"


def made(change, part: str = SHEET) -> bytes:
    """The form with one part changed."""
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts_of(form()).items():
            package.writestr(name, change(content) if name == part else content)
    return raw.getvalue()


def deep(content: bytes) -> bytes:
    return content.replace(b"</worksheet>", b"<x>" * 5000 + b"</x>" * 5000 + b"</worksheet>")


def laughing(content: bytes) -> bytes:
    lines = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9))
    head, _, rest = content.partition(b"<worksheet") if content.startswith(b"<?xml") else (b"", b"", content[10:])
    return head + f'<!DOCTYPE x [<!ENTITY a0 "ха">{lines}]>'.encode() + b"<worksheet" + rest


@pytest.mark.parametrize(("change", "part", "told"), [
    pytest.param(lambda content: content + b" " * FORM_BYTES, SHEET, "file-bomb", id="bomb"),
    pytest.param(lambda content: content + b" ".join(b"%d" % n for n in range(3_000_000)), SHEET, "form-large",
                 id="larger-than-any-form"),
    pytest.param(deep, SHEET, "form-unsound", id="five-thousand-levels"),
    pytest.param(laughing, SHEET, "form-unsound", id="entities"),
    pytest.param(lambda content: content[:-30], "xl/styles.xml", "form-unsound", id="cut-styles"),
])
def test_a_hostile_form_is_refused_in_a_sentence(change, part, told):
    kind, tables, issues = door.form("Форма 3.xlsx", made(change, part))
    assert (kind, tables, [issue.code for issue in issues]) == ("", (), [told])
    assert issues[0].message.startswith("«Форма 3.xlsx»")


def test_a_part_that_does_not_unpack_is_no_sound_form():
    """The stream of the sheet is spoiled behind its local header, the list of the package is whole."""
    data = bytearray(made(bytes))
    at = data.index(SHEET.encode()) + len(SHEET)
    data[at:at + 20] = b"\xff" * 20
    assert forms.objection(bytes(data)) is FORM_UNSOUND


def test_a_sound_form_has_no_objection():
    assert forms.objection(form()) is None

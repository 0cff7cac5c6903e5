"""What the plain HTML of the pages is made of."""

import pytest

from shnor.ui.kit import html
from shnor.ui.kit.html import Link, Marked


@pytest.mark.parametrize("value", [
    pytest.param("МБОУ ООШ № 5", id="text"), pytest.param(Link("МБОУ ООШ № 5", "school"), id="link"),
    pytest.param(Marked("МБОУ ООШ № 5", "shnor-strong"), id="marked"), pytest.param([["МБОУ ООШ № 5"]], id="parts")])
def test_a_number_never_leaves_its_sign(value):
    assert "№\u00a05" in html.cell(value)

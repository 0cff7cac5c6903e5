"""Many schools at once: the whole row leads on."""

from markupsafe import Markup

from shnor.ui.kit.html import Link
from shnor.ui.kit.roster import Row, roster


def test_a_row_is_one_link_with_name_picture_and_words():
    link = Link("МБОУ СОШ № 3", "school", (("school", "Ш03"),))
    body = roster([Row(link, Markup("<svg></svg>"), "13 из 14")])
    assert body.count("<a ") == 1
    assert "href='/school?school=" in body
    assert body.index("№\u00a03") < body.index("<svg>") < body.index("13 из 14")

"""A shaded cell: the darker the more, blank where nothing is, the whole of it leads to its rows."""

import re

import pytest
from markupsafe import Markup

from shnor.ui.kit import heat
from shnor.ui.kit.heat import Shade
from shnor.ui.kit.html import Link


@pytest.mark.parametrize(("value", "highest", "shade"), [
    pytest.param(0, 10, "", id="nothing"), pytest.param(0, 0, "", id="nothing-anywhere"),
    pytest.param(1, 10, "n1", id="little"), pytest.param(1, 100, "n1", id="never-invisible"),
    pytest.param(5, 10, "n3", id="half"), pytest.param(10, 10, "n5", id="most"),
    pytest.param(12, 10, "n5", id="beyond-the-top"), pytest.param(1, 1, "n5", id="one-of-one")])
def test_a_cell_is_the_darker_the_more(value, highest, shade):
    assert heat.level(value, highest) == shade


def test_the_darkest_is_the_most_of_all_rows():
    made = heat.cells(("Вид", "янв", "фев"), [("Семинар", Shade("1", 1), Shade("4", 4)),
                                              ("Выезд", Shade(), Shade("2", 2))])
    assert re.findall("<td class='(.*?)'>", made) == ["n2", "n5", "", "n3"]


def test_the_whole_cell_leads_to_its_rows_and_says_what_it_is():
    made = heat.cells(("", "окт"), [("Семинар", Shade("3", 3, Link("", "source"), "план 4", "Семинар, октябрь: 3"))])
    assert ("<td class='n5'><a class='' href='/source' title='Семинар, октябрь: 3' aria-label='Семинар, октябрь: 3'>3"
            "<small>план 4</small></a></td>") in made


def test_what_is_no_shade_stands_as_it_is():
    made = heat.cells(("", "", "всего"), [("<b>", Shade(mark="outline"), "7")])
    assert made.endswith("<tr><th scope='row'>&lt;b&gt;</th><td class='outline'></td><td class='plain'>7</td></tr>"
                         "</tbody></table></div>")


def test_a_small_picture_may_stand_in_a_row():
    assert "<td class='plain'><svg/></td>" in heat.cells(("", ""), [("Выезд", Markup("<svg/>"))])

"""What stands under and beside tables of comparisons."""

import pytest

from shnor.service.figures.lines import LeftOut, Line
from shnor.ui.kit import compared

SET = "по 6\u00a0школам перечня 2026\u00a0года"


@pytest.mark.parametrize(("found", "said"), [
    pytest.param(LeftOut(), "", id="all-are-in"),
    pytest.param(LeftOut((("№ 2", ("2023",)),), 1), "Не вошла 1 школа: № 2 (нет за год 2023).", id="one"),
    pytest.param(LeftOut((("№ 2", ("2023", "2024")), ("№ 9", ())), 2),
                 "Не вошли 2 школы: № 2 (нет за год 2023 и год 2024); № 9 (нет данных).", id="without-any-data"),
    pytest.param(LeftOut((("№ 2", ()), ("№ 3", ("2023",)), ("№ 9", ())), 3),
                 "Не вошли 3 школы: № 2, № 9 (нет данных); № 3 (нет за год 2023).", id="by-reason"),
    pytest.param(LeftOut((("№ 2", ()),), 5), "Не вошло 5 школ: № 2 (нет данных).", id="others-may-not-be-seen"),
    pytest.param(LeftOut((), 21), "Не вошла 21 школа.", id="none-may-be-seen"),
])
def test_who_is_left_out(found, said):
    assert compared.left_out(found, "год {}".format).replace("\u00a0", " ") == said


def test_of_very_many_the_first_are_named():
    many = LeftOut(tuple((f"№ {number}", ()) for number in range(1, 13)), 12)
    assert compared.left_out(many, str).endswith("№ 10 (нет данных); и ещё 2.")


@pytest.mark.parametrize(("line", "name"), [
    pytest.param(Line("5 класс", (), None, set=SET), "5 класс", id="the-set-of-the-page"),
    pytest.param(Line("5 класс", (), None, set="по 2\u00a0школам"), "5 класс (по 2\u00a0школам)", id="another-set"),
    pytest.param(Line("5 класс", (), None, set="МБОУ ООШ № 5"), "5 класс (МБОУ ООШ № 5)", id="one-school"),
    pytest.param(Line("5 класс", (), None), "5 класс", id="each-year-its-own"),
    pytest.param(Line("МБОУ ООШ № 5", (), None, "Ш05", "МБОУ ООШ № 5"), "МБОУ ООШ № 5", id="a-school-is-its-own-set"),
])
def test_a_line_names_its_schools_where_they_are_others(line, name):
    assert compared.named(line, SET) == name

"""The handbook says every declaration, each folded under its title."""

import re
from datetime import date

import pytest

from shnor.datasets import KINDS
from shnor.metrics import METRICS
from shnor.metrics.norms import SHIPPED, Norm
from shnor.ui.kit import html
from shnor.ui.kit.html import tag
from shnor.ui.screens import handbook


def titles(body: str) -> list[str]:
    return re.findall("<summary>(.*?)</summary>", body)


def test_every_indicator_is_there_under_its_title():
    assert titles(handbook.indicators()) == [html.cell(metric.title) for metric in METRICS.values()]


@pytest.mark.parametrize("metric", METRICS.values(), ids=lambda metric: metric.id)
def test_an_indicator_says_how_it_is_counted(metric):
    assert html.cell(metric.formula) in handbook.indicators()


def test_only_the_handbook_names_the_formula_of_the_interval():
    with_interval = [metric for metric in METRICS.values() if metric.interval]
    assert handbook.indicators().count("интервал Уилсона, 95") == len(with_interval) > 0
    assert not [metric.id for metric in METRICS.values() if "Уилсон" in metric.formula]


def test_every_form_is_there_with_its_columns_and_its_file():
    assert titles(handbook.forms()) == [html.cell(kind.title) for kind in KINDS.values()]
    for kind in KINDS.values():
        assert all(html.cell(column.description) in handbook.forms() for column in kind.typed)
        assert f"href='/shnor/forms/{kind.id}.xlsx'" in handbook.forms()


def test_every_threshold_is_there_with_its_day_and_document():
    own = Norm("Минимум ЕГЭ", "физика", 39, "балл", date(2027, 1, 1), "приказ № 5", own=True)
    body = handbook.norms((*SHIPPED, own))
    assert titles(body) == [html.cell(name) for name in dict.fromkeys(row.norm for row in SHIPPED)]
    assert body.count(">из программы</td>") == len(SHIPPED)
    assert body.index("36\u00a0балл") < body.index(">приказ №\u00a05</td>") < body.index(">свой</td>")
    assert "неофициальный источник" in body


def test_every_entry_is_searched_and_counted():
    size = len(METRICS) + len({row.norm for row in SHIPPED}) + len(KINDS) + len(handbook.WORDS)
    assert handbook.book().count(" data-shnor-row>") == size
    assert f"<b data-shnor-found='handbook'>{size}</b> из {size}" in handbook.book()


def test_the_smallest_group_is_said_of_every_share_alone():
    shares = [metric for metric in METRICS.values() if metric.denominator]
    assert handbook.indicators().count("<dt>Наименьшая группа</dt>") == len(shares) < len(METRICS)
    assert "если участников не меньше 10" in handbook.indicators()


def test_a_required_column_says_so():
    assert "Мероприятие, обязательно" in handbook.forms()


def test_a_folded_piece_has_its_title_before_its_body():
    folded = html.fold("Школа № 5", tag("<p>{}</p>", "да"))
    assert folded == "<details class='shnor-fold'><summary>Школа №\u00a05</summary><p>да</p></details>"

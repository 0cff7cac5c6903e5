"""Four groups of procedures: by the words of their names, and what no word tells of in none."""

import pytest

from shnor.service.pages import cycle, results
from shnor.service.pages.procedure_groups import group_of, named_in, present
from shnor.service.pages.works import Chosen
from tests.service.conftest import DAY, file
from tests.service.pages.works import HEAD, row


@pytest.mark.parametrize(("procedure", "group"), [
    ("ВПР", "federal"), ("НИКО", "federal"), ("Всероссийская проверочная работа", "federal"),
    ("Национальное исследование качества образования", "federal"),
    ("ОГЭ", "gia"), ("ЕГЭ", "gia"), ("ГВЭ", "gia"),
    ("Краевая диагностическая работа", "regional"), ("РДР", "regional"), ("Региональный зачёт", "regional"),
    ("Пробный ОГЭ", "support"), ("Пробный ЕГЭ", "support"), ("Стартовая работа", "support"),
    ("Административная контрольная работа", "support"), ("Муниципальная диагностика", "support"),
    ("Отметки за четверть", "other"), ("Олимпиада", "other"), ("", "other")])
def test_a_procedure_belongs_to_one_group(procedure, group):
    assert group_of(procedure) == group


def test_groups_stand_in_the_order_they_are_listed():
    assert list(present(["Отметки за четверть", "ОГЭ", "ВПР", "ЕГЭ", "ОГЭ"]).items()) == [
        ("federal", ("ВПР",)), ("gia", ("ЕГЭ", "ОГЭ")), ("other", ("Отметки за четверть",))]


@pytest.mark.parametrize(("text", "groups"), [
    ("О проведении ВПР и ОГЭ", {"federal", "gia"}), ("О пробном ОГЭ", {"support"}), ("О проведении пробного ОГЭ", {
        "support"}), ("Об итогах муниципальной системы", set()), ("", set())])
def test_a_text_names_groups_by_its_procedures(text, groups):
    assert named_in(text) == groups


MARKED = [HEAD, row("2025/26", 5, 6, 10, 3), row("2025/26", 5, 9, 8, 2, "ОГЭ", "основной день"),
          row("2025/26", 5, 9, 9, 4, "Пробный ОГЭ")]


@pytest.fixture
def written(filled, send):
    send(file("результаты.csv", MARKED))
    return filled


def page(store, **chosen):
    with store.view() as view:
        return results.build(view, Chosen(**chosen), day=DAY)


@pytest.mark.parametrize(("chosen", "procedure", "offered"), [
    pytest.param({"group": "gia"}, "ОГЭ", ("ОГЭ",), id="one"),
    pytest.param({"group": "support"}, "Пробный ОГЭ", ("Пробный ОГЭ",), id="a-mock-exam-is-none"),
    pytest.param({"group": "gia", "procedure": "ВПР"}, "ОГЭ", ("ОГЭ",), id="of-another-group"),
    pytest.param({"group": "regional", "procedure": "ВПР"}, "ВПР", ("ВПР", "ОГЭ", "Пробный ОГЭ"), id="no-such-works"),
    pytest.param({"procedure": "ОГЭ"}, "ОГЭ", ("ВПР", "ОГЭ", "Пробный ОГЭ"), id="all")])
def test_results_of_a_group(written, chosen, procedure, offered):
    found = page(written, **chosen)
    assert found.chosen.procedure == procedure
    assert tuple(sorted(code for code, _ in found.choices["procedure"])) == offered
    assert [code for code, _ in found.choices["group"]] == ["", "federal", "gia", "support"]


PAPERS = [["Вид документа", "Номер документа", "Дата документа", "О чём документ", "Уровень документа", "Школа"],
          ["приказ", "1", "20.01.2026", "О мониторинге ВПР", "муниципальный", ""],
          ["приказ", "2", "20.02.2026", "О мониторинге", "муниципальный", ""]]


@pytest.mark.parametrize(("group", "papers", "data"), [
    pytest.param("", 2, ["федеральные исследования: ВПР; ГИА: ОГЭ; сопровождение ШНОР: Пробный ОГЭ",
                         "отчёты школ за 2 месяца"], id="all"),
    pytest.param("gia", 1, ["ГИА: ОГЭ"], id="papers-of-other-works-prove-nothing-of-it"),
    pytest.param("regional", 1, [], id="without-works")])
def test_the_cycle_by_a_group(written, send, group, papers, data):
    send(file("документы.csv", PAPERS))
    with written.view() as view:
        made = cycle.build(view, day=DAY, group=group)
    step = next(one for one in made.steps if one.step.id == "monitoring")
    assert len(step.papers) == papers
    assert [proof.text.replace("\u00a0", " ") for proof in step.data] == data

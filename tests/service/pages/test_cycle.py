"""The official cycle: each step by a paper, by data, or unknown; nothing of others proves a step."""

import pytest

from shnor.datasets.cycle import CYCLE
from shnor.scope import Scope
from shnor.service.pages import cycle
from tests.service.conftest import DAY, file

HEAD = ["Вид документа", "Номер документа", "Дата документа", "О чём документ", "Уровень документа", "Школа",
        "Действует до"]
PAPERS = [HEAD,
          ["программа", "1", "10.01.2025", "Программа повышения качества на 2025–2027 годы", "муниципальный", "",
           "31.12.2027"],
          ["приказ", "118", "20.11.2026", "О проведении мониторинга", "муниципальный", "", ""],
          ["справка", "", "20.12.2024", "Справка за 2024 год", "муниципальный", "", ""],
          ["письмо", "08-70", "20.04.2026", "Методика мониторинга", "федеральный", "", ""],
          ["план", "", "01.12.2026", "План ВШК", "школьный", "МБОУ ООШ № 5", ""],
          ["приказ", "4", "01.09.2026", "О наставнике", "школьный", "МБОУ ООШ № 5", ""]]


def built(store, school=""):
    with store.view() as view:
        return cycle.build(view, day=DAY, school=school)


def states(made):
    return {one.step.id: one.state for one in made.steps}


def test_without_anything_nothing_is_known(store):
    made = built(store)
    assert {*states(made).values()} == {"unknown"}
    assert cycle.in_words(made) == "из 9 шагов нет сведений по 9"


def test_a_roadmap_and_reports_are_data_of_their_steps(filled):
    made = built(filled, "Ш05")
    assert {name for name, state in states(made).items() if state == "data"} == {
        "goals", "indicators", "monitoring", "measures", "effect"}
    told = {one.step.id: [proof.text.replace("\u00a0", " ") for proof in one.data] for one in made.steps}
    assert told["goals"] == ["дорожная карта: «План № 5»"]
    assert told["measures"] == ["3 мероприятия дорожной карты"]
    assert told["effect"] == ["выполнено из наступивших: 1 из 2"]


@pytest.mark.parametrize(("school", "steps"), [
    pytest.param("", 0, id="the-municipality"), pytest.param("Ш05", 9, id="the-own-school")])
def test_a_director_is_told_nothing_of_the_municipality(filled, school, steps):
    """The rows a director sees are of the school: they prove no step of the municipality."""
    with filled.view(Scope("director", frozenset({"Ш05"}))) as view:
        assert len(cycle.build(view, day=DAY, school=school).steps) == steps


def test_papers_prove_steps_of_their_owner_alone(filled, send):
    send(file("документы.csv", PAPERS))
    municipality, school = built(filled), built(filled, "Ш05")
    assert {name for name, state in states(municipality).items() if state == "paper"} == {
        "goals", "monitoring", "decisions"}
    assert {name for name, state in states(school).items() if state == "paper"} == {"measures", "decisions"}
    goals = next(one for one in municipality.steps if one.step.id == "goals")
    assert [one.text for one in goals.papers] == [
        "программа от 10.01.2025 № 1 «Программа повышения качества на 2025–2027 годы»"]
    assert goals.papers[0].src > 0


@pytest.mark.parametrize(("document_type", "title", "steps"), [
    ("справка", "О работе со школами", {"analysis"}),
    ("протокол", "Заседание рабочей группы", {"decisions"}),
    ("положение", "Положение о мониторинге и показателях", {"indicators", "methods", "monitoring"}),
    ("приказ", "Об утверждении дорожной карты", {"measures", "decisions"}),
    ("справка", "Анализ эффективности мер", {"analysis", "effect"}),
    ("письмо", "Адресные рекомендации директорам", {"advice"}),
    ("договор", "О сетевом взаимодействии", set()),
])
def test_a_paper_is_known_by_its_words(document_type, title, steps):
    row = {"document_type": document_type, "title": title, "refers_to": ""}
    assert {step.id for step in CYCLE if cycle.proves(step, row)} == steps

"""The page «Справки» as its people meet it: what is ready, a section with its sources, own paragraphs, signing."""

import re
import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from sample_data import make, of_papers
from shnor.papers import Papers
from shnor.scope import Role, Scope
from shnor.service.intake.drop import Incoming
from shnor.ui.run.papers import of
from shnor.ui.run.session import PRESENT, Present, open_bases
from tests.clock import noon
from tests.service.conftest import accepted
from tests.service.papers.test_signing import DONE

PAGE = Path(__file__).resolve().parents[4] / "pages" / "papers.py"
pytestmark = pytest.mark.slow


@pytest.fixture
def town(example_base, tmp_path, monkeypatch) -> Papers:
    """The papers beside a copy of the example."""
    base = Path(shutil.copy(example_base("priozerny"), tmp_path / "demo.duckdb"))
    of_papers.fill(base, noon)
    for name, value in (("DATABASE", str(base)), ("DATA", str(tmp_path)), ("TODAY", make.DAY.isoformat())):
        monkeypatch.setenv(f"SHNOR_{name}", value)
    return of(open_bases().get(base))


def opened(role: Role = "coordinator", **query: str) -> AppTest:
    app = AppTest.from_file(str(PAGE), default_timeout=120)
    app.query_params.update(query)
    return again(app, role)


def again(app: AppTest, role: Role = "coordinator") -> AppTest:
    app.session_state[PRESENT] = Present(role, Scope(role))
    app.run()
    assert not app.exception
    return app


def body(app: AppTest) -> str:
    return " ".join(block.proto.body for block in app.main if block.type == "html").replace("\u00a0", " ")


def text(app: AppTest) -> str:
    return " ".join(re.sub(r"<[^>]+>", "", body(app)).split())


def test_it_says_how_much_is_ready_and_shows_a_section_with_its_sources(town):
    app = opened(section="roadmap")
    said = text(app)
    assert "Готово: 135 из 140 показателей · не хватает: 5 · вопросы к абзацам: 1" in said
    assert "Выполнено 33, из них 29 в срок и 4 с опозданием." in said
    assert "Нет сведений о выполнении: 4.8: «Отметки о выполнении»" in said
    places = re.findall(r"href='#(shnor-from-\d+)'", body(app))
    assert len(places) > 10
    assert {*places} == {*re.findall(r"id='(shnor-from-\d+)'", body(app))}
    assert "href='/source?metric=roadmap_done_due&amp;part=not_done" in body(app)


def test_a_paragraph_of_the_centre_is_written_and_asked_about(town):
    app = opened(section="centre")
    app.text_area(key="shnor_own_text_centre").input("В 2025 году работали с СОШ № 17.")
    next(button for button in app.main.button if button.label == "Добавить").click()
    said = text(again(app))
    assert "В 2025 году работали с СОШ № 17." in said
    assert "«СОШ № 17»: школы с таким номером в реестре нет." in said
    assert [own.text for own in town.paragraphs.all() if own.section == "centre"][-1] == (
        "В 2025 году работали с СОШ № 17.")


def test_the_head_reads_and_changes_nothing(town):
    app = opened("head", section="roadmap")
    assert "Выполнено 33" in text(app)
    assert [one.label for one in app.expander] == []
    assert [button.label for button in app.main.button if "закрепить" in button.label] == []


def test_signing_keeps_the_paper(town):
    app = opened(section="level")
    app.button(key="shnor_paper_sign").click()
    again(app)
    [signed] = town.signed.all()
    assert (signed.kind, signed.by, signed.inputs.period) == ("note", "coordinator", "2026")
    assert labels(app) == ["Справка подписана 27.11.2026; данные с тех пор те же"]
    accepted(open_bases().get(town.database.path.parent / "demo.duckdb"), Incoming("отметки.csv", DONE.encode()))
    again(app)
    words = "Справка подписана 27.11.2026; с тех пор данные изменились: 6 строк"
    assert labels(app) == [words]
    assert f"{words}. " in text(app)
    assert "стало: Выполнено 34, из них 30 в срок и 4 с опозданием." in text(app)
    files = [button.label for button in app.main if button.type == "download_button"]
    assert files[-2:] == ["Подписанный файл", "Подписанный файл с отметкой"]


def labels(app: AppTest) -> list[str]:
    """Of the signed papers."""
    return [one.label.replace("\u00a0", " ") for one in app.expander if one.label.startswith("Справка подписана")]


@pytest.mark.parametrize("query", [
    pytest.param({"paper_period": "2031"}, id="a-period-to-come"),
    pytest.param({"paper_school": "Ш99"}, id="no-such-school"),
    pytest.param({"section": "нет"}, id="no-such-section"),
])
def test_an_unknown_choice_of_an_address_is_none(query, town):
    assert "Готово: 135 из 140 показателей" in text(opened(**query))

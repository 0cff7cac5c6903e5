"""A signed справка: kept byte by byte, made again the same, told of what the base says otherwise since."""

import hashlib
import shutil
from contextlib import closing

import pytest

from sample_data import make
from shnor.papers import Papers, Template
from shnor.scope import EVERYTHING, Actor
from shnor.service import bases
from shnor.service.intake.drop import Incoming
from shnor.service.papers import keeping, note, signing
from shnor.service.papers.writing import Asked
from tests.clock import noon
from tests.service.conftest import accepted

pytestmark = pytest.mark.slow
WHO = Actor("один", EVERYTHING)
ASKED = Asked("2026", make.DAY)
DONE = ("Дорожная карта;Школа;Месяц отчёта;№;Состояние;Дата;Документ;Пояснение школы\n"
        "Дорожная карта Приозёрного муниципального округа на 2026 год;;ноябрь 2026;4.8;выполнено;19.11.2026;"
        "протокол № 4;\n")


@pytest.fixture
def signed(town, tmp_path):
    """A copy of the example with one signed paper."""
    path = shutil.copy(town.path, tmp_path / "demo.duckdb")
    shutil.copy(town.path.with_suffix(".papers.sqlite"), tmp_path / "demo.papers.sqlite")
    store, papers = bases.open_base(path, create=False, now=noon), Papers(path, noon)
    kept = keeping.kept(papers, store.about())
    with store.view() as view:
        paper = note.build(view, ASKED, kept, label="Пример")
    yield store, papers, signing.keep(papers, store, ASKED, kept, paper, by="один")
    papers.close()
    store.close()


def test_it_is_kept_and_comes_out_again_byte_by_byte(signed):
    store, papers, one = signed
    assert hashlib.sha256(one.data).hexdigest() == one.sha256
    papers.paragraphs.add("centre", "Новый абзац.", 2026, by="один")  # what was signed knows nothing of it
    papers.templates.take(Template("другой", b"x"))
    held = signing.held(store, one)
    assert (held.same, held.changed) == (True, ())


def test_what_the_base_says_otherwise_since_is_told(signed):
    store, _, one = signed
    accepted(store, Incoming("отметки.csv", DONE.encode("utf-8-sig")))
    held = signing.held(store, one)
    assert held.same is True  # of the state it was signed at
    told = [line.replace("\u00a0", " ") for line in held.changed]
    assert "было: Выполнено 33, из них 29 в срок и 4 с опозданием." in told
    assert "стало: Выполнено 34, из них 30 в срок и 4 с опозданием." in told


def test_a_paper_of_another_version_is_not_made_again(signed):
    store, papers, one = signed
    with closing(Papers(papers.database.path.parent / "demo.duckdb", noon)) as again, again.database.change() as rows:
        rows.execute("update signed set inputs = replace(inputs, '\"sentences\": \"1\"', '\"sentences\": \"0\"')")
    assert signing.held(store, papers.signed.get(one.id)).same is None


@pytest.mark.parametrize(("after", "said"), [
    pytest.param(["а", "б"], [], id="the-same"),
    pytest.param(["а", "в"], ["было: б", "стало: в"], id="another-line"),
    pytest.param(["а"], ["было: б"], id="a-line-less"),
    pytest.param(["а", "б", "в"], ["стало: в"], id="a-line-more"),
])
def test_differences_are_told_line_by_line(after, said):
    assert list(signing.differences(("а", "б"), iter(after))) == said

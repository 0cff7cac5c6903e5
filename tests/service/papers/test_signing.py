"""A signed справка: kept byte by byte, made again the same, told of what the base says otherwise since."""

import hashlib
import shutil
from contextlib import closing
from dataclasses import replace
from datetime import UTC

import pytest

from sample_data import make
from shnor.papers import Papers, Template
from shnor.scope import EVERYTHING, Actor
from shnor.service import bases
from shnor.service.intake.drop import Incoming
from shnor.service.papers import keeping, note, signing
from shnor.service.papers.checks import plain
from shnor.service.papers.drafted import drafted
from shnor.service.papers.writing import Asked
from tests.clock import noon
from tests.reports.papers.read_back import paragraphs
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
    assert (signing.same(store, one), signing.changes(store, one)) == (True, signing.Changes())
    assert signing.moved(one, signing.Changes(), UTC) is None


WORDS = "Справка подписана 27.11.2026; с тех пор данные изменились: 6 строк"


def test_a_paper_made_after_a_signed_one_says_what_moved_and_is_signed_with_it(signed):
    store, papers, one = signed
    accepted(store, Incoming("отметки.csv", DONE.encode("utf-8-sig")))
    draft = drafted(store, ASKED, noon, UTC, invented=True)
    assert plain(draft.moved.words) == WORDS
    told = [*map(plain, draft.moved.lines)]
    assert told[:2] == ["было: Выполнено 33, из них 29 в срок и 4 с опозданием.",
                        "стало: Выполнено 34, из них 30 в срок и 4 с опозданием."]
    second = signing.keep(papers, store, ASKED, keeping.kept(papers, store.about()), draft, by="один")
    assert WORDS in plain(" ".join(paragraphs(second.data)))
    assert (signing.same(store, second), signing.changes(store, second)) == (True, signing.Changes())
    assert (signing.before(papers, ASKED).id, signing.before(papers, replace(ASKED, school="Ш05"))) == (second.id, None)
    assert papers.signed.get(one.id).data == one.data


def test_a_paper_of_another_version_is_not_made_again(signed):
    store, papers, one = signed
    with closing(Papers(papers.database.path.parent / "demo.duckdb", noon)) as again, again.database.change() as rows:
        rows.execute("update signed set inputs = json_set(inputs, '$.sentences', '0')")
    other = papers.signed.get(one.id)
    assert signing.same(store, other) is None
    accepted(store, Incoming("отметки.csv", DONE.encode("utf-8-sig")))
    assert signing.changes(store, replace(other, inputs=replace(other.inputs, parts=("другие слова",)))).count == 6


@pytest.mark.parametrize(("after", "said", "count"), [
    pytest.param("аб", [], 0, id="the-same"),
    pytest.param("ав", ["было: б", "стало: в"], 1, id="another-line"),
    pytest.param("а", ["было: б"], 1, id="a-line-less"),
    pytest.param("абв", ["стало: в"], 1, id="a-line-more"),
    pytest.param("вг" * 20, ["было: а", "стало: в", "было: б", "стало: г", *["стало: в", "стало: г"] * 18,
                             "и ещё 2\u00a0строки"], 40, id="many"),
])
def test_differences_are_told_line_by_line(after, said, count):
    assert signing.differences("аб", after) == signing.Changes(tuple(said), count)

"""«Открытая публикация»: the list together, exactly where that gives nobody away; no school, no person, no source."""

import io
import re
import shutil
import zipfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from sample_data import make
from shnor.errors import NotAllowed
from shnor.reports.papers.blocks import Own, Paper, Paragraph, Table, numbers
from shnor.service.papers import note, public, report, written
from shnor.service.papers.public import Published
from shnor.service.papers.writing import Asked
from shnor.service.show import letters
from shnor.shows import Told
from shnor.store import Store
from tests.clock import noon
from tests.leaving import found, said
from tests.named import SURNAME, name_teacher

pytestmark = pytest.mark.slow
OF_PEOPLE = ("courses", "surveys", "results")
HIDDEN = "не показываем: вместе с показанным раньше"


def made(town, period: str = "2026", before: frozenset[Told] = frozenset()) -> Published:
    with town.store.view() as view:
        return public.counted(view, Asked(period, make.DAY), town.kept, label="пример", before=before)


@pytest.fixture(scope="module")
def december(town) -> Published:
    return made(town)


def words(paper: Paper, *sections: str) -> str:
    """Everything that is printed in some sections; in all without any."""
    told = []
    for block in (block for one in paper.sections if not sections or one.id in sections for block in one.blocks):
        told += [block.text] if isinstance(block, Own) else []
        told += [one.text for one in block.sentences] if isinstance(block, Paragraph) else []
        told += [" | ".join(cell if isinstance(cell, str) else cell.text for cell in row)
                 for row in block.rows] if isinstance(block, Table) else []
    return "\n".join(told).replace("\u00a0", " ")


def test_it_says_the_figures_of_the_paper_without_a_name_and_a_source(december):
    text = words(december.paper)
    for told in ("В перечень на 2026 год включено 6 школ.", "Выполнено 33, из них 29 в срок и 4 с опозданием.",
                 "прошли 47 педагогов (39,8 % от 118 педагогов).", "положительно ответили 63 из 74",
                 "ВПР, математика, 5–8 классы | 129 из 443 (29,1 %) | 131 из 436 (30,0 %) | 96 из 421 (22,8 %)"):
        assert told in text
    assert [*numbers(december.paper)] == []


def test_no_count_of_people_is_below_ten(december):
    counts = re.findall(r"(\d+) из (\d+)", words(december.paper, *OF_PEOPLE))
    assert len(counts) > 10
    assert [pair for pair in counts if min(map(int, pair)) < 10] == []


def test_a_school_is_not_found_by_what_was_told_before(town, december):
    """Told in June over five of the six schools, «96 из 421» would give the sixth away."""
    [newest] = [one for one in december.told if "low_mark_share" in one.cell and "2025/26" in one.cell
                and "ВПР" in one.cell and "математика" in one.cell]
    assert len(newest.schools) == 6
    five = Told(newest.cell, frozenset(sorted(newest.schools)[:5]))
    again = made(town, before=frozenset({five, *(one for one in december.told if one != newest)}))
    text = words(again.paper, "results")
    assert f"ВПР, математика, 5–8 классы | 129 из 443 (29,1 %) | 131 из 436 (30,0 %) | {HIDDEN}" in text
    assert "96 из 421" not in words(again.paper)
    assert made(town, before=december.told).paper == december.paper  # the same once more gives nothing away


def test_figures_of_a_sole_school_are_not_published(town_of):
    paper = made(town_of("zarechny")).paper
    assert "включена 1 школа; показатели единственной школы перечня не публикуются." in words(paper)
    assert words(paper, *OF_PEOPLE, "roadmap") == ""


def test_june_speaks_of_its_half_year(town):
    paper = made(town, "2026-H1").paper
    assert "в I полугодии 2026 года" in paper.title.replace("\u00a0", " ")


def test_it_is_of_no_school_alone(town):
    with town.store.view() as view, pytest.raises(NotAllowed):
        public.counted(view, Asked("2026", make.DAY, "Ш05"), town.kept)


@pytest.mark.parametrize("name", ["priozerny", "zarechny"])
def test_nothing_of_a_school_a_person_or_a_file_is_in_any_byte(town_of, name, tmp_path):
    town = town_of(name)
    with town.store.view() as view:
        schools = letters.known(view)
    of_centre = (town.kept.particulars.executor, town.kept.particulars.post, *(one.text for one in
                                                                              town.kept.paragraphs))
    files = {one.file.lower() for one in town.store.uploads()}
    with zipfile.ZipFile(io.BytesIO(written.file(made(town).paper, "zip"))) as archive:
        assert [one.rpartition(".")[2] for one in archive.namelist()] == ["docx", "html", "xlsx"]
        for part in archive.namelist():
            for place, text in said(f".{part.rpartition('.')[2]}", archive.read(part), tmp_path).items():
                assert found(text, schools, [one for one in of_centre if one]) == [], (part, place)
                assert [one for one in files if one in text.lower()] == []
                clean_of_traces(place, text)


def test_the_clean_copy_has_no_trace(town, paper, tmp_path):
    files = {one.file.lower() for one in town.store.uploads()}
    for place, text in said(".docx", report.docx(paper), tmp_path).items():
        assert [one for one in files if one in text.lower()] == []
        clean_of_traces(place, text)


def test_a_person_of_the_base_is_in_no_paper_that_leaves(town, tmp_path):
    """A centre that keeps names reads «1 педагог»: neither in what is signed, nor in what is published."""
    base = Path(shutil.copy(town.path, tmp_path / "named.duckdb"))
    with closing(Store.open(base, create=False, clock=noon)) as store:
        before = words(made(replace(town, store=store)).paper, "courses")
        name_teacher(store, "Ш05")
        with store.view() as view:
            signed = note.build(view, Asked("2026", make.DAY, "Ш05"), town.kept)
        published = made(replace(town, store=store)).paper
        assert words(published, "courses") != before
    for end, data in ((".docx", report.docx(signed)), (".docx", report.docx(signed, sourced=True)),
                      (".html", written.file(published, "html")), (".docx", written.file(published, "docx"))):
        for place, text in said(end, data, tmp_path).items():
            assert SURNAME[:-1].lower() not in text.lower(), place


def clean_of_traces(place: str, text: str) -> None:
    assert "comment" not in place
    assert re.search(r"<w:vanish|w:comment|<w:ins |<w:del |state=\"(?:very)?[hH]idden", text) is None, place
    assert re.search(r"<(?:dc:creator|cp:lastModifiedBy)>[^<]+<", text) is None, place

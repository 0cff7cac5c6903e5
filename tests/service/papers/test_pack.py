"""The papers of all schools in one zip: whose, under which names, the same bytes as each alone."""

import zipfile
from io import BytesIO

import pytest

from sample_data import make
from shnor.errors import NotAllowed, ShnorError
from shnor.scope import Scope
from shnor.service.papers import note, pack, report
from shnor.service.papers.writing import Asked

pytestmark = pytest.mark.slow
ASKED = Asked("2026", make.DAY)
CODES = ("Ш02", "Ш03")
"""In the zone of risk, on the list."""
LABEL = report.label(True)


@pytest.fixture(scope="module")
def small(town_of):
    """Four schools, two of them of no status."""
    return town_of("zarechny")


def packed(town, asked=ASKED, progress=pack.nothing, **how) -> tuple[pack.Packed, bytes]:
    into = BytesIO()
    with town.store.view() as view:
        return pack.pack(view, asked, town.kept, into, label=LABEL, progress=progress, **how), into.getvalue()


@pytest.fixture(scope="module")
def helped(small) -> tuple[pack.Packed, bytes]:
    return packed(small, whose="helped")


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_each_paper_is_to_the_byte_the_one_made_alone(small, helped):
    found, files = helped[0], members(helped[1])
    assert [*files] == [*found.made, pack.TOLD]
    with small.store.view() as view:
        for code, name in zip(CODES, found.made, strict=True):
            alone = note.build(view, Asked("2026", make.DAY, code), small.kept, label=LABEL)
            assert files[name] == report.docx(alone), name


def test_the_same_view_gives_the_same_bytes_and_tells_how_far_it_is(small, helped):
    steps = []
    assert packed(small, whose="helped", progress=lambda *step: steps.append(step))[1] == helped[1]
    assert steps == [(0, 2), (1, 2), (2, 2)]


def test_the_list_of_the_zip_says_what_it_is_of(helped):
    told = members(helped[1])[pack.TOLD].decode("utf-8-sig").split("\r\n")
    assert told == ["Справки за период «2026 год», на 27.11.2026: все школы, которым помогают.",
                    "В архиве 2\u00a0справки из 2.", f"{LABEL}."]


def test_what_could_not_be_made_is_named(small):
    """A template nobody can open, as an error no one has thought of."""
    found, data = packed(small, whose="helped", template=b"no document")
    told = members(data)[pack.TOLD].decode("utf-8-sig").split("\r\n")
    assert (found.made, found.left) == ((), dict.fromkeys(("МБОУ СОШ № 2", "МБОУ ООШ № 3"), pack.BROKEN))
    assert told[-2:] == [f"Нет справки: {school} — {pack.BROKEN}" for school in found.left]


@pytest.mark.parametrize(("school", "period", "name"), [
    pytest.param("МБОУ СОШ № 5", "2026", "Справка, СОШ № 5, 2026 год.docx", id="number"),
    pytest.param("МАОУ «Лицей № 1»", "2025/26", "Справка, Лицей № 1, 2025–2026 учебный год.docx", id="school-year"),
    pytest.param('МКОУ СОШ "Луч/2: *новая*?"', "2026-H1", "Справка, СОШ Луч 2 новая, I полугодие 2026 года.docx",
                 id="signs-no-file-system-takes"),
])
def test_names_of_files(school, period, name):
    assert pack.file_name(school, period) == name


@pytest.mark.parametrize("role", ["head", "director", "guest"])
def test_papers_of_single_schools_are_the_coordinators(role, small):
    with small.store.view(Scope(role, frozenset({"Ш03"}) if role == "director" else None)) as view, pytest.raises(
            NotAllowed):
        pack.pack(view, ASKED, small.kept, BytesIO())


def test_a_period_without_a_list_makes_no_empty_zip(small):
    with pytest.raises(ShnorError, match="Справки делать не о ком"):
        packed(small, Asked("2010", make.DAY))

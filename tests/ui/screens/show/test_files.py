"""All that leaves of a show, as bytes: no school, no person, the label everywhere, the numbers those of its deck."""

import re
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from sample_data import make
from shnor.reports.slides import html, pdf, powerpoint
from shnor.reports.slides.deck import Deck, Picture
from shnor.service import bases
from shnor.service.intake import with_names
from shnor.service.show import deck, letters, pictures, ready
from shnor.service.show.deck import Built
from shnor.service.show.letters import School
from shnor.shows import Item, Shows
from shnor.ui.run.session import Session, centre
from shnor.ui.screens.show import again, files, made
from shnor.workbooks.table import SYNTHETIC
from tests.actors import COORDINATOR
from tests.clock import noon
from tests.leaving import found, said
from tests.reports.slides.office.opened import book, cells, charts, presentation, referred
from tests.reports.slides.office.test_charts import numbers_of
from tests.reports.slides.printed import needs_poppler, pages
from tests.service.conftest import accepted, file
from tests.service.show.test_pictures import png

SURNAME, AUTHOR = "Приметнова", "Авторова"
"""Of a teacher in the base, in the mode «С ФИО»; of who has drawn the picture."""
PEOPLE = (SURNAME, AUTHOR)
HEADER = ["Школа", "ФИО", "Дата окончания", "Предмет", "Программа", "Часов"]
TOWNS = {"priozerny": ("МБОУ ООШ № 5", "Ш05"), "zarechny": ("МБОУ ООШ № 3", "Ш03")}
"""Example → a school of its list."""
WRITTEN = {".html": html.html, ".pptx": powerpoint.pptx, " 4 к 3.pptx": lambda of: powerpoint.pptx(of, "4:3"),
           ".pdf": pdf.pdf, " 4 к 3.pdf": lambda of: pdf.pdf(of, "4:3"), " раздатка.pdf": pdf.handout}
pytestmark = pytest.mark.slow


class Left(NamedTuple):
    """A show and its files by the end of their names."""

    built: Built
    schools: dict[str, School]
    files: dict[str, bytes]

    @property
    def deck(self) -> Deck:
        return self.built.deck


@pytest.fixture(scope="module", params=[("priozerny", ""), ("zarechny", "координатор")], ids=lambda one: one[0])
def left(request, example_base, tmp_path_factory) -> Iterator[Left]:
    """The twelve slides, every block of three pages and own slides that name a school; of one school knowingly."""
    town, knowingly = request.param
    base = Path(shutil.copy(example_base(town), tmp_path_factory.mktemp("left") / "demo.duckdb"))
    with (closing(bases.open_base(base, now=noon)) as store, closing(Shows(base, noon)) as shows,
          pytest.MonkeyPatch.context() as patched):
        patched.setenv("SHNOR_TODAY", make.DAY.isoformat())
        patched.setenv("SHNOR_DATA", str(base.parent))
        with_names.keep_mode(store, with_names.ON, COORDINATOR)
        name, code = TOWNS[town]
        accepted(store, file("имена.csv", [HEADER, [name, f"{SURNAME} Анна Петровна", "20.05.2026", "химия",
                                                    "Приметный курс", "72"]]))
        session = centre(store)
        with session.view() as view:
            kept = shows.kept.make(f"Семинар: {name} и другие", items(session, name, code), deck.order(view, make.DAY),
                                   by="координатор")
            kept = shows.kept.change(kept.id, knowingly=knowingly)
            built = deck.build(view, kept, day=make.DAY, place=session.municipality, label=SYNTHETIC, drawings={
                "image": pictures.drawing(png((b"tEXt", b"Author\x00" + AUTHOR.encode())))},
                block=lambda room, item: made._of_block(session, room, item))
            yield Left(built, letters.known(view), {end: write(built.deck) for end, write in WRITTEN.items()})


def items(session: Session, name: str, code: str) -> tuple[Item, ...]:
    found = [Item(f"b-{page}-{place}", "block", page, shown.block.id)
             for page in ("results", "courses", "surveys")
             for place, shown in enumerate(again.WAYS[page](session, {}).shown)]
    said = (f"Сделали в {name}", code, f"директор школы № {int(code[1:])}")
    return (*ready.items(ready.SETS["12"].keys), *found, Item("words", "own", "words", title=said[0], lines=said),
            Item("steps", "own", "steps", title="Шаги", lines=(f"сентябрь: выезд в {name}",)),
            Item("task", "own", "task", title="Задание", lines=said, minutes=7),
            Item("image", "own", "image", title=f"Стенд, {name}"))


@needs_poppler
def test_no_school_and_no_person_is_in_any_byte(left, tmp_path):
    assert len(left.schools) > 3
    for end, data in left.files.items():
        for part, text in said(end, data, tmp_path).items():
            assert found(text, left.schools, PEOPLE) == [], (end, part)
        assert AUTHOR.encode() not in data
    assert found(files.file_name(left.built), left.schools, PEOPLE) == []


def test_a_name_would_be_found(left):
    """In what the coordinator alone has."""
    for code, school in left.schools.items():
        for told in (f"<a:t>{school.name}</a:t>", f"({code})", f"в школе № {school.number}", *school.others):
            assert found(told, left.schools), told


def test_the_deck_is_whole(left):
    ids = {slide.id for slide in left.deck.slides}
    assert {"title", "question", "marks", "words", "steps", "task", "image"} <= ids
    assert any(one.startswith("b-") for one in ids)
    assert files.file_name(left.built).startswith("Показ - Семинар Школа ")


@needs_poppler
def test_the_label_stands_on_every_slide_page_and_in_every_name(left, tmp_path):
    label = SYNTHETIC.lower()
    assert files.file_name(left.built).lower().endswith(label)
    for end, data in left.files.items():
        if end.endswith(".pdf"):
            told = pages(data, tmp_path)
        elif end.endswith(".pptx"):
            told = [" ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
                    for slide in presentation(data).slides]
        else:
            told = re.findall(r'<section class="slide.*?</section>', data.decode(), re.S)
        assert len(told) >= (len(left.deck.shown) if end != " раздатка.pdf" else 4)
        assert [page[:60] for page in told if label not in page.lower().replace("\u00a0", " ")] == [], end


@pytest.mark.parametrize("end", [".pptx", " 4 к 3.pptx"])
def test_numbers_of_a_workbook_are_those_of_the_deck(end, left):
    of_title: dict[str, set[float]] = {}
    for slide in left.deck.slides:
        if isinstance(slide.body, Picture):
            of_title.setdefault(slide.title, {0.0}).update(numbers_of(slide.body.chart))
    seen = set()
    for slide in presentation(left.files[end]).slides:
        for one in charts(slide):
            title = re.sub(r" \(\d+ из \d+\)$", "", slide.shapes.title.text_frame.text)
            numbers = [value for row in cells(book(one)) for value in row if isinstance(value, int | float)]
            assert {round(value, 12) for value in numbers} <= of_title[title], title
            sheet = book(one, results=True)
            for place, kept in referred(one):
                assert [cell.value for (cell,) in sheet[place.partition("!")[2]]] == pytest.approx(kept)
            seen.add(title)
    assert seen == {title for title, numbers in of_title.items() if numbers != {0.0}}

"""All that can be read of a base afterwards: every file in its folder, what is packed inside, copies, and whatever
leaves the program. Each with its place and its text."""

import io
import json
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing, redirect_stdout
from datetime import date, tzinfo
from pathlib import Path

import duckdb

from sample_data import form_of_region
from shnor import __main__ as console
from shnor.copies import parts
from shnor.datasets.packed import unpacked
from shnor.reports import visit
from shnor.reports.slides import html, pdf, powerpoint
from shnor.service.month import debts
from shnor.service.pages import roadmap_next, visit_card
from shnor.service.papers import forms as of_others
from shnor.service.papers import keeping, kinds, note, pack, report, signing, written
from shnor.service.papers.writing import Asked, Kept
from shnor.service.sending import pack as sending
from shnor.service.sending import reminders
from shnor.service.show import deck, ready
from shnor.shows import Item
from shnor.store import View
from shnor.ui.kit import block
from shnor.ui.run.session import Session, centre
from shnor.ui.screens.show import again, made
from shnor.workbooks.table import workbook
from tests import leaving
from tests.actors import COORDINATOR
from tests.copied import unpacked as taken_apart
from tests.private.house import BASE, House
from tests.private.more_doors import SCHOOL
from tests.service.conftest import DAY

OF_PAGE, LARGEST = 2, 20_000
"""So many blocks of a page, of at most so many signs, are put into a show: all of them leave as Excel."""
Piece = tuple[str, str]
"""(which output and its part, its text)."""


def texts(place: str, data: bytes, folder: Path) -> Iterator[Piece]:
    """What is in bytes, packages opened; names of parts too."""
    ending = Path(place).suffix
    if ending in (*leaving.PACKAGES, ".html") or (ending == ".pdf" and data):
        yield from ((f"{place}: {part}", text) for part, text in leaving.said(ending, data, folder).items())
    elif data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                yield f"{place}: name", name
                yield from texts(f"{place}: {name}", archive.read(name), folder)
    else:
        yield place, data.decode("utf-8", "replace")


def of_folder(folder: Path) -> Iterator[Piece]:
    """The program has closed it: bytes of every file, what its tables say, its packed sheets and blobs."""
    for path in sorted(one for one in folder.rglob("*") if one.is_file()):
        name = path.relative_to(folder).as_posix()
        yield f"file {name}: name", name
        yield from texts(f"file {name}", path.read_bytes(), folder)
        if path.suffix == ".duckdb":
            yield from _tables(path, name)
        if path.suffix == ".sqlite":
            yield from _rows(path, name, folder)


def _tables(path: Path, name: str) -> Iterator[Piece]:
    with duckdb.connect(path, read_only=True) as opened:
        tables = [table for table, in opened.execute("select table_name from information_schema.tables").fetchall()]
        for table in tables:
            for row in opened.execute(f'select * from "{table}"').fetchall():
                yield f"table {name} {table}", "\n".join(map(str, row))
        if "grids" in tables:
            for content, in opened.execute("select content from grids").fetchall():
                yield f"kept sheet {name}", _plain(unpacked(content))


def _rows(path: Path, name: str, folder: Path) -> Iterator[Piece]:
    with closing(sqlite3.connect(path)) as opened:
        for table, in opened.execute("select name from sqlite_master where type = 'table'").fetchall():
            for row in opened.execute(f'select * from "{table}"').fetchall():
                for value in row:
                    if isinstance(value, bytes):
                        yield from texts(f"blob {name} {table}", value, folder)
                    else:
                        yield f"rows {name} {table}", str(value)


def _plain(value: object) -> str:
    """Every text of it, none with its signs escaped."""
    return json.dumps(value, ensure_ascii=False, default=str)


def of_copy(house: House, folder: Path) -> Iterator[Piece]:
    """The sealed file and each of its parts."""
    path = folder / "copy.zip"
    house.store.copy_to(path, COORDINATOR, more=parts.of_folder(house.folder))
    yield "copy: sealed", path.read_bytes().decode("utf-8", "replace")
    yield from ((f"copy: {place}", text) for place, text in of_folder(taken_apart(path)))


def of_program(house: House, folder: Path) -> Iterator[Piece]:
    """Files people take away, and letters."""
    for place, data in taken_away(house):
        yield f"{place}: name", place
        yield from texts(place, data, folder)
    yield from (("said", text) for text in house.told)


def taken_away(house: House) -> Iterator[tuple[str, bytes]]:
    session = centre(house.store)
    kept = keeping.kept(house.papers, house.store.about())
    with house.store.view() as view:
        yield from _for_schools(view, session)
        yield from _of_pages(session)
        yield from _papers(house, view, kept, session.zone)
        yield from _forms(house, view)
    yield from _shows(house)


def _for_schools(view: View, session: Session) -> Iterator[tuple[str, bytes]]:
    for month in (date(2026, 10, 1), date(2026, 11, 1)):
        yield f"pack {month:%Y-%m}.zip", sending.pack(view, month, day=DAY, forms=session.forms, with_status=True)
    cells = debts.collected(view, day=DAY, forms=session.forms)
    owed = reminders.owing(cells, date(2026, 11, 1), debts.of(view, cells, day=DAY, forms=session.forms), day=DAY)
    about = session.store.about()
    yield "letter to all", reminders.to_all(owed, day=DAY, about=about).encode()
    yield from ((f"letter {code}", reminders.to_school(one, day=DAY, about=about).encode())
                for code, one in owed.items())
    yield "visit.pdf", visit.pdf(visit_card.build(view, SCHOOL, day=DAY))
    for plan in roadmap_next.sources(view):
        draft = roadmap_next.build(view, plan, day=DAY)
        next_year = roadmap_next.file(draft, draft.activities)
        yield next_year.name, next_year.data


def _of_pages(session: Session) -> Iterator[tuple[str, bytes]]:
    """The table behind every block as Excel, and the block as it is drawn."""
    for page, way in again.WAYS.items():
        for choices in ({}, {"school": SCHOOL}):
            for shown in way(session, choices).shown:
                table = block.taken(shown.block, demo=True)
                yield f"{page} {block.file_name(shown.block, '')}.xlsx", workbook(table)
                yield f"{page} {shown.block.id}", f"{shown.block}{shown.body or ''}{shown.chart or ''}".encode()


def _papers(house: House, view: View, kept: Kept, zone: tzinfo) -> Iterator[tuple[str, bytes]]:
    template = house.papers.templates.now()
    for kind, of in kinds.PAPERS.items():
        asked = Asked("2026-11" if kind == "month" else "2026", DAY)
        paper = kinds.build(kind, view, asked, kept)
        yield f"{kind} {paper.title}", _plain(str(paper)).encode()
        for ending in of.formats:
            yield f"{kind}.{ending}", written.file(paper, ending)
        if "docx" in of.formats and kind not in ("sheet", "public"):
            yield f"{kind} sourced.docx", written.file(paper, "docx", sourced=True)
            yield f"{kind} letterhead.docx", written.file(paper, "docx", template=template.data if template else None)
    asked = Asked("2026", DAY, SCHOOL)
    signed = signing.keep(house.papers, house.store, asked, kept, note.build(view, asked, kept), by="координатор")
    moved = signing.moved(signed, signing.Changes(("было: раз", "стало: два"), 1), zone)
    yield "marked.docx", report.marked(signed.data, moved) if moved else b""
    into = io.BytesIO()
    pack.pack(view, Asked("2026", DAY), kept, into, whose="helped")
    yield "papers of schools.zip", into.getvalue()


def _forms(house: House, view: View) -> Iterator[tuple[str, bytes]]:
    """A form of the region with its cells settled."""
    of = house.papers.forms
    taken = of_others.take(of, form_of_region.NAME, form_of_region.form(), by="координатор")
    of.settle_all(taken.id, form_of_region.SHEET, dict(form_of_region.cells()))
    filled = of_others.filled(view, of.get(taken.id), "2026", day=DAY)
    yield filled.name, filled.data


def _shows(house: House) -> Iterator[tuple[str, bytes]]:
    """The ready slides with some blocks of every page, each counted by itself; all the slides people wrote."""
    session = centre(house.store)
    blocks = [Item(f"b{number}", "block", page, shown.block.id) for page, way in again.WAYS.items()
              for number, shown in enumerate(one for one in [*way(session, {}).shown][:OF_PAGE]
                                             if len(str(one.block.rows)) + len(str(one.chart)) <= LARGEST)]
    own = [item for show in house.shows.kept.all() for item in show.items if item.source == "own"]
    with house.store.view() as view:
        order = deck.order(view, DAY)
    for number, items in enumerate([(*ready.items(ready.SETS["12"].keys), *blocks), *(
            own[first:first + 50] for first in range(0, len(own), 50))]):
        unlike = [Item(**{**vars(item), "id": f"{item.id}-{place}"}) for place, item in enumerate(items)]
        show = house.shows.kept.make(f"Показ {number}", unlike, order, by="координатор")
        show = house.shows.kept.change(show.id, knowingly="координатор")
        built = made.made(house.store, show)
        yield f"show {number}", f"{built.deck}{built.absent}".encode()
        for ending, write in ((".html", html.html), (".pptx", powerpoint.pptx), (".pdf", pdf.pdf),
                              (" handout.pdf", pdf.handout)):
            yield f"show {number}{ending}", write(built.deck)


def of_console(folder: Path) -> Iterator[Piece]:
    """What the command line prints of a base that is closed."""
    for words in (["uploads"], ["uploads", "--json"], ["figures"], ["figures", "--json"]):
        said = io.StringIO()
        with redirect_stdout(said):
            console.main([*words, "--database", str(folder / BASE)])
        yield f"console {' '.join(words)}", said.getvalue()

"""Small hostile files in server mode: one coordinator puts them on the pages that take files, another one looks at
pages meanwhile; what the files cost the process of the program itself, which all people share."""

import asyncio
import re
import time
from collections.abc import Sequence
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass, field
from html import unescape
from itertools import cycle
from pathlib import Path

import psutil
from streamlit.proto.WidgetStates_pb2 import WidgetState

from benchmarks import servers
from benchmarks.client import Entrance, PageFailed, Tab, tab
from benchmarks.directors import people_of
from benchmarks.figures import Times, table
from benchmarks.hostile_files import FILES, FORM, INBOX, LETTERHEAD, PAPER, PICTURE, SLIDES, Hostile
from benchmarks.servers import Server
from sample_data import make, samples

AIM_MEMORY, AIM_PROCESSOR, AIM_PAGE = 200.0, 2.0, 1.0
"""Megabytes and seconds of the processor of the program's own process, a file; seconds a page takes at most."""
LOOKS, ASKS, LOOKS_AT_MEMORY = 0.3, 0.5, 0.02
"""Seconds between two pages of the other person; until a page asks how far the reading is; between two looks at the
memory."""
QUIET = (3.0, 10.0)
"""Seconds of the same clicking without a file, before each: as many as the file before took, at least and at most."""
PAGES = {"": {}, "school": {"school": "Ш05"}, "roadmap": {}}
SHOWN = 110
"""Letters of what a person is told."""
SAID = tuple(map(re.compile, ("data-shnor-issue|shnor-error|shnor-question", "shnor-fileline", "shnor-boxbar")))
"""Marks of what is said of a file, the best first; a page that has none is told whole."""
UNREAD, ONE = "shnor_remove_unread", "shnor_remove_"


@dataclass(frozen=True)
class Door:
    """A page that takes files. place: how the key or the label of its place for files begins; press: of the button that
    sends it; before: buttons pressed once; chosen: a choice without which there is no place for files."""

    page: str
    place: str
    press: str = ""
    before: str = ""
    chosen: tuple[str, int] | None = None


DOORS = {
    INBOX: Door("upload", "shnor_drop_"), FORM: Door("forms", "shnor_form_file_"),
    PAPER: Door("check", "shnor_check_file_"),
    SLIDES: Door("show", "Файл .potx", "FormSubmitter:shnor_show_look", "shnor_show_new_12"),
    LETTERHEAD: Door("papers", "Файл .docx", "FormSubmitter:shnor_paper_look"),
    PICTURE: Door("show", "Рисунок PNG", "FormSubmitter:shnor_show_add", "shnor_show_new_12", ("shnor_show_own", 3)),
}


@dataclass
class Clicked:
    """Pages of the other person. processor: seconds the server's process used meanwhile."""

    times: Times = field(default_factory=Times)
    processor: float = 0.0


@dataclass
class Told:
    """What came of a file. seconds: until the person was told; memory: megabytes above what the process had before, at
    most; clicked: pages of the other person meanwhile, with all the process used."""

    file: Hostile
    size: int
    words: str = ""
    seconds: float = 0.0
    memory: float = 0.0
    clicked: Clicked = field(default_factory=Clicked)


@dataclass
class Measured:
    """quiet: clicking with no file, all of it. memory: megabytes of the process at first, at most, at last."""

    told: list[Told] = field(default_factory=list)
    quiet: Clicked = field(default_factory=Clicked)
    memory: tuple[float, float, float] = (0.0, 0.0, 0.0)

    def own(self, told: Told) -> float:
        """Seconds of the processor the file cost: without what the other person's pages cost."""
        page = self.quiet.processor / len(self.quiet.times.all)
        return told.clicked.processor - page * len(told.clicked.times.all)


def measure(folder: Path, files: Sequence[Hostile] = FILES, quiet: tuple[float, float] = QUIET,
            fill=samples.build) -> Measured:
    base, measured = folder / "product.duckdb", Measured()
    fill(base)
    first, second = (one.entrance for one in people_of(folder / "product", (), make.DAY))
    with servers.ours(folder / "product", base, make.DAY.isoformat(), entrance=first) as server:
        server.wait()
        asyncio.run(_files(measured, server, first, second, files, quiet))
    return measured


async def _files(measured: Measured, server: Server, first: Entrance, second: Entrance, files: Sequence[Hostile],
                 quiet: tuple[float, float]) -> None:
    process = psutil.Process(server.process.pid)
    async with AsyncExitStack() as opened:
        pages = [await opened.enter_async_context(tab(server.address, page, entrance=second, **asked))
                 for page, asked in PAGES.items()]
        for one in pages * 2:
            await one.run()
        begun = most = _memory(process)
        lasted, turn = 0.0, cycle(pages)
        for file in files:
            await _clicking(process, measured.quiet, turn, asyncio.create_task(
                asyncio.sleep(min(max(lasted, quiet[0]), quiet[1]))))
            data = await asyncio.to_thread(file.made)
            async with tab(server.address, DOORS[file.door].page, entrance=first) as one:
                told = Told(file, len(data))
                await _prepared(one, DOORS[file.door])
                told.memory, peak = await _watched(process, _put(process, told, one, data, turn))
                await _cleared(one)
            measured.told.append(told)
            most, lasted = max(most, peak), told.seconds
        measured.memory = begun, most, _memory(process)


async def _prepared(one: Tab, door: Door) -> None:
    """Until the page has a place for the file."""
    await one.run()
    if door.before and not _keys(one, door.place) and _keys(one, door.before):
        await one.run(one.state(_keys(one, door.before)[0], trigger_value=True))
        await one.run()
    if door.chosen:
        await one.run(_choice(one, door))


def _choice(one: Tab, door: Door) -> WidgetState:
    key, place = door.chosen or ("", 0)
    options = one.widgets[key].options  # type: ignore[attr-defined]
    return one.state(key, string_value=options[place])


async def _put(process: psutil.Process, told: Told, one: Tab, data: bytes, turn) -> None:
    putting = asyncio.create_task(_told(one, told, data))
    await _clicking(process, told.clicked, turn, putting)
    await putting


async def _told(one: Tab, told: Told, data: bytes) -> None:
    """Put the file there and wait until the page says what is with it."""
    door, before, begun = DOORS[told.file.door], set(one.texts), time.perf_counter()
    place = next(iter(_keys(one, door.place)), None)
    if place is None:
        raise PageFailed(f"no {door.place}…: {[*one.widgets]}")
    states = [await one.upload(place, told.file.name, data)]
    states += [_choice(one, door)] if door.chosen else []
    states += [one.state(_keys(one, door.press)[0], trigger_value=True)] if door.press else []
    await one.run(*states)
    while one.again:
        await asyncio.sleep(ASKS)
        await one.run(piece=one.again)
    told.seconds = time.perf_counter() - begun
    fresh = [text for text in one.texts if text not in before]
    said = next((found for mark in SAID if (found := [text for text in fresh if mark.search(text)])), fresh)
    told.words = " ".join(dict.fromkeys(map(_plain, said)))


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub("<[^>]+>", " ", text))).strip()


async def _clicking(process: psutil.Process, clicked: Clicked, turn, until: asyncio.Task[None]) -> None:
    """One page after another until something else is done."""
    used = _processor(process)
    while not until.done():
        clicked.times.all.append((await next(turn).run()).seconds)
        await asyncio.wait([until], timeout=LOOKS)
    clicked.processor += _processor(process) - used


async def _watched(process: psutil.Process, doing) -> tuple[float, float]:
    """Megabytes it grows by at most meanwhile, and has at most."""
    before = most = _memory(process)
    task = asyncio.create_task(doing)
    while not task.done():
        most = max(most, _memory(process))
        await asyncio.wait([task], timeout=LOOKS_AT_MEMORY)
    await task
    return most - before, most


async def _cleared(one: Tab) -> None:
    """The box is empty again."""
    with suppress(PageFailed):
        while keys := _keys(one, UNREAD) or _keys(one, ONE):
            await one.run(one.state(keys[0], trigger_value=True))


def _keys(one: Tab, begins: str) -> list[str]:
    return [key for key in one.widgets if key.startswith(begins)]


def _memory(process: psutil.Process) -> float:
    return process.memory_info().rss / 2**20


def _processor(process: psutil.Process) -> float:
    """Its own seconds; its reading processes are not counted."""
    told = process.cpu_times()
    return told.user + told.system


def report(measured: Measured) -> str:
    quiet = measured.quiet.times
    rows = []
    for one in measured.told:
        own, times = measured.own(one), one.clicked.times
        rows.append([
            one.file.what, f"{one.size / 1024:.0f}", f"{one.seconds:.1f}", _held(one.memory, AIM_MEMORY, ".0f"),
            _held(own, AIM_PROCESSOR, ".1f"), f"{1e3 * times.slow:.0f}",
            _held(1e3 * max(times.all), 1e3 * AIM_PAGE, ".0f"), f"{times.slow / quiet.slow:.1f}",
            one.words[:SHOWN].replace("|", "/")])
    begun, most, last = measured.memory
    return "\n\n".join((
        f"The other person's pages with no file: {len(quiet.all)} of them, 95th percentile {1e3 * quiet.slow:.0f} ms, "
        f"at most {1e3 * max(quiet.all):.0f}; {1e3 * measured.quiet.processor / len(quiet.all):.0f} ms of the server's "
        f"processor each. Memory of the server: {begun:.0f} MB at first, {most:.0f} at most, {last:.0f} at last",
        table(["file", "KB", "s until told", f"MB more (aim ≤ {AIM_MEMORY:g})",
               f"s of the processor (aim ≤ {AIM_PROCESSOR:g})", "pages meanwhile: p95, ms",
               f"at most (aim < {1e3 * AIM_PAGE:g})", "p95 to no file", "told"], rows)))


def _held(value: float, aim: float, form: str) -> str:
    return f"{value:{form}}" + ("" if value <= aim else " ✗")

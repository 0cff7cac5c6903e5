"""What a person meets on a morning of reports: seven workbooks of a month accepted one after another, each until its
page is drawn, and the processor time that the pages of each new state cost."""

import asyncio
from collections import defaultdict
from contextlib import AsyncExitStack, ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path

from benchmarks import servers
from benchmarks.client import Tab, tab
from benchmarks.figures import Times, table
from benchmarks.pages import ADDRESSES, STOCK
from sample_data import make, samples
from shnor.service import bases

FILES = 7
AIM_CLICK, AIM_PROCESSOR = 1.0, 0.025
"""Seconds from the click to the drawn page; of the processor for a page of a new state, in the mean."""
UPLOAD = "upload"


@dataclass
class Measured:
    """clicks: seconds from «Принять» to the drawn page, in the order of the files. processor: page → seconds of the
    processor that its first run after an acceptance took above the run after it. stock: an empty page of Streamlit."""

    clicks: list[Times] = field(default_factory=lambda: [Times() for _ in range(FILES)])
    processor: dict[str, Times] = field(default_factory=lambda: defaultdict(Times))
    stock: Times = field(default_factory=Times)


def measure(folder: Path, repeats: int = 1, pages: tuple[str, ...] = tuple(ADDRESSES)) -> Measured:
    """repeats: how often the whole morning is gone through, each time on a new base."""
    measured = Measured()
    for number in range(repeats):
        place = folder / str(number)
        books = _base(place)
        with ExitStack() as running:
            stock = running.enter_context(servers.stock(place / "stock"))
            product = running.enter_context(servers.ours(place / "product", place / "month.duckdb",
                                                         make.DAY.isoformat()))
            asyncio.run(_morning(measured, stock.wait(), product.wait(), books, pages))
    return measured


def _base(folder: Path) -> list[Path]:
    """The example as it stood before its last seven reports; these."""
    files = folder / "files"
    files.mkdir(parents=True)
    written = make.files(files)
    held = [path for path, _ in written if path.name.startswith("Отчёт_")][-FILES:]
    before = [(path, day) for path, day in written if path not in held]
    sample = replace(samples.SAMPLES[samples.NAMES[0]], files=lambda _: before)
    bases.make_demo(folder / "month.duckdb", sample)
    return held


async def _morning(measured: Measured, stock: str, product: str, books: list[Path], pages: tuple[str, ...]) -> None:
    async with AsyncExitStack() as opened:
        empty = await opened.enter_async_context(tab(stock))
        shown = {page: await opened.enter_async_context(tab(product, page, **ADDRESSES[page])) for page in pages}
        for one in (empty, *shown.values()):
            await one.run()
        for book, click in zip(books, measured.clicks, strict=True):
            measured.stock.all.append((await empty.run()).seconds)
            await asyncio.to_thread(servers.ask, product, "drop", {"name": book.name}, book.read_bytes())
            accepted = await asyncio.to_thread(servers.ask, product, "press", {})
            first = await _page(measured, product, UPLOAD, shown[UPLOAD])
            click.all.append(accepted + first)
            for page in [page for page in pages if page != UPLOAD]:
                await _page(measured, product, page, shown[page])


async def _page(measured: Measured, product: str, page: str, shown: Tab) -> float:
    """Seconds of the first run; the processor time of the two runs is compared."""
    clock = [await asyncio.to_thread(servers.ask, product, "clock", {})]
    seconds = []
    for _ in range(2):
        seconds.append((await shown.run()).seconds)
        clock.append(await asyncio.to_thread(servers.ask, product, "clock", {}))
    measured.processor[page].all.append(max(0.0, (clock[1] - clock[0]) - (clock[2] - clock[1])))
    return seconds[0]


def report(measured: Measured) -> str:
    clicks = [[str(number), times.text + ("" if max(times.all) <= AIM_CLICK else " ✗")]
              for number, times in enumerate(measured.clicks, 1)]
    pages = [["/" + page, times.text] for page, times in measured.processor.items()]
    mean = sum(sum(times.all) for times in measured.processor.values()) / sum(
        len(times.all) for times in measured.processor.values())
    said = f"{1e3 * mean:.1f} ms" + ("" if mean <= AIM_PROCESSOR else " ✗")
    return (f"From «Принять» of a month's workbook to the drawn page, file by file ({STOCK}: {measured.stock.text} ms; "
            f"aim ≤ {1e3 * AIM_CLICK:g} ms):\n\n{table(['file', 'ms'], clicks)}\n\n"
            f"Processor time of the pages of a new state above a warm run, in the mean {said} a page (aim ≤ "
            f"{1e3 * AIM_PROCESSOR:g}):\n\n{table(['page', 'ms'], pages)}")

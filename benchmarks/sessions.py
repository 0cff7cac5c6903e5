"""Fifty people at once on each page: until the last of them sees it, against an empty page of stock Streamlit."""

import asyncio
import time
from collections import defaultdict
from contextlib import AsyncExitStack, ExitStack
from pathlib import Path

from benchmarks import pages, servers
from benchmarks.client import tab
from benchmarks.figures import Times, table
from sample_data import make, samples

SESSIONS = 50
AIM = 1.0
STOCK = "stock Streamlit, empty page"
Measured = dict[str, Times]


def measure(folder: Path, repeats: int, shown: tuple[str, ...] = tuple(pages.ADDRESSES), sessions: int = SESSIONS,
            fill=samples.build) -> Measured:
    """Seconds until every session has its page, by page; the baseline before each of them."""
    base = folder / "product.duckdb"
    fill(base)
    with ExitStack() as running:
        stock = running.enter_context(servers.stock(folder / "stock"))
        product = running.enter_context(servers.ours(folder / "product", base, make.DAY.isoformat()))
        return asyncio.run(_rounds(stock.wait(), product.wait(), repeats, shown, sessions))


async def _rounds(stock: str, product: str, repeats: int, shown: tuple[str, ...], sessions: int) -> Measured:
    times: Measured = defaultdict(Times)
    for page in shown:
        async with AsyncExitStack() as opened:
            empty = [await opened.enter_async_context(tab(stock)) for _ in range(sessions)]
            asked = [await opened.enter_async_context(tab(product, page, **pages.ADDRESSES[page]))
                     for _ in range(sessions)]
            for repeat in range(repeats + 1):
                for name, tabs in ((STOCK, empty), (page, asked)):
                    begun = time.perf_counter()
                    await asyncio.gather(*(one.run() for one in tabs))
                    if repeat:  # the first run builds each session's state
                        times[name].all.append(time.perf_counter() - begun)
    return dict(times)


def report(times: Measured) -> str:
    lines = [["/" + page, one.text, one.against(times[STOCK], AIM)] for page, one in times.items() if page != STOCK]
    return (f"{SESSIONS} sessions at once, until the last has its page; {STOCK}: {times[STOCK].text} ms\n\n"
            + table(["page", "ms", f"to stock (aim < {AIM:g})"], lines))

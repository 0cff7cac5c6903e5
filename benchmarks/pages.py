"""Server time of each page of the product: warm, and first after an acceptance."""

import asyncio
import shutil
from collections import defaultdict
from collections.abc import Callable
from contextlib import AsyncExitStack, ExitStack
from pathlib import Path

from benchmarks import servers
from benchmarks.client import Tab, tab
from benchmarks.figures import Times, table
from sample_data import make, samples
from shnor.service import bases
from shnor.service.figures import roadmap
from shnor.store import Store
from shnor.ui.pages import FIRST, open_to

STOCK, EMPTY, FRAME = "stock Streamlit, empty page", "our settings, empty page", "our settings, frame alone"
AIM_STOCK, AIM_EMPTY = 1.0, 3.0
WARMING = 3
SCHOOL = "Ш05"

# page -> what stands in its address; the first one stands at the root
ADDRESSES: dict[str, dict[str, str]] = {"" if page.name == FIRST else page.name: page.example
                                        for page in open_to("coordinator", served=False)}
Measured = dict[str, Times]


def measure(folder: Path, repeats: int, pages: tuple[str, ...] = tuple(ADDRESSES),
            fill: Callable[[Path], None] = samples.build) -> Measured:
    """Times by baseline, and by «page» and «page first». Every round measures everything, baselines before each page,
    so that noise of the machine falls on all alike. fill: makes the base the pages show."""
    base = folder / "product.duckdb"
    fill(base)
    mark = _mark(base)
    shutil.copy(base, folder / "frame.duckdb")
    day = make.DAY.isoformat()
    with ExitStack() as running:
        stock = running.enter_context(servers.stock(folder / "stock"))
        empty = running.enter_context(servers.ours(folder / "empty", folder / "frame.duckdb", day,
                                                   servers.APPS / "empty" / "main.py"))
        product = running.enter_context(servers.ours(folder / "product", base, day))
        return asyncio.run(_rounds(stock.wait(), empty.wait(), product.wait(), mark, repeats, pages))


def _mark(base: Path) -> dict[str, str]:
    """A mark on an activity the base has: what the server is asked to accept between the runs."""
    store = Store.open(base, create=False, clock=lambda: bases.noon(make.DAY))
    try:
        with store.view() as view:
            plans = [plan for plan in roadmap.plans(view) if plan.school_id]
            plan = next((plan for plan in plans if plan.school_id == SCHOOL), plans[0])
            numbers = view.rows("roadmap", plan=plan.title, period=plan.periods[-1]).select("number").fetchall()
    finally:
        store.close()
    return {"plan": plan.title, "school_id": plan.school_id, "number": min(numbers)[0], "month": f"{make.DAY:%m.%Y}",
            "period": plan.periods[-1], "status": "выполняется"}


async def _rounds(stock: str, empty: str, product: str, mark: dict[str, str], repeats: int,
                  pages: tuple[str, ...]) -> Measured:
    times: Measured = defaultdict(Times)
    async with AsyncExitStack() as open_tabs:
        baselines = {STOCK: await open_tabs.enter_async_context(tab(stock)),
                     EMPTY: await open_tabs.enter_async_context(tab(empty)),
                     FRAME: await open_tabs.enter_async_context(tab(empty, "framed"))}
        own = {"school": mark.pop("school_id")}  # the page of a school is that of the school that sends marks
        tabs = {page: await open_tabs.enter_async_context(tab(product, page, **(
            own if page == "school" else ADDRESSES[page]))) for page in pages}
        for one in (*baselines.values(), *tabs.values()):
            for _ in range(WARMING):
                await one.run()
        for _ in range(repeats):
            for page, shown in tabs.items():
                await _round(times, baselines, product, mark, page, shown)
    return dict(times)


async def _round(times: Measured, baselines: dict[str, Tab], product: str, mark: dict[str, str], page: str,
                 shown: Tab) -> None:
    """Baselines, then an acceptance, then the page twice: the second run finds its data counted."""
    for name, one in baselines.items():
        times[name].all.append((await one.run()).seconds)
    await asyncio.to_thread(servers.accept, product, **mark)
    times[f"{page} first"].all.append((await shown.run()).seconds)
    times[page].all.append((await shown.run()).seconds)


def report(times: Measured) -> str:
    pages = [name for name in times if f"{name} first" in times]
    lines = [["/" + page, times[page].text, times[page].against(times[STOCK], AIM_STOCK),
              times[page].against(times[EMPTY], AIM_EMPTY), times[page].against(times[FRAME], AIM_EMPTY),
              (first := times[f"{page} first"]).text, first.against(times[STOCK], AIM_STOCK),
              first.against(times[EMPTY], AIM_EMPTY), first.against(times[FRAME], AIM_EMPTY)] for page in pages]
    against = [f"to stock (aim < {AIM_STOCK:g})", f"to empty (aim ≤ {AIM_EMPTY:g})", "to frame"]
    baselines = "\n".join(f"- {name}: {times[name].text} ms" for name in (STOCK, EMPTY, FRAME))
    head = ["page", "warm, ms", *against, "first after an acceptance, ms", *against]
    return (f"Baselines, median (least–most) of {len(times[STOCK].all)}; pages, of {len(times[pages[0]].all)}:\n\n"
            f"{baselines}\n\n{table(head, lines)}")

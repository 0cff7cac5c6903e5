"""What a person waits for: from the call of an address to the last chart drawn, in a browser, against a stock page with
one chart of Plotly in the same run."""

import shutil
import time
from collections import defaultdict
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page, sync_playwright

from benchmarks import servers
from benchmarks.client import SECRET
from benchmarks.figures import Times, table
from benchmarks.pages import ADDRESSES
from sample_data import make, samples
from shnor.ui.server import keys

AIM, EACH = 1.5, 0.150
"""Of the stock page, and so many seconds more for each further chart."""
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
WARMING = 2
DRAWN = """(due) => {
  const charts = [...document.querySelectorAll('[data-testid="stPlotlyChart"]')];
  return document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState === 'notRunning'
    && !document.querySelector('[data-testid="stAppSkeleton"]') && charts.length >= due
    && charts.every((chart) => chart.querySelector('.main-svg'))
    && Boolean(charts.length || document.querySelector('[data-testid="stHtml"]'));
}"""
"""The script is at its end and every chart is drawn: the script can end before its last chart is attached."""
RESTING = 2_500
"""Milliseconds after which a page has everything it ever gets: its charts are counted then, before any measuring."""
Measured = tuple[Times, dict[str, Times], dict[str, int]]


def measure(folder: Path, repeats: int) -> Measured:
    """Times of the stock page, times by page, charts by page. Every round measures everything in turn."""
    base = folder / "product.duckdb"
    samples.build(base)
    with ExitStack() as running, sync_playwright() as playwright:
        stock = running.enter_context(servers.charted(folder / "stock"))
        product = running.enter_context(servers.ours(folder / "product", base, make.DAY.isoformat()))
        program = next(filter(None, map(shutil.which, NAMES)), None)
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        addresses = {name: f"{product.wait()}/{name}?{'&'.join(f'{key}={text}' for key, text in query.items())}"
                     for name, query in ADDRESSES.items()}
        page = browser.new_page()
        for address in (stock.address, product.address):
            name, value = keys.cookie(SECRET, urlsplit(address).port or 80)
            page.context.add_cookies([{"name": name, "value": value, "url": address}])
        made = _rounds(page, stock.wait(), addresses, repeats)
        browser.close()
    return made


def _rounds(page: Page, stock: str, addresses: dict[str, str], repeats: int) -> Measured:
    baseline, times = Times(), defaultdict[str, Times](Times)
    every = {"": stock, **{f"/{name}": address for name, address in addresses.items()}}
    charts = {name: _counted(page, address) for name, address in every.items()}
    for place in range(WARMING + repeats):
        for name, address in every.items():
            seconds = _navigated(page, address, charts[name])
            if place >= WARMING:
                (times[name] if name else baseline).all.append(seconds)
    return baseline, dict(times), charts


def _counted(page: Page, address: str) -> int:
    _navigated(page, address, 0)
    page.wait_for_timeout(RESTING)
    return page.locator('[data-testid="stPlotlyChart"]').count()


def _navigated(page: Page, address: str, charts: int) -> float:
    began = time.perf_counter()
    page.goto(address)
    page.wait_for_function(DRAWN, arg=charts, timeout=60_000)
    return time.perf_counter() - began


def report(measured: Measured) -> str:
    baseline, times, charts = measured
    rows = []
    for name, own in times.items():
        allowed = AIM * baseline.middle + EACH * max(0, charts[name] - 1)
        rows.append([name, own.text, str(charts[name]), own.against(baseline, allowed / baseline.middle),
                     f"{allowed / baseline.middle:.2f}"])
    return (f"Stock page with one chart, median (least–most) of {len(baseline.all)}: {baseline.text} ms\n\n"
            + table(["page", "to the last chart, ms", "charts", "to stock", "allowed"], rows))

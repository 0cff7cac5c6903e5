"""Thirty directors on the 25th in server mode: within five minutes each opens the own school, sends the workbook of a
month and answers two questions, while two coordinators accept what has come; then what a tab costs that nobody uses."""

import asyncio
import random
import re
import shutil
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack, ExitStack
from dataclasses import dataclass, field
from datetime import date
from itertools import cycle
from math import ceil
from pathlib import Path

import psutil

from benchmarks import large, servers
from benchmarks.client import Entrance, PageFailed, Tab, tab
from benchmarks.figures import Times, table
from benchmarks.handed import Books, Fate, Handed, fate
from benchmarks.processor import Used, used
from benchmarks.servers import Server
from shnor import config
from shnor.access import Database, Entry
from shnor.access.database import FILE
from shnor.ui.pages import PAGES
from shnor.ui.run.access import COOKIE

DIRECTORS, COORDINATORS, SCHOOLS = 30, 2, 80
ORIGIN, BY, REPORT = "https://monitor.example.ru", "замер", "report"
STOCK, SCHOOL, REPORTING, INTAKE = "stock Streamlit, empty page", "Школа", "Отчёт за месяц", "Приём"
ALL = "shnor_letters_accept"
ACCEPTS = ALL, "shnor_letter_accept_"
"""How keys of «Принять» begin, of all that asks nothing and of one report."""
IDLE = (30, 100, 300)
"""So many tabs that nobody uses."""
AIM_PAGE, AIM_TAB = 1.0, 1.0
"""Seconds nineteen of twenty runs of a page take at most; megabytes of a tab above one of stock Streamlit."""
THINKS = 10.0
"""Seconds a person looks at a page, in the mean."""
PAGES_SEEN = (STOCK, SCHOOL, REPORTING, INTAKE)
"""What is a page to look at; the rest are deeds, which read a file or write to the base."""
LAST = 0.8
"""The last director begins a round when so much of its share of the time is over: the others had to be done by then."""
AGAIN = 30.0
"""Seconds a round takes at least, with its pauses."""
MONTHS = tuple(date(2026, month, 1) for month in (1, 2, 3, 4, 5, 9, 10, 11))


@dataclass
class Measured:
    """runs: what was done → its times, the stock page among them. errors: what went wrong, in words. idle: «stock» and
    «ours» → number of tabs → megabytes of the process. held: bytes of files of pages after the last one was sent, and
    after all tabs were closed. missing: what the pages do not offer yet. used: what the load took of the processor."""

    runs: dict[str, Times] = field(default_factory=lambda: defaultdict(Times))
    errors: list[str] = field(default_factory=list)
    handed: list[Handed] = field(default_factory=list)
    accepted: int = 0
    fate: Fate = field(default_factory=Fate)
    idle: dict[str, dict[int, float]] = field(default_factory=lambda: defaultdict(dict))
    held: tuple[float, float] = (0.0, 0.0)
    missing: set[str] = field(default_factory=set)
    used: Used = field(default_factory=Used)


@dataclass(frozen=True)
class Person:
    school: str
    entrance: Entrance


def measure(folder: Path, seconds: float, directors: int = DIRECTORS, idle: Sequence[int] = IDLE,
            schools: int = SCHOOLS, rounds: int = 1) -> Measured:
    """seconds: of the load. schools: of the base. rounds: of each director, spread over these seconds; 0 = one after
    another, as many as fit."""
    base, measured = folder / "product.duckdb", Measured()
    large.fill(base, schools)
    books = Books(shutil.copy(base, folder / "copy.duckdb"), large.DAY)
    people = people_of(folder / "product", [f"Ш{number:04}" for number in range(1, directors + 1)])
    starts = [begins(place, seconds, rounds) for place in range(directors)]
    try:
        for place, one in enumerate(people[COORDINATORS:]):  # nothing is made while the clock runs
            books.make(one.school, _months(place, len(starts[place]) or ceil(seconds / AGAIN)))
        with ExitStack() as running:
            stock = running.enter_context(servers.stock(folder / "stock"))
            product = running.enter_context(servers.ours(
                folder / "product", base, large.DAY.isoformat(), entrance=people[0].entrance))
            stock.wait(), product.wait()
            asyncio.run(_both(measured, stock, product, people, books, seconds, idle, starts))
    finally:
        books.close()
    measured.fate = fate(base, large.DAY, measured.handed)
    return measured


def begins(place: int, seconds: float, rounds: int) -> list[float]:
    """When a director begins each round: seconds after the load has begun."""
    looks = random.Random(place)
    return [seconds / rounds * (number + looks.uniform(0, LAST)) for number in range(rounds)]


def _months(place: int, rounds: int) -> list[date]:
    """Of the workbooks a director sends, in order."""
    return [MONTHS[(place + number) % len(MONTHS)] for number in range(rounds)]


def people_of(folder: Path, schools: Sequence[str], day: date = large.DAY) -> list[Person]:
    """Coordinators first, then a director a school, all with an open session."""
    folder.mkdir(parents=True)
    settings = config.Settings(folder=folder, day=day)
    entry = Entry(Database(folder / FILE, settings.now))
    try:
        wanted = [*(("coordinator", "") for _ in range(COORDINATORS)), *(("director", school) for school in schools)]
        found = []
        for number, (role, school) in enumerate(wanted):
            person = entry.people.add(f"person{number}", f"{role} {school or number}", role, [school] * bool(school),
                                      by=BY)
            found.append(Person(school, Entrance(ORIGIN, f"{COOKIE}={entry.sessions.begin(person, '127.0.0.1')}")))
        return found
    finally:
        entry.database.close()


async def _both(measured: Measured, stock: Server, product: Server, people: Sequence[Person], books: Books,
                seconds: float, idle: Sequence[int], starts: Sequence[Sequence[float]]) -> None:
    """The idle tabs first: the load leaves things in memory that are no tab's."""
    directors = [person for person in people if person.school]
    await _idle(measured, "stock", stock, "", [None], idle)
    await _idle(measured, "ours", product, "school", [person.entrance for person in directors], idle)
    done, before = asyncio.Event(), used(stock.process.pid, product.process.pid)
    beside = [asyncio.create_task(one) for one in (
        _stock(measured, stock, done), *(_coordinator(measured, product, one, done) for one in people
                                         if not one.school))]
    await asyncio.gather(*(
        _in_turn(measured, product, one, place, books, starts[place]) if starts[place] else
        _on_and_on(measured, product, one, place, books, seconds) for place, one in enumerate(directors)))
    done.set()
    await asyncio.gather(*beside)
    measured.used = used(stock.process.pid, product.process.pid) - before
    held = await asyncio.to_thread(_held, product)
    measured.held = measured.held[0], held


def _held(product: Server) -> float:
    return servers.ask(product.address, "held", {}, entrance=product.entrance)


async def _idle(measured: Measured, name: str, server: Server, page: str, entrances: Sequence[Entrance | None],
                counts: Sequence[int]) -> None:
    """Tabs that were drawn once and stay open; the memory of the process alone after each number of them."""
    process = psutil.Process(server.process.pid)
    async with AsyncExitStack() as opened:
        tabs: list[Tab] = []
        for number in counts:
            while len(tabs) < number:
                one = await opened.enter_async_context(tab(server.address, page,
                                                           entrance=entrances[len(tabs) % len(entrances)]))
                await one.run()
                tabs.append(one)
            measured.idle[name][number] = process.memory_full_info().uss / 2**20


async def _stock(measured: Measured, server: Server, done: asyncio.Event) -> None:
    """What an empty page takes on this machine meanwhile."""
    async with tab(server.address) as one:
        while not done.is_set():
            measured.runs[STOCK].all.append((await one.run()).seconds)
            await asyncio.sleep(1.0)


async def _in_turn(measured: Measured, server: Server, who: Person, place: int, books: Books,
                   starts: Sequence[float]) -> None:
    """Rounds that begin when they are to, or as soon as the one before is over."""
    looks, began = random.Random(place), time.monotonic()
    for seconds, month in zip(starts, _months(place, len(starts)), strict=True):
        await asyncio.sleep(max(0.0, began + seconds - time.monotonic()))
        await _round(measured, server, who, month, books, looks)


async def _on_and_on(measured: Measured, server: Server, who: Person, place: int, books: Books,
                     seconds: float) -> None:
    looks, until = random.Random(place), time.monotonic() + seconds
    await asyncio.sleep(looks.uniform(0, THINKS))
    for month in cycle(_months(place, len(MONTHS))):
        if time.monotonic() >= until:
            return
        await _round(measured, server, who, month, books, looks)


async def _round(measured: Measured, server: Server, who: Person, month: date, books: Books,
                 looks: random.Random) -> None:
    try:
        async with tab(server.address, "school", entrance=who.entrance) as one:
            await _run(measured, SCHOOL, one)
        await asyncio.sleep(looks.expovariate(1 / THINKS))
        await _month(measured, server, who, month, books, looks)
    except Exception as error:
        measured.errors.append(f"{who.school}: {type(error).__name__} {error}"[:300])


async def _month(measured: Measured, server: Server, who: Person, month: date, books: Books,
                 looks: random.Random) -> None:
    """Open the report, send the workbook, answer, hand it in; told when the centre has it."""
    if REPORT not in [page.name for page in PAGES]:
        measured.missing.add("/report")
        return
    async with tab(server.address, REPORT, entrance=who.entrance, month=f"{month:%Y-%m}") as one:
        await _run(measured, REPORTING, one)
        if "shnor_report_back" in one.widgets:  # the one before waits for the centre
            await _run(measured, "Взять обратно", one, one.state("shnor_report_back", trigger_value=True))
        if "shnor_report_drop" in one.widgets:
            await _run(measured, "Убрать", one, one.state("shnor_report_drop", trigger_value=True))
        way = one.state("shnor_report_way")
        way.string_array_value.data.append("Прислать файл")
        await _run(measured, "Прислать файл", one, way)
        book = await asyncio.to_thread(books.filled, who.school, month)
        await _run(measured, "Файл", one, await one.upload(_key(one, "shnor_report_file_"), book.name, book.data))
        for _ in book.answers:
            await asyncio.sleep(looks.expovariate(1 / THINKS))
            place = _key(one, "shnor_report_", "_0_other")
            await _run(measured, "Ответ", one, one.state(place, string_value=next(iter(book.answers.values()))))
        await _run(measured, "Отправить", one, one.state(_key(one, "shnor_report_send"), trigger_value=True))
        _key(one, "shnor_report_back")
        measured.handed.append(book)
        measured.held = max(measured.held[0], await asyncio.to_thread(_held, server)), 0.0


async def _coordinator(measured: Measured, server: Server, who: Person, done: asyncio.Event) -> None:
    """Look at what has come, accept what asks nothing; once more when the directors are done."""
    over = False
    while not over:
        over = done.is_set()
        try:
            async with tab(server.address, "upload", entrance=who.entrance) as one:
                await _run(measured, INTAKE, one)
                deeds = [key for key in one.widgets if key.startswith(ACCEPTS)]
                for deed in deeds if deeds[:1] != [ALL] else (ALL,):
                    if deed in one.widgets:  # the other coordinator may have been first
                        await _run(measured, "Принять", one, one.state(deed, trigger_value=True))
                        measured.accepted += 1
        except Exception as error:
            measured.errors.append(f"coordinator: {type(error).__name__} {error}"[:300])
        await asyncio.sleep(THINKS / 2)


async def _run(measured: Measured, name: str, one: Tab, *states) -> None:
    measured.runs[name].all.append((await one.run(*states)).seconds)


def _key(one: Tab, begins: str, ends: str = "") -> str:
    """Of a widget of the page. Raises PageFailed with what the page says instead."""
    found = next((key for key in one.widgets if key.startswith(begins) and key.endswith(ends)), None)
    if found is None:
        raise PageFailed(f"no {begins}…{ends}: {re.sub('<[^>]+>', '', ' '.join(one.texts))[-200:]}")
    return found


def slope(idle: Mapping[int, float]) -> float:
    """Megabytes of one more tab, by least squares."""
    middle, mean = (sum(values) / len(idle) for values in (idle.keys(), idle.values()))
    return (sum((n - middle) * (size - mean) for n, size in idle.items())
            / sum((n - middle) ** 2 for n in idle))


def report(measured: Measured) -> str:
    stock = measured.runs[STOCK]
    runs = [[name, str(len(times.all)), times.text, f"{1e3 * times.slow:.0f}" + (
        "" if times.slow <= AIM_PAGE or name not in PAGES_SEEN else " ✗"), f"{times.slow / stock.slow:.1f}"]
        for name, times in measured.runs.items()]
    ours, theirs = (slope(measured.idle[name]) for name in ("ours", "stock"))
    tabs = [[name, *(f"{size:.0f}" for size in measured.idle[name].values()), f"{slope(measured.idle[name]):.2f}"]
            for name in ("stock", "ours")]
    more = f"{ours - theirs:.2f}" + ("" if ours - theirs <= AIM_TAB else " ✗")
    told = measured.fate
    said = [table(["run", "times", "ms", f"p95, ms (aim of a page < {1e3 * AIM_PAGE:g})", "p95 to stock"], runs),
            f"Sent {len(measured.handed)} workbooks: accepted {told.accepted}, waiting {told.waiting}, replaced by a "
            f"newer one {told.replaced}; words lost: {len(told.lost)}{' ✗' * bool(told.lost)}; errors: "
            f"{len(measured.errors)}{' ✗' * bool(measured.errors)}; presses of «Принять»: {measured.accepted}",
            table(["tabs", *map(str, measured.idle["ours"]), "MB a tab"], tabs),
            measured.used.line(len(measured.handed)),
            f"A tab above one of stock: {more} MB (aim ≤ {AIM_TAB:g}). Files of pages held: at most "
            f"{measured.held[0]:.0f} bytes, {measured.held[1]:.0f} when all tabs are closed"]
    said += [f"Not there yet: {', '.join(sorted(measured.missing))}"] if measured.missing else []
    said += [f"- {line}" for line in (*measured.errors[:10], *told.lost[:10])]
    return "\n\n".join(said)

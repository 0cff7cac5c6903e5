"""The benchmarks run and measure what they say, on a tiny base; no time is asserted."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from benchmarks import directors, families, handed, hostile, hostile_files, intake, large, pages, scale, sessions
from benchmarks.figures import Times
from benchmarks.handed import Fate
from shnor.desk import Desk
from shnor.service import bases
from shnor.service.intake import drop
from shnor.service.intake.drop import Incoming
from shnor.store import Store
from tests.actors import COORDINATOR


def test_of_families_in_which_nothing_has_changed_few_say_that_something_has():
    """Without the correction four families of five would."""
    rates = families.measure()
    print(families.report(rates))
    assert (rates.families, rates.lines) == (2_000, 40)
    assert 0.01 < rates.held <= 0.05
    assert 0.03 < rates.single < 0.05 < 0.8 < rates.told
    assert rates.error < 0.01


def test_intake_times_the_way_and_its_parts_against_bare_reading(tmp_path: Path):
    times = intake.measure(tmp_path, rows=30, repeats=2)
    assert list(times) == [intake.BASELINE, intake.READ, intake.RECOGNISE, intake.EXTRACT, intake.WHOLE, intake.CHECK,
                           intake.PREVIEW, intake.ACCEPT]
    assert {len(one.all) for one in times.values()} == {2}
    assert intake.report(times).count("\n|") == 2 + 8


@pytest.mark.nightly
def test_pages_are_timed_between_acceptances_and_beside_empty_ones(tmp_path: Path):
    times = pages.measure(tmp_path, 1, ("roadmap",), lambda path: intake.prepare(path, 5))
    assert {name: len(one.all) for name, one in times.items()} == {
        pages.STOCK: 1, pages.EMPTY: 1, pages.FRAME: 1, "roadmap first": 1, "roadmap": 1}
    assert "| /roadmap |" in pages.report(times)


def test_figures_are_timed_against_sql_that_counts_the_same(tmp_path: Path):
    times = scale.measure(tmp_path, 1, (2,))
    assert {key: len(one.all) for key, one in times.items()} == {(2, scale.FIGURES): 1, (2, scale.SQL): 1}
    assert "| 2 |" in scale.report(times)


@pytest.mark.nightly
def test_sessions_are_timed_until_the_last_has_its_page(tmp_path: Path):
    times = sessions.measure(tmp_path, 1, ("roadmap",), 3, lambda path: intake.prepare(path, 5))
    assert {name: len(one.all) for name, one in times.items()} == {sessions.STOCK: 1, "roadmap": 1}
    assert "| /roadmap |" in sessions.report(times)


def test_nineteen_of_twenty_take_no_longer():
    assert [Times([float(n) for n in range(1, count + 1)]).slow for count in (1, 19, 20, 40)] == [1, 19, 19, 38]


def test_a_tab_costs_what_each_further_one_adds():
    assert directors.slope({30: 60.0, 100: 67.0, 300: 87.0}) == pytest.approx(0.1)


@pytest.fixture
def sent(tmp_path):
    """A base of three schools and a workbook of one of them, filled in."""
    base = tmp_path / "base.duckdb"
    large.fill(base, 3)
    books = handed.Books(shutil.copy(base, tmp_path / "copy.duckdb"), large.DAY)
    book = books.filled("Ш0001", date(2026, 11, 1))
    books.close()
    return base, book


def on_desk(base, book, answers):
    desk = Desk(base, lambda: bases.noon(large.DAY))
    lying = desk.post.add(book.school, book.month, "file", book.name, book.data, by="директор")
    desk.post.answer(lying.number, book.school, answers)
    desk.close()


def test_a_word_is_in_the_base_or_waits_or_is_lost(sent):
    base, book = sent
    words, answers = len(book.words), {(handed.SHEET, cell): text for cell, text in book.answers.items()}
    assert (words > 2, len(answers)) == (True, 2)
    assert len(handed.fate(base, large.DAY, [book]).lost) == words + 2
    on_desk(base, book, {})
    assert len(handed.fate(base, large.DAY, [book]).lost) == 2
    on_desk(base, book, answers)
    assert handed.fate(base, large.DAY, [book]) == Fate(waiting=1)
    store = Store.open(base, create=False, clock=lambda: bases.noon(large.DAY))
    reviewed = drop.review(store, [Incoming(book.name, book.data, answers)], large.DAY)
    drop.accept_all(store, reviewed, by=COORDINATOR)
    store.close()
    assert handed.fate(base, large.DAY, [book]) == Fate(accepted=1)


@pytest.mark.parametrize(("rounds", "shares"), [(0, []), (1, [(0, 240)]), (3, [(0, 80), (100, 180), (200, 280)])])
def test_a_director_begins_each_round_early_enough_in_its_share_of_the_time(rounds, shares):
    for place in range(30):
        begins = directors.begins(place, 300, rounds)
        assert [low <= begin <= high for begin, (low, high) in zip(begins, shares, strict=True)] == [True] * rounds
    assert len({tuple(directors.begins(place, 300, 3)) for place in range(30)}) == 30


def test_workbooks_made_ahead_are_given_out_once_each(tmp_path):
    base, (january, march) = tmp_path / "base.duckdb", (date(2026, 1, 1), date(2026, 3, 1))
    large.fill(base, 1)
    books = handed.Books(base, large.DAY)
    books.make("Ш0001", [january, march, january])
    assert [books.filled("Ш0001", month).number for month in (january, january, march, january)] == [1, 3, 2, 4]
    books.close()


@pytest.mark.nightly
@pytest.mark.parametrize("rounds", [0, 1])
def test_directors_and_coordinators_go_round_and_lose_nothing(tmp_path, monkeypatch, rounds):
    monkeypatch.setattr(directors, "THINKS", 0.5)
    measured = directors.measure(tmp_path, 4, directors=2, idle=(1, 2), schools=3, rounds=rounds)
    assert len(measured.handed) >= 2
    assert measured.used.server > 0
    assert (measured.errors, measured.fate.lost) == ([], ())
    assert {directors.STOCK, directors.SCHOOL, directors.INTAKE} <= measured.runs.keys()
    assert [*measured.idle["ours"]] == [1, 2]
    assert "| tabs | 1 | 2 | MB a tab |" in directors.report(measured)


@pytest.mark.nightly
def test_a_hostile_file_is_put_on_a_page_while_another_person_looks_at_pages(tmp_path):
    names = {"матрёшка.zip": "слишком глубоко вложен", "форма.docx": "не удалось разобрать"}
    files = [file for file in hostile_files.FILES if file.name in names]
    measured = hostile.measure(tmp_path, files, (0.1, 0.1), lambda path: intake.prepare(path, 5))
    assert [names[one.file.name] in one.words for one in measured.told] == [True, True]
    assert min(len(measured.quiet.times.all), *(len(one.clicked.times.all) for one in measured.told)) >= 1
    assert hostile.report(measured).count("\n|") == 2 + 2

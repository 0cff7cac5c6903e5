"""The benchmarks run and measure what they say, on a tiny base; no time is asserted."""

from pathlib import Path

import pytest

from benchmarks import families, intake, pages, scale, sessions


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


@pytest.mark.slow
def test_pages_are_timed_between_acceptances_and_beside_empty_ones(tmp_path: Path):
    times = pages.measure(tmp_path, 1, ("roadmap",), lambda path: intake.prepare(path, 5))
    assert {name: len(one.all) for name, one in times.items()} == {
        pages.STOCK: 1, pages.EMPTY: 1, pages.FRAME: 1, "roadmap first": 1, "roadmap": 1}
    assert "| /roadmap |" in pages.report(times)


def test_figures_are_timed_against_sql_that_counts_the_same(tmp_path: Path):
    times = scale.measure(tmp_path, 1, (2,))
    assert {key: len(one.all) for key, one in times.items()} == {(2, scale.FIGURES): 1, (2, scale.SQL): 1}
    assert "| 2 |" in scale.report(times)


@pytest.mark.slow
def test_sessions_are_timed_until_the_last_has_its_page(tmp_path: Path):
    times = sessions.measure(tmp_path, 1, ("roadmap",), 3, lambda path: intake.prepare(path, 5))
    assert {name: len(one.all) for name, one in times.items()} == {sessions.STOCK: 1, "roadmap": 1}
    assert "| /roadmap |" in sessions.report(times)

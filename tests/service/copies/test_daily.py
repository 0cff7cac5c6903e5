"""When a copy is made without being asked, when somebody is reminded, what a trial finds."""

from datetime import UTC, date, datetime, timedelta

import pytest

from shnor.copies import names
from shnor.service import bases
from shnor.service.centre import copies
from shnor.service.copies import daily
from tests.actors import COORDINATOR
from tests.clock import DAY, noon

FIRST, SECOND = date(2026, 11, 1), date(2026, 12, 1)


@pytest.fixture
def store(tmp_path):
    (tmp_path / "data").mkdir()
    opened = bases.open_base(tmp_path / "data" / "shnor.duckdb", now=noon)
    copies.keep(opened, str(tmp_path / "flash"), COORDINATOR)
    opened.approve(FIRST, COORDINATOR)
    yield opened
    opened.close()


def at(days: int) -> datetime:
    return noon() + timedelta(days)


def test_a_copy_a_day_while_something_new_comes(store):
    assert daily.due(store, DAY, UTC)
    made = daily.make(store, at(0))
    assert names.listed(made.parent)[0].why == names.DAILY
    assert not daily.due(store, DAY, UTC)
    assert not daily.due(store, DAY + timedelta(1), UTC)  # nothing came since
    store.approve(SECOND, COORDINATOR)
    assert [daily.due(store, DAY + timedelta(days), UTC) for days in (0, 1)] == [False, True]


def test_without_a_folder_nothing_is_made(store):
    store.describe(COORDINATOR, **{copies.KEY: ""})
    assert not daily.due(store, DAY, UTC)


def test_older_copies_of_the_series_make_room_and_those_of_people_stay(store, tmp_path):
    mine = copies.save(store, at(-300), COORDINATOR)
    for days in range(-20, 1):
        made = daily.make(store, at(days))
    left = [copy.moment.date() - DAY for copy in names.listed(made.parent) if copy.why]
    assert [day.days for day in left] == [0, -1, -2, -3, -4, -5, -6, -12, -19]
    assert mine.exists()


@pytest.mark.parametrize(("days", "changed", "said"), [
    (0, True, ""), (7, True, ""), (8, True, "Последней копии 8 дней"), (21, True, "Последней копии 21 день"),
    (21, False, "")])
def test_a_reminder_after_a_week_with_something_new(store, days, changed, said):
    daily.make(store, at(0))
    if changed:
        store.approve(SECOND, COORDINATOR)
    assert daily.reminder(store, DAY + timedelta(days), UTC).replace("\u00a0", " ") == said


def test_a_trial_a_month_says_what_came_of_it(store):
    assert not daily.trial_due(store, DAY)
    made = daily.make(store, at(0))
    assert daily.trial_due(store, DAY)
    assert "вернулась целиком: 27.11.2026" in daily.trial(store, DAY, noon, UTC)
    assert [daily.trial_due(store, DAY + timedelta(days)) for days in (29, 30)] == [False, True]
    damaged = bytearray(made.read_bytes())
    damaged[len(damaged) // 2] ^= 1
    made.write_bytes(damaged)
    daily.trial(store, DAY, noon, UTC)
    assert "проба не удалась: Копия" in store.about()[daily.TRIAL]
    assert list((store.path.parent / "backup").iterdir()) == []

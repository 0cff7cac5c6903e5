"""A base made before the column `known_on` is filled when it is opened, by the rule rows are read with."""

import shutil
from datetime import date

import duckdb
import pytest

from sample_data import make
from shnor.datasets import Grid
from shnor.service.intake import drop
from shnor.store import Store
from shnor.store.known_on import PERIODS, day_above
from shnor.store.steps import STEPS
from tests.clock import noon
from tests.copied import base_in

FILLED = (*PERIODS, "results", "requests")


@pytest.fixture
def old(example_base, tmp_path):
    """The example as a base of before."""
    path = shutil.copy(example_base(), tmp_path / "old.duckdb")
    with duckdb.connect(str(path)) as connection:
        for table in FILLED:
            connection.execute(f"alter table {table} drop column known_on")
        connection.execute("delete from steps where name = ?", [STEPS[0].name])
    return path


@pytest.fixture(scope="module")
def sent(tmp_path_factory):
    """Files of the example by their names."""
    return {path.name: path for path, _ in make.files(tmp_path_factory.mktemp("files"))}


def days(path, table, where):
    with duckdb.connect(str(path), read_only=True) as connection:
        return dict(connection.execute(f"select src, known_on from {table} where {where}").fetchall())


@pytest.mark.parametrize("table", ["courses", "events", "indicator_values", "results"])
def test_rows_get_the_day_they_are_read_with(old, example_base, table):
    Store.open(old, clock=noon).close()
    filled = days(old, table, "true")
    assert filled == days(example_base(), table, "true")
    assert None not in filled.values()


def test_a_wave_counts_from_its_last_day(old):
    Store.open(old, clock=noon).close()
    assert set(days(old, "surveys", "wave = '2026-11'").values()) == {date(2026, 11, 30)}


def test_a_question_counts_from_the_first_word_of_it(old):
    """Answered, read or the last day of its month, whichever is first."""
    Store.open(old, clock=noon).close()
    with duckdb.connect(str(old), read_only=True) as connection:
        found = connection.execute("select month, known_on from requests order by month, known_on").fetchall()
    assert found == [(date(2026, 3, 1), date(2026, 3, 31)), (date(2026, 9, 1), date(2026, 9, 30)),
                     (date(2026, 10, 1), date(2026, 10, 20)), (date(2026, 11, 1), date(2026, 11, 24)),
                     (date(2026, 11, 1), date(2026, 11, 24))]


def test_a_copy_is_made_before_and_the_step_is_noted(old):
    for _ in range(2):
        Store.open(old, clock=noon).close()
    [copy] = (old.parent / "backup").glob("*.zip")
    with duckdb.connect(str(base_in(copy)), read_only=True) as before, \
            duckdb.connect(str(old), read_only=True) as after:
        names = [row[0] for row in after.execute("select name from steps").fetchall()]
        dated = {row[0] for row in before.execute(
            "select table_name from duckdb_columns() where column_name = 'known_on'").fetchall()}
    assert names.count(STEPS[0].name) == 1
    assert dated & {*FILLED} == set()


@pytest.mark.nightly
@pytest.mark.parametrize("name", [
    "ВПР 2026 по школам.xlsx", "ФИС ОКО 2026 математика, статистика по отметкам.xlsx", "ОГЭ 2026 основной день.xlsx",
    "Курсы педагогов 2025.xlsx", "Журнал мероприятий 2026, июль–ноябрь.xlsx", "Отметки ООШ-5 I четверть 2026-27.xlsx",
    "Анкета педагогов, весна 2025.xlsx"])
def test_an_equal_file_sent_again_changes_nothing(old, sent, name):
    store = Store.open(old, clock=noon)
    [again] = drop.review(store, [drop.Incoming(name, sent[name].read_bytes())], make.DAY)
    store.close()
    assert again.preview.empty


@pytest.mark.parametrize(("cells", "day"), [
    pytest.param(("Дата:", "17.04.2026"), date(2026, 4, 17), id="beside"),
    pytest.param(("Дата: 17.04.2026", None), date(2026, 4, 17), id="behind-the-colon"),
    pytest.param(("Дата:", None, date(2026, 4, 17)), date(2026, 4, 17), id="a-day-of-the-sheet"),
    pytest.param(("Дата:", "15.04.2026, 17.04.2026"), date(2026, 4, 17), id="the-last-of-two"),
    pytest.param(("Дата:", "31.04.2026"), None, id="no-such-day"),
    pytest.param(("Дата:", "весна"), None, id="no-day"),
    pytest.param(("Дата", None), None, id="nothing-beside"),
    pytest.param(("Дата рождения:", "17.04.2026"), None, id="another-label"),
])
def test_the_day_a_sheet_names(cells, day):
    assert day_above(Grid("Лист1", (("Статистика",), cells))) == day

"""Impatience: a double click, a second tab, a click elsewhere. An acceptance happens once or not at all."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from shnor.store import Store, Upload
from tests.browser import steps
from tests.browser.looking import ready
from tests.browser.running import Server
from tests.browser.test_way import XLSX
from tests.clock import noon

MONTHS = ("январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь")
NUMBERS = [f"{part}.{place}" for part in range(1, 21) for place in range(1, 101)]
ROWS = len(MONTHS) * len(NUMBERS)


def test_a_double_click_accepts_once(server, tab, tmp_path):
    base = tmp_path / "own.duckdb"
    running = server(database=base)
    page = tab(running, "/upload")
    steps.drop(page, XLSX)
    steps.accept_button(steps.card(page, XLSX.name)).dblclick()
    expect(page.locator(".st-key-shnor_accepted")).to_contain_text("Принято:")
    stopped(running, page)
    assert accepted_rows(base) == [48]


def test_a_second_tab_is_told_the_file_is_accepted(server, tab, tmp_path):
    base = tmp_path / "own.duckdb"
    running = server(database=base)
    first = tab(running, "/upload")
    steps.drop(first, XLSX)
    second = tab(running, "/upload")
    expect(steps.accept_button(steps.card(second, XLSX.name))).to_be_visible()
    steps.accept(steps.card(first, XLSX.name))
    steps.accept(steps.card(second, XLSX.name))
    expect(second.get_by_text("ошибка программы")).to_have_count(0)
    stopped(running, first, second)
    assert accepted_rows(base) == [48]


@pytest.mark.nightly
def test_a_click_elsewhere_in_the_middle_leaves_before_or_after(server, tab, tmp_path):
    base = tmp_path / "own.duckdb"
    running = server(database=base)
    page = tab(running, "/upload")
    steps.drop(page, plan(tmp_path))
    steps.accept(steps.card(page, "план.csv"))
    for attempt, wait in enumerate((0, 40, 120, 250, 500), 1):
        file = marks(tmp_path, attempt)
        steps.drop(page, file)
        left_in_the_middle(page, steps.card(page, file.name), wait)
    stopped(running, page)
    outcome = accepted_rows(base)
    print("rows of each acceptance:", outcome)
    assert outcome[0] == len(NUMBERS)
    assert set(outcome[1:]) <= {ROWS}


def left_in_the_middle(page: Page, card: Locator, wait: int) -> None:
    """«Принять», and after so many milliseconds another door; then back, where the program still answers."""
    door = page.get_by_test_id("stTopNav").get_by_text("Школы", exact=True).element_handle()
    steps.accept_button(card).element_handle().evaluate(
        "(button, [door, wait]) => { button.click(); setTimeout(() => door.click(), wait); }", [door, wait])
    page.wait_for_url("**/school*")
    expect(page.get_by_role("heading", name="Школа")).to_be_visible()
    steps.go(page, "/upload")
    expect(page.get_by_role("heading", name="Приём отчётов")).to_be_visible()
    if (left := page.get_by_role("button", name="Убрать")).count():
        left.click()
        expect(left).to_have_count(0)
    ready(page)


def stopped(running: Server, *pages: Page) -> None:
    """A page that is still open would complain that the program has gone."""
    for page in pages:
        page.close()
    running.stop()


def accepted_rows(base: Path) -> list[int]:
    """Records the base really holds of each accepted file, oldest first. The journal has one line for each."""
    store = Store.open(base, create=False, clock=noon)
    try:
        listed = sorted(store.uploads(), key=lambda upload: upload.id)
        assert [entry.action for entry in store.journal()] == ["accept"] * len(listed)
        return [rows_of(store, upload) for upload in listed]
    finally:
        store.close()


def rows_of(store: Store, upload: Upload) -> int:
    with store.view(state=upload.state) as view:
        return sum(view.rows(kind).filter(f"upload_id = {upload.id}").shape[0] for kind in upload.kinds)


def plan(folder: Path) -> Path:
    rows = [f"План округа;{number};Мероприятие;ноябрь 2026;2026" for number in NUMBERS]
    return written(folder / "план.csv", "Дорожная карта;№;Мероприятие;Срок;Период", rows)


def marks(folder: Path, attempt: int) -> Path:
    """A mark for each activity and month, each attempt with a figure of its own."""
    rows = [f"План округа;{number};{month} 2026;выполняется;{attempt}" for month in MONTHS for number in NUMBERS]
    return written(folder / f"отметки {attempt}.csv", "Дорожная карта;№;Месяц отчёта;Состояние;Сделано за месяц, число",
                   rows)


def written(path: Path, header: str, rows: list[str]) -> Path:
    path.write_text("\n".join([header, *rows]), encoding="utf-8-sig")
    return path

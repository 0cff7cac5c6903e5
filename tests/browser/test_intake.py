"""A morning with many files: what is to be done stands first, one answer goes to all, a stop loses nothing."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from playwright.sync_api import Page, expect

from tests.browser import month_books, steps

HEAD = ("Школа", "Когда", "Предмет", "Программа", "Человек")
UNKNOWN = "Озёрная школа имени Героя"


@pytest.fixture
def base(tmp_path: Path) -> Path:
    path = tmp_path / "own.duckdb"
    month_books.base(path)
    return path


def courses(folder: Path, name: str, *rows: tuple[object, ...]) -> Path:
    book = Workbook()
    for row in (HEAD, *rows):
        book.active.append(row)
    book.save(folder / name)
    return folder / name


def dropped(page: Page, *files: Path) -> None:
    page.get_by_test_id("stFileUploader").first.locator("input").set_input_files(files)


def main(page: Page):
    return page.get_by_test_id("stMain")


def test_one_answer_for_many_files_can_be_taken_back_and_all_are_accepted(server, tab, tmp_path, base):
    page = tab(server(database=base), "/upload")
    files = [courses(tmp_path, f"курсы {n}.xlsx", (UNKNOWN, "ноябрь 2026", "физика", f"Опыты {n}", 1))
             for n in range(12)]
    ready = [courses(tmp_path, f"готово {n}.xlsx", ("МБОУ СОШ № 3", "ноябрь 2026", "физика", f"Чтение {n}", 1))
             for n in range(2)]
    dropped(page, *files, *ready)
    bar = page.locator(".shnor-boxbar")
    expect(bar).to_contain_text("с вопросами 12 (1 вопрос)", timeout=60_000)
    expect(bar).to_contain_text("готовы 2")
    shared = page.locator(".st-key-shnor_shared")
    expect(shared).to_contain_text("В 12 файлах: «курсы 0.xlsx»")
    shared.get_by_role("button", name="МБОУ СОШ № 2").click()
    expect(shared).to_have_count(0)
    expect(main(page)).to_contain_text("Ваш ответ: «МБОУ СОШ № 2» — «Озёрная школа имени Героя»",
                                          timeout=60_000)
    page.get_by_role("button", name="Спросить снова").first.click()
    expect(shared).to_be_visible(timeout=60_000)
    steps.again(page)
    expect(shared).to_be_visible()
    assert steps.not_plain(page) + steps.cut_off(page) == []
    page.get_by_role("button", name="Принять готовые: 2").click()
    expect(page.locator(".st-key-shnor_accepted")).to_contain_text("Принято: «готово 0.xlsx», «готово 1.xlsx».")
    expect(bar).to_contain_text("12 файлов")


def test_a_stopped_reading_is_taken_up_with_one_button_and_seen_in_every_tab(server, tab, tmp_path, base):
    running = server(database=base)
    page = tab(running, "/upload")
    big = courses(tmp_path, "большой.xlsx", *[(f"x{row}", row, "y", "z", row) for row in range(1500)])  # for seconds
    small = [courses(tmp_path, f"курсы {n}.xlsx", ("МБОУ СОШ № 3", "ноябрь 2026", "физика", f"Опыты {n}", 1))
             for n in range(4)]
    dropped(page, big, *small)
    page.get_by_role("button", name="Остановить чтение").click()
    expect(page.locator(".shnor-boxbar")).to_contain_text("не прочитаны 5")
    other = tab(running, "/upload")
    other.get_by_role("button", name="Прочитать снова").click()
    expect(other.locator(".shnor-boxbar")).to_contain_text("готовы 4", timeout=60_000)
    steps.again(page)
    expect(page.locator(".shnor-boxbar")).to_contain_text("готовы 4")
    expect(page.get_by_role("button", name="Прочитать снова")).to_have_count(0)

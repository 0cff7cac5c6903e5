"""The frame in a real browser: doors, Russian words, no other host, errors without a trace."""

import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect

from shnor.ui.server import keys
from tests.browser import steps
from tests.browser.looking import fetched, latin_words, ready, shot
from tests.browser.running import SECRET, Server

DOORS = ["Главная", "Школы", "Приём отчётов", "Показатели", "Справки и слайды", "Ещё"]
GALLERY = Path(__file__).parent / "gallery" / "app.py"


@pytest.fixture(scope="module")
def gallery(server_factory: Callable[..., Server]) -> Server:
    return server_factory(script=GALLERY)


def test_a_school_as_the_first_request_of_a_fresh_server_shows_our_frame(server, demo: Path, tmp_path: Path, tab):
    page = tab(server(database=Path(shutil.copy(demo, tmp_path))), "/school?school=Ш05")
    doors = page.get_by_test_id("stTopNav")
    expect(doors).to_be_visible()
    assert [name for name in doors.inner_text().split("\n") if name] == DOORS
    assert unquote(page.url).endswith("/school?school=Ш05")
    shot(page, "frame_school")


def test_a_door_with_one_page_opens_it_at_once(example: Server, tab):
    page = tab(example)
    page.get_by_test_id("stTopNav").get_by_text("Школы", exact=True).click()
    page.wait_for_url("**/school*")
    ready(page)


def test_on_a_narrow_screen_the_doors_open_from_a_button(example: Server, tab):
    page = tab(example, width=390, height=844)
    page.get_by_label("Показать разделы").click()
    expect(page.get_by_test_id("stSidebarNav")).to_contain_text("Дорожная карта")
    shot(page, "frame_390")
    assert latin_words(page, steps.PROGRAMS) == []


def test_an_unknown_address_is_told_in_russian(example: Server, tab):
    page = tab(example, "/nothing")
    expect(page.get_by_text("Такой страницы нет")).to_be_visible()
    expect(page.get_by_text("По адресу «/nothing» ничего нет")).to_be_visible()
    assert latin_words(page) == []


def test_the_old_address_of_the_first_page_leads_to_it(example: Server, tab):
    page = tab(example, "/overview?day=2026-11-27")
    assert "/overview" not in page.url
    expect(page.get_by_text("Такой страницы нет")).to_have_count(0)


def test_no_piece_of_streamlit_speaks_english(gallery: Server, tab):
    page = tab(gallery)
    expect(page.get_by_test_id("stPlotlyChart")).to_be_visible()
    expect(page.get_by_test_id("stDataFrame").first).to_be_visible()
    assert latin_words(page) == []
    shot(page, "gallery")


def calendar(page: Page) -> None:
    page.get_by_test_id("stDateInput").first.get_by_label("Выбрать день").click()
    expect(page.get_by_role("heading", name="ноябрь 2026").first).to_be_visible()


def several(page: Page) -> None:
    page.get_by_test_id("stMultiSelect").get_by_role("combobox").click()
    expect(page.get_by_role("option", name="СОШ № 2")).to_be_visible()


def typed(page: Page) -> None:
    page.get_by_role("textbox", name="Строка").fill("а")
    expect(page.get_by_text("Нажмите клавишу ввода")).to_be_visible()


def window(page: Page) -> None:
    page.get_by_role("button", name="Открыть окно").click()
    expect(page.get_by_role("dialog").get_by_label("Закрыть")).to_be_visible()


def toast(page: Page) -> None:
    page.get_by_role("button", name="Сообщение").click()
    expect(page.get_by_test_id("stToast")).to_be_visible()


def dropped(page: Page) -> None:
    with TemporaryDirectory() as folder:
        files = [Path(folder) / "отчёт.таб", Path(folder) / "большой.таб"]
        for file, size in zip(files, (1, 21_000_000), strict=True):
            file.write_bytes(b"1" * size)
        page.get_by_test_id("stFileUploader").last.locator("input").set_input_files(files)
        expect(page.get_by_text("Ошибка: Файл больше 20")).to_be_attached()
        expect(page.get_by_label("Убрать «отчёт.таб»")).to_be_visible()


@pytest.mark.parametrize("act", [calendar, several, typed, window, toast, dropped], ids=lambda act: act.__name__)
def test_nothing_a_piece_answers_is_english(gallery: Server, tab, act: Callable[[Page], None]):
    page = tab(gallery)
    act(page)
    assert latin_words(page) == []


def test_an_error_shows_a_number_and_no_cell(gallery: Server, tab):
    page = tab(gallery)
    page.get_by_role("button", name="Ошибка программы").click()
    alert = page.get_by_test_id("stAlert")
    expect(alert).to_contain_text("передайте номер ошибки")
    number = alert.locator("strong").inner_text()
    log = (gallery.folder / "logs" / "errors.log").read_text("utf-8")
    assert f"{number} builtins.ValueError at tests/browser/gallery/pieces.py" in log
    assert "112-233" not in page.content() + log + (gallery.folder / "server.log").read_text("utf-8")


def test_a_refusal_says_its_own_sentence(gallery: Server, tab):
    page = tab(gallery)
    page.get_by_role("button", name="Отказ с объяснением").click()
    expect(page.get_by_test_id("stAlert")).to_contain_text("Месяц утверждён.")


def test_the_key_of_the_launch_opens_the_program_once(server, tab):
    locked = server(script=GALLERY)
    status, text = fetched(locked.address + "/")
    assert (status, "Откройте программу ярлыком" in text) == (403, True)
    key = keys.one_time(SECRET)
    page = tab(locked, f"/?key={key}", stranger=True)
    assert page.url == locked.address + "/"
    assert fetched(f"{locked.address}/?key={key}")[0] == 403  # whoever read it off the screen comes too late
    page.reload()
    ready(page)
    expect(page.get_by_role("button", name="Открыть окно")).to_be_visible()


def test_a_dark_system_keeps_our_light_page(gallery: Server, tab):
    page = tab(gallery, color_scheme="dark")
    expect(page.get_by_test_id("stApp")).to_have_css("background-color", "rgb(255, 255, 255)")

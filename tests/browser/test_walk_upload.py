"""Tasks of «Приём», each in at most four clicks: who has not sent, the reminder to copy, a wrong value corrected on the
spot, eight files of a morning."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import steps

FOLD = 600


@pytest.fixture
def own(server, demo, tmp_path):
    """The example for one test alone."""
    return server(database=Path(shutil.copy(demo, tmp_path / "own.duckdb")))


def bottom(page: Page, place: str) -> float:
    box = page.locator(place).first.bounding_box()
    assert box is not None
    return box["y"] + box["height"]


def height(page: Page) -> int:
    return page.get_by_test_id("stMain").evaluate("node => node.scrollHeight")


def test_who_has_not_sent_is_seen_without_reading_and_reminded_in_two_clicks(example, tab):
    page = tab(example, "/upload")
    steps.drawn(page)
    assert bottom(page, ".shnor-sent") <= FOLD
    awaited = page.locator(".shnor-sent .shnor-state-waiting")
    expect(awaited).to_have_count(7)
    page.locator(".shnor-sent tr").filter(has_text="ООШ №\u00a09").locator("a.shnor-statecell").first.click()
    text = page.locator(".shnor-remindtext")
    expect(text).to_contain_text("– Отчёт за октябрь, срок был 26.10.")
    expect(text).to_be_in_viewport()


def test_what_came_leads_to_its_sheet_in_one_click(example, tab):
    page = tab(example, "/upload")
    steps.drawn(page)
    page.locator(".shnor-sent tr").filter(has_text="СОШ №\u00a03").locator("a.shnor-statecell").first.click()
    page.wait_for_url("**/source?upload=*")
    expect(page.locator(".shnor-lead").first).to_contain_text("СОШ-3")


def test_a_wrong_value_is_corrected_on_the_spot_and_can_be_taken_back(own, tab):
    """Four clicks from the first page: a number, the value, «Исправить», «Записать»."""
    page = tab(own, "/")
    steps.drawn(page)
    page.locator("a[href*='part=not_done']").first.click()
    page.wait_for_url("**/source?metric=*")
    steps.drawn(page)
    page.locator("td[data-head='Срок'] a").first.click()
    page.wait_for_url("**cell=*")
    page.get_by_role("button", name="Исправить").first.click()
    window = page.get_by_role("dialog")
    window.get_by_label("Как правильно").fill("до 20 декабря 2026 года")
    window.get_by_label("Основание").fill("звонок директора")
    window.get_by_role("button", name="Записать").click()
    expect(page.get_by_text("стало «до 20 декабря 2026 года». Основание: звонок директора.")).to_be_visible()
    steps.go(page, "/versions?tab=files")
    expect(page.get_by_text("исправлено: звонок директора").first).to_be_visible()


def files(folder: Path) -> list[Path]:
    """Eight files of a morning: two ready, three that ask the same, three nobody can read."""
    head = "Школа;Когда;Предмет;Программа;Человек\n"
    rows = {**{f"готово {n}.csv": f"МБОУ СОШ № 3;ноябрь 2026;физика;Чтение {n};1" for n in range(2)},
            **{f"курсы {n}.csv": f"Озёрная школа имени Героя;ноябрь 2026;физика;Опыты {n};1" for n in range(3)}}
    found = []
    for name, row in rows.items():
        (folder / name).write_text(head + row, "utf-8-sig")
        found.append(folder / name)
    for n in range(3):
        (folder / f"Фото {n}.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes([n] * 60))
        found.append(folder / f"Фото {n}.png")
    return found


def test_eight_files_stand_on_one_page_and_go_in_with_four_clicks(own, tab, tmp_path):
    page = tab(own, "/upload")
    steps.drop(page, *files(tmp_path))
    bar = page.locator(".shnor-boxbar")
    for words in ("8 файлов", "готовы 2", "с вопросами 3 (1 вопрос)", "не прочитаны 3"):
        expect(bar).to_contain_text(words)
    assert height(page) <= 2500
    page.get_by_test_id("stMain").evaluate("node => node.scrollTo(0, node.scrollHeight)")
    expect(bar).to_be_in_viewport()
    page.get_by_test_id("stMain").evaluate("node => node.scrollTo(0, 0)")
    steps.drawn(page)
    page.locator(".st-key-shnor_shared").get_by_role("combobox").click()
    page.get_by_role("option", name="МБОУ СОШ № 3").click()
    expect(bar).to_contain_text("готовы 5")
    page.get_by_role("button", name="Убрать непрочитанные").click()
    expect(bar).to_contain_text("5 файлов")
    page.get_by_role("button", name="Принять готовые: 5").click()
    expect(page.locator(".st-key-shnor_accepted")).to_contain_text("Принято:")


def test_what_is_typed_in_comes_into_view(own, tab):
    page = tab(own, "/upload")
    steps.drawn(page)
    page.get_by_role("button", name="Вставить из письма").click()
    page.get_by_role("dialog").get_by_label("Таблица из письма").fill(
        "Школа\tКогда\tПредмет\tПрограмма\tЧеловек\nМБОУ ООШ № 5\tноябрь 2026\tфизика\tОпыты\t1\n")
    page.get_by_role("dialog").get_by_role("button", name="Прочитать").click()
    card = steps.card(page, "Вставлено из письма")
    expect(card).to_be_in_viewport(ratio=0.5)
    expect(steps.accept_button(card)).to_be_visible()

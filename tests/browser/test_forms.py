"""Who has sent what, a letter of delay there and back, a new due day, the text of a reminder."""

import re
import shutil

import pytest
from playwright.sync_api import Page, expect

from tests.browser import steps


@pytest.fixture
def page(server, tab, demo, tmp_path) -> Page:
    base = tmp_path / "copy.duckdb"
    shutil.copy(demo, base)
    page = tab(server(database=base), "/upload")
    steps.drawn(page)
    return page


def line(page: Page, school: str) -> list[str]:
    """The cells of a school in the table of the month."""
    row = page.locator(".shnor-sent tr").filter(has_text=school)
    return [text.replace("\u00a0", " ").replace("\n", " ") for text in row.locator("td").all_inner_texts()]


def delay(page: Page, school: str, until: str) -> None:
    """Enters a letter of delay and accepts it."""
    steps.go(page, "/versions")
    page.get_by_role("button", name="Перенести срок или снять форму").click()
    window = page.get_by_role("dialog")
    window.get_by_role("combobox").first.click()
    page.get_by_role("option", name=school).click()
    window.get_by_label("Перенесено до").fill(until)
    window.get_by_label("Причина").fill("письмо школы № 31")
    window.get_by_role("button", name="Проверить").click()
    page.get_by_role("button", name="Принять", exact=True).click()
    steps.drawn(page)


def test_a_letter_of_delay_and_the_way_back(page):
    assert line(page, "МБОУ ООШ № 9")[1] == "… ждём"
    delay(page, "МБОУ ООШ № 9", "04.12.2026")
    assert line(page, "МБОУ ООШ № 9")[1] == "… перенесено до 04.12"
    steps.go(page, "/versions?tab=files")
    page.locator("a", has_text="вернуть как было").first.click()
    page.get_by_role("button", name="Вернуть как было до этого файла").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    steps.go(page, "/upload")
    assert line(page, "МБОУ ООШ № 9")[1] == "… ждём"


def test_a_reminder_to_copy_names_no_other_school(page):
    steps.open_piece(page, "Напомнить: текст для письма")
    page.get_by_label("Кому").last.click()
    page.get_by_role("option", name="МБОУ ООШ № 9").click()
    text = page.locator(".shnor-remindtext")
    expect(text).to_contain_text("– Отчёт за октябрь, срок был 26.10.")
    assert ("№" in text.inner_text(), "http" in text.inner_text()) == (False, False)


def test_a_letter_that_was_taken_is_not_offered_again_in_its_month(page):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    steps.go(page, "/upload?remind=Ш09")
    letter = page.locator(".shnor-remindtext").inner_text()
    page.get_by_role("button", name="Скопировать письмо").click()
    expect(page.get_by_text("Письмо этой школе взято 27.11.2026.")).to_be_visible()
    assert page.evaluate("() => navigator.clipboard.readText()") == letter
    page.get_by_role("button", name="Письмо не ушло").click()
    expect(page.locator(".shnor-remindtext")).to_have_text(letter)


def test_a_new_due_day_holds_from_its_month(page):
    assert line(page, "МБОУ СОШ № 7")[1] == "◷ 26.11, позже срока"
    steps.go(page, "/settings")
    steps.open_piece(page, "Изменить")
    page.get_by_label("Число").first.fill("27")
    page.get_by_role("button", name="Сохранить").first.click()
    expect(page.get_by_text("до 27-го числа").first).to_be_visible()
    steps.go(page, "/upload")
    assert line(page, "МБОУ СОШ № 7")[1] == "✔ 26.11"
    steps.go(page, "/versions")
    name = page.get_by_role("link", name="МБОУ СОШ № 7", exact=True)
    of_school = page.locator("table.shnor-arrivals tr").filter(has=name)
    expect(of_school.locator("a").last).to_have_attribute("title", re.compile(r"отчёт за ноябрь: принято 26\.11$"))
    expect(of_school.locator("td").last).to_have_text("✔")
    expect(of_school.locator("td").nth(-2)).to_have_text("◷")

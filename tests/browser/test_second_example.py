"""The second door of the example: a file of its own, coloured like the first."""

import pytest
from playwright.sync_api import expect

from tests.browser import steps


@pytest.mark.slow
def test_the_second_example_is_a_base_of_its_own(server, tab):
    page = tab(server())
    page.get_by_role("button", name="Пример с одной школой перечня").click()
    expect(page.locator(".shnor-demo")).to_contain_text("Данные выдуманы", timeout=120_000)
    steps.again(page)
    expect(page.get_by_text("Заречный муниципальный округ").first).to_be_visible()
    expect(page.get_by_text("Школ в реестре 4, в перечне ШНОР 1")).to_be_visible()
    page.get_by_role("button", name="Работает: ").click()
    page.get_by_role("button", name="Перейти к моим школам").click()
    expect(page.locator(".shnor-demo")).to_have_count(0)

"""The first screen of a new program: two doors, and each keeps to its own base."""

import pytest
from playwright.sync_api import expect

from tests.browser import steps


def test_the_door_of_ones_own_schools_leads_to_seven_questions(server, tab):
    page = tab(server())
    steps.drawn(page)
    expect(page.get_by_role("heading", name="Посмотреть пример")).to_be_visible()
    assert steps.not_plain(page) + steps.cut_off(page) == []
    steps.picture(page, "doors")
    page.get_by_role("button", name="Начать с моими школами").click()
    page.wait_for_url("**/setup")
    expect(page.get_by_role("heading", name="С чего начать")).to_be_visible()
    steps.again(page)
    expect(page.get_by_role("heading", name="С чего начать")).to_be_visible()


@pytest.mark.nightly
@pytest.mark.slow
def test_the_door_of_the_example_builds_it_and_colours_every_screen(server, tab):
    page = tab(server())
    page.get_by_role("button", name="Посмотреть пример").click()
    expect(page.locator(".shnor-demo")).to_be_visible(timeout=120_000)
    steps.again(page)
    expect(page.locator(".shnor-demo")).to_contain_text("данные вымышлены")
    expect(page.get_by_text("Приозёрный муниципальный округ").first).to_be_visible()
    page.get_by_role("button", name="координатор").click()
    page.get_by_role("button", name="Перейти к моим школам").click()
    expect(page.locator(".shnor-demo")).to_have_count(0)
    steps.again(page)
    expect(page.get_by_text("В базе пока нет дорожной карты")).to_be_visible()

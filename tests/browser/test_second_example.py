"""The second door of the example: a file of its own, coloured like the first."""

import shutil

import pytest
from playwright.sync_api import expect

from tests.browser import steps
from tests.browser.test_pages import faults

PAGES = {"one_overview": "/", "one_upload": "/upload", "one_versions": "/versions", "one_school": "/school",
         "one_roadmap": "/roadmap", "one_courses": "/courses", "one_surveys": "/surveys", "one_results": "/results",
         "one_support": "/support", "one_handbook": "/handbook", "one_setup": "/setup", "one_settings": "/settings",
         "one_summary": "/summary",
         "one_source": "/source?metric=roadmap_done_due&part=due&c.school_id=Ш03&c.period=2026"}


@pytest.mark.slow
def test_the_second_example_is_a_base_of_its_own(server, tab):
    page = tab(server())
    page.get_by_role("button", name="Пример с одной школой перечня").click()
    expect(page.locator(".shnor-demo")).to_contain_text("данные вымышлены", timeout=120_000)
    steps.again(page)
    expect(page.get_by_text("Заречный муниципальный округ").first).to_be_visible()
    expect(page.get_by_text("в перечне 2026 года одна")).to_be_visible()
    expect(page.get_by_role("heading", name="МБОУ ООШ № 3: отчёты, дорожная карта, результаты")).to_be_visible()
    expect(page.get_by_role("heading", name="Где сейчас каждая школа")).to_have_count(0)
    page.get_by_role("button", name="координатор").click()
    page.get_by_role("button", name="Перейти к моим школам").click()
    expect(page.locator(".shnor-demo")).to_have_count(0)


@pytest.fixture(scope="module")
def one_listed(server_factory, example_base, tmp_path_factory):
    base = shutil.copy(example_base("zarechny"), tmp_path_factory.mktemp("one") / "one.duckdb")
    return server_factory(database=base)


@pytest.mark.nightly
@pytest.mark.parametrize("name", PAGES)
def test_one_listed_school_is_neither_ranked_nor_averaged(one_listed, tab, name):
    page = tab(one_listed, PAGES[name])
    assert faults(page, name) == []
    said = steps.visible_text(page)
    assert [word for word in ("Школа А", "в среднем по", "по муниципалитету") if word in said] == []

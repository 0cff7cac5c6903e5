"""Every page on the example: words, widths, filters and days in the address."""

import re
from urllib.parse import parse_qs, urlencode, urlparse

import pytest
from playwright.sync_api import Page, expect

from shnor.ui import pages
from tests.browser import steps
from tests.browser.looking import ready
from tests.words import wrong_words

LOCAL = pages.open_to("coordinator", served=False)
"""Pages of one's own computer."""
PAGES = {
    **{page.name: "/" if page.name == pages.FIRST else f"/{page.name}?{urlencode(page.example)}"
       for page in LOCAL},
    "support_2025": "/support?year=2025", "results_school": "/results?procedure=ОГЭ&schools=Ш05",
    "school_off_list": "/school?school=Ш04",
    "source_sheet": "/source?metric=roadmap_done_due&part=not_done&c.school_id=Ш05&c.period=2026",
}
ENLARGED = "911x512"
SCREENS = {"1366x768": (1366, 768), ENLARGED: (911, 512), "390x844": (390, 844)}

FIRST = {"/": "В базе пока нет дорожной карты", "/roadmap": "В базе пока нет дорожной карты",
         "/school": "В реестре нет ни одной школы", "/versions": "Пока ничего не принято",
         "/courses": "В базе пока нет ни курсов, ни кадров", "/surveys": "В базе пока нет ответов на опросы",
         "/results": "В базе пока нет результатов", "/support": "В базе пока нет ни мероприятий, ни вопросов школ",
         "/summary": "Свода прошлых лет ещё нет", "/upload": "Ничего не сохранится, пока вы не нажмёте",
         "/setup": "Название муниципалитета", "/settings": "Отчёт за месяц: до 25-го числа",
         "/handbook": "Мероприятий в дорожной карте", "/check": "Файл не сохраняется",
         "/forms": "Загрузите форму один раз"}

EMPTY = {**{f"/{page.name}": "Открыть приём отчётов" for page in LOCAL if page.door and page.name != pages.FIRST},
         **FIRST}
"""A page with no sentence of its own above offers the intake, as `without_data.offer` does."""

MISTAKEN = ("/roadmap?day=вчера", "/roadmap?plan=Нет такого", "/roadmap?period=1", "/source?metric=x", "/source",
            "/source?upload=x", "/roadmap?state=99", "/school?school=<b>", "/versions?file=x")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_fits_a_screen_and_speaks_plain_russian(example, tab, name):
    assert faults(tab(example, PAGES[name]), name) == []


@pytest.mark.nightly
@pytest.mark.parametrize("name", PAGES)
def test_a_page_fits_a_screen_enlarged_by_half(example, tab, name):
    assert faults_on(tab(example, PAGES[name]), name, ENLARGED) == []


def faults(page: Page, name: str) -> list[str]:
    """What is wrong with an open page on a screen of an office and of a telephone."""
    return [f"{screen}: {fault}" for screen in SCREENS if screen != ENLARGED
            for fault in faults_on(page, name, screen)]


def faults_on(page: Page, name: str, screen: str) -> list[str]:
    page.set_viewport_size(dict(zip(("width", "height"), SCREENS[screen], strict=True)))
    steps.drawn(page)
    steps.picture(page, f"{name}_{screen}")
    steps.unfold(page)
    return steps.cut_off(page) + steps.not_plain(page) + wrong_words(steps.visible_text(page))


CRAMPED = """() => {
  const main = document.querySelector('[data-testid="stMain"]');
  const line = main.querySelector('[data-testid="stVerticalBlock"]').clientWidth;
  const whole = [...main.querySelectorAll('.st-key-shnor_context .stSelectbox, [data-testid="stHeading"]:has(h1)')];
  const shown = [...main.querySelectorAll('h1, .stSelectbox *, [data-testid="stHorizontalBlock"]:has(h1) button *')];
  return [...whole.filter((node) => node.clientWidth < line - 2),
    ...shown.filter((node) => node.innerText?.trim() && node.scrollWidth > node.clientWidth + 1
      && getComputedStyle(node).display !== 'inline')].map((node) => node.innerText);
}"""


@pytest.mark.parametrize("address", ["/support", "/roadmap", "/surveys", "/courses"])
def test_on_a_telephone_heading_choices_and_button_have_the_whole_line(example, tab, address):
    page = tab(example, address)
    page.set_viewport_size({"width": 390, "height": 844})
    steps.drawn(page)
    assert page.evaluate(CRAMPED) == []


def test_a_filter_of_the_roadmap_stays_in_the_address(example, tab):
    page = tab(example, "/roadmap")
    steps.drawn(page)
    whole = activities(page)
    page.get_by_role("combobox", name="Направление").click()
    page.get_by_role("option").nth(1).click()
    page.wait_for_url("**direction=*")
    ready(page)
    chosen = parse_qs(urlparse(page.url).query)["direction"][0]
    expect(page.get_by_text("направлений 1")).to_be_visible()
    steps.drawn(page)
    fewer = activities(page)
    steps.again(page)
    assert activities(page) == fewer < whole
    expect(page.get_by_role("combobox", name="Направление")).to_have_value(f"Направление: {chosen}")


def activities(page: Page) -> int:
    """«…: 42 мероприятия, направлений 4»"""
    told = page.get_by_text(re.compile(r": \d+\sмероприяти.*направлений"))
    expect(told).to_be_visible()
    return int(re.search(r": (\d+)\sмероприяти", told.inner_text()).group(1))


def test_an_unknown_school_is_told_in_a_sentence(example, tab):
    page = tab(example, "/school?school=Ш77")
    expect(page.get_by_text("Школы с кодом «Ш77» в реестре нет.")).to_be_visible()
    assert steps.not_plain(page) == []


def test_a_day_of_the_address_goes_along_to_other_pages(example, tab):
    page = tab(example, "/roadmap?day=2026-09-15")
    expect(page.get_by_role("button", name="на 15.09.2026")).to_be_visible()
    steps.again(page)
    page.get_by_test_id("stTopNav").get_by_text("Школы", exact=True).click()
    page.wait_for_url("**/school?*day=2026-09-15*")
    expect(page.get_by_role("button", name="на 15.09.2026")).to_be_visible()


def test_an_address_with_a_mistake_is_no_error(example, tab):
    page = tab(example)
    for address in MISTAKEN:
        steps.go(page, address)
        expect(page.get_by_text("ошибка программы")).to_have_count(0)
        assert steps.not_plain(page) == [], address


@pytest.fixture(scope="module")
def empty_base(server_factory, tmp_path_factory):
    return server_factory(database=tmp_path_factory.mktemp("empty") / "own.duckdb")


@pytest.mark.parametrize(("address", "said"), EMPTY.items(), ids=EMPTY)
def test_the_first_screen_of_a_base_says_what_to_do(empty_base, tab, address, said):
    page = tab(empty_base, address)
    expect(page.get_by_text(said)).to_be_visible()
    assert faults_on(page, f"empty{address.replace('/', '_')}", "390x844") == []


@pytest.mark.nightly
@pytest.mark.parametrize("screen", [screen for screen in SCREENS if screen != "390x844"])
@pytest.mark.parametrize("address", EMPTY)
def test_the_first_screen_of_a_base_fits_wider_screens(empty_base, tab, address, screen):
    assert faults_on(tab(empty_base, address), f"empty{address.replace('/', '_')}", screen) == []


def test_ways_on_from_an_empty_page_look_like_buttons(empty_base, tab):
    page = tab(empty_base, "/school")
    first, second = (page.get_by_role("link", name=name) for name in ("Ответить на семь вопросов",
                                                                     "Открыть приём отчётов"))
    for link in (first, second):
        expect(link).to_have_css("border-top-width", "1px")
    expect(first).to_have_css("background-color", "rgb(31, 95, 139)")
    expect(second).to_have_css("background-color", "rgb(255, 255, 255)")

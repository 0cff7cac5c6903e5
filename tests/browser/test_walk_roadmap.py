"""What the coordinator asks of the roadmap, with the clicks counted from the first page."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import steps
from tests.browser.looking import ready

MOST = 4


class Hand:
    """Counts the clicks."""

    def __init__(self, page: Page) -> None:
        self.page, self.clicks = page, 0

    def click(self, what: Locator) -> None:
        what.click()
        self.clicks += 1
        ready(self.page)

    def menu(self, door: str, title: str) -> None:
        """Two clicks: the door, the page behind it."""
        bar = self.page.get_by_test_id("stTopNav")
        self.click(bar.get_by_text(door, exact=True))
        self.click(self.page.get_by_test_id("stTopNavDropdownLink").filter(has_text=title))
        self.page.wait_for_url("**/roadmap*")
        steps.drawn(self.page)


@pytest.fixture
def hand(example, tab):
    page = tab(example)
    steps.drawn(page)
    return Hand(page)


def listed(page: Page) -> list[tuple[str, str, str]]:
    """Number, who answers, where it stands: of the rows in sight."""
    rows = page.locator(".shnor-lines tr:has(a)").filter(visible=True)
    return [tuple(row.locator(f".{name}").inner_text().strip().replace("\u00a0", " ") for name in ("no", "who", "now"))
            for row in rows.all()]


def test_what_the_centre_has_not_done_and_who_answers(hand):
    """Two clicks; the unfinished ones of the municipality stand open."""
    hand.menu("Показатели", "Дорожная карта")
    assert listed(hand.page) == [
        ("2.3", "МАОУ гимназия № 1", "не выполнено"), ("2.10", "наставники", "документ ожидается"),
        ("3.1", "методический центр", "не выполнено"), ("4.8", "школы перечня", "нет сведений"),
        ("4.9", "методический центр", "документ ожидается")]
    assert hand.clicks <= MOST


def test_what_is_not_done_anywhere_and_whose_it_is(hand):
    hand.menu("Показатели", "Дорожная карта")
    hand.click(hand.page.get_by_role("combobox", name="Карта"))
    hand.click(hand.page.get_by_role("option", name="все карты"))
    hand.page.wait_for_url("**plan=all*")
    steps.drawn(hand.page)
    group = hand.page.locator(".shnor-group").filter(has_text="не выполнено").first
    whose = group.locator("td.owner").all_inner_texts()
    assert (whose[0], len(whose)) == ("муниципалитет", 7)
    assert hand.clicks <= MOST


def test_two_schools_are_compared_by_month(hand, example):
    """The school is the one that was looked at; the other one stands under the chart."""
    hand.page.goto(f"{example.address}/school?school=Ш05")
    steps.drawn(hand.page)
    hand.menu("Показатели", "Дорожная карта")
    hand.click(hand.page.locator(".st-key-shnor_block_roadmap-plan").get_by_role("link", name="№ 12"))
    hand.page.wait_for_url("**compare=*")
    steps.drawn(hand.page)
    block = hand.page.locator(".st-key-shnor_block_roadmap-compare")
    hand.click(block.get_by_text("таблицей"))
    rows = block.locator("tbody tr")
    expect(rows.nth(0)).to_contain_text("МБОУ ООШ № 5")
    expect(rows.nth(0).locator("td").last).to_contain_text("17 из 19")
    expect(rows.nth(1).locator("td").last).to_contain_text("19 из 20")
    assert hand.clicks <= MOST


def test_the_first_screen_answers_in_pictures(example, tab):
    page = tab(example, "/roadmap")
    steps.drawn(page)
    chart = page.get_by_test_id("stPlotlyChart").first.bounding_box()
    assert chart["y"] < 400
    assert chart["height"] >= 120
    assert page.locator(".shnor-tile").count() <= 4
    assert page.get_by_test_id("stMain").evaluate("node => node.scrollHeight") <= 2500


CROWDED = """() => [...document.querySelectorAll('.shnor-group[open] > .shnor-lines tr')].flatMap((row) => {
  const card = row.closest('.shnor-picture').getBoundingClientRect().right + 1;
  const cells = [...row.cells].map((cell) => [cell.className, cell, cell.getBoundingClientRect()]);
  const over = cells.filter(([, cell, box]) => box.right > card || cell.scrollWidth > cell.clientWidth + 1);
  const before = (a, b) => a.right <= b.left + 1 || a.bottom <= b.top + 1;
  const apart = (a, b) => before(a, b) || before(b, a);
  const met = cells.flatMap(([one, , a], at) => cells.slice(at + 1).filter(([, , b]) => !apart(a, b))
    .map(([other]) => `${one} on ${other}`));
  const narrow = cells.filter(([name, , box]) => name === 'what' && box.width < 200).map(() => 'no room for a name');
  return [...over.map(([name]) => `${name} cut`), ...met, ...narrow];
})"""
MONTHS = """() => {
  const lane = document.querySelector('.shnor-group[open] > .shnor-lines td.time .shnor-track').getBoundingClientRect();
  return [...document.querySelectorAll('.shnor-lineshead .shnor-monthnames span')].map((name) => {
    const range = document.createRange();
    range.selectNodeContents(name);
    const box = range.getBoundingClientRect();
    return 12 * ((box.left + box.right) / 2 - lane.left) / lane.width;
  });
}"""


@pytest.mark.parametrize("plan", ["", pytest.param("?plan=all", marks=pytest.mark.nightly)])
def test_names_and_reasons_are_whole_on_every_screen(example, tab, plan):
    page = tab(example, f"/roadmap{plan}")
    for width in (1366, 1341, 1280, 1121, 1120, 911, 641, 390):
        page.set_viewport_size({"width": width, "height": 768})
        steps.drawn(page)
        assert page.locator(".shnor-group[open] > .shnor-lines tr").count() >= 5
        assert page.evaluate(CROWDED) == [], width


def test_the_letter_of_a_month_stands_over_its_middle(example, tab):
    page = tab(example, "/roadmap")
    steps.drawn(page)
    assert page.evaluate(MONTHS) == pytest.approx([month + 0.5 for month in range(12)], abs=0.1)


def test_a_row_leads_to_its_cells_wherever_it_is_clicked(example, tab):
    page = tab(example, "/roadmap")
    steps.drawn(page)
    page.locator(".shnor-lines tr:has(a)").filter(visible=True).first.locator(".now").click(force=True)
    page.wait_for_url("**/source*")
    expect(page.get_by_text(re.compile("Стажировка учителей физики")).first).to_be_visible()


def test_a_choice_stays_when_one_comes_back(example, tab):
    page = tab(example, "/roadmap?plan=all&standing=ahead")
    steps.drawn(page)
    page.get_by_test_id("stTopNav").get_by_text("Школы", exact=True).click()
    page.wait_for_url("**/school*")
    steps.drawn(page)
    page.go_back()
    page.wait_for_url("**/roadmap*plan=all*")
    steps.drawn(page)
    expect(page.get_by_role("heading", name="Мероприятия: впереди, 35 из 210")).to_be_visible()

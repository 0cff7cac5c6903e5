"""The file of a show opened from a disk, without a server and without a network: seen from the back row, led by keys, a
remote, a finger."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from playwright.sync_api import expect

from shnor.charts.facts import Series, share
from shnor.charts.shapes import shape
from shnor.reports.slides.deck import Grid, Picture, Slide
from shnor.reports.slides.html import html
from tests.browser.looking import shot
from tests.reports.slides.decks import DOTS, MARK_PARTS, deck
from tests.reports.slides.test_html import MARK, said_everywhere

LETTERS = 24
"""18 points in pixels of a screen of 1024 × 768 or 1280 × 720."""
SIZES = ((1024, 768), (1280, 720))
TEN = datetime(2026, 12, 3, 7, 0, tzinfo=UTC)
"""10:00 in Moscow."""
# What is wrong with the slide that is seen: letters too small, texts that lie on each other or leave their place.
SEEN = """(least) => {
  const slide = document.querySelector(".slide.here"), stage = document.getElementById("stage"), wrong = [], texts = [];
  const edge = stage.getBoundingClientRect(), scale = edge.width / stage.offsetWidth;
  const walk = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const text = walk.currentNode, parent = text.parentElement, range = document.createRange();
    range.selectNodeContents(text);
    const box = range.getBoundingClientRect(), plot = parent.closest(".plot");
    if (!box.width || !parent.checkVisibility({visibilityProperty: true, opacityProperty: true})) continue;
    const times = plot ? plot.getBoundingClientRect().width / plot.offsetWidth : scale;
    const size = parseFloat(getComputedStyle(parent).fontSize) * times;
    const room = (parent.closest(".frame, .body") ?? stage).getBoundingClientRect();
    if (size < least - 0.01) wrong.push(`${size.toFixed(1)} px: ${text.data}`);
    const beyond = [room.left - box.left, box.right - room.right, room.top - box.top, box.bottom - room.bottom];
    if (Math.max(...beyond) > 4) wrong.push(`outside: ${text.data}`);
    texts.push([text.data, box]);
  }
  texts.forEach(([one, a], place) => texts.slice(place + 1).forEach(([other, b]) => {
    const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    if (across > 3 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 6) wrong.push(`${one} on ${other}`);
  }));
  return texts.length ? wrong : ["nothing is seen"];
}"""
ROWS = tuple(Series(f"Направление {place}", (share("«5»", 20, 40), share("«2»", 11, 40))) for place in range(1, 9))
CROWDED = (
    Slide(id="long", title="Отметок «2» по математике за год стало меньше во всех школах перечня, и это подтверждается "
                           "всеми тремя работами", lead="Строка под заголовком, в которой сказано, о чём это",
          body=Picture(replace(DOTS, series=ROWS), shape("distribution", MARK_PARTS)),
          source="по 6 школам перечня, где работу писали не менее десяти обучающихся · на 27.11.2026 · форма «Итоги»"),
    Slide(id="rows", title="Таблица, в которой больше строк, чем видно из зала", source="по 6 школам", body=Grid(
        ("Что сделано", "Раз"), tuple((f"Мероприятие {place}", str(place)) for place in range(1, 31)), (1,))))


@pytest.fixture(scope="module")
def page(browser, tmp_path_factory):
    """One page for all tests: the program that draws is read once."""
    path = tmp_path_factory.mktemp("show") / "показ.html"
    path.write_bytes(html(replace(deck(), slides=(*deck().slides, *CROWDED))))
    context = browser.new_context(locale="ru-RU", timezone_id="Europe/Moscow", has_touch=True,
                                  viewport={"width": 1024, "height": 768})
    page = context.new_page()
    asked, complaints = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda said: complaints.append(said.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.clock.install(time=TEN)
    page.goto(path.as_uri())
    expect(page.locator("#drawing")).not_to_be_attached()
    yield page
    context.close()
    assert [address for address in asked if address != path.as_uri()] == []
    assert complaints == []


@pytest.fixture
def show(page):
    """At its first slide, in the first size."""
    resized(page, 1024, 768)
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.keyboard.press("Home")
    return page


def resized(page, width: int, height: int) -> None:
    """A browser says so at its next frame: it is said here, so that nobody waits."""
    page.set_viewport_size({"width": width, "height": height})
    page.evaluate("dispatchEvent(new Event('resize'))")


def here(page) -> str:
    return page.evaluate("document.querySelector('.slide.here').id").removeprefix("slide-")


def foot(page) -> str:
    return page.locator(".slide.here .going").inner_text()


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_every_slide_is_read_from_the_back_row(show, width, height):
    resized(show, width, height)
    walked = []
    for number in range(1, 19):
        expect(show.locator(".slide.here .plot:empty")).to_have_count(0)
        shot(show, f"show_{width}_{number:02}")
        wrong = show.evaluate(SEEN, LETTERS)
        walked.append(here(show))
        assert wrong == [], here(show)
        show.keyboard.press("ArrowRight")
    assert walked == [slide.id for slide in (*deck().shown, *CROWDED)]
    assert here(show) == walked[-1]


@pytest.mark.parametrize(("width", "height"), [(800, 600), (1366, 768), (1920, 1080), (390, 844)])
def test_the_stage_stands_in_the_middle_of_every_window(show, width, height):
    resized(show, width, height)
    box = show.locator("#stage").bounding_box()
    assert abs(box["x"] - (width - box["width"]) / 2) < 1
    assert abs(box["y"] - (height - box["height"]) / 2) < 1
    assert 4 / 3 - 0.01 < box["width"] / box["height"] < 16 / 9 + 0.01
    assert abs(box["width"] - width) < 1 or abs(box["height"] - height) < 1


def test_a_table_with_too_many_rows_says_so_and_shows_all_by_one_key(show):
    show.keyboard.press("End")
    more = show.locator(".slide.here .more").inner_text()
    assert re.fullmatch(r"показаны первые \d+ из 30, все — по клавише S", more)
    show.keyboard.press("s")
    assert show.locator("#panel tbody tr").count() == 30


@pytest.mark.parametrize(("keys", "found"), [
    (["ArrowRight", "Space", "PageDown"], "dots"), (["PageDown", "PageDown", "PageUp"], "words"),
    (["ArrowRight", "Shift+Space"], "opening"), (["End", "Home", "ArrowLeft"], "opening"), (["End"], "rows"),
    (["Digit1", "Digit3", "Enter"], "grid")])
def test_keys_and_a_remote_walk(show, keys, found):
    for key in keys:
        show.keyboard.press(key)
    assert here(show) == found


def test_keys_are_those_of_a_russian_layout_too(show):
    session = show.context.new_cdp_session(show)
    show.keyboard.press("Digit3")
    show.keyboard.press("Enter")
    session.send("Input.dispatchKeyEvent", {"type": "keyDown", "code": "KeyS", "key": "ы", "text": "ы"})
    assert show.locator("#panel h2").inner_text() == "Откуда цифры"
    assert show.locator("#panel tbody tr").first.inner_text().split("\t")[-1] == "436"
    show.keyboard.press("Escape")
    assert not show.locator("#panel").is_visible()


def test_the_address_keeps_the_place(show):
    show.keyboard.press("Digit5")
    show.keyboard.press("Enter")
    assert show.url.endswith("#5")
    show.evaluate("location.hash = '#7'")
    expect(show.locator("#slide-marks")).to_be_visible()


def test_a_hidden_slide_is_reached_from_the_list_and_left_by_an_arrow(show):
    show.keyboard.press("l")
    show.locator("#panel button", has_text="скрытый слайд").click()
    assert here(show) == "sources"
    assert show.url.endswith("#h17")
    show.keyboard.press("ArrowRight")
    assert here(show) == "long"


def test_black_and_help(show):
    show.keyboard.press("KeyB")
    assert show.locator("#black").is_visible()
    show.keyboard.press("ArrowRight")
    assert not show.locator("#black").is_visible()
    assert here(show) == "opening"
    show.keyboard.press("Period")
    assert show.locator("#black").is_visible()
    show.keyboard.press("Period")
    show.keyboard.press("F1")
    assert show.locator("#panel").inner_text().startswith("Клавиши")
    show.keyboard.press("F1")
    assert not show.locator("#panel").is_visible()


def test_full_screen(show):
    show.keyboard.press("f")
    expect(show.locator("html:fullscreen")).to_be_attached()
    show.keyboard.press("f")
    expect(show.locator("html:fullscreen")).not_to_be_attached()


def test_the_timer_has_three_lengths_and_ends_calmly(show):
    told = []
    for _ in range(4):
        show.keyboard.press("t")
        told.append(foot(show))
    assert told == ["3:00", "5:00", "10:00", ""]
    for key in ("Digit1", "Digit5", "Enter", "t"):
        show.keyboard.press(key)
    clock = show.locator(".slide.here .clock")
    assert clock.inner_text() == "5:00"
    show.clock.fast_forward(61_000)
    assert re.fullmatch("3:5[0-9]", clock.inner_text())
    show.clock.fast_forward(300_000)
    assert clock.inner_text() == "Время вышло"
    show.keyboard.press("Escape")
    assert clock.inner_text() == "5:00"


def test_notes_stand_in_a_window_of_their_own(show):
    with show.context.expect_page() as opened:
        show.keyboard.press("n")
    notes = opened.value
    notes.keyboard.press("PageDown")
    notes.keyboard.press("ArrowRight")
    said = notes.locator("body").inner_text()
    assert here(show) == "trend"
    assert "10:" in said
    assert "по плану к концу слайда 3:30" in said
    assert "Источник: форма «Результаты», 96 из 421 и 131 из 436." in said
    assert "Дальше: Школы очень разные, и разброс велик" in said
    with notes.expect_event("close"):
        show.keyboard.press("n")
    assert notes.is_closed()


def test_a_forbidden_window_is_said_in_a_line(show):
    show.evaluate("window.own_open = window.open; window.open = () => null")
    show.keyboard.press("n")
    show.evaluate("window.open = window.own_open")
    assert foot(show) == "Окно заметок не открыто: разрешите всплывающие окна"


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_a_point_says_its_counts_when_pointed_at(show, width, height):
    resized(show, width, height)
    show.keyboard.press("Digit4")
    show.keyboard.press("Enter")
    point = show.locator(".slide.here .scatterlayer .point").nth(2).bounding_box()
    show.mouse.move(point["x"] - 30, point["y"])
    show.mouse.move(point["x"] + point["width"] / 2, point["y"] + point["height"] / 2)
    hint = show.locator(".slide.here .hoverlayer .hovertext")
    hint.wait_for()
    assert "Школа Б" in hint.text_content()
    assert "12 из 40" in hint.text_content()


def test_a_swipe_and_a_tap_at_the_edge_turn_the_slide_and_a_tap_at_a_point_does_not(show):
    session = show.context.new_cdp_session(show)
    show.keyboard.press("Digit3")
    show.keyboard.press("Enter")
    for kind, *points in (("touchStart", (700, 400)), ("touchMove", (500, 405)), ("touchEnd",)):  # over the picture
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y} for x, y in points]})
    expect(show.locator("#slide-dots")).to_be_visible()
    point = show.locator(".slide.here .scatterlayer .point").nth(2).bounding_box()
    show.touchscreen.tap(point["x"] + point["width"] / 2, point["y"] + point["height"] / 2)
    expect(show.locator("#slide-dots .hovertext")).to_contain_text("12 из 40")
    show.touchscreen.tap(1000, 400)
    expect(show.locator("#slide-bars")).to_be_visible()


def test_what_the_room_decides_is_written_into_its_lines(show):
    for key in ("Digit1", "Digit6", "Enter"):
        show.keyboard.press(key)
    show.locator(".slide.here td").first.click()
    show.keyboard.type("Три ставки, 5 s")
    assert here(show) == "blank"
    assert show.locator(".slide.here td").first.inner_text() == "Три ставки, 5 s"
    show.keyboard.press("Escape")
    show.keyboard.press("ArrowLeft")
    assert here(show) == "task"


def test_each_slide_is_a_page_of_a_print(show):
    printed = show.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 18
    assert show.locator(".slide.here").count() == 1


def test_no_word_of_a_deck_runs(browser, tmp_path):
    path = tmp_path / "показ.html"
    path.write_bytes(html(said_everywhere(MARK)))
    page = browser.new_page()
    page.goto(path.as_uri())
    expect(page.locator(".slide.here .main-svg").first).to_be_attached()
    page.keyboard.press("s")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("window.hacked") is None
    assert page.locator("#stage img").count() == 1
    page.close()

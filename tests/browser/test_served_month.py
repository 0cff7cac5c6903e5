"""A month of a school on a server, from the letter with a link to the answer of the centre: through nginx with TLS, at
a desk and on a telephone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from shnor.ui.run.access import LINK
from tests.browser import month_books, steps
from tests.browser.fronted import Fronted
from tests.browser.looking import ready, shot
from tests.browser.report_steps import mark, row, with_mistakes, write

PASSWORD = "пять зелёных чайников"
WORDS = "перенесли на декабрь: карантин"


@pytest.fixture
def front(behind_nginx, tmp_path) -> Fronted:
    base = tmp_path / "shnor.duckdb"
    month_books.base(base)
    made = behind_nginx(database=base, patient=True)
    made.person("centre", "coordinator", title="координатор")
    for login, school in (("oosh5", "Ш05"), ("oosh9", "Ш09")):
        made.person(login, "director", [school], f"директор {month_books.SCHOOLS[int(school[1:])]}")
    return made


@pytest.mark.parametrize("width", [pytest.param(1366, marks=pytest.mark.nightly), 390])
def test_from_the_letter_to_the_answer_of_the_centre(front, tab, tmp_path, width):
    director = come_in(front, tab, width)
    by_form(front, director)
    accept(tab(front.desk("centre"), "/upload"))
    steps.go(director, "/report")
    expect(director.get_by_text("принят 27.11").first).to_be_visible()
    by_workbook(director, tmp_path)
    shot(director, f"served_sent_{width}")
    accept(tab(front.desk("centre"), "/upload"))
    steps.go(director, "/report")
    expect(director.get_by_role("cell", name="принят 27.11")).to_have_count(2)
    other = tab(front.desk("oosh9"), "/report", width=width, height=844)
    for page in ("/report", "/school"):
        steps.go(other, page)
        assert all(word not in other.content() for word in (WORDS, "ноябрь.xlsx", month_books.SCHOOLS[5]))
    assert front.asked_outside() == []


def come_in(front: Fronted, tab: Callable[..., Page], width: int) -> Page:
    """By the link of a letter, with a password of one's own."""
    page = tab(front.desk(), f"{LINK}?w={front.entry.invite('oosh5', by='центр')}", width=width, height=844)
    page.get_by_label("Новый пароль").fill(PASSWORD)
    page.get_by_label("Он же ещё раз").fill(PASSWORD)
    page.get_by_role("button", name="Задать пароль и войти").click()
    ready(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text(month_books.SCHOOLS[5])
    return page


def by_form(front: Fronted, page: Page) -> None:
    steps.go(page, "/report")
    mark(page, "2.1", "не выполнено")
    write(page, "2.1", "Пояснение школы", WORDS)
    steps.again(page)
    expect(row(page, "2.1").get_by_label("Пояснение школы")).to_have_value(WORDS)
    page.get_by_role("button", name="Проверить и отправить").click()
    page.get_by_role("button", name="Отправить в центр").click()
    expect(page.get_by_text("центр ещё не принял")).to_be_visible()


def by_workbook(page: Page, folder) -> None:
    page.get_by_text("Прислать файл").click()
    page.set_input_files("input[type=file]", with_mistakes(page, folder))
    expect(page.get_by_text("1 ошибка и 1 вопрос")).to_be_visible()
    for answer in ("выполнено", "18.11.2026"):
        page.get_by_role("button", name=answer, exact=True).click()
        expect(page.get_by_text(f"Ваш ответ: «{answer}»")).to_be_visible()
    page.get_by_role("button", name="Отправить в центр").click()
    expect(page.get_by_text("центр ещё не принял")).to_be_visible()


def accept(page: Page) -> None:
    """The one report that waits in the letter box of the centre, in one click."""
    letter = page.locator('[class*="st-key-shnor_handed_"]')
    expect(letter).to_have_count(1)
    letter.get_by_role("button", name="Принять").click()
    expect(letter).to_have_count(0)

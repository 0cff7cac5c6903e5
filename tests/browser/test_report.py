"""A director reports: by the form, by the workbook sent back; another director sees nothing of it. Server mode without
a front: Chromium takes the cookie of a person over 127.0.0.1 too."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from shnor.access import Database, Entry
from shnor.access.database import FILE
from shnor.desk import Desk
from shnor.ui.run.access import COOKIE
from tests.browser import month_books
from tests.browser.looking import shot
from tests.browser.report_steps import mark, row, with_mistakes, write
from tests.browser.running import Server
from tests.browser.steps import go
from tests.clock import noon

SCHOOLS = {"oosh5": "Ш05", "oosh9": "Ш09"}


@pytest.fixture
def school_server(server, tmp_path_factory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("served")
    month_books.base(folder / "shnor.duckdb")
    entry = Entry(Database(folder / FILE, noon))
    for login, school in SCHOOLS.items():
        entry.people.add(login, f"директор школы {school}", "director", [school], by="тест")
    yield server(folder=folder, served=True)
    entry.database.close()


@pytest.fixture
def director(school_server, tab) -> Callable[..., Page]:
    """director("oosh5", path) -> the page of somebody who is in."""
    entry = Entry(Database(school_server.folder / FILE, noon))

    def come(login: str = "oosh5", path: str = "/report", **how: object) -> Page:
        word = entry.sessions.begin(entry.people.of(login), "127.0.0.1")
        cookie = {"name": COOKIE, "value": word, "domain": "127.0.0.1", "path": "/", "secure": True, "httpOnly": True,
                  "sameSite": "Lax", "expires": -1}
        return tab(school_server, path, stranger=True, storage_state={"cookies": [cookie], "origins": []}, **how)
    return come


def test_a_month_by_the_form(director, school_server):
    page = director()
    mark(page, "2.1", "не выполнено")
    write(page, "2.1", "Пояснение школы", "перенесли: болела Кузнецова Анна Ивановна")
    expect(row(page, "2.1").get_by_label("Пояснение школы")).to_have_value("перенесли: болела [ФИО]")
    page.reload()
    expect(row(page, "2.1").get_by_label("Пояснение школы")).to_have_value("перенесли: болела [ФИО]")
    page.get_by_text("Что провели за месяц").click()
    topic = page.get_by_label("Тема").first
    topic.fill("Смысловое чтение")
    topic.blur()
    expect(page.get_by_text("«Что провели» — 1 строка")).to_be_visible()
    expect(topic).to_have_value("Смысловое чтение")
    topic.fill("")
    topic.blur()
    expect(page.get_by_text("«Что провели» — 1 строка")).to_be_hidden()
    page.get_by_role("button", name="Проверить и отправить").click()
    page.get_by_role("button", name="Отправить в центр").click()
    expect(page.get_by_text("центр ещё не принял")).to_be_visible()
    shot(page, "report_sent")
    assert [(one.school, one.way) for one in waiting(school_server)] == [("Ш05", "form")]
    other = director("oosh9")
    expect(other.get_by_role("button", name="Изменений нет")).to_be_visible()
    assert "болела" not in other.content()


def waiting(server: Server):
    desk = Desk(server.folder / "shnor.duckdb", noon)
    try:
        return desk.post.waiting()
    finally:
        desk.close()


def test_a_month_by_the_workbook_with_two_mistakes(director, school_server, tmp_path):
    page = director()
    page.get_by_text("Прислать файл").click()
    page.set_input_files("input[type=file]", with_mistakes(page, tmp_path))
    expect(page.get_by_text("1 ошибка и 1 вопрос")).to_be_visible()
    shot(page, "report_questions")
    for answer in ("выполнено", "18.11.2026"):
        page.get_by_role("button", name=answer, exact=True).click()
        expect(page.get_by_text(f"Ваш ответ: «{answer}»")).to_be_visible()
    page.get_by_role("button", name="Отправить в центр").click()
    expect(page.get_by_text("центр ещё не принял")).to_be_visible()
    [sent] = waiting(school_server)
    assert (sent.school, sent.way, len(sent.answers)) == ("Ш05", "file", 2)
    page.get_by_role("button", name="Взять обратно").click()
    expect(page.get_by_text("взят обратно")).to_be_visible()
    assert waiting(school_server) == []


@pytest.mark.nightly
def test_no_changes_on_a_telephone(director, school_server):
    page = director(path="/", width=390, height=844)
    page.get_by_role("button", name="Ознакомлены").click()
    expect(page.get_by_text("школа ознакомлена 27.11")).to_be_visible()
    page.get_by_role("link", name="Открыть отчёт").click()
    expect(page.get_by_role("button", name="Изменений нет")).to_be_visible()
    shot(page, "report_telephone")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_role("button", name="Изменений нет").click()
    expect(page.get_by_text("центр ещё не принял")).to_be_visible()
    assert [(one.school, one.way) for one in waiting(school_server)] == [("Ш05", "form")]
    go(page, "/school")
    expect(page.locator(".shnor-card").first.get_by_text("отчёт за ноябрь отправлен, ждёт центра")).to_be_visible()

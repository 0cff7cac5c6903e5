"""Reports that schools have handed in, on a server: two coordinators and the head on one evening."""

import re
from contextlib import ExitStack
from datetime import date
from urllib.parse import urlencode, urlsplit

import pytest
from playwright.sync_api import expect

from shnor.desk import Desk
from shnor.service.month import workbook
from shnor.service.month.forms import Forms
from shnor.store import Store
from shnor.ui.pages import PAGES, open_to
from tests.browser import month_books, people, steps
from tests.browser.conftest import watch
from tests.browser.month_books import SCHOOLS, done, fill
from tests.clock import noon

PEOPLE = {"centre": ("координатор", "coordinator", ()), "second": ("второй координатор", "coordinator", ()),
          "boss": ("руководитель центра", "head", ()), "curator": ("куратор", "curator", ("Ш05", "Ш09"))}
NOV = date(2026, 11, 1)
SENT = {5: {"Месяц": {"1.2": done(12), "2.1": done(18)}}, 7: {"Месяц": {"Изменений за месяц нет": {"B": "да"}}},
        9: {"Месяц": {"1.2": {"F": "почти"}}}, 11: {"Месяц": {"1.2": done(12)}}}


@pytest.fixture
def served(server, tmp_path):
    base = tmp_path / "shnor.duckdb"
    month_books.base(base)
    store, desk = Store.open(base, clock=noon), Desk(base, noon)
    for number, cells in SENT.items():
        code, book = f"Ш{number:02}", tmp_path / f"{number}.xlsx"
        with store.view() as view:
            book.write_bytes(workbook.workbook(view, code, NOV, Forms()))
        one = desk.post.add(code, NOV, "file", f"{number}.xlsx", fill(book, cells).read_bytes(),
                            by=f"директор {SCHOOLS[number]}")
        desk.post.send(one.number, code)
    store.close()
    desk.close()
    people.admitted(tmp_path, PEOPLE)
    return server(folder=tmp_path, served=True)


@pytest.fixture
def at(served, tabs):
    """at("centre", "/upload") → a tab of that person, watched until the end."""
    complaints: list[str] = []
    with ExitStack() as stack:
        def opened(login: str, path: str):
            page = tabs.taken(stack, served, 1366, 768, 1.0, {})
            watch(stack, page, complaints, urlsplit(served.address).netloc, None)
            return people.enter(page, served.address, login, path)
        yield opened
    assert complaints == []


def letters(page):
    return page.locator('[class*="st-key-shnor_handed_"]')


def told(page, words):
    expect(page.get_by_test_id("stMain")).to_contain_text(words)


def test_what_schools_handed_in_is_accepted_by_two(at):
    one, two, boss = (at(login, "/upload") for login in ("centre", "second", "boss"))
    expect(letters(one)).to_have_count(4)
    expect(letters(two).filter(has_text="вопросов нет")).to_have_count(3)
    steps.drawn(one)
    assert one.locator(".st-key-shnor_letters").bounding_box()["height"] < 400
    assert steps.cut_off(one) == steps.not_plain(one) == []
    steps.picture(one, "from-schools")
    one.set_viewport_size({"width": 390, "height": 844})
    steps.drawn(one)
    assert steps.cut_off(one) == []
    one.set_viewport_size({"width": 1366, "height": 768})
    told(boss, "Эта страница")

    letters(one).filter(has_text=SCHOOLS[5]).get_by_role("button", name="Принять").click()
    told(one, f"Принято: «{SCHOOLS[5]}, отчёт за ноябрь»")
    letters(two).filter(has_text=SCHOOLS[5]).get_by_role("button", name="Принять").click()
    told(two, "Этот отчёт уже принят: координатор.")

    letters(two).filter(has_text=SCHOOLS[9]).get_by_role("button", name="Посмотреть").click()
    steps.drawn(two)
    card = steps.opened(steps.card(two, "9.xlsx"))
    steps.issues(card).first.get_by_role("button", name="выполняется").click()
    expect(card).to_contain_text("Ваш ответ: «выполняется»")
    steps.picture(two, "looked-at")
    steps.again(two)
    steps.accept(steps.opened(steps.card(two, "9.xlsx")))
    steps.again(one)
    expect(one.locator('[class*="st-key-shnor_file_"]')).to_have_count(0)

    letters(one).filter(has_text=SCHOOLS[11]).get_by_role("button", name="Вернуть").click()
    one.get_by_label("Что исправить").fill("Нет номера документа в строке 2.1")
    one.get_by_role("dialog").get_by_role("button", name="Вернуть").click()
    told(one, f"Возвращено школе: {SCHOOLS[11]}, отчёт за ноябрь.")
    expect(letters(one)).to_have_count(1)
    steps.drawn(one)
    expect(one.locator(".shnor-sent")).to_contain_text(re.compile("прислано 27.11, ждёт приёма"))
    steps.go(boss, "/")
    told(boss, "школа знакомится")


OFFERED = """() => ({
  deeds: [...document.querySelectorAll('[data-testid="stMain"] :is(button, summary, .shnor-deed)')]
    .filter((node) => node.checkVisibility()).map((node) => node.textContent),
  ways: [...document.querySelectorAll('a[href^="/"]')].map((node) => node.getAttribute('href').split(/[/?]/)[1]),
})"""
CHANGES = re.compile("Внести|Вставить|Принять|Исправить|Ответить|Сохранить|Утвердить|Вернуть|Напомн|напомин|Завести|"
                     "Удалить|Назначить|Записать|Перенести|Разослать|Карта на новый год", re.I)


@pytest.mark.parametrize(("login", "role"), [
    ("boss", "head"), pytest.param("curator", "curator", marks=pytest.mark.nightly)])
def test_who_reads_is_offered_no_change_and_no_closed_page(at, login, role):
    mine, found = open_to(role, served=True), []
    closed = {listed.name for listed in PAGES} - {listed.name for listed in mine}
    page = at(login, "/")
    for listed in mine:
        steps.go(page, f"/{listed.name}?{urlencode(listed.example)}")
        offered = page.evaluate(OFFERED)
        found += [(listed.name, one) for one in offered["deeds"] if CHANGES.search(one)]
        found += [(listed.name, one) for one in offered["ways"] if one in closed]
    assert found == []

"""Server mode as people meet it: nginx with TLS in front, below a path of a host, where addresses have most to lose. At
the root of one the same site is asked in test_attacks.py and walked through in test_served_month.py."""

import json
import re
import shutil
import time
from contextlib import closing
from http.client import RemoteDisconnected
from pathlib import Path
from urllib.request import Request, urlopen
from zipfile import ZipFile

import pytest
from playwright.sync_api import Page, expect

from shnor.store import Store
from shnor.ui.run.access import COOKIE, ENTER, LEAVE
from tests.browser import steps
from tests.browser.fronted import HOST, PASSWORD, Fronted
from tests.browser.looking import fetched, ready
from tests.clock import noon

KEY = "Authorization"


@pytest.fixture(scope="module")
def front(behind_nginx, example_base, tmp_path_factory) -> Fronted:
    base = shutil.copy(example_base(), tmp_path_factory.mktemp("base") / "shnor.duckdb")
    made = behind_nginx(below="/monitor", database=base)
    made.person("centre", "coordinator", title="координатор")
    made.person("oosh5", "director", ["Ш05"], "директор МБОУ ООШ № 5")
    made.give_password("centre")
    return made


def enter(page: Page, login: str) -> None:
    page.get_by_label("Имя входа").fill(login)
    page.get_by_label("Пароль").fill(PASSWORD)
    page.get_by_role("button", name="Войти").click()
    ready(page)


def test_a_deep_link_leads_through_the_entry_to_the_same_page(front, tab):
    page = tab(front.desk(), "/roadmap?day=2026-11-20")
    assert page.url.startswith(f"{front.origin}{ENTER}")
    enter(page, "centre")
    assert page.url.startswith(f"{front.origin}/roadmap?day=2026-11-20")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Дорожная карта")
    [cookie] = [one for one in page.context.cookies() if one["name"] == COOKIE]
    assert (cookie["path"], cookie["secure"], cookie["httpOnly"]) == ("/", True, True)


def test_the_first_password_by_a_link_and_the_way_out(front, tab):
    front.person("newcomer", "head", title="руководитель центра")
    page = tab(front.desk(), front.link("newcomer").removeprefix(front.origin))
    for label in ("Новый пароль", "Он же ещё раз"):
        page.get_by_label(label, exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Задать пароль и войти").click()
    ready(page)
    page.locator("a.shnor-leave").click()
    page.wait_for_url(f"{front.origin}{LEAVE}")
    page.get_by_role("button", name="Выйти").click()
    page.wait_for_url(f"{front.origin}{ENTER}")


def test_links_menu_and_files_stay_where_the_program_is(front, tab):
    page = tab(front.desk("centre"), "/roadmap")
    steps.drawn(page)
    addresses = page.locator("main a[href^='/'], [data-testid=stMain] a[href^='/']").evaluate_all(
        "found => found.map(one => one.getAttribute('href'))")
    below = front.origin.partition(f":{front.port}")[2]
    assert len(addresses) > 20
    assert [one for one in addresses if not one.startswith(f"{below}/")] == []
    with page.expect_download() as taken:
        page.locator("a[href*='/shnor/table/']").first.click()
    assert taken.value.suggested_filename.endswith(".xlsx")
    page.locator("a.shnor-figure").first.click()
    page.wait_for_url(f"{front.origin}/source?**")
    ready(page)
    page.go_back()
    ready(page)
    assert page.url.startswith(f"{front.origin}/roadmap")


def test_a_picture_is_taken_with_a_script_of_ours(front, tab):
    page = tab(front.desk("centre"), "/courses")
    steps.drawn(page)
    with page.expect_download() as taken:
        page.locator("[data-shnor-deed=png]").first.click()
    assert taken.value.suggested_filename.endswith(".png")


def test_an_address_of_no_page_is_told_and_a_slash_too_much_leads_on(front, tab):
    page = tab(front.desk("centre"), "/nothing")
    expect(page.get_by_role("heading", name="Такой страницы нет")).to_be_visible()
    led = front.ask("/overview", word=front.word("centre")).headers["location"]
    assert led == f"{front.origin.partition(f':{front.port}')[2]}/"


def test_a_file_is_sent_and_looked_through(front, tab, tmp_path):
    file = tmp_path / "Обращения.csv"
    file.write_text("Школа;Месяц;Просьба\nМБОУ ООШ № 5;ноябрь 2026;нужен тьютор по химии\n", "utf-8-sig")
    page = tab(front.desk("centre"), "/upload")
    steps.drawn(page)
    steps.drop(page, file)
    expect(steps.card(page, file.name)).to_be_visible()
    assert not front.asked_outside()


def test_a_second_name_and_a_foreign_page_are_refused(front):
    word = front.word("centre")
    for host in ("evil.example", "127.0.0.1:8601", f"{HOST}.evil.example"):
        with pytest.raises(RemoteDisconnected):  # nginx hangs up
            front.ask("/", host=host, word=word)
    foreign = {"Origin": "https://evil.example"}
    assert front.ask("/_stcore/upload_file/1/1", "PUT", word=word, body=b"x", headers=foreign).status == 421
    assert front.ask("/school", word=word, headers=foreign).status == 421


@pytest.mark.parametrize(("origin", "word", "status"), [
    ("own", True, 101), ("https://evil.example", True, 403), ("own", False, 403), ("", True, 403)],
    ids=["ours", "a-foreign-page", "nobody", "no-page"])
def test_the_stream_opens_to_a_page_of_ours_and_a_person(front, origin, word, status):
    own = f"https://{HOST}:{front.port}" if origin == "own" else origin
    asked = {"Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Version": "13",
             "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==", **({"Origin": own} if own else {})}
    assert front.ask("/_stcore/stream", word=front.word("centre") if word else "", headers=asked).status == status


def test_the_journal_keeps_where_a_person_came_from_and_nobody_names_another_address(front):
    claimed = {"X-Forwarded-For": "6.6.6.6", "Forwarded": "for=6.6.6.6", "X-Real-IP": "6.6.6.6"}
    entered = front.enter("centre", client="127.0.0.7", headers=claimed)
    assert entered.status == 303
    assert front.entry.sessions.open("centre")[0].address == "127.0.0.7"


def test_who_tries_many_passwords_waits(front):
    told = [front.enter("centre", "не тот пароль", client="127.0.0.9").status for _ in range(30)]
    assert set(told) == {403, 429}
    assert front.ask(ENTER, client="127.0.0.8").status == 200  # others do not


@pytest.mark.parametrize("path", ["/health", "/metrics", "/backup", "/_stcore/metrics"])
def test_what_is_for_the_machine_is_not_behind_nginx(front, path):
    for word in ("", front.word("centre")):
        found = re.search(r"shnor_memory_bytes|shnor-monitor|active_sessions", front.ask(path, word=word).text)
        assert found is None
    key = (front.folder / "admin.key").read_text("ascii").partition(": ")[2].strip()
    site = f"https://{HOST}:{front.port}"
    assert front.ask("/backup", "POST", word=front.word("centre"), body=b"",
                     headers={KEY: key, "Origin": site}).status in (404, 405)


def test_answers_are_told_to_keep_to_tls(front):
    headers = front.ask("/", word=front.word("centre")).headers
    assert headers["strict-transport-security"] == "max-age=31536000"
    assert ("server" not in headers or "/" not in headers["server"], "x-frame-options" in headers) == (True, True)


def test_a_body_larger_than_a_report_stops_at_nginx(front):
    assert front.ask("/_stcore/upload_file/1/1", "PUT", word=front.word("centre"), body=b"1" * 24_000_000).status == 413


def test_the_machine_asks_beside_and_a_copy_is_made(front, tmp_path):
    beside = f"http://127.0.0.1:{front.admin}"
    assert '"base":"ok"' in fetched(f"{beside}/health")[1]
    assert re.search(r"^shnor_runs_total [1-9]", fetched(f"{beside}/metrics")[1], re.M)
    key = (front.folder / "admin.key").read_text("ascii").partition(": ")[2].strip()
    with urlopen(Request(f"{beside}/backup", b"", {KEY: key}), timeout=60) as answer:
        made = json.load(answer)["made"]
    [copy] = map(Path, made)
    with ZipFile(copy) as packed:
        assert {*packed.namelist()} == {"access.sqlite", "base.desk.sqlite", "base.duckdb", "manifest.json"}


def test_it_ends_soon_and_leaves_a_whole_base(front, tab):
    """The last of the file. A tab is open, as on any day."""
    page = tab(front.desk("centre"), "/", expected="Failed to load resource")
    begun = time.monotonic()
    front.stop()
    assert time.monotonic() - begun < 15
    assert front.program.exitcode in (0, -15)
    base = next(front.base.parent.glob("*.duckdb"))
    assert [path.name for path in front.base.parent.glob("*.wal")] == []
    with closing(Store.open(base, create=False, clock=noon)) as store:
        assert store.state > 0
    page.close()

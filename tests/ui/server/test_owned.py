"""A kept address is no right: what a page gave to one person is nobody else's, and nobody's after leaving."""

import asyncio
import shutil
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.web.server.starlette.starlette_app_utils import generate_xsrf_token_string

from shnor.ui.run.access import COOKIE
from shnor.ui.server.spoken import Spoken
from tests.ui.serving import Serving, Shown, Tab, pressed, serving

SHEET = "Лист школы, PDF"


@pytest.fixture(scope="module")
def served(example_base: Callable[..., Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    base = shutil.copy(example_base(), tmp_path_factory.mktemp("owned") / "base.duckdb")
    with serving(tmp_path_factory, Path(base)) as running:
        yield running


@pytest.fixture
def mine(served: Serving) -> str:
    return served.person("oosh5", "director", "Ш05")


@pytest.fixture
def others(served: Serving) -> list[str]:
    """Everybody else, somebody nobody knows among them."""
    return [served.person("oosh7", "director", "Ш07"), served.person("center", "coordinator"),
            served.person("head", "head"), served.person("guest", "guest"), ""]


def in_a_tab(served: Serving, word: str, deed: Callable[[Tab, Shown], Coroutine]):
    """On the page of the school of somebody."""
    async def done():
        async with served.tab(word) as socket:
            tab = Tab(socket)
            return await deed(tab, await tab.run("school"))
    return asyncio.run(done())


async def sheet(tab: Tab, shown: Shown) -> str:
    return await tab.take(shown, SHEET)


def test_a_file_of_a_page_is_of_whom_the_page_gave_it(served, mine, others):
    address = in_a_tab(served, mine, sheet)
    assert address.startswith("/media/")
    assert served.ask(address, mine).body.startswith(b"%PDF")
    assert {served.ask(address, word).status for word in others} == {404, 403}


def test_so_is_a_table(served, mine, others):
    [address, *_] = served.shown(mine, "school").exports
    assert served.ask(address, mine).body.startswith(b"PK")
    assert {served.ask(address, word).status for word in others} == {404, 403}


def test_a_button_gives_its_file_to_its_own_tab(served, mine, others):
    async def promised(tab: Tab, shown: Shown) -> str:
        return shown.promises[SHEET]

    promise = in_a_tab(served, mine, promised)
    assert [in_a_tab(served, word, lambda tab, shown: tab.hears_nothing(pressed(promise, shown)))
            for word in others if word] == [True] * 4


def test_a_file_is_sent_to_a_tab_of_ones_own(served, mine, others):
    token = generate_xsrf_token_string()

    async def sent(tab: Tab, shown: Shown) -> list[int]:
        address = f"/_stcore/upload_file/{shown.tab}/1"
        return [served.ask(address, word, "DELETE", X_Xsrftoken=token,
                           Cookie=f"{COOKIE}={word}; _streamlit_xsrf={token}").status for word in (mine, *others)]

    assert in_a_tab(served, mine, sent) == [204, 403, 403, 403, 403, 403]


def test_nor_by_who_has_nothing_to_send(served):
    word = served.person("curator", "curator", "Ш05")
    token = generate_xsrf_token_string()

    async def sent(tab: Tab, shown: Shown) -> int:
        return served.ask(f"/_stcore/upload_file/{shown.tab}/1", word, "DELETE", X_Xsrftoken=token,
                          Cookie=f"{COOKIE}={word}; _streamlit_xsrf={token}").status

    assert in_a_tab(served, word, sent) == 403


def test_after_leaving_nothing_opens(served, mine):
    """Neither a kept address, nor a kept button, nor the page in a tab that stood open all the time."""
    async def left(tab: Tab, shown: Shown) -> tuple[list[int], bool, Shown]:
        addresses = [await tab.take(shown, SHEET), *shown.exports]
        served.entry.leave(mine)
        return ([served.ask(one, mine).status for one in addresses],
                await tab.hears_nothing(pressed(shown.promises[SHEET], shown)), await tab.run("school"))

    files, silent, shown = in_a_tab(served, mine, left)
    assert ({*files}, silent, served.lets_in(mine)) == ({403}, True, False)
    assert "Вход завершён" in shown.text
    assert "ООШ № 5" not in shown.text


def test_nobody_empties_the_memory_of_all(served):
    """Streamlit would: with the open bases, files on their way in and what tabs keep, for everybody."""
    async def emptied(tab: Tab, shown: Shown) -> Shown:
        await tab.run("school", day="2026-10-01")
        await tab.say(BackMsg(clear_cache=True))
        return await tab.run("school")

    shown = in_a_tab(served, served.person("center", "coordinator"), emptied)
    assert "на 01.10.2026" in shown.labels  # what the tab has chosen is still there


@pytest.mark.parametrize(("message", "may"), [
    (BackMsg(app_heartbeat=True), True), (BackMsg(stop_script=True), True), (BackMsg(clear_cache=True), False),
    (BackMsg(set_run_on_save=True), False), (BackMsg(load_git_info=True), False),
    (BackMsg(debug_shutdown_runtime=True), False), (BackMsg(), False),
    (BackMsg(backend_operation_request={"install_skills": {}}), False)], ids=lambda one: str(one).strip() or "nothing")
def test_what_a_page_never_says_is_not_heard(served, mine, message, may):
    assert Spoken(None, served.entry).may(mine, message.SerializeToString()) is may

"""Streamlit's own English texts, replaced while its files are served."""

import gzip
import re

import pytest
from starlette.responses import PlainTextResponse

from shnor.ui.server import static, texts, translation
from tests.ui.asking import ask

APP = static.RussianStatic(PlainTextResponse("streamlit"))
PAIRS = [pair for table in texts.TEXTS.values() for pair in table]


def bundle(table: str) -> str:
    path = next((translation.FOLDER / "static" / "js").glob(table + ".*.js"))
    return f"/static/js/{path.name}"


@pytest.mark.parametrize("table", translation.TABLES)
def test_every_text_is_found_in_the_pinned_version(table: str):
    assert translation.missing(table, translation.installed(table)) == []


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair[0][:40])
def test_a_replacement_keeps_quotes_and_brackets_in_balance(pair: tuple[str, str]):
    balance = [[text.count(mark) % 2 for mark in "`"] + [text.count(a) - text.count(b) for a, b in ("{}", "()", "[]")]
               for text in pair]
    assert balance[0] == balance[1]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair[1][:40])
def test_our_words_are_calm(pair: tuple[str, str]):
    said = " ".join(re.findall(r"`([^`]*[а-яё][^`]*)`", pair[1]))
    assert "!" not in said
    assert not re.search(r"загруз|ошибка данных|просрочен", said, re.IGNORECASE)


@pytest.mark.parametrize(("prefix", "ours"), [
    pytest.param("FileUploader", "`Выбрать файлы`:`Выбрать файл`", id="uploader"),
    pytest.param("Multiselect", "Ничего не найдено", id="list"),
    pytest.param("DataFrame", "Скачать таблицу", id="table"),
])
def test_a_bundle_is_served_in_russian_and_packed(prefix: str, ours: str):
    answer = ask(APP, bundle(prefix), accept_encoding="gzip")
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["content-type"].startswith("text/javascript")
    assert ours in gzip.decompress(answer.body).decode()


def test_small_pictures_inside_tables_are_let_through():
    assert "USE_PROFILES:{html:!0,svg:!0}" in ask(APP, bundle("Html")).text


def test_a_client_without_gzip_gets_plain_text():
    answer = ask(APP, bundle("FileUploader"), accept_encoding="identity")
    assert "content-encoding" not in answer.headers
    assert "Выбрать файлы" in answer.text


def test_an_unchanged_file_is_not_sent_again():
    tag = ask(APP, bundle("FileUploader")).headers["etag"]
    again = ask(APP, bundle("FileUploader"), if_none_match=tag)
    assert (again.status, again.body) == (304, b"")


def test_head_tells_the_length_of_what_get_sends():
    head = ask(APP, bundle("FileUploader"), "HEAD", accept_encoding="gzip")
    assert int(head.headers["content-length"]) == len(ask(APP, bundle("FileUploader"), accept_encoding="gzip").body)


@pytest.mark.parametrize("path", ["/", "/school", "/upload"])
def test_a_page_is_ours_from_the_first_byte(path: str):
    page = ask(APP, path).text
    assert page.startswith("<!DOCTYPE html>")
    assert '<html lang="ru">' in page
    assert "<title>Мониторинг ШНОР</title>" in page
    assert not re.search(r"Streamlit app|_stcore|prerenderReady", page)


@pytest.mark.parametrize("path", [
    pytest.param("/_stcore/health", id="core"),
    pytest.param("/school/_stcore/health", id="core-under-a-page"),
    pytest.param("/media/1.xlsx", id="media"),
    pytest.param("/static/../../secrets.toml", id="out-of-the-folder"),
    pytest.param("/static/js/none.js", id="no-such-bundle"),
    pytest.param("/favicon.png", id="picture"),
])
def test_everything_else_goes_on_to_streamlit(path: str):
    assert ask(APP, path).text == "streamlit"


def test_a_file_sent_to_a_page_goes_on_to_streamlit():
    assert ask(APP, "/school", "POST").text == "streamlit"


def test_a_page_knows_that_the_server_is_at_the_root():
    assert f"<script>{texts.ORIGIN}</script>" in ask(APP, "/school").text


OTHER = """<html lang="en"><head>
<!--
 Copyright (c) Streamlit
-->

<title>Streamlit</title></head><body></body></html>"""
"""A page of another version, with one of the pieces we cut."""


def test_a_page_without_the_pieces_we_cut_is_still_served():
    page = translation.russian("index.html", OTHER)
    assert page.startswith('<html lang="ru"><head>\n<title>Мониторинг ШНОР</title><script>')
    assert page.endswith("</head><body></body></html>")


def test_a_piece_without_its_end_is_left_alone():
    assert translation.without("до <!-- Copyright после", "<!-- Copyright", "-->") == "до <!-- Copyright после"


def test_a_bundle_without_our_texts_is_served_as_it_is():
    assert translation.russian("FileUploader.other.js", "let a=`Upload`") == "let a=`Upload`"


def test_what_is_missing_is_told_once_in_the_log(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture):
    monkeypatch.setitem(texts.TEXTS, "Radio", (("`No such words`", "`Нет таких слов`"),))
    translation.tell_missing.cache_clear()
    for _ in range(2):
        translation.tell_missing("Radio")
    assert [record.args[1:] for record in caplog.records] == [("Radio", "`No such words`")]
    assert caplog.records[0].levelname == "WARNING"
    translation.tell_missing.cache_clear()

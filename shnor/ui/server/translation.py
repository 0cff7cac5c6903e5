"""Streamlit's files in Russian. What another version of it does not contain stays English there and breaks nothing."""

import logging
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import streamlit

from shnor import config, look
from shnor.ui.server import assets, minified
from shnor.ui.server.texts import CUT, INDEX, ORIGIN, TEXTS

FOLDER = (Path(streamlit.__file__).parent / "static").resolve()
STYLES = Path(__file__).resolve().parents[1] / "styles"
PAGE = "index.html"
TABLES = (PAGE, *TEXTS)
"""index.html and the beginnings of the bundles' names."""
Files = Mapping[str, str]
"""File name → text."""
LOG = logging.getLogger(__name__)


def russian(name: str, text: str) -> str:
    """The file's text with every pair of its table replaced."""
    if name == PAGE:
        return russian_page(text)
    for english, ours in TEXTS.get(table_of(name), ()):
        text = minified.replaced(text, english, ours)
    return text


def russian_page(text: str) -> str:
    for start, end in CUT:
        text = without(text, start, end)
    style = f"<style>{look.css()}{style_sheet()}</style>"
    scripts = "".join(f"<script defer src='{assets.address(name)}'></script>" for name in ("page.js", "order.js"))
    ours = f"<script>{ORIGIN}</script>{style}{scripts}"
    text = text.replace("</head>", ours + "</head>")
    for english, words in INDEX:
        text = text.replace(english, words)
    below = config.outside("")
    return text.replace("<html ", f'<html data-shnor-below="{below}" ', 1) if below else text


def style_sheet() -> str:
    """What all pages share, then what single pages add."""
    paths = sorted(STYLES.glob("*.css"), key=lambda path: (path.stem != "base", path.name))
    return "".join(path.read_text("utf-8") for path in paths)


def without(text: str, start: str, end: str) -> str:
    """The text without what stands from start up to and with end; whole where there is no such piece."""
    head, _, rest = text.partition(start)
    _, closed, tail = rest.partition(end)
    return head + tail if closed else text


def table_of(name: str) -> str:
    """«FileUploader» of «FileUploader.BsWL4Kly.js»: the rest changes at every build."""
    return name if name == PAGE else name.split(".")[0]


def missing(table: str, files: Files) -> list[str]:
    """Texts of the table that none of its files contains: one bundle may be cut into several."""
    codes = [text for name, text in files.items() if table_of(name) == table]
    if table == PAGE:
        page = "".join(codes)
        return [*(start for start, end in CUT if without(page, start, end) == page),
                *(english for english, _ in INDEX if english not in page)]
    return [english for english, _ in TEXTS[table] if not any(minified.contains(code, english) for code in codes)]


def installed(table: str) -> Files:
    """The files of the table in the Streamlit that runs here."""
    paths = [FOLDER / PAGE] if table == PAGE else (FOLDER / "static" / "js").glob(f"{table}.*.js")
    return {path.name: path.read_text("utf-8") for path in paths}


@cache
def tell_missing(table: str) -> None:
    """Into the log, once a process: people go on with English words, and a developer learns where."""
    for english in missing(table, installed(table)) if table in TABLES else ():
        LOG.warning("Streamlit %s: %s does not contain %r, left in English", streamlit.__version__, table, english)

"""Every sentence with a number that the pages, the sheet and the letters say, for counts that try Russian endings.

`python -m tests.sentences` draws them anew into `sentences.txt`; how to review that list stands on top of it.
"""

import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from unittest.mock import patch

import streamlit as st
from streamlit.testing.v1 import AppTest

from shnor.service import bases
from shnor.service.centre.schools import cards
from shnor.service.figures import every
from shnor.service.intake import drop
from shnor.service.intake.drop import Reviewed
from shnor.service.month import debts, owed, workbook
from shnor.service.month.forms import Forms
from shnor.service.pages import school_sheet, school_words
from shnor.service.sending import pack, reminders
from shnor.store import View
from shnor.ui.kit import changes
from shnor.ui.pages import open_to
from shnor.ui.screens.upload import cards as cards_screen
from tests import sentence_bases
from tests.clock import DAY, noon

FILE = Path(__file__).with_name("sentences.txt")
FOLDER = Path(__file__).resolve().parents[1] / "pages"
TURNED, TURNED_SIZES = date(2027, 1, 11), (1, 5, 21)
"""The day after the turn of the year, and for which counts it is drawn."""
LOCAL = open_to("coordinator", served=False)
"""Pages of one's own computer."""
SENT = "Письма, листы школ, лоток, консоль"
HEAD = """\
# Every sentence that holds a count, for n = {sizes}, by page.
# Made by `python -m tests.sentences`; the test beside it compares. It is a list to be READ, not only compared:
# 1. Run the command, look at the difference (git diff), read each new line aloud as a methodologist would say it.
# 2. Ask of each: does the verb agree (завершил 1, 21, 101; завершили 2, 11, 112)? the case (по 1 школе, 21 педагога)?
#    is a whole smaller than its part? is the thing called what is counted (сроки, мероприятия)? is it true?
# 3. What sounds wrong is mended in the program (shnor/wording.py, shnor/nouns.py), never here.
# Left out: lines without a count or the same for every n, and those whose whole text is «k из n (p %)»: these are held
# by tests/test_wording.py.
"""
BLOCKS = frozenset({"p", "li", "td", "th", "caption", "summary", "h1", "h2", "h3", "div", "details", "tr", "table",
                    "title"})
_NO_COUNTS = re.compile(r"№ ?\d+(?:\.\d+)?|\b\d\d\.\d\d(?:\.\d{4})?|\b(?:19|20)\d\d(?:[–/]\d+)?|Ш\d+|«[^«»]*»|\d+-\w+"
                        r"|\b[A-Z]+\d+\b")
"""Numbers of schools and activities, days, years, codes, what others wrote, cells."""
_PLAIN = re.compile(r"[\d,%() ]*(?:из [\d,%() ]*)?")


class _Texts(HTMLParser):
    """Texts of the blocks of a piece of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = [""]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS:
            self.found.append("")
        self.found[-1] += " " if tag == "span" else ""

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS:
            self.found.append("")

    def handle_data(self, data: str) -> None:
        self.found[-1] += data


def collected() -> str:
    """The list as it stands in the file."""
    said: dict[str, list[set[str]]] = {title: [] for title in (*(page.title for page in LOCAL), SENT)}
    with tempfile.TemporaryDirectory() as folder:
        for n in sentence_bases.SIZES:
            base = Path(folder) / f"{n}.duckdb"
            sentence_bases.build(base, n)
            days = (DAY, *([TURNED] if n in TURNED_SIZES else []))
            said[SENT].append({text for day in days for text in _sent(base, day, n)})  # pages will keep the base open
            for page in LOCAL:
                said[page.title].append({text for day in days for text in _drawn(page.name, page.example, base, day)})
    parts = [HEAD.format(sizes=", ".join(map(str, sentence_bases.SIZES)))]
    for title, found in said.items():
        texts = set().union(*found) - set.intersection(*found)  # what every base says counts nothing
        parts += [f"\n== {title}\n", *(f"{text}\n" for text in sorted(filter(_counts, texts), key=_place))]
    return "".join(parts)


def _counts(text: str) -> bool:
    bare = _NO_COUNTS.sub("", text)
    return bool(re.search(r"\d", bare) and re.search(r"[а-яё]", bare, re.I)) and not _PLAIN.fullmatch(text)


def _place(text: str) -> tuple[str, list[int]]:
    """All forms of one sentence together, by count: words by their beginnings."""
    return re.sub(r"[\d,]+", "#", re.sub(r"([а-яё]{4})[а-яё]*", r"\1", text)), [*map(int, re.findall(r"\d+", text))]


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\u00a0", " ")).strip()


def _drawn(page: str, query: dict[str, str], base: Path, day: date) -> Iterator[str]:
    """What a person sees on the page; texts of Streamlit's own pieces by their labels."""
    os.environ |= {"SHNOR_DATABASE": str(base), "SHNOR_DATA": str(base.parent), "SHNOR_TODAY": day.isoformat()}
    app = AppTest.from_file(str(FOLDER / f"{page}.py"), default_timeout=60)
    for name, value in {**query, **({"school": "Ш01"} if "school" in query else {})}.items():
        app.query_params[name] = value
    with patch.object(st, "page_link"):  # a page drawn alone does not know the others
        app.run()
    assert not app.exception, (page, app.exception)
    for block in (*app.main, *app.get("expander")):
        yield from map(_one_line, _texts_of(block))


def _texts_of(block: object) -> Iterable[str]:
    if getattr(block, "type", "") == "html":
        parser = _Texts()
        parser.feed(block.proto.body)  # type: ignore[attr-defined]
        return parser.found
    named = [getattr(block, name, None) for name in ("label", "value")] + list(getattr(block, "options", None) or ())
    return [text for text in named if isinstance(text, str)]


def _sent(base: Path, day: date, n: int) -> Iterator[str]:
    """What goes out of the program beside the pages, and what is said of files in the tray."""
    store = bases.open_base(base, now=noon)
    try:
        yield from map(_one_line, _of_tray(drop.review(store, sentence_bases.dropped(n), day)))
        with store.view() as view:
            counts = [figure for figure in every.every(view, as_of=day) if figure.denominator is None]
            for text in (*_letters(view, day), *map(every.line, counts)):
                yield from map(_one_line, text.split("\n"))
    finally:
        store.close()


def _of_tray(reviewed: Iterable[Reviewed]) -> Iterator[str]:
    for item in reviewed:
        yield f"{item.checked.file}: {cards_screen.counts(item)}"
        yield from (issue.message for issue in item.checked.issues)
        if item.preview:
            pairs = zip(item.preview.tables, item.preview.delivery.batches, strict=True)
            yield from (changes.summary(table, [batch]) for table, batch in pairs)


def _letters(view: View, day: date) -> Iterator[str]:
    forms = Forms()
    month = forms.awaited_month(day)
    owing = debts.owing(view, day=day, forms=forms)
    reminded = reminders.owing(owed.grids(view, (month,), day=day, forms=forms), month, owing, day=day)
    yield reminders.to_all(reminded, day=day)
    for card in cards(view, day)[:2]:
        made = workbook.book(view, card.school_id, month, forms)
        older = debts.of_school(owing, card.school_id, before=month)
        yield pack.letter(made, owed=school_words.debts(older, day, pack.NAMED))
        yield from _of_sheet(school_sheet.build(view, card.school_id, day=day, book=made, owing=older))
        if card.school_id in reminded:
            rows = {month: sum(not row.ahead for row in made.rows)}
            yield reminders.to_school(reminded[card.school_id], day=day, rows=rows)


def _of_sheet(value: object) -> Iterator[str]:
    """Every text of the printed page; a pair is a line."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from _of_sheet(getattr(value, field.name))
    elif isinstance(value, tuple) and value and all(isinstance(part, str | int) for part in value):
        yield ": ".join(str(part) for part in value if part != "")
    elif isinstance(value, tuple):
        for part in value:
            yield from _of_sheet(part)


if __name__ == "__main__":
    FILE.write_text(collected(), encoding="utf-8")

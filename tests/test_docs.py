"""What README, the manual and the pages for developers say is there is there, and what people meet is said.

Indicators and pages are not listed by hand to the last one: the page «Что как считается» is rendered from the
passports, the menu from the table of pages. What is listed is there.
"""

import re
from pathlib import Path

import pytest

from docs import draw_architecture, write_passport
from shnor import __main__ as cli
from shnor import datasets
from shnor.copies import archive, parts, swap
from shnor.copies.names import _NAME, BEFORE_RETURN
from shnor.datasets import KINDS
from shnor.metrics import METRICS, events
from shnor.store import copied
from shnor.ui import pages
from shnor.ui.screens.versions import copies, returning
from shnor.ui.screens.versions.page import COPIES, FILES, TABS
from tests.layers import ROOMS

ROOT = Path(__file__).resolve().parents[1]
README, MANUAL = ROOT / "README.md", ROOT / "docs" / "manual.md"
PAGES = {page.name: page.title for page in pages.PAGES}
LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)")
ANCHOR = re.compile(r"\]\(#([^)]+)\)")
CODE = re.compile(r"```.*?```|`[^`]*`", re.S)
MACHINE = re.compile(r"/(?:home|root|Users|tmp|wo" + r"rk|mnt)/|[A-Z]:\\")
FOR_DEVELOPERS = (README, ROOT / "CONTRIBUTING.md", *sorted(set((ROOT / "docs").rglob("*.md")) - {MANUAL}))
EVERY = pytest.mark.parametrize("page", [*FOR_DEVELOPERS, MANUAL], ids=lambda path: path.relative_to(ROOT).as_posix())
PATH = re.compile(r"`((?:shnor|pages|tests|docs|deploy|benchmarks|sample_data|\.ci)/[\w./-]*"
                  r"|[\w-]+\.(?:py|md|toml|txt))`")
HEADINGS = ("Context", "Decision", "Consequences", "In code", "What would change it")
RECORDS = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))


@pytest.mark.parametrize("command", cli.HELP)
def test_readme_names_the_command(command):
    assert f"`{command}`" in README.read_text("utf-8")


def test_readme_names_kinds_that_are_there():
    declared = re.findall(r"^\| [a-z ]+ \| ([^|]+) \|", README.read_text("utf-8"), re.M)[1:]
    kinds = [name for cell in declared for name in re.findall(r"`(\w+)`", cell)]
    assert kinds
    assert set(kinds) <= set(KINDS)


@pytest.mark.parametrize("title", [kind.title for kind in KINDS.values()])
def test_manual_names(title):
    named = title in MANUAL.read_text("utf-8")  # not in the assertion: pytest would print the whole manual
    assert named, f"docs/manual.md does not name «{title}»"


@pytest.mark.parametrize(("chapter", "titles"), [
    pytest.param("Все показатели", {metric.title for metric in METRICS.values()}, id="indicators"),
    pytest.param("Страницы", set(PAGES.values()), id="pages")])
def test_manual_lists_only_what_is_there(chapter, titles):
    text = MANUAL.read_text("utf-8").partition(f"\n## {chapter}\n")[2].partition("\n## ")[0]
    listed = set(re.findall(r"^\| [^|]+ \| ([^|]+) \|", text, re.M)[1:])
    assert listed
    assert listed - titles == set(), f"a row too many in the chapter «{chapter}» of docs/manual.md"


@pytest.mark.parametrize("command", cli.HELP)
def test_manual_explains_the_command(command):
    assert f"`python -m shnor {command}" in MANUAL.read_text("utf-8")


def example(beginning: str) -> str:
    """The example of CONTRIBUTING that begins so."""
    blocks = re.findall(r"^```python\n(.*?)^```", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.S | re.M)
    [found] = [block for block in blocks if block.startswith(beginning)]
    return found


def test_examples_of_contributing_are_what_the_code_takes():
    """A declaration, a layout and a passport fail where they name a word that is no more."""
    exec(example('"""In which contests'), made := {})
    layout = eval(example("# in the declaration of requests").partition("\n# tests/")[0], vars(datasets))
    metric = eval(example("Metric("), vars(events))
    assert (made["CONTESTS"].id, layout.id, metric.id) == ("contests", "appeals", "requests_overdue")


@EVERY
def test_linked_files_are_there(page):
    linked = [link for link in LINK.findall(page.read_text("utf-8")) if "://" not in link]
    assert linked or page not in (README, MANUAL)
    assert [link for link in linked if not (page.parent / link).is_file()] == []


@pytest.mark.parametrize("page", FOR_DEVELOPERS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_named_paths_are_there(page):
    named = PATH.findall(page.read_text("utf-8"))
    assert [path for path in named if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("record", RECORDS, ids=lambda path: path.stem)
def test_a_decision_has_its_five_parts_and_stands_in_the_list(record):
    text = record.read_text("utf-8")
    assert tuple(re.findall(r"^\*\*(.+?)\.\*\*", text, re.M)) == HEADINGS
    title = re.match(r"# \d+\. (.+)", text)[1]
    assert f"[{title}]({record.name})" in (record.parent / "README.md").read_text("utf-8")


@pytest.mark.parametrize(("hall", "room"), [(hall, room) for hall, rooms in ROOMS.items() for room in rooms])
def test_architecture_says_what_a_room_is_for(hall, room):
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    assert f"`{room}`" in text.partition(f"### `shnor/{hall}/`")[2].partition("\n### ")[0]


TERMS = re.findall(r"^\| (`[^|]+) \| .+ \| `([^`]+)` \|$", (ROOT / "docs" / "glossary.md").read_text("utf-8"), re.M)


@pytest.mark.parametrize(("terms", "path"), TERMS, ids=[terms for terms, _ in TERMS])
def test_a_word_of_the_glossary_lives_where_it_says(terms, path):
    code = (ROOT / path).read_text("utf-8")
    assert [term for term in re.findall(r"`([^`]+)`", terms) if not re.search(rf"\b{term}\b", code)] == []


def test_contents_lead_to_chapters():
    text = MANUAL.read_text("utf-8")
    titles = re.findall(r"^## (.+)$", text, re.M)
    chapters = {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}
    assert set(ANCHOR.findall(text)) == chapters


def test_every_picture_is_shown():
    shown = README.read_text("utf-8") + MANUAL.read_text("utf-8")
    pictures = sorted((ROOT / "docs" / "screenshots").glob("*.png"))
    assert pictures
    assert [picture.name for picture in pictures if f"screenshots/{picture.name}" not in shown] == []
    assert [picture.name for picture in pictures if picture.stat().st_size > 200_000] == []


@EVERY
def test_no_path_of_a_machine(page):
    assert MACHINE.findall(page.read_text("utf-8")) == []


def test_manual_does_not_shout():
    assert "!" not in CODE.sub("", MANUAL.read_text("utf-8")).replace("![", "[")


def test_the_picture_of_the_house_is_what_the_code_says():
    """Else run `python -m docs.draw_architecture`."""
    assert draw_architecture.FILE.read_text("utf-8") == draw_architecture.picture()


SAID = {"не целая": archive.NOT_WHOLE, "не копия этой программы": archive.NOT_OURS,
        "более новая версия": archive.TOO_NEW, "место на диске": swap.NOT_RETURNED, "не найден": copied.NO_FILE}


def test_the_printed_page_is_one_sheet_and_says_what_the_program_says():
    """About 50 lines of 90 characters go on a sheet of A4."""
    page = (ROOT / "docs" / "restore.md").read_text("utf-8")
    assert sum(1 + len(line) // 90 for line in page.splitlines()) <= 50
    assert "(restore.md)" in MANUAL.read_text("utf-8")
    assert "Как вернуть данные из копии" in copies.HELP
    shown = (returning.LOOK, returning.RETURN, returning.ELSEWHERE, BEFORE_RETURN,
             *[TABS[part] for part in (FILES, COPIES)])
    assert [words for words in (*shown, *SAID) if words not in page] == []
    assert [words for words, sentence in SAID.items() if words not in sentence] == []
    assert _NAME.fullmatch(re.search(r"Мониторинг ШНОР [-0-9 ]+\.zip", page)[0])


def test_the_passport_says_what_the_code_says():
    """Else run `python -m docs.write_passport`. About 50 lines of 110 characters go on a sheet of A4."""
    said = write_passport.FILE.read_text("utf-8")
    assert said == write_passport.page()
    assert sum(1 + len(line) // 110 for line in said.splitlines()) <= 100
    assert "(passport.md)" in (ROOT / "docs" / "server.md").read_text("utf-8")
    assert "(passport.md)" in MANUAL.read_text("utf-8")


def test_the_passport_names_every_file_of_a_copy(tmp_path):
    """What is copied is data: a file the passport leaves out would be hidden from whoever checks it."""
    base = tmp_path / "shnor.duckdb"
    for name in ("desk", "papers", "shows"):
        base.with_name(f"shnor.{name}.sqlite").touch()
    (tmp_path / parts.ACCESS).touch()
    named = set(write_passport.files().values())
    kept = {*parts.beside(base).values(), *parts.of_folder(tmp_path).values(), base}
    assert {f"`{path.name}`" for path in kept} <= named

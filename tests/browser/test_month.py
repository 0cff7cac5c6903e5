"""A whole month in the browser: sent to seven schools, filled in by script, accepted on two days, looked at.

Each school has the same five activities; by 27.11.2026 the deadline of three of them has come: 1.1 (done in May), 1.2
(October) and 2.1 (20.11).
"""

import re
import zipfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import month_books, steps
from tests.browser.month_books import Cells, done, fill
from tests.words import wrong_words

NEED = "тьютор по физике"
RETURNED = {
    "СОШ-2": {"Месяц": {"1.2": done(12), "2.1": done(18), "2.2": done(19)},
              "Итоги": {"": {"A": 9, "B": "математика", "C": 10, "D": 1, "E": 3, "F": 4, "G": 2}}},
    "СОШ-3": {"Месяц": {"1.2": done(12, None), "2.1": done(18)}},
    "ООШ-5": {"Месяц": {"1.2": {"F": "не выполнено", "J": "Ждём тьютора."}, "2.1": done(18)},
              "Вопрос центру": {"": {"A": NEED, "B": "до 15.12.2026", "C": "центру"}}},
    "СОШ-11": {"Месяц": {"Изменений за месяц нет": {"B": "да"}}},
    "ООШ-12": {"Месяц": {"1.2": done(12)},
               "Что провели": {"": {"A": date(2026, 11, 18), "B": "семинар", "C": "Чтение на уроке", "D": "школа",
                                    "E": "учителя", "F": 14}}},
}
LATE = {"СОШ-7": {"Месяц": {"1.2": done(12), "2.1": done(18)},
                  "Педагоги": {"математика": {"C": 3, "D": 2, "E": 2, "F": "Подготовка к ОГЭ", "G": 36}}}}
CUT_OUT = {"ООШ-12": ("Педагоги",)}


SENT = {  # the report for November, «Итоги I четверти», what the school asks for
    "СОШ № 2": ["✔ 24.11", "◷ 24.11, позже срока", "–"],
    "СОШ № 3": ["✔ 24.11", "… ждём", "–"],
    "ООШ № 5": ["✔ 24.11", "… ждём", f"{NEED} (24.11) → ответ до 01.12"],
    "СОШ № 7": ["◷ 27.11, позже срока", "… ждём", "–"],
    "ООШ № 9": ["… ждём", "… ждём", "–"],
    "СОШ № 11": ["✔ 24.11, без изменений", "… ждём", "–"],
    "ООШ № 12": ["◐ нет листа «Педагоги»", "… ждём", "–"],
}
STANDING = {  # the deadline has come, confirmed, document awaited, not done, no report
    "СОШ № 2": [3, 3, 0, 0, 0],
    "СОШ № 3": [3, 2, 1, 0, 0],
    "ООШ № 5": [3, 2, 0, 1, 0],
    "СОШ № 7": [3, 3, 0, 0, 0],
    "ООШ № 9": [3, 1, 0, 0, 2],
    "СОШ № 11": [3, 1, 0, 1, 1],  # «без изменений» after «выполняется», and after nothing at all
    "ООШ № 12": [3, 2, 0, 0, 1],
}


@pytest.mark.nightly
def test_a_month_of_seven_schools(server, tab, tmp_path):
    base = tmp_path / "own.duckdb"
    month_books.base(base)
    in_time = server(database=base, today="2026-11-24")
    page = tab(in_time, "/upload")
    folders = sent(page, tmp_path)
    accepted(page, folders, RETURNED, "Принять готовые: 5")
    page.close()
    in_time.stop()
    page = tab(server(database=base, today="2026-11-27"), "/upload")
    accepted(page, folders, LATE, "Принять")
    who_has_sent(page)
    where_each_school_is(page)
    the_school_that_asks(page)
    the_grid(page)


def sent(page: Page, folder: Path) -> Path:
    """«Разослать месяц», unpacked."""
    page.get_by_role("button", name="Разослать месяц").click()
    with page.expect_download(timeout=60_000) as download:
        page.get_by_role("dialog").get_by_role("button", name="Сохранить папки школ: 7").click()
    download.value.save_as(folder / "pack.zip")
    with zipfile.ZipFile(folder / "pack.zip") as pack:
        pack.extractall(folder / "pack")
    steps.again(page)
    return folder / "pack"


def accepted(page: Page, folders: Path, schools: Mapping[str, Cells], button: str) -> None:
    """The workbooks come back and nothing is asked but about the sheet that was cut out."""
    files = [fill(folders / school / f"Отчёт_2026-11_{school}.xlsx", cells, without=CUT_OUT.get(school, ()))
             for school, cells in schools.items()]
    steps.drop(page, *files)
    questions = steps.issues(page.locator(".st-key-shnor_box"))
    expect(questions).to_have_text([re.compile("^Нет листа «Педагоги»") for school in schools if school in CUT_OUT])
    seen(page, f"month_dropped_{len(files)}")
    page.get_by_role("button", name=button, exact=True).click()
    expect(page.locator(".st-key-shnor_accepted")).to_contain_text("Принято:")
    seen(page, f"month_accepted_{len(files)}")


def who_has_sent(page: Page) -> None:
    """4 in time + 1 late + 1 in part + 1 awaited = 7."""
    main = page.get_by_test_id("stMain")
    expect(main).to_contain_text("Отчёт за ноябрь: ждали 7 · принято 5 (в срок 4) · сдано частично 1 · ждём 1")
    expect(main).to_contain_text("Итоги I четверти: ждали 7 · принято 1 · ждём 6")
    assert lines(page, "Помощь просит школа") == SENT


def where_each_school_is(page: Page) -> None:
    steps.go(page, "/")
    expect(page.locator("[data-figure=reports]")).to_contain_text("5 из 7")
    for begins, said in (("отчёт за ноябрь, ", "отчёт за ноябрь, срок был 25.11: № 9"),
                         ("итоги ", "итоги I четверти, срок был 12.11: № 3, № 5, № 7, № 9, № 11, № 12"),
                         ("без листа", "отчёт за ноябрь: № 12 без листа «Педагоги»"),
                         (NEED, f"№ 5 «{NEED}» до 01.12")):
        expect(page.locator(".shnor-do").get_by_role("listitem").filter(has_text=begins)).to_have_text(said)
    expect(page.get_by_role("listitem").filter(has_text="Методическая помощь")).to_have_text(
        "Методическая помощь: в 2026 году школы провели сами: 1 семинар.")
    page.get_by_text("таблицей ▸").first.click()
    found = lines(page, "Перечень", "Нет сведений")
    own = found.pop("Муниципалитет")
    assert (own[4], {school: [int(cell) for cell in cells[4:9]] for school, cells in found.items()}) == ("1", STANDING)
    seen(page, "month_overview")


def the_school_that_asks(page: Page) -> None:
    """Its four parts, its question with the day to answer by, its own words."""
    steps.go(page, "/school?school=Ш05")
    expect(page.get_by_text("Срок наступил: 3 из 5")).to_be_visible()
    expect(page.locator(".shnor-legend")).to_have_text(
        "подтверждено 2выполнено, документ ожидается 0не выполнено 1нет сведений 0")
    expect(page.get_by_text(f"«{NEED}» (24.11.2026) → ответ до 01.12.2026, предлагаемый срок")).to_be_visible()
    expect(page.get_by_text("ноябрь 2026, 1.2: «Ждём тьютора.»")).to_be_visible()
    seen(page, "month_school")


def the_grid(page: Page) -> None:
    """October came in the centre's list; nothing was collected before it. November: № 7 came late, № 12 in part."""
    steps.go(page, "/versions")
    heat = page.locator("table.shnor-arrivals")
    expect(heat.locator("thead tr").last.locator("th")).to_have_text(
        ["Школа", "окт", "ноя"], use_inner_text=True)
    assert [row.locator("td").all_inner_texts() for row in heat.locator("tbody tr").all()] == [
        ["✔", sign] for sign in "✔✔✔◷…✔◐"]
    expect(heat.locator("tfoot tr").first.locator("td")).to_have_text(["7 из 7", "5 из 7"], use_inner_text=True)
    expect(heat.locator("tfoot tr").last.locator("td")).to_have_text(["утвердить", "не хватает 2"])
    seen(page, "month_grid")


def lines(page: Page, *heads: str) -> dict[str, list[str]]:
    """Rows of the table with these words in its header, by school without «МБОУ» or «МАОУ»."""
    table = page.locator("table.shnor-table")
    for head in heads:
        table = table.filter(has=page.get_by_role("columnheader", name=head, exact=True))
    rows = [[cell.replace("\u00a0", " ").replace("\n", " ") for cell in row.locator("td").all_inner_texts()]
            for row in table.first.locator("tbody tr").all()]
    return {re.sub("^М.ОУ ", "", name): cells for name, *cells in rows}


def seen(page: Page, name: str) -> None:
    steps.drawn(page)
    assert steps.not_plain(page) + steps.cut_off(page) + wrong_words(steps.visible_text(page)) == []
    steps.picture(page, name)

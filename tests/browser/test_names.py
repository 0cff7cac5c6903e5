"""«С ФИО» in the browser: read, switched on, seen by the coordinator alone, deleted; counts stay."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import steps
from tests.browser.test_first_hour import with_register

ANNA = "Белозёрова Анна Петровна"
COURSES = [["ФИО", "Школа", "Предмет", "Программа", "Часов", "Дата окончания"],
           [ANNA, "МБОУ ООШ № 5", "химия", "ФГОС", "72", "20.05.2026"],
           ["БЕЛОЗЕРОВА Анна Петровна", "МБОУ ООШ № 5", "химия", "ОГЭ", "36", "18.11.2026"]]
FINISHED = "За 2026 год завершил курсы 1 педагог"


@pytest.fixture
def base(tmp_path: Path) -> Path:
    path = tmp_path / "own.duckdb"
    with_register(path)
    return path


def switched_on(page: Page) -> None:
    """The button waits until what it obliges to is confirmed."""
    page.get_by_text("С ФИО", exact=True).click()
    expect(page.get_by_text("Это обязывает:")).to_be_visible()
    save = page.get_by_role("button", name="Сохранить", exact=True).nth(-2)  # the last one is of the copies
    expect(save).to_be_disabled()
    page.get_by_text("Прочитано: центр это выполнил").click()
    expect(save).to_be_enabled()
    save.click()
    expect(page.get_by_text("Записано.")).to_be_visible()


def test_names_are_kept_after_reading_and_deleted_at_any_time(server, tab, base, tmp_path):
    page = tab(server(database=base), "/settings")
    steps.drawn(page)
    assert not (tmp_path / "people.duckdb").exists()
    switched_on(page)
    (tmp_path / "Курсы.csv").write_text("\n".join(";".join(row) for row in COURSES), "utf-8-sig")
    steps.go(page, "/upload")
    steps.drop(page, tmp_path / "Курсы.csv")
    steps.accept(steps.card(page, "Курсы.csv"))
    steps.go(page, "/school?school=Ш05")
    expect(page.locator(".shnor-line").filter(has_text="завершил")).to_have_text(FINISHED)
    steps.unfold(page)
    expect(page.get_by_role("cell", name=ANNA).first).to_be_visible()
    steps.go(page, "/settings")
    page.get_by_text("Удалить все имена без возможности вернуть").click()
    page.get_by_role("button", name="Удалить имена").click()
    expect(page.get_by_text("Имена удалены. Режим: без ФИО.")).to_be_visible()
    assert not (tmp_path / "people.duckdb").exists()
    steps.go(page, "/school?school=Ш05")
    expect(page.locator(".shnor-line").filter(has_text="завершил")).to_have_text(FINISHED)
    expect(page.get_by_text(ANNA)).to_have_count(0)

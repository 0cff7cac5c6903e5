"""The command line: what it prints and how it exits."""

import json
import shutil
from contextlib import closing
from pathlib import Path

import docx
import pytest

from shnor.__main__ import main
from shnor.service import bases
from shnor.service.centre import copies
from tests.actors import COORDINATOR
from tests.clock import DAY, noon

REAL = Path(__file__).parent.parent / "sample_data" / "kislovodsk"
XLSX, DOCX = (str(REAL / f"kislovodsk_2020_2022.{ending}") for ending in ("xlsx", "docx"))


@pytest.fixture(autouse=True)
def day(monkeypatch):
    monkeypatch.setenv("SHNOR_TODAY", DAY.isoformat())


@pytest.fixture(scope="module")
def plan_alone(tmp_path_factory) -> str:
    """A base with the real roadmap and nothing else."""
    base = str(tmp_path_factory.mktemp("plan") / "к.duckdb")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("SHNOR_TODAY", DAY.isoformat())
        assert main(["load", XLSX, "--accept", "--database", base]) == 0
    return base


def printed(capsys, *arguments: str) -> tuple[int, object]:
    code = main([*arguments, "--json"])
    return code, json.loads(capsys.readouterr().out)


@pytest.mark.parametrize(("file", "cells"), [
    pytest.param(XLSX, ["D18", "E23"], id="xlsx"), pytest.param(DOCX, ["D16", "E21"], id="docx")])
def test_check_of_the_real_roadmap(capsys, file, cells):
    code, [table] = printed(capsys, "check", file)
    assert (code, table["kind"], table["rows"], table["records"], table["acceptable"]) == (0, "roadmap", 16, 48, True)
    assert [(issue["cell"], issue["severity"]) for issue in table["issues"]] == [(cell, "question") for cell in cells]


def test_load_then_figures(capsys, tmp_path):
    base = str(tmp_path / "к.duckdb")
    assert main(["load", XLSX, "--accept", "--database", base]) == 0
    capsys.readouterr()
    code, answer = printed(capsys, "figures", "--database", base, "--metric", "roadmap_activities")
    assert code == 0
    assert [f["numerator"] for f in answer["figures"]] == [16]


def test_report_writes_a_note_of_a_base_that_has_a_roadmap_alone(capsys, tmp_path):
    base, out = str(tmp_path / "к.duckdb"), tmp_path / "справка.docx"
    main(["load", XLSX, "--accept", "--database", base])
    capsys.readouterr()
    assert main(["report", "note", "--period", "2022", "--as-of", "2022-12-31", "--database", base, "--out",
                 str(out)]) == 0
    said = " ".join(one.text for one in docx.Document(str(out)).paragraphs).replace("\u00a0", " ")
    assert "Дорожной картой на 2022 год предусмотрено 16 мероприятий" in said
    assert main(["report", "note", "--period", "2022", "--school", "Ш99", "--database", base, "--out", str(out)]) == 2
    assert "Школы с кодом «Ш99» в реестре нет." in capsys.readouterr().err


@pytest.mark.parametrize(("arguments", "code", "start"), [
    pytest.param(["note", "--format", "pdf"], 0, b"%PDF", id="pdf"),
    pytest.param(["note", "--format", "html"], 0, b"<!doctype html>", id="html"),
    pytest.param(["note", "--format", "xlsx"], 0, b"PK", id="xlsx"),
    pytest.param(["order"], 0, b"PK", id="order"), pytest.param(["sheet"], 0, b"%PDF", id="sheet"),
    pytest.param(["sheet", "--format", "html"], 2, "Листок к совещанию: такого файла нет.".encode(), id="no-such-file"),
    pytest.param(["note", "--format", "pdf", "--sources"], 2, b"docx", id="sources-in-word-alone"),
    pytest.param(["month", "--period", "2022-04", "--format", "xlsx"], 0, b"PK", id="month"),
    pytest.param(["month"], 2, b"--period 2026-11", id="month-of-a-year"),
    pytest.param(["public"], 0, b"PK", id="public"),
    pytest.param(["note", "--period", "2022-04"], 2, b"--period 2026, 2026-H1", id="period"),
    pytest.param(["pack"], 2, "Справки делать не о ком".encode(), id="pack-without-a-list"),
    pytest.param(["pack", "--sources"], 2, b"--sources", id="pack-is-of-clean-copies"),
    pytest.param(["pack", "--period", "2022-04"], 2, b"--period 2026, 2026-H1", id="pack-period"),
])
def test_report_writes_each_paper_in_its_formats(capsys, tmp_path, plan_alone, arguments, code, start):
    out = tmp_path / "бумага"
    given = ["report", *arguments, "--as-of", "2022-12-31", "--database", plan_alone, "--out", str(out)]
    assert main(given if "--period" in given else [*given, "--period", "2022"]) == code
    said = out.read_bytes() if out.exists() else capsys.readouterr().err.encode()
    assert start in said[:200]


@pytest.mark.parametrize(("name", "start"), [("листок.docx", b"PK"), ("листок.PDF", b"%PDF")])
def test_the_ending_of_the_file_is_its_format(tmp_path, plan_alone, name, start):
    out = tmp_path / name
    assert main(["report", "sheet", "--period", "2022", "--as-of", "2022-12-31", "--database", plan_alone, "--out",
                 str(out)]) == 0
    assert out.read_bytes().startswith(start)


def test_the_plan_alone_reads_no_report_years_later(capsys, tmp_path):
    base = str(tmp_path / "к.duckdb")
    main(["load", XLSX, "--accept", "--database", base])
    capsys.readouterr()
    _, answer = printed(capsys, "figures", "--database", base, "--metric", "roadmap_done_due", "--as-of", "2026-11-22")
    assert [(f["status"], f["numerator"]) for f in answer["figures"]] == [("no_report", 0)]


def test_a_day_of_the_past_knows_nothing_of_later_days(capsys, example_base, tmp_path):
    """ВПР of April 2026 and courses told for the whole of 2025 are not known on 01.10.2025."""
    base = str(shutil.copy(example_base(), tmp_path / "пример.duckdb"))
    _, works = printed(capsys, "figures", "--database", base, "--metric", "low_mark_share", "--as-of", "2025-10-01")
    assert {figure["group"]["school_year"] for figure in works["figures"]} == {"2021/22", "2023/24", "2024/25"}
    _, people = printed(capsys, "figures", "--database", base, "--metric", "course_people", "--as-of", "2025-10-01")
    assert {figure["group"]["year"]: figure["numerator"] for figure in people["figures"]} == {
        "2024": 25, "2025": 0, "2026": 0}


@pytest.mark.parametrize(("name", "data", "code"), [
    pytest.param("пусто.xlsx", b"", 2, id="empty"),
    pytest.param("рисунок.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(64), 2, id="picture"),
    pytest.param("~$отчёт.xlsx", b"\x05user", 2, id="lock-file")])
def test_unreadable_files(capsys, tmp_path, name, data, code):
    (tmp_path / name).write_bytes(data)
    found, [table] = printed(capsys, "check", str(tmp_path / name))
    assert (found, table["kind"], len(table["issues"])) == (code, None, 1)


def test_without_accept_nothing_is_stored(tmp_path):
    base = str(tmp_path / "к.duckdb")
    assert main(["load", XLSX, "--database", base]) == 0
    store = bases.open_base(Path(base), now=noon)
    assert store.state == 0
    store.close()


def test_withdraw_approve_reopen(capsys, tmp_path):
    base = str(tmp_path / "к.duckdb")
    main(["load", XLSX, "--accept", "--database", base])
    assert [main([*command, "--database", base]) for command in (
        ["approve", "2026-10"], ["reopen", "2026-10", "--reason", "ошибка"], ["withdraw", "1"])] == [0, 0, 0]
    capsys.readouterr()
    _, [upload] = printed(capsys, "uploads", "--database", base)
    assert upload["live"] is False


def test_a_missing_file_is_a_sentence(capsys):
    assert main(["check", "нет.xlsx"]) == 2
    assert "не найден" in capsys.readouterr().err


def test_check_report_tells_what_differs(capsys, tmp_path):
    base, paper = str(tmp_path / "к.duckdb"), tmp_path / "справка.txt"
    main(["load", XLSX, "--accept", "--database", base])
    capsys.readouterr()
    paper.write_text("Справка об итогах 2022 года\nОбщая доля 85 % (63 из 84).\n", encoding="utf-8")
    assert main(["check-report", str(paper), "--database", base]) == 1
    told = capsys.readouterr().out.replace("\u00a0", " ")
    assert "Расходится: 1\n  85 % (63 из 84) [абзац 2]: процент не получается из чисел (63 из 84 — это 75 %)" in told
    paper.write_text("Справка об итогах 2022 года\nОбщая доля 75 % (63 из 84).\n", encoding="utf-8")
    code, answer = printed(capsys, "check-report", str(paper), "--database", base)
    assert (code, [one["verdict"] for one in answer["findings"]]) == (0, ["unchecked"])


def test_check_report_of_what_is_no_paper(capsys, tmp_path):
    base, paper = str(tmp_path / "к.duckdb"), tmp_path / "скан.pdf"
    main(["load", XLSX, "--accept", "--database", base])
    paper.write_bytes(b"%PDF-1.7\n" + bytes(64))
    assert main(["check-report", str(paper), "--database", base]) == 2
    assert "скан.pdf" in capsys.readouterr().out


def test_a_copy_is_made_checked_and_brought_back(capsys, tmp_path, monkeypatch):
    monkeypatch.setenv("SHNOR_DATA", str(tmp_path / "data"))
    base, flash = str(tmp_path / "data" / "shnor.duckdb"), tmp_path / "флешка"
    with closing(bases.open_base(Path(base), now=noon)) as store:
        store.approve(DAY, COORDINATOR)
    assert main(["backup", str(flash)]) == 0
    [copy] = flash.iterdir()
    with closing(bases.open_base(Path(base), now=noon)) as store:
        store.reopen(DAY, COORDINATOR, "ошибка")
    capsys.readouterr()
    assert [main(["verify", str(copy)]), main(["verify"]), main(["restore", str(copy)])] == [0, 0, 1]
    printed = capsys.readouterr().out.replace("\u00a0", " ")
    assert [words in printed for words in ("27.11.2026", "целая", "База «shnor.duckdb» целая", "записей в журнале: 1",
                                           "Записей в журнале после копии: 1", "с --yes")] == [True] * 6
    (tmp_path / "data" / "choice.json").write_text('{"base": "demo"}')
    assert main(["restore", str(copy), "--yes"]) == 0
    assert (tmp_path / "data" / "choice.json").read_text() == '{"base": "own"}'  # the program opens what came back
    with closing(bases.open_base(Path(base), now=noon)) as store:
        assert [one.action for one in store.journal()] == ["decide", "approve"]
        assert copies.last(store).state == 1  # the copy it came from
        assert main(["restore", str(copy), "--yes"]) == main(["verify"]) == 3
    assert main(["restore", str(flash), "--yes"]) == 2
    assert copy.name in capsys.readouterr().out  # which file of the folder it is
    copy.write_bytes(copy.read_bytes()[:-1])
    for refused in (["verify", str(copy)], ["restore", str(copy), "--yes"], ["verify", "нет.zip"]):
        assert main(refused) == 2

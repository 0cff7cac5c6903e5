"""The demo goes through the same loader and store as any file, and shows on its day what was made up for it."""

import re
import shutil
import subprocess
from datetime import date
from html import unescape
from pathlib import Path
from zipfile import ZipFile

import pytest

from sample_data import make
from sample_data.district import MARK
from sample_data.plans import plans, span, words
from sample_data.reports import LAST
from sample_data.stories import AMENDED, DIRECTIONS, MONTHS_OF_REPORTS, SILENT, SILENT_AFTERWARDS, STORIES, Story
from shnor.datasets import Delivery
from shnor.loaders.check import check
from shnor.loaders.types import Checked
from shnor.service.figures import reports, roadmap
from shnor.service.figures.rows import only
from shnor.service.intake import known
from shnor.service.month import owed
from shnor.service.month.forms import Forms
from shnor.store import Store
from tests.actors import COORDINATOR
from tests.clock import noon

pytestmark = pytest.mark.slow  # the district is made twice and loaded once, 10 s each


def checked(store: Store, file: Path, today: date) -> Checked:
    with store.view() as view:
        return check(file.name, file.read_bytes(), known.from_view(view, today))


def accept(store: Store, file: Path, today: date) -> list[str]:
    """Codes of everything there was to say; the file is accepted."""
    result = checked(store, file, today)
    delivery = Delivery(result.file, result.sha256, result.batches, result.kept, result.school, result.period)
    store.accept(store.preview(delivery), by=COORDINATOR)
    return [f"{file.name}: {issue.code}" for issue in result.issues]


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """The whole demo, loaded once; the folder it came from; and what was said while loading."""
    folder = tmp_path_factory.mktemp("demo")
    store = Store.open(":memory:", clock=noon)
    said = [text for file, arrived in make.files(folder) for text in accept(store, file, arrived)]
    yield store, folder, said
    store.close()


def rows(store: Store, kind: str, **filters) -> list[dict]:
    with store.view() as view:
        return view.rows(kind, **filters).to_arrow_table().to_pylist()


def shown(store: Store, story: Story, day: date = make.DAY) -> Story:
    """The story of a plan as the stored rows tell it on a day, by plain counting."""
    plan = {row["number"]: row for row in rows(store, "roadmap", plan=story.plan)}
    told: dict[str, list[dict]] = {number: [] for number in plan}
    with store.view() as view:
        reported = only(reports.dated(view), plan=story.plan).to_pylist()
    for row in sorted(reported, key=lambda row: row["month"]):
        told[row["number"]].append(row)
    done = {number: row for number, reports in told.items() for row in reports
            if row["status"] == "done" and row["done_date"] <= day}
    dropped = {number for number, reports in told.items() if any(row["status"] == "dropped" for row in reports)}
    due = {number for number, row in plan.items() if row["deadline_end"] <= day} - dropped
    proved = {number for number in due & done.keys() if any(row["document"] for row in told[number])}
    covered = {number for number in due
               if any(row["report_day"] > plan[number]["deadline_end"] for row in told[number])
               or "not_done" in [row["status"] for row in told[number] if row["status"] != "unchanged"][-1:]}
    late = {number for number in due & done.keys() if done[number]["done_date"] > plan[number]["deadline_end"]}

    def listed(numbers: set[str]) -> tuple[str, ...]:
        return tuple(sorted(numbers, key=lambda number: [int(part) for part in number.split(".")]))
    return Story(
        plan=story.plan, school_id=next(iter(plan.values()))["school_id"] or "", activities=len(plan), due=len(due),
        confirmed=len(proved), awaited=listed(due & done.keys() - proved), not_done=listed(covered - done.keys()),
        no_report=listed(due - covered - done.keys()), dropped=listed(dropped), late=listed(late),
        ahead=len(plan) - len(due) - len(dropped), on_time=len(due & done.keys()) - len(late))


NAMED = ("names-not-kept", "personal-column", "personal-column", "columns-left")
SAID = [("Курсы СОШ-11 2026.xlsx", *NAMED), ("Курсы ООШ-5 2026.xlsx", *NAMED),
        ("Удовлетворённость методической помощью.csv", "form-repeats"), ("Отчёт_2026-11_ООШ-12.xlsx", "sheet-missing")]
"""Files of the demo that have something to be told of: two lists with names, an answer that came twice, a report in
part."""


def test_every_file_is_accepted_and_all_but_four_without_a_word(demo):
    assert sorted(demo[2]) == sorted(f"{name}: {code}" for name, *codes in SAID for code in codes)


@pytest.mark.parametrize("kind", [
    "courses", "staff", "events", "requests", "surveys", "results", "support_roles", "competence", "routes",
    "documents", "checklists", "risks", "recommendations", "programmes", "achievements"])
def test_every_topic_has_its_rows(demo, kind):
    found = rows(demo[0], kind)
    schools = {row["school_id"] for row in found} - {""}
    assert found
    assert schools <= {f"Ш{number:02}" for number in range(1, 13)}


@pytest.mark.parametrize("story", STORIES, ids=["district", "small-school", "silent-school"])
def test_the_day_of_the_demo(demo, story):
    assert shown(demo[0], story) == story


@pytest.mark.parametrize("story", STORIES, ids=["district", "small-school", "silent-school"])
def test_the_metrics_find_the_same(demo, story):
    with demo[0].view() as view:
        counts = roadmap.parts(roadmap.marked(view, as_of=make.DAY, where={"plan": story.plan}))[()]
    assert {name: getattr(counts, name) for name in ("activities", "due", "confirmed")} == {
        name: getattr(story, name) for name in ("activities", "due", "confirmed")}
    assert counts.ahead + counts.ahead_done == story.ahead, "done early has not come either"
    assert {name: getattr(counts, name) for name in ("awaited", "not_done", "no_report", "dropped")} == {
        name: len(getattr(story, name)) for name in ("awaited", "not_done", "no_report", "dropped")}


@pytest.mark.parametrize("story", STORIES, ids=["district", "small-school", "silent-school"])
def test_parts_of_what_was_due_add_up(story):
    assert story.confirmed + len(story.awaited) + len(story.not_done) + len(story.no_report) == story.due
    assert story.due + len(story.dropped) + story.ahead == story.activities
    assert story.done == story.on_time + len(story.late)


def test_twelve_schools_lists_and_directions(demo):
    schools = rows(demo[0], "schools")
    listed = rows(demo[0], "statuses", status="shnor", valid_from=date(2026, 1, 1))
    on_list = {row["school_id"] for row in listed}
    assert len(schools) == 12
    assert on_list == {"Ш03", "Ш05", "Ш07", "Ш09", "Ш11", "Ш12"}
    assert sum(row["staff"] for row in schools if row["school_id"] in on_list) == 118
    assert len({row["direction"] for row in rows(demo[0], "roadmap", plan=STORIES[0].plan)}) == DIRECTIONS


def test_reports_of_two_years(demo):
    months = {row["month"] for row in rows(demo[0], "progress")}
    assert (min(months), max(months), len(months)) == (date(2024, 12, 1), date(2026, 11, 1), MONTHS_OF_REPORTS)


def test_who_has_sent_the_report_of_november(example_view):
    [cells] = [grid.of(LAST) for grid in owed.grids(example_view, (LAST,), day=make.DAY, forms=Forms())
               if grid.form.id == "month"]
    assert {cell.school_id: (cell.state, cell.late, cell.unchanged, cell.missing) for cell in cells} == {
        "Ш02": ("accepted", False, False, ()), "Ш03": ("accepted", False, False, ()),
        "Ш05": ("accepted", False, False, ()), "Ш07": ("accepted", True, False, ()),
        "Ш09": ("waiting", False, False, ()), "Ш11": ("accepted", False, True, ()),
        "Ш12": ("partial", False, False, ("Педагоги",))}


def test_deadlines_are_read_as_they_were_meant(demo):
    meant = {(plan.title, activity.number): (activity.start, activity.end)
             for year in (2025, 2026) for plan in (make.town(year), *plans(year)[1:]) for activity in plan.activities}
    read = {(row["plan"], row["number"]): (row["deadline_start"] or row["deadline_end"], row["deadline_end"])
            for row in rows(demo[0], "roadmap")}
    assert read == meant


def test_the_order_of_august_changed_one_deadline(demo):
    store, _, _ = demo
    state = next(upload.state for upload in store.uploads() if "с изменениями" in upload.file)
    with store.view(state=state - 1) as view:
        before = dict(view.rows("roadmap", plan=STORIES[0].plan).select("number", "deadline").fetchall())
    after = {row["number"]: row["deadline"] for row in rows(store, "roadmap", plan=STORIES[0].plan)}
    changed = {number for number in after if after[number] != before[number]}
    assert changed == set(AMENDED)
    assert all(AMENDED[number][0] in before[number] and AMENDED[number][1] in after[number] for number in changed)


def test_what_is_kept_apart(demo, tmp_path):
    """The late report proves the work; a school with another form of property is a question."""
    store, _, _ = demo
    (late, arrived), (misnamed, _) = make.extra(tmp_path)
    questions = [issue for issue in checked(store, misnamed, make.DAY).issues if issue.severity == "question"]
    assert [issue.code for issue in questions] == ["school-unclear"]
    state = next(entry.state for entry in store.journal())
    assert shown(store, SILENT) == SILENT
    accept(store, late, arrived)
    assert shown(store, SILENT) == SILENT_AFTERWARDS
    upload = next(upload for upload in store.uploads() if "опоздал" in upload.file)
    assert store.withdraw(upload.id, COORDINATOR, "проверка") > state


def test_every_file_says_it_is_invented_and_names_nobody(demo):
    initials = re.compile(r"[А-ЯЁ][а-яё]+ [А-ЯЁ]\. ?[А-ЯЁ]\.|[А-ЯЁ]\. ?[А-ЯЁ]\. ?[А-ЯЁ][а-яё]+")
    for file in demo[1].glob("*.xlsx"):
        with ZipFile(file) as parts_of_file:
            inside = {name: unescape(parts_of_file.read(name).decode()) for name in parts_of_file.namelist()}
        assert MARK in inside["docProps/core.xml"]
        assert MARK in inside["xl/worksheets/sheet1.xml"] or "(Ответы)" in file.name  # the export of a site as it is
        assert not initials.search(" ".join(inside.values()))


@pytest.mark.office
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_school_reports_saved_by_libreoffice_read_the_same(demo, tmp_path):
    """One filled in, one of a school without news."""
    store, folder, _ = demo
    reports = [folder / "Отчёт_2026-11_ООШ-5.xlsx", folder / "Отчёт_2026-11_СОШ-11.xlsx"]
    subprocess.run(["soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'office').as_uri()}",
                    "--convert-to", "xlsx", "--outdir", tmp_path, *reports],
                   check=True, capture_output=True, timeout=120)
    for report in reports:
        sent, again = checked(store, report, make.DAY), checked(store, tmp_path / report.name, make.DAY)
        assert again.issues == ()
        assert again.batches[0].table.equals(sent.batches[0].table)


def test_no_news_takes_one_cell(demo):
    store, _, _ = demo
    told = rows(store, "progress", school_id="Ш11", month=date(2026, 11, 1))
    assert {row["status"] for row in told} == {"unchanged"}
    assert not any(row["done_date"] or row["document"] or row["note"] for row in told)


def test_same_files_each_time(demo, tmp_path):
    files = make.files(tmp_path)
    assert {file.name for file in demo[1].iterdir()} == {file.name for file, _ in files}
    assert all(file.read_bytes() == (demo[1] / file.name).read_bytes() for file, _ in files)
    assert len(files) <= 140


@pytest.mark.parametrize(("code", "style", "expected", "end"), [
    pytest.param("d25.05", 0, "до 25.05.2026", date(2026, 5, 25), id="day"),
    pytest.param("d20.12.2024", 1, "до 20 декабря 2024 года", date(2024, 12, 20), id="day-of-another-year"),
    pytest.param("m11", 2, "в ноябре 2026 года", date(2026, 11, 30), id="month"),
    pytest.param("r09-10", 1, "сентябрь–октябрь", date(2026, 10, 31), id="months-without-a-year"),
    pytest.param("q1", 0, "I квартал 2026", date(2026, 3, 31), id="quarter"),
    pytest.param("h1", 0, "I полугодие 2026 года", date(2026, 6, 30), id="half-year"),
    pytest.param("y", 0, "в течение года", date(2026, 12, 31), id="year"),
])
def test_deadlines_in_words(code, style, expected, end):
    assert words(code, 2026, style) == expected
    assert span(code, 2026)[1] == end

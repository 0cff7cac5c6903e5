"""On what a conclusion about a school is founded: each sentence of the closed list, their order, what stays quiet."""

from collections.abc import Sequence
from datetime import date
from types import SimpleNamespace

import pytest

from shnor.metrics import change
from shnor.metrics.figure import Figure
from shnor.service.month.owed import Cell as Owed
from shnor.service.pages import grounds
from shnor.service.pages.school_list import Beside
from shnor.service.pages.school_topics import Cell, Line, Work

DAY = date(2026, 11, 27)
EXAM, RUSSIAN = Work("ОГЭ", "main", "математика"), Work("ОГЭ", "main", "русский язык")
RESERVE, SIXTH = Work("ОГЭ", "reserve", "математика"), Work("ВПР", "", "математика", "6")
LIST = "по 6 школам перечня"
NOBODY = Beside()


def line(work: Work, k: int, n: int, k0: int | None = None, n0: int | None = None) -> Line:
    told = change.of_counts(k0, n0, k, n) if k0 is not None and n0 is not None else None
    return Line(f"{work.procedure}, {work.subject}", None, Cell(k, n, {"school_year": "2025/26"}), told, work)


def beside(work: Work, k: int, n: int, schools: tuple[str, ...] = ("Ш03", "Ш05")) -> Beside:
    figure = Figure("low_mark_share", {}, LIST, DAY, k, n, k / n, None, None, "ok", 6)
    return Beside("2025/26", schools, {work: figure}, {work: frozenset(schools)})


def owed(month: int, state="waiting", form="month", due: date = date(2026, 10, 26)) -> Owed:
    return Owed("Ш05", form, date(2026, month, 1), state, due, missing=("Педагоги",) if state == "partial" else ())


def built(*results: Line, listed: Beside = NOBODY, owing: Sequence[Owed] = (), **parts: int):
    counts = SimpleNamespace(**{"due": 0, "not_done": 0, "no_report": 0, **parts})
    page = SimpleNamespace(card=SimpleNamespace(school_id="Ш05"), parts=counts, period="2026",
                           reported=(DAY,))
    return grounds.build(page, SimpleNamespace(results=results), listed, owing, DAY)


def texts(reasons) -> list[str]:
    return [one.text.replace("\u00a0", " ") for one in reasons]


@pytest.mark.parametrize(("k", "n", "listed", "said"), [
    pytest.param(3, 8, (24, 97), "отметку «2» получили 3 из 8; по 6 школам перечня — 24 из 97", id="one-person-more"),
    pytest.param(1, 8, (0, 97), "отметку «2» получил 1 из 8; по 6 школам перечня — 0 из 97", id="exactly-one-more"),
    pytest.param(1, 8, (11, 97), "", id="a-part-of-a-person-more"),
    pytest.param(21, 40, (1, 2), "отметку «2» получил 21 из 40; по 6 школам перечня — 1 из 2", id="twenty-one"),
    pytest.param(2, 8, (1, 4), "", id="as-many")])
def test_a_work_is_a_reason_where_the_list_would_give_a_whole_person_less(k, n, listed, said):
    found = built(line(EXAM, k, n), listed=beside(EXAM, *listed))
    named = texts(found.reasons)
    assert named == ([f"ОГЭ, математика, основной день: {said}"] if said else [])
    assert len(found.quiet) == (1 if said else 2)  # the other one: reports


@pytest.mark.parametrize(("schools", "listed"), [
    pytest.param(("Ш05",), (0, 97), id="the-list-is-the-school-itself"), pytest.param((), (0, 97), id="no-list")])
def test_without_another_school_a_work_is_only_told(schools, listed):
    found = built(line(EXAM, 8, 8), listed=beside(EXAM, *listed, schools))
    assert texts(found.reasons) == []
    assert texts(found.quiet)[0] == "ОГЭ, математика, основной день: 8 из 8"


def test_later_days_of_an_exam_are_no_reason():
    assert texts(built(line(RESERVE, 8, 8), listed=beside(RESERVE, 0, 97)).reasons) == []


@pytest.mark.parametrize(("before", "after", "said"), [
    pytest.param((60, 101), (5, 101), "ВПР, математика: отметок «2», 60 из 101 → 5 из 101; снижение подтверждается",
                 id="fall"),
    pytest.param((5, 101), (60, 101), "ВПР, математика: отметок «2», 5 из 101 → 60 из 101; рост подтверждается",
                 id="rise")])
def test_a_confirmed_change_is_told_once(before, after, said):
    found = built(line(SIXTH, *after, *before), listed=beside(SIXTH, 0, 97))
    assert texts(found.reasons) == [said]


@pytest.mark.parametrize(("parts", "said", "quiet"), [
    pytest.param({"due": 19, "not_done": 1}, ["не выполнено 1 из 19 наступивших"],
                 ["сведения есть по всем срокам, которые наступили"], id="not-done"),
    pytest.param({"due": 19, "no_report": 1}, ["нет сведений по 1 сроку из 19"],
                 ["невыполненных среди наступивших нет"], id="one-without-a-word"),
    pytest.param({"due": 40, "no_report": 21}, ["нет сведений по 21 сроку из 40"],
                 ["невыполненных среди наступивших нет"], id="twenty-one"),
    pytest.param({"due": 19, "not_done": 2, "no_report": 5},
                 ["не выполнено 2 из 19 наступивших", "нет сведений по 5 срокам из 19"], [], id="both"),
    pytest.param({}, [], [], id="nothing-is-due")])
def test_deadlines(parts, said, quiet):
    found = built(**parts)
    assert texts(found.reasons) == said
    assert texts(found.quiet) == [*quiet, "отчёты, срок которых прошёл, сданы"]


@pytest.mark.parametrize(("owing", "said"), [
    pytest.param([owed(11), owed(10)], ["отчёта нет за октябрь и ноябрь"], id="two-months-in-order"),
    pytest.param([owed(11, due=DAY)], [], id="its-day-has-not-passed"),
    pytest.param([owed(10, "partial")], ["прислано не полностью: отчёт за октябрь"], id="in-part"),
    pytest.param([owed(10), owed(11, form="quarter")], ["отчёта нет за октябрь", "не пришли: итоги I четверти"],
                 id="marks-of-a-term")])
def test_reports_that_have_not_come(owing, said):
    assert texts(built(owing=owing).reasons) == said


def test_a_school_that_never_reported_is_not_said_to_have_sent_all():
    page = SimpleNamespace(card=SimpleNamespace(school_id="Ш01"), parts=None, period="", reported=())
    assert grounds.build(page, SimpleNamespace(results=()), NOBODY, (), DAY) == grounds.Grounds((), (), ())


def test_five_reasons_stand_open_the_weightiest_first():
    """Exams of two subjects, a class, deadlines of two sorts, a report: the sixth finds no room."""
    works = [beside(work, 1, 10) for work in (EXAM, RUSSIAN, SIXTH)]
    listed = Beside("2025/26", ("Ш03", "Ш05"), {work: figure for one in works for work, figure in one.figures.items()},
                    {work: codes for one in works for work, codes in one.wrote.items()})
    found = built(line(SIXTH, 9, 10), line(RUSSIAN, 3, 10), line(EXAM, 5, 10), listed=listed, owing=[owed(10)],
                  due=19, not_done=1, no_report=1)
    assert [text.split(":")[0].split(" из ")[0] for text in texts(found.reasons)] == [
        "ОГЭ, математика, основной день", "ОГЭ, русский язык, основной день", "ВПР, математика, 6 класс",
        "не выполнено 1", "нет сведений по 1 сроку"]
    assert texts(found.more) == ["отчёта нет за октябрь"]


def test_a_reason_leads_to_its_rows():
    found = built(line(EXAM, 3, 8), listed=beside(EXAM, 0, 97), due=19, not_done=1)
    assert [(one.metric, one.where, one.part) for one in found.reasons] == [
        ("low_mark_share", {"school_year": "2025/26"}, ""),
        ("roadmap_done_due", {"school_id": "Ш05", "period": "2026"}, "not_done")]


def test_there_is_no_rule_until_a_document_brings_one():
    assert built().rule == ""

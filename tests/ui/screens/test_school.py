"""What the page of a school says is needed now, and on what lists it stands."""

from datetime import date
from types import SimpleNamespace

import pytest

from shnor.service.centre.schools import SchoolCard, Status
from shnor.service.figures.roadmap import Deadline
from shnor.service.month.owed import Cell
from shnor.ui.screens.school import page

DAY = date(2026, 11, 27)
SESSION = SimpleNamespace(day=DAY, today=DAY, past=False)


@pytest.fixture
def drawn(monkeypatch):
    said: list[str] = []
    monkeypatch.setattr(page.html, "items", lambda rows: said.extend(row.replace("\u00a0", " ") for row in rows))
    monkeypatch.setattr(page.html, "text", said.append)
    monkeypatch.setattr(page.st, "header", lambda words: None)
    return said


def deadline(place: int, standing: str, due: date) -> Deadline:
    bare = dict.fromkeys(Deadline.__dataclass_fields__)
    return Deadline(**{**bare, "number": f"1.{place}", "activity": "Семинар", "due_date": due, "standing": standing})


def data(**lists) -> SimpleNamespace:
    return SimpleNamespace(**{**dict(no_report=(), not_done=(), awaited=(), ahead=(), plans=("карта",)), **lists})


@pytest.mark.parametrize(("part", "standing", "n", "last"), [
    pytest.param("no_report", "нет сведений", 6, "сообщить о 1.6 «Семинар»: срок был 31.10.2026, нет сведений",
                 id="six-without-a-word-are-named"),
    pytest.param("no_report", "нет сведений", 7, "и ещё 1 срок: нет сведений", id="of-seven-one-is-counted"),
    pytest.param("not_done", "не выполнено", 6, "1.6 «Семинар»: срок прошёл 31.10.2026, не выполнено", id="not-done"),
    pytest.param("not_done", "не выполнено", 10, "и ещё 4 срока: не выполнено", id="of-ten-not-done-four-are-counted"),
    pytest.param("ahead", "впереди", 3, "до 31.10.2026 — 1.3 «Семинар»", id="three-ahead-are-named"),
    pytest.param("ahead", "впереди", 9, "и ещё 6 сроков впереди", id="of-nine-ahead-six-are-counted")])
def test_a_list_that_is_cut_says_so(drawn, part, standing, n, last):
    rows = tuple(deadline(place, standing, date(2026, 10, 31)) for place in range(1, n + 1))
    page.needed(SESSION, data(**{part: rows}))
    assert drawn[-1] == last


def test_reports_that_find_no_room_are_counted(drawn):
    cells = [Cell("Ш05", "month", date(2026, month, 1), "waiting", date(2026, month, 25)) for month in range(1, 9)]
    page.needed(SESSION, data(), cells)
    assert drawn[-1] == "и ещё 2 отчёта"


SHNOR = Status("shnor", "ШНОР", date(2027, 1, 1), None, "приказ № 2", 1)
RISK = Status("risk_zone", "зона риска", date(2026, 1, 1), None, "приказ № 1", 2)


@pytest.mark.parametrize(("now", "coming", "said"), [
    pytest.param((), (), ["Школа сейчас не входит ни в один перечень."], id="on-no-list"),
    pytest.param((), (SHNOR,), ["Школа сейчас не входит ни в один перечень; с 01.01.2027 войдёт в перечень ШНОР."],
                 id="on-one-to-come"),
    pytest.param((RISK,), (SHNOR,), ["зона риска: с 01.01.2026, приказ № 1", "с 01.01.2027 войдёт в перечень ШНОР"],
                 id="on-another")])
def test_a_list_the_school_will_be_on_is_named(drawn, now, coming, said):
    card = SchoolCard("Ш08", "СОШ № 8", 8, "", None, None, now, (2027,), coming)
    page.grounds(SESSION, SimpleNamespace(card=card))
    assert drawn == said

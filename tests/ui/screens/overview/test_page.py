"""Who is awaited and of what nothing is known, in a line each of the first page."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest

from shnor.service.centre.schools import SchoolCard
from shnor.service.month.debts import Debt
from shnor.service.month.owed import Cell
from shnor.service.pages.overview import Overview
from shnor.ui.kit.html import Link
from shnor.ui.screens.overview import page

OCT, NOV, DUE = date(2026, 10, 1), date(2026, 11, 1), date(2026, 11, 25)


def debt(schools: int, month: date = NOV, due: date = DUE) -> Debt:
    return Debt("month", month, due, tuple(
        (SchoolCard(f"Ш{n}", f"СОШ № {n}", n, "", None, None, (), ()), Cell(f"Ш{n}", "month", month, "waiting", due))
        for n in range(1, schools + 1)), ())


def lines(day: date, *owing: Debt) -> list[str]:
    return [text(row.words) for row in page.owed(session(day), owing)]


def session(day: date) -> SimpleNamespace:
    return SimpleNamespace(day=day, today=day, past=False, state=0)


def text(row) -> str:
    parts = row if isinstance(row, list) else [row]
    return "".join(part.text if isinstance(part, Link) else part for part in parts).replace("\u00a0", " ")


@pytest.fixture
def drawn(monkeypatch):
    """What «Что нужно сделать» says: the lines that stand open, the title of what is folded and its lines."""
    said: dict[str, list[str]] = {"open": [], "title": [], "folded": []}
    monkeypatch.setattr(page.st, "title", lambda words: None)
    monkeypatch.setattr(page.html, "items", lambda rows: said["open"].extend(map(text, rows)))
    monkeypatch.setattr(page.html, "items_html", lambda rows: said["folded"].extend(map(text, rows)) or "")
    monkeypatch.setattr(page.html, "fold", lambda title, inner: said["title"].append(text(title)) or "")
    monkeypatch.setattr(page.html, "show", lambda words: None)
    monkeypatch.setattr(page.html, "text", lambda words, **_: None)
    return said


def overview(**changes) -> Overview:
    return Overview(**{**dict(period="2026", plans=(), own=None, directions={}, lines=(), register=0, listed=0,
                              list_year=2026, next_dates=()), **changes})


@pytest.mark.parametrize(("schools", "title"), [
    ((1, 1), []), ((1, 1, 21), ["Ещё долги: 21 отчёт"]), ((1, 1, 2, 3), ["Ещё долги: 5 отчётов"])])
def test_only_reports_past_their_day_are_folded_and_counted_as_reports(drawn, schools, title):
    """Four older months and those of the list: six stand open; what is due on the day or later is no debt."""
    older = [debt(1, date(2026, month, 1), date(2026, month, 25)) for month in (1, 2, 3, 4)]
    others = [debt(n, date(2026, 5 + place, 1), date(2026, 5 + place, 25)) for place, n in enumerate(schools)]
    today, ahead = debt(1, NOV, DUE), debt(2, date(2026, 12, 1), date(2026, 12, 25))
    page.today(session(DUE), overview(), (), (*older, *others, ahead, today))
    months = ["январь", "февраль", "март", "апрель", "май", "июнь", "ноябрь", "декабрь"]
    assert [line.split(", срок")[0] for line in drawn["open"]] == [f"Ждём отчёт за {month}" for month in months]
    assert (drawn["title"], len(drawn["folded"])) == (title, len(schools) - 2)


def test_questions_of_schools_stand_among_reports_by_their_day(drawn):
    def question(n: int, day: date) -> SimpleNamespace:
        return SimpleNamespace(school_id="Ш1", card=None, need=f"просьба {n}", answer_by=day, answer="")
    asked = [question(n, date(2026, 11, 20 + n)) for n in range(1, 8)]
    page.today(session(date(2026, 11, 24)), overview(), asked, (debt(1, OCT, date(2026, 10, 26)), debt(1)))
    days = [line.split(":")[0] for line in drawn["open"]]
    assert days == ["Ждём отчёт за октябрь, срок был 26.10.2026", *(f"Ответить до {n}.11.2026" for n in range(21, 25)),
                    "Ждём отчёт за ноябрь, срок 25.11.2026", "Ответить до 25.11.2026",
                    "и ещё 2 вопроса школ без ответа"]


def test_roadmaps_of_the_running_year_that_are_not_there_are_named(drawn):
    card = SchoolCard("Ш05", "МБОУ ООШ № 5", 5, "", None, None, (), ())
    page.today(session(date(2027, 1, 11)), overview(without_plan=(None, card)))
    assert drawn["open"] == ["Дорожных карт на 2027 год в базе нет: муниципалитет, МБОУ ООШ № 5. Составить из "
                             "прошлогодних: Приём отчётов, кнопка «Карта на новый год»"]


def test_lines_about_reports_stand_by_their_day():
    """The marks of the first term were due before the report of the same month, the rest of it has a later day."""
    [(card, cell)] = debt(1).waiting
    part = replace(debt(1), waiting=(), partial=((card, replace(cell, state="partial", missing=("Педагоги",),
                                                                due=date(2026, 12, 4))),))
    found = lines(date(2026, 11, 26), part, debt(2), replace(debt(1, due=date(2026, 11, 12)), form="quarter"))
    assert [line[:20] for line in found] == ["Ждём итоги I четверт", "Ждём отчёт за ноябрь", "Отчёт за ноябрь сдан"]


@pytest.mark.parametrize(("schools", "day", "said"), [
    pytest.param(1, date(2026, 11, 26), "Ждём отчёт за ноябрь, срок был 25.11.2026: СОШ № 1", id="past-its-day"),
    pytest.param(2, DUE, "Ждём отчёт за ноябрь, срок сегодня: СОШ № 1, СОШ № 2", id="on-its-day"),
    pytest.param(2, date(2026, 11, 24), "Ждём отчёт за ноябрь, срок 25.11.2026: СОШ № 1, СОШ № 2", id="before"),
    pytest.param(6, DUE, "Ждём отчёт за ноябрь, срок сегодня: СОШ № 1, СОШ № 2, СОШ № 3, СОШ № 4, СОШ № 5, СОШ № 6",
                 id="six-are-named"),
    pytest.param(8, DUE, "Ждём отчёт за ноябрь, срок сегодня: СОШ № 1, СОШ № 2, СОШ № 3, СОШ № 4, СОШ № 5 и ещё от 3 "
                         "школ", id="many"),
])
def test_who_is_awaited(schools, day, said):
    assert lines(day, debt(schools)) == [said]


def test_old_debts_stay_beside_the_awaited_month():
    assert lines(date(2027, 1, 11), debt(1, OCT, date(2026, 10, 26)), debt(1, date(2027, 1, 1), date(2027, 1, 25))) == [
        "Ждём отчёт за октябрь 2026 года, срок был 26.10.2026: СОШ № 1",
        "Ждём отчёт за январь, срок 25.01.2027: СОШ № 1"]


def test_of_a_report_in_part_the_missing_sheets_are_named():
    [(card, cell)] = debt(1).waiting
    part = replace(debt(1), waiting=(), partial=((card, replace(cell, state="partial", missing=("Педагоги",))),))
    assert lines(DUE, part) == ["Отчёт за ноябрь сдан не весь: СОШ № 1, ждём лист «Педагоги»"]


@pytest.mark.parametrize(("n", "said"), [
    (1, "Школа: нет сведений по 1 сроку"), (21, "Школа: нет сведений по 21 сроку"),
    (23, "Школа: нет сведений по 23 срокам")])
def test_deadlines_without_a_word_are_called_deadlines(n, said):
    """Грачёвка has 23 of them and 20 activities."""
    parts = page._no_report(SimpleNamespace(day=DUE, today=DUE, past=False), "Школа", n, {"period": "2022"})
    assert "".join(part.text if isinstance(part, Link) else part for part in parts) == said

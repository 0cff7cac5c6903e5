"""«Сегодня»: who is awaited, whom to answer, what comes; in words a person reads in the morning."""

import re
from dataclasses import replace
from datetime import date
from html import unescape
from types import SimpleNamespace

import pytest

from shnor.service.centre.schools import SchoolCard
from shnor.service.month.debts import Debt
from shnor.service.month.owed import Cell
from shnor.service.pages.overview import Coming, Overview
from shnor.service.pages.recommendations import Advice
from shnor.service.pages.sent import Sent
from shnor.service.pages.turn import APPOINTED, Turn, Turning
from shnor.ui.kit.html import Link, Marked
from shnor.ui.screens.overview import today

SEP, OCT, NOV, DUE = (*(date(2026, month, 1) for month in (9, 10, 11)), date(2026, 11, 25))


def card(n: int) -> SchoolCard:
    return SchoolCard(f"Ш{n}", f"СОШ № {n}", n, "", None, None, (), ())


def debt(schools: int, month: date = NOV, due: date = DUE, form: str = "month") -> Debt:
    return Debt(form, month, due, tuple(
        (card(n), Cell(f"Ш{n}", form, month, "waiting", due)) for n in range(1, schools + 1)), ())


def partial(sheets: tuple[str, ...]) -> Debt:
    return replace(debt(0), partial=((card(12), Cell("Ш12", "month", NOV, "partial", DUE, missing=sheets)),))


def session(day: date = date(2026, 11, 27), changes: bool = True, **about: str) -> SimpleNamespace:
    return SimpleNamespace(day=day, today=day, past=False, state=0, changes=changes,
                           store=SimpleNamespace(about=lambda: about))


def text(cell) -> str:
    """What is read; what is of an older month in stars."""
    if isinstance(cell, Marked):
        return f"*{text(cell.text)}*"
    if isinstance(cell, Link):
        return text(cell.text)
    return cell.replace("\u00a0", " ") if isinstance(cell, str) else "".join(map(text, cell))


def lines(owing: Debt, day: date = date(2026, 11, 27)) -> list[str]:
    cards = [card(n) for n in range(1, 20)]
    return [text(line) for line in today._debt(session(day), owing, Sent((), (SEP, OCT, NOV), (owing,)), cards)]


@pytest.mark.parametrize(("owing", "said"), [
    pytest.param(debt(1), ["отчёт за ноябрь, срок был 25.11: № 1"], id="past-its-day"),
    pytest.param(debt(2, OCT, date(2026, 10, 26)), ["*отчёт за октябрь*, срок был 26.10: № 1, № 2"], id="old"),
    pytest.param(debt(7), ["отчёт за ноябрь, срок был 25.11: 7 школ"], id="many"),
    pytest.param(debt(21), ["отчёт за ноябрь, срок был 25.11: 21 школа"], id="twenty-one"),
    pytest.param(debt(1, due=date(2026, 11, 12), form="quarter"), ["итоги I четверти, срок был 12.11: № 1"],
                 id="marks"),
    pytest.param(partial(("Педагоги",)), ["отчёт за ноябрь: № 12 без листа «Педагоги»"], id="a-sheet"),
    pytest.param(partial(("Педагоги", "Месяц")), ["отчёт за ноябрь: № 12 без листов «Педагоги» и «Месяц»"],
                 id="sheets")])
def test_who_is_awaited(owing, said):
    assert lines(owing) == said


@pytest.mark.parametrize(("day", "said"), [(DUE, "срок сегодня"), (date(2026, 11, 24), "срок 25.11")])
def test_before_its_day_a_report_is_no_debt(day, said):
    assert lines(debt(1), day) == [f"отчёт за ноябрь, {said}: № 1"]


def test_a_school_without_a_number_goes_by_its_name():
    school = SchoolCard("Ш1", "Октябрьская СОШ", None, "", None, None, (), ())
    assert today.short(school, "Ш1") == "Октябрьская СОШ"


@pytest.mark.parametrize(("changes", "owing", "address"), [
    pytest.param(True, debt(1), "/upload?remind=%D0%A81&month=2026-11", id="one-school"),
    pytest.param(True, debt(2), "/upload?remind=all&month=2026-11", id="several"),
    pytest.param(False, debt(2), "", id="who-writes-no-letters")])
def test_the_text_of_a_reminder_is_seen_before_it_is_taken(changes, owing, address):
    asked = session()
    asked.changes = changes
    drawn = unescape(str(today._reminder(asked, Sent((), (OCT, NOV), (owing,)))))
    assert re.findall("href='([^']*)'", drawn) == [address] * bool(address)


@pytest.mark.parametrize(("owing", "said"), [
    pytest.param((debt(8),), "Ждём 8", id="nothing-came"),
    pytest.param((debt(8), partial(("Педагоги",))), "Ждём 8, дополнить 1", id="some-in-part"),
    pytest.param((partial(("Педагоги",)),), "Дополнить 1", id="in-part-alone")])
def test_what_came_in_part_is_not_counted_among_what_is_awaited(owing, said, monkeypatch):
    monkeypatch.setattr(today, "_reminder", lambda *_: "")
    drawn = str(today._awaited(session(), Sent((), (OCT, NOV), owing), [card(n) for n in range(1, 20)]))
    assert f"<h4>{said}</h4>" in drawn


@pytest.mark.parametrize(("coming", "said"), [
    ((), None), ((Coming(date(2026, 11, 30), 6, 5),), "30.11: 6 сроков у 5 школ"),
    ((Coming(date(2026, 11, 30), 1, 1),), "30.11: 1 срок у 1 школы"),
    ((Coming(date(2026, 11, 30), 21, 0),), "30.11: 21 срок у центра"),
    ((Coming(date(2026, 12, 31), 1, 1),), None)])
def test_deadlines_of_the_week(coming, said, monkeypatch):
    told = []
    monkeypatch.setattr(today, "_piece", lambda title, number, lines, *more: told.extend(map(text, lines)))
    data = Overview(period="2026", plans=(), own=None, directions={}, lines=(), register=0, listed=0, list_year=2026,
                    next_dates=(), coming=coming)
    today._week(session(), data, SimpleNamespace(coming=()))
    assert told == ([said] if said else [])


@pytest.mark.parametrize(("row", "said"), [
    ({"period": "2026-12-08", "school_codes": "Ш1"}, "08.12: выезд, № 1"),
    ({"period": "2026-12-08", "school_codes": "Ш1;Ш2;Ш3;Ш4"}, "08.12: выезд, 4 школы"),
    ({"period": "2026-12", "school_codes": None}, "декабрь 2026 года: выезд")])
def test_what_is_held_soon(row, said):
    event = today._event({**row, "day": date(2026, 12, 8), "event_kind": "выезд"}, {f"Ш{n}": card(n) for n in (1, 2)})
    assert text(event) == said


def test_roadmaps_of_the_running_year_that_are_not_there_are_named():
    data = Overview(period="2026", plans=(), own=None, directions={}, lines=(), register=0, listed=0, list_year=2026,
                    next_dates=(), without_plan=(None, card(5)))
    drawn = today._without_plan(session(date(2027, 1, 11)), data)
    assert "Дорожных карт нет на 2027 год" in drawn.striptags().replace("\u00a0", " ")


@pytest.mark.parametrize(("advice", "said"), [
    pytest.param((("open", date(2026, 12, 10)), ("open", date(2026, 12, 1))), "Рекомендации 2 01.12: № 5, «Проба»",
                 id="the-nearest"),
    pytest.param((("late", date(2026, 11, 20)),), "Рекомендации срок прошёл, выполнение не подтверждено: 1", id="past"),
    pytest.param((("open", date(2026, 12, 28)), ("open", None), ("done", date(2026, 12, 1))), "",
                 id="far-without-a-day-done")])
def test_the_next_recommendation_is_named_when_its_day_is_near(advice, said):
    bare = dict.fromkeys(Advice.__dataclass_fields__)
    given = [Advice(**{**bare, "text": "Проба", "school": "№ 5", "number": "1", "standing": standing, "due": due})
             for standing, due in advice]
    body = re.sub(r"\s+", " ", unescape(re.sub("<[^>]*>", " ", str(today._advice(session(), given)))))
    assert body.replace(" ,", ",").strip() == said


def turning(n: int, change: str) -> Turning:
    return Turning(card(n), change, None, (), {role: () for role in APPOINTED}, True, "", (), 0)


def of_list(since: date) -> Turn:
    schools = turning(8, "enters"), turning(3, "leaves"), turning(9, "stays")
    return Turn(since, (since,), (2027,), schools, "", 0, True)


@pytest.mark.parametrize(("turn", "said"), [
    pytest.param(of_list(date(2027, 1, 1)), "Новый перечень с 01.01 входит: № 8 · выходит: № 3 · "
                 "наставник не назначен: № 8, № 9", id="ahead"),
    pytest.param(of_list(date(2026, 1, 1)), "", id="begun"), pytest.param(None, "", id="no-list")])
def test_a_list_that_is_ahead_is_named(turn, said):
    made = re.sub(r"<[^>]+>", " ", today._turn(session(), turn)).replace("\u00a0", " ")
    assert " ".join(made.split()).replace(" ,", ",") == said

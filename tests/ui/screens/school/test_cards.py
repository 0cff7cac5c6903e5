"""What the cards of a school say is needed now, how we help, what came in which month."""

from datetime import date
from types import SimpleNamespace

import pytest

from shnor.service.figures.roadmap import Deadline
from shnor.service.month.owed import Cell
from shnor.ui.kit import block
from shnor.ui.screens.school import cards, months

DAY = date(2026, 11, 27)
SESSION = SimpleNamespace(day=DAY, today=DAY, past=False)


def deadline(place: int, standing: str, due: date) -> Deadline:
    bare = dict.fromkeys(Deadline.__dataclass_fields__)
    return Deadline(**{**bare, "number": f"1.{place}", "activity": "Семинар", "due_date": due, "standing": standing,
                       "src": place})


def data(**lists) -> SimpleNamespace:
    return SimpleNamespace(**{**dict(no_report=(), not_done=(), awaited=(), ahead=(), plans=("карта",)), **lists})


def said(shown: SimpleNamespace, owing=()) -> list[str]:
    return [" ".join(filter(None, (f"{line.due:%d.%m}" if line.due else "", block.words(line.words)))).replace(
        "\u00a0", " ") for line in cards.needed(SESSION, shown, owing)]


@pytest.mark.parametrize(("part", "standing", "n", "last"), [
    pytest.param("no_report", "нет сведений", 6, "31.10 сообщить о 1.6 «Семинар»: нет сведений", id="without-a-word"),
    pytest.param("not_done", "не выполнено", 6, "31.10 1.6 «Семинар»: не выполнено", id="not-done"),
    pytest.param("no_report", "нет сведений", 7, "и ещё 1 срок: нет сведений", id="of-seven-one-is-counted"),
    pytest.param("not_done", "не выполнено", 10, "и ещё 4 срока: не выполнено", id="of-ten-four-are-counted"),
    pytest.param("ahead", "впереди", 3, "31.10 1.3 «Семинар»", id="three-ahead-are-named"),
    pytest.param("ahead", "впереди", 4, "и ещё 1 срок впереди", id="of-four-ahead-one-is-counted"),
    pytest.param("ahead", "впереди", 9, "и ещё 6 сроков впереди", id="of-nine-ahead-six-are-counted")])
def test_a_list_that_is_cut_says_so(part, standing, n, last):
    rows = tuple(deadline(place, standing, date(2026, 10, 31)) for place in range(1, n + 1))
    assert said(data(**{part: rows}))[-1] == last


def test_old_debts_of_reports_stand_first():
    cells = [Cell("Ш09", "month", date(2026, month, 1), "waiting", date(2026, month, 25)) for month in (10, 11)]
    shown = data(no_report=(deadline(1, "нет сведений", date(2026, 11, 9)),), awaited=(
        deadline(2, "выполнено, документ ожидается", date(2026, 9, 1)),), ahead=(
        deadline(3, "впереди", date(2026, 12, 15)),))
    assert said(shown, cells) == [
        "25.10 сдать отчёт за октябрь", "25.11 сдать отчёт за ноябрь", "09.11 сообщить о 1.1 «Семинар»: нет сведений",
        "документ ожидается: 1.2", "15.12 1.3 «Семинар»"]


def test_what_is_late_is_counted_and_what_lies_ahead_is_not():
    soon = Cell("Ш09", "month", date(2026, 12, 1), "waiting", date(2026, 12, 25))
    lines = cards.needed(SESSION, data(ahead=(deadline(1, "впереди", date(2026, 12, 15)),)), [soon])
    assert [line.late for line in lines] == [False, False]


@pytest.mark.parametrize(("cell", "sign", "told"), [
    pytest.param({"state": "accepted", "came": date(2026, 10, 23)}, "✔", "октябрь 2026: принято 23.10.2026",
                 id="in-time"),
    pytest.param({"state": "accepted", "came": date(2026, 11, 2)}, "◷", "октябрь 2026: принято позже срока 02.11.2026",
                 id="late"),
    pytest.param({"state": "accepted", "came": date(2026, 11, 2), "by_list": True}, "✔", "октябрь 2026: принято",
                 id="in-a-list"),
    pytest.param({"state": "partial"}, "◐", "октябрь 2026: сдано частично, срок 26.10.2026", id="in-part"),
    pytest.param({"state": "waiting"}, "…", "октябрь 2026: ждём, срок 26.10.2026", id="awaited"),
    pytest.param({"state": "not_required", "came": date(2026, 11, 2)}, "–", "октябрь 2026: не требуется",
                 id="not-required"),
    pytest.param({"state": "accepted", "came": date(2026, 12, 2)}, "…", "октябрь 2026: ждём, срок 26.10.2026",
                 id="came-after-the-day-of-the-page"),
    pytest.param({"state": "accepted", "month": date(2026, 12, 1)}, "", "декабрь 2026: впереди",
                 id="a-month-after-the-day-of-the-page"),
    pytest.param({"state": "waiting", "month": date(2026, 12, 1)}, "", "декабрь 2026: впереди", id="to-come")])
def test_a_month_has_a_sign_and_a_word(cell, sign, told):
    row = str(months.row(SESSION, [Cell(**{"school_id": "Ш05", "form": "month", "month": date(2026, 10, 1),
                                           "due": date(2026, 10, 26), **cell})]))
    assert f"aria-hidden='true'>{sign}</b>" in row
    assert f"title='{told}'" in row


def test_a_school_that_is_asked_for_nothing_has_no_row_of_months():
    assert months.row(SESSION, []) == ""

"""One list of states: a sign never stands without its words, whatever screen it is on."""

from datetime import date

import pytest

from shnor.datasets.arrival import ARRIVALS
from shnor.service.month.owed import Cell
from shnor.ui.kit import states
from shnor.ui.kit.html import Link

NOV, DAY, DUE = date(2026, 11, 1), date(2026, 11, 27), date(2026, 11, 25)


def cell(state: str, day: int = 0, **more) -> Cell:
    return Cell("Ш05", "month", NOV, state, more.pop("due", DUE), came=date(2026, 11, day) if day else None, **more)


@pytest.mark.parametrize(("one", "text"), [
    pytest.param(cell("accepted", 24), "✔ 24.11", id="in-time"),
    pytest.param(cell("accepted", 26), "◷ 26.11, позже срока", id="late"),
    pytest.param(cell("accepted", 23, unchanged=True), "✔ 23.11, без изменений", id="unchanged"),
    pytest.param(cell("accepted", 30, by_list=True), "✔ 30.11, из свода", id="list-of-the-centre"),
    pytest.param(cell("partial", 24, missing=("Педагоги",)), "◐ нет листа «Педагоги»", id="partial"),
    pytest.param(cell("partial", 24, missing=("Месяц", "Педагоги")), "◐ нет листов «Месяц», «Педагоги»", id="two"),
    pytest.param(cell("questions", questions=1), "? 1\u00a0вопрос", id="one-question"),
    pytest.param(cell("questions", questions=21), "? 21\u00a0вопрос", id="twenty-one"),
    pytest.param(cell("waiting"), "… ждём", id="past-its-day"),
    pytest.param(cell("waiting", due=date(2026, 11, 30)), "… ждём до 30.11", id="before-its-day"),
    pytest.param(cell("waiting", questions=0), "◎ файл прочитан, ещё не принят", id="ready-in-the-tray"),
    pytest.param(cell("moved", due=date(2026, 12, 4)), "… перенесено до 04.12", id="moved"),
    pytest.param(cell("handed_in", beside=date(2026, 11, 24)), "↓ прислано 24.11, ждёт приёма", id="from-the-school"),
    pytest.param(cell("unseen", beside=date(2026, 11, 29)), "◔ принято, школа знакомится, откроется 29.11",
                 id="unseen"),
    pytest.param(cell("not_required", why="первый месяц в перечне"), "– не требуется: первый месяц в перечне",
                 id="why"),
    pytest.param(cell("not_required", why="в этом месяце форму не собираем"), "– не требуется", id="summer"),
    pytest.param(cell("not_required", 3), "✓ 03.11, не требовалось", id="came-all-the-same"),
    pytest.param(cell("not_asked"), "–", id="not-asked"), pytest.param(None, "–", id="no-form")])
def test_a_cell_as_a_sign_and_its_words(one, text):
    assert states.text(one, DAY) == text


def test_who_hears_a_cell_hears_its_due_day():
    assert states.in_words(cell("waiting"), DAY) == "ждём, срок был 25.11"
    assert states.in_words(cell("accepted", 26), DAY) == "принято 26.11, позже срока"


@pytest.mark.parametrize(("cells", "line"), [
    pytest.param([*(cell("accepted", day) for day in (23, 24, 25, 26)), cell("questions", questions=3),
                  cell("partial", 24), cell("waiting")],
                 "ждали 7 · принято 4 (в срок 3) · есть вопросы 1 · сдано частично 1 · ждём 1", id="wireframe"),
    pytest.param([cell("accepted", 24), cell("accepted", 30, by_list=True), cell("moved")],
                 "ждали 3 · принято 2 (в срок 1, из свода 1) · перенесено 1", id="list-and-letter"),
    pytest.param([cell("waiting", questions=0), cell("waiting")],
                 "ждали 2 · принято 0 · прочитано, можно принять 1 · ждём 1", id="ready-in-the-tray"),
    pytest.param([cell("not_required")], "не требуется", id="summer")])
def test_the_line_of_sums_adds_up(cells, line):
    assert states.sums(cells) == line
    assert sum(states.counts(cells).values()) == sum(one.state != "not_required" for one in cells)


def test_a_square_says_its_words_and_leads_on():
    shown = states.square(cell("waiting"), DAY, Link("", "upload", (("remind", "Ш05"),)), about="МБОУ ООШ № 5")
    assert "href='/upload?remind=%D0%A805'" in shown
    assert shown.count("МБОУ ООШ №\u00a05: ждём, срок был 25.11") == 2
    assert shown.endswith(">…</a>")


def test_a_bar_keeps_the_order_of_the_list_and_leaves_out_what_is_not_there():
    shown = states.bar({"waiting": 1, "accepted": 4, "questions": 0, "partial": 2}, "ждали 7")
    assert [part.split("<b>")[1].split("</b>")[0] for part in shown.split("<span")[1:]] == ["✔ 4", "◐ 2", "… 1"]


def test_every_state_has_its_shade_and_its_sign():
    from shnor.ui.server.translation import style_sheet
    assert [state for state in ARRIVALS if f".shnor-state-{state}" not in style_sheet()] == []
    awaited = [ARRIVALS[state].sign for state in ARRIVALS if state not in ("moved", "not_asked")]
    assert len(awaited) == len({*awaited})

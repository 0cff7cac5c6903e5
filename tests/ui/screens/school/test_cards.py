"""What the cards of a school say is needed now, how we help, what came in which month."""

import re
from datetime import date
from types import SimpleNamespace

import pytest

from shnor.service.figures.roadmap import Deadline
from shnor.service.month.owed import Cell
from shnor.service.pages.recommendations import Advice
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


def said(lines) -> list[str]:
    return [" ".join(filter(None, (f"{line.due:%d.%m}" if line.due else "", block.words(line.words)))).replace(
        "\u00a0", " ") for line in lines]


def needed(shown: SimpleNamespace, owing=()) -> str:
    """The card without its tags."""
    return re.sub(r"\s+", " ", re.sub("<[^>]*>", " ", str(cards._needed(SESSION, shown, owing)))).strip()


@pytest.mark.parametrize(("part", "standing", "n", "group", "folded"), [
    pytest.param("no_report", "нет сведений", 5, "Срок прошёл: 5 мероприятий", "", id="five-stand-open"),
    pytest.param("not_done", "не выполнено", 7, "Срок прошёл: 7 мероприятий", "ещё 2 строки ▸", id="of-seven-two-fold"),
    pytest.param("not_done", "не выполнено", 46, "Срок прошёл: 46 мероприятий", "и ещё 1 строка",
                 id="of-very-many-some-counted"),
    pytest.param("ahead", "впереди", 2, "Впереди: 2 мероприятия", "", id="two-ahead-stand-open"),
    pytest.param("ahead", "впереди", 9, "Впереди: 9 мероприятий", "ещё 7 строк ▸", id="of-nine-ahead-seven-fold"),
    pytest.param("awaited", "выполнено, документ ожидается", 1, "Документ ожидается: 1", "", id="one-document-open"),
    pytest.param("awaited", "выполнено, документ ожидается", 4, "Документ ожидается: 4", "ещё 3 строки ▸",
                 id="of-four-documents-three-fold")])
def test_the_number_of_a_group_counts_its_lines_folded_ones_too(part, standing, n, group, folded):
    due = date(2026, 12, 15) if part == "ahead" else date(2026, 10, 31)
    text = needed(data(**{part: tuple(deadline(place, standing, due) for place in range(1, n + 1))}))
    assert text.startswith(f"Сейчас нужно {group}")
    assert folded in text if folded else "ещё" not in text
    assert text.count("«Семинар»") == min(n, cards.NAMED + cards.SHOWN)


@pytest.mark.parametrize(("reports", "events", "head"), [
    pytest.param(1, 14, "Срок прошёл: 14 мероприятий и 1 отчёт", id="both"),
    pytest.param(2, 1, "Срок прошёл: 1 мероприятие и 2 отчёта", id="words-agree"),
    pytest.param(0, 2, "Срок прошёл: 2 мероприятия", id="no-reports"),
    pytest.param(1, 0, "Срок прошёл: 1 отчёт", id="no-events")])
def test_the_head_names_events_and_reports_apart(reports, events, head):
    cells = [Cell("Ш09", "month", date(2026, month, 1), "waiting", date(2026, month, 25))
             for month in range(10, 10 + reports)]
    rows = tuple(deadline(place, "не выполнено", date(2026, 1, 31)) for place in range(events))
    first = "сдать отчёт за октябрь" if reports else "1.0 «Семинар»"
    assert re.match(rf"Сейчас нужно {head} \d\d\.\d\d\.2026 {first}", needed(data(not_done=rows), cells))


def test_of_what_is_past_its_day_reports_stand_first_then_in_order_of_days():
    cells = [Cell("Ш09", "month", date(2026, month, 1), "waiting", date(2026, month, 25)) for month in (10, 11)]
    shown = data(no_report=(deadline(1, "нет сведений", date(2026, 11, 9)),), awaited=(
        deadline(2, "выполнено, документ ожидается", date(2026, 9, 1)),), ahead=(
        deadline(3, "впереди", date(2026, 12, 15)),))
    past, ahead = cards.needed(SESSION, shown, cells)
    assert said(past) == ["25.10 сдать отчёт за октябрь", "25.11 сдать отчёт за ноябрь",
                          "09.11 сообщить о 1.1 «Семинар»: нет сведений"]
    assert said(ahead) == ["15.12 1.3 «Семинар»"]
    assert "Документ ожидается: 1 01.09.2026 1.2 «Семинар»" in needed(shown, cells)


@pytest.mark.parametrize(("due", "standing", "words"), [
    pytest.param(date(2026, 11, 26), "late", "26.11 рекомендация «Проба»: выполнение не подтверждено",
                 id="past"),
    pytest.param(date(2026, 12, 27), "open", "27.12 рекомендация «Проба»", id="in-thirty-days"),
    pytest.param(date(2026, 12, 28), "open", "", id="later"), pytest.param(None, "open", "", id="without-a-day"),
    pytest.param(date(2026, 11, 26), "done", "", id="done")])
def test_a_recommendation_is_needed_when_its_day_is_near(due, standing, words):
    bare = dict.fromkeys(Advice.__dataclass_fields__)
    one = Advice(**{**bare, "text": "Проба", "source": "выезд", "due": due, "standing": standing, "upload_id": 1,
                    "sheet": "", "cell": "A1"})
    past, ahead = cards.needed(SESSION, data(), (), (one,))
    assert said([*past, *ahead]) == ([words] if words else [])


@pytest.mark.parametrize(("due", "late"), [(date(2026, 11, 26), True), (DAY, False), (date(2026, 12, 25), False)])
def test_a_report_is_late_the_day_after_its_last(due, late):
    past, ahead = cards.needed(SESSION, data(), [Cell("Ш09", "month", date(2026, 11, 1), "waiting", due)])
    assert (bool(past), bool(ahead)) == (late, not late)


@pytest.mark.parametrize(("cell", "sign", "told"), [
    pytest.param({"state": "accepted", "came": date(2026, 10, 23)}, "✔", "октябрь 2026: принято 23.10.2026",
                 id="in-time"),
    pytest.param({"state": "accepted", "came": date(2026, 11, 2)}, "◷", "октябрь 2026: принято позже срока 02.11.2026",
                 id="late"),
    pytest.param({"state": "accepted", "came": date(2026, 11, 2), "by_list": True}, "✔", "октябрь 2026: принято",
                 id="in-a-list"),
    pytest.param({"state": "partial"}, "◐", "октябрь 2026: сдано частично, срок 26.10.2026", id="in-part"),
    pytest.param({"state": "waiting"}, "…", "октябрь 2026: ждём, срок 26.10.2026", id="awaited"),
    pytest.param({"state": "not_required"}, "–", "октябрь 2026: не требуется", id="not-required"),
    pytest.param({"state": "not_required", "came": date(2026, 11, 2)}, "✓",
                 "октябрь 2026: прислано, не требовалось, 02.11.2026", id="came-unasked"),
    pytest.param({"state": "not_required", "came": date(2026, 12, 2)}, "–", "октябрь 2026: не требуется",
                 id="came-unasked-after-the-day-of-the-page"),
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


def test_a_report_the_school_has_not_seen_says_from_which_day_on():
    unseen = Cell("Ш05", "month", date(2026, 11, 1), "unseen", date(2026, 11, 25), beside=date(2026, 11, 30))
    row = re.sub("<[^>]+>", " ", str(months.row(SESSION, [unseen]))).replace("\u00a0", " ")
    assert "ноябрь 2026: принято, школа знакомится, откроется 30.11" in row


def test_a_school_that_is_asked_for_nothing_has_no_row_of_months():
    assert months.row(SESSION, []) == ""

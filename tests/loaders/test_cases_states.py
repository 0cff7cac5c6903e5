"""States as schools write them: state, day, number and document are taken, what is unclear is asked."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shnor.datasets import PROGRESS
from shnor.loaders.types import KEEP
from shnor.loaders.words.states import explained, possible_states
from shnor.periods import last_day
from tests.loaders.made import checked, grid, records, reports
from tests.loaders.made import said as issues
from tests.loaders.month.test_marks import returned

STEMS = PROGRESS["status"].stems
NOVEMBER, TODAY = date(2026, 11, 1), date(2026, 11, 27)


@pytest.mark.parametrize(("text", "state"), [
    ("проведено", "done"), ("провели", "done"), ("Проведён", "done"), ("вып.", "done"), ("вып", "done"), ("+", "done"),
    ("да", "done"), ("Да.", "done"), ("✓", "done"), ("сделано", "done"), ("ГОТОВО", "done"), ("100 %", "done"),
    ("выполнено в полном объёме", "done"), ("состоялось", "done"),
    ("в процессе", "in_progress"), ("частично", "in_progress"), ("выполнено частично", "in_progress"),
    ("в стадии разработки", "in_progress"), ("продолжается", "in_progress"),
    ("перенесено на март", "moved"), ("нет, перенесено на 15.01", "moved"), ("отложено", "moved"),
    ("не проведено, перенесли на 12.12", "moved"),
    ("не проводилось", "not_done"), ("нет", "not_done"), ("не выполнено", "not_done"), ("ещё не проведено", "not_done"),
    ("отменено", "dropped"), ("снято с контроля", "dropped"),
    ("Да, изменений нет", "unchanged"), ("изменений не было", "unchanged"), ("нет изменений", "unchanged"),
    ("Без изменений.", "unchanged"), ("ничего не изменилось", "unchanged"),
], ids=str)
def test_states_that_mean_one_thing(text, state):
    assert (possible_states(text, STEMS).codes, possible_states(text, STEMS).sure) == ((state,), True)


@pytest.mark.parametrize(("text", "likely"), [
    ("почти выполнено", ["in_progress", "done"]), ("будет проведено 25.12", ["in_progress", "done"]),
    ("выполнено на 50 %", ["in_progress", "done"]), ("готово на четверть", ["in_progress", "done"]),
    ("проведено 2 из 3", ["in_progress", "done"]), ("сделано, осталось два класса", ["in_progress", "done"]),
    ("проведено, перенесено с октября", ["moved", "done"]),
    ("в процессе, первый этап проведён", ["in_progress", "done"]),
], ids=str)
def test_states_in_doubt_are_asked_the_likeliest_first(text, likely):
    result = reports(("1.1", text))
    assert issues(result) == [("D2", "unknown-choice")]
    titles = [PROGRESS["status"].choices[code] for code in likely]
    assert [choice.value for choice in result.issues[0].choices][:2] == titles


@pytest.mark.parametrize(("text", "status"), [
    ("не вып.", "not_done"), ("Не начато", "not_done"), ("ещё не ведётся", "not_done"), ("не готово", "not_done"),
    ("не в полном объёме", "in_progress"), ("начато", "in_progress"), ("изменения отсутствуют", "unchanged"),
    ("Изменений нет, не вып.", "unchanged"), ("в ходе реализации", "in_progress"), ("исполняется", "in_progress"),
    ("прежнее состояние", "unchanged"), ("сдвинули на 05.12", "moved"), ("проводили 5-го ноября", "done"),
], ids=str)
def test_a_word_behind_a_negation_is_the_opposite(text, status):
    result = reports(("1.1", text, "18.11.2026"))
    assert (issues(result), records(result, "status")) == ([], [(status,)])


@pytest.mark.parametrize("text", ["х", "?", "см. отчёт", "нет необходимости"])
def test_what_names_no_state_is_asked(text):
    assert issues(reports(("1.1", text))) == [("D2", "unknown-choice")]


@pytest.mark.parametrize(("text", "day", "number", "document"), [
    ("проведено 23.01", date(2026, 1, 23), None, None),
    ("проведено 23.01.26", date(2026, 1, 23), None, None),
    ("выполнено 18 ноября, писали 9 чел.", date(2026, 11, 18), 9, None),
    ("Провели 18.11.2026 г., 12 педагогов", date(2026, 11, 18), 12, None),
    ("проведено с 10 по 15 ноября, участвовали 14 педагогов", date(2026, 11, 15), 14, None),
    ("выполнено 18.11, справка № 7 от 19.11.2026", date(2026, 11, 18), None, "справка № 7 от 19.11.2026"),
    ("провели 11.11, 2 семинара", date(2026, 11, 11), 2, None),
    ("проведено 18.11, 5 занятий", date(2026, 11, 18), 5, None),
    ("18.11 провели три урока, всего 3 раза", date(2026, 11, 18), 3, None),
    ("проведено 18.11 на 3 уроке", date(2026, 11, 18), None, None),
    ("выполнено 12.10 и 18.11", None, None, None), ("проведено, 12 чел. и 14 чел.", None, None, None),
], ids=str)
def test_what_a_sentence_tells(text, day, number, document):
    result = reports(("1.1", text))
    assert records(result, "status", "done_date", "done_value", "document", "note") == [
        ("done", day, number, document, text)]
    assert {code for _, code in issues(result)} <= {"done-without-date", "outside-month", "which-number"}


def test_of_two_numbers_the_one_of_the_plan_is_asked():
    rows = (("1.1", "провели 11.11, 2 семинара, 14 чел."),)
    asked = reports(*rows)
    assert (issues(asked), records(asked, "done_value")) == ([("D2", "which-number")], [(None,)])
    assert [choice.label for choice in asked.issues[0].choices] == ["2", "14", "Не записывать"]
    for choice, value in zip(asked.issues[0].choices, (2, 14, None), strict=True):
        answered = reports(*rows, answers={asked.issues[0].key: choice.value})
        assert (issues(answered), records(answered, "done_value")) == ([], [(value,)])
    assert issues(reports(("1.1", "провели 2 семинара, 14 чел.", "11.11.2026", 2))) == []


def test_cells_of_their_own_are_not_written_over():
    result = reports(("1.1", "проведено 23.01, 9 чел.", "18.11.2026", 3, "приказ № 1", "в школе"))
    assert records(result, "done_date", "done_value", "document", "note") == [
        (date(2026, 11, 18), 3.0, "приказ № 1", "проведено 23.01, 9 чел.; в школе")]


def test_a_list_without_a_column_of_days():
    result = checked(grid(("Школа", "Месяц", "№", "Состояние"),
                          ("МБОУ ООШ № 5", "ноябрь 2026", "1.1", "провели 18.11")))
    assert (issues(result), records(result, "status", "done_date")) == ([], [("done", date(2026, 11, 18))])


@pytest.mark.parametrize(("text", "month", "today", "days"), [
    pytest.param("проведено 23.01", NOVEMBER, TODAY, ["2026-01-23"], id="the-year-of-the-report"),
    pytest.param("проведено 25.12", date(2027, 1, 1), date(2027, 1, 29), ["2026-12-25"], id="the-month-before"),
    pytest.param("проведено 02.12", NOVEMBER, date(2026, 12, 5), ["2026-12-02", "2025-12-02"], id="just-after"),
    pytest.param("проведено 05.12", NOVEMBER, TODAY, ["2026-12-05", "2025-12-05"], id="long-before"),
    pytest.param("проведено 29.02", date(2027, 3, 1), date(2027, 3, 5), [], id="no-such-day"),
])
def test_the_year_of_a_day_comes_from_the_month_of_the_report(text, month, today, days):
    assert [f"{day}" for day in explained(text, "done", month, today).days] == days


@pytest.mark.parametrize(("text", "taken", "asked"), [
    ("перенесено на 15.01", date(2027, 1, 15), False), ("перенесено на 20 ноября", date(2026, 11, 20), False),
    ("перенесено на март", date(2027, 3, 31), True), ("перенесено на март 2027 г.", date(2027, 3, 31), True),
    ("перенесено на 25.10", date(2027, 10, 25), True),
])
def test_where_something_was_moved_to(text, taken, asked):
    result = reports(("1.1", text))
    assert records(result, "status", "done_date") == [("moved", taken)]
    assert issues(result) == ([("D2", "which-day")] if asked else [])
    if asked:
        other = result.issues[0].choices[1].value
        answered = reports(("1.1", text), answers={("Лист1", "день в строке 2"): other})
        assert (issues(answered), f"{records(answered, 'done_date')[0][0]:%d.%m.%Y}") == ([], other)


@pytest.mark.parametrize("text", ["да", "+", "Да, изменений нет", "изменений не было", "нет изменений",
                                  "Без изменений"])
def test_nothing_new_in_any_wording(text):
    result = returned({"B7": text})
    assert (issues(result), set(records(result, "status"))) == ([], {("unchanged",)})


def test_a_bare_no_beside_nothing_new_is_asked():
    assert issues(returned({"B7": "нет"})) == [("B7", "nothing-new-doubt")]
    assert set(records(returned({"B7": "нет"}, answers={("Месяц", "B7"): "да"}), "status")) == {("unchanged",)}


def test_sentences_in_the_workbook_of_a_month():
    result = returned({"F13": "провели 18.11, 9 чел.", "F15": "перенесли на 20.12"})
    assert records(result, "number", "status", "done_date", "done_value") == [
        ("2.4", "done", date(2026, 11, 18), 9.0), ("2.4", "moved", date(2026, 12, 20), None)]


@pytest.mark.parametrize(("text", "status"), [
    ("школа ШНОР", "shnor"), ("в зоне риска с 2025 г.", "risk_zone"), ("проект 500 +", "project_500"),
    ("школа с низкими результатами", "shnor")])
def test_lists_a_school_is_on(text, status):
    result = checked(grid(("Школа", "Статус", "С даты"), ("МБОУ ООШ № 5", text, "01.01.2026")))
    assert (issues(result), records(result, "status", "note")[0][0]) == ([], status)


@pytest.mark.parametrize(("text", "state", "code"), [
    ("проведено", "held", None), ("не состоялось", "cancelled", None), ("провели", "held", None),
    ("запланировано на 12.12", None, "unknown-choice")])
def test_events_held_or_not(text, state, code):
    result = checked(grid(("Дата", "Вид", "Тема", "Участников", "Состояние"),
                          ("18.11.2026", "семинар", "ВПР", 5, text)))
    assert [issue for _, issue in issues(result)] == ([code] if code else [])
    if state:
        assert records(result, "state") == [(state,)]


@pytest.mark.parametrize("dash", ["-", "–", "—", " — "])
@pytest.mark.parametrize(("answer", "asked", "kept"), [
    pytest.param(None, [("D2", "status-dash")], [("1.2", "in_progress")], id="asked"),
    pytest.param(KEEP, [], [("1.2", "in_progress")], id="nothing-known"),
    pytest.param("не выполнено", [], [("1.1", "not_done"), ("1.2", "in_progress")], id="answered")])
def test_a_dash_for_a_state_is_asked(dash, answer, asked, kept):
    result = reports(("1.1", dash), ("1.2", "выполняется"), answers={("Лист1", "D2"): answer} if answer else {})
    assert (issues(result), records(result, "number", "status")) == (asked, kept)


@pytest.mark.parametrize(("cells", "asked"), [
    pytest.param({"F13": "—", "F14": "выполняется"}, [("F13", "status-dash")], id="alone"),
    pytest.param({"F13": "-", "G13": "18.11.2026", "F14": "выполняется"}, [("F13", "status-dash")], id="dated"),
    pytest.param({"F13": "-", "B7": "да"}, [], id="nothing-new")])
def test_a_dash_in_the_form_of_a_month_is_asked(cells, asked):
    result = returned(cells)
    assert issues(result) == asked
    assert [status for status, in records(result, "status")] == (["in_progress"] if asked else ["unchanged"] * 3)


@pytest.mark.parametrize(("head", "row", "state"), [
    pytest.param(("Дата", "Вид", "Тема", "Участников", "Состояние"), ("18.11.2026", "семинар", "ВПР", 5), "held",
                 id="events"),
    pytest.param(("Школа", "Когда", "Программа", "Человек", "Состояние"), ("МБОУ ООШ № 5", "октябрь 2026", "ФГОС", 5),
                 "done", id="courses")])
def test_a_dash_for_a_state_that_would_be_assumed_is_asked(head, row, state):
    assert issues(checked(grid(head, (*row, None)))) == []
    result = checked(grid(head, (*row, "—")))
    assert ([code for _, code in issues(result)], records(result, "state")) == (["state-dash"], [(state,)])


DONE = st.sampled_from(["проведено", "Провели", "выполнено", "сделано", "Состоялось", "Да,"])


@given(DONE, st.dates(date(2026, 1, 1), TODAY),
       st.sampled_from(["{:%d.%m}", "{:%d.%m.%Y}", "{:%d.%m.%y}", "({:%d.%m})"]),
       st.integers(1, 500), st.sampled_from(["", ", {} чел.", ", писали {} чел", "; участвовали {} человек"]))
def test_every_sentence_comes_back(word, day, shape, number, tail):
    text = f"{word} {shape.format(day)}{tail.format(number)}"
    assert possible_states(text, STEMS).codes == ("done",)
    found = explained(text, "done", NOVEMBER, TODAY)
    assert (found.days, found.numbers) == ((day,), (number,) if tail else ())


@given(st.dates(date(2020, 1, 1), date(2030, 12, 31)), st.dates(date(2026, 1, 1), date(2026, 12, 31)))
def test_a_day_of_a_report_is_never_after_today_alone(day, month):
    month = month.replace(day=1)
    days = explained(f"проведено {day:%d.%m}", "done", month, last_day(month.year, month.month)).days
    assert all((one.day, one.month) == (day.day, day.month) for one in days)
    assert len(days) != 1 or days[0] <= last_day(month.year, month.month)


@given(st.text(max_size=60))
def test_nothing_raises(text):
    explained(text, "done", NOVEMBER, TODAY)
    explained(text, "moved", None, TODAY)
    assert isinstance(possible_states(text, STEMS).codes, tuple)

"""When a form is due, from which month a rule holds, and that rules survive the base."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shnor import periods, workdays
from shnor.errors import ShnorError
from shnor.service.month import forms
from shnor.service.month.forms import Forms, Rule

FIFTH = Rule("month", due="workday", n=5)
EVERY = tuple(range(1, 13))
RULES = st.builds(Rule, form=st.just("month"), due=st.sampled_from(["day", "workday", "before_end"]),
                  n=st.integers(1, 15), following=st.booleans(), back=st.booleans(), months=st.just(EVERY))
MONTHS = st.dates(date(2020, 1, 1), date(2027, 12, 31)).map(lambda day: day.replace(day=1))


def on(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(("rule", "month", "due"), [
    pytest.param(Rule("month"), "2026-11-01", "2026-11-25", id="wednesday"),
    pytest.param(Rule("month"), "2026-10-01", "2026-10-26", id="sunday-moves-on"),
    pytest.param(Rule("month", back=True), "2026-10-01", "2026-10-23", id="sunday-moves-back"),
    pytest.param(Rule("month", n=1, following=True), "2025-12-01", "2026-01-12", id="january-holidays"),
    pytest.param(Rule("month", n=31), "2026-02-01", "2026-03-02", id="short-month"),
    pytest.param(FIFTH, "2026-11-01", "2026-12-07", id="fifth-working-day"),
    pytest.param(FIFTH, "2025-12-01", "2026-01-16", id="fifth-working-day-of-january"),
    pytest.param(FIFTH, "2026-04-01", "2026-05-08", id="fifth-working-day-of-may"),
    pytest.param(Rule("month", due="before_end", n=3), "2026-11-01", "2026-11-27", id="days-before-the-end"),
    pytest.param(Rule("quarter", n=12), "2026-06-01", "2026-06-15", id="holiday-in-june"),
    pytest.param(Rule("month", n=5, following=True), "2024-10-01", "2024-11-05", id="day-after-a-holiday")])
def test_the_last_day_in_time(rule, month, due):
    assert rule.day(on(month)) == on(due)


@given(RULES, MONTHS)
def test_due_days_are_worked_and_go_on_from_month_to_month(rule, month):
    following = periods.containing("month", month).next().start
    assert workdays.is_working(rule.day(month))
    assert rule.day(month) < rule.day(following)


def test_nothing_is_asked_in_summer():
    shipped = Forms()
    assert [month for month in range(1, 13) if not shipped.asked("month", date(2026, month, 1))] == [6, 7, 8]
    assert [month for month in range(1, 13) if shipped.asked("quarter", date(2026, month, 1))] == [1, 4, 6, 11]


def test_a_rule_holds_from_its_month_on():
    later = forms.changed(Forms(), replace(FIFTH, since=on("2026-11-17")), approved=())
    dues = [later.due("month", on(month)) for month in ("2026-10-01", "2026-11-01", "2026-12-01")]
    assert dues == [on("2026-10-26"), on("2026-12-07"), on("2027-01-15")]
    assert later.due("quarter", on("2026-11-01")) == on("2026-11-12")


def test_a_newer_word_stands_over_what_was_said_for_later_months():
    first = forms.changed(Forms(), replace(FIFTH, since=on("2026-11-01")), approved=())
    again = forms.changed(first, Rule("month", since=on("2026-10-01"), n=20), approved=())
    assert again.due("month", on("2026-12-01")) == on("2026-12-21")


def test_a_month_told_twice_keeps_the_last_word():
    said = Forms()
    for n in (20, 22):
        said = forms.changed(said, Rule("month", since=on("2026-11-01"), n=n), approved=())
    assert [rule.n for rule in said.rules if rule not in forms.SHIPPED] == [22]


def test_a_rule_may_not_begin_with_the_approved_month_itself():
    with pytest.raises(ShnorError, match="Месяц утверждён: ноябрь 2026"):
        forms.changed(Forms(), Rule("month", since=on("2026-11-01"), n=20), approved=[on("2026-11-01")])


def test_an_approved_month_keeps_its_due_day():
    with pytest.raises(ShnorError, match="Месяц утверждён: ноябрь 2026"):
        forms.changed(Forms(), replace(FIFTH, since=on("2026-10-01")), approved={on("2026-09-01"), on("2026-11-01")})
    assert forms.changed(Forms(), replace(FIFTH, since=on("2026-12-01")), approved={on("2026-11-01")})


def test_work_that_begins_with_a_month_waits_for_nothing_before():
    begun = forms.changed(Forms(), Rule("month", since=on("2026-11-01"), n=20), approved=(), first=True)
    assert [begun.asked("month", on(month)) for month in ("2026-09-01", "2026-10-01", "2026-11-01")] == [
        False, False, True]
    assert begun.asked("quarter", on("2026-06-01"))
    assert forms.of({forms.KEY: forms.as_text(begun)}) == begun
    assert (forms.own(begun, "month"), forms.own(begun, "quarter")) == (True, False)


@pytest.mark.parametrize("wrong", [
    pytest.param(Rule("month", n=0), id="day-0"), pytest.param(Rule("month", n=32), id="day-32"),
    pytest.param(Rule("month", due="workday", n=16), id="sixteenth-working-day"),
    pytest.param(Rule("month", months=(0,)), id="month-0"), pytest.param(Rule("month", sheets=()), id="no-sheet")])
def test_a_rule_that_cannot_be_kept_is_refused(wrong):
    with pytest.raises(ShnorError):
        forms.check(wrong)


@given(RULES, MONTHS)
def test_rules_come_back_from_the_base_as_they_were(rule, since):
    kept = forms.changed(Forms(), replace(rule, since=since), approved=())
    assert forms.of({forms.KEY: forms.as_text(kept)}) == kept


@pytest.mark.parametrize("text", ["{", '[{"form": "month"}]', '[{"since": "завтра"}]'])
def test_unreadable_rules_are_a_sentence(text):
    with pytest.raises(ShnorError, match="Сроки форм"):
        forms.of({forms.KEY: text})


@pytest.mark.parametrize(("rule", "words"), [
    pytest.param(Rule("month"), "до 25-го числа", id="day"),
    pytest.param(Rule("month", n=5, following=True), "до 5-го числа следующего месяца", id="following"),
    pytest.param(FIFTH, "до 5-го рабочего дня следующего месяца", id="workday"),
    pytest.param(Rule("month", due="before_end", n=3), "за 3\u00a0дня до конца месяца", id="before-end"),
    pytest.param(Rule("month", due="before_end", n=0), "до последнего дня месяца", id="last-day"),
    pytest.param(Rule("month", months=()), "не собираем", id="never")])
def test_rules_in_words(rule, words):
    assert forms.in_words(rule) == words


@pytest.mark.parametrize(("rule", "day", "month"), [
    pytest.param(Rule("month"), "2026-11-27", "2026-11-01", id="this-month"),
    pytest.param(FIFTH, "2026-12-04", "2026-11-01", id="last-month-is-due-in-this"),
    pytest.param(FIFTH, "2026-09-04", "2026-09-01", id="nothing-of-summer"),
    pytest.param(Rule("month", n=31), "2026-02-03", "2026-02-01", id="moved-over-the-border-and-past"),
    pytest.param(Rule("month", n=31), "2026-06-01", "2026-05-01", id="moved-over-the-border-and-not-past")])
def test_whose_month_is_awaited(rule, day, month):
    assert Forms((rule,)).awaited_month(on(day)) == on(month)


@pytest.mark.parametrize(("form", "month", "words"), [
    pytest.param("month", "2026-11-01", "отчёт за ноябрь", id="month"),
    pytest.param("quarter", "2026-11-01", "итоги I четверти", id="first"),
    pytest.param("quarter", "2026-06-01", "итоги IV четверти", id="fourth")])
def test_titles(form, month, words):
    assert forms.title(form, on(month)) == words


def test_a_moment_late_in_the_evening_belongs_to_the_next_day_here():
    assert Forms().local(datetime(2026, 11, 25, 21, 30, tzinfo=UTC)) == on("2026-11-26")


@pytest.mark.parametrize(("rule", "day", "found"), [
    pytest.param(Rule("month"), "2026-11-25", [("2026-11-01", "2026-11-25"), ("2026-12-01", "2026-12-25")], id="today"),
    pytest.param(Rule("month"), "2026-11-27", [("2026-12-01", "2026-12-25"), ("2027-01-01", "2027-01-25")], id="past"),
    pytest.param(FIFTH, "2026-11-02", [("2026-10-01", "2026-11-09"), ("2026-11-01", "2026-12-07")], id="last-months"),
    pytest.param(Rule("month", months=()), "2026-11-27", [], id="not-collected")])
def test_the_next_due_days_have_not_passed(rule, day, found):
    assert forms.coming(Forms((rule,)), "month", on(day), 2) == [(on(month), on(due)) for month, due in found]

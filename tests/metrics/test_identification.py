"""The rules of identification on small tables: 30 % exactly is «не менее»; which clause holds, by how many people."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from shnor.metrics import norms
from shnor.metrics.identification import Work, between, duration, judge, reaches, risks, rule_on
from shnor.metrics.norms import SHIPPED, Norm

DAY = date(2026, 11, 27)
RULE = rule_on(SHIPPED, date(2025, 12, 31))
ALL = replace(RULE, together=True)
OLD = rule_on(SHIPPED, date(2022, 12, 31))


def vpr(k, n, year=2025, subject="математика", grade="6"):
    return Work("ВПР", "", subject, grade, year, k, n)


def oge(k, n, year=2025, stage="main"):
    return Work("ОГЭ", stage, "математика", "9", year, k, n)


@pytest.mark.parametrize(("k", "n", "holds", "people"), [
    pytest.param(299, 1000, False, 1, id="29.9"),
    pytest.param(300, 1000, True, 1, id="30-exactly"),
    pytest.param(3, 10, True, 1, id="three-of-ten"),
    pytest.param(2, 7, False, 1, id="28.6"),
    pytest.param(3, 9, True, 1, id="a-third"),
    pytest.param(8, 20, True, 3, id="three-fewer-and-it-would-not"),
    pytest.param(0, 20, False, 6, id="six-more"),
    pytest.param(1, 1, True, 1, id="one-person"),
    pytest.param(0, 0, False, 0, id="nobody-wrote"),
    pytest.param(3, 11, False, 1, id="27.3"),
])
def test_thirty_per_cent_in_whole_people(k, n, holds, people):
    assert (reaches(k, n, Fraction(30)), between(k, n, Fraction(30))) == (holds, people)


def test_a_share_with_a_fraction_is_exact():
    row = Norm(norms.RULE, norms.SHARE, 33.3, "%", DAY, "приказ", own=True)
    assert (reaches(333, 1000, row.exact), reaches(332, 1000, row.exact)) == (True, False)


def test_the_rules_are_those_of_their_documents():
    assert (OLD.share, OLD.works, OLD.repeated, OLD.stage, OLD.procedures, OLD.subjects) == (
        30, 2, False, "main", ("ВПР", "ОГЭ", "ЕГЭ"), ("русский язык", "математика"))
    assert (RULE.share, RULE.works, RULE.repeated, RULE.together, RULE.subjects) == (30, 2, True, False, ())
    assert (OLD.main.confidence, RULE.main.confidence) == ("unofficial", "unofficial")
    assert rule_on(SHIPPED, date(2024, 6, 1)) is None  # no text of these years was seen


@pytest.mark.parametrize(("rule", "works", "meets", "held"), [
    pytest.param(RULE, [], None, set(), id="no-works"),
    pytest.param(RULE, [vpr(0, 0)], None, set(), id="nobody-wrote"),
    pytest.param(RULE, [vpr(2, 7), vpr(0, 7, 2024)], False, set(), id="below"),
    pytest.param(RULE, [vpr(4, 11), vpr(0, 7, 2024)], False, set(), id="one-procedure"),
    pytest.param(RULE, [vpr(2, 7)], None, set(), id="below-and-the-year-before-is-not-loaded"),
    pytest.param(RULE, [vpr(4, 11)], None, set(), id="one-procedure-and-the-year-before-is-not-loaded"),
    pytest.param(RULE, [oge(4, 11), vpr(0, 7, 2024)], None, set(), id="another-procedure-alone-is-loaded"),
    pytest.param(ALL, [vpr(2, 7)], False, set(), id="all-fails-by-the-year-itself"),
    pytest.param(RULE, [vpr(4, 11), oge(3, 8)], True, {"works"}, id="two-procedures"),
    pytest.param(RULE, [vpr(3, 10), vpr(3, 10, grade="7")], True, {"works"}, id="two-grades-30-exactly"),
    pytest.param(RULE, [vpr(4, 11), vpr(4, 11, subject="русский язык"), vpr(4, 11, 2024)], True,
                 {"works", "repeated"}, id="both"),
    pytest.param(RULE, [vpr(4, 11), vpr(5, 12, 2024)], True, {"repeated"}, id="the-same-two-years"),
    pytest.param(RULE, [vpr(4, 11), vpr(4, 11, 2023)], None, set(), id="with-a-year-between"),
    pytest.param(RULE, [vpr(4, 11), vpr(5, 12, 2024, grade="7")], False, set(), id="another-grade-is-not-the-same"),
    pytest.param(RULE, [vpr(4, 11, 2024), oge(4, 11, 2024)], None, set(), id="only-the-year-before"),
    pytest.param(ALL, [vpr(4, 11), oge(3, 8), vpr(0, 9, 2024), oge(0, 9, 2024)], False, {"works"},
                 id="all-wants-both-a"),
    pytest.param(ALL, [vpr(4, 11), oge(3, 8)], None, {"works"}, id="all-and-the-year-before-is-not-loaded"),
    pytest.param(ALL, [vpr(4, 11), vpr(5, 12, 2024)], False, {"repeated"}, id="all-wants-both-b"),
    pytest.param(ALL, [vpr(4, 11), oge(3, 8), oge(3, 8, 2024)], True, {"works", "repeated"}, id="all-has-both"),
    pytest.param(RULE, [vpr(4, 11), oge(3, 8, stage="additional"), vpr(0, 9, 2024)], False, set(),
                 id="another-stage"),
    pytest.param(RULE, [vpr(4, 11), Work("Отметки за четверть", "", "физика", "9", 2025, 9, 9), vpr(0, 9, 2024)], False,
                 set(),
                 id="marks-are-no-procedure"),
    pytest.param(OLD, [vpr(4, 11), vpr(5, 12, 2024), oge(2, 8)], False, set(), id="2020-knows-no-second-year"),
    pytest.param(OLD, [vpr(4, 11), vpr(4, 11, subject="биология")], False, set(), id="2020-two-subjects-alone"),
    pytest.param(OLD, [vpr(4, 11), Work("ЕГЭ", "main", "Математика базовая", "11", 2025, 3, 10)], True, {"works"},
                 id="2020-two-procedures"),
])
def test_which_clause_holds(rule, works, meets, held):
    found = judge(rule, works, 2025)
    assert (found.meets, {clause.id for clause in found.clauses if clause.holds}) == (meets, held)


@pytest.mark.parametrize(("rule", "works", "small"), [
    pytest.param(RULE, [vpr(3, 10), oge(3, 9)], True, id="one-of-two-by-nine"),
    pytest.param(RULE, [vpr(3, 10), oge(3, 10)], False, id="both-by-ten"),
    pytest.param(RULE, [vpr(3, 10), oge(3, 9), vpr(3, 10, grade="7")], False, id="two-of-three-by-ten"),
    pytest.param(RULE, [vpr(3, 10), vpr(3, 9, 2024)], True, id="nine-the-year-before"),
    pytest.param(RULE, [vpr(3, 10), vpr(3, 10, 2024)], False, id="ten-in-both-years"),
    pytest.param(RULE, [vpr(3, 9)], False, id="does-not-meet"),
    pytest.param(ALL, [vpr(3, 10), vpr(3, 10, 2024), oge(3, 9)], True, id="all-and-one-clause-by-nine"),
])
def test_fewer_than_ten_are_no_conclusion(rule, works, small):
    assert judge(rule, works, 2025).small is small


def test_a_clause_shows_its_figures():
    repeated = judge(RULE, [vpr(4, 11), vpr(5, 12, 2024), vpr(1, 20, grade="8")], 2025)
    assert [(one.year, one.k, one.n) for one in repeated.clauses[1].works] == [(2025, 4, 11), (2024, 5, 12)]
    assert len(repeated.looked) == 2


def test_a_region_writes_its_own_rule():
    own = [Norm(norms.RULE, name, value, "", date(2026, 1, 1), "приказ края", own=True)
           for name, value in ((norms.SHARE, 25), (norms.TOGETHER, 1), (norms.STAGE, 1))]
    made = rule_on((*SHIPPED, *own), DAY)
    assert (made.share, made.works, made.together, made.stage, made.main.document) == (
        25, 2, True, "reserve", "приказ края")


@pytest.mark.parametrize(("works", "left", "ids"), [
    pytest.param([vpr(4, 11)], None, ["one"], id="one-at-the-threshold"),
    pytest.param([vpr(2, 10), vpr(2, 10, grade="7")], None, ["near"], id="20-exactly-in-two"),
    pytest.param([vpr(199, 1000), vpr(299, 1000, grade="7")], None, [], id="19.9"),
    pytest.param([vpr(299, 1000), vpr(2, 10, grade="7")], None, ["near"], id="29.9-is-still-near"),
    pytest.param([vpr(0, 11)], date(2025, 12, 31), ["left"], id="left-within-a-year"),
    pytest.param([vpr(0, 11)], date(2025, 11, 26), [], id="left-more-than-a-year-ago"),
    pytest.param([vpr(4, 11), oge(3, 8)], None, [], id="reaches-the-rule-itself"),
    pytest.param([], date(2025, 12, 31), ["left"], id="left-and-wrote-nothing"),
])
def test_the_zone_of_risk(works, left, ids):
    found = risks(judge(RULE, works, 2025), SHIPPED, left=left, day=DAY)
    assert [one.id for one in found] == ids


@pytest.mark.parametrize(("years", "expected"), [
    pytest.param([], (0, 0, None, False, 0), id="never"),
    pytest.param([2026], (1, 1, 2026, False, 1), id="first-year"),
    pytest.param([2025, 2026], (2, 2, 2025, False, 2), id="second-in-a-row"),
    pytest.param([2023, 2024, 2025, 2026], (4, 4, 2023, False, 3), id="fourth-is-three-and-more"),
    pytest.param([2023, 2026], (1, 2, 2023, True, 1), id="with-a-break"),
    pytest.param([2024, 2025], (0, 2, 2024, False, 0), id="left"),
    pytest.param([2027], (0, 0, None, False, 0), id="to-come"),
])
def test_years_of_lists(years, expected):
    found = duration(years, 2026)
    assert (found.running, found.total, found.first, found.broken, found.group) == expected

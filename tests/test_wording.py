"""Russian words around numbers; every answer typed by hand."""

import ast
import csv
import re
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shnor import nouns, wording, wording_time
from shnor.wording import counted, number, percent

PACKAGE = Path(wording.__file__).parent
HALF_UP = Path(__file__).parent / "metrics" / "data" / "percent_half_up.tsv"


@pytest.mark.parametrize(("counts", "text"), [
    pytest.param({"видеоконференция": 3, "вебинар": 6, "практико-ориентированный семинар": 8},
                 "8 практико-ориентированных семинаров, 6 вебинаров, 3 видеоконференции", id="seed-of-2024"),
    pytest.param({"практико-ориентированный семинар": 2, "вебинар": 1, "видеоконференция": 1},
                 "2 практико-ориентированных семинара, 1 вебинар, 1 видеоконференция", id="seed-of-2023"),
    pytest.param({"методическая сессия": 2}, "2 методические сессии", id="feminine-few"),
    pytest.param({"семинар": 21, "консультация": 112}, "21 семинар, 112 консультаций", id="21-and-112"),
    pytest.param({"хакатон": 3, "мастер-класс": 12}, "12 мастер-классов, хакатон — 3", id="unknown-kind-last"),
    pytest.param({"семинар": 0, "вебинар": 1}, "1 вебинар", id="none-is-left-out"),
    pytest.param({}, "", id="nothing"),
])
def test_events_in_a_sentence(counts, text):
    assert wording.events(counts).replace(wording.NBSP, " ") == text


@pytest.mark.parametrize(("k", "n", "text"), [
    pytest.param(7, 8, "7 из 8 (88 %)", id="below"), pytest.param(8, 8, "8 из 8 (100 %)", id="the-whole-plan"),
    pytest.param(12, 10, "12 при плане 10", id="over-the-plan-has-no-percent"),
    pytest.param(0, 8, "0 из 8 (0 %)", id="nothing-held"),
])
def test_of_plan(k, n, text):
    assert wording.of_plan(k, n).replace(wording.NBSP, " ") == text


@pytest.mark.parametrize(("counts", "text"), [
    pytest.param({"семинар": 1}, "проведён", id="masculine"), pytest.param({"семинар": 21}, "проведён", id="21"),
    pytest.param({"методическая сессия": 101}, "проведена", id="feminine"),
    pytest.param({"совещание": 1}, "проведено", id="neuter"), pytest.param({"семинар": 5}, "проведено", id="several"),
    pytest.param({"семинар": 1, "вебинар": 0}, "проведён", id="none-of-another-kind"),
    pytest.param({"семинар": 1, "вебинар": 1}, "проведено:", id="two-kinds"),
    pytest.param({"хакатон": 1}, "проведено:", id="unknown-kind")])
def test_the_word_before_events(counts, text):
    assert wording.held(counts) == text


@pytest.mark.parametrize("n", [1, 21, 101])
def test_verbs_of_one(n):
    assert [wording.verb(n, word) for word in nouns.VERBS] == [one for one, _ in nouns.VERBS.values()]


@pytest.mark.parametrize("n", [0, 2, 5, 11, 12, 111, 112])
def test_verbs_of_several(n):
    assert [wording.verb(n, word) for word in nouns.VERBS] == [*nouns.VERBS]


@pytest.mark.parametrize(("people", "staff", "text"), [
    pytest.param(17, 11, "; в школе 11 педагогов: проверьте числа", id="more-than-work-there"),
    pytest.param(11, 11, "", id="all"), pytest.param(3, None, "", id="staff-not-known"),
    pytest.param(3, 0, "", id="staff-empty"), pytest.param(2, 1, "; в школе 1 педагог: проверьте числа", id="one")])
def test_more_people_than_the_school_has(people, staff, text):
    assert wording.beyond_staff(people, staff).replace(wording.NBSP, " ") == text


@pytest.mark.parametrize(("text", "expected"), [
    pytest.param(counted(21, "мероприятие"), "21 мероприятие", id="21"),
    pytest.param(f"по {counted(21, 'мероприятие', 'dat')}", "по 21 мероприятию", id="dative"),
    pytest.param(counted(1234, "строка"), "1 234 строки", id="thousands"),
    pytest.param(counted(1.5, "день"), "1,5 дня", id="fraction"),
    pytest.param(f"из {counted(33, 'выполненное мероприятие', 'gen')}", "из 33 выполненных мероприятий", id="33"),
    pytest.param(f"из {counted(21, 'выполненное мероприятие', 'gen')}", "из 21 выполненного мероприятия",
                 id="singular-genitive"),
])
def test_counted(text, expected):
    assert text.replace(wording.NBSP, " ") == expected


@pytest.mark.parametrize(("k", "n", "text"), [
    pytest.param(1, 3, "33 %", id="a-third"), pytest.param(15, 19, "79 %", id="15-of-19"),
    pytest.param(1, 8, "13 %", id="half-goes-up"), pytest.param(1, 200, "0,5 %", id="one-decimal-from-200"),
    pytest.param(198, 199, "99 %", id="199-stays-whole"), pytest.param(199, 200, "99,5 %", id="not-quite-all"),
    pytest.param(96, 421, "22,8 %", id="96-of-421"), pytest.param(421, 421, "100,0 %", id="all-of-421"),
    pytest.param(0, 5, "0 %", id="none"), pytest.param(0, 0, "нет данных", id="nobody"),
    pytest.param(15, 12, "проверьте числа", id="more-than-the-whole"),
])
def test_percent(k, n, text):
    assert percent(k, n).replace(wording.NBSP, " ") == text


def test_percent_agrees_with_published_rounding():
    with HALF_UP.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    for row in rows:
        text = percent(int(row["count"]), int(row["denominator"]), digits=0)
        assert text.replace(wording.NBSP, "") == row["published_percent"], row


@pytest.mark.parametrize(("value", "digits", "text"), [
    pytest.param(1234567.5, None, "1 234 567,5", id="thousands"), pytest.param(16.0, None, "16", id="whole"),
    pytest.param(-3, None, "−3", id="minus-sign"), pytest.param(2.675, 2, "2,68", id="half-up-as-written"),
    pytest.param(0, 1, "0,0", id="zero"), pytest.param(100, None, "100", id="hundred"),
])
def test_number(value, digits, text):
    assert number(value, digits).replace(wording.NBSP, " ") == text


def figure(status, numerator=0, denominator=None, value=None, unit="доля",
           about=False, most=False):
    return SimpleNamespace(status=status, numerator=numerator, denominator=denominator, value=value, unit=unit,
                           about=about, most=most)


@pytest.mark.parametrize(("shown", "text"), [
    pytest.param(figure("ok", 15, 19, 15 / 19), "15 из 19 (79 %)", id="share"),
    pytest.param(figure("small", 3, 8, 3 / 8), "3 из 8", id="small"),
    pytest.param(figure("ok", 27541, 125400, 0.2196, about=True), "≈ 27 541 из 125 400 (22,0 %)", id="near"),
    pytest.param(figure("ok", 8, 14, 8 / 14, most=True), "не более 8 из 14 (57 %)", id="ceiling"),
    pytest.param(figure("small", 3, 8, 3 / 8, most=True), "не более 3 из 8", id="small-ceiling"),
    pytest.param(figure("ok", 0, 14, 0.0, most=True), "0 из 14 (0 %)", id="nobody-is-no-ceiling"),
    pytest.param(figure("no_data", 0, 0, most=True), "нет данных", id="no-data-of-a-ceiling"),
    pytest.param(figure("small", 4, 5, 0.8, "доля плана"), "4 из 5", id="small-plan"),
    pytest.param(figure("small", 6, 5, 1.2, "доля плана"), "6 при плане 5", id="over-a-small-plan"),
    pytest.param(figure("no_report", 0, 19, 0.0), "нет сведений", id="no-report"),
    pytest.param(figure("no_data", 0, 0), "нет данных", id="no-data"),
    pytest.param(figure("ok", 16, unit="мероприятие"), "16 мероприятий", id="count"),
    pytest.param(figure("no_n", value=0.94), "94 %, число опрошенных не указано", id="percent-without-number"),
    pytest.param(figure("no_n", value=0.945), "94,5 %, число опрошенных не указано", id="percent-as-stated"),
    pytest.param(figure("ok", 15, 12, 1.25), "15 при общем числе 12 — проверьте числа", id="more-than-the-whole"),
    pytest.param(figure("small", 9, 8, 1.125), "9 при общем числе 8 — проверьте числа", id="more-than-a-small-whole"),
    pytest.param(figure("ok", 27, 6, 4.5, "балл"), "4,50 (6 участников)", id="a-mean-is-no-part"),
])
def test_figure_text(shown, text):
    assert wording.figure_text(shown).replace(wording.NBSP, " ") == text


@given(st.integers(0, 2000), st.integers(0, 2000), st.sampled_from(["ok", "small"]),
       st.sampled_from(["доля", wording.PLAN_SHARE]))
def test_a_part_never_passes_its_whole(k, n, status, unit):
    """Whatever the counts: no percentage above 100, and k ≤ n in every «k из n»."""
    shown = figure(status, k, n, k / n if n else None, unit)
    for text in (wording.figure_text(shown), wording.k_of_n(k, n), wording.percent(k, n), wording.of_plan(k, n)):
        plain = text.replace(wording.NBSP, "").replace(",", ".")
        assert all(float(share) <= 100 for share in re.findall(r"([\d.]+)%", plain)), text
        assert all(int(part) <= int(whole) for part, whole in re.findall(r"(\d+) из (\d+)", plain)), text
        assert (k > n > 0) <= (wording.CHECK in text or "при плане" in text), text


@pytest.mark.parametrize(("text", "expected"), [
    pytest.param(wording.day(date(2026, 11, 18)), "18.11.2026", id="day"),
    pytest.param(wording.day_in_words(date(2026, 11, 27)), "27 ноября 2026 года", id="in-words"),
    pytest.param(wording.month(date(2026, 11, 1)), "ноябрь 2026", id="month"),
    pytest.param(wording.days(date(2026, 11, 1), date(2026, 11, 30)), "01.11.2026–30.11.2026", id="days"),
    pytest.param(wording.days(date(2026, 11, 1), date(2026, 11, 1)), "01.11.2026", id="one-day"),
    pytest.param(wording.days_in_words(date(2026, 11, 1), date(2026, 11, 30)), "1–30 ноября 2026 года", id="a-month"),
    pytest.param(wording.days_in_words(date(2026, 10, 26), date(2026, 11, 1)), "26 октября — 1 ноября 2026 года",
                 id="over-a-month"),
    pytest.param(wording.days_in_words(date(2026, 12, 26), date(2027, 1, 10)),
                 "26 декабря 2026 года — 10 января 2027 года", id="over-a-year"),
    pytest.param(wording.span(5, 8), "5–8", id="span"),
])
def test_days(text, expected):
    assert text.replace(wording.NBSP, " ") == expected


@pytest.mark.parametrize(("day", "text"), [
    pytest.param(date(2026, 11, 24), "срок 25.11.2026", id="before"),
    pytest.param(date(2026, 11, 25), "срок сегодня", id="on-the-day"),
    pytest.param(date(2026, 11, 26), "срок был 25.11.2026", id="after")])
def test_a_due_day(day, text):
    assert wording_time.due(date(2026, 11, 25), day) == text


@pytest.mark.parametrize(("text", "expected"), [
    pytest.param(wording_time.no_rows(2027, 2026, 27), "в 2027 году записей нет; в 2026 — 27", id="with-the-number"),
    pytest.param(wording_time.no_rows(2027, 2026), "в 2027 году записей нет; показан 2026 год", id="without"),
    pytest.param(wording_time.in_year(2026, 2026), "в 2026 году", id="this-year"),
    pytest.param(wording_time.in_year(2027, 2026), "в 2027 году записей нет; в 2026 году", id="an-older-year")])
def test_a_year_without_rows(text, expected):
    assert text == expected


@pytest.mark.parametrize(("items", "text"), [
    pytest.param([], "", id="none"), pytest.param(["а"], "а", id="one"), pytest.param(["а", "б"], "а и б", id="two"),
    pytest.param(["а", "б", "в"], "а, б и в", id="three")])
def test_listed(items, text):
    assert wording.listed(items) == text


def test_schools_go_by_number_and_those_without_one_last():
    names = ["СОШ с. Ключи", "МАОУ СОШ № 11", "МБОУ ООШ № 5", "МБОУ СОШ № 2", "Гимназия № 11"]
    assert sorted(names, key=wording.by_number) == [
        "МБОУ СОШ № 2", "МБОУ ООШ № 5", "Гимназия № 11", "МАОУ СОШ № 11", "СОШ с. Ключи"]


def test_numbers_of_activities_go_part_by_part():
    assert sorted(["1.10", "2.1", "1.2", "1"], key=wording.by_number) == ["1", "1.2", "1.10", "2.1"]


def test_yo_follows_ye():
    assert sorted(["жук", "ёж", "еда", "Ель"], key=wording.by_letters) == ["еда", "Ель", "ёж", "жук"]


@pytest.mark.parametrize(("text", "expected"), [
    pytest.param("школа № 5", "школа №\u00a05", id="number-sign"), pytest.param("№7", "№\u00a07", id="without-space"),
    pytest.param("столбец «№»", "столбец «№»", id="the-sign-alone"),
    pytest.param("79 % из 19", "79\u00a0% из 19", id="percent"), pytest.param("79%", "79\u00a0%", id="percent-close")])
def test_typeset(text, expected):
    assert wording.typeset(text) == expected


def test_agreed_picks_the_verb():
    words = ("включена", "включены", "включено")
    assert [wording.agreed(n, *words) for n in (1, 2, 6, 21)] == ["включена", "включены", "включено", "включена"]


def nouns_said(path):
    """Words given as they stand to counted() and noun()."""
    for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        called = getattr(call, "func", None)
        if getattr(called, "attr", getattr(called, "id", "")) in ("counted", "noun"):
            yield from (word.value for word in call.args[1:2] if isinstance(word, ast.Constant))


def test_every_noun_the_screens_count_is_known():
    said = {word for path in PACKAGE.rglob("*.py") for word in nouns_said(path)}
    assert said - set(wording.NOUNS) == set()


@pytest.mark.parametrize(("code", "text"), [
    pytest.param("2026-11-18", "18.11.2026", id="day"), pytest.param("2026-11", "ноябрь 2026 года", id="month"),
    pytest.param("2026", "2026 год", id="year"),
    pytest.param("2026-10-26/2026-11-01", "26 октября — 1 ноября 2026 года", id="days-over-a-border"),
    pytest.param("2023-11-01/2023-12-31", "ноябрь–декабрь 2023 года", id="months"),
    pytest.param("2025-12-01/2026-01-31", "декабрь 2025 — январь 2026 года", id="months-over-a-year"),
])
def test_a_stored_period(code, text):
    assert wording.period(code).replace(wording.NBSP, " ") == text


def test_periods_of_different_length_are_compared_by_month():
    assert wording.monthly(17 / 12, 1) == "в среднем 1,4 в месяц против 1,0"


@pytest.mark.parametrize(("name", "said"), [
    pytest.param("по 6 школам перечня", " по 6 школам перечня", id="several"),
    pytest.param("МБОУ ООШ № 3", ", МБОУ ООШ № 3", id="one-by-its-name"), pytest.param("", "", id="none")])
def test_a_set_after_a_figure(name, said):
    assert wording.over(name) == said


def test_the_first_letter_alone_changes():
    assert [wording.capital(text) for text in ("итоги I четверти", "")] == ["Итоги I четверти", ""]
    assert [wording.small(text) for text in ("Доля отметок «2» (ВПР)", "")] == ["доля отметок «2» (ВПР)", ""]


@pytest.mark.parametrize(("n", "word"), [(1, "наступившего"), (2, "наступивших"), (11, "наступивших"),
                                         (19, "наступивших"), (21, "наступившего")])
def test_those_whose_day_has_come(n, word):
    assert wording_time.among_due(n) == f" {word}"


@pytest.mark.parametrize(("codes", "said"), [
    pytest.param(["2025/26"], "2025–2026 учебный год", id="one"),
    pytest.param(["2024/25", "2025/26"], "2024–2025 и 2025–2026 учебные годы", id="two"),
    pytest.param(["2023/24", "2024/25", "2025/26"], "три учебных года, с 2023–2024 по 2025–2026,", id="three"),
    pytest.param(["2022/23", "2024/25", "2025/26"], "2022–2023, 2024–2025 и 2025–2026 учебные годы", id="with-a-gap")])
def test_school_years_counted_together(codes, said):
    assert wording_time.school_years(codes) == said

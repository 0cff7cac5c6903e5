"""The page of surveys over a few typed answers: what stands beside what, and what is only said to be missing."""

from datetime import date

import pytest

from shnor.service.figures import sources
from shnor.service.figures.lines import LeftOut
from shnor.service.pages import surveys
from shnor.service.pages.surveys import Chosen
from shnor.ui.screens.surveys import words as ui
from tests.service.conftest import DAY, SCHOOLS, file

HEAD = ["Опрос", "Когда", "Школа", "Кто отвечал", "Вопрос", "Вариант ответа", "Выбрали", "Ответили на вопрос",
        "Доля, %", "Сколько опрашивали", "Положительный ответ", "Можно выбрать несколько",
        "Последний день ответов"]
LAST = {"ноябрь 2026": "20.11.2026"}
"""November is not over; what came in April counts from its last day."""
LISTED = [["Школа", "Статус", "Действует с", "Основание"],
          *([f"МБОУ ООШ № {number}", "ШНОР", "01.01.2026", "приказ № 1"] for number in (5, 9))]


def answers(wave, school, yes, base, *, invited="", audience="педагоги", question="Помощь адресная?"):
    head = ["Анкета", wave, school, audience, question]
    last = LAST.get(wave, "")
    return [[*head, "да", str(yes), str(base), "", invited, "да", "нет", last],
            [*head, "нет", str(base - yes), str(base), "", invited, "нет", "нет", last]]


SPRING = answers("апрель 2026", "МБОУ ООШ № 5", 7, 12)
AUTUMN = answers("ноябрь 2026", "МБОУ ООШ № 5", 9, 11, invited="13")
PERCENT = [["Анкета", "ноябрь 2026", "МБОУ ООШ № 9", "педагоги", "Помощь адресная?", "да", "", "", "94", "", "да", "",
            "20.11.2026"]]
SEVERAL = [["Анкета", "ноябрь 2026", "МБОУ ООШ № 5", "педагоги", "Что помогло?", option, count, "11", "", "", "", "да",
            "20.11.2026"]
           for option, count in (("Курсы", "8"), ("Другое", "2"), ("Семинары", "6"))]


@pytest.fixture
def beginning():
    return file("школы.csv", [*SCHOOLS, ["Ш01", "1", "МБОУ СОШ № 1"]]), file("перечень.csv", LISTED)


@pytest.fixture
def page(store, send):
    def made(*rows, **wanted):
        send(file("ответы.csv", [HEAD, *rows]))
        with store.view() as view:
            return surveys.build(view, Chosen(**wanted), day=DAY)
    return made


def counts(line):
    return [cell and (cell.figure.numerator, cell.figure.denominator) for cell in line.cells]


def test_waves_stand_beside_each_other_with_what_may_be_said(page):
    data = page(*SPRING, *AUTUMN)
    assert (data.waves, counts(data.total)) == (("2026-04", "2026-11"), [(7, 12), (9, 11)])
    assert (data.total.change.people, data.total.change.verdict) == (2, "open")
    assert [(line.name, line.school_id, counts(line)) for line in data.schools] == [
        ("МБОУ ООШ № 5", "Ш05", [(7, 12), (9, 11)])]
    assert counts(surveys.Line("", data.reach, None)) == [None, (11, 13)]


def test_waves_of_other_schools_are_not_compared(page):
    """№ 5 has not changed: 7 of 12 and 7 of 12; with № 9 before it would be 19 of 24."""
    same = answers("ноябрь 2026", "МБОУ ООШ № 5", 7, 12)
    data = page(*SPRING, *answers("апрель 2026", "МБОУ ООШ № 9", 12, 12), *same)
    assert (counts(data.total), data.total.change.verdict) == ([(7, 12), (7, 12)], "same")
    assert data.total.left_out == LeftOut((("МБОУ ООШ № 9", ("2026-11",)),), 1)


def test_waves_without_a_common_school_are_shown_apart(page):
    data = page(*answers("апрель 2026", "МБОУ ООШ № 9", 12, 12), *AUTUMN)
    assert (counts(data.total), data.total.change.verdict, data.total.set) == ([(12, 12), (9, 11)], "other", "")
    assert ui.changed(data, data.total) == (
        "Апрель 2026 → ноябрь 2026: 12 из 12 → 9 из 11; состав школ разный, сравнить нельзя.")


def test_answers_of_no_school_are_not_compared(page):
    data = page(*answers("апрель 2026", "", 7, 12), *answers("ноябрь 2026", "", 9, 11))
    assert (counts(data.total), data.total.change.verdict) == ([(7, 12), (9, 11)], "other")


def test_the_newest_wave_counts_every_school_of_the_list_the_series_those_that_have_all(page):
    data = page(*SPRING, *AUTUMN, *answers("ноябрь 2026", "МБОУ ООШ № 9", 8, 10, invited="12"))
    assert (data.now.figure.numerator, data.now.figure.denominator, data.now.figure.set) == (
        17, 21, "по 2\u00a0школам перечня 2026\u00a0года")
    assert (data.reached.figure.numerator, data.reached.figure.denominator) == (21, 25)
    assert (counts(data.total), data.total.set) == ([(7, 12), (9, 11)], "МБОУ ООШ № 5")
    assert counts(surveys.Line("", data.reach, None)) == [None, (11, 13)]
    assert [counts(line) for line in data.options] == [[(7, 12), (9, 11)], [(5, 12), (2, 11)]]


def test_schools_outside_the_list_and_answers_of_no_school_are_told(page, send, store):
    page(*AUTUMN, *answers("ноябрь 2026", "МБОУ СОШ № 1", 1, 12))
    send(file("без школы.csv", [HEAD, *answers("ноябрь 2026", "", 3, 12)]))
    with store.view() as view:
        data = surveys.build(view, Chosen(), day=DAY)
    assert (counts(data.total), data.outside, data.nowhere) == ([(9, 11)], 1, True)
    assert ui.apart(data).replace("\u00a0", " ") == (
        "Не посчитаны: 1 школа вне перечня и ответы, где школа не указана.")
    assert [line.school_id for line in data.schools] == ["Ш05"]
    assert [(line.name, counts(line)) for line in data.others] == [("МБОУ СОШ № 1", [(1, 12)])]


def test_where_nobody_of_the_list_answered_all_schools_are_counted(page):
    data = page(*answers("ноябрь 2026", "МБОУ СОШ № 1", 1, 12))
    assert (counts(data.total), data.outside) == ([(1, 12)], 0)
    assert ([line.school_id for line in data.schools], data.others) == (["Ш01"], ())


def test_a_change_says_the_same_in_every_table(page, store):
    """Every question of the group is one family, whichever is chosen."""
    rows = [one for question, yes in (("Помогла ли?", 60), ("Адресная ли?", 40)) for wave, less in (
        ("апрель 2026", 30), ("ноябрь 2026", 0)) for one in answers(
            wave, "МБОУ ООШ № 5", yes - less, 80, question=question)]
    page(*rows)
    for question in ("Помогла ли?", "Адресная ли?"):
        with store.view() as view:
            data = surveys.build(view, Chosen(question=question), day=DAY)
        [line] = [line for line in data.questions if line.name == question]
        [school] = data.schools
        assert line.change == data.total.change == school.change
        assert (line.change.verdict, line.change.family) == ("rise", 2)


def test_another_question_is_another_line_and_is_not_compared(page):
    data = page(*SPRING, *answers("ноябрь 2026", "МБОУ ООШ № 5", 9, 11, question="Помощь была адресной?"))
    assert [(line.name, counts(line), line.change) for line in data.questions] == [
        ("Помощь адресная?", [(7, 12), None], None), ("Помощь была адресной?", [None, (9, 11)], None)]


def test_a_percentage_is_named_and_takes_no_part(page):
    data = page(*AUTUMN, *PERCENT)
    assert counts(data.total) == [(9, 11)]
    assert [(one.school, one.percent, one.audience) for one in data.stated] == [("МБОУ ООШ № 9", 94.0, "педагоги")]
    assert (data.silent, data.listed) == ((), 2)


def test_percentages_of_two_schools_are_of_two_schools(page):
    five = [[PERCENT[0][0], PERCENT[0][1], "МБОУ ООШ № 5", *PERCENT[0][3:]]]
    [cell] = page(*PERCENT, *five).total.cells
    assert (cell.figure.status, cell.figure.set.replace("\u00a0", " ")) == ("no_n", "по 2 школам перечня 2026 года")


def test_who_of_the_list_has_not_answered(page):
    assert page(*AUTUMN).silent == ("МБОУ ООШ № 9",)


def test_who_answered_in_spring_has_not_answered_in_autumn(page):
    assert page(*answers("апрель 2026", "МБОУ ООШ № 9", 7, 12), *AUTUMN).silent == ("МБОУ ООШ № 9",)


def test_where_no_school_is_named_nobody_is_said_to_be_silent(page):
    assert page(*answers("ноябрь 2026", "", 9, 11)).silent == ()


def test_four_waves_stand_beside_each_other(page):
    months = ("январь", "март", "май", "сентябрь", "ноябрь")
    old = [[*PERCENT[0][:1], "январь 2026", *PERCENT[0][2:]]]
    data = page(*(row for month in months for row in answers(f"{month} 2026", "МБОУ ООШ № 5", 7, 12)), *old, *PERCENT)
    assert data.waves == ("2026-03", "2026-05", "2026-09", "2026-11")
    assert [one.wave for one in data.stated] == ["2026-11"]


def test_a_percentage_of_another_group_stands_among_the_waves_shown(page):
    managers = [["Анкета", "октябрь 2026", "МБОУ ООШ № 9", "руководители", *PERCENT[0][4:]]]
    assert [one.wave for one in page(*SPRING, *AUTUMN, *managers).stated] == ["2026-10"]


def test_counts_and_a_percentage_alone_are_not_compared(page):
    data = page(*SPRING, *PERCENT)
    assert ([cell.figure.status for cell in data.total.cells], data.total.change) == (["ok", "no_n"], None)


def test_several_choices_are_counted_apart(page):
    data = page(*SEVERAL, question="Что помогло?")
    assert (data.several, data.total) == (True, None)
    assert [(line.name, counts(line)) for line in data.options] == [
        ("Курсы", [(8, 11)]), ("Семинары", [(6, 11)]), ("Другое", [(2, 11)])]


def test_groups_of_people_are_never_mixed(page):
    managers = answers("ноябрь 2026", "МБОУ ООШ № 5", 2, 2, audience="руководители")
    data = page(*AUTUMN, *managers, audience="managers")
    assert (counts(data.total), [code for code, _ in data.choices["audience"]]) == ([(2, 2)], ["teachers", "managers"])


@pytest.mark.parametrize("wanted", [Chosen(), Chosen("нет", "parents", "никакой")], ids=["open", "unknown"])
def test_a_filter_nobody_set_shows_the_newest(page, store, wanted):
    page(*SPRING, *AUTUMN)
    with store.view() as view:
        assert surveys.build(view, wanted, day=DAY).chosen == Chosen("Анкета", "teachers", "Помощь адресная?")


def test_a_wave_after_the_day_is_not_shown(page, store):
    page(*SPRING, *AUTUMN)
    with store.view() as view:
        assert surveys.build(view, Chosen(), day=date(2026, 10, 31)).waves == ("2026-04",)
        assert surveys.build(view, Chosen(), day=date(2026, 3, 1)) == surveys.NOTHING


def test_a_number_leads_to_all_rows_of_its_question(page, store):
    [cell] = page(*AUTUMN).total.cells
    with store.view() as view:
        behind = sources.rows_behind(view, cell.figure.metric, as_of=DAY, where=cell.where, part="share")
    assert [(row.cells["option"], row.cells["answers"], row.origin.cell) for row in behind.rows] == [
        ("да", 9, "F2"), ("нет", 2, "F3")]
    assert [(figure.numerator, figure.denominator) for figure in behind.figures] == [(9, 11)]


def test_an_earlier_wave_is_shown_as_it_stood(page):
    data = page(*SPRING, *AUTUMN, wave="2026-04")
    assert (data.waves, data.chosen.wave, counts(data.total)) == (("2026-04",), "2026-04", [(7, 12)])
    assert (data.now.figure.numerator, data.choices["wave"]) == (
        7, (("2026-11", "2026-11"), ("2026-04", "2026-04")))


def test_one_school_stands_alone_and_says_what_the_table_of_schools_says(page, store):
    page(*SPRING, *AUTUMN, *answers("ноябрь 2026", "МБОУ ООШ № 9", 8, 10, invited="12"))
    with store.view() as view:
        alone = surveys.build(view, Chosen(schools="Ш05"), day=DAY)
        every = surveys.build(view, Chosen(), day=DAY)
    assert (counts(alone.total), alone.total.set) == ([(7, 12), (9, 11)], "МБОУ ООШ № 5")
    assert alone.total.change == every.schools[0].change
    assert ([line.school_id for line in alone.schools], alone.silent, alone.listed) == (["Ш05"], (), 1)


def test_all_schools_are_those_outside_the_list_too(page):
    data = page(*AUTUMN, *answers("ноябрь 2026", "МБОУ СОШ № 1", 1, 12), schools=surveys.EVERY)
    assert (counts(data.total), data.outside) == ([(10, 23)], 0)
    assert ([line.school_id for line in data.schools], data.others) == (["Ш01", "Ш05"], ())


def test_schools_and_sets_stand_beside_over_the_waves(page):
    nine = [*answers("апрель 2026", "МБОУ ООШ № 9", 5, 10), *answers("ноябрь 2026", "МБОУ ООШ № 9", 8, 10)]
    data = page(*SPRING, *AUTUMN, *nine, schools="Ш05", compare=("list", "Ш09", "Ш05", "Ш77"))
    assert [(line.name, counts(line)) for line in data.beside] == [
        ("школы перечня", [(12, 22), (17, 21)]), ("МБОУ ООШ № 9", [(5, 10), (8, 10)])]
    assert [(name, cell.figure.numerator) for name, cell in data.nearby] == [("школы перечня", 17), ("МБОУ ООШ № 9", 8)]


def test_what_was_asked_and_is_not_there_is_told(page):
    data = page(*SPRING, *AUTUMN, question="никакой", wave="2020-01", schools="Ш77")
    assert data.missing == {"question": "никакой", "wave": "2020-01", "schools": "Ш77"}
    assert (data.waves[-1], data.chosen.schools) == ("2026-11", surveys.LIST)


def test_a_scale_runs_from_its_positive_end_however_the_file_lists_it(page):
    scale = (("нет", 1, "нет"), ("скорее да", 4, "да"), ("да", 5, "да"), ("скорее нет", 2, "нет"))
    data = page(*(["Анкета", "ноябрь 2026", "МБОУ ООШ № 5", "педагоги", "Помощь адресная?", option, str(k), "12", "",
                   "", positive, "нет", "20.11.2026"] for option, k, positive in scale))
    assert [line.name for line in data.options] == ["да", "скорее да", "скорее нет", "нет"]
    assert data.positive == ("да", "скорее да")


def test_what_is_asked_for_stands_beside_the_question(page):
    data = page(*AUTUMN, *SEVERAL)
    assert [(one.question, [line.name for line in one.options]) for one in data.wished] == [
        ("Что помогло?", ["Курсы", "Семинары", "Другое"])]

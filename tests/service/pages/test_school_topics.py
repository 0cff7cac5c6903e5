"""What the page of a school says beside its roadmap, on the example."""

from sample_data import make
from shnor import wording
from shnor.service.figures import sources
from shnor.service.pages import results, school_topics
from shnor.service.pages.results import Chosen
from tests.service.conftest import SCHOOLS, file

MATHS = "математика"


def of(view, school: str = "Ш05") -> school_topics.SchoolTopics:
    return school_topics.build(view, school, day=make.DAY)


def test_the_same_children_and_each_stage_of_an_exam_are_lines_of_their_own(example_view):
    lines = {line.name: (line.before.k, line.before.n, line.after.k, line.after.n) for line in of(example_view).results}
    assert lines["ВПР, математика, те же обучающиеся (5 → 6 класс)"] == (5, 12, 4, 11)
    assert lines["ОГЭ, математика, основной день"] == (4, 10, 3, 8)
    assert lines["ОГЭ, математика, после дополнительного периода"] == (1, 10, 1, 8)


def test_all_classes_say_the_same_as_the_page_of_results(example_view):
    """№ 3: 49 of 150 → 24 of 146 in ВПР by maths, confirmed among the 22 comparisons of the school on both pages."""
    [line] = [line for line in of(example_view, "Ш03").results if line.name.startswith(f"ВПР, {MATHS}, 5–8")]
    page = results.build(example_view, Chosen(procedure="ВПР", subject=MATHS, schools="Ш03"), day=make.DAY)
    assert line.name == f"ВПР, {MATHS}, {page.classes}" == "ВПР, математика, 5–8 классы"
    assert line.change == page.total.change
    assert (line.change.k0, line.change.n0, line.change.k1, line.change.n1) == (49, 150, 24, 146)
    assert (line.change.verdict, line.change.family) == ("fall", 22)
    classes = sources.rows_behind(example_view, "low_mark_share", as_of=make.DAY, where=line.after.where).figures
    assert (sum(one.numerator for one in classes), sum(one.denominator for one in classes)) == (24, 146)


def test_the_last_day_of_an_exam_stands_beside_its_main_day(example_view):
    lines = {line.name: line.afterwards.replace("\u00a0", " ") for line in of(example_view).results}
    assert lines["ОГЭ, математика, основной день"] == "после дополнительного периода — 1 из 8"
    assert lines["ОГЭ, математика, после резервных дней"] == ""
    [pooled] = [one for one in of(example_view).pooled if MATHS in one.name]
    assert (pooled.stage, pooled.last.denominator) == ("после дополнительного периода", 29)


def test_three_years_together_stand_beside_the_list(example_view):
    [pooled] = [one for one in of(example_view).pooled if "математика" in one.name]
    assert (pooled.own.numerator, pooled.own.denominator) == (11, 29)
    assert (pooled.listed.numerator, pooled.listed.denominator, pooled.listed.set) == (
        24, 97, "по 6\u00a0школам перечня 2026\u00a0года")


def test_of_four_years_the_last_three_are_counted_together(store, send):
    """«2» of those who wrote: 8 of 16, then 1 of 10, 2 of 11, 3 of 12."""
    send(file("школы.csv", SCHOOLS))
    send(file("огэ.csv", [["Процедура", "Этап", "Учебный год", "Школа", "Класс", "Предмет", "Писали", "«3»", "«2»"],
                          *(["ОГЭ", "основной день", year, "МБОУ ООШ № 5", "9", "математика", wrote, rest, low]
                            for year, wrote, rest, low in (("2022/23", "16", "8", "8"), ("2023/24", "10", "9", "1"),
                                                           ("2024/25", "11", "9", "2"), ("2025/26", "12", "9", "3")))]))
    with store.view() as view:
        [pooled] = of(view).pooled
    assert (pooled.own.numerator, pooled.own.denominator) == (6, 33)
    assert pooled.where["school_year"] == ("2023/24", "2024/25", "2025/26")
    assert pooled.name == "ОГЭ, математика, основной день, за три учебных года, с 2023–2024 по 2025–2026, вместе"


def test_works_without_a_mark_are_no_line(store, send):
    """Who wrote is known and how is not: no year has a share, and the page stands."""
    send(file("школы.csv", SCHOOLS))
    send(file("впр.csv", [["Процедура", "Учебный год", "Школа", "Класс", "Предмет", "Писали"],
                          ["ВПР", "2025/26", "МБОУ ООШ № 5", "6", "математика", "12"]]))
    with store.view() as view:
        told = of(view)
    assert (told.years, told.results, told.pooled) == (("", ""), (), ())


def test_both_counts_over_years_lead_to_the_rows_they_count(example_view):
    [pooled] = [one for one in of(example_view).pooled if "математика" in one.name]
    for figure, where in ((pooled.own, pooled.where), (pooled.listed, pooled.listed_where)):
        [found] = sources.rows_behind(example_view, "low_mark_share", as_of=make.DAY, where=where).figures
        assert (found.numerator, found.denominator) == (figure.numerator, figure.denominator)


def test_courses_of_the_year_and_of_three_years(example_view):
    found = {metric: (f.numerator, f.denominator) for metric, f in of(example_view).courses.items()}
    assert found["course_plan_share"] == (4, 5)
    assert found["course_staff_share"] == (9, 13)


def test_who_learned_in_two_years_may_be_counted_twice(example_view):
    shown = {metric: wording.figure_text(figure) for metric, figure in of(example_view).courses.items()}
    assert shown["course_staff_share"].replace("\u00a0", " ") == "не более 9 из 13 (69 %)"
    assert shown["course_plan_share"] == "4 из 5"


def test_a_wave_beside_the_one_before_and_who_answered(example_view):
    [asked] = [one for one in of(example_view).surveys if "адресной" in one.question]
    assert (asked.now.numerator, asked.now.denominator) == (9, 11)
    assert (asked.before.numerator, asked.before.denominator) == (7, 12)
    assert (asked.response.numerator, asked.response.denominator) == (11, 13)


def test_help_and_questions(example_view):
    found = of(example_view)
    assert found.help.counts == {"выезд": 4, "консультация": 9, "мастер-класс": 3}
    assert [question.need for question in found.questions if not question.answer] == ["тьютор по физике"]


def test_a_school_of_which_nothing_is_known_has_empty_sections(example_view):
    found = of(example_view, "Ш01")
    assert (found.results, found.pooled, found.courses, found.surveys, found.questions) == ((), (), {}, (), ())

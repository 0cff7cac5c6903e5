"""Every title, said with 1, 2, 5 and 21 and with every sign of a change."""

from datetime import date

import pytest

from shnor.metrics.change import incomparable, of_counts
from shnor.service.show import titles

NBSP = "\u00a0"


def plain(text):
    return text.replace(NBSP, " ")


@pytest.mark.parametrize(("size", "said"), [
    (1, "Что помогло школе в 2026 году"), (2, "Что помогло двум школам в 2026 году"),
    (5, "Что помогло пяти школам в 2026 году"), (6, "Что помогло шести школам в 2026 году"),
    (11, "Что помогло 11 школам в 2026 году"), (21, "Что помогло 21 школе в 2026 году")])
def test_of_how_many_schools(size, said):
    assert plain(titles.schools(size, 2026)) == said


@pytest.mark.parametrize(("size", "shown", "said"), [
    (6, {"chain", "marks"}, "Что помогло шести школам в 2026 году"),
    (6, {"deadlines", "marks", "answers"}, "Шесть школ в 2026 году: что сделано и что изменилось"),
    (2, {"answers"}, "Две школы в 2026 году: что говорят педагоги"),
    (1, {"schools"}, "Школа в 2026 году: что изменилось"),
    (21, {"title"}, "21 школа в 2026 году")])
def test_an_opening_promises_no_more_than_there_is_to_see(size, shown, said):
    assert plain(titles.opening(size, 2026, shown)) == said


@pytest.mark.parametrize(("day", "half"), [
    (date(2026, 12, 3), "январь–июнь 2027"), (date(2026, 7, 1), "январь–июнь 2027"),
    (date(2026, 6, 30), "июль–декабрь 2026")])
def test_the_half_year_that_comes(day, half):
    assert plain(titles.half_year(day)) == f"К концу встречи выберем две меры на {half} года"


@pytest.mark.parametrize(("done", "due", "said"), [
    (33, 36, "Из 36 дел с наступившим сроком сделано 33"), (0, 1, "Из 1 дела с наступившим сроком сделано 0"),
    (2, 2, "Из 2 дел с наступившим сроком сделано 2"), (20, 21, "Из 21 дела с наступившим сроком сделано 20"),
    (5, 11, "Из 11 дел с наступившим сроком сделано 5")])
def test_deadlines(done, due, said):
    assert plain(titles.deadlines(done, due)) == said


@pytest.mark.parametrize(("done", "given", "said"), [
    (8, 15, "Из 15 рекомендаций выполнено 8"), (1, 21, "Из 21 рекомендации выполнена 1"),
    (0, 1, "Из 1 рекомендации выполнено 0"), (21, 22, "Из 22 рекомендаций выполнена 21"),
    (2, 11, "Из 11 рекомендаций выполнено 2")])
def test_recommendations(done, given, said):
    assert plain(titles.advice(done, given)) == said


@pytest.mark.parametrize(("counts", "said"), [
    ((131, 436, 96, 421), "ВПР: доля отметок «2» стала меньше, 22,8 % против 30,0 %"),
    ((96, 421, 131, 436), "ВПР: доля отметок «2» стала больше, 30,0 % против 22,8 %"),
    ((30, 300, 30, 300), "ВПР: доля отметок «2» та же, 10,0 %"),
    ((300, 3000, 3001, 30010), "ВПР: доля отметок «2» та же, 10,0 %")])
def test_marks(counts, said):
    assert plain(titles.marks("ВПР", of_counts(*counts), "")) == said


def test_marks_of_one_year():
    assert titles.marks("ВПР", None, "96 из 421") == "ВПР: отметок «2» 96 из 421"
    assert titles.marks("ВПР", incomparable(1, 20, 2, 30), "2 из 30") == "ВПР: отметок «2» 2 из 30"


LESS, MORE, SAME = of_counts(20, 50, 10, 50), of_counts(10, 50, 20, 50), of_counts(10, 50, 10, 50)


@pytest.mark.parametrize(("changes", "said"), [
    ([LESS, MORE], "По школам картина разная, и это нормально"),
    ([LESS, SAME], "По школам картина разная, и это нормально"),
    ([LESS, LESS], "Во всех показанных школах доля отметок «2» меньше, чем год назад"),
    ([MORE], "Во всех показанных школах доля отметок «2» больше, чем год назад"),
    ([SAME], "По школам: сравнивать пока не с чем"), ([], "По школам: сравнивать пока не с чем")])
def test_schools_side_by_side(changes, said):
    assert titles.by_school(changes) == said


FALL = of_counts(200, 400, 100, 400)


@pytest.mark.parametrize(("changes", "said"), [
    ([("5 → 6 класс", LESS)] * 0, "Те же дети год спустя: сдвиг пока не подтверждается"),
    ([("5 → 6 класс", SAME)], "Те же дети год спустя: сдвиг пока не подтверждается"),
    ([("5 → 6 класс", SAME), ("6 → 7 класс", FALL)], "Те же дети год спустя: сдвиг подтверждается, 6 → 7 класс"),
    ([("5 → 6 класс", FALL), ("6 → 7 класс", FALL)],
     "Те же дети год спустя: сдвиг подтверждается, 5 → 6 класс и 6 → 7 класс")])
def test_the_same_children(changes, said):
    assert titles.children(changes) == said


@pytest.mark.parametrize(("k", "n", "said"), [
    (63, 74, "Анкета: положительно ответили 63 из 74"), (21, 30, "Анкета: положительно ответил 21 из 30"),
    (1, 12, "Анкета: положительно ответил 1 из 12"), (11, 12, "Анкета: положительно ответили 11 из 12")])
def test_answers(k, n, said):
    assert plain(titles.answers(k, n)) == said


@pytest.mark.parametrize(("classes", "said"), [
    (["от 50 до 99"], "Школы близки по числу обучающихся: от 50 до 99"),
    (["от 50 до 99", "от 200 до 499"],
     "Школы очень разные: в одних меньше 100 обучающихся, в других 200 и больше"),
    (["менее 10", f"1{NBSP}000 и более"],
     "Школы очень разные: в одних меньше 10 обучающихся, в других 1 000 и больше")])
def test_sizes(classes, said):
    assert plain(titles.sizes(classes)) == said

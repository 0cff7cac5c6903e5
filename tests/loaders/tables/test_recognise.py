"""Which table it is: by headers alone."""

import pytest

from shnor.datasets import KINDS
from shnor.loaders.tables.recognise import form_code, recognise
from tests.loaders.made import PROGRESS, grid

ROADMAP = ("№", "Мероприятие", "Срок", "План", "Ответственный")
SCHOOLS = ("Код школы", "Номер", "Краткое название")
STATUSES = ("Школа", "Статус", "С даты", "По дату")


def found(*rows: tuple, **more) -> tuple[str, str, int] | None:
    matches = recognise(grid(*rows, **more))
    return (matches[0].kind, matches[0].layout, matches[0].header_row) if matches else None


@pytest.mark.parametrize(("header", "expected"), [
    pytest.param(PROGRESS, ("progress", "list"), id="progress"),
    pytest.param(ROADMAP, ("roadmap", "list"), id="roadmap"),
    pytest.param(SCHOOLS, ("schools", "list"), id="schools"),
    pytest.param(STATUSES, ("statuses", "list"), id="statuses"),
    pytest.param(tuple(reversed(PROGRESS)), ("progress", "list"), id="any-order"),
    pytest.param(("№", "Мероприятие", "Срок", "План", "Состояние", "Дата"), ("progress", "list"), id="marked-plan"),
])
@pytest.mark.parametrize("titles", [0, 3, 8])
def test_kinds_under_title_rows(header, expected, titles):
    assert found(*[("Отчёт", None)] * titles, header, ("1.1",)) == (*expected, titles)


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.id)
def test_every_kind_is_known_by_its_own_titles(kind):
    header = tuple(column.title for column in kind.typed)
    match = recognise(grid(header, tuple(column.example for column in kind.typed)))[0]
    assert (match.kind, match.score) == (kind.id, 1)
    assert match.columns == {column.name: place for place, column in enumerate(kind.typed)}


@pytest.mark.parametrize("rows", [
    pytest.param([("Блюдо", "Выход"), ("Каша", 200)], id="another-subject"),
    pytest.param([("№", "Дата"), (1, 2)], id="too-little"),
    pytest.param([(None, None)], id="empty"),
    pytest.param([("Письмо без таблицы",)], id="text"),
])
def test_not_ours(rows):
    assert found(*rows) is None


@pytest.mark.parametrize("count", ["Кол-во", "Количество", "Число", "кол.", "к-во", "Численность", "Кол - во"])
@pytest.mark.parametrize(("rest", "kind", "column"), [
    (("Класс", "Предмет", "{} учащихся", "5", "4", "3", "2"), "results", "participants"),
    (("Предмет", "Программа", "Когда", "{} педагогов"), "courses", "people"),
    (("Дата", "Вид", "{} участников, чел."), "events", "participants"),
])
def test_a_count_in_any_of_its_words(count, rest, kind, column):
    header = tuple(text.format(count) for text in rest)
    [match] = recognise(grid(header, tuple(range(len(header)))))
    assert (match.kind, match.columns[column]) == (kind, next(i for i, text in enumerate(rest) if "{}" in text))


def test_the_form_code_decides():
    rows = ((None, "Форма М-1 · 2026-11 · Ш05 · 7F3A"), ("Школа", None, "МБОУ ООШ № 5"), ("Месяц", "ноябрь 2026"),
            ("№", "Мероприятие", "Срок (как в документе)", "План", "Состояние", "Дата"), ("1.1", None))
    assert found(*rows) == ("progress", "month", 3)
    assert recognise(grid(*rows))[0].head == {"school_id": ("МБОУ ООШ № 5", "C2")}
    assert form_code(grid(*rows)) == ("М-1", "2026-11", "Ш05", "B1")


def test_a_title_of_several_lines():
    rows = (("УТВЕРЖДАЮ",), ("Дорожная карта",), ("по поддержке ШНОР\nна 2026 год",), (), ROADMAP, ("1.1",))
    assert recognise(grid(*rows))[0].title == ("Дорожная карта по поддержке ШНОР на 2026 год", "A2")


@pytest.mark.parametrize(("header", "row"), [
    pytest.param((("Школа", "Период", "Предмет", "Прошли курсы, %"),), ("МБОУ ООШ № 5", "2026", "физика", 84),
                 id="courses"),
    pytest.param((("Опрос", "Когда", "Вопрос", "Вариант", "Выбрали, %"),), ("А", "2026", "Помогли?", "да", 82),
                 id="survey"),
    pytest.param((("Школа", "Класс", "Предмет", "Писали", "«5», %", "«4», %", "«3» (%)", "«2», процент"),),
                 ("МБОУ ООШ № 5", 6, "физика", 100, 25, 25, 25, 25), id="marks"),
    pytest.param((("Школа", "Класс", "Предмет", "Писали", "Доля, %", None, None, None),
                  (None, None, None, None, 5, 4, 3, 2)),
                 ("МБОУ ООШ № 5", 6, "физика", 100, 25, 25, 25, 25), id="under-a-group"),
])
def test_a_column_of_percents_is_no_count(header, row):
    [match] = recognise(grid(*header, row))
    assert not {"people", "answers", "n5", "n4", "n3", "n2"} & set(match.columns)

"""A list of marks written into a copy of the plan."""

import pytest

from tests.loaders.made import checked, grid


@pytest.mark.parametrize(("beside", "left"), [
    (("Мероприятие", "Срок исполнения", "Ответственный"), []),
    (("Наименование мероприятия", "Сроки", "План на год"), []),
    (("Мероприятие", "Оценка", "Срок"), ["«Оценка»"])])
def test_columns_of_the_plan_beside_a_mark_are_not_named(beside, left):
    head = ("Школа", "Месяц", "№", *beside, "Состояние")
    row = ("МБОУ ООШ № 5", "ноябрь 2026", "1.1", "Уроки", "ноябрь", "завуч", "выполняется")
    result = checked(grid(head, row))
    assert [issue.value for issue in result.issues if issue.code == "columns-left"] == left

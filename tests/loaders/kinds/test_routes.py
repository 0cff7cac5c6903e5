"""Steps of individual routes: quarters, states, whose they are without a name."""

from datetime import date

from tests.loaders.made import checked, grid, records, said


def test_a_list_of_a_school_with_quarters_in_all_writings():
    result = checked(grid(
        ("Индивидуальные образовательные маршруты, МБОУ ООШ № 5",),
        ("КОД МАРШРУТА", "Этап", "Срок этапа :", "Статус", "Что изменено"),
        (1, 2, 3, 4, 5), ("М-01", "стажировка", "IV квартал 2026", "выполнено", None),
        ("команда", "аудит", "4 кв. 2026", "в работе", "добавлен тьютор"),
        ("М-02", "курсы", "октябрь 2026", None, None)))
    assert said(result) == []
    assert records(result, "school_id", "owner", "quarter", "state", "known_on", "year") == [
        ("Ш05", "М-01", "2026-Q4", "done", date(2026, 12, 31), 2026),
        ("Ш05", "команда", "2026-Q4", "going", date(2026, 12, 31), 2026),
        ("Ш05", "М-02", "2026-10", "planned", date(2026, 10, 31), 2026)]


def test_the_quarter_above_and_schools_as_rows():
    result = checked(grid(("Квартал", "III квартал 2026"), ("Маршрут", "Дефицит", "Содержание этапа"),
                          ("МБОУ СОШ № 2", None, None), ("М-1", "оценивание", "посещение уроков"),
                          merged=((2, 0, 2, 2),)))
    assert (said(result), records(result, "school_id", "quarter", "step")) == (
        [], [("Ш02", "2026-Q3", "посещение уроков")])


def test_the_name_of_a_teacher_is_no_number_of_a_route():
    result = checked(grid(("Чей маршрут", "Школа", "Этап маршрута", "Квартал"),
                          ("Лебяжьева Мария Ивановна", "МБОУ ООШ № 5", "курсы", "IV квартал 2026"),
                          ("Ручьёв Олег Петрович", "МБОУ ООШ № 5", "курсы", "IV квартал 2026")))
    assert said(result) == [("A1", "personal-column"), ("A2", "required"), ("A3", "required")]
    assert "Лебяжьева" not in str(result.kept)

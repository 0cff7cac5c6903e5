"""Lists of contests, grants and materials: what each row is, and rows without a day."""

from tests.loaders.made import checked, grid, records, said

HEADER = ("Школа", "Что это", "Название конкурса, гранта, материала", "День конкурса, гранта", "Итог участия")


def test_a_day_tells_rows_apart_and_need_not_be_there():
    result = checked(grid(HEADER, ("МБОУ ООШ № 5", "конкурс", "Учитель года", "10.02.2026", "призёр"),
                          ("МБОУ ООШ № 5", "конкурс", "Учитель года", "10.03.2026", "участник"),
                          (None, "методический материал", "Памятка", None, None)))
    assert said(result) == []
    assert records(result, "type_id", "year", "occasion") == [
        ("contest", 2026, "2026-02-10"), ("contest", 2026, "2026-03-10"), ("material", None, "")]

"""The line of what is not counted yet, in words."""

from datetime import date

from shnor.service.pages.running import Running
from shnor.ui.kit.running import said

NOVEMBER = Running("ноябрь 2026 года", 3, date(2026, 11, 30), date(2026, 11, 30))


def test_each_period_with_its_rows_and_its_day():
    assert said([NOVEMBER]) == "Ещё не вошло: ноябрь 2026 года, 3\u00a0строки; войдёт с 30.11.2026."
    year = Running("2026 год", 1, date(2026, 12, 31), date(2026, 12, 31))
    assert said([NOVEMBER, year]) == ("Ещё не вошло: ноябрь 2026 года, 3\u00a0строки; войдёт с 30.11.2026. 2026 год, "
                                      "1\u00a0строка; войдёт с 31.12.2026.")


def test_where_rows_count_from_different_days_both_ends_are_named():
    """Answers of six schools: the last of them came in on 23.11.2026."""
    wave = Running("ноябрь 2026 года", 49, date(2026, 11, 17), date(2026, 11, 23))
    assert said([wave]).endswith("49\u00a0строк; войдёт с 17.11.2026, целиком с 23.11.2026.")


def test_of_many_the_first_are_named_and_the_rest_counted():
    assert said([NOVEMBER] * 6).endswith("войдёт с 30.11.2026. Позже войдёт ещё 6\u00a0строк.")
    assert said([NOVEMBER] * 6).count("ноябрь") == 4

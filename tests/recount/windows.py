"""From which day results are known whose files name no day: windows of procedures and ends of terms, as published."""

from datetime import date

from tests.recount.days import month_end

MAIN, RESERVE, ADDITIONAL = "основной день", "после резервных дней", "после дополнительного периода"
WINDOW_ENDS = {
    ("ВПР", "", "2021/22"): date(2022, 10, 24), ("ВПР", "", "2023/24"): date(2024, 5, 17),
    ("ВПР", "", "2024/25"): date(2025, 5, 16), ("ВПР", "", "2025/26"): date(2026, 5, 20),
    ("ОГЭ", MAIN, "2025/26"): date(2026, 6, 19), ("ОГЭ", RESERVE, "2025/26"): date(2026, 7, 6),
    ("ОГЭ", ADDITIONAL, "2025/26"): date(2026, 9, 25)}
TERM_MONTHS = {"I четверть": 10, "II четверть": 12, "III четверть": 3, "IV четверть": 5, "I триместр": 11,
               "II триместр": 2, "III триместр": 5}
AUTUMN = {("ВПР", "2021/22")}
"""Written in the autumn of the next school year, so another series than works of spring."""


def known_from(procedure: str, stage: str, term: str, school_year: str) -> date:
    starts = int(school_year[:4])
    if end := WINDOW_ENDS.get((procedure, stage, school_year)):
        return end
    if month := TERM_MONTHS.get(term):
        return month_end(starts + (month < 9), month)
    return month_end(starts + 1, 9) if stage == ADDITIONAL else year_end(school_year)


def year_end(school_year: str) -> date:
    return date(int(school_year[:4]) + 1, 8, 31)

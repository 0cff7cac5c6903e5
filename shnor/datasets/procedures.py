"""When assessed works are over: windows of procedures and ends of terms, dated, each with the document that names it.

A file that names no day of its works is known from the end of the window here; where there is none, from the end of
the school year. A new school year is a new row; the old rows stay.
"""

from dataclasses import dataclass
from datetime import date

from shnor import periods


@dataclass(frozen=True)
class Window:
    """Days a procedure is held on, both included. stage: of an exam, "" = the procedure has none. school_year: in
    which those who write have studied; works that were moved to autumn stay in it."""

    procedure: str
    stage: str
    school_year: str
    first: date
    last: date
    document: str


@dataclass(frozen=True)
class Term:
    """A part of a school year that marks are given for. last: the day before the holidays."""

    school_year: str
    name: str
    last: date
    document: str


_VPR_2022 = "сообщение Рособрнадзора от 22.03.2022 о переносе ВПР на осень"
_VPR_2024 = "приказ Рособрнадзора от 21.12.2023 № 2160"
_VPR_2025 = "приказ Рособрнадзора от 13.05.2024 № 1008"
_VPR_2026 = "сообщение Рособрнадзора от 06.02.2026 о сроках ВПР"
_OGE_2026 = "расписание ОГЭ на 2026 год, приказ Минпросвещения и Рособрнадзора, опубликован 05.12.2025"
_OGE_2026_DRAFT = "проект расписания ОГЭ на 2026 год, опубликован 16.10.2025"
_EGE_2026 = "расписание ЕГЭ на 2026 год, приказ Минпросвещения и Рособрнадзора"
_TERMS_2026 = "рекомендации Минпросвещения о каникулах 2025/26 учебного года, 18.08.2025"

WINDOWS = (
    Window("ВПР", "", "2021/22", date(2022, 9, 19), date(2022, 10, 24), _VPR_2022),
    Window("ВПР", "", "2023/24", date(2024, 3, 1), date(2024, 5, 17), _VPR_2024),
    Window("ВПР", "", "2024/25", date(2025, 4, 11), date(2025, 5, 16), _VPR_2025),
    Window("ВПР", "", "2025/26", date(2026, 4, 20), date(2026, 5, 20), _VPR_2026),
    Window("ОГЭ", "main", "2025/26", date(2026, 6, 2), date(2026, 6, 19), _OGE_2026),
    Window("ОГЭ", "reserve", "2025/26", date(2026, 6, 29), date(2026, 7, 6), _OGE_2026),
    Window("ОГЭ", "additional", "2025/26", date(2026, 9, 3), date(2026, 9, 25), _OGE_2026_DRAFT),
    Window("ЕГЭ", "main", "2025/26", date(2026, 6, 1), date(2026, 6, 19), _EGE_2026),
    Window("ЕГЭ", "reserve", "2025/26", date(2026, 6, 22), date(2026, 7, 9), _EGE_2026),
    Window("ЕГЭ", "additional", "2025/26", date(2026, 9, 4), date(2026, 9, 25), _EGE_2026),
)
TERMS = (
    Term("2025/26", "I четверть", date(2025, 10, 24), _TERMS_2026),
    Term("2025/26", "II четверть", date(2025, 12, 30), _TERMS_2026),
    Term("2025/26", "III четверть", date(2026, 3, 27), _TERMS_2026),
    Term("2025/26", "IV четверть", date(2026, 5, 26), _TERMS_2026),
)
_MONTHS = {"I четверть": 10, "II четверть": 12, "III четверть": 3, "IV четверть": 5, "I триместр": 11,
           "II триместр": 2, "III триместр": 5, "I полугодие": 12, "II полугодие": 5}
"""Where no document names the day: the month a term is over by."""
_ADDITIONAL = 9
"""The additional period of exams is September of the next school year; nothing of it is known before."""


def last_day_of_works(procedure: str, stage: str, school_year: str, term: str) -> date:
    """From which day results are known whose file names no day. school_year: «2025/26». Raises ValueError for another
    code."""
    year = periods.parse(school_year)
    dated = next((row.last for row in WINDOWS if (row.procedure, row.stage, row.school_year) == (
        procedure, stage, school_year)), None)
    marks = next((row.last for row in TERMS if (row.school_year, row.name) == (school_year, term)), None)
    if found := dated or marks:
        return found
    if stage == "additional":
        return periods.last_day(year.end.year, _ADDITIONAL)
    if month := _MONTHS.get(term):
        return periods.last_day(year.start.year + (month < year.start.month), month)
    return year.end

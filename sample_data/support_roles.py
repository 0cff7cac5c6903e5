"""Who helps the schools of the invented district: mentors, tutors by subject, curators, coordinators, by order.

Counted by hand for 27.11.2026: a mentor at 5 of the 6 schools of the list, none at № 9 (the one it had until
31.10.2026 left the post); tutors of 7 subjects, none of physics anywhere; № 11 has none of mathematics.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from sample_data import books
from sample_data.district import BY_NUMBER, RISK_ZONE

Sent = tuple[str, date, bytes]
Row = tuple[object, ...]

MENTOR, TUTOR, CURATOR = "наставник", "тьютор", "куратор"
TOWN_COORDINATOR, SCHOOL_COORDINATOR = "муниципальный координатор", "школьный координатор"
HEAD, DEPUTY, TEACHER = "директор", "заместитель директора", "учитель"
GYMNASIUM, NORTHERN = "МАОУ гимназии № 1", "МБОУ СОШ № 4 «Северная»"
BEFORE, MENTORS, FOR_SILENT, TUTORS, PHYSICIST = (
    "приказ от 25.11.2024 № 198", "приказ от 24.11.2025 № 212", "приказ от 29.01.2026 № 12",
    "приказ от 13.02.2026 № 22", "приказ от 05.10.2026 № 118")
WITHOUT_MENTOR, LEFT_ON = 9, date(2026, 10, 31)
"""The school whose mentor left the post, and the last day of the mentor."""
WITHOUT_TUTOR = "физика"
SUBJECTS = {"р": "русский язык", "м": "математика", "х": "химия", "б": "биология", "и": "история",
            "о": "обществознание", "г": "география"}
TUTORED = {
    2025: {2: "рм", 3: "рмх", 7: "рм", 11: "рмх", 12: "рмб"},
    2026: {2: "рм", 3: "рмх", 5: "рм", 7: "рмиг", 9: "рмб", 11: "рхо", 12: "рмб"},
}
"""Year → school → a letter a subject."""
_OF = {2025: {3: (HEAD, NORTHERN), 7: (DEPUTY, GYMNASIUM), 11: (DEPUTY, NORTHERN), 12: (HEAD, GYMNASIUM)},
       2026: {3: (HEAD, NORTHERN), 5: (HEAD, GYMNASIUM), 7: (DEPUTY, GYMNASIUM), 11: (DEPUTY, NORTHERN),
              12: (HEAD, GYMNASIUM)}}
_TUTORS_FROM = "р", "х", "и", "г"
"""Subjects whose tutors teach at the gymnasium; the others at № 4."""
_FUNCTIONS = {"р": "консультационная", "м": "диагностическая", "х": "поддерживающая", "б": "поддерживающая",
              "и": "моделирующая", "о": "праксиологическая", "г": "логистическая"}
_HEADERS = ("№ п/п", "Сопровождаемая школа", "Роль", "Должность, место работы", "Предмет", "Функция тьютора",
            "№ и дата приказа", "Закреплён с", "Закреплён по")


def sent() -> Iterator[Sent]:
    """Each list tells the whole history of the schools it names."""
    for name, arrived in (("Наставники и тьюторы на 2025 год", date(2025, 1, 15)),
                          ("Наставники и тьюторы на 2026 год", date(2026, 2, 16)),
                          ("Наставники и тьюторы на 01.11.2026", date(2026, 11, 3))):
        rows = [(place, *row) for place, row in enumerate(helpers(arrived), start=1)]
        yield f"{name}.xlsx", arrived, books.table("Кто помогает", name, _HEADERS, rows)


def helpers(day: date) -> list[Row]:
    """Whom the centre knew on a day: school, role, who, subject, function, order, first and last day."""
    rows = sorted(_ever(), key=lambda row: (row[0], row[6]))
    return [(BY_NUMBER[row[0]].name, *row[1:7], row[7] if row[7] and row[7] < day else None)
            for row in rows if row[6] <= day]


def _ever() -> Iterator[Row]:
    yield from _mentors()
    for year, first, last in ((2025, date(2025, 1, 13), date(2026, 2, 12)), (2026, date(2026, 2, 13), None)):
        for school, letters in TUTORED[year].items():
            for letter in letters:
                place = GYMNASIUM if letter in _TUTORS_FROM else NORTHERN
                yield (school, TUTOR, f"{TEACHER} {place}", SUBJECTS[letter], _FUNCTIONS[letter],
                       TUTORS if year == 2026 else BEFORE, first, last)
    for school in TUTORED[2026]:
        if school != RISK_ZONE[0]:
            yield from _coordinators(school)


def _mentors() -> Iterator[Row]:
    for school, (post, place) in _OF[2025].items():
        yield school, MENTOR, f"{post} {place}", "", "", BEFORE, date(2024, 12, 2), date(2025, 11, 23)
    for school, (post, place) in _OF[2026].items():
        yield school, MENTOR, f"{post} {place}", "", "", MENTORS, date(2025, 11, 24), None
    yield WITHOUT_MENTOR, MENTOR, f"{DEPUTY} {GYMNASIUM}", "", "", FOR_SILENT, date(2026, 1, 29), LEFT_ON
    yield 12, MENTOR, f"{TEACHER} {GYMNASIUM}", WITHOUT_TUTOR, "", PHYSICIST, date(2026, 10, 5), None


def _coordinators(school: int) -> Iterator[Row]:
    first = date(2025, 11, 24)
    yield school, CURATOR, "методист методического центра", "", "", MENTORS, first, None
    yield school, TOWN_COORDINATOR, "начальник отдела методического центра", "", "", MENTORS, first, None
    yield (school, SCHOOL_COORDINATOR, f"{DEPUTY} школы", "", "", "приказ школы", date(2026, 1, 12)
           + timedelta(days=school % 5), None)

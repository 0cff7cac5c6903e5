"""Courses and teachers of the invented district, 2024–2026. Nobody exists: where a school sends a list of people, their
names are «Педагог 1», «Педагог 2», and even those are not kept when the file is read."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from sample_data import books
from sample_data.district import BY_NUMBER, MUNICIPALITY, SCHOOLS

Sent = tuple[str, date, bytes]
Row = tuple[object, ...]

EXAM, LESSONS, RENEWED = ("Подготовка обучающихся к ОГЭ", "Функциональная грамотность на уроке",
                          "Реализация обновлённого ФГОС основного общего образования")
HELPING, MARKS = "Работа с обучающимися, испытывающими трудности в обучении", "Объективное оценивание работ обучающихся"
HOURS = {EXAM: 36, LESSONS: 24, RENEWED: 36, HELPING: 72, MARKS: 18}
INSTITUTE, CENTRE = "институт развития образования", "центр непрерывного повышения мастерства педагогов"
MA, RU, PRIMARY, PHYSICS, HISTORY = "математика", "русский язык", "начальные классы", "физика", "история"
CHEMISTRY, BIOLOGY, GEOGRAPHY, ENGLISH = "химия", "биология", "география", "английский язык"
COMPUTING, SPORT, SAFETY = "информатика", "физическая культура", "основы безопасности и защиты Родины"
MUSIC, CRAFT = "музыка", "труд (технология)"

LISTED_2026 = (3, 5, 7, 9, 11, 12)
PEOPLE_2026 = {3: 13, 5: 4, 7: 9, 9: 3, 11: 12, 12: 6}
CERTIFICATES_2026 = {3: 17, 5: 5, 7: 11, 9: 4, 11: 16, 12: 8}
PLAN_2026 = {3: 14, 5: 5, 7: 10, 9: 4, 11: 13, 12: 6}
GOING_2026 = {3: 1, 7: 1, 11: 1}
THREE_YEARS = {3: 27, 5: 9, 7: 18, 9: 8, 11: 22, 12: 12}
"""What must be found by school of the list of 2026: 47 people with 61 certificates of 118; 52 planned = 47 finished, 3
still learn, 2 have not begun; 96 of 118 in three years."""
VACANCIES = {MA: 3, RU: 2, PHYSICS: 2}
UNTAUGHT = (MUSIC, CRAFT)
"""Subjects of the list where nobody finished a course in three years."""

_BEFORE = {
    2024: {3: ((PRIMARY, 2), (MA, 2), (GEOGRAPHY, 2)), 5: ((RU, 1), (HISTORY, 1)), 7: ((MA, 2), (RU, 2)),
           9: ((MA, 1), (BIOLOGY, 1)), 11: ((RU, 3), (ENGLISH, 2)), 12: ((PRIMARY, 2), (SPORT, 1)), 2: ((MA, 3),)},
    2025: {3: ((RU, 4), (PRIMARY, 3), (CHEMISTRY, 1)), 5: ((MA, 1), (PRIMARY, 2)), 7: ((PRIMARY, 3), (HISTORY, 2)),
           9: ((PRIMARY, 2), (RU, 1)), 11: ((MA, 3), (GEOGRAPHY, 1), (SPORT, 1)), 12: ((MA, 1), (RU, 1), (SAFETY, 1)),
           2: ((RU, 2), (PRIMARY, 4))},
}
_THIS_YEAR = (
    (2, "март", MA, EXAM, 2, 2, 0), (2, "апрель", PRIMARY, HELPING, 4, 4, 0), (2, "октябрь", MA, MARKS, 1, 1, 1),
    (3, "февраль", MA, EXAM, 3, 3, 0), (3, "март", RU, LESSONS, 3, 3, 0), (3, "апрель", PRIMARY, HELPING, 4, 4, 0),
    (3, "сентябрь", PHYSICS, RENEWED, 1, 1, 0), (3, "октябрь", HISTORY, RENEWED, 2, 2, 0),
    (3, "ноябрь", MA, MARKS, 2, 2, 2), (3, "ноябрь", RU, MARKS, 2, 2, 2),
    (7, "март", MA, EXAM, 2, 2, 0), (7, "апрель", RU, LESSONS, 2, 2, 0), (7, "июнь", PRIMARY, HELPING, 3, 3, 0),
    (7, "октябрь", GEOGRAPHY, RENEWED, 1, 1, 0), (7, "октябрь", ENGLISH, RENEWED, 1, 1, 0),
    (7, "ноябрь", MA, MARKS, 2, 2, 2),
    (9, "апрель", RU, LESSONS, 1, 1, 0), (9, "май", PRIMARY, HELPING, 1, 1, 0), (9, "октябрь", MA, EXAM, 1, 1, 0),
    (9, "ноябрь", MA, MARKS, 1, 1, 1),
    (12, "февраль", MA, EXAM, 1, 1, 0), (12, "март", PHYSICS, RENEWED, 1, 1, 0), (12, "апрель", RU, LESSONS, 2, 2, 0),
    (12, "май", PRIMARY, HELPING, 2, 2, 0), (12, "октябрь", CHEMISTRY, RENEWED, 1, 1, 1),
    (12, "ноябрь", RU, MARKS, 1, 1, 1),
)
"""School, month, subject, programme, people, certificates, of them counted in another row. The teacher of chemistry in
№ 12 is the teacher of physics."""
AFTER_DIAGNOSIS = ("октябрь", "ноябрь")
"""Months whose courses were chosen by what August had found."""
_DAYS = {"ноябрь": "13.11.2026"}
"""November is not over on the day of the demo: what was finished in it is told by its day."""
_PERSONS = {
    5: ((1, MA, EXAM, "17.02.2026", "27.02.2026"), (2, RU, LESSONS, "16.03.2026", "20.03.2026"),
        (3, PRIMARY, HELPING, "06.04.2026", "24.04.2026"), (4, BIOLOGY, RENEWED, "05.10.2026", "16.10.2026"),
        (1, MA, MARKS, "09.11.2026", "13.11.2026")),
    11: (*((person, MA, EXAM, "16.02.2026", "27.02.2026") for person in (1, 2, 3)),
         *((person, RU, LESSONS, "16.03.2026", "20.03.2026") for person in (4, 5, 6)),
         *((person, PRIMARY, HELPING, "06.04.2026", "24.04.2026") for person in (7, 8, 9)),
         (10, PHYSICS, RENEWED, "05.10.2026", "16.10.2026"), (11, HISTORY, RENEWED, "05.10.2026", "16.10.2026"),
         (12, COMPUTING, RENEWED, "05.10.2026", "16.10.2026"),
         *((person, MA, MARKS, "09.11.2026", "13.11.2026") for person in (1, 2)),
         *((person, RU, MARKS, "09.11.2026", "13.11.2026") for person in (4, 5))),
}
_PLANNED = {
    3: ((MA, 4), (RU, 4), (PRIMARY, 4), (PHYSICS, 1), (HISTORY, 1)),
    5: ((MA, 1), (RU, 1), (PRIMARY, 1), (BIOLOGY, 1), (PHYSICS, 1)),
    7: ((MA, 3), (RU, 2), (PRIMARY, 3), (GEOGRAPHY, 1), (ENGLISH, 1)),
    9: ((RU, 1), (PRIMARY, 1), (MA, 1), (PHYSICS, 1)),
    11: ((MA, 4), (RU, 3), (PRIMARY, 3), (PHYSICS, 1), (HISTORY, 1), (COMPUTING, 1)),
    12: ((MA, 1), (PHYSICS, 1), (RU, 2), (PRIMARY, 2)),
}
_STAFF_SUBJECTS = (PRIMARY, RU, MA, PHYSICS, CHEMISTRY, BIOLOGY, GEOGRAPHY, HISTORY, ENGLISH, COMPUTING, SPORT, MUSIC,
                   CRAFT, SAFETY)
_POSTS = {3: (8, 4, 3, 1, 1, 2, 1, 2, 3, 1, 2, 1, 2, 1), 5: (4, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1),
          7: (6, 3, 3, 1, 1, 1, 1, 2, 2, 1, 1, 1, 1, 1), 9: (4, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1),
          11: (7, 4, 3, 1, 1, 1, 1, 2, 3, 1, 2, 1, 2, 1), 12: (4, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)}
"""Teachers by subject of the schools of the list; one may teach several, so the row of the whole school says fewer."""
_VACANT = {(3, MA): 1, (7, MA): 1, (11, MA): 1, (7, RU): 1, (12, RU): 1, (5, PHYSICS): 1, (9, PHYSICS): 1}


def files(folder: Path) -> list[tuple[Path, date]]:
    """Writes the lists of courses and staff; gives path and day of arrival, in the order of arrival."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, arrived, data in sorted(_everything(), key=lambda sent: sent[1]):
        (folder / name).write_bytes(data)
        written.append((folder / name, arrived))
    return written


def _everything() -> Iterator[Sent]:
    for year, arrived in ((2024, date(2024, 12, 20)), (2025, date(2025, 12, 19))):
        yield f"Курсы педагогов {year}.xlsx", arrived, _of_year(year)
    yield "План курсов на 2026 год.xlsx", date(2026, 1, 20), _plan()
    yield "Кадры на 20.09.2026.xlsx", date(2026, 9, 25), _staff()
    yield "Курсы педагогов 2026.xlsx", date(2026, 11, 26), _this_year()
    for number in _PERSONS:
        yield f"Курсы {BY_NUMBER[number].slug} 2026.xlsx", date(2026, 11, 24), _list_of_people(number)


def _of_year(year: int) -> bytes:
    """The year stands above the table only."""
    rows = [(BY_NUMBER[number].name, subject, RENEWED, INSTITUTE, HOURS[RENEWED], people, people)
            for number, subjects in sorted(_BEFORE[year].items()) for subject, people in subjects]
    return books.table("Курсы", f"Курсы повышения квалификации педагогов за {year} год",
                       ("Школа", "Предмет", "Программа", "Организация", "Часов", "Человек", "Удостоверений"), rows)


def _this_year() -> bytes:
    """Month by month, with those who are still learning."""
    rows: list[Row] = [
        (BY_NUMBER[number].name, _DAYS.get(month, f"{month} 2026"), subject, programme,
         CENTRE if programme == MARKS else INSTITUTE, HOURS[programme], "завершили", people, certificates,
         again or None, "да" if month in AFTER_DIAGNOSIS else None)
        for number, month, subject, programme, people, certificates, again in _THIS_YEAR]
    rows += [(BY_NUMBER[number].name, "26.11.2026", MA, HELPING, INSTITUTE, HOURS[HELPING], "продолжают", people, None,
              None, None) for number, people in GOING_2026.items()]
    return books.table("Курсы", "Курсы повышения квалификации педагогов, январь–ноябрь 2026 года",
                       ("Школа", "Когда", "Предмет", "Программа", "Организация", "Часов", "Состояние", "Человек",
                        "Удостоверений", "Из них уже учтены", "По выявленному дефициту"), rows)


def _list_of_people(number: int) -> bytes:
    """As a school keeps it: a line a certificate, with a name and a number of the document."""
    rows = [(place, f"Педагог {person}", "учитель", subject, programme, HOURS[programme], f"с {start} по {end}",
             CENTRE if programme == MARKS else INSTITUTE, f"{number:02}-{place:03}")
            for place, (person, subject, programme, start, end) in enumerate(_PERSONS[number], start=1)]
    return books.table("Курсы", f"{BY_NUMBER[number].name}: курсы повышения квалификации, 2026 год",
                       ("№ п/п", "ФИО", "Должность", "Предмет", "Тема (программа)", "Кол-во часов", "Сроки (с – по)",
                        "Место обучения", "№ удостоверения"), rows)


def _plan() -> bytes:
    rows = [(BY_NUMBER[number].name, "2026", subject, people)
            for number, subjects in sorted(_PLANNED.items()) for subject, people in subjects]
    return books.table("План курсов", "План курсов повышения квалификации на 2026 год",
                       ("Школа", "Год", "Предмет", "Человек"), rows)


def _staff() -> bytes:
    rows: list[Row] = []
    for school in SCHOOLS:
        rows.append((school.name, "Все педагоги", school.staff, None, None))
        for subject, people in zip(_STAFF_SUBJECTS, _POSTS.get(school.number, ()), strict=False):
            rows.append((school.name, subject, people, 0, _VACANT.get((school.number, subject), 0)))
    return books.table("Кадры", f"{MUNICIPALITY}: педагогические кадры по состоянию на 20.09.2026",
                       ("Школа", "Предмет", "Всего, чел.", "Совместителей", "Вакансии, ставок"), rows)


def totals(year: int) -> Sequence[int]:
    """People who finished before 2026, of the schools of the list of 2026."""
    return [sum(people for _, people in _BEFORE[year][number]) for number in LISTED_2026]

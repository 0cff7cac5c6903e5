"""The second invented district: one school on the list, one in the risk zone, two more in the register."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from sample_data import books, zarechny_field
from sample_data.district import DemoSchool, register_row
from sample_data.plans import Plan, told
from sample_data.reports import LAST, MONTHS, Entry, entries
from sample_data.stories import Story
from shnor import periods
from shnor.datasets import KINDS

MUNICIPALITY = "Заречный муниципальный округ"
DAY = date(2026, 11, 27)
SCHOOLS = tuple(DemoSchool(*fields) for fields in (
    (1, "МБОУ", "СОШ", 517, 38, "", "edu980001"),
    (2, "МБОУ", "СОШ", 268, 22, "", "edu980002"),
    (3, "МБОУ", "ООШ", 103, 14, "", "edu980003"),
    (4, "МАОУ", "лицей", 604, 41, "", "edu980004"),
))
LISTED, RISK = SCHOOLS[2], SCHOOLS[1]
ORDER = "приказ министерства образования края от 21.11.2025 № 1191"
RISK_ORDER = "приказ управления образования от 01.12.2025 № 187"
BY_SCHOOL = (date(2026, 9, 1), date(2026, 10, 1), LAST)
"""Months the school sent its workbook for; before that the centre wrote the marks down."""
STORY = Story(
    plan=f"Дорожная карта {LISTED.name} на 2026 год", school_id="Ш03", activities=20, due=17, confirmed=15,
    awaited=("2.4",), not_done=("3.5",), no_report=(), dropped=(), late=("1.4",), ahead=3, on_time=15)

Sent = tuple[str, date, bytes]
Rows = list[dict[str, object]]


def files(folder: Path) -> list[tuple[Path, date]]:
    """Writes what the base is built from; gives path and day of arrival, in the order of arrival."""
    folder.mkdir(parents=True, exist_ok=True)
    sent = sorted(_everything(), key=lambda one: one[1])
    for name, _, data in sent:
        (folder / name).write_bytes(data)
    return [(folder / name, arrived) for name, arrived, _ in sent]


def plan() -> Plan:
    return Plan(LISTED.number, 2026, tuple(told("zarechny_2026", 2026, 0)), LISTED.name)


def _everything() -> Iterator[Sent]:
    register = [register_row(school) | {"gia_code": f"98{school.number:02}"} for school in SCHOOLS]
    yield _of_kind("schools", "Реестр школ.xlsx", date(2025, 12, 8), f"{MUNICIPALITY}: школы", register)
    yield _of_kind("statuses", "Перечень школ на 2026 год.xlsx", date(2025, 12, 8), "Перечень на 2026 год", _statuses())
    yield f"Дорожная карта {LISTED.slug} 2026.xlsx", date(2025, 12, 22), books.roadmap(plan())
    yield from _reports()
    yield _of_kind("events", "Журнал мероприятий 2026.xlsx", date(2026, 11, 20), "Что провели в 2026 году", _events())
    yield _of_kind("courses", "Курсы 2024–2026.xlsx", date(2026, 11, 20), "Курсы повышения квалификации", _courses())
    yield _of_kind("staff", "Педагоги на 20.09.2026.xlsx", date(2026, 9, 24), "Педагоги на 20.09.2026", _staff())
    for year, arrived in (("2024/25", date(2026, 1, 20)), ("2025/26", date(2026, 7, 6))):
        rows = [row for row in _results() if row["school_year"] == year]
        yield _of_kind("results", f"Результаты {year.replace('/', '-')}.xlsx", arrived, f"Результаты {year}", rows)
    yield _of_kind("surveys", "Опросы педагогов 2026.xlsx", date(2026, 11, 24), "Опросы педагогов", _surveys())
    for kind, title, arrived, rows in zarechny_field.sent():
        yield _of_kind(kind, f"{title}.xlsx", arrived, title, rows)


def _of_kind(kind: str, name: str, arrived: date, title: str, rows: Rows) -> Sent:
    return name, arrived, books.of_kind(KINDS[kind], title, rows)


def _statuses() -> Rows:
    return [{"school_id": LISTED.name, "status": "ШНОР", "valid_from": date(2026, 1, 1),
             "valid_to": date(2026, 12, 31), "document": ORDER},
            {"school_id": RISK.name, "status": "зона риска", "valid_from": date(2026, 1, 1), "valid_to": None,
             "document": RISK_ORDER}]


def _reports() -> Iterator[Sent]:
    marks = entries(plan())
    by_number = {school.number: school for school in SCHOOLS}
    for month in (month for month in MONTHS if month.year == 2026):
        said = [entry for entry in marks if entry.month == month]
        period = periods.containing("month", month)
        if month in BY_SCHOOL:
            yield f"Отчёт_{period.code}_{LISTED.slug}.xlsx", month.replace(day=24), _workbook(month, marks, said)
        elif said:
            yield (f"Свод отчётов {period.code}.xlsx", period.next().start.replace(day=3),
                   books.month_list(month, "Свод отчётов", [(plan(), entry) for entry in said], by_number))


def _workbook(month: date, marks: Sequence[Entry], said: Sequence[Entry]) -> bytes:
    earlier = [entry for entry in marks if entry.month < month]
    return books.school_report(plan(), month, month.replace(day=25), earlier, said, school=LISTED)


def _events() -> Rows:
    told_ = (("21.01.2026", "семинар", "Как читать результаты ВПР", "центр", "учителя", 17, "ООШ № 3, СОШ № 2"),
             ("18.02.2026", "консультация", "Сложные задания по математике", "тьютор", "учителя математики", 3,
              "ООШ № 3"),
             ("25.03.2026", "вебинар", "Функциональная грамотность на каждом уроке", "центр", "учителя", 24, ""),
             ("16.04.2026", "выезд", "Уроки в 6 и 8 классах", "центр", "администрация и учителя", 9, "ООШ № 3"),
             ("23.09.2026", "семинар", "Стартовые работы: что с ними делать", "центр", "заместители директоров", 6,
              "ООШ № 3, СОШ № 2"),
             ("14.10.2026", "мастер-класс", "Урок с двумя уровнями заданий", "наставник", "учителя", 11, "ООШ № 3"),
             ("11.11.2026", "консультация", "Маршрут учителя физики", "тьютор", "учителя физики", 1, "ООШ № 3"))
    names = ("period", "event_kind", "topic", "organiser", "audience", "participants", "schools")
    seen = {"16.04.2026": {"seen": "в 8 классе задания одного уровня", "promised": "посещать уроки раз в неделю"}}
    return [dict(zip(names, row, strict=True)) | seen.get(row[0], {}) for row in told_]


def _courses() -> Rows:
    told_ = (("2024", "завершили", "математика", "Методика подготовки к ОГЭ", 36, 1, 1),
             ("2025", "завершили", "русский язык", "Смысловое чтение", 36, 2, 2),
             ("июнь 2026", "завершили", "математика", "Как устранять пробелы 5–6 классов", 72, 2, 2),
             ("июнь 2026", "завершили", "русский язык", "Как устранять пробелы 5–6 классов", 72, 2, 2),
             ("октябрь 2026", "завершили", "физика", "Эксперимент в малой школе", 36, 1, 1),
             ("20.11.2026", "обучаются", "химия", "Эксперимент в малой школе", 36, 1, None),
             ("2026", "по плану", "", "Заказ курсов на 2026 год", None, 7, None))
    names = ("period", "state", "subject", "programme", "hours", "people", "certificates")
    return [{"school_id": LISTED.name, **dict(zip(names, row, strict=True))} for row in told_]


def _staff() -> Rows:
    counts = (("русский язык", 2, 0, None), ("математика", 2, 0, None), ("физика", 1, 1, 0.5),
              ("английский язык", 1, 0, 0.5), ("начальные классы", 4, 0, None), ("другие предметы", 4, 1, None))
    return [{"school_id": LISTED.name, "on_date": date(2026, 9, 20), "subject": subject, "people": people,
             "part_time": part_time, "vacancies": vacancies} for subject, people, part_time, vacancies in counts]


def _results() -> Rows:
    """ВПР in spring by grade; ОГЭ after the main day and after the reserve days; the край's line beside it."""
    told_ = (("ВПР", "2024/25", 6, "математика", 1, 3, 5, 4), ("ВПР", "2025/26", 7, "математика", 1, 4, 6, 2),
             ("ВПР", "2024/25", 5, "русский язык", 1, 4, 6, 3), ("ВПР", "2025/26", 6, "русский язык", 1, 5, 5, 3),
             ("ВПР", "2025/26", 8, "физика", 0, 3, 6, 2))
    rows = [_line(procedure, year, grade, subject, marks) for procedure, year, grade, subject, *marks in told_]
    exams = (("2024/25", "основной день", 0, 2, 6, 4), ("2024/25", "после резервных дней", 0, 2, 9, 1),
             ("2025/26", "основной день", 1, 3, 6, 2), ("2025/26", "после резервных дней", 1, 3, 7, 1))
    rows += [_line("ОГЭ", year, 9, "математика", marks) | {"stage": stage} for year, stage, *marks in exams]
    region = [_line("ОГЭ", year, 9, "математика", marks) | {"stage": "основной день", "level": "край",
                                                            "school_id": None}
              for year, *marks in (("2024/25", 6104, 19870, 26215, 5611), ("2025/26", 6390, 20145, 25902, 5023))]
    return [*rows, *region]


def _line(procedure: str, year: str, grade: int, subject: str, marks: Sequence[int]) -> dict[str, object]:
    return {"procedure": procedure, "stage": None, "school_year": year, "level": "школа", "school_id": LISTED.name,
            "grade": grade, "subject": subject, "participants": sum(marks),
            **dict(zip(("n5", "n4", "n3", "n2"), marks, strict=True))}


def _surveys() -> Rows:
    told_ = (("март 2026", 8, 3, date(2026, 3, 27)), ("ноябрь 2026", 10, 2, date(2026, 11, 20)))
    return [{"survey": "Удовлетворённость методической помощью", "wave": wave, "known_on": last,
             "school_id": LISTED.name, "audience": "педагоги", "question": "Помощь была адресной",
             "option": option, "answers": answers,
             "base": yes + no, "invited": LISTED.staff, "positive": positive}
            for wave, yes, no, last in told_ for option, answers, positive in (("да", yes, "да"), ("нет", no, "нет"))]

"""The survey of the invented district: four waves as they came. Spring 2025 in percentages alone, autumn 2025 from
Яндекс Формы, spring 2026 from Google Forms, autumn 2026 as a list of counts; and a percentage of one school on its own.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from pathlib import Path

from openpyxl import Workbook

from sample_data import books
from sample_data.district import BY_NUMBER, MARK
from shnor.datasets import KINDS
from shnor.workbooks import style

SURVEY = "Удовлетворённость методической помощью"
QUESTION = "Помощь была адресной?"
HELPED = "Что помогло больше всего? (можно выбрать несколько)"
WISHES = "Ваши пожелания"
YES, RATHER, RATHER_NOT, NO = "да", "скорее да", "скорее нет", "нет"
TEACHERS = "педагоги"
MONTHS = {"spring 2025": date(2025, 4, 1), "autumn 2025": date(2025, 11, 1), "spring 2026": date(2026, 4, 1),
          "autumn 2026": date(2026, 11, 1)}

# school -> how many answered positively, how many answered
AUTUMN_2025 = {2: (10, 15), 3: (13, 18), 7: (8, 12), 11: (12, 17), 12: (6, 8)}
SPRING_2026 = {3: (18, 24), 5: (7, 12), 7: (11, 15), 9: (5, 7), 11: (12, 14), 12: (5, 7)}
AUTUMN_2026 = {3: (20, 23), 5: (9, 11), 7: (12, 14), 9: (5, 6), 11: (10, 12), 12: (7, 8)}
INVITED = sum(BY_NUMBER[number].staff for number in AUTUMN_2026)
"""118: all teachers of the schools of the list."""
LAST_DAYS = {3: 20, 5: 18, 7: 19, 9: 17, 11: 20, 12: 23}
"""The day of November 2026 the last answer of a school came in."""
PERCENTS_2025 = {YES: 49, RATHER: 22, RATHER_NOT: 18, NO: 11}
HELP = ("Консультация тьютора", "Взаимопосещение уроков", "Семинар центра", "Разбор работ обучающихся")
WANTED = "Какие модули нужны вам в этом учебном году?"
MODULES = ("Предметная компетентность", "Оценочная деятельность педагога",
           "Методическая компетентность (качество урока)", "Работа с родителями")
"""What was asked for in August 2026; of the last one nothing was held."""

Sent = tuple[str, date, bytes]


def files(folder: Path) -> list[tuple[Path, date]]:
    """Writes the four waves and the percentage of one school; gives path and day of arrival."""
    folder.mkdir(parents=True, exist_ok=True)
    sent = [*_sent()]
    for name, _, data in sent:
        (folder / name).write_bytes(data)
    return [(folder / name, arrived) for name, arrived, _ in sent]


def _sent() -> Iterator[Sent]:
    title = f"{SURVEY}: сводка"
    yield "Анкета педагогов, весна 2025.xlsx", date(2025, 5, 12), _listed(title, list(_percents()))
    yield f"{SURVEY}.csv", date(2025, 12, 1), _yandex()
    yield f"{SURVEY} (Ответы).xlsx", date(2026, 5, 4), _google()
    yield "Запрос на модули, август 2026.xlsx", date(2026, 9, 1), _listed("Запрос на модули: сводка", list(_modules()))
    yield "Анкета педагогов, осень 2026.xlsx", date(2026, 11, 24), _listed(title, list(_counts()))
    yield "Опрос СОШ № 7.xlsx", date(2026, 11, 25), _listed("Опрос школы", [_own_percent()])


def _listed(title: str, rows: list[dict[str, object]]) -> bytes:
    return books.of_kind(KINDS["surveys"], title, rows)


def _row(wave: str, audience: str | None, question: str, option: str, **said: object) -> dict[str, object]:
    period = f"{MONTHS[wave]:%m.%Y}"
    return {"survey": SURVEY, "wave": period, "audience": audience, "question": question, "option": option, **said}


def _percents() -> Iterator[dict[str, object]]:
    for option, percent in PERCENTS_2025.items():
        yield _row("spring 2025", TEACHERS, QUESTION, option, percent=percent, positive=_positive(option))


def _own_percent() -> dict[str, object]:
    return _row("autumn 2026", None, QUESTION, YES, school_id=BY_NUMBER[7].name, percent=94, positive="да",
                known_on=date(2026, 11, 25))


def _counts() -> Iterator[dict[str, object]]:
    for number, (positive, answered) in AUTUMN_2026.items():
        said = {"school_id": BY_NUMBER[number].name, "base": answered, "invited": BY_NUMBER[number].staff,
                "known_on": date(2026, 11, LAST_DAYS[number])}
        for option, count in split(positive, answered).items():
            yield _row("autumn 2026", TEACHERS, QUESTION, option, answers=count, several="нет",
                       positive=_positive(option), **said)
        chosen = [choice for place in range(answered) for choice in helped(number + place)]
        for option in HELP:
            yield _row("autumn 2026", TEACHERS, HELPED, option, answers=chosen.count(option), several="да", **said)


def _modules() -> Iterator[dict[str, object]]:
    """Of the 79 who answered 55, 43, 33 and 21 chose the modules, one or several."""
    for number, (_, answered) in SPRING_2026.items():
        for place, option in enumerate(MODULES):
            yield {"survey": "Запрос на модули", "wave": "08.2026", "audience": TEACHERS, "question": WANTED,
                   "option": option, "answers": answered * (5 - place) // 7, "several": "да", "base": answered,
                   "invited": BY_NUMBER[number].staff, "school_id": BY_NUMBER[number].name,
                   "known_on": date(2026, 8, 28)}


def _positive(option: str) -> str:
    return "да" if option in (YES, RATHER) else "нет"


def split(positive: int, answered: int) -> dict[str, int]:
    """A third of the positive answers is «скорее да», a third of the others «нет»."""
    rather, no = positive // 3, (answered - positive) // 3
    return {YES: positive - rather, RATHER: rather, RATHER_NOT: answered - positive - no, NO: no}


def helped(number: int) -> tuple[str, ...]:
    """What a respondent chose: one, two or three of the list."""
    return tuple(option for place, option in enumerate(HELP) if (number + place * (place + 1)) % (place + 2) == 0) or (
        HELP[number % len(HELP)],)


def _respondents(schools: Mapping[int, tuple[int, int]], month: date) -> Iterator[tuple[datetime, str, str, int]]:
    """Moment, school, answer and number of every invented respondent."""
    place = 0
    for number, (positive, answered) in schools.items():
        for option, count in split(positive, answered).items():
            for _ in range(count):
                moment = datetime(month.year, month.month, 6, 9) + timedelta(hours=place * 5, minutes=place * 7 % 60)
                yield moment, BY_NUMBER[number].name, option, place
                place += 1


def _yandex() -> bytes:
    """As Яндекс Формы writes it: cp1251, «;», a column an option; one answer came twice."""
    head = ["ID", "Время создания", "Школа", "Категория", QUESTION, *(f"{HELPED} / {option}" for option in HELP)]
    lines = [[str(7100 + place), f"{moment:%Y-%m-%d %H:%M:%S}", school, "педагог", option,
              *(chosen if chosen in helped(place) else "" for chosen in HELP)]
             for moment, school, option, place in _respondents(AUTUMN_2025, MONTHS["autumn 2025"])]
    text = "\r\n".join(";".join(line) for line in [head, *lines, lines[-1]])
    return text.encode("cp1251")


def _google() -> bytes:
    """As Google Forms writes it: options in one cell, wishes in own words."""
    workbook = Workbook()
    page = workbook.active
    page.title = "Ответы на форму (1)"
    page.append(["Отметка времени", "Ваша школа", "Категория", QUESTION, HELPED, WISHES])
    for moment, school, option, place in _respondents(SPRING_2026, MONTHS["spring 2026"]):
        wish = f"Пожелание № {place + 1}: разобрать задание {place * 3 % 50 + 1} подробнее" if place % 4 == 0 else None
        page.append([f"{moment:%d.%m.%Y %H:%M:%S}", school, "педагог", option, ", ".join(helped(place)), wish])
    workbook.properties.title = workbook.properties.description = MARK
    return style.saved(workbook)

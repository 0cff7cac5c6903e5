"""What the centre, mentors and tutors of the invented district held for its schools, and what schools asked.

Counted by hand for 2026: 7 of 8 seminars, 46 consultations of tutors (18 of Russian) with a plan of 40, 12 master
classes, 14 visits; school № 5: 4 visits, 9 consultations, 3 master classes, the next visit on 8 December.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from sample_data import books
from sample_data.district import BY_NUMBER, DAY
from shnor.datasets import KINDS

Row = dict[str, object]
Sent = tuple[str, date, bytes]

SEMINAR, SESSION, VIDEO, WEBINAR = ("практико-ориентированный семинар", "методическая сессия", "видеоконференция",
                                    "вебинар")
CONSULTATION, CLASS, VISIT, INTENSIVE = "консультация", "мастер-класс", "выезд", "интенсив"
PLANS = {
    2025: {SEMINAR: 6, SESSION: 1, VIDEO: 2, WEBINAR: 3, CONSULTATION: 30, CLASS: 8, VISIT: 10, INTENSIVE: 1},
    2026: {SEMINAR: 8, SESSION: 2, VIDEO: 2, WEBINAR: 5, CONSULTATION: 40, CLASS: 12, VISIT: 16, INTENSIVE: 2},
}
HELD = (
    (SEMINAR, "Управление по результатам оценочных процедур", (2025, 1, 29), (2, 3, 7, 11, 12), 14),
    (SEMINAR, "Внутренняя система оценки качества образования", (2025, 3, 26), (2, 3, 7, 11, 12), 15),
    (SEMINAR, "Посещение и анализ урока", (2025, 5, 21), (3, 7, 11, 12), 11),
    (SEMINAR, "План повышения качества на учебный год", (2025, 9, 24), (2, 3, 7, 11, 12), 16),
    (SEMINAR, "Объективность оценивания", (2025, 10, 15), (3, 7, 11, 12), 12),
    (SEMINAR, "Итоги года и задачи следующего", (2025, 12, 10), (2, 3, 7, 11, 12), 17),
    (SESSION, "Чтение как основа любого предмета", (2025, 8, 27), (2, 3, 7, 11, 12), 34),
    (VIDEO, "Порядок проведения ВПР", (2025, 3, 12), (2, 3, 7, 11, 12), 20),
    (VIDEO, "Разбор заданий ОГЭ", (2025, 11, 19), (3, 7, 11, 12), 13),
    (WEBINAR, "Формирующее оценивание", (2025, 2, 19), (3, 7, 11), 22),
    (WEBINAR, "Учебная мотивация в основной школе", (2025, 4, 16), (2, 3, 12), 18),
    (WEBINAR, "Индивидуальный маршрут педагога", (2025, 10, 8), (2, 7, 11, 12), 19),
    (SEMINAR, "Чтение результатов оценочных процедур", (2026, 1, 28), (3, 5, 7, 9, 11, 12), 16),
    (SEMINAR, "Урок математики: от ошибки к заданию", (2026, 2, 25), (3, 5, 7, 11, 12), 18),
    (SEMINAR, "Внутришкольный контроль", (2026, 3, 25), (3, 5, 7, 9, 11, 12), 15),
    (SEMINAR, "Наставничество в малой школе", (2026, 4, 22), (5, 9, 12), 9),
    (SEMINAR, "План повышения качества на учебный год", (2026, 5, 20), (3, 5, 7, 9, 11, 12), 14),
    (SEMINAR, "Посещение и анализ урока", (2026, 9, 23), (3, 5, 7, 11, 12), 13),
    (SEMINAR, "Объективность оценивания", (2026, 10, 21), (2, 3, 7, 11), 12),
    (SESSION, "Смысловое чтение на каждом уроке", (2026, 8, 27), (2, 3, 5, 7, 9, 11, 12), 41),
    (SESSION, "Задания на применение знаний", (2026, 10, 29), (3, 5, 7, 11, 12), 27),
    (VIDEO, "Порядок проведения ВПР", (2026, 3, 11), (2, 3, 5, 7, 9, 11, 12), 24),
    (WEBINAR, "Формирующее оценивание", (2026, 2, 18), (3, 5, 7, 11), 21),
    (WEBINAR, "Учебная мотивация в основной школе", (2026, 4, 15), (2, 3, 9, 12), None),
    (WEBINAR, "Разбор заданий ОГЭ", (2026, 9, 16), (3, 5, 7, 11, 12), 20),
    (WEBINAR, "Один учитель на два предмета", (2026, 11, 18), (9, 12), 6),
)
SPANS = (
    (2025, "25.10.2025–02.11.2025", (3, 7, 11, 12), 31), (2026, "28.03.2026–05.04.2026", (3, 5, 7, 12), 29),
    (2026, "26 октября — 1 ноября 2026 года", (3, 5, 7, 9, 12), 38),
)
"""«Умные каникулы»: each goes over a border of months."""
CONSULTED = {
    2025: {2: "рррмммм", 3: "рррммхх", 7: "рррмммм", 11: "рммхх", 12: "ррммб"},
    2026: {2: "ррмм", 3: "рррмммхх", 5: "ррррммммм", 7: "рррмммии", 9: "ррмбб", 11: "ррхххоо", 12: "ррмбб"},
}
"""School → a letter a consultation."""
SUBJECTS = {"р": "Русский язык", "м": "Математика", "х": "Химия", "б": "Биология", "и": "История",
            "о": "Обществознание"}
THEMES = ("подготовка к ВПР", "задания ОГЭ", "критерии оценивания", "план урока", "домашние задания", "разбор ошибок",
          "проверочные работы", "смысловое чтение", "повторение")
CLASSES = {
    2025: ("12.02 р 3,7", "05.03 м 2,3", "09.04 х 3,11", "14.05 м 7,12", "17.09 р 2,11", "08.10 м 3,7", "05.11 б 12",
           "03.12 р 7,12"),
    2026: ("12.02 р 3,7", "26.02 м 5,9,12", "12.03 х 3,11", "09.04 р 7,12", "16.04 м 3,5,7", "14.05 б 9,12",
           "17.09 р 2,3,11", "24.09 м 7,9", "08.10 р 5,9", "15.10 и 7,11", "12.11 х 3,11", "19.11 р 2,12"),
}
VISITS = {
    2025: {3: "12.03 15.10", 7: "05.02 23.04 19.11", 11: "19.02 08.10", 12: "26.03 05.11"},
    2026: {3: "18.02 30.09", 5: "04.02 15.04 16.09 11.11", 7: "11.02 06.05 14.10", 9: "04.03 07.10", 11: "18.03 22.10",
           12: "01.04"},
}
SEEN = {
    date(2026, 11, 11): ("в 9 классе мало заданий на вычисления без калькулятора", "пробная работа до 15.12.2026"),
    date(2026, 10, 22): ("критерии проверки ВПР учителя понимают по-разному", "разбор критериев до 30.11.2026")}
"""Day of a visit → what was seen, and what the school promised, as the form «Выезд» brings it back."""
AHEAD = ((SEMINAR, "Что помогло школам в 2026 году", (2026, 12, 3), (3, 5, 7, 9, 11, 12)),
         (VISIT, "Выезд наставника", (2026, 12, 8), (5,)), (VIDEO, "Итоги полугодия", (2026, 12, 10), (3, 5, 7, 11)),
         (CONSULTATION, "Физика: пробная работа", (2026, 12, 15), (5,)))
CANCELLED = (SEMINAR, "Итоговый мониторинг: как читать сводку", (2026, 6, 10), (3, 5, 7))
QUESTIONS = (
    (7, (2026, 3, 24), "методика проведения пробного ОГЭ", "до 01.04.2026", "центр", (2026, 4, 3),
     "Материалы отправлены, вебинар 15.04.2026.", (2026, 4, 2)),
    (12, (2026, 9, 24), "наставник учителю физики и химии", "с октября", "наставник", (2026, 10, 5),
     "Закреплён учитель МАОУ гимназии № 1, первая встреча 14.10.2026.", (2026, 10, 5)),
    (11, (2026, 10, 19), "разобрать признаки, названные краем, по ВПР 2025 года", "до 20.12.2026", "центр",
     (2026, 11, 2), "Разбор назначен на 22.10.2026 во время выезда.", (2026, 10, 20)),
    (3, (2026, 11, 23), "доступ к банку заданий по функциональной грамотности", "", "центр", (2026, 12, 2), "", None),
    (5, (2026, 11, 24), "тьютор по физике", "до 15.12.2026", "тьюторам", (2026, 12, 4), "", None),
)


def files(folder: Path) -> list[tuple[Path, date]]:
    """Writes the logs, the plans and the questions; gives path and day of arrival, in the order of arrival."""
    folder.mkdir(parents=True, exist_ok=True)
    found = []
    for name, arrived, data in sorted(_sent(), key=lambda sent: sent[1]):
        (folder / name).write_bytes(data)
        found.append((folder / name, arrived))
    return found


def _sent() -> Iterator[Sent]:
    summer = date(2026, 7, 1)
    this = log(2026)
    yield _log("План методической помощи на 2025 год", date(2024, 12, 20), plan(2025))
    yield _log("Журнал мероприятий 2025", date(2026, 1, 14), log(2025))
    yield _log("План методической помощи на 2026 год", date(2025, 12, 22), plan(2026))
    yield _log("Журнал мероприятий 2026, I полугодие", date(2026, 7, 3), [row for row in this if _begins(row) < summer])
    yield _log("Журнал мероприятий 2026, июль–ноябрь", DAY, [row for row in this if _begins(row) >= summer] + ahead())
    for day, rows in ((date(2026, 10, 23), questions(DAY.replace(day=1), before=True)),
                      (date(2026, 11, 24), questions(DAY.replace(day=1), before=False))):
        yield (f"Вопросы школ на {day:%d.%m.%Y}.xlsx", day,
               books.of_kind(KINDS["requests"], f"Вопросы школ центру на {day:%d.%m.%Y}", rows))


def _log(title: str, arrived: date, rows: list[Row]) -> Sent:
    return f"{title}.xlsx", arrived, books.of_kind(KINDS["events"], title, rows)


def plan(year: int) -> list[Row]:
    return [{"period": str(year), "event_kind": kind, "number": number, "state": "по плану"}
            for kind, number in PLANS[year].items()]


def log(year: int) -> list[Row]:
    """Everything of a year, by day."""
    rows = [_row(kind, topic, date(*day), schools, "центр", participants=people)
            for kind, topic, day, schools, people in HELD if day[0] == year]
    rows += [_row(INTENSIVE, "Умные каникулы", days, schools, "центр", participants=people)
             for of, days, schools, people in SPANS if of == year]
    rows += [*_consultations(year), *_classes(year), *_visits(year)]
    if year == CANCELLED[2][0]:
        rows.append(_row(*CANCELLED[:2], date(*CANCELLED[2]), CANCELLED[3], "центр", state="отменено"))
    return sorted(rows, key=_begins)


def ahead() -> list[Row]:
    """What stands in the plan of December with its day."""
    return [_row(kind, topic, date(*day), schools, "тьютор" if kind == CONSULTATION else "наставник"
                 if kind == VISIT else "центр", state="по плану") for kind, topic, day, schools in AHEAD]


def questions(month: date, *, before: bool) -> list[Row]:
    """Those of earlier months with their answers, or those of the month."""
    return [{"school_id": BY_NUMBER[school].name, "month": date(*asked).replace(day=1), "number": 1,
             "known_on": date(*asked), "need": need, "wanted_by": wanted or None, "addressee": whom,
             "answer_by": date(*by), "answer": answer or None, "answered_on": date(*told) if told else None}
            for school, asked, need, wanted, whom, by, answer, told in QUESTIONS if (date(*asked) < month) == before]


def _row(kind: str, topic: str, days: date | str, schools: tuple[int, ...], organiser: str, **said: object) -> Row:
    names = ", ".join(BY_NUMBER[school].name for school in schools)
    return {"period": days, "event_kind": kind, "topic": topic, "organiser": organiser, "schools": names,
            "format": "дистанционно" if kind in (VIDEO, WEBINAR) else "очно", **said}


def _begins(row: Row) -> date:
    days = row["period"]
    if isinstance(days, date):
        return days
    return date(2026, 10, 26) if days.startswith("26 октября") else date(*map(int, reversed(days[:10].split("."))))


def _consultations(year: int) -> Iterator[Row]:
    """On Tuesdays and Thursdays from February to May and from September on."""
    days = [day for day in (date(year, 2, 3) + timedelta(n) for n in range(325))
            if day.weekday() in (1, 3) and day.month not in (6, 7, 8) and day <= DAY]
    for school, letters in CONSULTED[year].items():
        for place, letter in enumerate(letters):
            day = days[(place * len(days) // len(letters) + school) % len(days)]
            yield _row(CONSULTATION, f"{SUBJECTS[letter]}: {THEMES[(place + school) % len(THEMES)]}", day, (school,),
                       "тьютор", subject=SUBJECTS[letter].lower(), participants=1 + (place + school) % 3)


def _classes(year: int) -> Iterator[Row]:
    for place, text in enumerate(CLASSES[year]):
        day, letter, schools = text.split(" ")
        yield _row(CLASS, f"{SUBJECTS[letter]}: {THEMES[place % len(THEMES)]}", _day(day, year),
                   tuple(map(int, schools.split(","))), "тьютор", subject=SUBJECTS[letter].lower(),
                   participants=4 + place % 5)


def _visits(year: int) -> Iterator[Row]:
    for school, days in VISITS[year].items():
        for day in days.split():
            told = dict(zip(("seen", "promised"), SEEN.get(_day(day, year), ()), strict=False))
            yield _row(VISIT, "Выезд наставника", _day(day, year), (school,), "наставник", **told)


def _day(text: str, year: int) -> date:
    day, month = text.split(".")
    return date(year, int(month), int(day))

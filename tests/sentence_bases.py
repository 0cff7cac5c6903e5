"""Small municipalities in which everything people count is there n times, sent through the intake as files."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from shnor.service import bases
from shnor.service.intake import drop
from shnor.service.intake.drop import Incoming
from tests.actors import COORDINATOR
from tests.clock import DAY, noon
from tests.service.conftest import file

Rows = Sequence[Sequence[str]]
SIZES = (0, 1, 2, 5, 11, 21, 101, 112)
SCHOOLS = 21
"""No more of them than so many: each has its lines on every page."""
NEEDS = ("тьютор по физике", "семинар", "выезд наставника", "рабочие тетради", "разбор ОГЭ")
ONE_KIND, TOO_FEW = (1, 2, 101), 11
"""For these n seminars alone were held; for this one fewer were invited to answer than answered."""
PLAN = ["Дорожная карта", "Школа", "№", "Направление", "Мероприятие", "Год", "Плановое значение", "Срок"]
MARKS = ["Дорожная карта", "Школа", "Месяц отчёта", "№", "Состояние", "Дата", "Документ", "Пояснение школы"]
WORKS = ["Процедура", "Этап", "Учебный год", "Школа", "Класс", "Предмет", "Писали", "«5»", "«4»", "«3»", "«2»"]
EVENTS = ["Дата", "Вид", "Тема", "Кто проводил", "Школы", "План или факт", "Сколько"]
COURSES = ["Школа", "Когда", "Состояние", "Предмет", "Человек", "Удостоверений"]
ANSWERS = ["Опрос", "Когда", "Школа", "Кто отвечал", "Вопрос", "Вариант ответа", "Выбрали", "Ответили на вопрос",
           "Сколько опрашивали", "Положительный ответ", "Последний день ответов"]


def build(path: Path, n: int) -> None:
    """The base for n. What a file cannot say with n (a question that n people answered, for n = 0) is not sent."""
    store = bases.open_base(path, now=noon)
    try:
        store.describe(COORDINATOR, municipality="Пример")
        for number, rows in enumerate(_tables(n)):
            if len(rows) > 1:
                reviewed = drop.review(store, [file(f"{number}.csv", rows)], DAY)
                assert reviewed[0].ready, [issue.message for issue in reviewed[0].checked.issues]
                drop.accept_all(store, reviewed, by=COORDINATOR)
    finally:
        store.close()


def dropped(n: int) -> list[Incoming]:
    """Files that lie in the tray: n new records, n cells that cannot be read, n people with names."""
    new = [[named(1), f"{2010 + number // 12}-{number % 12 + 1:02}", "завершили", "физика", "1", "1"]
           for number in range(n)]
    wrong = [["Карта школы", named(1), "ноябрь 2026", f"1.{number}", "почти", "", "", ""] for number in range(1, n + 1)]
    people = [[f"Педагог {number}", named(1), "химия", "ЕГЭ", "36", "18.11.2026"] for number in range(n)]
    head = ["ФИО", "Школа", "Предмет", "Программа", "Часов", "Дата окончания"]
    tables = ([COURSES, *new], [MARKS, *wrong], [head, *people])
    return [file(f"в лотке {number}.csv", rows) for number, rows in enumerate(tables) if len(rows) > 1]


def named(number: int) -> str:
    return f"МБОУ СОШ № {number}"


def _tables(n: int) -> Iterable[Rows]:
    """The register, the list, roadmaps and what came of them; then the other topics. Everything with people is of
    school № 1, so that others differ by nothing."""
    schools = range(1, max(1, min(n, SCHOOLS)) + 1)
    yield [["Код школы", "Номер", "Краткое название", "Обучающихся", "Педагогов"],
           *([f"Ш{number:02}", str(number), named(number), str(n), str(n)] for number in schools)]
    yield [["Школа", "Статус", "С даты", "По дату", "Основание"],
           *([named(number), "ШНОР", "01.01.2025", "", "приказ № 1"] for number in schools)]
    yield [PLAN, *(_planned("Карта муниципалитета", "", n)), *_planned("Карта школы", named(1), n),
           *(_planned("Карта другой школы", named(2), n) if n > 1 else ())]
    yield [MARKS, *(["Карта муниципалитета", "", "март 2026", f"1.{number}", "не выполнено", "", "", ""]
                    for number in range(1, n + 1)),
           *(["Карта другой школы", named(2), "март 2026", f"1.{number}", "выполнено", "10.03.2026", "", ""]
             for number in range(1, n + 1) if n > 1)]
    if n > 1:  # somebody has reported of October, so that others owe it
        yield [MARKS, ["Карта другой школы", named(2), "октябрь 2026", "2.1", "выполняется", "", "", ""]]
    yield from _people(n)
    yield from _help(n)


def _planned(plan: str, school: str, n: int) -> Rows:
    """n activities with a deadline in March, one ahead."""
    return [*([plan, school, f"1.{number}", "Кадры", "Открытые уроки", "2026", "1", "март 2026"]
              for number in range(1, n + 1)),
            [plan, school, "2.1", "Уроки", "Пробная работа", "2026", "1", "декабрь 2026"]]


def _people(n: int) -> Iterable[Rows]:
    """Courses, staff, results, surveys: n people of n, and n of more."""
    some = [str(n)] * (n > 0)
    yield [COURSES, *([named(1), "октябрь 2026", "завершили", "математика", count, count] for count in some),
           *([named(1), "октябрь 2026", "продолжают", "химия", count, ""] for count in some),
           *(["школы не указаны", "октябрь 2026", "завершили", "", count, ""] for count in some),
           [named(1), "2026", "по плану", "математика", str(3 * n + 1), ""]]
    yield [["Школа", "На дату", "Предмет", "Всего", "Вакансии"],
           [named(1), "20.09.2026", "математика", str(2 * n + 1), str(min(n, 100))]]
    yield [WORKS, *([work, stage, year, named(1), grade, "математика", str(wrote), "0", "0", str(wrote - n), str(n)]
                    for work, stage, grades in (("ВПР", "", "56"), ("ОГЭ", "основной день", "99"))
                    for year, grade, wrote in (("2024/25", grades[0], 2 * n + 1), ("2025/26", grades[1], n))
                    if wrote)]
    yield [ANSWERS, *(["Опрос", wave, named(1), "педагоги", "Помощь адресная?", option, str(count), str(answered),
                       str(n - 1 if n == TOO_FEW else 3 * n), positive, last]
                      for wave, answered, last in (("апрель 2026", 2 * n, "30.04.2026"),
                                                   ("ноябрь 2026", n, "20.11.2026")) if answered
                      for option, count, positive in (("да", n, "да"), ("нет", answered - n, "нет")))]


def _help(n: int) -> Iterable[Rows]:
    """Events of one kind or two, their plan, the year before; questions, one of them answered."""
    some = [str(n)] * (n > 0)
    held = (("март 2026", "семинар"), ("март 2025", "семинар"), ("март 2026", "консультация"))
    yield [EVENTS, *([day, kind, "ВПР", "центр", named(1), "", count] for count in some
                     for day, kind in held[:2 if n in ONE_KIND else 3]),
        *(["март 2026", "вебинар", "своё", "школа", named(1), "", count] for count in some),
        ["2026", "семинар", "", "", "", "по плану", str(n + 1)],
        ["08.12.2026", "выезд", "уроки", "наставник", named(1), "по плану", ""]]
    yield [["Школа", "Месяц", "№", "Что нужно", "Ответ", "Дата ответа"],
           *([named(1), "ноябрь 2026", str(number), NEEDS[number - 1], *(
               ("Приедет", f"{date(2026, 11, 25):%d.%m.%Y}") if number == 1 else ("", ""))]
             for number in range(1, min(n, len(NEEDS)) + 1))]
